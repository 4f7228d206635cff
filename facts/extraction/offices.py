"""Offices in front of whose they are: "Director of the", "Heads of Government of the"."""

import re

from facts.extraction import namewords as words
from facts.extraction.beside import words_before
from facts.extraction.cluewords import OWNERS
from facts.extraction.givennames import is_common, is_given
from facts.extraction.leads import LINKS_OF_OFFICE, is_office
from facts.extraction.nameparts import Part
from facts.extraction.places import cities, countries, demonyms
from facts.extraction.roles import OFFICES
from facts.extraction.titled import HOLDER_OF

_RANGES = frozenset(
    {"National", "State", "Regional", "Deputy", "Vice", "District", "Managing", "Executive"}
    | {"Assistant", "Associate", "Senior", "Founding", "Former", "General", "Permanent", "Joint"}
    | {"Acting"}
)
_SERVES = re.compile(r"(?:spokes|command|officer|leader|chief|director|deputy|head)")
_HEADS_OF = re.compile(r"\b[Hh]eads?\sof\s(?:State\s(?:and|or)\s(?:of\s)?)?$")
_MINISTERS = frozenset(
    {"Minister", "Ministers", "Secretary", "Secretaries", "Commissioner", "Envoy"}
)
_FEWEST_HELD, _FEWEST_LED = 5, 4
_NO_SURNAMES = (
    words.BODIES | words.PLACE_WORDS | words.PLACE_STARTS | words.THINGS | words.TITLES
) - words.SURNAMES_TOO
_LONGEST_HOLDER = len("The former deputy chairwoman of the ")
_LED = frozenset({"Government", "State", "Delegation", "Mission"})


def past_heads(text: str, parts: list[Part]) -> list[Part]:
    """Leave "Heads of Government of the" and "Minister for Ocean Affairs of" out of a name."""
    if not parts:
        return parts
    start = parts[0].start
    held_by = HOLDER_OF.search(text, max(0, start - _LONGEST_HOLDER), parts[0].end)
    if len(parts) > 2 and held_by and all(map(_is_strange, parts[1:])):
        return parts[1:]  # "Leader of the Council Ida Roe"
    if parts[0].plain in _LED and _HEADS_OF.search(text[max(0, start - 30) : start]):
        return parts[2:] if len(parts) > 2 and parts[1].text[:2] == "of" else []
    held = len(parts) > 4 and parts[0].plain in _MINISTERS and parts[1].is_link
    at = next((n for n, each in enumerate(parts[:5]) if each.plain == "Affairs"), 0) if held else 0
    owned = at and len(parts) > at + 2 and parts[at + 1].text[:2] == "of"
    if owned:
        return parts[at + 2 :]
    charged = len(parts) > 2 and parts[0].plain in _MINISTERS and parts[1].text[:3] in ("for", "of")
    return _past_charge(parts) if charged else parts


def _past_charge(parts: list[Part]) -> list[Part]:
    """Leave "Minister for Clean Energy" out, and keep the land of "for External Relations of"."""
    end = next((n for n, each in enumerate(parts[2:], 2) if not _is_field(each)), len(parts))
    if end == len(parts):
        return []
    of = end > 2 and parts[end - 1].text[:2] == "of" and not parts[0].plain.endswith("ies")
    return parts[end:] if of else parts


def _is_field(each: Part) -> bool:
    field = each.plain in OFFICES or each.plain in words.TITLES
    other = each.plain in words.BODIES or each.plain in words.PLACE_STARTS
    return each.is_link or field or (is_common(each.plain) and not other)


def past_office(parts: list[Part]) -> list[Part]:
    """Leave "Director of the" before the body that somebody directs."""
    if parts and parts[0].plain in _RANGES and len(parts) > 4:
        rest = past_office(parts[1:])
        return rest if len(rest) < len(parts) - 1 else parts
    held = len(parts) > 3 and words.is_person_noun(parts[0].plain.lower())
    honour = held and parts[2].plain in ("Order", "Legion")
    body = honour or any(p.plain in words.BODIES for p in parts[3:])
    of_body = held and parts[1].text[:2] == "of" and body
    return parts[2:] if of_body else parts


def holder_behind(text: str, parts: list[Part]) -> int:
    """Return where the name begins in "Minister of Public Works Ida Roe"; 0 where there is none.

    The words before it must be those of an office or end with a body.
    """
    office = len(parts) >= _FEWEST_HELD and parts[1].text in LINKS_OF_OFFICE
    office = office and _heads(parts[0].plain)
    if not office and not (len(parts) >= _FEWEST_LED and _is_headed(text, parts)):
        return 0
    at = len(parts) - 2
    if _is_strange(parts[at - 1]) and is_given(parts[at - 1].plain):
        at -= 1  # "Anne Grete Lund"
    tail, before = parts[at:], parts[at - 1]
    field = office and is_common(before.plain) and not before.is_link
    whole = at > 0 and (before.plain in words.BODIES or field)
    return at if whole and all(map(_is_strange, tail)) else 0


def office_of(text: str, parts: list[Part], at: int) -> str:
    """Return "Chairman of the Fishers Union" before whoever's name begins at the part `at`."""
    start = parts[0].start
    if not _heads(parts[0].plain):
        of = max(text.rfind(" of ", 0, start), 0)
        start = text.rfind(" ", 0, of) + 1
    return text[start : parts[at - 1].end]


def _is_headed(text: str, parts: list[Part]) -> bool:
    """Tell "Chairman of the" before a body's name."""
    start = parts[0].start
    if not text.endswith((" of the ", " of "), 0, start):
        return False
    return any(map(_heads, reversed(words_before(text, start))))


def _heads(word: str) -> bool:
    return word in words.TITLES or words.is_person_noun(word.lower())


def _is_strange(each: Part) -> bool:
    """Tell a word that can only be part of somebody's name."""
    if each.is_link or is_common(each.plain) or each.text != each.plain:
        return False
    known = each.plain in demonyms() or each.plain in countries() or each.plain in cities()
    return not known and each.plain not in _NO_SURNAMES


def is_owning_firm(role: str, parts: list[Part]) -> bool:
    """Tell "its owner, Royal Leisure" from a person by its plain words."""
    plain = len(parts) > 1 and all(is_common(each.plain) for each in parts)
    return plain and role.rpartition(" ")[2] in OWNERS


def is_col(text: str, parts: list[Part]) -> bool:
    """Tell "resident Col Roe", whose name it is, from a colonel."""
    if len(parts) != 2 or parts[0].text != "Col" or parts[1].is_link:
        return False
    noun = next(reversed(words_before(text, parts[0].start)), "")
    told = words.is_person_noun(noun) or (noun.islower() and noun.endswith(("er", "or", "ist")))
    return told and not _SERVES.search(noun)


def is_post(text: str, rest: list[Part], lead: int) -> bool:
    """Tell "Chief Instructor of the Dojo": what somebody is, and no name."""
    alone = lead > 0 and len(rest) == 1 and is_common(rest[0].plain)
    return alone and text.startswith((" of ", " for "), rest[0].last)


def is_left_of_office(rest: list[Part]) -> bool:
    """Tell "Affairs" and "State" left over from an office: they name nothing."""
    past_group = rest[rest[0].plain == "Group" and len(rest) > 1 :]
    return all(each.is_link or is_office(each) or each.plain in words.STATES for each in past_group)
