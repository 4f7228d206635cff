"""Two moments that bound one stretch of time: the second comes after the first."""

import re
from dataclasses import replace
from itertools import pairwise

from facts.extraction.periods import day_of, month_of, shifted
from facts.types import Granularity, Moment

_YEAR = re.compile(r"\d{4}|['’]\d\d\b")
_TO = re.compile(r"\s(?:to|through|until|till)\s")
_JOINED = re.compile(r"\s(?:to|through|until|till|and)\s")
_OPENS = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)


def one_after_another(found: list[Moment], text: str) -> list[Moment]:
    """Give "to Friday" after "from Monday" the Friday that follows that Monday.

    And "until 6 September" after "from 14 March" the one that comes after that day of March, and
    "July" of "between July and September" the one before that September.
    """
    kept = found[:1]
    for one, other in pairwise(found):
        kept[-1] = _before(kept[-1], other, text)
        first, last = kept[-1].earliest, other.earliest
        day = None
        if first and last and last < first and _TO.fullmatch(text[one.end : other.start]):
            if one.rule == other.rule == "weekday":
                day = shifted(last, 7)
            elif other.granularity is Granularity.DAY and not _YEAR.search(other.text):
                period = day_of(last.year + 1, last.month, last.day)
                day = period and period[0]
        kept.append(replace(other, earliest=day, latest=day) if day else other)
    return kept


def _before(one: Moment, other: Moment, text: str) -> Moment:
    """Return the first month of two in the year that brings it before the second."""
    first, last = one.earliest, other.earliest
    if one.rule != "month" or other.rule != "month" or not (first and last and first > last):
        return one
    opens = _OPENS.search(text, max(0, one.start - len("between ")), one.start)
    month = month_of(first.year - 1, first.month)
    if not (opens and month and _JOINED.fullmatch(text[one.end : other.start])):
        return one
    return replace(one, earliest=month[0], latest=month[1])
