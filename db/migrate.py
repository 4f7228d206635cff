"""Bringing the store's schema up to date, from the installed package alone."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import migrations
from db.engine import Store
from db.errors import StoreUnavailable
from db.failures import failures_in_words

# Any constant will do: it keeps two processes from migrating one PostgreSQL store at once.
ADVISORY_LOCK = 7_264_001


def migrate(store: Store) -> None:
    """Upgrade the store to the newest schema, in one transaction: all steps or none.

    A filled SQLite file is first copied beside itself. Raises StoreUnavailable when the database
    cannot be opened or written.
    """
    if schema_version(store) == newest_version():
        return
    _copy_aside(store)
    with store.writes.kw["bind"].connect() as connection:
        without_foreign_keys(connection)
        with connection.begin():
            _upgrade(connection)
        if connection.dialect.name == "sqlite":
            connection.invalidate()  # the next connection has foreign keys on again


def schema_version(store: Store) -> str | None:
    """Return the store's schema version, None for an empty store; raise StoreUnavailable."""
    with failures_in_words(store.engine), store.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str:
    """Return the schema version that this code needs."""
    return str(ScriptDirectory.from_config(_configuration()).get_current_head())


def known_versions() -> list[str]:
    """Return all schema versions that this code knows, newest first."""
    script = ScriptDirectory.from_config(_configuration())
    return [str(step.revision) for step in script.walk_revisions()]


def require_current(store: Store) -> None:
    """Raise StoreUnavailable when the store is not at the newest schema."""
    if schema_version(store) != newest_version():
        raise StoreUnavailable(
            "The store is empty or was made by another version: run `briefing migrate`, "
            "or `briefing load FILE --apply` to start with a document."
        )


def _configuration() -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return configuration


def without_foreign_keys(connection: Connection) -> None:
    """Check no links between rows on SQLite, until the connection is invalidated."""
    # A step that rebuilds a parent table would delete its children by ON DELETE CASCADE. The
    # pragma is ignored inside a transaction, and SQLAlchemy has begun one: end it first.
    if connection.dialect.name == "sqlite":
        dbapi = connection.connection.dbapi_connection
        if dbapi is not None:
            dbapi.cursor().execute("PRAGMA foreign_keys = OFF")


def upgrade(connection: Connection, version: str = "head") -> None:
    """Upgrade the schema to a version, in the caller's transaction."""
    configuration = _configuration()
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, version)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))
    upgrade(connection)
    if (
        connection.dialect.name == "sqlite"
        and connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    ):
        raise StoreUnavailable("The upgrade would break links between rows; nothing was changed.")


def _copy_aside(store: Store) -> None:
    version, file = schema_version(store), store.engine.url.database
    if store.engine.dialect.name != "sqlite" or version is None or not file or file == ":memory:":
        return
    copy = Path(f"{file}.before-{newest_version()}")
    copy.unlink(missing_ok=True)
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
