"""Offices in front of whose they are: "Director of the", "Heads of Government of the"."""

import re

from facts.extraction import namewords as words
from facts.extraction.nametokens import Part

_RANGES = frozenset(
    {"National", "State", "Regional", "Deputy", "Vice", "District", "Managing", "Executive"}
    | {"Assistant", "Associate", "Senior", "Founding", "Former", "General", "Permanent", "Joint"}
    | {"Acting"}
)
_HEADS_OF = re.compile(r"\b[Hh]eads?\sof\s(?:State\s(?:and|or)\s(?:of\s)?)?$")
_MINISTERS = frozenset(
    {"Minister", "Ministers", "Secretary", "Secretaries", "Commissioner", "Envoy"}
)
_LED = frozenset({"Government", "State", "Delegation", "Mission"})


def past_heads(text: str, parts: list[Part]) -> list[Part]:
    """Leave "Heads of Government of the" and "Minister for Ocean Affairs of" out of a name."""
    if not parts:
        return parts
    before = text[max(0, parts[0].start - 30) : parts[0].start]
    if parts[0].plain in _LED and _HEADS_OF.search(before):
        return parts[2:] if len(parts) > 2 and parts[1].text[:2] == "of" else []
    held = len(parts) > 4 and parts[0].plain in _MINISTERS and parts[1].is_link
    at = next((n for n, each in enumerate(parts[:5]) if each.plain == "Affairs"), 0) if held else 0
    owned = at and len(parts) > at + 2 and parts[at + 1].text[:2] == "of"
    return parts[at + 2 :] if owned else parts


def past_office(parts: list[Part]) -> list[Part]:
    """Leave "Director of the" before the body that somebody directs."""
    if parts and parts[0].plain in _RANGES and len(parts) > 4:
        rest = past_office(parts[1:])
        return rest if len(rest) < len(parts) - 1 else parts
    held = len(parts) > 3 and words.is_person_noun(parts[0].plain.lower())
    of_body = held and parts[1].text[:2] == "of" and any(p.plain in words.BODIES for p in parts[3:])
    return parts[2:] if of_body else parts
