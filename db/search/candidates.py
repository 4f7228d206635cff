"""From a question's stems to at most 200 candidates, rarest stems first within a row budget.

The work is bounded whatever the size of the store: postings are read for the rarest stems until
the budget is spent, and common stems then only add to facts already found. Where all stems are
common, the rarest are intersected. Only the index is read until the candidates are chosen.
Everything is ordered and tie-broken here, never in SQL.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.among import among, texts_named
from db.models import FactRow, TermRow
from db.queries.candidates import documents_of, linked_among, load_candidates
from db.queries.terms import chunks, counts_above
from db.search.postings import Sought, filed_under_each, newest_under, stands
from db.viewer import Viewer
from facts.answering.types import Candidate

ROW_BUDGET = 4_000
CANDIDATES = 200
LOADED = 48  # how many of these are read whole; of the others only the documents are asked
TOGETHER = 3  # how many of the rarest stems are intersected where all are common
_TERM = TermRow.__table__.c
_TERMS = select(_TERM.stem, _TERM.id, _TERM.filed_count).where(
    among(_TERM.stem, texts_named("stems"))
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stem of the question that the store knows: its term, its weight, its facts."""

    stem: str
    term_id: int
    weight: float
    filed_count: int


# The facts filed under each stem, as far as they were looked for.
Postings = list[tuple[Wanted, Sequence[int]]]


def candidates(
    session: Session, stems: Sequence[tuple[str, float]], *, viewer: Viewer, now: datetime
) -> list[Candidate]:
    """Return the candidates for a question's weighted stems, most promising first.

    Each brings the stems of the question that any candidate of its document is filed under.
    """
    postings = _postings(session, _wanted(session, stems, viewer), viewer, now)
    documents = _documents(session, _heaviest(postings), viewer, now)
    best = list(documents)[:LOADED]
    linked = linked_among(session, best, viewer=viewer)
    around = _around(postings, documents)
    return load_candidates(session, best, viewer=viewer, around=around, linked=linked)


def _documents(
    session: Session, best: Iterable[Sequence[int]], viewer: Viewer, now: datetime
) -> dict[int, list[int]]:
    """Return the best facts that stand and may be seen, in their order, with their documents."""
    found: dict[int, list[int]] = {}
    for chunk in best:
        seen = documents_of(session, chunk, viewer=viewer, now=now)
        wanted = [fact_id for fact_id in chunk if fact_id in seen]
        found.update((fact_id, seen[fact_id]) for fact_id in wanted[: CANDIDATES - len(found)])
        if len(found) == CANDIDATES:
            break
    return found


def _around(
    postings: Postings, documents: Mapping[int, Sequence[int]]
) -> dict[int, tuple[str, ...]]:
    """Return for each document the question's stems that its candidates are filed under."""
    held: dict[int, set[str]] = defaultdict(set)
    for term, filed in postings:
        for fact_id in documents.keys() & filed:
            for document in documents[fact_id]:
                held[document].add(term.stem)
    return {document: tuple(sorted(stems)) for document, stems in held.items()}


def known_candidates(
    session: Session, fact_ids: Sequence[int], *, viewer: Viewer, now: datetime
) -> list[Candidate]:
    """Return the candidates for facts known by id: those that stand, and may be seen."""
    if not fact_ids:
        return []
    standing = select(FactRow.id).where(FactRow.id.in_(fact_ids), *stands(now))
    return load_candidates(session, sorted(session.scalars(standing)), viewer=viewer)


def _wanted(session: Session, stems: Sequence[tuple[str, float]], viewer: Viewer) -> list[Wanted]:
    if not viewer.levels:
        return []
    weight = dict(stems)
    above = counts_above(session, viewer, list(weight))
    rows = session.connection().execute(_TERMS, {"stems": list(weight)}).all()
    counted = [(count + above.get(i, (0, 0))[1], stem, i) for stem, i, count in rows]
    known = [each for each in counted if each[0] > 0]
    return [Wanted(stem, term_id, weight[stem], count) for count, stem, term_id in sorted(known)]


def _postings(
    session: Session, wanted: Sequence[Wanted], viewer: Viewer, now: datetime
) -> Postings:
    """Read the rare stems whole, and of the common ones what is filed under a rare one too."""
    rare, common = _within_budget(wanted)
    if not rare:
        return _read_together(session, common, viewer, now)
    filed = filed_under_each(session, [Sought((t.term_id,)) for t in rare], viewer=viewer)
    if not any(filed):
        return _read_together(session, common, viewer, now)
    some = tuple(term.term_id for term in rare)
    narrowed = [Sought((term.term_id,), some) for term in common]
    also = filed_under_each(session, narrowed, viewer=viewer)
    return list(zip((*rare, *common), (*filed, *also), strict=True))


def _within_budget(wanted: Sequence[Wanted]) -> tuple[list[Wanted], list[Wanted]]:
    budget = ROW_BUDGET
    for place, term in enumerate(wanted):
        if term.filed_count > budget:
            return list(wanted[:place]), list(wanted[place:])
        budget -= term.filed_count
    return list(wanted), []


def _read_together(
    session: Session, wanted: Sequence[Wanted], viewer: Viewer, now: datetime
) -> Postings:
    """Read the facts that hold the most of the rarest common stems, dropping one at a time."""
    for held in range(min(TOGETHER, len(wanted)), 0, -1):
        together = tuple(term.term_id for term in wanted[:held])
        most = min(ROW_BUDGET, CANDIDATES)
        ids = newest_under(session, together, viewer=viewer, now=now, most=most)
        if ids:
            others = wanted[held:]
            each = [Sought((*together, term.term_id)) for term in others]
            also = filed_under_each(session, each, viewer=viewer, since=min(ids))
            narrowed = [sorted(set(ids) & set(filed)) for filed in also]
            return [*((term, ids) for term in wanted[:held]), *zip(others, narrowed, strict=True)]
    return []


def _heaviest(postings: Postings) -> Iterator[Sequence[int]]:
    """Yield the facts by falling weight of their stems, of equal weights the newest id first.

    They come in groups: mostly only the first is gone on with, and the others need no order.
    """
    weights: dict[int, float] = defaultdict(float)
    for term, filed in postings:
        weight = term.weight
        for fact_id in filed:
            weights[fact_id] += weight
    bar = _bar(weights)
    heavy = [fact_id for fact_id, weight in weights.items() if weight >= bar]
    yield from chunks(_ordered(heavy, weights), CANDIDATES)
    light = [fact_id for fact_id, weight in weights.items() if weight < bar]
    yield from chunks(_ordered(light, weights), CANDIDATES)


def _bar(weights: Mapping[int, float]) -> float:
    """Return the least weight of the first group."""
    if len(weights) <= CANDIDATES:
        return -math.inf
    return sorted(weights.values(), reverse=True)[CANDIDATES - 1]


def _ordered(fact_ids: list[int], weights: Mapping[int, float]) -> list[int]:
    # Sorting is stable: two plain sorts are quicker than one by pairs.
    newest_first = sorted(fact_ids, reverse=True)
    return sorted(newest_first, key=weights.__getitem__, reverse=True)
