"""What keeps answers quick once much was loaded, done in short steps."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.queries.upkeep import (
    MOST_PARTS,
    changed_tables,
    gather_statistics,
    index_parts,
    merge_index,
    sort_in,
)

PAGES = 300  # of the index in a step: some hundredths of a second, in which nobody else writes


def upkeep_due(session: Session, now: datetime) -> bool:
    """Say whether a load may have left the store slower than it need be."""
    return not _on_sqlite(session) or index_parts(session) > MOST_PARTS


def keep_up(session: Session, now: datetime) -> bool:
    """Do the next step; say whether another is due."""
    if not _on_sqlite(session):
        sort_in(session)
        changed = changed_tables(session)
        if changed:
            gather_statistics(session, changed)
        return False
    if index_parts(session) > 1:
        merge_index(session, pages=PAGES)
    return index_parts(session) > 1


def _on_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
