"""Moments that mean something only from an anchor: weekdays, "last month", "Nov. 7", "in May"."""

import re
from datetime import date

from facts.extraction.momentrule import Anchor, Found, Rule
from facts.extraction.numberwords import NUMBER_WORDS, small_number
from facts.extraction.periods import (
    Period,
    day_of,
    joined,
    month_of,
    quarter_of,
    shifted,
    shifted_months,
    week_of,
    years,
)
from facts.extraction.tense import is_ahead
from facts.reading.dates import MONTH, month_number
from facts.types import Granularity as G

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b)\s*"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|midday|noon))?"
COUNT = rf"(?:(?<![\d,.])\d{{1,4}}(?!\d)|{NUMBER_WORDS}|an?|(?:a )?couple of)"
UNIT = (
    r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie)"
    r"|season)"
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_GRAIN = {"day": G.DAY, "night": G.DAY, "week": G.WEEK, "fortnight": G.WEEK, "month": G.MONTH}
_GRAIN |= {"quarter": G.QUARTER, "year": G.YEAR, "decade": G.DECADE}


def _one(day: date | None) -> Period | None:
    return (day, day) if day else None


def _ahead(m: re.Match[str]) -> bool:
    return is_ahead(m.string, m.start(), m.end())


def _weekday(m: re.Match[str], anchor: Anchor) -> Found:
    which = (m["which"] or "").lower()
    if anchor.day is None:
        return Found(None, G.DAY)
    back = (anchor.day.weekday() - _DAYS.index(m["day"].lower())) % 7
    if which == "next" or (which in ("", "this", "coming") and _ahead(m)):
        strictly = 7 if which == "next" and back == 0 else 0
        return Found(_one(shifted(anchor.day, (-back) % 7 + strictly)), G.DAY)
    return Found(_one(shifted(anchor.day, -(back or (7 if which == "last" else 0)))), G.DAY)


def _near_day(m: re.Match[str], anchor: Anchor) -> Found:
    return Found(_period_near(m, anchor, month_number(m["month"]), int(m["d"])), G.DAY)


def _near_range(m: re.Match[str], anchor: Anchor) -> Found:
    month = month_number(m["m1"] or m["m2"])
    first, last = (int(re.sub(r"\D", "", m[k + "1"] or m[k + "2"])) for k in "ab")
    starts = _period_near(m, anchor, month, first)
    return Found(joined(starts, day_of(starts[0].year, month, last)) if starts else None, G.DAY)


def _near_month(m: re.Match[str], anchor: Anchor) -> Found:
    month = month_number(m["month"])
    which = (m["which"] or "").lower()
    if anchor.day and which in ("last", "next", "this"):
        year = anchor.day.year + {
            "last": -1 if month >= anchor.day.month else 0,
            "next": 1 if month <= anchor.day.month else 0,
        }.get(which, 0)
        return Found(month_of(year, month), G.MONTH)
    return Found(_period_near(m, anchor, month, None), G.MONTH)


def _period_near(m: re.Match[str], anchor: Anchor, month: int, day: int | None) -> Period | None:
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
    if _ahead(m):
        return next((p for p in options if p[1] >= around), None)
    return next((p for p in reversed(options) if p[0] <= around), None)


_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


def _day_word(m: re.Match[str], anchor: Anchor) -> Found:
    word = m["word"].lower()
    shift = _WORDS[word] if word in _WORDS else (-1 if word.startswith("last") else 0)
    if m["far"]:
        shift *= 2
    return Found(_one(shifted(anchor.day, shift)) if anchor.day else None, G.DAY)


def _which_period(m: re.Match[str], anchor: Anchor) -> Found:
    unit = m["unit"].lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(
        m["which"].lower(), 0
    )
    return Found(_period(unit, anchor.day, shift) if anchor.day else None, _GRAIN[unit])


def _period(unit: str, day: date, shift: int) -> Period | None:
    if unit == "week":
        return week_of(day, shift)
    if unit == "month":
        return month_of(day.year, day.month + shift)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3 + shift)
    first = day.year + shift if unit == "year" else day.year // 10 * 10 + 10 * shift
    return years(first, first + (9 if unit == "decade" else 0))


def _quarter(m: re.Match[str], anchor: Anchor) -> Found:
    number = int(m["n"]) if m["n"] else _QUARTERS[m["word"].lower()]
    if anchor.day is None:
        return Found(None, G.QUARTER)
    this = quarter_of(anchor.day.year, number)
    past = this is not None and this[0] <= anchor.day
    year = anchor.day.year if past or _ahead(m) else anchor.day.year - 1
    return Found(quarter_of(year, number), G.QUARTER)


def _counted(m: re.Match[str], anchor: Anchor, sign: int) -> Found:
    unit, count = m["unit"].lower().rstrip("s"), small_number(m["count"])
    grain = _GRAIN.get(unit, G.VAGUE)
    if anchor.day is None or count is None or grain is G.VAGUE:
        return Found(None, G.VAGUE if unit not in _GRAIN else grain)
    if unit in _DAYS_IN:
        day = shifted(anchor.day, sign * count * _DAYS_IN[unit])
    else:
        day = shifted_months(anchor.day, sign * count * _MONTHS_IN[unit])
    if day is None or unit in ("day", "night"):
        return Found(_one(day), grain)
    return Found(_period("week" if unit == "fortnight" else unit, day, 0), grain)


def _ago(m: re.Match[str], anchor: Anchor) -> Found:
    return _counted(m, anchor, -1)


def _ahead_by(m: re.Match[str], anchor: Anchor) -> Found | None:
    # "in three days" is a moment only of what lies ahead; "built in three days" is a duration.
    return _counted(m, anchor, 1) if _ahead(m) else None


def _open(m: re.Match[str], _: Anchor) -> Found:
    return Found(None, G.VAGUE)


def _clock(m: re.Match[str], _: Anchor) -> Found:
    return Found(None, G.MINUTE)


def _duration(m: re.Match[str], _: Anchor) -> Found | None:
    if re.match(r"[- ]olds?\b|[- ]of[- ]age\b", m.string[m.end() : m.end() + 8]):
        return None
    if re.search(r"\baged?\s+$", m.string[: m.start()][-6:]):
        return None
    if re.match(r"an?\s", m.group(), _ANY_CASE) and not _LASTS.search(m.string, 0, m.start()):
        return None  # "12 trains a day"
    return Found(None, G.DURATION)


_LASTS = re.compile(
    r"\b(?:for|in|within|over|about|nearly|almost|least|than|after|just|took|lasted|lasting|takes?"
    r"|spent|spend|during|every)\s$",
    re.IGNORECASE,
)
_VAGUE = (
    r"(?:recent|the coming|coming|the past few|the last few|the next few) (?:days|weeks|months"
    r"|years"
    r"|decades|hours)|(?:last|this|next) (?:spring|summer|autumn|fall|winter|season)"
    r"|the (?:early|late|mid)[- ](?:days|years)|(?:early|late|mid-?)\s?(?:this|last"
    r"|next) (?:week|month|year)"
)
_ANY_CASE = re.IGNORECASE

# Order decides: a rule finds nothing inside what an earlier one found.
RULES = (
    Rule(
        "clock-and-day",
        r"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: [A-Z]{2,4})?,?"
        rf"(?: on)? (?P<which>)(?P<day>{_WEEKDAY})\b",
        _weekday,
    ),
    Rule(
        "weekday",
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his"
        rf"|[Cc]oming)\s+)?(?P<day>{_WEEKDAY})\b{_PART}(?!s\b|\s+Times)",
        _weekday,
        "y",
    ),
    Rule(
        "month-day-range",
        rf"\b(?:(?P<m1>{MONTH})\s+(?P<a1>{_DAY}){_TO}(?P<b1>{_DAY})"
        rf"|(?P<a2>{_DAY}){_TO}(?P<b2>{_DAY})\s+(?P<m2>{MONTH}))\b(?!,?\s*\d{{4}})",
        _near_range,
    ),
    Rule(
        "month-day",
        rf"\b(?P<month>{MONTH})\s+(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd"
        rf"|th)?\b(?!,?\s*\d{{4}})(?![.,:]\d|%)",
        _near_day,
    ),
    Rule(
        "month-day",
        rf"\b(?:the )?(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd"
        rf"|th)?\s+(?:of )?(?P<month>{MONTH})(?!\w)",
        _near_day,
    ),
    Rule(
        "day-word",
        r"\b(?P<far>(?:the )?day (?:before|after) )?(?P<word>today|tonight|yesterday|tomorrow"
        r"|overnight"
        r"|last night|this (?:morning|afternoon|evening))\b(?:(?<=y)\s+(?:morning|afternoon"
        r"|evening))?",
        _day_word,
        flags=_ANY_CASE,
    ),
    Rule("vague", rf"\b(?:{_VAGUE})\b", _open, flags=_ANY_CASE),
    Rule(
        "which-period",
        r"\b(?:(?:earlier|later|early|late) )?(?P<which>last|this|next|the past|past|previous"
        r"|the coming|coming)"
        r" (?P<unit>week|month|quarter|year|decade)\b(?! of\b|-)",
        _which_period,
        flags=_ANY_CASE,
    ),
    Rule("ago", rf"\b(?P<count>{COUNT}) (?P<unit>{UNIT}s?) ago\b", _ago, flags=_ANY_CASE),
    Rule(
        "event-relative",
        rf"(?<!\bin )(?<!\bfor )(?<!\bover )\b{COUNT} {UNIT}s? (?:before|after|earlier|later"
        rf"|since|into)\b"
        r"|\bthe (?:day|week|month|year) (?:before|after|earlier|later)\b",
        _open,
        flags=_ANY_CASE,
    ),
    Rule(
        "ahead-by",
        rf"\b(?:in|within) (?:the next )?(?P<count>{COUNT}) (?P<unit>(?:day|week|month|year)s?)\b",
        _ahead_by,
        flags=_ANY_CASE,
    ),
    Rule(
        "quarter",
        r"\b(?:Q(?P<n>[1-4])|(?:the )?(?P<word>first|second|third|fourth) quarter)\b",
        _quarter,
    ),
    Rule(
        "duration",
        rf"\b(?:{COUNT}(?:{_TO}{COUNT})?[- ]{UNIT}s?\b|(?:several|many|few|a few|some) {UNIT}s\b"
        r"|(?<=for )(?:decades|years|months|weeks|centuries))",
        _duration,
        flags=_ANY_CASE,
    ),
    Rule(
        "month",
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate"
        rf"|[Mm]id)[- ])?(?P<month>{MONTH})(?!\w)",
        _near_month,
    ),
    Rule(
        "clock",
        r"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b)|(?<=\bat )(?:[01]?\d"
        r"|2[0-3])[:.][0-5]\d\b",
        _clock,
        flags=_ANY_CASE,
    ),
)
