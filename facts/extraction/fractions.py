"""Fractions in words: "two thirds of the town", "half a million people", "a quarter of a point"."""

import re

from facts.extraction.figuresigns import QUALIFIER, SIGNS
from facts.extraction.figureunits import SCALES, normal_unit, unit_after
from facts.extraction.numberwords import NUMERALS, number_of_words
from facts.extraction.signs import holds
from facts.types import Figure

_FRACTION = re.compile(
    rf"(?:\b(?P<qualifier>{QUALIFIER})\s)?\b(?:(?P<n>one|two|three|four|seven|nine|a)[- ]"
    r"(?P<d>half|third|quarter|fifth|sixth|eighth|tenth)(?:(?P<many>s\b)|\b)|half\b)"
    r"(?P<after>(?=\s(?:of|the|our|its|their|his|her|my|your|less|more|fewer|higher|lower|were|are|had|have)\b|[,.;:]|$))?",
    re.IGNORECASE,
)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ORDINAL = re.compile(r"\b(?:first|second|last|other|latter|better|own)\s$", re.IGNORECASE)
_OF_YEAR = re.compile(r"\b(?:was|is|been|had|another|after|of|in|for)\s$")
_OF_THE = re.compile(r"\sof\s(?:the|its|all|their|his|her|our|an?|what|those|these|\d)\b")
_HALF_A = re.compile(
    r"\san?\s(?!(?:million|billion|trillion|dozen|hundred|thousand|percentage|basis"
    r"|point|mile|kilomet(?:re|er)|met(?:re|er)|tonne|ton|inch|degree|litre|liter|kilo|hectare|acre"
    r"|per\s?cent)\b)"
)
_JOINED = re.compile(r"\b[a-z\d]+ and $", re.IGNORECASE)
# "four and a quarter", but "the staff and a quarter of the pupils".
_MIXED = re.compile(rf"(?:\d|\b(?:{'|'.join(NUMERALS)})) and $", re.IGNORECASE)
# "half a million people", "a quarter of a percentage point": a part of something counted.
_OF_ONE = re.compile(
    r"(?:\sof)?\san?\s(?:(?P<scale>million|billion|trillion|dozen|hundred|thousand)\b"
    r"|(?P<unit>percentage point|basis point|point|mile|kilomet(?:re|er)|met(?:re|er)|tonne|ton"
    r"|inch"
    r"|degree|litre|liter|kilo|hectare|acre|percent|per cent)\b)"
)


_WHO = re.compile(r",\s(?:who|whose|whom|aged|an?)\b|\s(?:was|is|has|died|fled|escaped|remains)\b")
_TWO = re.compile(r"\b(?:two|second|both|another|one)\b", re.IGNORECASE)


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Tell "acquitted a third, whose name" and "a third was freed" beside two others."""
    told = _WHO.match(text, end)
    return told is not None and (
        told.group().startswith(", who") or bool(_TWO.search(text, 0, start))
    )


# "one person in four", "two homes out of every three".
_ONE_IN = re.compile(
    rf"(?:\b(?P<qualifier>{QUALIFIER})\s)?\b(?P<n>one|two|three|four|five|six|seven|eight|nine)\s"
    r"(?P<unit>[a-z]{3,})\s(?:in|out\sof)\s(?:every\s)?"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|100|\d{1,3}(?:,\d{3})+)\b"
    r"(?=[,.;:]|$|\s(?:carries|dies|gets|suffers|develops|needs|lives|owns|works|is|are|was|were|has|have|had|will|would|could|said|now|who|that|and)\b)",
    re.IGNORECASE,
)
_IN_SO_MANY = re.compile(
    r"\s(?:in|of)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty"
    r"|100|\d{1,3}(?:,\d{3})+)\b"
)


def fractions(text: str) -> list[Figure]:
    """Return the fractions of a sentence; an ordinal ("a third man") and "half-time" are none."""
    lowered = text.lower()
    counted = " in " in text and _IN_SO_MANY.search(lowered)
    found = [_one_in(match) for match in _ONE_IN.finditer(text)] if counted else []
    if holds(lowered, PARTS):
        found += [made for match in _FRACTION.finditer(text) if (made := _fraction(match))]
    return found


def _one_in(match: re.Match[str]) -> Figure:
    count, sign = number_of_words(match["n"]), SIGNS.get((match["qualifier"] or "").lower(), "")
    whole = match["whole"].replace(",", "")
    of = float(whole) if whole.isdigit() else number_of_words(whole)
    return Figure(match.group(), match.start(), match.end(), count, count, sign, match["unit"], of)


def _fraction(match: re.Match[str]) -> Figure | None:
    text, start, end = match.string, match.start(), match.end()
    if (
        match["d"] == "quarter"
        and _OF_YEAR.search(text, max(0, start - 12), start)
        and not _OF_THE.match(text, end)
    ):
        return None  # "This was a quarter of full ships"
    if match["d"] is None and _HALF_A.match(text, end):
        return None  # "half a length"
    if _ORDINAL.search(text, max(0, start - 12), start):
        return None
    joined = _MIXED if match["d"] and match["n"] else _JOINED
    if joined.search(text, max(0, start - 20), start):
        return None
    if match.group().lower() in ("a third", "a fourth") and _is_somebody(text, start, end):
        return None  # "two men were jailed and a third was freed"
    count = 1 if (match["n"] or "a").lower() == "a" else number_of_words(match["n"])
    value = round(count / (PARTS[match["d"].lower()] if match["d"] else 2), 4)
    sign = SIGNS.get((match["qualifier"] or "").lower(), "")
    whole = _OF_ONE.match(text, end)
    if whole:
        value *= SCALES[whole["scale"]] if whole["scale"] else 1
        counted = unit_after(text, whole.end()) if whole["scale"] else None
        unit = normal_unit(whole["unit"]) if whole["unit"] else counted.name if counted else None
        end = counted.end if counted else whole.end()
        return Figure(text[start:end], start, end, value, value, sign, unit)
    if match["many"] or match["after"] is not None or text[:start].lower().endswith("by "):
        return Figure(match.group(), start, end, value, value, sign, "fraction")
    return None
