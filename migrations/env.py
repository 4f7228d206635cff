"""Alembic's entry: runs the steps over a connection handed in, or over DATABASE_URL.

Foreign keys are off on SQLite while steps run, since a rebuilt parent table would delete its
children by ON DELETE CASCADE; they are checked afterwards. The full-text tables are hidden from
comparison: Alembic cannot see how FTS5 or an expression index is made.
"""

import os

from alembic import context
from sqlalchemy import Connection

from db.engine import open_store
from db.models import FactRow
from migrations.env_filter import ours


def run(connection: Connection) -> None:
    """Run the wanted steps in one transaction: all or none."""
    context.configure(
        connection=connection,
        target_metadata=FactRow.metadata,
        include_object=ours,
        compare_type=False,
    )
    with context.begin_transaction():
        context.run_migrations()


def _run_online() -> None:
    connection = context.config.attributes.get("connection")
    if connection is not None:
        run(connection)
        return
    store = open_store(os.environ.get("DATABASE_URL", "sqlite:///briefing.sqlite3"))
    with store.engine.connect() as opened:
        if opened.dialect.name == "sqlite":
            opened.exec_driver_sql("PRAGMA foreign_keys = OFF")
            opened.rollback()
        run(opened)
    store.close()


_run_online()
