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

    `day` is the day of publication (or of the fact itself). `near` is the day of a dated caption
    or title: good for the year of "Nov. 7" when the publication is unknown, and for nothing else.
    `south` tells a document of the southern half of the globe, where summer begins in December.
    """

    day: date | None = None
    near: date | None = None
    south: bool = False


Meaning = Callable[[re.Match[str], Anchor], Found | None]


_KINDS = {
    "month": re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    "year": re.compile(r"(?:1\d|20|21)\d\d"),
    "weekday": re.compile(r"day\b"),
    "unit": re.compile(
        r"second|minute|hour|day|night|week|month|quarter|year|decade|centur|season|spring|summer"
        r"|autumn|fall|winter",
        re.IGNORECASE,
    ),
    "digit": re.compile(r"\d"),
}


def present(text: str) -> frozenset[str]:
    """Return which kinds of words that rules need stand in a sentence."""
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(text))


@dataclass(frozen=True, slots=True)
class Rule:
    """Finds moments by `pattern`.

    For speed, of the letters `needs` one must occur at all, of `words` one (in lower case), and all
    of `within`, the kinds of words that `present` tells of a sentence.
    """

    name: str
    pattern: str
    meaning: Meaning
    needs: str = ""
    flags: int = 0
    within: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern, self.flags))

    def may_find(self, text: str, lowered: str) -> bool:
        """Tell quickly that a sentence, also given in lower case, holds nothing for the rule."""
        for letter in self.needs:
            if letter in text:
                break
        else:
            if self.needs:
                return False
        for word in self.words:
            if word in lowered:
                return True
        return not self.words
