"""A candidate as ranked for a question."""

from collections.abc import Mapping
from dataclasses import dataclass

from facts.answering.matching import Match
from facts.answering.seen import Lacking
from facts.answering.types import Candidate


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with the parts of its score, their weighted sum, and what it lacks.

    `found` tells how it holds each term of the question.
    """

    candidate: Candidate
    parts: Mapping[str, float]
    rank: float
    lacks: tuple[Lacking, ...] = ()
    found: tuple[Match, ...] = ()
