"""Moments that name their year: full dates, ranges of days, months, quarters, years, decades."""

import re

from facts.extraction.momentrule import Anchor, Found, Rule
from facts.extraction.numberwords import QUARTERS, number_of_day
from facts.extraction.periods import day_of, half_year_of, joined, month_of, quarter_of, years
from facts.reading.dates import MONTH, month_number
from facts.types import Granularity as G

_YEAR = r"(?:1[0-9]|20|21)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b|\buntil\b)\s*"
_WEEKDAY_BEFORE = (
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?)"
    r",?\s+)?"
)
_ISO_TIME = r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z\b|[+-]\d\d:?\d\d\b)?)?"
_PART = r"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id)[ -])?"  # as written; when it ends nobody tells


def _iso(m: re.Match[str], _: Anchor) -> Found | None:
    return Found(day_of(int(m[1]), int(m[2]), int(m[3])), G.DAY)


def _full(m: re.Match[str], _: Anchor) -> Found | None:
    month, day = m["m1"] or m["m2"], m["d1"] or m["d2"]
    return Found(day_of(int(m["y1"] or m["y2"]), month_number(month), number_of_day(day)), G.DAY)


def _day_range(m: re.Match[str], _: Anchor) -> Found | None:
    year, month = int(m["y1"] or m["y2"]), month_number(m["m1"] or m["m2"])
    first, last = number_of_day(m["a1"] or m["a2"]), number_of_day(m["b1"] or m["b2"])
    return Found(joined(day_of(year, month, first), day_of(year, month, last)), G.DAY)


def _first_of_two(m: re.Match[str], _: Anchor) -> Found | None:
    """Read "6 October" of "between 6 October and 12 December 2025", and months alike."""
    month, last, year = month_number(m["month"]), month_number(m["last"]), int(m["year"])
    year -= month > last
    if m["day"]:
        return Found(day_of(year, month, number_of_day(m["day"])), G.DAY)
    return Found(month_of(year, month), G.MONTH)


def _long_range(m: re.Match[str], _: Anchor) -> Found | None:
    year, last_month = int(m["y1"] or m["y2"]), month_number(m["n1"] or m["n2"])
    first_month = month_number(m["m1"] or m["m2"])
    first = day_of(year, first_month, number_of_day(m["a1"] or m["a2"]))
    last = day_of(year, last_month, number_of_day(m["b1"] or m["b2"]))
    return Found(joined(first, last), G.DAY)


def _numeric(m: re.Match[str], _: Anchor) -> Found | None:
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    if m[2] == "." or first > 12 or first == second:
        return Found(day_of(year, second, first), G.DAY)
    if second > 12:
        return Found(day_of(year, first, second), G.DAY)
    return Found(None, G.DAY, rule="ambiguous-numeric") if 1 <= second <= 12 else None


def _month_year(m: re.Match[str], _: Anchor) -> Found | None:
    return Found(month_of(int(m["year"]), month_number(m["month"])), G.MONTH)


def _month_range(m: re.Match[str], _: Anchor) -> Found | None:
    last = month_of(int(m["year"]), month_number(m["last"]))
    return Found(joined(month_of(int(m["year"]), month_number(m["month"])), last), G.MONTH)


def _quarter(m: re.Match[str], _: Anchor) -> Found | None:
    number = int(m["n"]) if m["n"] else QUARTERS[m["word"].lower()]
    return Found(quarter_of(int(m["year"]), number), G.QUARTER)


def _half(m: re.Match[str], _: Anchor) -> Found | None:
    year, first = int(m["year"]), m["n"] == "1" or (m["word"] or "").lower() == "first"
    return Found(half_year_of(year, 1 if first else 2), G.MONTH)


def _decade(m: re.Match[str], _: Anchor) -> Found | None:
    first = int(m["y"]) if m["y"] else 1900 + int(m["short"])
    return Found(years(first, first + 9), G.DECADE)


def _century(m: re.Match[str], _: Anchor) -> Found | None:
    number = int(m["n"])
    period = None if m["bc"] else years(100 * (number - 1) + 1, 100 * number)
    return Found(period, G.VAGUE)


def _fiscal(m: re.Match[str], _: Anchor) -> Found:
    return Found(None, G.YEAR)  # when it begins is each body's own affair


def _year_range(m: re.Match[str], _: Anchor) -> Found | None:
    first, last = int(m["a"]), m["b"]
    return Found(years(first, int(m["a"][: 4 - len(last)] + last)), G.YEAR)


# "Senate Bill 1182", "Resolution 1975": numbers, and no years.
_NUMBERED = re.compile(
    r"\b(?:Bill|Resolution|Flight|Order|Room|Route|Highway|Decree|Directive|Regulation|Case|File"
    r"|Notice|Circular|Unit|Ticket|Boeing|Airbus|Locomotive|Model|Lot)\s$"
)


# "the 1200 block of Larch Avenue": a stretch of houses.
_HOUSES = re.compile(r"\sblock\b")
# "1000 mice", "1500 new trees": what a round number counts, unless a word for time precedes it.
_COUNTED = re.compile(
    r"\s(?!(?:was|is|has|its|his|as|this|less|plus|across|results|figures|elections?|games|riots"
    r"|protests)\b)(?:[a-z]+(?<!ed)\s)?(?:[a-z]{2,}(?<![su])s|mice|sheep|cattle|fish|people|men"
    r"|women|geese|deer|police|aircraft)\b"
)
_OF_TIME = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Tt]o|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]he"
    r"|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|year|this|that|[Cc]irca|['’]s)|,|\()\s?$"
)


# "0845 600 1122", "(01) 604 2020": the last digits of a telephone number.
_DIALLED = re.compile(r"(?:\b0\d{2,4}|\(0?\d{1,4}\)|\+\d{1,3})(?:[ -]\d{2,5}){0,3}[ -]$")


def _long_ago(m: re.Match[str], _: Anchor) -> Found:
    return Found(None, G.YEAR)  # as "500 BC" has no day in the calendar


def _year(m: re.Match[str], _: Anchor) -> Found | None:
    start = m.start("y")
    if _DIALLED.search(m.string, max(0, start - 18), start):
        return None
    if _NUMBERED.search(m.string, max(0, start - 14), start) or _HOUSES.match(m.string, m.end()):
        return None
    of_time = start > m.start() or _OF_TIME.search(m.string, max(0, start - 10), start)
    if int(m["y"]) % 50 == 0 and not of_time and _COUNTED.match(m.string, m.end()):
        return None  # "gave 1000 mice the drug"
    return Found(None if m["bc"] else years(int(m["y"]), int(m["y"])), G.YEAR)


_UNIT_AFTER = (
    r"(?!\s(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|IST|JST|MSK|hours|hrs"
    r"|local time)\b)(?!\s+(?:people|persons?|lives|men|women|children|soldiers|troops|deaths"
    r"|cases|homes"
    r"|houses|km"
    r"|kilomet|met(?:er|re)s|miles|tonn?es|tons|percent|per cent|euros?|dollars|pounds|students"
    r"|workers"
    r"|employees|jobs|seats|votes|units|copies|feet|acres|hectares|residents|patients|kg|mm|degrees"
    r"|megawatts|MW|species|others|more|fewer|times|square|cubic|million|billion|thousand)\b)"
)

RULES = (
    Rule(
        "first-of-two",
        rf"(?<=\b[Bb]etween )(?:(?P<day>{_DAY}) )?(?P<month>{MONTH})"
        rf"(?= and (?:{_DAY} )?(?P<last>{MONTH}),? (?P<year>{_YEAR})\b)",
        _first_of_two,
        within=frozenset({"month", "year", "range"}),
        any_word=frozenset({"between"}),
    ),
    Rule(
        "iso-date",
        rf"(?<![\w-])({_YEAR})-(\d\d)-(\d\d)(?![\d-]){_ISO_TIME}",
        _iso,
        words=("-",),
        within=frozenset({"year", "digit"}),
    ),
    Rule(
        "day-range",
        rf"\b(?:(?P<m1>{MONTH})\s+(?P<a1>{_DAY}){_TO}(?P<b1>{_DAY}),?\s+(?P<y1>{_YEAR})"
        rf"|(?<![€£$¥₹])(?P<a2>{_DAY}){_TO}(?P<b2>{_DAY})\s+(?P<m2>{MONTH}),?\s+(?P<y2>{_YEAR}))\b",
        _day_range,
        within=frozenset({"month", "year", "range"}),
    ),
    Rule(
        "day-range",
        rf"\b(?:(?P<m1>{MONTH})\s+(?P<a1>{_DAY}){_TO}(?P<n1>{MONTH})\s+(?P<b1>{_DAY}),?\s+"
        rf"(?P<y1>{_YEAR})"
        rf"|(?P<a2>{_DAY})\s+(?P<m2>{MONTH}){_TO}(?P<b2>{_DAY})\s+(?P<n2>{MONTH}),?\s+"
        rf"(?P<y2>{_YEAR}))\b",
        _long_range,
        within=frozenset({"month", "year", "range"}),
    ),
    Rule(
        "full-date",
        rf"\b(?=[A-Z\dt]){_WEEKDAY_BEFORE}(?:(?:the )?(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{MONTH})"
        rf",?\s+(?P<y2>{_YEAR})"
        rf"|(?P<m1>{MONTH})\s+(?P<d1>{_DAY}),?\s+(?P<y1>{_YEAR}))\b",
        _full,
        within=frozenset({"month", "year"}),
    ),
    Rule(
        "numeric-date",
        rf"(?<![\w./])(\d\d?)([./])(\d\d?)\2({_YEAR})(?![\w/])",
        _numeric,
        within=frozenset({"year"}),
        words=(".1", ".2", "/1", "/2"),
    ),
    Rule(
        "month-range",
        rf"\b(?P<month>{MONTH}){_TO}(?P<last>{MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})\b",
        _month_range,
        within=frozenset({"month", "year", "range"}),
    ),
    Rule(
        "month-year",
        rf"\b(?=[JFMASONDELelm]){_PART}(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})"
        r"\b(?![,.]\d)",
        _month_year,
        within=frozenset({"month", "year"}),
    ),
    Rule(
        "quarter",
        rf"\b(?:Q(?P<n>[1-4])|(?:the )?(?P<word>first|second|third|fourth|last|final) quarter)"
        rf"(?: of(?: the year)?|,)?\s+(?P<year>{_YEAR})\b",
        _quarter,
        any_word=frozenset({"quarter", "q"}),
        within=frozenset({"year"}),
    ),
    Rule(
        "half-year",
        rf"\b(?:(?:the )?(?P<word>first|second) half of|H(?P<n>[12])(?: of)?) (?P<year>{_YEAR})\b",
        _half,
        within=frozenset({"year"}),
        any_word=frozenset({"half", "h"}),
    ),
    Rule(
        "decade",
        r"(?<![\w.,])(?:(?P<y>(?:1\d|20)\d0)|['’](?P<short>[1-9]0))['’]?s\b",
        _decade,
        within=frozenset({"digit"}),
        any_word=frozenset({"s"}),
    ),
    Rule(
        "fiscal-year",
        rf"\b(?:(?:the )?(?:[Ff]iscal|[Ff]inancial)(?: year)? |FY ?)"
        rf"(?:{_YEAR}(?:\s?[-–/]\s?\d{{2,4}})?|\d\d\b)",
        _fiscal,
        any_word=frozenset({"fiscal", "financial", "fy"}),
    ),
    Rule(
        "fiscal-year",
        rf"\b{_YEAR}\s?[-–/]\s?\d{{2,4}} (?:fiscal|financial|tax|school|academic|marketing|crop)"
        r" year\b",
        _fiscal,
        within=frozenset({"year", "unit"}),
        any_word=frozenset({"year"}),
    ),
    Rule(
        "century",
        r"\b(?P<n>[12]?\d)(?:st|nd|rd|th)[ -]century(?P<bc> B\.?C)?",
        _century,
        within=frozenset({"digit"}),
        any_word=frozenset({"century"}),
    ),
    Rule(
        "year-range",
        rf"(?<![\w.,$€£/-])(?P<a>{_YEAR})(?:\s?[-–]\s?|/)(?P<b>{_YEAR}|\d\d)\b(?![-–/.,]\d)",
        _year_range,
        words=("-", "–", "/"),
        within=frozenset({"year"}),
    ),
    Rule(
        "year",
        r"\b\d{1,4} (?:BC|BCE|B\.C\.(?:E\.)?)(?!\w)",
        _long_ago,
        any_word=frozenset({"bc", "bce", "b"}),
        within=frozenset({"digit"}),
    ),
    Rule(
        "year",
        rf"{_PART}(?P<y>{_YEAR})"
        r"(?:(?<![\w.,$€£/-]\d{4})|(?<=\b[Mm]id-\d{4}))"
        r"(?P<bc> B\.?C\.?E?\b)?(?![\w%]"
        rf"|[.,:/]\d|-(?:strong"
        rf"|seat|year|foot|m)){_UNIT_AFTER}",
        _year,
        within=frozenset({"year"}),
    ),
)
