"""What a person is called beside the name: title, office, and the body or country it belongs to."""

import re

from facts.extraction import namewords as words
from facts.extraction.beside import word_of_land
from facts.extraction.nameparts import CAPITAL, Part
from facts.reading.wordlist import word_list

OFFICES = word_list(
    "State Staff Defence Defense Health Finance Justice Energy Education Transport Trade Labour"
    " Agriculture Commerce Foreign Affairs Interior Treasury Culture Environment Industry Housing"
    " Communications Marketing Operations Programmes Sales Investor Public Relations Corporate"
    " Fisheries Forestry Oceans Water Rivers Coasts Mines Petroleum Economic Cooperation"
    " Works Roads Sanitation Irrigation Planning Youth Women Gender Lands Mining Railways Aviation"
    " Ports Shipping Livestock Rural Urban Innovation Immigration Citizenship Veterans Children"
    " Tourism Social Care Media Sport Science Technology Work Pensions Economy Security"
)
_WORD = r"[a-z][a-z-]+"
COURTESY = word_list("Dr Mr Mrs Ms Miss Sir Dame Lord Lady Hon Rev Prof Professor")
# A seat, behind which an office may stand: "Cllr Ida Roe (Chair)".
SEATS = word_list("Cllr Cr Councillor Councilor Ald Alderman")
_ANY_WORD = r"(?!of\b|the\b|for\b)[A-Za-z][a-z-]+"
_NAME = rf"{CAPITAL}[\w’'&-]*(?:\s(?:of\s|the\s)?{CAPITAL}[\w’'&-]*){{0,3}}"
_LOWER_TITLE = re.compile(rf"(?<![\w’'-])((?:{_WORD}\s){{0,2}}?)({_WORD})\s$")
_APPOSED = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)\s(?:{_WORD}['’]s\s)?"
    rf"|(?P<owner>{_NAME})['’]s?\s)(?P<role>{_ANY_WORD}(?:\s{_ANY_WORD}){{0,3}})"
    rf"(?P<body>\s(?:of|for)\s(?:the\s)?(?:{_NAME}|{_WORD}(?:\s{_WORD})?))?(?:,\s|\s\()(?:(?:Dr"
    rf"|Sir|Prof|Mr|Mrs|Ms)\.?\s)?$"
)
_BODY = re.compile(rf"(?P<body>{_NAME})\s(?P<role>(?:{_WORD}\s){{1,3}})$")
_OWNER = re.compile(rf"({_NAME})['’]s?\s(?:then\s|former\s|acting\s)?$")
_PLAIN_BEFORE = word_list("the a an its their his her and of by said as with for to from")
_FARTHEST = 90
_LETTERS = "abcdefghijklmnopqrstuvwxyz-"
_LONGEST_COURTESY = len(", Prof. ")
_TELLS = (
    r"said|says|told|tells|add(?:s|ed)|insist(?:s|ed)|den(?:ies|ied)|confirm(?:s|ed)|claim(?:s|ed)"
    r"|announce[sd]|report(?:s|ed)|warn(?:s|ed)|explain(?:s|ed)|argue[sd]|believes?|thinks?|wrote"
    r"|writes|state[sd]|recall(?:s|ed)|repl(?:ies|ied)"
)
_APPOSITION = re.compile(
    r",\s(?:the |a |an |its |their |his |her |now |then )?(?P<role>(?:[A-Za-z][\w’'-]*\s){0,4}?"
    r"[A-Za-z][\w-]*(?:\s(?:and|&)\s(?:[A-Za-z][\w-]*\s){0,3}?[A-Za-z][\w-]*)?"
    r"(?:\s(?:of|at|for|in|with)\s(?:the\s|its\s)?[^,.;:()\"“”]{2,60}?)?)"
    rf"(?=[,.;]|\s(?:who|which|{_TELLS})\b|$)"
)
_BRACKETED = re.compile(r"\s\((?P<role>(?:[A-Za-z-]+\s){0,3}[A-Za-z-]+)\)")
_TOLD_BY = re.compile(rf"\s(?:{_TELLS})\b")
_DEFINITE = re.compile(r",\s(?:the|an?|its|their|his|her)\s")
_NOT_ROLES = word_list("who which whose and or but said where when while after with in")


def is_courtesy(role: str | None) -> bool:
    """Tell whether what is known of a person's role is nothing, or no more than "Mr" or "Dr"."""
    return role is None or role.rstrip(".") in COURTESY


def role_before(text: str, parts: list[Part], lead: int) -> str | None:
    """Return the title or office before a name, with its owner where one is named."""
    titled = [p for p in parts[:lead] if p.plain.rstrip(".") in words.TITLES]
    before = text[max(0, parts[0].start - _FARTHEST) : parts[0].start]
    if titled:
        said = text[parts[0].start : parts[lead - 1].end]
        if is_courtesy(said.removeprefix("H.E. ")):  # "the Minister of Ports, Mr Ivo Roe"
            return (_apposed(before) if before.endswith((", ", " (")) else None) or said
        owner = _OWNER.search(before)
        return f"{said} of {owner[1]}" if owner else said
    if len(parts) == 1 and word_of_land(text, parts[0].start, parts[0].plain):
        return None
    # Looked at first, for speed: each of them ends in a comma or in a word for what somebody is.
    near = before[-_LONGEST_COURTESY:]
    apposed = _apposed(before) if "," in near or "(" in near else None
    if apposed or not before[-2:-1].islower() or not words.is_person_noun(_last_word(before)):
        return apposed
    return _of_body(before) or _lower(before)


def _last_word(before: str) -> str:
    """Return the letters in lower case that end what stands before a name and its space."""
    left = before[:-1]
    return left[len(left.rstrip(_LETTERS)) :]


def _apposed(before: str) -> str | None:
    found = _APPOSED.search(before)
    if found is None or not _is_role(found["role"]):
        return None
    owner = f" of {found['owner']}" if found["owner"] else found["body"] or ""
    return found["role"] + owner


def _of_body(before: str) -> str | None:
    """Read "Civic Union leader" before a name as written."""
    found = _BODY.search(before)
    if found is None or not _is_role(found["role"].strip()):
        return None
    body = found["body"].split(" ")
    while body and body[0] in words.OPENERS:
        body = body[1:]
    return " ".join([*body, found["role"].strip()]) if body else None


def _lower(before: str) -> str | None:
    found = _LOWER_TITLE.search(before)
    if found is None or not words.is_person_noun(found[2]):
        return None
    adjective = found[1].split()[-1:]
    adds = adjective and adjective[0] not in _PLAIN_BEFORE
    return f"{adjective[0]} {found[2]}" if adds else found[2]


def _is_role(phrase: str) -> bool:
    last = phrase.rpartition(" ")[2]
    return words.is_person_noun(last.lower())


def role_after(text: str, end: int) -> str | None:
    """Return what stands after a name in commas: ", leader of the Orchard Party,"."""
    bracketed = _BRACKETED.match(text, end)
    if bracketed and _is_role(bracketed["role"]):
        return bracketed["role"]  # "Mrs H. Lowe (Chair)"
    found = _APPOSITION.match(text, end)
    if found is None:
        return None
    if _TOLD_BY.match(text, found.end()) and _DEFINITE.match(text, end):
        return None  # "Ida Roe, her lawyer said, was asleep"
    heads = re.split(r"\s(?:of|at|for|in|with)\s", found["role"])[0].split()
    if heads[0].lower() in _NOT_ROLES or heads[0] in words.NOT_NAMES:
        return None
    known = any(words.is_person_noun(h.lower()) or h in words.TITLES for h in heads)
    return found["role"] if known else None
