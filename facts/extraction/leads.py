"""What stands before a name in its run of capitals: country, title, office."""

import re

from facts.extraction import namewords as words
from facts.extraction.beside import words_before
from facts.extraction.givennames import is_common, is_given
from facts.extraction.joining import FIELDS
from facts.extraction.nameparts import Part
from facts.extraction.places import countries, demonyms
from facts.extraction.roles import OFFICES

_LONGEST_PERSON = 4
_AREAS = frozenset({"County", "Parish", "Borough", "Shire", "Township", "Province"})
_GIVEN_TOO = frozenset({"Baron", "Dean", "Duke", "Earl"})  # titles that are given names as well
_APPOSED = re.compile(r",\s(?:an?\s(?!dean\b|duke\b|earl\b|baron\b)[a-z]|\d{1,2},)")
_RANKS_OF = frozenset({"Associate", "Assistant", "Deputy", "Grand", "Vice"})
_RANKS = frozenset(
    {"Staff", "Master", "Petty", "Warrant", "Wing", "Group", "Flight", "Squadron", "Royal", "Crown"}
)
# Without the fields of an office that name schemes as well: "Home Renewal Scheme".
_TITLES_BUT_FIELDS = words.TITLES - frozenset(
    {"Home", "Health", "Education", "Environment", "Energy", "Trade", "Transport", "Agriculture"}
    | {"Culture", "Labour", "Labor", "Finance", "Justice", "Defence", "Defense", "Regional"}
    | {"Financial", "Student", "Nurse", "Teacher", "Farmer"}
)
_ROYAL = frozenset({"King", "Queen", "Prince", "Princess"})
_ROYAL_PLACE = 3
# Titles that streets are called by, and hardly anybody before a surname like "Street".
_STREET_TITLES = frozenset(
    {"Abbot", "Bishop", "King", "Queen", "Prince", "Duke", "Earl", "Baron", "Admiral", "Governor"}
    | {"Constable", "Sheriff", "Canon", "Vicar", "Dean", "Farmer", "Mayor"}
)
_ONLY_FIELDS = frozenset(
    {"Home", "Health", "Education", "Environment", "Energy", "Trade", "Transport", "Culture"}
)
_STYLES = _TITLES_BUT_FIELDS - {"General"}
_TITLES_ALONE = words.TITLES - _RANKS_OF
_FIELDS = OFFICES | FIELDS
LINKS_OF_OFFICE = frozenset({"of", "of the", "for", "for the"})
_STREETS = frozenset(
    {"Street", "Road", "Lane", "Avenue", "Square", "Terrace", "Row", "Drive", "Wharf", "Bridge"}
)
_WHOLE = words.BODIES | (words.PLACE_WORDS - words.PLACE_STARTS) | words.THINGS


def is_whole(parts: list[Part]) -> bool:
    """Tell a name by its last word: its country is part of it ("Torvian Health Agency")."""
    if len(parts) == 1:
        return False
    if parts[-1].plain in words.COMPANY_ENDS:
        return True  # "Halvik Energy ASA"
    if parts[0].plain in _ROYAL and len(parts) == _ROYAL_PLACE and parts[2].plain in _WHOLE:
        return True  # "Queen Elizabeth Bridge"
    last = max((i for i, each in enumerate(parts) if each.plain in _WHOLE), default=0)
    surname = parts[last].plain in words.SURNAMES_TOO
    street = len(parts) == len("ab") and parts[1].plain in _STREETS
    if street and parts[0].plain in _STREET_TITLES:
        return True  # "Abbot Street"
    styled = len(parts) == len("ab") and parts[0].plain in _STYLES
    if last == 0 or (surname and (is_given(parts[last - 1].plain) or styled)):
        return False
    if street:
        return True  # "Harbour Street"
    if last > 1 and parts[last - 1].text == "of" and parts[last - 2].plain in words.TITLES:
        return last + 1 == len(parts)  # "Inspector General of Police Ida Roe"
    if parts[last].plain in words.TITLES and last + 1 < len(parts):
        return False  # "House Minority Leader Ida Roe"
    if parts[last].plain not in words.BODIES:
        titles = _TITLES_BUT_FIELDS if last + 1 == len(parts) else words.TITLES
        return not any(each.plain in titles for each in parts)
    after = parts[last + 1 :]
    fields = bool(after) and after[0].text == "for" and all(map(_is_plain, after))
    return fields or not any(each.plain in words.TITLES for each in after)


def _is_plain(each: Part) -> bool:
    """Tell "for Education", what a body is for, from the name of who leads it."""
    return each.is_link or is_common(each.plain)


def _is_tan_sri(parts: list[Part], at: int) -> bool:
    """Tell either word of the title "Tan Sri", of which the first is a surname as well."""
    pairs = (parts[at : at + 2], parts[max(0, at - 1) : at + 1])
    return any([each.plain for each in pair] == ["Tan", "Sri"] for pair in pairs)


def lead_of(parts: list[Part]) -> int:
    """Return how many parts are a country and a title before the name."""
    at = 0
    while at < len(parts) and (parts[at].plain in demonyms() or parts[at].plain in countries()):
        at += 1
    first = next((i for i, p in enumerate(parts) if _heads_office(parts, i, p)), None)
    if first and parts[first - 1].plain in _RANKS:
        first -= 1  # "Staff Sgt. Ida Roe"
    heads = parts[0].plain in words.JOINS_OF or is_given(parts[0].plain)
    if at == 0 and first in (1, 2) and first + 1 < len(parts) and not heads:
        at = first  # "Torvian Foreign Minister": a country that no list knows
    elif first and first > at and (_is_led_by(parts, first) or _is_area(parts, first - 1)):
        at = first  # "Bank of Ostrand Governor Ida Roe"
    titled = at
    while titled < len(parts) and _is_title(parts, titled) and not _is_given_here(parts, titled):
        titled += 1
        if _is_chief_of(parts, titled - 1):
            titled += 2  # "Chief Product Officer Ida Roe"
        if _is_titled_body(parts, titled):
            titled += 1  # "Foreign Ministry Spokesperson Ida Roe"
        while (field := _past_field(parts, titled)) > titled:
            titled = field  # "Minister of State for Roads"
    if titled > at:
        return titled
    return at if at < len(parts) and parts[0].plain in demonyms() else 0


def _is_area(parts: list[Part], at: int) -> bool:
    """Tell "Harlan County" before "Sheriff Ida Roe"."""
    return at > 0 and parts[at].plain in _AREAS


def _heads_office(parts: list[Part], at: int, each: Part) -> bool:
    """Tell a title from a field that is one only before another ("Tolliver Home Supply")."""
    if each.plain.rstrip(".") not in words.TITLES:
        return False
    titled = at + 1 < len(parts) and is_office(parts[at + 1])
    return at == 0 or each.plain not in _ONLY_FIELDS or titled


def _past_field(parts: list[Part], link: int) -> int:
    """Return where "of Police" or "for Roads and Bridges" ends before a name; `link` if nowhere."""
    if link + 1 >= len(parts) or parts[link].text not in LINKS_OF_OFFICE:
        return link
    after = link + 1
    while after < len(parts) and (parts[after].plain in _FIELDS or _and(parts, after)):
        after += 1
    if after == link + 1 and _is_named_after(parts, after):
        after += 1  # "Mayor of London Sadiq Khan"
    given = next((at for at in range(after, len(parts) - 1) if is_given(parts[at].plain)), after)
    if all(each.is_link or is_common(each.plain) for each in parts[after:given]):
        after = given  # "for Roads and Bridges Ida Roe"
    return after if after > link + 1 else link


def _is_chief_of(parts: list[Part], at: int) -> bool:
    officer = at + 3 < len(parts) and parts[at + 2].plain == "Officer"
    return officer and parts[at].plain == "Chief" and not parts[at + 1].is_link


def _is_titled_body(parts: list[Part], at: int) -> bool:
    """Tell a body between the words of a title, with a name behind."""
    body = at + 2 < len(parts) and parts[at].plain in words.BODIES
    return body and _is_title(parts, at + 1)


def is_given_too(text: str, parts: list[Part]) -> bool:
    """Tell "boss Dean Mallory", whose name it is, from a dean."""
    if len(parts) != len("ab") or parts[0].plain not in _GIVEN_TOO or parts[1].is_link:
        return False
    if _APPOSED.match(text, parts[1].last):
        return True  # "Dean Marsh, a nurse,"
    return words.is_person_noun(next(reversed(words_before(text, parts[0].start)), ""))


def _is_given_here(parts: list[Part], at: int) -> bool:
    """Tell "Duke" in "Mayor Duke Ellis" from "Duke" in "Duke Ellis"."""
    either = parts[at].plain in _GIVEN_TOO and at + 2 == len(parts)
    if at == 0:  # "Dean Farrow, 34": a dean is "the dean"
        return either and parts[at].plain in words.RATHER_GIVEN and not parts[at + 1].is_link
    return either and parts[at - 1].plain in _TITLES_ALONE


def _is_led_by(parts: list[Part], first: int) -> bool:
    """Tell whether a title inside a run parts a body or place from the person who leads it."""
    after = first
    while after < len(parts) and _is_title(parts, after):
        after += 1
    tail = parts[after:]
    named = 1 < len(tail) <= _LONGEST_PERSON and not any(each.text == "of" for each in tail)
    strange = (
        is_given(tail[0].plain) or not any(is_common(p.plain) for p in tail) if named else False
    )
    return strange and not is_given(parts[0].plain)


def _is_title(parts: list[Part], at: int) -> bool:
    """Tell a title, or the country inside one ("Assistant U.S. Attorney")."""
    if parts[at].plain.rstrip(".") in words.TITLES:
        return True
    if parts[at].plain in ("Tan", "Sri") and _is_tan_sri(parts, at):
        return True
    ranked = at + 1 < len(parts) and parts[at + 1].plain.rstrip(".") in words.TITLES
    if ranked and parts[at].plain in _RANKS:
        return True
    country = parts[at].plain in demonyms() or parts[at].plain in countries()
    return country and at > 0 and at + 1 < len(parts) and parts[at + 1].plain in words.TITLES


def _is_named_after(parts: list[Part], at: int) -> bool:
    return at + 2 < len(parts) and is_given(parts[at + 1].plain) and not parts[at + 2].is_link


def _and(parts: list[Part], at: int) -> bool:
    return parts[at].text == "and" and at + 1 < len(parts) and parts[at + 1].plain in OFFICES


def is_office(each: Part) -> bool:
    """Tell a title or the name of an office."""
    return each.plain.rstrip(".") in words.TITLES or each.plain in OFFICES
