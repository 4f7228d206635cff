"""Whose a sentence is by a clause with a participle: "Ida Roe urged calm, saying that ..."."""

import re
from collections.abc import Iterator

from facts.extraction import sayers, saying
from facts.extraction.namewords import LOWER_BODIES
from facts.extraction.phrases import SPEAKERS, Speaker, several_people
from facts.extraction.quotes import has_marks
from facts.extraction.titlewords import is_person_noun
from facts.types import Name, NameKind

NOUN_PHRASE = re.compile(
    rf"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:[\w’'-]+\s){{0,3}}?{sayers.SAYER_NOUN}"
    r"(?=\s(?:[a-z]+(?:s|ed)|lost|made|sold|cut|had|will|won|built|grew|fell|rose|paid|bought|took"
    r"|kept|spent|hit|shut|gave|ran|began|left|would|could|can|may|plans|does|did)\b)"
)
_SEVERAL = re.compile(
    r"[A-Z][a-z-]+(?:\s[a-z-]+)?\s(?P<noun>[a-z]+)s(?=\s(?:[a-z]+ed|have|had|will|are|were)\b)"
)
# "Farmers in Sorn have rejected the price, calling it an insult"
_SEVERAL_THERE = re.compile(
    r"[A-Z][a-z-]+(?:\s[a-z-]+){0,2}\s(?:of|in|from|at|near|on)\s[\w’' -]{2,40}?"
    r"(?=\s(?:have|had|will|were|are|[a-z]{3,}ed)\s)"
)
_PARTICIPLES = re.compile(
    r"(?:Saying|Alleging|Arguing|Claiming|Insisting|Warning|Complaining|Stressing|Declaring"
    r"|Predicting"
    r"|Denying|Asserting|Contending|Lamenting|Protesting|Maintaining)\sthat\s"
)
_OFFICE_THEN = re.compile(
    r"(?:the|its|their)\s[^,;:]{3,90},\s(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?(?=[A-Z])"
)
_SUFFERS = re.compile(r"\s(?:(?:was|were|is|has been|had been|and|or)\s|[A-Z])")
_MOST_TITLE = 4
_OWNED = re.compile(
    r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}['’]s?\s(?:[a-z][\w-]*\s){0,3}?"
    rf"{sayers.SAYER_NOUN}(?=\s[a-z]+)"
)
_DATELINE = re.compile(r"[A-Z]{3,}[^.;“\"]{0,60}?\s[–—-]{1,2}\s")


def of_clause(text: str, names: tuple[Name, ...], inside: frozenset[int]) -> Iterator[Speaker]:
    """Read "Ida Roe urged calm, saying that ..." and "Velda Lines lost, it said" as theirs."""
    for cue in (saying.PARTICIPLE, saying.IT_SAID):
        match = cue.search(text)
        if match is None or match.start() in inside:
            continue
        kinds = SPEAKERS - {NameKind.PERSON} if cue is saying.IT_SAID else SPEAKERS
        told = [n for n in names if n.kind in kinds and n.end <= match.start()]
        told = told[len(told) > 1 and _serves(text, *told[:2]) :]
        line = _DATELINE.match(text)
        opening = line.end() if line else 0
        owned = _OWNED.match(text, opening)
        if owned and cue is saying.PARTICIPLE and not (told and owned.end() < told[0].start):
            yield Speaker(owned.group(), start=opening)
            continue
        first = 4 if text.startswith(("But ", "And ")) else 0
        described = NOUN_PHRASE.match(text, first) or _officers(text, first)
        if described and not (told and told[0].start < described.end()):
            yield Speaker(described.group())
        elif told and _opens_clause(text, told[0]) and (len(told) == 1 or _acts(text, told[0])):
            yield Speaker(told[0].name, start=told[0].start)


def opened_by(text: str, names: tuple[Name, ...]) -> Iterator[Speaker]:
    """Read "Saying that boats had been sold, Ida Roe walked out" as hers."""
    if has_marks(text) or not _PARTICIPLES.match(text):
        return
    for comma in re.finditer(r",\s", text):
        start = comma.end()
        office = _OFFICE_THEN.match(text, start)
        start = office.end() if office else start
        first = next((n for n in names if n.start >= start), None)
        named = first and not text[start : first.start].strip("Thet ")
        if first and named and first.kind in SPEAKERS:
            yield Speaker(first.name, start=first.start)
            return
        if described := NOUN_PHRASE.match(text, start):
            yield Speaker(described.group(), start=start)
            return


def _serves(text: str, body: Name, person: Name) -> bool:
    """Tell "Velda Lines spokeswoman Ida Roe" from "Velda Lines told Ida Roe"."""
    between = text[body.end : person.start]
    if not (between.endswith(" ") and between.strip()) or "," in between:
        return False
    if person.kind is NameKind.PERSON:
        return is_person_noun(between.split()[-1])
    return between.strip() in LOWER_BODIES  # "Cancer charity BreatheWell"


def _acts(text: str, name: Name) -> bool:
    """Tell "Roe took aim at Arke, calling him" from "Roe was met by Arke" and "Roe, Arke"."""
    return not _SUFFERS.match(text, name.end)


def _officers(text: str, start: int) -> re.Match[str] | None:
    """Read "Highways officers raised no objection, saying" as theirs."""
    found = _SEVERAL.match(text, start)
    if found and is_person_noun(found["noun"]):
        return found
    found = _SEVERAL_THERE.match(text, start)
    return found if found and several_people(found.group()) else None


def _opens_clause(text: str, name: Name) -> bool:
    """Tell whether nothing but an article and a title stands before a name and its verb."""
    before = text[: name.start].split()
    titled = len(before) <= _MOST_TITLE and not {"of", "for", "by", "to", "with"} & set(before)
    return titled and "," not in text[: name.start] and text[name.end : name.end + 1] == " "
