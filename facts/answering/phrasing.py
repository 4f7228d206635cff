"""Learned phrasings: another way people ask for a fact, found by the question's own words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from facts.answering.likeness import SAME, Gist, likeness
from facts.answering.types import Candidate

EXACT, NEAR = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A live phrasing: the fact that it asks for, and what it comes to."""

    fact_id: int
    gist: Gist


def phrased(asked: Gist, phrasings: Iterable[Phrasing]) -> Mapping[int, float]:
    """Return the facts that a question's wording is known to ask for: EXACT or NEAR."""
    found: dict[int, float] = {}
    for phrasing in phrasings:
        alike = likeness(asked, phrasing.gist)
        if alike >= SAME:
            worth = EXACT if asked.stems == phrasing.gist.stems else NEAR
            found[phrasing.fact_id] = max(worth, found.get(phrasing.fact_id, 0.0))
    return found


def with_phrasings(
    candidates: Sequence[Candidate], known: Mapping[int, float]
) -> tuple[Candidate, ...]:
    """Return the candidates with what is known about the question's wording."""
    return tuple(
        replace(candidate, phrasing=known.get(candidate.fact_id, 0.0))
        if candidate.fact_id in known
        else candidate
        for candidate in candidates
    )
