"""Durations of two units as one figure, counted in the first: "2 hours 24 minutes" is 2.4 hours."""

import re
from collections.abc import Iterable
from itertools import pairwise

from facts.extraction.numberwords import NUMBER_WORDS, small_number
from facts.types import Figure, Granularity, Moment

_SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3_600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_800,
    "year": 31_557_600,
}
_PART = re.compile(
    rf"(?P<count>\d{{1,4}}|{NUMBER_WORDS}|an?)[- ](?P<unit>{'|'.join(_SECONDS)})s?\b", re.IGNORECASE
)


def lengths(moments: Iterable[Moment]) -> list[Figure]:
    """Return a figure for each duration that two units make, the greater one first."""
    long = (moment for moment in moments if moment.granularity is Granularity.DURATION)
    return [made for moment in long if (made := _length(moment))]


def _length(moment: Moment) -> Figure | None:
    parts = [(part["count"], part["unit"].lower()) for part in _PART.finditer(moment.text)]
    sizes = [_SECONDS[unit] for _, unit in parts]
    if len(parts) < 2 or any(one <= other for one, other in pairwise(sizes)):
        return None
    total = sum((small_number(count) or 0) * _SECONDS[unit] for count, unit in parts)
    value = round(total / sizes[0], 4)
    return Figure(moment.text, moment.start, moment.end, value, value, "", parts[0][1] + "s")
