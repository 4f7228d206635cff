"""What spans of time mean: months to a date, parts of "last year", seasons, days of "next week"."""

import re
from datetime import date

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
from facts.extraction.relativemeanings import (
    DAYS,
    GRAIN,
    is_coming,
    moved,
    near_period,
    period_of,
)
from facts.reading.dates import month_number
from facts.types import Granularity as G

_SHIFTS = {"last": -1, "this": 0, "next": 1, "the": 0, "same": 0}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
CENTURIES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"),
)
# Where "the 14th" is a hole, a lap or a fence.
_PLAYED = re.compile(
    r"\b(?:par|birdie[sd]?|bogey(?:ed)?|eagle|holes?|tee|green|fairway|putt(?:ed|s)?|laps?|fences?"
    r"|floors?|overs?|innings|wickets?|centur(?:y|ies)|miles?|amendment)\b",
    re.IGNORECASE,
)
_HALF_YEAR = 6
_QUARTER_YEAR = 3


def month_quarter(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the June quarter" as the three months that end with June."""
    number = month_number(m["month"]) // _QUARTER_YEAR
    if m["year"] or anchor.day is None:
        return Found(quarter_of(int(m["year"]), number) if m["year"] else None, G.QUARTER)
    this = quarter_of(anchor.day.year, number)
    past = this is not None and this[0] <= anchor.day
    return Found(quarter_of(anchor.day.year - (not (past or is_coming(m))), number), G.QUARTER)


def span_to(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the three months to 30 June", "the year ended 31 March", "the quarter to September"."""
    last = _last_day(m, anchor)
    if last is None:
        return Found(None, G.MONTH)
    months, weeks = _length(m)
    after = shifted(last, 1)
    first = shifted_months(after, -months) if after and months else None
    first = shifted(last, 1 - 7 * weeks) if weeks else first
    grain = {3: G.QUARTER, 12: G.YEAR}.get(months, G.WEEK if weeks else G.MONTH)
    return Found((first, last) if first else None, grain)


def _length(m: re.Match[str]) -> tuple[int, int]:
    """Return how many months, or else weeks, a span is long."""
    if m["count"]:
        count = small_number(m["count"]) or 1
        return (0, count) if m["counted"].lower().startswith("week") else (count, 0)
    unit = m["unit"].lower()
    return (_QUARTER_YEAR if "quarter" in unit else _HALF_YEAR if "half" in unit else 12), 0


def _last_day(m: re.Match[str], anchor: Anchor) -> date | None:
    month = month_number(m["m1"] or m["m2"] or m["m3"])
    written = m["d1"] or m["d2"]
    day = number_of_day(written) if written else None
    if m["year"]:
        year = int(m["year"])
        found = day_of(year, month, day) if day else month_of(year, month)
    else:
        found = near_period(m, anchor, month, day)
    return found[1] if found else None


def of_which_year(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "November last year", "30 June next year" as the month or day of that year."""
    grain = G.DAY if m["d1"] or m["d2"] else G.MONTH
    if anchor.day is None:
        return Found(None, grain)
    year = anchor.day.year + _SHIFTS[m["which"].lower()]
    month, day = month_number(m["m1"] or m["m2"]), m["d1"] or m["d2"]
    return Found(day_of(year, month, number_of_day(day)) if day else month_of(year, month), grain)


def part_of_which_year(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the first half of next year", "the third quarter of last year"."""
    quarter = m["part"].lower() == "quarter"
    grain = G.QUARTER if quarter else G.MONTH
    if anchor.day is None:
        return Found(None, grain)
    year = anchor.day.year + _SHIFTS[m["which"].lower()]
    number = QUARTERS[m["number"].lower()]
    if quarter:
        return Found(quarter_of(year, number), grain)
    return Found(half_year_of(year, number), grain)


def first_months(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the first nine months of 2025", "the last two months of the year"."""
    if m["year"]:
        year = int(m["year"])
    elif anchor.day:
        year = anchor.day.year + _SHIFTS[m["which"].lower()]
    else:
        return Found(None, G.MONTH)
    count = min(small_number(m["count"]) or 1, 12)
    ends = (1, count) if m["end"].lower() == "first" else (13 - count, 12)
    return Found(joined(month_of(year, ends[0]), month_of(year, ends[1])), G.MONTH)


def day_of_week(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "Tuesday of last week" and "Tuesday next week" as that day."""
    if anchor.day is None:
        return Found(None, G.DAY)
    week = week_of(anchor.day, _SHIFTS[m["which"].lower()])
    day = shifted(week[0], DAYS.index(m["day"].lower())) if week else None
    return Found((day, day) if day else None, G.DAY)


def past_period(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the past year" and "over the last month" as that long, up to the anchor."""
    unit = m["unit"].lower()
    if anchor.day is None:
        return Found(None, GRAIN[unit])
    first = moved(anchor.day, unit, -1)
    return Found((first, anchor.day) if first else None, GRAIN[unit])


def nth_day(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the first Monday in June", "the last weekend of March 2026"."""
    month, weekend = month_number(m["month"]), m["day"].lower() == "weekend"
    whole = month_of(int(m["year"]), month) if m["year"] else near_period(m, anchor, month, None)
    if whole is None:
        return Found(None, G.DAY)
    days = [d for n in range(31) if (d := shifted(whole[0], n)) and d <= whole[1]]
    wanted = DAYS.index("saturday" if weekend else m["day"].lower())
    fits = [day for day in days if day.weekday() == wanted]
    at = {"last": -1, "final": -1}.get(m["nth"].lower(), QUARTERS.get(m["nth"].lower(), 0) - 1)
    day = fits[at] if at < len(fits) else None
    last = shifted(day, 1) if day and weekend else day
    return Found((day, last) if day and last else None, G.DAY)


def week_after_next(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the week after next" and "the year before last"."""
    unit, shift = m["unit"].lower(), 2 if m["way"].lower() == "after next" else -2
    return Found(period_of(unit, anchor.day, shift) if anchor.day else None, GRAIN[unit])


def this_time(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "this time last year" as the day a year before."""
    shift = 1 if m["which"] == "next" else -1
    day = moved(anchor.day, m["unit"], shift) if anchor.day else None
    return Found((day, day) if day else None, G.DAY)


def week_from(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "a week today" and "a fortnight tomorrow"."""
    after = (7 if m["unit"] == "week" else 14) + (m["word"] == "tomorrow")
    day = shifted(anchor.day, after) if anchor.day else None
    return Found((day, day) if day else None, G.DAY)


def day_of_month(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read "the 14th of next month" and "on the 14th"; of holes and miles "the 14th" is no day."""
    if not m["which"] and _PLAYED.search(m.string):
        return None
    if anchor.day is None:
        return Found(None, G.DAY)
    near, number = anchor.day, number_of_day(m["d"])
    if m["which"]:
        return Found(_day_in(near.year, near.month + _SHIFTS[m["which"]], number), G.DAY)
    way = 1 if is_coming(m) else -1
    days = (_day_in(near.year, near.month + way * n, number) for n in range(3))
    return Found(next((p for p in days if p and (p[0] - near).days * way >= 0), None), G.DAY)


def _day_in(year: int, month: int, number: int) -> Period | None:
    return day_of(year + (month - 1) // 12, (month - 1) % 12 + 1, number)


def stays_open(m: re.Match[str], _: Anchor) -> Found:
    """Leave as written what each house counts for itself ("Michaelmas term")."""
    return Found(None, G.VAGUE)


def weekday_week(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "Saturday week" and "a week on Saturday": seven days after the coming one."""
    if anchor.day is None:
        return Found(None, G.DAY)
    ahead = (DAYS.index((m["day"] or m["on"]).lower()) - anchor.day.weekday()) % 7 or 7
    day = shifted(anchor.day, ahead + 7)
    return Found((day, day) if day else None, G.DAY)


def season_ahead(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read "will close in the autumn" as the coming one; "in the autumn" alone may be any."""
    if not is_coming(m):
        return None
    if anchor.day is None:
        return Found(None, G.MONTH)
    options = (_season(m["season"].lower(), anchor.day.year + n, anchor) for n in (-1, 0, 1))
    return Found(next((p for p in options if p and p[0] > anchor.day), None), G.MONTH)


def spelled_century(m: re.Match[str], _: Anchor) -> Found:
    """Read "the second century BC" and "the nineteenth century"."""
    number = CENTURIES.index(m["n"].lower()) + 1
    return Found(None if m["bc"] else years(100 * number - 99, 100 * number), G.VAGUE)


def season_of_year(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "the summer of 2026": three months, those of the half of the globe told of."""
    year = int(m["year"])
    return Found(_season(m["season"].lower(), year, anchor), G.MONTH)


def which_season(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "this spring", "last summer"; "next winter" may be either of two and stays open."""
    which, season = m["which"].lower(), m["season"].lower()
    if anchor.day is None or which == "next":
        return Found(None, G.VAGUE)
    options = [
        found
        for year in (anchor.day.year - 2, anchor.day.year - 1, anchor.day.year, anchor.day.year + 1)
        if (found := _season(season, year, anchor))
    ]
    if which == "last":
        return Found(next((p for p in reversed(options) if p[1] < anchor.day), None), G.MONTH)
    ahead = next((p for p in options if p[1] >= anchor.day), None)
    begun = next((p for p in reversed(options) if p[0] <= anchor.day), None)
    if is_coming(m):
        return Found(ahead, G.MONTH)
    same = [p for p in options if p[0].year == anchor.day.year or p[1].year == anchor.day.year]
    return Found(begun if begun in same else ahead, G.MONTH)


def season_of_which_year(m: re.Match[str], anchor: Anchor) -> Found:
    """Read "summer last year" and "the spring of next year"."""
    if anchor.day is None:
        return Found(None, G.MONTH)
    year = anchor.day.year + _SHIFTS[m["which"].lower()]
    return Found(_season(m["season"].lower(), year, anchor), G.MONTH)


def _season(season: str, year: int, anchor: Anchor) -> Period | None:
    first = _SEASONS[season]
    if anchor.south:
        first = first - 6 if first > _HALF_YEAR else first + 6
    return joined(month_of(year, first), month_of(year, first + 2))
