"""Sources: who published."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DocumentRow, SourceRow
from db.queries.sequences import take_one


def outlet_of(session: Session, document: DocumentRow) -> str | None:
    """Return who published a document, None when that is unknown."""
    if document.source_id is None:
        return None
    return session.get_one(SourceRow, document.source_id).name


def source_id(session: Session, outlet: str | None) -> int | None:
    """Return the source of this name, added if it is new; None where the outlet is unknown."""
    if outlet is None:
        return None
    known = session.scalar(select(SourceRow.id).where(SourceRow.name == outlet))
    if known is not None:
        return known
    row = SourceRow(id=take_one(session, "source"), name=outlet)
    session.add(row)
    session.flush()
    return row.id
