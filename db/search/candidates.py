"""From a question's stems to at most 200 candidates, rarest stems first within a row budget.

The work is bounded whatever the size of the store: the lists of facts are read for the rarest stems
until the budget is spent, which only the commonest words of a store of millions reach. Only these
lists are read until the candidates are chosen. Everything is ordered and tie-broken here, never in
SQL.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.among import among, texts_named
from db.models import FactRow, TermRow
from db.often import Often
from db.queries.candidates import documents_of, linked_among, load_candidates
from db.queries.postings import WRITTEN, Ids, postings
from db.queries.terms import chunks, counts_above
from db.search.heaviest import Filed, heaviest, holds
from db.search.postings import stands
from db.viewer import Viewer
from facts.answering.types import Candidate

ROW_BUDGET = 2_000_000
CANDIDATES = 200
LOADED = 36  # how many of these are read whole; of the others only the documents are asked
_TERM = TermRow.__table__.c
_TERMS = Often(
    select(_TERM.stem, _TERM.id, _TERM.filed_count).where(among(_TERM.stem, texts_named("stems")))
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stem of the question that the store knows: its term, its weight, its facts."""

    stem: str
    term_id: int
    weight: float
    filed_count: int


# The stems with the facts filed under each.
Postings = list[tuple[Wanted, Ids]]


def candidates(
    session: Session, stems: Sequence[tuple[str, float]], *, viewer: Viewer, now: datetime
) -> list[Candidate]:
    """Return the candidates for a question's weighted stems, most promising first.

    Each brings the stems of the question that any candidate of its document is filed under.
    """
    filed = _filed(session, _wanted(session, stems, viewer), viewer)
    documents = _documents(session, filed, viewer, now)
    best = list(documents)[:LOADED]
    linked = linked_among(session, best, viewer=viewer)
    around = _around(filed, documents, best)
    return load_candidates(session, best, viewer=viewer, around=around, linked=linked)


def _documents(
    session: Session, filed: Postings, viewer: Viewer, now: datetime
) -> dict[int, tuple[int, ...]]:
    """Return the heaviest facts that stand and may be seen, in their order, with their documents.

    More are looked at only where some of the heaviest have ended.
    """
    weighed = [Filed(term.weight, facts) for term, facts in filed]
    found: dict[int, tuple[int, ...]] = {}
    looked_at, most = 0, CANDIDATES
    while len(found) < CANDIDATES:
        best = heaviest(weighed, most)
        for chunk in chunks(best[looked_at:]):
            seen = documents_of(session, chunk, viewer=viewer, now=now)
            wanted = [fact_id for fact_id in chunk if fact_id in seen][: CANDIDATES - len(found)]
            found.update(zip(wanted, map(seen.__getitem__, wanted), strict=True))
        if len(best) < most:
            break
        looked_at, most = most, 2 * most
    return found


def _around(
    filed: Postings, documents: Mapping[int, Sequence[int]], best: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """Return for each document of the best the question's stems that its candidates hold."""
    held: dict[int, set[str]] = {document: set() for one in best for document in documents[one]}
    beside = [(i, held[d]) for i, stated in documents.items() for d in stated if d in held]
    some = np.array([fact_id for fact_id, _ in beside], WRITTEN)
    for term, facts in filed:
        for at in holds(facts, some).nonzero()[0].tolist():
            beside[at][1].add(term.stem)
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
    rows = _TERMS.rows(session, {"stems": list(weight)})
    counted = [(count + above.get(i, (0, 0))[1], stem, i) for stem, i, count in rows]
    known = [each for each in counted if each[0] > 0]
    return [Wanted(stem, term_id, weight[stem], count) for count, stem, term_id in sorted(known)]


def _filed(session: Session, wanted: Sequence[Wanted], viewer: Viewer) -> Postings:
    read = _within_budget(wanted)
    filed = postings(session, [term.term_id for term in read], viewer) if read else {}
    return [(term, filed[term.term_id]) for term in read if term.term_id in filed]


def _within_budget(wanted: Sequence[Wanted]) -> Sequence[Wanted]:
    """Return the rarest stems that can be read within the row budget, at least one."""
    rows = 0
    for place, term in enumerate(wanted):
        rows += term.filed_count
        if rows > ROW_BUDGET and place:
            return wanted[:place]
    return wanted
