"""Writing a backup: every table of the schema as one read sees it, in the order of its keys."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db.backup.numbers import last_numbers
from db.backup.sealed import Holds, Sealing, written
from db.backup.values import kind_of, turned, writers
from db.base import Row
from db.migrate import newest_version

BATCH = 500
# Returns the values of a table's row as they are written, None for one that is not.
Keep = Callable[[Table, dict[str, Any]], list[Any] | None]


def write_backup(session: Session, now: datetime, *, path: Path) -> int:
    """Write the whole store, as this transaction sees it, to `path`; return how many rows.

    The bot may run meanwhile. The file is there whole or not at all. Raises BackupRefused.
    """
    tables = Row.metadata.sorted_tables
    with written(path) as sealing:
        write_tables(session, now, sealing, tables, Holds.STORE)
        return sealing.rows


def write_tables(
    session: Session,
    now: datetime,
    sealing: Sealing,
    tables: Sequence[Table],
    holds: Holds,
    keep: Keep | None = None,
) -> None:
    """Write tables with what says how to read them, sealed; with `keep` their rows as told."""
    columns = {t.name: [[c.name, kind_of(c)] for c in t.columns] for t in tables}
    told = {"schema": newest_version(), "made_at": now.isoformat(), "columns": columns}
    sealing.head(holds, told)
    for table in tables:
        _write_table(session, sealing, table, keep)
    # Of all tables: what is written may name a row of another by its number.
    numbers = last_numbers(session.connection(), Row.metadata)
    sealing.seal({"numbers": numbers})


def _write_table(session: Session, sealing: Sealing, table: Table, keep: Keep | None) -> None:
    turns = writers([kind_of(column) for column in table.columns])
    ordered: Any = select(table).order_by(*table.primary_key.columns)
    with session.execute(ordered.execution_options(yield_per=BATCH)) as rows:
        for row in rows:
            values = keep(table, dict(row._mapping)) if keep else list(row)
            if values is not None:
                sealing.row(table.name, turned(values, turns))
