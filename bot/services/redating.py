"""A publication date that becomes known later: moments are read again, facts stay what they are."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.understanding import Understood
from db.encoding import day
from db.models import DocumentRow
from db.queries.audit import record
from db.queries.documents import known_revision, reading_by
from db.queries.facts import change_moments
from db.queries.sequences import STORE_VERSION, take_one
from facts.types import PublishedBasis


def redate(session: Session, now: datetime, *, understood: Understood, actor: str) -> bool:
    """Give a standing document the day that a person named; say whether that changed anything.

    Ids and identities of its facts stay, so that nothing is told to anybody as new.
    """
    published = understood.particulars.published
    revision = known_revision(session, understood.sha256)
    if published.basis is not PublishedBasis.ADMIN or revision is None:
        return False
    document = session.get(DocumentRow, revision.document_id) if revision.document_id else None
    reading = reading_by(session, revision.id, understood.document.reading.reader)
    before = document.earliest if document and document.earliest == document.latest else None
    if document is None or reading is None or before == published.day:
        return False
    take_one(session, STORE_VERSION)
    document.earliest, document.latest = published.earliest, published.latest
    document.published_basis = published.basis.value
    change_moments(session, reading.id, understood.drafts)
    dates = {"before": day(before), "after": day(published.day)}
    subject = f"document {document.id}"
    record(session, now, actor=actor, verb="redate", subject=subject, particulars=dates)
    return True
