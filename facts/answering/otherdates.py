"""Whether a fact names another date than the one that a question asks for."""

import re
from collections.abc import Iterator, Sequence

from facts.answering.asked import Asked
from facts.answering.evidence import Evidence, date_sort
from facts.answering.matching import Match
from facts.answering.question import Term

_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")


def date_differs(asked: Asked, found: Sequence[Match], evidence: Evidence) -> bool:
    """Tell whether the fact names another year, month, weekday or day than is asked for."""
    exact = (found[at] for at in asked.exact)
    months = (found[at].term for at in asked.months)
    return any(_differs(match, evidence) for match in exact) or any(
        _day_differs(month, found, evidence) for month in months
    )


def _differs(match: Match, evidence: Evidence) -> bool:
    """Tell whether the fact names another year, month or weekday than the one asked for."""
    sort = date_sort(match.term.word)
    return bool(sort) and not match.factor and sort in evidence.date_sorts


def _day_differs(month: Term, found: Sequence[Match], evidence: Evidence) -> bool:
    """Tell whether the fact names the asked month, but with other days than the one asked for."""
    beside = (m.term.word for m in found if abs(m.term.place - month.place) == 1)
    asked = {day for word in beside if (day := _day(word))}
    if not asked:
        return False
    held = {day for day in _days_of(month.word, evidence) if day}
    return bool(held and not asked & held)


def _days_of(month: str, evidence: Evidence) -> Iterator[str]:
    """Return the days of the month that stand beside this month's name in a fact."""
    folded = [word.folded for word in evidence.words]
    for at, word in enumerate(folded):
        if date_sort(word) == "month" and word[:3] == month[:3]:
            yield from (
                _day(near) for near in (*folded[max(0, at - 1) : at], *folded[at + 1 : at + 2])
            )


def _day(folded: str) -> str:
    match = _DAY.fullmatch(folded)
    return match.group(1) if match else ""
