"""Writing a backup: every table of the schema as one read sees it, in the order of its keys."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db.backup.numbers import last_numbers
from db.backup.sealed import Sealing, written
from db.backup.values import kind_of, turned, writers
from db.base import Row
from db.migrate import newest_version

BATCH = 500


def write_backup(session: Session, now: datetime, *, path: Path) -> int:
    """Write the whole store, as this transaction sees it, to `path`; return how many rows.

    The bot may run meanwhile. The file is there whole or not at all. Raises BackupRefused.
    """
    tables = Row.metadata.sorted_tables
    with written(path) as sealing:
        columns = {t.name: [[c.name, kind_of(c)] for c in t.columns] for t in tables}
        sealing.head({"schema": newest_version(), "made_at": now.isoformat(), "columns": columns})
        for table in tables:
            _write_table(session, sealing, table)
        numbers = last_numbers(session.connection(), Row.metadata)
        sealing.seal({"numbers": numbers})
        return sealing.rows


def _write_table(session: Session, sealing: Sealing, table: Table) -> None:
    turns = writers([kind_of(column) for column in table.columns])
    ordered: Any = select(table).order_by(*table.primary_key.columns)
    with session.execute(ordered.execution_options(yield_per=BATCH)) as rows:
        for row in rows:
            sealing.row(table.name, turned(list(row), turns))
