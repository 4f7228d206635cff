"""What a rule for moments is: a name, a pattern, and what a match of it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from facts.extraction.periods import Period
from facts.types import Direction, Granularity


@dataclass(frozen=True, slots=True)
class Found:
    """What a match means; `period` None stays as written. `rule` renames the rule."""

    period: Period | None
    granularity: Granularity
    rule: str | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days that relative words may be counted from.

    `day` is the day of publication (or of the fact itself). `near` is the day of a dated caption:
    good for the year of "Nov. 7" when the publication is unknown, and for nothing else.
    """

    day: date | None = None
    near: date | None = None


Meaning = Callable[[re.Match[str], Anchor], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Finds moments by `pattern`; of the letters `needs` one must occur at all (for speed)."""

    name: str
    pattern: str
    meaning: Meaning
    needs: str = ""
    flags: int = 0
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern, self.flags))
