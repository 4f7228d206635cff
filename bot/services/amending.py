"""Particulars that become known later: a date, an outlet or a title given for a known document.

Facts stay what they are, so that nothing is told to anybody as new.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.holding import fixed_drafts
from bot.services.understanding import Understood
from db.encoding import day
from db.models import DocumentRow
from db.queries.audit import record
from db.queries.documents import card, change_particulars, reading_by, revision_of
from db.queries.facts import change_moments
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.sources import outlet_of
from db.queries.standing import standing_passages
from db.queries.terms import file_also
from db.viewer import LABELS
from facts.answering.index import filed_words
from facts.types import Particulars, Published, PublishedBasis


@dataclass(frozen=True, slots=True)
class Amendment:
    """One particular of a standing document, as it is and as a person now says it is."""

    name: str
    before: str | None
    after: str


def amendments(session: Session, *, document_id: int, given: Particulars) -> tuple[Amendment, ...]:
    """Return what a person gives for a known document that the store says otherwise."""
    row = _standing(session, document_id)
    if row is None:
        return ()
    known = card(row, outlet_of(session, row))
    dated = given.published.day if given.published.basis is PublishedBasis.ADMIN else None
    told = (
        ("published", day(known.published.day), day(dated)),
        ("outlet", known.outlet, given.outlet),
        ("title", known.title, given.title),
    )
    return tuple(
        Amendment(name, before, after) for name, before, after in told if after and after != before
    )


def amend(
    session: Session,
    now: datetime,
    *,
    document_id: int,
    understood: Understood,
    given: Particulars,
    actor: str,
) -> tuple[Amendment, ...]:
    """Set what a person gives for a known document, of this content; return what that changed."""
    changed = amendments(session, document_id=document_id, given=given)
    row = _standing(session, document_id)
    if row is None or not changed:
        return ()
    take_one(session, STORE_VERSION)
    names = {each.name for each in changed}
    dated = given.published if "published" in names else Published()
    change_particulars(session, row, Particulars(given.title, given.outlet, dated))
    if "published" in names:
        _read_moments_anew(session, row.id, understood)
    if "title" in names and given.title:
        level = LABELS.index(row.visibility)
        facts = [passage.fact_id for passage in standing_passages(session, row.id)]
        file_also(session, sorted(set(facts)), dict(filed_words(given.title)), level=level)
    told = {each.name: {"before": each.before, "after": each.after} for each in changed}
    subject = f"document {row.id}"
    record(session, now, actor=actor, verb="amend", subject=subject, particulars=told)
    return changed


def _standing(session: Session, document_id: int) -> DocumentRow | None:
    row = session.get(DocumentRow, document_id)
    return row if row and row.withdrawn_at is None else None


def _read_moments_anew(session: Session, document_id: int, understood: Understood) -> None:
    revision = revision_of(session, document_id, understood.sha256)
    reader = understood.document.reading.reader
    reading = reading_by(session, revision.id, reader) if revision else None
    if revision is not None and reading is not None:
        drafts = fixed_drafts(
            session,
            revision=revision,
            drafts=understood.drafts,
            text=understood.document.reading.text,
        )
        change_moments(session, reading.id, drafts)
