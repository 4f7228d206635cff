"""What keeps answers quick once much was loaded, done in short steps."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.queries.upkeep import (
    MOST_PARTS,
    changed_tables,
    gather_statistics,
    index_parts,
    merge_index,
)

PAGES = 300  # of the index in a step: some hundredths of a second, in which nobody else writes


def upkeep_due(session: Session, now: datetime) -> bool:
    """Say whether loads have left the store slower than it need be."""
    return index_parts(session) > MOST_PARTS or bool(changed_tables(session))


def keep_up(session: Session, now: datetime) -> bool:
    """Do the next step; say whether another is due."""
    changed = changed_tables(session)
    if changed:
        gather_statistics(session, changed)
        return False
    if index_parts(session) > 1:
        merge_index(session, pages=PAGES)
    return index_parts(session) > 1
