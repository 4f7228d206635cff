"""The days that a person can mean: as written by them, or the weekdays that an open one may be."""

import re
from datetime import date, timedelta

from facts.reading.dates import full_dates
from facts.types import Granularity, Published

Period = tuple[date, date, Granularity]
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_LAST_MONTH = 12


def period_of(written: str) -> Period | None:
    """Return the day, month or year that is written: 2022-11-09, 9 Nov 2022, 2022-11 or 2022."""
    words = written.strip()
    try:
        day = date.fromisoformat(words) if len(words) == len("YYYY-MM-DD") else None
    except ValueError:
        day = None
    if day is None:
        found = list(full_dates(words))
        day = found[0].day if len(found) == 1 else None
    if day is not None:
        return day, day, Granularity.DAY
    month = _MONTH.fullmatch(words)
    if month and 1 <= int(month[2]) <= _LAST_MONTH and int(month[1]):
        return _month(int(month[1]), int(month[2]))
    if _YEAR.fullmatch(words):
        return date(int(words), 1, 1), date(int(words), 12, 31), Granularity.YEAR
    return None


def days_meant(words: str, published: Published) -> tuple[date, ...]:
    """Return the days that an open weekday may be, around when its document was published."""
    found = _WEEKDAY.search(words)
    bound = published.earliest or published.latest
    if found is None or bound is None:
        return ()
    number = _WEEKDAYS.index(found[1][:3].lower())
    last = bound - timedelta(days=(bound.weekday() - number) % 7)
    weeks = (0, 1, 2) if published.earliest else (-2, -1, 0)
    return tuple(last + timedelta(weeks=week) for week in weeks)


def _month(year: int, month: int) -> Period:
    first = date(year, month, 1)
    after = date(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1)
    return first, after - timedelta(days=1), Granularity.MONTH
