"""What shows a place in a name by the words around it, where its own words show nothing."""

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction import placeclues as lands
from facts.extraction.beside import is_charted, is_listed, works_at
from facts.extraction.givennames import is_common, is_given
from facts.extraction.signs import words_in
from facts.extraction.teamclues import Clue
from facts.types import NameKind

_LONGEST_ACRONYM = 6


def _is_doer(text: str, start: int, plain: list[str]) -> bool:
    """Tell "imposed by Ofwat" from "imposed by Ida Roe" and "imposed by Norway"."""
    if len(plain) > 1 or not text.endswith("ed by ", 0, start) or is_charted(plain[0]):
        return False
    strange = not (is_given(plain[0]) or is_common(plain[0]))
    return strange and bool(lands.DONE_BY.search(text, max(0, start - 20), start))


def by_place(text: str, start: int, end: int, plain: list[str]) -> Clue | None:
    """Return a place, or the body of an acronym or an employer, by the words around a name."""
    acronym = len(plain) == 1 and plain[0].isupper() and 1 < len(plain[0]) <= _LONGEST_ACRONYM
    if acronym and "." not in plain[0]:
        coded = any(letter.isdigit() for letter in plain[0][1:]) and plain[0] not in clues.GROUPS
        thing = coded or clues.THING_AFTER.match(text, end)
        return (NameKind.OTHER if thing else NameKind.ORGANISATION), 1
    if works_at(text, start) or _is_doer(text, start, plain):
        return NameKind.ORGANISATION, 2
    known, left = words_in(text), text[max(0, start - 24) : start]
    traded = len(plain) == 1 and left[:-1].endswith(("with", "between"))
    if traded and lands.TRADED.search(text, max(0, start - 24), start):
        return NameKind.PLACE, 2
    moved = not lands.MOVES.isdisjoint(known) and lands.MOVED_TO.search(left)
    if moved and not is_given(plain[0]):
        return NameKind.PLACE, 1
    if len(plain) == 1 and lands.GOVERNS.match(text, end):
        return NameKind.PLACE, 1
    if lands.HAS_GOVERNMENT.match(text, max(end - 2, 0)):
        return NameKind.PLACE, 2
    if left[:-1].endswith(lands.PARTS) and lands.PARTS_OF.search(left):
        return NameKind.PLACE, 2
    if len(plain) > 1 and is_given(plain[0]):
        near = lands.PLACE_BEFORE.search(text[max(0, start - 14) : start])
        seated = plain[-1] in words.PLACE_WORDS and near and near["sure"]
        return (NameKind.PLACE, 2) if seated else None  # "a lecture in Ferris Hall"
    if start == 0 and is_listed(text, end, plain):
        return NameKind.PLACE, 1
    bound = text.endswith(("for ", "to "), 0, start) and not lands.BOUND.isdisjoint(known)
    if bound and lands.BOUND_FOR.search(text, max(0, start - 60), start) and not is_given(plain[0]):
        return NameKind.PLACE, 1
    between = "between" in known
    if between and lands.RUNS_BETWEEN.search(text, max(0, start - 40), start):
        return NameKind.PLACE, 2
    found = lands.PLACE_BEFORE.search(text[max(0, start - 14) : start])
    if found and not found["sure"] and len(plain) > 1:
        return (NameKind.PLACE, 2) if lands.OFF.search(text, max(0, start - 12), start) else None
    if found is None or (not found["sure"] and is_common(plain[-1])):
        return None
    if not found["sure"] and clues.SPOKEN_AFTER.match(text, end):
        return None
    return NameKind.PLACE, 2 if found["sure"] else 1
