"""From a question's stems to at most 200 candidates, rarest stems first within a row budget.

The work is bounded whatever the size of the store: postings are read for the rarest stems until
the budget is spent, and common stems then only add to facts already found. Where all stems are
common, the rarest are intersected. Everything is ordered and tie-broken here, never in SQL.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FactRow, TermRow
from db.queries.candidates import Filed, filed_under, linked_among, load_candidates
from db.queries.terms import chunks, encoded
from db.search.postings import facts_under, newest_under, stands
from db.viewer import Viewer
from facts.answering.types import Candidate

ROW_BUDGET = 4_000
SHORTLIST = 1_000
CANDIDATES = 200
LOADED = 48  # how many of these are read whole; of the others only the terms are looked at


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stem of the question that the store knows: its term, its weight, its facts."""

    stem: str
    term_id: int
    weight: float
    filed_count: int


def candidates(
    session: Session, stems: Sequence[tuple[str, float]], *, viewer: Viewer, now: datetime
) -> list[Candidate]:
    """Return the candidates for a question's weighted stems, most promising first.

    Each brings the stems of the question that any candidate of its document is filed under.
    """
    wanted = _wanted(session, stems)
    read, left = _read_rare(session, wanted, now)
    if not read and wanted:
        read = _read_together(session, wanted, now)
        left = []
    weights = _add_common(session, read, left)
    best = sorted(weights, key=lambda fact_id: (-weights[fact_id], -fact_id))[:CANDIDATES]
    filed = filed_under(session, best, viewer=viewer)
    loaded = load_candidates(session, _seen(best, filed)[:LOADED], viewer=viewer)
    around = _around(filed, {encoded(term.term_id): term.stem for term in wanted})
    linked = linked_among(session, [one.fact_id for one in loaded])
    return [
        replace(one, nearby=around.get(one.document_id, ()), linked=linked.get(one.fact_id, ()))
        for one in loaded
    ]


def _seen(best: Sequence[int], filed: Sequence[Filed]) -> list[int]:
    visible = {one.fact_id for one in filed}
    return [fact_id for fact_id in best if fact_id in visible]


def _around(filed: Sequence[Filed], stems: Mapping[str, str]) -> dict[int, tuple[str, ...]]:
    """Return for each document the question's stems that its candidates are filed under."""
    held: dict[int, set[str]] = defaultdict(set)
    for one in filed:
        held[one.document_id].update(stems.keys() & one.terms.split())
    return {
        document: tuple(sorted(stems[term] for term in terms)) for document, terms in held.items()
    }


def known_candidates(
    session: Session, fact_ids: Sequence[int], *, viewer: Viewer, now: datetime
) -> list[Candidate]:
    """Return the candidates for facts known by id: those that stand, and may be seen."""
    standing = select(FactRow.id).where(FactRow.id.in_(fact_ids), *stands(now))
    there = sorted(session.scalars(standing)) if fact_ids else []
    return load_candidates(session, there, viewer=viewer)


def _wanted(session: Session, stems: Sequence[tuple[str, float]]) -> list[Wanted]:
    weight = dict(stems)
    rows = session.execute(
        select(TermRow.stem, TermRow.id, TermRow.filed_count).where(TermRow.stem.in_(weight))
    )
    known = [(count, stem, term_id) for stem, term_id, count in rows if count > 0]
    return [Wanted(stem, term_id, weight[stem], count) for count, stem, term_id in sorted(known)]


def _read_rare(
    session: Session, wanted: Sequence[Wanted], now: datetime
) -> tuple[dict[int, float], list[Wanted]]:
    weights: dict[int, float] = defaultdict(float)
    budget = ROW_BUDGET
    for place, term in enumerate(wanted):
        if term.filed_count > budget:
            return weights, list(wanted[place:])
        for fact_id in facts_under(session, term.term_id, now=now):
            weights[fact_id] += term.weight
        budget -= term.filed_count
    return weights, []


def _read_together(session: Session, wanted: Sequence[Wanted], now: datetime) -> dict[int, float]:
    """Read the facts that hold the most of the rarest common stems, dropping one at a time."""
    for held in range(min(3, len(wanted)), 0, -1):
        terms = [term.term_id for term in wanted[:held]]
        ids = newest_under(session, terms, now=now, most=ROW_BUDGET)
        if ids:
            return dict.fromkeys(ids, sum(term.weight for term in wanted[:held]))
    return {}


def _add_common(
    session: Session, weights: Mapping[int, float], common: Sequence[Wanted]
) -> dict[int, float]:
    """Add the weights of common stems to the best facts found by rare ones."""
    best = sorted(weights, key=lambda fact_id: (-weights[fact_id], -fact_id))[:SHORTLIST]
    if not common:
        return {fact_id: weights[fact_id] for fact_id in best}
    filed: dict[int, set[str]] = {}
    for chunk in chunks(best):
        rows = session.execute(select(FactRow.id, FactRow.terms).where(FactRow.id.in_(chunk)))
        filed.update((fact_id, set(terms.split())) for fact_id, terms in rows)
    return {
        fact_id: weights[fact_id]
        + sum(term.weight for term in common if encoded(term.term_id) in filed[fact_id])
        for fact_id in best
    }
