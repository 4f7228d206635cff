"""What a load brings, as it is weighed: read just now, or stored with the load."""

import hashlib
from dataclasses import replace

from sqlalchemy.orm import Session

from bot.services.understanding import Understood
from db.encoding import draft, particulars
from db.models import DocumentRow, LoadRevisionRow, ReadingRow, RevisionRow
from db.queries.documents import card
from db.queries.loads import brought_by_load
from db.queries.receiving import Received
from db.queries.sources import outlet_of
from facts.extraction.extract import extract
from facts.reconcile.plan import Brought, DocumentPlan
from facts.types import Particulars


def brought(file_name: str, each: Understood, *, apart: int = 0) -> Brought:
    """Return a document that was understood just now, of one load alone if that is `apart`."""
    reading = each.document.reading
    return Brought(
        file_name,
        each.document.key,
        each.sha256,
        each.particulars,
        reading.text,
        reading.reader,
        each.drafts,
        each.document.unread,
        apart,
    )


def stored(part: LoadRevisionRow, revision: RevisionRow, reading: ReadingRow) -> Brought:
    """Return a document as a load keeps it."""
    known = particulars(part.particulars)
    drafts = tuple(draft(value, reading.text, known.title) for value in part.drafts)
    return Brought(
        revision.file_name,
        part.key,
        revision.sha256,
        known,
        reading.text,
        reading.reader,
        drafts,
        apart=revision.apart,
    )


def words_brought(session: Session, load_id: int) -> str:
    """Return the words of the facts that a load brings which waits."""
    parts = brought_by_load(session, load_id)
    return " ".join(draft.text for part in parts for draft in stored(*part).drafts)


def carried(session: Session, each: Understood, plan: DocumentPlan) -> Understood:
    """Let a document keep what was known about it where its new content does not say."""
    if not plan.revises:
        return each
    row = session.get_one(DocumentRow, plan.revises)
    before, now = card(row, outlet_of(session, row)), each.particulars
    dated = now.published.day is not None or before.published.day is None
    known = Particulars(
        title=now.title or before.title,
        outlet=now.outlet or before.outlet,
        published=now.published if dated else before.published,
        url=now.url or before.url,
    )
    if known == now:
        return each
    drafts = each.drafts if dated else extract(each.document.reading, before.published)
    return replace(each, particulars=known, drafts=drafts)


def received(understood: Understood, plan: DocumentPlan) -> Received:
    """Return a document's content and reading as they are stored for what is planned."""
    document = understood.document
    text_sha256 = hashlib.sha256(document.reading.text.encode()).hexdigest()
    return Received(
        document.content,
        understood.sha256,
        document.reading,
        text_sha256,
        plan.document_id,
        plan.brought.apart,
    )
