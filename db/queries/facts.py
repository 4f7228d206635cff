"""Facts and passages: adding them, and the candidates and exports made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, insert, select, update
from sqlalchemy.orm import Session

from db.encoding import context_json, figure_json, moment_json, name_json
from db.models import FactRow, FixRow, PassageRow, ReadingRow
from db.queries.sequences import take
from db.queries.terms import Filing, chunks, file_terms, index_facts
from db.viewer import LABELS, PUBLIC
from facts.reconcile.plan import PlannedFact
from facts.types import FactDraft


def add_facts(
    session: Session,
    planned: Sequence[PlannedFact],
    filings: Sequence[Filing],
    *,
    now: datetime,
    visibility: str = PUBLIC,
) -> dict[str, int]:
    """Make new facts live, filed under their terms for a label; return fact ids by identity."""
    ids = take(session, "fact", len(planned))
    places = take(session, "went_live", len(planned))
    terms = file_terms(session, filings, level=LABELS.index(visibility))
    rows = [
        {**_fact_row(fact, fact_id, place, filed, now), "visibility": visibility}
        for fact, fact_id, place, filed in zip(planned, ids, places, terms, strict=True)
    ]
    for chunk in chunks(rows):
        session.execute(insert(FactRow), chunk)
    index_facts(session, [(row["id"], row["terms"]) for row in rows])
    return {fact.identity: fact_id for fact, fact_id in zip(planned, ids, strict=True)}


@dataclass(frozen=True, slots=True)
class Place:
    """A draft where a reading states the fact that it became."""

    draft: FactDraft
    fact_id: int
    reading: ReadingRow
    document_id: int


def add_passages(session: Session, places: Sequence[Place], *, load_id: int) -> None:
    """Store where readings state facts; a passage that was ended there stands again."""
    known = _known_passages(session, sorted({place.reading.id for place in places}))
    fresh = [place for place in places if _key(place) not in known]
    ids = take(session, "passage", len(fresh))
    rows = [_passage_row(place, i, load_id) for place, i in zip(fresh, ids, strict=True)]
    for chunk in chunks(rows):
        session.execute(insert(PassageRow), chunk)
    for place in places:
        passage_id = known.get(_key(place))
        if passage_id is not None:
            row = _passage_row(place, passage_id, load_id)
            again = update(PassageRow).where(PassageRow.id == passage_id)
            session.execute(again.values(**row, live_until=None, ended_by=None))


def change_moments(session: Session, reading_id: int, drafts: Sequence[FactDraft]) -> None:
    """Replace the moments of a reading's passages by those of drafts at the same places."""
    for draft in drafts:
        session.execute(
            update(PassageRow)
            .where(PassageRow.reading_id == reading_id, PassageRow.start == draft.span.start)
            .values(moments=[moment_json(moment) for moment in draft.moments])
        )


def change_attribution(session: Session, fact_id: int, identity: str, draft: FactDraft) -> None:
    """Give a fact the speaker, and the identity, that a newer reading of its words found.

    A speaker that a person named stays.
    """
    said = draft.attribution
    by_person = exists().where(
        FixRow.fact_id == fact_id,
        FixRow.put_back_at.is_(None),
        FixRow.field.in_(("speaker", "role")),
    )
    if session.scalar(select(by_person)):
        return
    taken = select(FactRow.id).where(FactRow.identity == identity, FactRow.id != fact_id)
    values: dict[str, Any] = {
        "speaker": said.speaker,
        "role": said.role,
        "basis": said.basis.value,
        "speaker_sure": said.sure,
    }
    if session.scalar(taken) is None:
        values["identity"] = identity
    session.execute(update(FactRow).where(FactRow.id == fact_id).values(**values))


def _key(place: Place) -> tuple[int, int, int]:
    return place.fact_id, place.reading.id, place.draft.span.start


def _known_passages(
    session: Session, reading_ids: Sequence[int]
) -> dict[tuple[int, int, int], int]:
    found: dict[tuple[int, int, int], int] = {}
    for chunk in chunks(reading_ids):
        rows = session.execute(
            select(
                PassageRow.fact_id, PassageRow.reading_id, PassageRow.start, PassageRow.id
            ).where(PassageRow.reading_id.in_(chunk))
        )
        found.update(((fact, reading, start), i) for fact, reading, start, i in rows)
    return found


def _fact_row(
    fact: PlannedFact, fact_id: int, place: int, terms: str, now: datetime
) -> dict[str, Any]:
    draft = fact.draft
    return {
        "id": fact_id,
        "identity": fact.identity,
        "text": draft.text,
        "kind": draft.kind.value,
        "speaker": draft.attribution.speaker,
        "role": draft.attribution.role,
        "basis": draft.attribution.basis.value,
        "speaker_sure": draft.attribution.sure,
        "external_id": draft.external_id,
        "topic": draft.topic,
        "url": draft.url,
        "went_live": place,
        "live_from": now,
        "live_until": None,
        "end_reason": None,
        "terms": terms,
    }


def _passage_row(place: Place, passage_id: int, load_id: int) -> dict[str, Any]:
    draft, reading = place.draft, place.reading
    return {
        "id": passage_id,
        "fact_id": place.fact_id,
        "reading_id": reading.id,
        "document_id": place.document_id,
        "block": draft.block,
        "start": draft.span.start,
        "end": draft.span.end,
        "context": {
            **context_json(draft.context),
            "previous_words": [span.of(reading.text) for span in draft.context.previous],
        },
        "moments": [moment_json(moment) for moment in draft.moments],
        "figures": [figure_json(figure) for figure in draft.figures],
        "names": [name_json(name) for name in draft.names],
        "load_id": load_id,
    }
