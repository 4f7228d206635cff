"""Documents, their exact contents and readings: finding and adding them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from db.models import (
    DocumentRow,
    PassageRow,
    ReadingRow,
    RevisionRow,
    SourceRow,
)
from db.queries.sequences import take
from db.queries.sources import source_id
from db.viewer import Viewer
from facts.quote import DocumentCard
from facts.types import Particulars, Published, PublishedBasis


def revision_of(session: Session, document_id: int, sha256: str) -> RevisionRow | None:
    """Return the revision of a document with exactly this content, if there is one."""
    exactly = RevisionRow.document_id == document_id, RevisionRow.sha256 == sha256
    return session.scalar(select(RevisionRow).where(*exactly).order_by(RevisionRow.id).limit(1))


def reading_by(session: Session, revision_id: int, reader: str) -> ReadingRow | None:
    """Return the reading that this reader took from the revision."""
    return session.scalar(
        select(ReadingRow).where(ReadingRow.revision_id == revision_id, ReadingRow.reader == reader)
    )


def add_documents(
    session: Session, wanted: Sequence[tuple[str, Particulars]], *, now: datetime
) -> list[DocumentRow]:
    """Store documents, given as their keys in the file and what is known about them."""
    outlets = dict.fromkeys(known.outlet for _, known in wanted)
    sources = {outlet: source_id(session, outlet) for outlet in outlets}
    ids = take(session, "document", len(wanted))
    rows = [
        DocumentRow(
            id=document_id,
            source_id=sources[known.outlet],
            key=key,
            title=known.title,
            url=known.url,
            earliest=known.published.earliest,
            latest=known.published.latest,
            published_basis=known.published.basis.value,
            created_at=now,
        )
        for (key, known), document_id in zip(wanted, ids, strict=True)
    ]
    session.add_all(rows)
    session.flush()
    return rows


def change_particulars(session: Session, row: DocumentRow, known: Particulars) -> None:
    """Set what is known about a document; what is not known any better stays."""
    row.title, row.url = known.title or row.title, known.url or row.url
    row.source_id = source_id(session, known.outlet) or row.source_id
    if known.published.earliest or known.published.latest:
        row.earliest, row.latest = known.published.earliest, known.published.latest
        row.published_basis = known.published.basis.value


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


def labelled_documents(
    session: Session, *, most: int, document_id: int | None = None
) -> list[tuple[DocumentCard, str]]:
    """Return the newest standing documents, or one, with the labels that say who may see them."""
    one = (DocumentRow.id == document_id,) if document_id is not None else ()
    rows = session.execute(
        select(DocumentRow, SourceRow.name)
        .outerjoin(SourceRow, SourceRow.id == DocumentRow.source_id)
        .where(DocumentRow.withdrawn_at.is_(None), *one)
        .order_by(DocumentRow.id.desc())
        .limit(most)
    )
    return [(card(document, outlet), document.visibility) for document, outlet in rows]


def _listed(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    return DocumentRow.visibility.in_(viewer.labels), DocumentRow.withdrawn_at.is_(None)


def labelled(labels: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a document has one of these labels: cheap in a statement kept."""
    return or_(False, *(DocumentRow.__table__.c.visibility == label for label in labels))


def card(document: DocumentRow, outlet: str | None) -> DocumentCard:
    """Return what a reader is told about a document."""
    published = Published(
        document.earliest, document.latest, PublishedBasis(document.published_basis)
    )
    return DocumentCard(document.id, document.title, outlet, published, document.url)


def labels_of_documents(session: Session) -> dict[int, str]:
    """Return the visibility label of every document, those taken back too."""
    rows = session.execute(select(DocumentRow.id, DocumentRow.visibility))
    return dict(rows.all())
