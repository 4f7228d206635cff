"""Whether the database itself is in order."""

from sqlalchemy import select, text
from sqlalchemy.orm import Session


def damaged_pages(session: Session) -> str | None:
    """Return what SQLite finds wrong with its file, None if nothing.

    PostgreSQL checks its own pages when it reads them.
    """
    if session.get_bind().dialect.name != "sqlite":
        return None
    found = session.scalar(text("PRAGMA integrity_check(1)"))
    return None if found == "ok" else f"{found}: restore the newest backup"


def broken_links(session: Session) -> str | None:
    """Return which table has rows that point nowhere, None if all is well."""
    if session.get_bind().dialect.name != "sqlite":
        return None
    row = session.execute(text("PRAGMA foreign_key_check")).first()
    return None if row is None else f"rows of {row[0]} point nowhere: restore the newest backup"


def answers(session: Session) -> bool:
    """Say that the store answers; raises one of STORE_FAILURES when it does not."""
    return bool(session.scalar(select(1)))
