"""A question's side of the domain: candidates, scores and the four answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from facts.links import LinkKind
from facts.types import Attribution, FactKind, Figure, Moment, Name, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A standing fact considered for a question, with all that scoring may look at.

    `previous` is the text that a dependent fact leans on. `went_live` is the sequence number of
    going live (higher is newer). `published` is the newest of its documents' days, if any.
    `phrasing` tells that people are known to ask for it in the question's wording. `nearby` are
    the stems of the question that facts of its document are filed under.
    """

    fact_id: int
    text: str
    kind: FactKind = FactKind.SENTENCE
    title: str | None = None
    headings: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    dependent: bool = False
    attribution: Attribution = field(default_factory=Attribution)
    moments: Sequence[Moment] = ()
    figures: Sequence[Figure] = ()
    names: Sequence[Name] = ()
    document_id: int = 0
    passage_id: int = 0
    published: date | None = None
    went_live: int = 0
    phrasing: float = 0.0
    nearby: tuple[str, ...] = ()
    linked: tuple["Linked", ...] = ()

    @property
    def leant_on(self) -> tuple[str, ...]:
        """The text that the fact leans on; none where it stands alone."""
        return self.previous if self.dependent else ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A standing fact that a candidate is linked to; `later` tells that the candidate is newer."""

    kind: LinkKind
    fact_id: int
    later: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How near a candidate is to a question: `total`, comparable between questions, and parts."""

    total: float
    parts: Mapping[str, float]


class Status(StrEnum):
    """The four answers."""

    FOUND = "found"
    CHOICE = "choice"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


class Bearing(StrEnum):
    """How a fact bears on the question: what it is shown as.

    ANSWERS states what is asked. COMPLETES adds to the first fact what that lacks (the names, the
    venue). EARLIER is a value that the first fact has overtaken. DIFFERS gives another value for
    the same thing. NEAR is the rest: a choice, or the nearest there is.
    """

    ANSWERS = "answers"
    COMPLETES = "completes"
    EARLIER = "earlier"
    DIFFERS = "differs"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class RankedFact:
    """A candidate with its score and the words that answer, as a span of the fact's own text.

    `also` are the other answers that stand in one list with it ("Azerbaijan, Russia and Armenia").
    `lacks` are words of the question that neither the fact nor what stands beside it bears out;
    they keep it from being given as the answer.
    """

    candidate: Candidate
    score: Score
    answer: Span | None
    also: tuple[Span, ...] = ()
    bearing: Bearing = Bearing.NEAR
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the store says to a question.

    `facts` are ranked best first, also for UNKNOWN (nearest, for inspection). `read_as` is the
    question with its repairs, or None when nothing was repaired. `reason` is a short key.

    FOUND: "clear", "said" (what somebody said on a subject: every fact that ANSWERS, the first in
    the lead and the others in the order of their documents), "updated" (the facts that it has
    overtaken are EARLIER). CHOICE: "close". CONFLICT: "differs" (the first fact and those that
    DIFFERS). UNKNOWN: "nothing_on_subject", "not_given", "no_words".
    """

    status: Status
    reason: str
    facts: tuple[RankedFact, ...]
    read_as: str | None = None
