"""What a rule for moments is: a name, a pattern, and what a match of it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from facts.extraction.numberwords import COUNTING_WORDS
from facts.extraction.periods import Period
from facts.extraction.signs import holds, words_in
from facts.reading.dates import MONTHS
from facts.reading.wordlist import word_list
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


_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1\d|20|21)\d\d")
_CLOCK = re.compile(
    r"\d(?:[:.]\d\d| ?[ap]\.?m| (?:GMT|UTC|BST|MSK|[CEIJP][DES]{0,2}T))|\d hours|\d hrs",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"days?\b")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_WORDS = frozenset(MONTHS)
_OF_A_RANGE = re.compile(
    rf"(?:\d(?:st|nd|rd|th)?|(?:{'|'.join(_MONTHS)})[a-z]*\.?)\s*"
    r"(?:-|–|—|to\b|and\b|through\b|until\b)"
)
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
_HOUR_WORDS = word_list("clock oclock past noon afternoon midnight midday quarter half")
# "at six", "by nine", "twenty to four", in lower case.
_HOUR = re.compile(
    r"\b(?:at|by|after|before|around|about|exactly) (?:\d|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|twenty)\b"
)
_BEFORE_HOURS = frozenset({"at", "by", "after", "before", "around", "about", "exactly"})


def present(text: str, lowered: str) -> frozenset[str]:
    """Return which kinds of words that rules need stand in a sentence, also given in lower case.

    "counts" are two counts of time, or one and a half; "range" is a day or month up to another.
    """
    found = []
    if _DIGIT.search(text):
        found.append("digit")
        if _YEAR.search(text):
            found.append("year")
        if _CLOCK.search(text):
            found.append("clock")
    known = words_in(text)
    if not _MONTH_WORDS.isdisjoint(known) and holds(text, _MONTHS):
        found.append("month")
        if _OF_A_RANGE.search(text):
            found.append("range")
    if "day" in text and _WEEKDAY.search(text):
        found.append("weekday")
    if holds(lowered, _UNITS):
        found += ["unit", *_counts(lowered)]
    spelled = not _HOUR_WORDS.isdisjoint(known) and holds(lowered, _HOURS)
    if spelled or (not _BEFORE_HOURS.isdisjoint(known) and _HOUR.search(lowered)):
        found.append("hour")
    return frozenset(found)


def _counts(lowered: str) -> list[str]:
    ends = [match.start() for match in _UNIT.finditer(lowered)]
    counts = [end for end in ends if _COUNT.search(lowered, max(0, end - _LONGEST_COUNT), end)]
    if len(counts) > 1 or (counts and "and a half" in lowered):
        return ["count", "counts"]
    return ["count"] if counts else []


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Finds moments by `pattern`.

    For speed, one of the words `any_word` must stand in a sentence, one of `words` (in lower case,
    within a word too), and all of `within`, the kinds of words that `present` tells of it.
    """

    name: str
    pattern: str
    meaning: Meaning
    flags: int = 0
    within: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    any_word: frozenset[str] = frozenset()
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern, self.flags))
