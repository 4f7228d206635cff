"""From a question's stems to at most 200 candidates, rarest stems first within a row budget.

The work is bounded whatever the size of the store: postings are read for the rarest stems until
the budget is spent, and common stems then only add to facts already found. Where all stems are
common, the rarest are intersected. Everything is ordered and tie-broken here, never in SQL.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.base import UtcDateTime
from db.models import FactRow, TermRow
from db.queries.candidates import Filed, filed_under, linked_among, load_candidates
from db.queries.terms import chunks, encoded
from db.search.postings import filed_under_each, newest_under, stands
from db.viewer import Viewer
from facts.answering.types import Candidate

ROW_BUDGET = 4_000
SHORTLIST = 1_000
CANDIDATES = 200
LOADED = 48  # how many of these are read whole; of the others only the terms are looked at
_TERM, _FACT = TermRow.__table__.c, FactRow.__table__.c
_TERMS = select(_TERM.stem, _TERM.id, _TERM.filed_count).where(
    _TERM.stem.in_(bindparam("stems", expanding=True))
)
_STANDING = select(_FACT.id, _FACT.terms).where(
    _FACT.id.in_(bindparam("ids", expanding=True)),
    _FACT.live_from <= bindparam("now", type_=UtcDateTime()),
    _FACT.live_until.is_(None) | (_FACT.live_until > bindparam("now", type_=UtcDateTime())),
)


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
    weights = _read_rare(session, wanted, now)
    if not weights and wanted:
        weights = _read_together(session, wanted, now)
    best = _heaviest(weights)[:CANDIDATES]
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
    rows = session.execute(_TERMS, {"stems": list(weight)})
    known = [(count, stem, term_id) for stem, term_id, count in rows if count > 0]
    return [Wanted(stem, term_id, weight[stem], count) for count, stem, term_id in sorted(known)]


def _read_rare(session: Session, wanted: Sequence[Wanted], now: datetime) -> dict[int, float]:
    """Return the weights of the best facts that stand under the stems within the budget."""
    rare, common = _within_budget(wanted)
    weights: dict[int, float] = defaultdict(float)
    filed = filed_under_each(session, [term.term_id for term in rare])
    for term, fact_ids in zip(rare, filed, strict=True):
        for fact_id in fact_ids:
            weights[fact_id] += term.weight
    return _standing(session, weights, common, now)


def _standing(
    session: Session, weights: Mapping[int, float], common: Sequence[Wanted], now: datetime
) -> dict[int, float]:
    """Return the best facts that stand, with the weights of the common stems added.

    They are read best first, until no other could come among the candidates.
    """
    # A search in the written terms is quicker than taking those of every fact apart.
    sought = [(f" {encoded(term.term_id)} ", term.weight) for term in common]
    most_added = sum(term.weight for term in common)
    found: dict[int, float] = {}
    for chunk in chunks(_heaviest(weights), CANDIDATES):
        if _beyond_reach(found, weights[chunk[0]], most_added):
            break
        rows = session.execute(_STANDING, {"ids": chunk, "now": now}).all()
        terms = {row[0]: f" {row[1]} " for row in rows}
        best = [fact_id for fact_id in chunk if fact_id in terms]
        for fact_id in best[: SHORTLIST - len(found)]:
            added = sum(weight for term, weight in sought if term in terms[fact_id])
            found[fact_id] = weights[fact_id] + added
    return found


def _beyond_reach(found: Mapping[int, float], weight: float, most_added: float) -> bool:
    """Tell whether a fact of this weight comes too late, whatever is added to it."""
    if len(found) < CANDIDATES:
        return False
    if not most_added or len(found) >= SHORTLIST:
        return True
    last = sorted(found.values(), reverse=True)[CANDIDATES - 1]
    return weight + most_added < last - 1e-9


def _within_budget(wanted: Sequence[Wanted]) -> tuple[list[Wanted], list[Wanted]]:
    budget = ROW_BUDGET
    for place, term in enumerate(wanted):
        if term.filed_count > budget:
            return list(wanted[:place]), list(wanted[place:])
        budget -= term.filed_count
    return list(wanted), []


def _read_together(session: Session, wanted: Sequence[Wanted], now: datetime) -> dict[int, float]:
    """Read the facts that hold the most of the rarest common stems, dropping one at a time."""
    for held in range(min(3, len(wanted)), 0, -1):
        terms = [term.term_id for term in wanted[:held]]
        ids = newest_under(session, terms, now=now, most=min(ROW_BUDGET, CANDIDATES))
        if ids:
            return dict.fromkeys(ids, sum(term.weight for term in wanted[:held]))
    return {}


def _heaviest(weights: Mapping[int, float]) -> list[int]:
    """Return the facts by falling weight, of equal weights the newest id first."""
    # Sorting is stable: two plain sorts are quicker than one by pairs.
    newest_first = sorted(weights, reverse=True)
    return sorted(newest_first, key=weights.__getitem__, reverse=True)
