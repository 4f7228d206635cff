"""What keeps answers quick once much was loaded."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.queries.upkeep import changed_tables, gather_statistics


def upkeep_due(session: Session, now: datetime) -> bool:
    """Say whether a load may have left the store slower than it need be: SQLite never is."""
    return session.get_bind().dialect.name != "sqlite" and bool(changed_tables(session))


def keep_up(session: Session, now: datetime) -> None:
    """Tell PostgreSQL's planner what there is now."""
    changed = changed_tables(session)
    if changed:
        gather_statistics(session, changed)
