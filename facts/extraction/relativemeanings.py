"""What relative words mean from an anchor: weekdays, "last month", "Nov. 7", "in May"."""

import re
from datetime import date

from facts.extraction.behind import is_dated_with
from facts.extraction.momentrule import Anchor, Found
from facts.extraction.numberwords import QUARTERS, number_of_day, small_number
from facts.extraction.periods import (
    Period,
    day_of,
    half_year_of,
    joined,
    month_of,
    quarter_of,
    shifted,
    shifted_months,
    week_of,
    years,
)
from facts.extraction.tense import is_ahead, is_told_in_past
from facts.reading.dates import month_number
from facts.types import Granularity as G

_NEXT = re.compile(r"\b[Nn]ext\s(?!week|month|year|day)[a-z]+\s")  # "The next brief will follow on"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY = 5
_HALF_YEAR = 6
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
GRAIN = {"day": G.DAY, "night": G.DAY, "week": G.WEEK, "fortnight": G.WEEK, "month": G.MONTH}
GRAIN |= {"quarter": G.QUARTER, "year": G.YEAR, "decade": G.DECADE}


def _one(day: date | None) -> Period | None:
    return (day, day) if day else None


def is_coming(m: re.Match[str]) -> bool:
    """Tell whether the moment matched lies ahead by the words around it."""
    return is_ahead(m.string, m.start(), m.end())


def weekday(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "Monday", "next Monday": the latest one begun, or on cues of the future the next."""
    which = (m["which"] or "").lower()
    if anchor.day is None:
        return Found(None, G.DAY)
    back = (anchor.day.weekday() - DAYS.index(m["day"].lower())) % 7
    this = which == "this" and not is_told_in_past(m.string, m.start(), m.end())
    if which == "next" or this or (which in ("", "this", "coming") and is_coming(m)):
        later = which == "next" or _NEXT.search(m.string, 0, m.start())
        strictly = 7 if later and back == 0 else 0
        return Found(_one(shifted(anchor.day, (-back) % 7 + strictly)), G.DAY)
    return Found(_one(shifted(anchor.day, -(back or (7 if which == "last" else 0)))), G.DAY)


def _falls_on(period: Period, weekday: str) -> bool:
    return DAYS[period[0].weekday()].startswith(weekday.lower().rstrip("."))


def near_day(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "Nov. 7" in the nearest year that fits."""
    month, day, weekday = month_number(m["month"]), number_of_day(m["d"]), m["weekday"]
    if weekday and anchor.day:
        years_near = (anchor.day.year, anchor.day.year - 1, anchor.day.year + 1)
        fits = [p for y in years_near if (p := day_of(y, month, day)) and _falls_on(p, weekday)]
        if fits:
            return Found(fits[0], G.DAY)
    return Found(near_period(m, anchor, month, day), G.DAY)


def near_range(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "Nov. 7 to 9" in the nearest year that fits."""
    month = month_number(m["m1"] or m["m2"])
    first, last = (number_of_day(m[k + "1"] or m[k + "2"]) for k in "ab")
    starts = near_period(m, anchor, month, first)
    return Found(joined(starts, day_of(starts[0].year, month, last)) if starts else None, G.DAY)


def near_long_range(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "15 April to 10 June" in the nearest years that fit."""
    months = [month_number(m[k + "1"] or m[k + "2"]) for k in "mn"]
    first, last = (number_of_day(m[k + "1"] or m[k + "2"]) for k in "ab")
    starts = near_period(m, anchor, months[0], first)
    if starts is None:
        return Found(None, G.DAY)
    year = starts[0].year + (months[1] < months[0])
    return Found(joined(starts, day_of(year, months[1], last)), G.DAY)


def near_month(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "May", "last May" in the nearest year that fits."""
    month = month_number(m["month"])
    which = (m["which"] or "").lower()
    if anchor.day and which in ("last", "next", "this"):
        year = anchor.day.year + {
            "last": -1 if month >= anchor.day.month else 0,
            "next": 1 if month <= anchor.day.month else 0,
        }.get(which, 0)
        return Found(month_of(year, month), G.MONTH)
    return Found(near_period(m, anchor, month, None), G.MONTH)


def near_period(m: re.Match[str], anchor: Anchor, month: int, day: int | None) -> Period | None:
    """Return the year's nearest past (or coming) such day or month; by a caption the nearest."""
    around = anchor.day or anchor.near
    if around is None:
        return None
    options = [
        period
        for year in (around.year - 1, around.year, around.year + 1)
        if (period := day_of(year, month, day) if day else month_of(year, month))
    ]
    if anchor.day is None:
        return min(options, key=lambda p: abs((p[0] - around).days), default=None)
    if is_coming(m):
        return next((p for p in options if p[1] >= around), None)
    if _REGISTERED.search(m.string, max(0, m.start() - 50), m.start()):
        return min(options, key=lambda p: abs((p[0] - around).days), default=None)
    done = is_dated_with(m.string, m.start())
    heads = m.start() == 0 and m.string.startswith(":", m.end())  # "16 May: lecture by Ida Roe"
    if day and not done and (heads or not is_told_in_past(m.string, m.start(), m.end())):
        return min(options, key=lambda p: abs((p[0] - around).days), default=None)
    return next((p for p in reversed(options) if p[0] <= around), None)


# "paid to shareholders registered on 21 August": about the day it is paid, ahead or behind.
_REGISTERED = re.compile(
    r"\b(?:(?:share|stock|unit|bond)?holders|members|owners|those|investors)\s(?:who\sare\s)?(?:registered|recorded"
    r"|on\s(?:the\s(?:share\s)?register|record)|of\srecord)\s(?:on|at|as\s(?:at|of))\s"
    r"(?:(?:the\s)?close\sof\s[a-z]+\son\s)?$"
)


def every_week(m: re.Match[str], _: Anchor) -> Found:
    """Keep "Tuesdays" as written."""
    return Found(None, G.DAY)


_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


def day_word(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "today", "the day before yesterday"."""
    word = m["word"].lower()
    shift = _WORDS[word] if word in _WORDS else (-1 if word.startswith("last") else 0)
    if m["far"]:
        shift *= 2
    if word == "overnight" and anchor.day:
        way = (0, 1) if is_coming(m) else (-1, 0)
        return Found(joined(*(_one(shifted(anchor.day, by)) for by in way)), G.DAY)
    return Found(_one(shifted(anchor.day, shift)) if anchor.day else None, G.DAY)


def which_period(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "last week", "this year"."""
    unit = m["unit"].lower()
    which = m["which"].lower().removeprefix("the ")
    shift = {"last": -1, "next": 1, "coming": 1}.get(which, 0)
    return Found(period_of(unit, anchor.day, shift) if anchor.day else None, GRAIN[unit])


def period_of(unit: str, day: date, shift: int) -> Period | None:
    """Return the week, month, quarter, year or decade of a day, or one so many further on."""
    if unit == "week":
        return week_of(day, shift)
    if unit == "month":
        return month_of(day.year, day.month + shift)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3 + shift)
    first = day.year + shift if unit == "year" else day.year // 10 * 10 + 10 * shift
    return years(first, first + (9 if unit == "decade" else 0))


def quarter(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the third quarter" of the nearest year begun."""
    number = int(m["n"]) if m["n"] else QUARTERS[m["word"].lower()]
    if anchor.day is None:
        return Found(None, G.QUARTER)
    this = quarter_of(anchor.day.year, number)
    past = this is not None and this[0] <= anchor.day
    year = anchor.day.year if past or is_coming(m) else anchor.day.year - 1
    return Found(quarter_of(year, number), G.QUARTER)


def moved(day: date, unit: str, count: int) -> date | None:
    """Return the day so many weeks, months or years later, or earlier if `count` is below 0."""
    if unit in _DAYS_IN:
        return shifted(day, count * _DAYS_IN[unit])
    return shifted_months(day, count * _MONTHS_IN[unit])


def _counted(m: re.Match[str], anchor: Anchor, sign: int) -> Found:
    unit, count = m["unit"].lower().rstrip("s"), small_number(m["count"])
    grain = GRAIN.get(unit, G.VAGUE)
    if anchor.day is None or count is None or grain is G.VAGUE:
        return Found(None, G.VAGUE if unit not in GRAIN else grain)
    day = moved(anchor.day, unit, sign * count)
    if day is None or unit in ("day", "night"):
        return Found(_one(day), grain)
    return Found(period_of("week" if unit == "fortnight" else unit, day, 0), grain)


def ago(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "three weeks ago"."""
    return _counted(m, anchor, -1)


def ahead_by(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read "in 14 days" where it lies ahead."""
    # "in three days" is a moment only of what lies ahead; "built in three days" is a duration.
    one = m["count"].lower() in ("a", "an")
    if one and not _WILL.search(m.string):
        return None  # "How many visit in a year?"
    return _counted(m, anchor, 1) if is_coming(m) else None


def weekend(m: re.Match[str], anchor: Anchor) -> Found:
    """Return Saturday and Sunday: the last ones begun, or on cues of the future the next ones."""
    if anchor.day is None:
        return Found(None, G.DAY)
    which = (m["which"] or "").lower()
    saturday = shifted(anchor.day, -((anchor.day.weekday() - _SATURDAY) % 7))
    ahead = which in ("next", "the coming") or (which in ("", "this") and is_coming(m))
    ahead = ahead or (which == "this" and not is_told_in_past(m.string, m.start(), m.end()))
    begun = anchor.day.weekday() >= _SATURDAY
    if saturday and ((ahead and not begun) or which == "next"):
        saturday = shifted(saturday, 7)
    return Found(joined(_one(saturday), _one(shifted(saturday, 1)) if saturday else None), G.DAY)


def week_of_day(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the week of 3 March" as Monday to Sunday."""
    month, day = month_number(m["m1"] or m["m2"]), number_of_day(m["d1"] or m["d2"])
    year = m["year"]
    found = day_of(int(year), month, day) if year else near_period(m, anchor, month, day)
    return Found(week_of(found[0], 0) if found else None, G.WEEK)


def period_end(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the end of the year" as that year."""
    unit = m["unit"].lower()
    shift = {"next": 1, "last": -1}.get(m.group().lower().split(" ")[-2], 0)
    return Found(period_of(unit, anchor.day, shift) if anchor.day else None, GRAIN[unit])


def half(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "H1" and "the first half" of a business year as the nearest begun one."""
    second = m["n"] == "2" if m["n"] else m["word"].lower() == "second"
    if anchor.day is None:
        return Found(None, G.MONTH)
    begun = not second or anchor.day.month > _HALF_YEAR
    year = anchor.day.year - (0 if begun or is_coming(m) else 1)
    return Found(half_year_of(year, 2 if second else 1), G.MONTH)


def half_of_business(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read "in the second half" beside money or trade; that of a match is no moment."""
    return half(m, anchor) if _TRADE.search(m.string) and not _MATCH.search(m.string) else None


def stays_open(m: re.Match[str], _: Anchor) -> Found:
    """Leave as written what only an event could tell."""
    return Found(None, G.VAGUE)


_WILL = re.compile(
    r"\b(?:will|shall|would|going to|to be|due|expected|plans?|should|starts?|begins?)\b|['’]ll\b"
)
_TRADE = re.compile(
    r"[$€£%]|\b(?:sales|revenues?|profits?|earnings|growth|costs?|tariffs|demand|inflation|orders"
    r"|prices|margins?|output|market|results|trading)\b",
    re.IGNORECASE,
)
_MATCH = re.compile(r"\b(?:goals?|scor\w+|match|penalt\w+|substitut\w+|kick\w*|coach|try|tries)\b")
