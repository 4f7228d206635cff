"""What shows the kind of a name in its own words: "Calder Foods", "Anse Noire", "HMS Oriole"."""

import re

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction import placeclues as lands
from facts.extraction.beside import is_charted
from facts.extraction.givennames import is_common, is_given
from facts.extraction.teamclues import Clue
from facts.types import NameKind

_LONGEST_PERSON = 4
_HALLS = frozenset({"Town", "City", "Village", "Church", "Concert", "Parish", "Music", "Market"})
# "the Nigeria Labour Congress" is a body, and no meeting.
_HELD_TOGETHER = frozenset({"Labour", "Labor", "Trade", "Trades", "National", "Union", "Youth"})
_PRIZED = frozenset({"Prize", "Award", "Medal"})
# Bodies that are nothing else, also at the head of a sentence.
_SURE_BODIES = frozenset(
    {"Greenpeace", "Oxfam", "Unesco", "Unicef", "Interpol", "Opec", "Nato", "Hamas", "Hezbollah"}
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


def by_own_words(plain: list[str]) -> Clue | None:
    """Return what a name is by its own words."""
    first, last = plain[0], plain[-1]
    several = len(plain) > 1
    if several and _INITIALS.fullmatch(first) and len(last) > 1:
        return NameKind.PERSON, 4
    if several and (found := _by_last_words(plain)):
        return found
    given = several and (is_given(first) or first in words.GIVEN_TOO)
    if several and last in words.SHOPS and not (given and last == "Books"):
        return NameKind.ORGANISATION, 4
    if several and first in words.PLACE_STARTS and last.startswith(("al-", "el-")):
        return NameKind.PLACE, 3  # "Qasr al-Wadi"
    if several and last.rstrip(".") in words.COMPANY_ENDS:
        return NameKind.ORGANISATION, 5
    named_so = given and len(plain) == 2 and last in words.SURNAMES_TOO
    if several and not named_so and _is_thing(first, last):
        return NameKind.OTHER, 4
    if several and _is_venue(plain):
        return NameKind.PLACE, 3
    if several and last in words.BODIES and not (given and last in words.SURNAMES_TOO):
        return NameKind.ORGANISATION, 4
    if several and last in words.PLACE_WORDS and not (given and last in words.SURNAMES_TOO):
        return NameKind.PLACE, 2 if last in clues.CLUB_TOO else 3
    if _is_doubled(plain):
        return (NameKind.PERSON, 2) if not is_common(first) or given else None
    if not several and last in _SURE_BODIES:
        return NameKind.ORGANISATION, 3
    if not several and (last in words.LONE_BODIES or clues.CAMEL.search(last)):
        return NameKind.ORGANISATION, 2
    if is_charted(" ".join(plain)):
        return NameKind.PLACE, 2
    if several and first in clues.FOREIGN_BODIES:
        return NameKind.ORGANISATION, 3
    if several and first in words.PLACE_STARTS and not any(w in words.BODIES for w in plain[1:]):
        return NameKind.PLACE, 3
    if several and not given and any(word in words.BODIES for word in plain):
        return NameKind.ORGANISATION, 3
    if given and len(plain) <= _LONGEST_PERSON and not is_common(last):
        return NameKind.PERSON, 3
    return None


def _is_doubled(plain: list[str]) -> bool:
    """Tell a surname of two ("Ida Roe-Berg") from a place ("Aéroport de Sainte-Rose")."""
    last = plain[-1]
    named = len(plain) == 2 and plain[0] not in words.PLACE_STARTS and last.count("-") == 1
    return named and last.rpartition("-")[2][:1].isupper()


def _by_last_words(plain: list[str]) -> Clue | None:
    """Tell a market hall, a law, a cross, a storm and what is numbered ("Phase II")."""
    first, last = plain[0], plain[-1]
    person = is_given(first) and len(plain) == 2
    if plain[-2:] == ["Corn", "Exchange"] or (last == "Hall" and plain[-2] in _HALLS):
        return NameKind.PLACE, 5
    if last == "Congress" and plain[-2] in _HELD_TOGETHER:
        return NameKind.ORGANISATION, 4
    if last in ("Act", "Bill") and not person:
        return NameKind.WORK, 4
    if last in ("Letters", "Quarterly", "Annals", "Proceedings") and not person:
        return NameKind.WORK, 3
    if first in clues.KIN_TITLES and is_given(plain[1]):
        return NameKind.PERSON, 4
    if first in ("Radio", "Team") and last not in words.THINGS:
        return NameKind.ORGANISATION, 4
    if first in clues.CLUBS and not is_common(last):
        return NameKind.ORGANISATION, 4
    if last == "Head" and len(plain) == 2 and not (person or is_common(first)):
        return NameKind.PLACE, 3
    if not _PRIZED.isdisjoint(plain[:-1]) and is_common(last) and last not in words.BODIES:
        return NameKind.OTHER, 4
    if last == "Cross" and not person:
        return _by_cross(plain)
    storm = first in clues.STORMS and last not in words.BODIES
    numbered = last in clues.NUMERALS and plain[-2] in words.THINGS
    return (NameKind.OTHER, 4) if storm or numbered else None


def _is_thing(first: str, last: str) -> bool:
    """Tell an award, a law, a scheme; but "Congress of Workers" is a body."""
    opens = first in words.THINGS and first in words.JOINS_OF and last not in words.BODIES
    return last in words.THINGS or opens


def _by_cross(plain: list[str]) -> Clue:
    """Tell the Red Cross, the Victoria Cross and King's Cross."""
    if plain[-2] in ("Red", "Blue", "Green", "White"):
        return NameKind.ORGANISATION, 4
    medal = plain[-2] in ("Victoria", "Military", "George", "Iron", "Service", "Flying", "Navy")
    return (NameKind.OTHER, 4) if medal else (NameKind.PLACE, 2)


def _is_venue(plain: list[str]) -> bool:
    """Tell "Strathdon Leisure Centre" and "West Bank" from bodies of such a name."""
    centre = plain[-1] in ("Centre", "Center") and plain[-2] in lands.VENUES
    return centre or (plain[0] in lands.SIDES and plain[-1] == "Bank")
