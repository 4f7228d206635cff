"""What a question takes for granted, by places of its words, as `claims` reads it."""

from dataclasses import dataclass
from enum import StrEnum

from facts.answering.dates import AskedDate
from facts.answering.sayings import Saying


class Side(StrEnum):
    """On which side of the verb the given names stand."""

    DOER = "doer"
    DONE_TO = "done_to"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a question takes for granted, by places of its words.

    `doer_asked` tells that the question asks who did what the verb says.
    `given` are names of which it is clear that they do, or undergo, what the `verb` says.
    `held` pairs an office with the names it belongs to ("president of Armenia").
    `said` is there where the question asks what somebody said.
    """

    dates: tuple[AskedDate, ...] = ()
    dated: frozenset[int] = frozenset()
    verb: int | None = None
    given: tuple[int, ...] = ()
    side: Side | None = None
    doer_asked: bool = False
    counted: tuple[int, ...] = ()
    located: frozenset[int] = frozenset()
    held: tuple[tuple[int, tuple[int, ...]], ...] = ()
    said: Saying | None = None
    denied: bool = False
