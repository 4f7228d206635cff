"""Loads: what each brought, which stand, and the contents that they made known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, exists, func, select, update
from sqlalchemy.orm import Session, undefer

from db.models import (
    BlockRow,
    DocumentRow,
    FactRow,
    FixRow,
    LoadRevisionRow,
    LoadRow,
    PassageRow,
    ReadingRow,
    RevisionRow,
    SourceRow,
)
from db.queries.documents import card
from db.queries.terms import chunks
from db.viewer import EVERYTHING, Viewer
from facts.reconcile.plan import Known
from facts.text import fold
from facts.types import Particulars


def known_contents(session: Session, hashes: Sequence[str], viewer: Viewer) -> dict[str, Known]:
    """Return what is known of these exact contents, in documents that a viewer may see.

    One that no applied load stands for is not, nor is one whose document has expired.
    """
    found: dict[str, Known] = {}
    for chunk in chunks(hashes):
        rows = session.execute(
            select(
                RevisionRow.sha256,
                LoadRow.applied_at,
                LoadRow.actor,
                ReadingRow.reader,
                DocumentRow,
                SourceRow.name,
            )
            .join(LoadRevisionRow, LoadRevisionRow.revision_id == RevisionRow.id)
            .join(LoadRow, LoadRow.id == LoadRevisionRow.load_id)
            .join(ReadingRow, ReadingRow.id == LoadRevisionRow.reading_id)
            .join(DocumentRow, DocumentRow.id == RevisionRow.document_id)
            .outerjoin(SourceRow, SourceRow.id == DocumentRow.source_id)
            .where(RevisionRow.sha256.in_(chunk), LoadRow.state == "applied")
            .where(DocumentRow.withdrawn_at.is_(None), DocumentRow.visibility.in_(viewer.labels))
            .order_by(LoadRow.id)
        )
        for sha256, since, actor, reader, row, outlet in rows:
            first = found.get(sha256)
            if first and first.document_id == row.id:
                found[sha256] = replace(first, reader=reader)
            elif since and not first:
                found[sha256] = Known(since, actor, reader, row.id, _particulars(row, outlet))
    return found


def _particulars(row: DocumentRow, outlet: str | None) -> Particulars:
    told = card(row, outlet)
    return Particulars(told.title, outlet, told.published, told.url)


def former_documents(session: Session, hashes: Sequence[str], viewer: Viewer) -> dict[str, int]:
    """Return the documents, withdrawn or not, that these exact contents were revisions of.

    Of several that a viewer may see it is one that stands, the first.
    """
    found: dict[str, int] = {}
    for chunk in chunks(hashes):
        rows = session.execute(
            select(RevisionRow.sha256, DocumentRow.id)
            .join(DocumentRow, DocumentRow.id == RevisionRow.document_id)
            .where(RevisionRow.sha256.in_(chunk), DocumentRow.visibility.in_(viewer.labels))
            .order_by(DocumentRow.withdrawn_at.is_not(None), DocumentRow.id)
        )
        for sha256, document_id in rows:
            found.setdefault(sha256, document_id)
    return found


def hidden_copies(session: Session, hashes: Sequence[str], viewer: Viewer) -> dict[str, list[int]]:
    """Return the standing documents of these exact contents that a viewer may not see."""
    found: dict[str, list[int]] = {}
    if viewer == EVERYTHING:
        return found
    for chunk in chunks(hashes):
        rows = session.execute(
            select(RevisionRow.sha256, DocumentRow.id)
            .join(DocumentRow, DocumentRow.id == RevisionRow.document_id)
            .where(RevisionRow.sha256.in_(chunk), DocumentRow.withdrawn_at.is_(None))
            .where(DocumentRow.visibility.not_in(viewer.labels))
            .order_by(DocumentRow.id)
        )
        for sha256, document_id in rows:
            found.setdefault(sha256, []).append(document_id)
    return found


def brings_hidden(session: Session, load_id: int, viewer: Viewer) -> bool:
    """Say whether a load brings a content of a document that a viewer may not see."""
    hidden = (
        select(DocumentRow.id)
        .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
        .join(LoadRevisionRow, LoadRevisionRow.revision_id == RevisionRow.id)
        .where(LoadRevisionRow.load_id == load_id)
        .where(DocumentRow.visibility.not_in(viewer.labels))
    )
    return session.scalar(hidden.limit(1)) is not None


def origin(session: Session, document_id: int) -> str | None:
    """Return the hash of the first content of a document."""
    first = select(RevisionRow.sha256).where(RevisionRow.document_id == document_id)
    return session.scalar(first.order_by(RevisionRow.id).limit(1))


# What the desk states is loaded under this name. Each is a document of its own, though those of a
# day by one person are called the same.
DESK_NOTE = "desk-note.csv"


def namesakes(
    session: Session, file_name: str, wanted: Sequence[tuple[str, Particulars]], viewer: Viewer
) -> list[list[int]]:
    """Return for each document (key, particulars) of a file the standing ones it may be.

    A viewer may see them, and they have the same address; or the same title and outlet; or the
    same title, key and file name. The newest comes first. A statement of the desk is none but
    itself.
    """
    if file_name == DESK_NOTE:
        return [[] for _ in wanted]
    under: dict[tuple[str, ...], set[int]] = {}
    for row in _documents_named(session, file_name, [known for _, known in wanted], viewer):
        title = fold(row.title or "")
        names: list[tuple[str, ...]] = []
        names += [("file", title, row.key)] if row.file_name == file_name else []
        names += [("url", row.url)] if row.url else []
        names += [("outlet", title, row.outlet)] if row.title and row.outlet else []
        for name in names:
            under.setdefault(name, set()).add(row.id)
    return [sorted(_under(under, key, known), reverse=True) for key, known in wanted]


def _under(under: dict[tuple[str, ...], set[int]], key: str, known: Particulars) -> set[int]:
    title = fold(known.title or "")
    names = [("file", title, key), ("url", known.url or ""), ("outlet", title, known.outlet or "")]
    return {document for name in names for document in under.get(name, ())}


def _documents_named(
    session: Session, file_name: str, wanted: Sequence[Particulars], viewer: Viewer
) -> list[Row[*tuple[Any, ...]]]:
    titles = sorted({known.title for known in wanted if known.title and known.outlet})
    urls = sorted({known.url for known in wanted if known.url})
    named = [RevisionRow.file_name == file_name]
    named += [DocumentRow.title.in_(chunk) for chunk in chunks(titles)]
    named += [DocumentRow.url.in_(chunk) for chunk in chunks(urls)]
    seen = _NAMED.where(DocumentRow.visibility.in_(viewer.labels))
    return [row for condition in named for row in session.execute(seen.where(condition))]


_NAMED: Select[*tuple[Any, ...]] = (
    select(
        DocumentRow.id,
        DocumentRow.title,
        DocumentRow.url,
        DocumentRow.key,
        SourceRow.name.label("outlet"),
        RevisionRow.file_name,
    )
    .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
    .outerjoin(SourceRow, SourceRow.id == DocumentRow.source_id)
    .where(DocumentRow.withdrawn_at.is_(None))
)


def newest_loads(session: Session, *, most: int) -> list[tuple[LoadRow, int]]:
    """Return the newest loads, each with how many facts stand by the passages it placed."""
    facts = (
        select(func.count(PassageRow.fact_id.distinct()))
        .join(FactRow, FactRow.id == PassageRow.fact_id)
        .where(PassageRow.load_id == LoadRow.id, PassageRow.live_until.is_(None))
        .where(FactRow.live_until.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(select(LoadRow, facts).order_by(LoadRow.id.desc()).limit(most))
    return [(load, count) for load, count in rows]


def documents_of_load(session: Session, load_id: int) -> list[int]:
    """Return the documents that a load brought a content of."""
    brought = (
        select(RevisionRow.document_id)
        .join(LoadRevisionRow, LoadRevisionRow.revision_id == RevisionRow.id)
        .where(LoadRevisionRow.load_id == load_id, RevisionRow.document_id.is_not(None))
    )
    return [document for document in session.scalars(brought.distinct()) if document]


def withdraw_documents(
    session: Session, document_ids: Sequence[int], *, now: datetime
) -> list[int]:
    """Withdraw those of the documents that no applied load brings any more; return them.

    One that had expired and was loaded again has none standing either, once that load is undone.
    """
    withdrawn: list[int] = []
    for chunk in chunks(document_ids):
        held = (
            exists()
            .where(RevisionRow.document_id == DocumentRow.id)
            .where(LoadRevisionRow.revision_id == RevisionRow.id)
            .where(LoadRow.id == LoadRevisionRow.load_id, LoadRow.state == "applied")
        )
        stated = exists().where(PassageRow.document_id == DocumentRow.id)
        stands = stated.where(PassageRow.live_until.is_(None))
        gone = ~held | (stated & ~stands)
        wanted = select(DocumentRow).where(DocumentRow.id.in_(chunk), gone)
        for row in session.scalars(wanted.order_by(DocumentRow.id)):
            row.withdrawn_at = now
            withdrawn.append(row.id)
    session.flush()
    return withdrawn


def load_by_id(session: Session, load_id: int) -> LoadRow | None:
    """Return a load; on PostgreSQL its row is locked, so that only one session applies it."""
    return session.scalar(select(LoadRow).where(LoadRow.id == load_id).with_for_update())


def brought_by_load(
    session: Session, load_id: int
) -> Sequence[tuple[LoadRevisionRow, RevisionRow, ReadingRow]]:
    """Return what a load brought, in the order of its file, with the readings it was planned on."""
    rows = session.execute(
        select(LoadRevisionRow, RevisionRow, ReadingRow)
        .join(RevisionRow, RevisionRow.id == LoadRevisionRow.revision_id)
        .join(ReadingRow, ReadingRow.id == LoadRevisionRow.reading_id)
        .where(LoadRevisionRow.load_id == load_id)
        .order_by(LoadRevisionRow.position)
        .options(undefer(LoadRevisionRow.drafts), undefer(ReadingRow.text))
    )
    return [(brought, revision, reading) for brought, revision, reading in rows]


def loads_bringing(session: Session, revision_id: int) -> Sequence[LoadRow]:
    """Return the loads that brought a content, and were not given up."""
    brought = select(LoadRevisionRow.load_id).where(LoadRevisionRow.revision_id == revision_id)
    return session.scalars(select(LoadRow).where(LoadRow.id.in_(brought))).all()


def forget_brought(session: Session, load_id: int) -> None:
    """Delete what a load brought, and the contents that no other load did, with their fixes."""
    brought = select(LoadRevisionRow.revision_id).where(LoadRevisionRow.load_id == load_id)
    revisions = sorted(session.scalars(brought))
    session.execute(delete(LoadRevisionRow).where(LoadRevisionRow.load_id == load_id))
    for chunk in chunks(revisions):
        held = exists().where(LoadRevisionRow.revision_id == RevisionRow.id)
        unused = select(RevisionRow.id).where(
            RevisionRow.id.in_(chunk), RevisionRow.document_id.is_(None), ~held
        )
        forgotten = list(session.scalars(unused))
        readings = select(ReadingRow.id).where(ReadingRow.revision_id.in_(forgotten))
        session.execute(delete(BlockRow).where(BlockRow.reading_id.in_(readings)))
        session.execute(delete(ReadingRow).where(ReadingRow.revision_id.in_(forgotten)))
        session.execute(delete(FixRow).where(FixRow.revision_id.in_(forgotten)))
        session.execute(delete(RevisionRow).where(RevisionRow.id.in_(forgotten)))
    session.flush()


def set_expiry(session: Session, document_ids: Sequence[int], moment: datetime) -> None:
    """Let documents expire at a moment."""
    for chunk in chunks(document_ids):
        wanted = update(DocumentRow).where(DocumentRow.id.in_(chunk))
        session.execute(wanted.values(expires_at=moment))


def held_loads(session: Session, *, until: datetime | None = None) -> Sequence[LoadRow]:
    """Return the loads under embargo, the next to go live first; those due by `until` if given."""
    held = select(LoadRow).where(LoadRow.live_at.is_not(None), LoadRow.state == "rehearsed")
    if until is not None:
        held = held.where(LoadRow.live_at <= until)
    return session.scalars(held.order_by(LoadRow.live_at, LoadRow.id)).all()


def expiring(session: Session, now: datetime) -> Sequence[DocumentRow]:
    """Return the standing documents that have run out."""
    past = select(DocumentRow).where(DocumentRow.expires_at <= now)
    return session.scalars(
        past.where(DocumentRow.withdrawn_at.is_(None)).order_by(DocumentRow.id)
    ).all()
