"""The dates that a question asks about, and whether a fact's own moments bear them out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments
from facts.reading.dates import MONTHS, month_number
from facts.types import Direction, Granularity, Moment

_NAMED = "|".join(
    sorted(
        (*MONTHS, *(f"{d}day" for d in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))),
        key=len,
        reverse=True,
    )
)
_LOWER = re.compile(rf"\b(?:{_NAMED})\b")
# Words that are months only beside a preposition or a number: "may", "march", "august".
_DOUBTFUL = frozenset({"may", "march", "mar", "august", "dec", "jan", "jun", "sep", "nov", "oct"})
_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|of|by|from|between|during|early|late|mid|last|this|next|and|to)"
    r"[ -]|\d(?:st|nd|rd|th)? )$"
)
_OWNED = re.compile(r"\b((?:last|this|next) (?:year|month|week))s\b", re.IGNORECASE)
_IN = "in "
_NUMBER_NEXT = re.compile(r"\.? \d")
_RECURRING = frozenset({"month", "month-day", "month-day-range", "weekday", "quarter"})
_FIXED_BY = re.compile(r"\b(?:last|this|next|coming)\b", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNBINDING = frozenset({"overnight"})  # said of what is asked about, whatever the day
_FROM = frozenset({Direction.SINCE, Direction.AFTER})
_UP_TO = frozenset({Direction.UNTIL, Direction.BEFORE, Direction.BY})
_THE = re.compile(r"\b(?:the|a|an|its|their|his|her)\s$", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to (?:the |a |an )?$", re.IGNORECASE)
_NOUN = re.compile(r"[ -][a-z]{3,}")
_NO_NOUN = re.compile(
    r" (?:when|and|but|after|before|was|were|had|has|with|the|that|which|by|for|as)\b"
)


class Fit(StrEnum):
    """How a fact's moments fit an asked date, the best first."""

    GIVEN = "given"
    FINER = "finer"  # a part of what is asked about: a day of the asked year
    WIDER = "wider"  # a time that holds more than what is asked about
    OPEN = "open"  # written alike, but what it means is not known
    OTHER = "other"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class AskedDate:
    """A date of a question. `recurs` when it names no year: any September will do.

    `relative` when it is counted from the day of asking ("last week").
    """

    moment: Moment
    recurs: bool
    relative: bool


# The last night of a run, not last night.
_LAST_OF_ALL = re.compile(r"\b(?:the|its|their|his|her|our) last (?:night|evening)$", re.IGNORECASE)


def asked_dates(text: str, today: date) -> tuple[AskedDate, ...]:
    """Return the dates that a question names, months and weekdays in small letters too."""
    found = moments(_capitalised(text), Anchor(day=today)) or _bare_month(text, today)
    return tuple(
        AskedDate(m, _recurs(m), relative=m.anchor is not None and not _recurs(m))
        for m in found
        if m.granularity is not Granularity.DURATION
        and (m.earliest or _recurs(m))
        and m.text.casefold() not in _UNBINDING
        and not _LAST_OF_ALL.search(text[: m.end])
    )


def _bare_month(text: str, today: date) -> tuple[Moment, ...]:
    """Return the month among keywords: "inflation Velden april"."""
    named = [m for m in _LOWER.finditer(text.lower()) if m.group() in MONTHS]
    if len(named) != 1 or named[0].group() in _DOUBTFUL:
        return ()
    start, end = named[0].span()
    shift = start - len(_IN)
    meant = moments(_IN + named[0].group().capitalize(), Anchor(day=today))
    return tuple(
        replace(m, start=m.start + shift, end=m.end + shift) for m in meant if m.end + shift == end
    )


def _capitalised(text: str) -> str:
    def capital(match: re.Match[str]) -> str:
        word = match.group()
        plain = word not in _DOUBTFUL
        cued = _CUE.search(text[: match.start()]) or _NUMBER_NEXT.match(text, match.end())
        return word.capitalize() if plain or cued else word

    # "Last years patrol" is last year's; its length stays, for the places of the words.
    return _LOWER.sub(capital, _OWNED.sub(r"\1 ", text))


def _recurs(moment: Moment) -> bool:
    return moment.rule in _RECURRING and not _FIXED_BY.search(moment.text)


def fit(asked: AskedDate, found: Sequence[Moment], text: str) -> Fit:
    """Return how the moments of a fact with these words fit an asked date."""
    dated = [m for m in found if m.granularity is not Granularity.DURATION]
    own = [m for m in dated if _same_way(asked.moment, m, text)]
    if len(own) > 1:
        own = [m for m in own if not _describes(m, text)] or own
    fits = [_fit(asked, moment) for moment in own]
    order = list(Fit)
    best = min(fits, key=order.index, default=Fit.ABSENT)
    # A date that only bounds or compares ("the worst since 2020") is not when it happened.
    return Fit.OTHER if best is Fit.ABSENT and dated else best


def _same_way(asked: Moment, moment: Moment, text: str) -> bool:
    if asked.direction is Direction.ON:
        named = _ACCORDING.search(text[: moment.start])
        spans = moment.rule.endswith("range") and moment.earliest and moment.latest
        by = moment.direction is Direction.BY and asked.earliest == moment.earliest
        return moment.direction is Direction.ON or bool(named or spans or by)
    return True


def _describes(moment: Moment, text: str) -> bool:
    """Tell a year that belongs to a noun ("the 2020 war") from the time of the event."""
    before, after = text[: moment.start], text[moment.end : moment.end + 20]
    noun = _NOUN.match(after) and not _NO_NOUN.match(after)
    return moment.granularity is Granularity.YEAR and bool(_THE.search(before) and noun)


def _fit(asked: AskedDate, moment: Moment) -> Fit:
    wanted = asked.moment
    if moment.earliest is None or moment.latest is None:
        return _unresolved(asked, moment)
    if asked.recurs:
        return _recurring(wanted, moment.earliest, moment.latest)
    if wanted.earliest is None or wanted.latest is None:
        return Fit.ABSENT
    first, last = _bounds(wanted)
    if first <= moment.earliest and moment.latest <= last:
        same = (wanted.earliest, wanted.latest) == (moment.earliest, moment.latest)
        bounded = wanted.direction is not Direction.ON
        return Fit.GIVEN if same or bounded else Fit.FINER
    if moment.earliest <= first and last <= moment.latest:
        return Fit.WIDER
    return Fit.OTHER


def _bounds(wanted: Moment) -> tuple[date, date]:
    first, last = wanted.earliest or date.min, wanted.latest or date.max
    if wanted.direction in _FROM:
        return first, date.max
    if wanted.direction in _UP_TO:
        return date.min, last
    return first, last


def _recurring(wanted: Moment, first: date, last: date) -> Fit:
    if wanted.rule == "weekday":
        if first == last:
            same = _WEEKDAYS[first.weekday()] in wanted.text.lower()
            return Fit.GIVEN if same else Fit.OTHER
        return Fit.WIDER
    if wanted.earliest is None or wanted.latest is None:
        return Fit.ABSENT
    if (last - first).days > 366:
        return Fit.WIDER
    for year in {first.year, last.year}:
        start, end = _in_year(wanted.earliest, year), _in_year(wanted.latest, year)
        if start <= first and last <= end:
            same = (start, end) == (first, last)
            return Fit.GIVEN if same else Fit.FINER
        if first <= start and end <= last:
            return Fit.WIDER
    return Fit.OTHER


def _in_year(day: date, year: int) -> date:
    last_of_february = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if last_of_february else day.replace(year=year)


def _unresolved(asked: AskedDate, moment: Moment) -> Fit:
    """Compare by the names written: "Nov. 7" without a year, "Wednesday" without a date."""
    held, wanted = _written(moment.text), _written(asked.moment.text)
    if not held:
        return Fit.ABSENT if moment.granularity is Granularity.VAGUE else Fit.OPEN
    if not wanted:
        return Fit.OPEN
    if wanted[0] != held[0]:
        alike = (wanted[0] in _WEEKDAYS) == (held[0] in _WEEKDAYS)
        return Fit.OTHER if alike else Fit.OPEN
    if wanted[1] and held[1] and not wanted[1] & held[1]:
        return Fit.OTHER
    if not asked.recurs:
        return Fit.OPEN
    return Fit.OPEN if wanted[1] and not held[1] else Fit.GIVEN


@lru_cache(maxsize=4_000)
def _written(text: str) -> tuple[str, frozenset[int]] | None:
    """Return the month or weekday that a moment names, and its days of the month."""
    lowered = text.lower()
    weekday = next((day for day in _WEEKDAYS if day in lowered), None)
    month = re.search(r"\b(" + "|".join(MONTHS) + r")\b", lowered)
    days = frozenset(int(n) for n in re.findall(r"(?<![:.\d])\b([0-3]?\d)(?:st|nd|rd|th)?\b", text))
    if month:
        return f"month {month_number(month[1])}", days
    return (weekday, frozenset()) if weekday else None


def fit_beside(asked: AskedDate, texts: Iterable[str]) -> Fit:
    """Return how the best of the texts beside a fact (title, heading, sentence) fits."""
    fits = [fit(asked, _moments_of(text), text) for text in texts]
    return min(fits, key=list(Fit).index, default=Fit.ABSENT)


@lru_cache(maxsize=4_000)
def _moments_of(text: str) -> tuple[Moment, ...]:
    return moments(text, Anchor())
