"""What shows a ship, a storm, an animal, an order or a brand by the words around its name."""

import re

from facts.extraction.beside import after_the
from facts.extraction.joining import PACTS
from facts.extraction.namewords import BODIES
from facts.extraction.teamclues import Clue
from facts.types import NameKind

_THING: Clue = (NameKind.OTHER, 4)
_ORDERS = frozenset({"Order", "Medal", "Legion", "Spirit", "Pride", "Maid"})
# Last words of ships and of papers.
_SHIPS_TOO = frozenset({"Star", "Express", "Courier", "Herald", "Energy", "Carrier", "Union"})
_SCHEMES = frozenset({"Project", "Exercise", "Campaign"})
# "the Northern Petrel ran aground"
_SAILS = re.compile(
    r"\s(?:(?:has\s|had\s)?(?:ran|run) aground|sank|(?:has|had)\s(?:sunk|docked|sailed|berthed)"
    r"|capsized|foundered|set sail|sailed (?:from|for|to|into|out)|docked|berthed|steamed"
    r"|limped into"
    r"|put to sea|weighed anchor|(?:was|is|were)\s(?:towed|refloated|adrift|scuttled|moored|boarded"
    r"|salvaged|afloat))\b"
)
_ABOARD = re.compile(
    r"\b(?:[Aa]board|[Oo]n board|(?:sinking|grounding|wreck|hull|bridge|deck|hold|launch|capsizing"
    r"|hijacking|loss) of)\sthe\s$"
)
# "Agatha is now a Category 3 storm", "Ileana made landfall"
_BLOWS = re.compile(
    r"\s(?:(?:is|was|has become|became|remains?|will be)\s(?:now\s|still\s"
    r"|then\s)?an?\s(?:[a-z]+\s)?"
    r"(?:[Cc]ategory\s\w+|tropical|severe|super)\s(?:storm|hurricane|typhoon|cyclone|depression)?"
    r"|(?:has\s)?(?:made|makes|will make|is (?:due|expected) to make) landfall"
    r"|(?:has\s|had\s)?(?:strengthened|weakened|intensified)\s(?:in)?to\s)"
)
_STORM_WAS = re.compile(
    r"\b(?:cyclone|hurricane|typhoon|storm)\b[^.;,]{0,40}\s(?:was|is|called|named)\s$"
)
_BRANDED = re.compile(r"\s(?:and\s[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)?\s)?brands?\b")
_BRANDS = re.compile(
    r"\bbrands?\s(?:include|includes|including|such as|are|like)\s"
    r"(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2},?\s(?:and\s)?)*$"
)


def as_thing(text: str, start: int, end: int, plain: list[str], *, of: bool) -> Clue | None:
    """Return "other" for a ship, a storm, an order, a scheme or a brand."""
    first = plain[0]
    if of and first in _ORDERS:
        return _THING
    if " on " in text[start:end] and not PACTS.isdisjoint(plain[:-1]):
        return _THING
    if first in _SCHEMES and len(plain) > 1 and not of and plain[-1] not in BODIES:
        return _THING
    if (plain[-1] not in BODIES or plain[-1] in _SHIPS_TOO) and after_the(text, start):
        sails = _SAILS.match(text, end) and not text.endswith(" of the ", 0, start)
        if sails or _ABOARD.search(text, max(0, start - 24), start):
            return _THING
    elif len(plain) == 1 and _is_storm(text, start, end):
        return _THING
    if text.startswith(" crude", end):
        return _THING
    if "brand" in text and (
        _BRANDED.match(text, end) or _BRANDS.search(text, max(0, start - 90), start)
    ):
        return _THING
    return None


def _is_storm(text: str, start: int, end: int) -> bool:
    if _BLOWS.match(text, end):
        return True
    was = text.endswith(("was ", "is ", "called ", "named "), 0, start)
    return was and bool(_STORM_WAS.search(text, max(0, start - 70), start))
