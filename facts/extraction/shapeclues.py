"""What the shape of a name shows: an article or a score beside what would be somebody's name."""

import re

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction import placeclues as lands
from facts.extraction.beside import after_the
from facts.extraction.givennames import is_common, is_given
from facts.extraction.nameparts import Part
from facts.extraction.teamclues import Clue
from facts.reading.wordlist import word_list
from facts.types import NameKind

# "the Ida Roe case", "the Ida Roes", "the Ida Roe who": what a name tells more about.
_TELLS_MORE = re.compile(
    r"[’'s-]|\s(?!(?:on|in|at|off|to|from|by|for|with|and|or|was|is|had|has|will|would|ran|sank|left"
    r"|sailed|came|took|made|carried|carries|which|when|after|before|near|[a-z]+ed)\b)[a-z]|\s[A-Z]"
)
_PLACED = frozenset({"aan", "aux", "sur", "bij"})  # "Wijk aan Sande"
_NO_SURNAMES = words.BODIES | words.PLACE_WORDS | words.THINGS


def by_shape(text: str, start: int, end: int, plain: list[str], parts: list[Part]) -> Clue | None:
    """Read "off Gannet Head" as a place and "the Ingrid Marie" as a ship: she has an article."""
    if len(parts) > len("ab"):
        return (NameKind.PLACE, 4) if any(p.text in _PLACED for p in parts) else None
    if len(plain) != len("ab"):
        return None
    if _is_headland(text, start, plain):
        return NameKind.PLACE, 4
    return (NameKind.OTHER, 3) if _is_articled(text, start, end, plain) else None


def _is_headland(text: str, start: int, plain: list[str]) -> bool:
    """Tell "off Gannet Head" from the head of something."""
    head = plain[-1] == "Head" and plain[-2] not in words.BODIES
    return head and bool(lands.BY_SEA.search(text, max(0, start - 12), start))


def _is_articled(text: str, start: int, end: int, plain: list[str]) -> bool:
    """Tell a ship or a horse by the article before what would be somebody's name."""
    if not (after_the(text, start) and is_given(plain[0])) or plain[1] in _NO_SURNAMES:
        return False
    if plain[0] in words.PLACE_STARTS:
        return False
    return not is_common(plain[1]) and not _TELLS_MORE.match(text, end)


_SOMEBODY = word_list(
    "girl boy man woman lady gentleman child baby lad teenager youth pupil student neighbour "
    "neighbor friend colleague brother sister son daughter cousin nephew niece husband wife "
    "someone somebody person"
)


def is_called(before: list[str]) -> bool:
    """Tell "a girl called Wren Dalloway" from "a firm called Wren Dalloway"."""
    if len(before) < len(("girl", "called")) or before[-1] not in ("called", "named"):
        return False
    return before[-2] in _SOMEBODY or words.is_person_noun(before[-2])


def is_player(parts: list[str]) -> bool:
    """Tell "Jan van Eyck", who won 6-4, from a side."""
    named = len(parts) > 1 and is_given(parts[0]) and not is_common(parts[-1])
    return named and parts[-1] not in _NO_SURNAMES and parts[-1] not in clues.CLUB_TOO
