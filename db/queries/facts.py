"""Facts and passages: adding them, and the candidates and exports made of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from db.encoding import context_json, figure_json, moment_json, name_json
from db.models import FactRow, PassageRow, ReadingRow
from db.queries.sequences import take
from db.queries.terms import Filing, chunks, file_terms, index_facts
from facts.reconcile import PlannedFact
from facts.types import FactDraft


def standing_by_identity(session: Session, identities: Sequence[str]) -> dict[str, int]:
    """Return the ids of the known facts among these identities."""
    found: dict[str, int] = {}
    for chunk in chunks(identities):
        rows = session.execute(
            select(FactRow.identity, FactRow.id).where(FactRow.identity.in_(chunk))
        )
        found.update((name, fact_id) for name, fact_id in rows)
    return found


def add_facts(
    session: Session, planned: Sequence[PlannedFact], filings: Sequence[Filing], *, now: datetime
) -> dict[str, int]:
    """Make new facts live, filed under their terms; return fact ids by identity."""
    ids = take(session, "fact", len(planned))
    places = take(session, "went_live", len(planned))
    terms = file_terms(session, filings)
    rows = [
        _fact_row(fact, fact_id, place, filed, now)
        for fact, fact_id, place, filed in zip(planned, ids, places, terms, strict=True)
    ]
    for chunk in chunks(rows):
        session.execute(insert(FactRow), chunk)
    index_facts(session, [(row["id"], row["terms"]) for row in rows])
    return {fact.identity: fact_id for fact, fact_id in zip(planned, ids, strict=True)}


def add_passages(
    session: Session,
    drafts: Sequence[FactDraft],
    fact_ids: Sequence[int],
    *,
    reading: ReadingRow,
    document_id: int,
) -> None:
    """Store where a reading states each fact."""
    ids = take(session, "passage", len(drafts))
    rows = [
        _passage_row(draft, fact_id, passage_id, reading, document_id)
        for draft, fact_id, passage_id in zip(drafts, fact_ids, ids, strict=True)
    ]
    for chunk in chunks(rows):
        session.execute(insert(PassageRow), chunk)


def change_moments(session: Session, reading_id: int, drafts: Sequence[FactDraft]) -> None:
    """Replace the moments of a reading's passages by those of drafts at the same places."""
    for draft in drafts:
        session.execute(
            update(PassageRow)
            .where(PassageRow.reading_id == reading_id, PassageRow.start == draft.span.start)
            .values(moments=[moment_json(moment) for moment in draft.moments])
        )


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


def _passage_row(
    draft: FactDraft, fact_id: int, passage_id: int, reading: ReadingRow, document_id: int
) -> dict[str, Any]:
    return {
        "id": passage_id,
        "fact_id": fact_id,
        "reading_id": reading.id,
        "document_id": document_id,
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
    }
