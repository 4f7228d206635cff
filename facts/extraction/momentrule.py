"""What a rule for moments is: a name, a pattern, and what a match of it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from facts.extraction.numberwords import COUNTING_WORDS
from facts.extraction.periods import Period
from facts.extraction.signs import holds
from facts.types import Direction, Granularity


class Found(NamedTuple):
    """What a match means; `period` None stays as written. `rule` renames the rule."""

    period: Period | None
    granularity: Granularity
    rule: str | None = None
    direction: Direction | None = None


class Anchor(NamedTuple):
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
    "weekday": re.compile(r"days?\b"),
    "clock": re.compile(
        r"\d(?:[:.]\d\d| ?[ap]\.?m| (?:GMT|UTC|BST|MSK|[CEIJP][DES]{0,2}T))|\d hours|\d hrs",
        re.IGNORECASE,
    ),
    "digit": re.compile(r"\d"),
}
_UNITS = (
    *("day", "year", "week", "month", "hour", "minute", "second", "night", "quarter", "season"),
    *("summer", "winter", "spring", "autumn", "fall", "decade", "centur"),
)
_UNIT = re.compile(rf"[ -](?:{'|'.join(_UNITS)}|fortnight)")
# What ends a count that stands right before a unit.
_COUNT = re.compile(
    rf"(?:\d|\b(?:{'|'.join(COUNTING_WORDS)}|an?|of|half|several|many|few|some|working|business"
    r"|calendar|consecutive|straight))$"
)
_LONGEST_COUNT = 12
_HOURS = ("clock", " past ", "noon", "midnight", "midday", "quarter to ", "half ")
# "at six", "by nine", "twenty to four", in lower case.
_HOUR = re.compile(
    r"\b(?:at|by|after|before|around|about|exactly) (?:\d|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|twenty)\b"
)


def present(text: str, lowered: str) -> frozenset[str]:
    """Return which kinds of words that rules need stand in a sentence, also given in lower case."""
    found = [kind for kind, pattern in _KINDS.items() if pattern.search(text)]
    if holds(lowered, _UNITS):
        found.append("unit")
        ends = (match.start() for match in _UNIT.finditer(lowered))
        if any(_COUNT.search(lowered, max(0, end - _LONGEST_COUNT), end) for end in ends):
            found.append("count")
    if holds(lowered, _HOURS) or _HOUR.search(lowered):
        found.append("hour")
    return frozenset(found)


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
        if self.needs and not holds(text, self.needs):
            return False
        return not self.words or holds(lowered, self.words)
