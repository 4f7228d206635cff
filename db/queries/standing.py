"""What stands: passages end and return, and facts with them; statements to weigh a load against."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, exists, func, select, update
from sqlalchemy.orm import Session

from db import encoding
from db.models import (
    CorrectionRow,
    DocumentRow,
    FactLinkRow,
    FactRow,
    FixRow,
    LoadRevisionRow,
    LoadRow,
    PassageRow,
    RevisionRow,
    SourceRow,
)
from db.queries.sequences import take
from db.queries.terms import chunks, recount
from facts.links import LinkKind
from facts.reconcile.revise import StandingPassage
from facts.reconcile.statement import Statement
from facts.types import Attribution, Basis, FactKind, Published, PublishedBasis

STANDING = PassageRow.live_until.is_(None)
# What a source or an editor took back does not come back by another copy of it.
_CORRECTED = exists().where(
    FactLinkRow.earlier_id == FactRow.id, FactLinkRow.kind == LinkKind.CORRECTED.value
) | exists().where(CorrectionRow.fact_id == FactRow.id, CorrectionRow.undone_at.is_(None))


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact that the store knows, standing or not; `corrected` says that it was taken back."""

    id: int
    stands: bool
    corrected: bool


def stored_by_identity(session: Session, identities: Sequence[str]) -> dict[str, StoredFact]:
    """Return the known facts among these identities."""
    found: dict[str, StoredFact] = {}
    for chunk in chunks(identities):
        rows = session.execute(
            select(FactRow.identity, FactRow.id, FactRow.live_until, _CORRECTED).where(
                FactRow.identity.in_(chunk)
            )
        )
        found.update((name, StoredFact(i, until is None, back)) for name, i, until, back in rows)
    return {**_under_former_identity(session, identities), **found}


def _under_former_identity(session: Session, identities: Sequence[str]) -> dict[str, StoredFact]:
    """Return facts under the identities that they had before a person set a field of them.

    Another document that states the same, and is understood as wrongly, states the same fact.
    """
    found: dict[str, StoredFact] = {}
    for chunk in chunks(identities):
        rows = session.execute(
            select(FixRow.identity, FactRow.id, FactRow.live_until, _CORRECTED)
            .join(FactRow, FactRow.id == FixRow.fact_id)
            .where(FixRow.identity.in_(chunk), FixRow.put_back_at.is_(None))
            .where(FixRow.field.in_(("speaker", "role", "moment", "kind", "topic")))
            .order_by(FixRow.id.desc())
        )
        found.update((name, StoredFact(i, until is None, back)) for name, i, until, back in rows)
    return found


def never_taken_back(session: Session, fact_ids: Sequence[int]) -> set[int]:
    """Return those of the facts that stand, without those that are corrected all the same."""
    stand = select(FactRow.id).where(FactRow.id.in_(fact_ids), FactRow.live_until.is_(None))
    return set(session.scalars(stand.where(~_CORRECTED)))


def standing_passages(session: Session, document_id: int) -> list[StandingPassage]:
    """Return where a document states its facts now, in reading order."""
    rows = session.execute(
        select(FactRow.id, FactRow.identity, FactRow.text, FactRow.speaker)
        .join(PassageRow, PassageRow.fact_id == FactRow.id)
        .where(PassageRow.document_id == document_id, STANDING)
        .order_by(PassageRow.reading_id, PassageRow.start)
    )
    return [StandingPassage(*row) for row in rows]


def passages_of_document(session: Session, document_id: int) -> list[int]:
    """Return the ids of the passages by which a document states its facts now."""
    now = select(PassageRow.id).where(PassageRow.document_id == document_id, STANDING)
    return list(session.scalars(now.order_by(PassageRow.id)))


def statements(session: Session, fact_ids: Sequence[int]) -> list[Statement]:
    """Return standing facts as statements, each where its newest document states it."""
    best: dict[int, Row[*tuple[Any, ...]]] = {}
    for chunk in chunks(fact_ids):
        for row in session.execute(_STATED.where(FactRow.id.in_(chunk), STANDING)):
            known = best.get(row.fact_id)
            if known is None or _newness(row) > _newness(known):
                best[row.fact_id] = row
    return [_statement(best[fact_id]) for fact_id in fact_ids if fact_id in best]


def statements_of_document(session: Session, document_id: int) -> list[Statement]:
    """Return what a document states now, in reading order."""
    ordered = _STATED.where(PassageRow.document_id == document_id, STANDING)
    rows = session.execute(ordered.order_by(PassageRow.reading_id, PassageRow.start))
    return [_statement(row) for row in rows]


def stating(session: Session, fact_ids: Sequence[int]) -> dict[int, list[tuple[int, Statement]]]:
    """Return for each fact all standing passages (their ids) that state it."""
    found: dict[int, list[tuple[int, Statement]]] = {}
    for chunk in chunks(fact_ids):
        for row in session.execute(_STATED.where(FactRow.id.in_(chunk), STANDING)):
            found.setdefault(row.fact_id, []).append((row.passage_id, _statement(row)))
    return found


def end_passages(
    session: Session, passage_ids: Sequence[int], *, load_id: int, now: datetime
) -> None:
    """End passages: they are quoted no more."""
    for chunk in chunks(passage_ids):
        session.execute(
            update(PassageRow)
            .where(PassageRow.id.in_(chunk), STANDING)
            .values(live_until=now, ended_by=load_id)
        )


def end_document(session: Session, document_id: int, *, now: datetime) -> list[int]:
    """End all passages of a document, as their own loads' doing; return the facts they stated."""
    stated = (PassageRow.document_id == document_id, STANDING)
    facts = session.scalars(select(PassageRow.fact_id).where(*stated).distinct()).all()
    session.execute(
        update(PassageRow).where(*stated).values(live_until=now, ended_by=PassageRow.load_id),
        execution_options={"synchronize_session": False},
    )
    return sorted(facts)


def end_placed_by(session: Session, load_id: int, *, now: datetime) -> list[int]:
    """End the passages that a load placed; return the facts that they stated."""
    placed = (PassageRow.load_id == load_id, STANDING)
    facts = session.scalars(select(PassageRow.fact_id).where(*placed).distinct()).all()
    session.execute(
        update(PassageRow).where(*placed).values(live_until=now, ended_by=load_id),
        execution_options={"synchronize_session": False},
    )
    return sorted(facts)


def restore_ended_by(session: Session, load_id: int) -> list[int]:
    """Let passages stand again that an undone load ended; return the facts that they state.

    Those of loads that were undone themselves stay ended, and so do those that a later load of
    the same document would have ended: they are now ended by that one.
    """
    ended = session.execute(
        select(PassageRow.id, PassageRow.fact_id, PassageRow.document_id)
        .join(LoadRow, LoadRow.id == PassageRow.load_id)
        .where(PassageRow.ended_by == load_id, LoadRow.state == "applied")
    ).all()
    later = _later_loads(session, load_id, sorted({row.document_id for row in ended}))
    for row in ended:
        by = later.get(row.document_id)
        values = {"ended_by": by} if by else {"ended_by": None, "live_until": None}
        session.execute(update(PassageRow).where(PassageRow.id == row.id).values(**values))
    return sorted({row.fact_id for row in ended if row.document_id not in later})


def end_unstated(session: Session, reasons: Mapping[int, str], *, now: datetime) -> list[int]:
    """End those of the facts, given with their reasons, that no passage states any more."""
    ended: list[int] = []
    uncounted: list[tuple[str, str]] = []
    for chunk in chunks(sorted(reasons)):
        for fact in session.scalars(_facts(chunk, stands=True)):
            fact.live_until, fact.end_reason = now, reasons[fact.id]
            ended.append(fact.id)
            uncounted.append((fact.text, fact.terms))
    recount(session, uncounted, by=-1)
    session.flush()
    return ended


def return_stated(
    session: Session, fact_ids: Iterable[int], *, anew: datetime | None = None
) -> list[int]:
    """Let ended facts stand again that a passage states; return their ids.

    With `anew` they go live again at that moment, as new to everybody who was not shown them.
    """
    returned: list[FactRow] = []
    for chunk in chunks(sorted(set(fact_ids))):
        returned += session.scalars(_facts(chunk, stands=False))
    places = take(session, "went_live", len(returned)) if anew else range(len(returned))
    for fact, place in zip(returned, places, strict=True):
        fact.live_until = fact.end_reason = None
        if anew:
            fact.live_from, fact.went_live = anew, place
    recount(session, [(fact.text, fact.terms) for fact in returned], by=1)
    session.flush()
    return [fact.id for fact in returned]


def _later_loads(session: Session, load_id: int, document_ids: Sequence[int]) -> dict[int, int]:
    """Return the first applied load after this one that brought each document anew."""
    found: dict[int, int] = {}
    for chunk in chunks(document_ids):
        rows = session.execute(
            select(RevisionRow.document_id, func.min(LoadRow.id))
            .join(LoadRevisionRow, LoadRevisionRow.revision_id == RevisionRow.id)
            .join(LoadRow, LoadRow.id == LoadRevisionRow.load_id)
            .where(RevisionRow.document_id.in_(chunk))
            .where(LoadRow.id > load_id, LoadRow.state == "applied")
            .group_by(RevisionRow.document_id)
        )
        found.update((document_id, later) for document_id, later in rows if document_id)
    return found


def _facts(fact_ids: Sequence[int], *, stands: bool) -> Select[FactRow]:
    """Select facts that stand though nothing states them, or that do not though something does."""
    stated = exists().where(PassageRow.fact_id == FactRow.id, STANDING)
    wanted = select(FactRow).where(FactRow.id.in_(fact_ids)).order_by(FactRow.id)
    if stands:
        return wanted.where(FactRow.live_until.is_(None), ~stated)
    return wanted.where(FactRow.live_until.is_not(None), stated, ~_CORRECTED)


_STATED = (
    select(
        FactRow.id.label("fact_id"),
        FactRow.identity,
        FactRow.text,
        FactRow.kind,
        FactRow.speaker,
        FactRow.role,
        FactRow.basis,
        FactRow.speaker_sure,
        PassageRow.id.label("passage_id"),
        PassageRow.context,
        PassageRow.moments,
        PassageRow.figures,
        PassageRow.names,
        DocumentRow.id.label("document_id"),
        DocumentRow.title,
        DocumentRow.earliest,
        DocumentRow.latest,
        DocumentRow.published_basis,
        SourceRow.name.label("outlet"),
    )
    .join(PassageRow, PassageRow.fact_id == FactRow.id)
    .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
    .outerjoin(SourceRow, SourceRow.id == DocumentRow.source_id)
)


def _newness(row: Row[*tuple[Any, ...]]) -> tuple[str, int]:
    day = row.earliest if row.earliest == row.latest else None
    return (day.isoformat() if day else "", -row.passage_id)


def _statement(row: Row[*tuple[Any, ...]]) -> Statement:
    return Statement(
        identity=row.identity,
        fact_id=row.fact_id,
        document=str(row.document_id),
        text=row.text,
        kind=FactKind(row.kind),
        attribution=Attribution(row.speaker, row.role, Basis(row.basis), row.speaker_sure),
        moments=tuple(encoding.moment(value) for value in row.moments),
        figures=tuple(encoding.figure(value) for value in row.figures),
        names=tuple(encoding.name(value) for value in row.names),
        title=row.title,
        headings=tuple(row.context["headings"]),
        heads=tuple(row.context["heads"]),
        previous=tuple(row.context["previous_words"]),
        dependent=row.context["dependent"],
        outlet=row.outlet,
        published=Published(row.earliest, row.latest, PublishedBasis(row.published_basis)),
    )
