"""One PostgreSQL database for test after test: emptied in between, far quicker than made anew.

What empties it is a function within it, in a schema of its own, and so copied with the template.
"""

import atexit

import psycopg

LARGE = 262_144  # bytes; a table below is emptied row by row, which costs less than new files

PREPARE = f"""
CREATE SCHEMA blank;
CREATE FUNCTION blank.shape() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(part, ',' ORDER BY part) FROM (
    SELECT format('%s %s %s', oid, relname, relkind) FROM pg_class
      WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s %s', oid, tgname) FROM pg_trigger WHERE NOT tgisinternal
  ) AS shape(part)
$$;
CREATE FUNCTION blank.keep(name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE one text; filled boolean; BEGIN
  EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', name);
  FOR one IN SELECT relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', one) INTO filled;
    IF filled THEN
      EXECUTE format('CREATE TABLE %I.%I AS TABLE public.%I', name, one, one);
    END IF;
  END LOOP;
  EXECUTE format('CREATE TABLE %I."the sequences" AS SELECT sequencename, start_value, last_value
                    FROM pg_sequences WHERE schemaname = ''public''', name);
END $$;
CREATE FUNCTION blank.fill(name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE one record; BEGIN
  FOR one IN SELECT relname FROM pg_class WHERE relnamespace = name::regnamespace
             AND relkind = 'r' AND relname <> 'the sequences' LOOP
    EXECUTE format('INSERT INTO public.%I OVERRIDING SYSTEM VALUE TABLE %I.%I',
                   one.relname, name, one.relname);
  END LOOP;
  EXECUTE format('SELECT count(setval(format(''public.%%I'', sequencename)::regclass,
                    coalesce(last_value, start_value), last_value IS NOT NULL))
                    FROM %I."the sequences"', name);
END $$;
CREATE FUNCTION blank.again(shaped text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE one record; BEGIN
  IF blank.shape() <> shaped THEN RETURN false; END IF;
  -- What only waits to be used again may stay: a new one would have to learn all tables anew.
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND (state <> 'idle' OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'));
  SET LOCAL session_replication_role = replica;  -- no triggers, no foreign keys
  FOR one IN SELECT oid, relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
    IF pg_relation_size(one.oid) > {LARGE} THEN
      EXECUTE format('TRUNCATE public.%I CASCADE', one.relname);
    ELSE
      EXECUTE format('DELETE FROM public.%I', one.relname);
    END IF;
  END LOOP;
  PERFORM blank.fill('blank');
  RETURN true;
END $$;
CREATE FUNCTION blank.put(name text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE one record; BEGIN
  IF to_regnamespace(name) IS NULL THEN RETURN false; END IF;
  SET LOCAL session_replication_role = replica;
  FOR one IN SELECT relname FROM pg_class WHERE relnamespace = 'blank'::regnamespace
             AND relkind = 'r' AND relname <> 'the sequences' LOOP
    EXECUTE format('DELETE FROM public.%I', one.relname);
  END LOOP;
  PERFORM blank.fill(name);
  RETURN true;
END $$;
SELECT blank.keep('blank');
"""
_open: dict[str, psycopg.Connection[tuple[object, ...]]] = {}
_empty_at: dict[str, object] = {}  # the number that the next change after emptying was to have


def prepare(address: str) -> str:
    """Put into a migrated database what empties its copies; return its shape."""
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute(PREPARE)
        return str(admin.execute("SELECT blank.shape()").fetchone()[0])  # type: ignore[index]


def emptied(address: str, shape: str) -> bool:
    """Empty a copy; False where there is none, or none of this shape, or that is not allowed."""
    try:
        done = _done(address, "SELECT blank.again(%s)", shape)
        if done:
            _empty_at[address] = _next_change(address)
    except psycopg.Error:
        leave()
        return False
    return done


def untouched(address: str) -> bool:
    """Whether nothing was written on this server since the database was emptied."""
    return address in _open and _empty_at.get(address) == _next_change(address)


def keep(address: str, name: str) -> None:
    """Keep under a name what the database holds, for as long as it is there."""
    _done(address, "SELECT blank.keep(%s)", name)


def put(address: str, name: str) -> bool:
    """Put into an empty database what was kept under a name; False where nothing was."""
    return _done(address, "SELECT blank.put(%s)", name)


@atexit.register
def leave() -> None:
    """Close the connections that are kept from call to call, since a new one is slow at first."""
    _empty_at.clear()
    while _open:
        _open.popitem()[1].close()


def _done(address: str, call: str, given: str) -> bool:
    return bool(_told(address, call, (given,)))


def _next_change(address: str) -> object:
    return _told(address, "SELECT pg_snapshot_xmax(pg_current_snapshot())::text", ())


def _told(address: str, call: str, given: tuple[str, ...]) -> object:
    if address not in _open:
        _open[address] = psycopg.connect(address, autocommit=True)
    row = _open[address].execute(call, given).fetchone()
    return row and row[0]
