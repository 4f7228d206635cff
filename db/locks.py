"""One program at a time: a lock beside the SQLite file, or an advisory lock in PostgreSQL."""

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from db.engine import Store


@contextmanager
def held(store: Store, name: str) -> Iterator[bool]:
    """Hold the lock `name` of a store while inside; False when another program holds it.

    It is let go when the program ends, however it ends.
    """
    file = store.engine.url.database
    if store.engine.dialect.name == "postgresql":
        yield from _advisory(store, name)
    elif file and file != ":memory:":
        yield from _beside(Path(f"{file}.{name}.lock"))
    else:
        yield True


def _advisory(store: Store, name: str) -> Iterator[bool]:
    key = zlib.crc32(f"briefing {name}".encode())
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield bool(connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}))
        connection.invalidate()  # the lock is this connection's: it must not go back to the pool


def _beside(file: Path) -> Iterator[bool]:
    with file.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
