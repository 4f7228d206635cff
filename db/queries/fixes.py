"""Fixes: which hold for a document, what they are put back from, and drafts of what stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select, update
from sqlalchemy.orm import Session, undefer

from db import encoding
from db.inserting import insert_into
from db.models import (
    DeliveryFactRow,
    DeliveryRow,
    DocumentRow,
    FactRow,
    FixRow,
    LoadRevisionRow,
    LoadRow,
    PassageRow,
    ReadingRow,
    RevisionRow,
    SightingRow,
)
from db.queries.standing import STANDING
from db.queries.terms import chunks
from facts.fixing.fields import Field
from facts.fixing.replay import Fix
from facts.types import Attribution, Basis, FactDraft, FactKind, Span

HOLDS = FixRow.put_back_at.is_(None)


@dataclass(frozen=True, slots=True)
class HeldFix:
    """A fix that holds, with the content and the document that it was made on."""

    sha256: str
    apart: int
    document_id: int | None
    fix: Fix

    def concerns(self, document_id: int | None, sha256: str, apart: int) -> bool:
        """Say whether it was made on this document or, where it is of none, on this content."""
        if self.document_id is not None:
            return self.document_id == document_id
        return (self.sha256, self.apart) == (sha256, apart)


def fixes_held(
    session: Session, hashes: Sequence[str], document_ids: Sequence[int]
) -> list[HeldFix]:
    """Return what people fixed in these contents and documents, in the order they did."""
    if not session.scalar(select(exists().where(HOLDS))):
        return []
    found: dict[int, HeldFix] = {}
    wanted = [RevisionRow.sha256.in_(chunk) for chunk in chunks(hashes)]
    wanted += [RevisionRow.document_id.in_(chunk) for chunk in chunks(document_ids)]
    for condition in wanted:
        rows = session.execute(
            select(FixRow, RevisionRow.sha256, RevisionRow.apart, RevisionRow.document_id)
            .join(RevisionRow, RevisionRow.id == FixRow.revision_id)
            .where(HOLDS, condition)
        )
        found.update((row.id, HeldFix(sha, own, at, fix_of(row))) for row, sha, own, at in rows)
    return [found[number] for number in sorted(found)]


def fix_of(row: FixRow) -> Fix:
    """Return a fix as drafts are passed through it."""
    return Fix(Field(row.field), row.words, row.nth, row.identity, row.value)


def rows_of_act(session: Session, act: int) -> Sequence[FixRow]:
    """Return the fixes of one act, held or put back."""
    return session.scalars(select(FixRow).where(FixRow.act == act).order_by(FixRow.id)).all()


def take_back_act(session: Session, act: int, *, actor: str, now: datetime) -> bool:
    """Mark an act's fixes as put back; say whether this call did it, and not one before."""
    done = session.execute(
        update(FixRow)
        .where(FixRow.act == act, HOLDS)
        .values(put_back_by=actor, put_back_at=now)
        .returning(FixRow.id)
    )
    return bool(done.all())


def held_since(session: Session, row: FixRow) -> Sequence[FixRow]:
    """Return the fixes of the same document that were made after this one and still hold."""
    document = select(RevisionRow.document_id).where(RevisionRow.id == row.revision_id)
    same = or_(
        FixRow.revision_id == row.revision_id,
        RevisionRow.document_id == document.scalar_subquery(),
    )
    later = (
        select(FixRow)
        .join(RevisionRow, RevisionRow.id == FixRow.revision_id)
        .where(HOLDS, FixRow.act > row.act, same)
    )
    return session.scalars(later.order_by(FixRow.id)).all()


def last_act_on(session: Session, fact_id: int) -> int | None:
    """Return the newest act that still holds and that made this fact what it is."""
    documents = select(PassageRow.document_id).where(PassageRow.fact_id == fact_id)
    rows = session.scalars(
        select(FixRow)
        .join(RevisionRow, RevisionRow.id == FixRow.revision_id)
        .where(HOLDS, or_(FixRow.fact_id == fact_id, RevisionRow.document_id.in_(documents)))
        .order_by(FixRow.id.desc())
    )
    concerned = (r.act for r in rows if fact_id == r.fact_id or fact_id in r.value.get("made", ()))
    return next(concerned, None)


@dataclass(frozen=True, slots=True)
class StandingSheet:
    """What a document states now as drafts, each with its fact, in the order of its words."""

    document: DocumentRow
    revision: RevisionRow
    reading: ReadingRow
    load_id: int
    drafts: tuple[FactDraft, ...]
    fact_ids: tuple[int, ...]


def standing_sheet(session: Session, document_id: int) -> StandingSheet | None:
    """Return what a document states now; None when nothing of it stands."""
    rows = session.execute(
        select(FactRow, PassageRow)
        .join(PassageRow, PassageRow.fact_id == FactRow.id)
        .where(PassageRow.document_id == document_id, STANDING)
        .order_by(PassageRow.start, PassageRow.id)
    ).all()
    if not rows:
        return None
    newest = max(passage.reading_id for _, passage in rows)
    reading = session.get_one(ReadingRow, newest, options=[undefer(ReadingRow.text)])
    here = [(fact, passage) for fact, passage in rows if passage.reading_id == newest]
    document = session.get_one(DocumentRow, document_id)
    return StandingSheet(
        document,
        session.get_one(RevisionRow, reading.revision_id),
        reading,
        max(passage.load_id or 0 for _, passage in here),
        tuple(_draft(fact, passage, document.title) for fact, passage in here),
        tuple(fact.id for fact, _ in here),
    )


def documents_stating(session: Session, fact_id: int) -> list[int]:
    """Return the documents that state a fact now."""
    rows = select(PassageRow.document_id).where(PassageRow.fact_id == fact_id, STANDING)
    return sorted(session.scalars(rows.distinct()))


def rehearsed_part(
    session: Session, load_id: int, revision_id: int
) -> tuple[LoadRevisionRow, RevisionRow, ReadingRow] | None:
    """Return one content of a load that is only rehearsed, with the reading it was planned on."""
    row = session.execute(
        select(LoadRevisionRow, RevisionRow, ReadingRow)
        .join(LoadRow, LoadRow.id == LoadRevisionRow.load_id)
        .join(RevisionRow, RevisionRow.id == LoadRevisionRow.revision_id)
        .join(ReadingRow, ReadingRow.id == LoadRevisionRow.reading_id)
        .where(LoadRow.id == load_id, LoadRow.state == "rehearsed")
        .where(LoadRevisionRow.revision_id == revision_id)
        .options(undefer(LoadRevisionRow.drafts), undefer(ReadingRow.text))
    ).first()
    return (row[0], row[1], row[2]) if row else None


def share_sightings(session: Session, gone: Sequence[int], made: Sequence[int]) -> None:
    """Let whoever was shown all of `gone` count as shown each of `made`: the words are the same."""
    seen: list[dict[int, SightingRow]] = []
    for fact_id in gone:
        rows = session.scalars(select(SightingRow).where(SightingRow.fact_id == fact_id))
        seen.append({row.chat_id: row for row in rows})
    chats = set.intersection(*map(set, seen)) if seen else set()
    values = [
        {"chat_id": c, "fact_id": f, "delivery_id": seen[0][c].delivery_id, "at": seen[0][c].at}
        for c in sorted(chats)
        for f in made
    ]
    for chunk in chunks(values, 1_000):
        session.execute(insert_into(session, SightingRow).on_conflict_do_nothing(), list(chunk))


def _draft(fact: FactRow, passage: PassageRow, title: str | None) -> FactDraft:
    return FactDraft(
        text=fact.text,
        span=Span(passage.start, passage.end),
        block=passage.block,
        kind=FactKind(fact.kind),
        context=encoding.context(passage.context, title),
        attribution=Attribution(fact.speaker, fact.role, Basis(fact.basis), fact.speaker_sure),
        moments=tuple(encoding.moment(value) for value in passage.moments),
        figures=tuple(encoding.figure(value) for value in passage.figures),
        names=tuple(encoding.name(value) for value in passage.names),
        external_id=fact.external_id,
        topic=fact.topic,
        url=fact.url,
    )


def last_act_on_words(session: Session, revision_id: int, words: str) -> int | None:
    """Return the newest act that still holds on a fact of a content that is only rehearsed."""
    rows = session.scalars(
        select(FixRow).where(HOLDS, FixRow.revision_id == revision_id).order_by(FixRow.id.desc())
    )
    return next(
        (r.act for r in rows if words == r.words or words in r.value.get("pieces", ())), None
    )


def revisions_of_load(session: Session, load_id: int) -> list[int]:
    """Return the contents that a load brought, in the order of its file."""
    rows = select(LoadRevisionRow.revision_id).where(LoadRevisionRow.load_id == load_id)
    return list(session.scalars(rows.order_by(LoadRevisionRow.position)))


def facts_shown_in(session: Session, chat_id: int, message_id: int) -> list[int]:
    """Return the facts that a message of ours showed, in their order."""
    here = or_(DeliveryRow.message_id == message_id, DeliveryRow.edits_message_id == message_id)
    rows = (
        select(DeliveryFactRow.fact_id)
        .join(DeliveryRow, DeliveryRow.id == DeliveryFactRow.delivery_id)
        .where(DeliveryRow.chat_id == chat_id, here)
    )
    return sorted(session.scalars(rows.distinct()))
