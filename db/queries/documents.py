"""Documents, their exact contents and readings: finding and adding them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, insert, select
from sqlalchemy.orm import Session

from db.models import (
    BlockRow,
    DocumentRow,
    PassageRow,
    ReadingRow,
    RevisionRow,
    SourceRow,
)
from db.queries.sequences import take_one
from db.queries.sources import source_id
from db.viewer import Viewer
from facts.quote import DocumentCard
from facts.types import Block, Particulars, Published, PublishedBasis, Reading


def known_revision(session: Session, sha256: str) -> RevisionRow | None:
    """Return the revision with exactly this content, if it was ever received."""
    return session.scalar(select(RevisionRow).where(RevisionRow.sha256 == sha256))


def add_revision(
    session: Session, *, file_name: str, content: bytes, sha256: str, now: datetime
) -> RevisionRow:
    """Store an exact content that no document has yet."""
    row = RevisionRow(
        id=take_one(session, "revision"),
        document_id=None,
        file_name=file_name,
        sha256=sha256,
        content=content,
        received_at=now,
    )
    session.add(row)
    session.flush()
    return row


def reading_by(session: Session, revision_id: int, reader: str) -> ReadingRow | None:
    """Return the reading that this reader took from the revision."""
    return session.scalar(
        select(ReadingRow).where(ReadingRow.revision_id == revision_id, ReadingRow.reader == reader)
    )


def add_reading(
    session: Session, revision: RevisionRow, reading: Reading, *, sha256: str, now: datetime
) -> ReadingRow:
    """Store a reading and its blocks."""
    row = ReadingRow(
        id=take_one(session, "reading"),
        revision_id=revision.id,
        reader=reading.reader,
        text=reading.text,
        sha256=sha256,
        created_at=now,
    )
    session.add(row)
    session.flush()
    _add_blocks(session, row.id, reading.blocks)
    return row


def add_document(session: Session, *, key: str, known: Particulars, now: datetime) -> DocumentRow:
    """Store a document with what is known about it."""
    row = DocumentRow(
        id=take_one(session, "document"),
        source_id=source_id(session, known.outlet),
        key=key,
        title=known.title,
        url=known.url,
        earliest=known.published.earliest,
        latest=known.published.latest,
        published_basis=known.published.basis.value,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def change_particulars(session: Session, row: DocumentRow, known: Particulars) -> None:
    """Set what is known about a document; what is not known any better stays."""
    row.title, row.url = known.title or row.title, known.url or row.url
    row.source_id = source_id(session, known.outlet) or row.source_id
    if known.published.earliest or known.published.latest:
        row.earliest, row.latest = known.published.earliest, known.published.latest
        row.published_basis = known.published.basis.value


def _add_blocks(session: Session, reading_id: int, blocks: Sequence[Block]) -> None:
    rows = [
        {
            "reading_id": reading_id,
            "position": position,
            "kind": block.kind.value,
            "start": block.start,
            "end": block.end,
            "level": block.level,
        }
        for position, block in enumerate(blocks)
    ]
    if rows:
        session.execute(insert(BlockRow), rows)


def document_exists(session: Session, document_id: int) -> bool:
    """Say whether a document has this id, withdrawn or not."""
    return session.get(DocumentRow, document_id) is not None


def facts_in_document(session: Session, document_id: int) -> int:
    """Return how many facts a document states now."""
    stated = select(func.count(PassageRow.fact_id.distinct())).where(
        PassageRow.document_id == document_id, PassageRow.live_until.is_(None)
    )
    return session.scalar(stated) or 0


def document_titles(session: Session, viewer: Viewer, *, most: int) -> list[str]:
    """Return the titles of the newest documents that this viewer may see."""
    seen = select(DocumentRow.title).where(*_listed(viewer), DocumentRow.title.is_not(None))
    rows = session.scalars(seen.order_by(DocumentRow.id.desc()).limit(most))
    return [title for title in rows if title]


def newest_document_day(session: Session, viewer: Viewer) -> date | None:
    """Return the newest known day of publication."""
    return session.scalar(
        select(func.max(DocumentRow.earliest)).where(
            *_listed(viewer), DocumentRow.earliest == DocumentRow.latest
        )
    )


def document_cards(
    session: Session, viewer: Viewer, *, most: int
) -> Sequence[tuple[DocumentCard, int]]:
    """Return the newest documents that this viewer may see, with their numbers of facts."""
    rows = session.execute(
        select(DocumentRow, SourceRow.name, func.count(PassageRow.fact_id.distinct()))
        .outerjoin(SourceRow, SourceRow.id == DocumentRow.source_id)
        .outerjoin(
            PassageRow,
            and_(PassageRow.document_id == DocumentRow.id, PassageRow.live_until.is_(None)),
        )
        .where(*_listed(viewer))
        .group_by(DocumentRow.id, SourceRow.name)
        .order_by(DocumentRow.id.desc())
        .limit(most)
    )
    return [(card(document, outlet), count) for document, outlet, count in rows]


def _listed(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    return DocumentRow.visibility.in_(viewer.labels), DocumentRow.withdrawn_at.is_(None)


def card(document: DocumentRow, outlet: str | None) -> DocumentCard:
    """Return what a reader is told about a document."""
    published = Published(
        document.earliest, document.latest, PublishedBasis(document.published_basis)
    )
    return DocumentCard(document.id, document.title, outlet, published, document.url)
