"""Capitals that name nothing: units ("842,000 TEU"), codes ("SB 1136"), numbers ("Level 3")."""

import re

from facts.extraction.currencies import is_currency
from facts.extraction.givennames import is_common
from facts.extraction.placeclues import BERTHS

_COUNTED = re.compile(r"(?:\d|\bper|\b[mb]illion|\bthousand)\s$")
_MEASURE_ENDS = re.compile(
    r"[,.;:)]|$|\s(?:per|in|from|to|and|or|of|for|at|by|an?|this|last|over|on|was|were|is|are"
    r"|compared|against|up|down|than)\b|\sdollars?\b"
)
_LONGEST_SHORT = 4
_DOLLARS = re.compile(r"\sdollars?\b")
_ROAD = re.compile(r"[ABEMN]\d{1,4}|H\d{1,2}N\d{1,2}")
# "(Nasdaq: ZPHR)", "(NDX:LMRA)": where its shares are traded, and under which letters.
_TICKER = re.compile(r"\([A-Za-z]{2,8}:\s?$")
_EXCHANGE = re.compile(r":\s?[A-Z]{2,6}\b")
_CODED = re.compile(r"[A-Z]{2,3}\s\d+[a-z]{0,2}\b(?!\s(?:members|states|countries|leaders))")
# "Level 3", "Group D"; but "Ward A. Bell".
_NUMBERED = re.compile(r"\s(?:\d{1,2}[A-Z]?|[A-H](?!\.\s?[A-Z]|\s[A-Z]))\b(?![.,]?\d|\s?%|[’'&-])")
_FILED = re.compile(r"/\d")  # "KW/2026/118"
_POSTCODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?")
_PERIOD = re.compile(r"(?:FY|CY|[QH][1-4]|[1-4][QH])\d{2,4}|[1-4][QH]")


def is_code(text: str, start: int, end: int) -> bool:
    """Tell whether the one capitalised word at `start` measures, points or counts."""
    word = text[start:end]
    if is_currency(text, start):
        return True
    if "postcode" in text and _POSTCODE.fullmatch(word):
        return True  # "the postcodes YO31 and YO32"
    if _PERIOD.fullmatch(word) or _FILED.match(text, end):
        return True  # "FY2025"
    if _ROAD.fullmatch(word) or _TICKER.search(text, max(0, start - 12), start):
        return True
    if text[start - 1 : start] == "(" and _EXCHANGE.match(text, end):
        return True
    if len(word) > _LONGEST_SHORT and word.isupper() and word.isalpha() and is_common(word):
        return True  # "RESOLVED", "NOTE"
    if word in ("US", "U.S.") and _DOLLARS.match(text, end):
        return True
    if (
        word.isupper()
        and _COUNTED.search(text, max(0, start - 12), start)
        and _MEASURE_ENDS.match(text, end)
    ):
        return True
    if word in ("Box", "Bag") and _ITS_NUMBER.match(text, end):
        return True
    if word[-1].isdigit() and text.endswith("flight ", 0, start):
        return True  # "flight KB217"
    if _CODED.match(text, start):
        return True
    return is_common(word) and word not in BERTHS and bool(_NUMBERED.match(text, end))


_KINDS_NUMBERED = frozenset(
    {"Bill", "Resolution", "Act", "Order", "Decree", "Directive", "Regulation", "Decision", "Case"}
)
_ITS_NUMBER = re.compile(r"\s(?:No\.?\s)?\d[\d/-]*\b")


def is_numbered(text: str, name: str, end: int) -> bool:
    """Tell "Senate Bill 1182" from names: a number tells which one it is."""
    return name.split(" ")[-1] in _KINDS_NUMBERED and bool(_ITS_NUMBER.match(text, end))
