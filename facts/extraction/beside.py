"""The words right before a name: its kind, its side in politics, the noun it is set beside."""

from functools import lru_cache

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction import placeclues as lands
from facts.extraction.givennames import is_common, is_given
from facts.extraction.places import capitals, is_known_place
from facts.extraction.signs import words_in
from facts.types import NameKind

LAST_WORDS = 40
_FLEET_LENGTH = 90


@lru_cache(maxsize=256)
def words_before(text: str, start: int) -> list[str]:
    """Return the words right before a name, nothing from beyond a stop.

    Every sign of a name's kind asks for them again: they are only to be read.
    """
    left = text[max(0, start - LAST_WORDS) : start]
    for mark in clues.STOPS:
        left = left.rpartition(mark)[2] if mark in left else left
    return left.split()


def after_the(text: str, start: int) -> bool:
    """Tell whether a name stands right behind "the"."""
    return text.endswith(("the ", "The ", "THE "), 0, start)


def follows_a_kind(text: str, start: int) -> bool:
    """Tell a name that its kind introduces ("the ship Lady Brisa"): no title opens it."""
    if in_fleet(text, start):
        return True
    before = words_before(text, start)
    return bool(before) and (before[-1].lower() in clues.WORKS or is_ship(before))


def in_fleet(text: str, start: int) -> bool:
    """Tell a ship in a list of them: "the ferries Ida, Merle and Sunna"."""
    if clues.FLEETS.isdisjoint(words_in(text)):
        return False
    first = max(0, start - _FLEET_LENGTH)
    joined = text.find(",", first, start) >= 0 or text.endswith(" and ", first, start)
    return joined and bool(clues.FLEET.search(text, first, start))


def is_ship(before: list[str]) -> bool:
    """Tell a ship by the words before it: "the tanker", "the bulk carrier"."""
    if before[-1:] == ["called"]:  # "a mare called Duchess"
        before = before[:-1]
    carrier = before[-1:] == ["carrier"] and before[-2:-1] and before[-2].lower() in clues.SHIPS
    return bool(carrier) or (bool(before) and before[-1].lower() in clues.VESSELS)


def word_of_land(text: str, start: int, name: str) -> bool:
    """Tell "its smaller neighbour, Ostmark" and "Sahr's neighbour Morland" from somebody's."""
    if "neighbo" not in text:
        return False
    if text.endswith(("s neighbour ", "s neighbor "), 0, start):
        return not (" " in name or is_given(name))
    return bool(lands.LAND_BESIDE.search(text, max(0, start - LAST_WORDS), start))


def follows_a_body(text: str, start: int) -> bool:
    """Tell a name that a word for a body introduces ("campaign group Back on Track")."""
    before = words_before(text, start)
    return bool(before) and before[-1].lower() in words.LOWER_BODIES


def is_side(text: str, start: int, before: list[str]) -> bool:
    """Tell a party by "the opposition Civic List"; nobody is written of so."""
    if before[-1].lower() not in clues.SIDES_OF_POLITICS or before[-3:-1] == ["of", "the"]:
        return False  # "the leader of the opposition Ida Roe"
    return " " in text[start : start + LAST_WORDS].split(",")[0]


def apposed_to(text: str, end: int) -> NameKind | None:
    """Return what a name is by the noun that it is set beside: "the tanker, the Larkspur Dawn"."""
    noun = text[max(0, end - LAST_WORDS) : end].rpartition(" ")[2].lower()
    return NameKind.OTHER if noun in clues.VESSELS else None


def is_charted_land(text: str, start: int, plain: list[str]) -> bool:
    """Tell "the Ansley Valley" from Ansley Valley: people have no article."""
    if plain[0] == "River" and len(plain) > 1 and after_the(text, start):
        return plain[-1] not in words.BODIES  # but "the River Commission"
    two = len(plain) == 2 and plain[1] in words.PLACE_WORDS and plain[1] not in words.BODIES
    return two and after_the(text, start)


def is_listed(text: str, end: int, plain: list[str]) -> bool:
    """Tell "Tampenang: 1,330 flats": of strange words before a number most are places."""
    if len(plain) > len("ab") or not lands.LISTED.match(text, end):
        return False
    return not any(is_given(word) or is_common(word) or word.isupper() for word in plain)


def works_at(text: str, start: int) -> bool:
    """Tell "an analyst at" and "working at" from "in" and "at" of a place."""
    if text.endswith(" at ", 0, start) and clues.AT_WORK.search(text, max(0, start - 70), start):
        return True
    before = words_before(text, start)
    if len(before) < 2 or before[-1] not in ("at", "for", "with"):
        return False
    if before[-2].isupper():  # "This is Selm FM with Ida Roe"
        return False
    word = before[-2].lower()
    return word in clues.WORKING or words.is_person_noun(word.removesuffix("s"))


def is_charted(name: str) -> bool:
    """Tell a city, a capital, a country or a world that everybody knows."""
    return is_known_place(name) or name in capitals() or name in lands.WORLDS
