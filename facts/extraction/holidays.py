"""Feasts and holidays whose day the calendar tells: "at Christmas", "Easter Monday 2027"."""

import re
from datetime import date

from facts.extraction.momentrule import Anchor, Found, Rule
from facts.extraction.periods import Period, day_of, shifted
from facts.extraction.relativemeanings import is_coming
from facts.reading.wordlist import word_list
from facts.types import Granularity

_FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "valentine's day": (2, 14),
    "st valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "midsummer's day": (6, 24),
    "halloween": (10, 31),
    "hallowe'en": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "st stephen's day": (12, 26),
    "new year's eve": (12, 31),
}
# Days after Easter Sunday.
_MOVABLE = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter saturday": -1,
    "easter": 0,
    "easter day": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "pentecost sunday": 49,
    "whit monday": 50,
}
# What may stand for a season, a greeting or a name, and needs a word for time before it.
_ALONE = ("new year", "christmas", "easter", "halloween", "hallowe'en")
_WHOLE = sorted({*_FIXED, *_MOVABLE} - set(_ALONE), key=len, reverse=True)
# One of these words stands in each of them.
_OF_WHOLE = word_list(
    "year valentine patrick fools may midsummer saints souls christmas boxing stephen shrove ash"
    " palm maundy friday easter ascension whit pentecost"
)
_OF_ALONE = frozenset({"year", "christmas", "easter", "halloween", "hallowe"})
_TIMED = (
    r"(?:(?<=\b[Aa]t )|(?<=\b[Bb]y )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Uu]ntil )"
    r"|(?<=\btill )|(?<=\b[Ss]ince )|(?<=\b[Oo]ver )|(?<=\baround )|(?<=\bfor )|(?<=\bbetween )"
    r"|\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his) |(?<=\bat the )|(?<=\bbefore the )"
    r"|(?<=\bin the )|(?<=\buntil the )|(?<=\bahead of )|(?<=\bin time for )|(?<=\bafter the )"
    r"|(?<=\brun-up to ))"
)


_THAT_YEAR = re.compile(r"\s(?:that|of that|the same|of the same) year\b")


def _pattern(names: tuple[str, ...] | list[str]) -> str:
    cased = (" ".join(word[0].upper() + word[1:] for word in name.split(" ")) for name in names)
    return "|".join(re.escape(name).replace("'", "['’]") for name in cased)


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar."""
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def _of_year(name: str, year: int) -> Period | None:
    if name in _FIXED:
        return day_of(year, *_FIXED[name])
    day = shifted(easter(year), _MOVABLE[name])
    return (day, day) if day else None


def _holiday(m: re.Match[str], anchor: Anchor) -> Found:
    name = m["name"].lower().replace("’", "'")
    if m["year"]:
        return Found(_of_year(name, int(m["year"])), Granularity.DAY)
    around = anchor.day or anchor.near
    usual = m.string.endswith(("each ", "every "), 0, m.start())
    if around is None or usual or _THAT_YEAR.match(m.string, m.end()):
        return Found(None, Granularity.DAY)
    options = [p for n in (-1, 0, 1) if (p := _of_year(name, around.year + n))]
    which = (m["which"] or "").lower()
    if which != "last" and (which or is_coming(m)):
        return Found(next((p for p in options if p[1] >= around), None), Granularity.DAY)
    return Found(next((p for p in reversed(options) if p[0] <= around), None), Granularity.DAY)


RULES = (
    Rule(
        "holiday",
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?"
        rf"(?P<name>{_pattern(_WHOLE)})\b(?! [A-Z]|,? (?:the )?(?:[A-Z][a-z]+ )?\d{{1,2}}\b)"
        r"(?:,? (?P<year>20\d\d|19\d\d)\b)?",
        _holiday,
        any_word=_OF_WHOLE,
    ),
    Rule(
        "holiday",
        rf"{_TIMED}(?P<name>{_pattern(_ALONE)})\b(?!['’]|-| (?!20\d\d|19\d\d)[A-Z])"
        r"(?! (?:tree|trees|market|markets|card|cards|party|parties|holidays?|break|period|season"
        r"|concert|lights|shopping|dinner|lunch|presents?|gifts?|eggs?|bonus|sales?|trading|week"
        r"|weekend|message|speech|address|honours|celebrations?|services?|rush|term|recess)\b)"
        r"(?:,? (?P<year>20\d\d|19\d\d)\b)?",
        _holiday,
        any_word=_OF_ALONE,
    ),
)
