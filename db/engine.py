"""Opening the store: one engine, a session factory for reads and one for writes.

SQLite follows the recipe of SQLAlchemy's documentation: sqlite3's own transaction handling is
switched off and BEGIN is sent by us, so that DDL is transactional and every write starts with
BEGIN IMMEDIATE. A deferred transaction that turns into a write fails at once with
SQLITE_BUSY_SNAPSHOT, however long the busy timeout is.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session, sessionmaker

from db.errors import StoreUnavailable

BUSY_TIMEOUT_MS = 10_000
# A question looks up hundreds of rows all over the file: read through the system's own cache,
# each page need not be fetched by a call and copied.
MAPPED_BYTES = 2**31


@dataclass(frozen=True, slots=True)
class Store:
    """The open store: `reads` for queries, `writes` for short changing transactions.

    Under `alone` each statement is a transaction by itself, one trip to a PostgreSQL server: for
    what asks or does a single thing. On SQLite, where a trip costs nothing, it is as `reads`.
    """

    engine: Engine
    reads: sessionmaker[Session]
    writes: sessionmaker[Session]
    alone: sessionmaker[Session]

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_store(database_url: str) -> Store:
    """Open the store at `database_url`; raise StoreUnavailable when the address is no good.

    Nothing is connected yet, except that the folder of an SQLite file is made.
    """
    url = store_url(database_url)
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
    # A read sees one state of the store, however many queries it takes.
    reading = engine if engine.dialect.name == "sqlite" else _repeatable(engine)
    return Store(
        engine=engine,
        reads=sessionmaker(reading, expire_on_commit=False),
        writes=sessionmaker(engine.execution_options(writes=True), expire_on_commit=False),
        alone=sessionmaker(reading if engine.dialect.name == "sqlite" else _each_alone(engine)),
    )


def store_url(database_url: str) -> URL:
    """Return the SQLAlchemy URL of a `DATABASE_URL`, with our PostgreSQL driver named."""
    remedy = "give sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
    try:
        url = make_url(database_url)
    except ArgumentError as error:
        raise StoreUnavailable(f"DATABASE_URL is not a database address: {remedy}.") from error
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise StoreUnavailable(
            f"DATABASE_URL names {url.drivername}, which is not known: {remedy}."
        )
    return url


def _repeatable(engine: Engine) -> Engine:
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _each_alone(engine: Engine) -> Engine:
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {folder} for the database cannot be made ({error.strerror}): "
                "set DATABASE_URL to a place that can be written."
            ) from error
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",  # NORMAL may lose the last commits at power loss: doubled messages
        "foreign_keys = ON",
        f"mmap_size = {MAPPED_BYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:  # locks nothing yet, so that there is no error for SQLAlchemy to make its own of
        connection.connection.cursor().execute("BEGIN")


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except NoSuchModuleError as error:
        raise StoreUnavailable("The PostgreSQL driver is missing: install psycopg.") from error
