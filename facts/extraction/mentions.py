"""A sentence -> its capitalised mentions, each with what the words around it show of its kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.extraction import namewords as words
from facts.extraction.places import capitals, countries, demonyms
from facts.reading.wordlist import word_list
from facts.types import NameKind

_TOKEN = (
    r"(?:(?:al|el|ul)-[A-Z][\w’'-]*\w|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[A-ZÀ-ÖØ-Þ][\w’'-]*\w"
    r"|[A-Z](?![\w.]))"
)
_LINK = r"(?:of the|of|and|de la|de|van der|van|der|von|bin|al|du|da|dos|del)"
_RUN = re.compile(rf"(?<![\w@#/.-]){_TOKEN}(?:\s(?:{_LINK}\s)?{_TOKEN})*")
_PART = re.compile(rf"{_TOKEN}|{_LINK}(?=\s)")
_POSSESSIVE = re.compile(r"['’]s?$")
_OFFICES = word_list(
    "State Staff Defence Defense Health Finance Justice Energy Education Transport Trade Labour"
    " Agriculture Commerce Foreign Affairs Interior Treasury"
)
_LOWER_TITLE = re.compile(r"((?:[a-z][a-z-]+\s){0,2}?)([a-z][a-z-]+)\s$")
_APPOSED = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s([a-z][a-z-]*(?:\s[a-z][a-z-]*){0,2}),\s$")
_IS_BODY = re.compile(
    r",\s(?:the|a|an|its|their)\s(?:[\w-]+\s){0,3}?"
    rf"(?:{'|'.join(sorted(words.LOWER_BODIES))})(?:,|\sof\b|\sthat\b|\sin\b)"
    r"|\)\s[-–—]\s|\s(?:chief executive|spokes(?:man|woman|person)|boss|executives?|employs"
    r"|shares)\b"
)
_PLACE_AFTER = re.compile(
    r"\s(?:region|district|province|county|valley|river|island|peninsula|village|town|city|port"
    r"|glacier|mountain|lake|reservoir|dam|bay|canal|strait|desert|forest|harbour|harbor"
    r"|airport|bridge|coast)\b"
)
_HAS = re.compile(
    r"['’]s\s(?:[a-z]+\s)?(?:Foreign|Prime|President|King|Queen|Parliament|government|capital"
    r"|president"
    r"|prime minister|foreign minister|army|parliament|economy|border|coast|population|currency)\b"
)
_PARTS_OF = re.compile(
    r"\b(?:(?:south|north|east|west)(?:ern)?|central|rural|neighbou?ring|(?:capital|people"
    r"|government|city"
    r"|town|village|leaders|president|minister|mayor|port|coast|outskirts|north|south|east"
    r"|west) of)\s$"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|(?<!ccording )to|outside|inside|around|across|towards|into"
    r"|via)\s(?:the\s)?$"
)
_SPEAKS = re.compile(
    r"(?:,[^,]{1,60},)?\s(?:also\s|later\s|has\s|had\s)?(?:said|says|told|added|stressed|noted"
    r"|warned|announced|explained"
    r"|argued|insisted|reaffirmed|welcomed|wrote|urged|denied|confirmed|spoke|thanked|recalled)\b"
)
_AGE_OR_WHO = re.compile(r",\s(?:\d\d?,|aged \d|who\b|whose\b)")
_WORK_BEFORE = re.compile(
    r"\b(?:film|movie|book|novel|album|song|single|series|show|play|opera|documentary|poem"
    r"|exhibition|report|titled|entitled|called)\s[\"“‘']$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A capitalised name in a sentence; `kind` None where nothing shows it."""

    start: int
    end: int
    text: str
    kind: NameKind | None
    role: str | None = None
    opens: bool = False

    @property
    def is_long(self) -> bool:
        """Tell whether the name has more than one word."""
        return " " in self.text


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    text: str
    plain: str  # without a possessive


def _part(start: int, text: str) -> _Part:
    return _Part(start, start + len(text), text, _POSSESSIVE.sub("", text))


def mentions(text: str) -> list[Mention]:
    """Return the mentions of a sentence in order."""
    found: list[Mention] = []
    for run in _RUN.finditer(text):
        for parts in _segments(_parts(text, run)):
            found += _mentions_of(text, parts)
    return found


def _parts(text: str, run: re.Match[str]) -> list[_Part]:
    return [_part(m.start(), m.group()) for m in _PART.finditer(text, run.start(), run.end())]


def _segments(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Cut a run where a possessive, "and" or "of" joins two names and not one."""
    segment: list[_Part] = []
    for part in parts:
        heads = {p.plain for p in segment} & words.JOINS_OF
        if (
            part.text == "and" and not (heads and any(p.text.startswith("of") for p in segment))
        ) or (
            part.text in ("of", "of the") and not (segment and segment[-1].plain in words.JOINS_OF)
        ):
            yield segment
            segment = []
        else:
            segment.append(part)
            if part.plain != part.text:
                yield segment
                segment = []
    yield segment


def _mentions_of(text: str, parts: list[_Part]) -> Iterator[Mention]:
    parts = _without_links(parts)
    while parts and (parts[0].plain in words.OPENERS or parts[0].plain in words.NOT_NAMES):
        if parts[0].plain == "The" and len(parts) > 1 and parts[1].plain == "Hague":
            break
        parts = _without_links(parts[1:])
    if not parts:
        return
    opens = not re.search(r"\w", text[: parts[0].start])
    lead = 0 if _is_body(parts) else _lead(parts)
    for part in parts[:lead]:
        if part.plain in demonyms() or part.plain in countries():
            yield from _known(part)
        elif part.text[0].isupper() and not _is_office(part):
            yield Mention(part.start, part.start + len(part.plain), part.plain, None)
    role = _role(text, parts, lead)
    rest = _without_links(parts[lead:])
    if rest:
        yield from _named(text, rest, role, opens=opens and not lead)


def _without_links(parts: list[_Part]) -> list[_Part]:
    while parts and parts[0].text[0].islower():
        parts = parts[1:]
    while parts and (parts[-1].text[0].islower() or parts[-1].plain in words.NOT_NAMES):
        parts = parts[:-1]
    return parts


def _is_body(parts: list[_Part]) -> bool:
    """Tell a body by its last word: its country is part of its name ("Torvian Health Agency")."""
    last = max((i for i, part in enumerate(parts) if part.plain in words.BODIES), default=0)
    return last > 0 and not any(part.plain in words.TITLES for part in parts[last + 1 :])


def _lead(parts: list[_Part]) -> int:
    """Return how many parts are a country and a title before the name."""
    at = 0
    while at < len(parts) and (parts[at].plain in demonyms() or parts[at].plain in countries()):
        at += 1
    first = next((i for i, p in enumerate(parts) if p.plain in words.TITLES), None)
    if at == 0 and first in (1, 2) and first + 1 < len(parts):
        at = first  # "Torvian Foreign Minister": a country that no list knows
    titled = at
    while titled < len(parts) and parts[titled].plain.rstrip(".") in words.TITLES:
        titled += 1
        if titled + 1 < len(parts) and parts[titled].text in ("of", "of the"):
            office = titled + 1
            while office < len(parts) and parts[office].plain in _OFFICES:
                office += 1
            titled = office if office > titled + 1 else titled
    if titled > at:
        return titled
    return at if at < len(parts) and parts[0].plain in demonyms() else 0


def _role(text: str, parts: list[_Part], lead: int) -> str | None:
    titled = [p for p in parts[:lead] if p.plain.rstrip(".") in words.TITLES]
    before = text[: parts[0].start]
    if titled:
        said = text[parts[0].start : parts[lead - 1].end]
        owner = re.search(r"([A-Z][\w.’'-]*?)['’]s\s$", before)
        return f"{said} of {owner[1]}" if owner and said else said
    apposed = _APPOSED.search(before[-60:])
    if apposed and apposed[1].rpartition(" ")[2] in words.LOWER_TITLES:
        return apposed[1]
    lower = _LOWER_TITLE.search(before[-60:])
    if lower and lower[2] in words.LOWER_TITLES:
        return (
            lower[1].split()[-1] + " " if lower[1].split()[-1:] and _adds(lower[1]) else ""
        ) + lower[2]
    return None


def _adds(before: str) -> bool:
    return before.split()[-1] not in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "and",
        "of",
        "by",
    }


def _named(text: str, parts: list[_Part], role: str | None, *, opens: bool) -> Iterator[Mention]:
    hyphened = _hyphened(parts)
    if hyphened:
        for part in hyphened:
            yield from _known(part)
        return
    if len(parts) == 1 and (parts[0].plain in countries() or parts[0].plain in demonyms()):
        yield from _known(parts[0])
        return
    start, end = parts[0].start, parts[-1].start + len(parts[-1].plain)
    body = len(parts) > 1 and parts[-1].plain in words.BODIES
    is_person = role is not None and not body
    kind = NameKind.PERSON if is_person else _kind(text, parts, start, parts[-1].end)
    role = role if is_person else None
    yield Mention(start, end, text[start:end], kind, role, opens)


def _is_office(part: _Part) -> bool:
    return part.plain.rstrip(".") in words.TITLES or part.plain in _OFFICES


def _rules(text: str, start: int, end: int) -> bool:
    """Tell a country or town by what it has ("Kelmark’s Foreign Minister") or what is in it."""
    return bool(
        _HAS.match(text, max(end - 2, 0)) or _PARTS_OF.search(text[max(0, start - 24) : start])
    )


def _hyphened(parts: list[_Part]) -> list[_Part]:
    """Return the known places in "Baku-Yerevan" and "Russian-brokered"; nothing for other words."""
    if len(parts) != 1 or "-" not in parts[0].plain:
        return []
    cut = [
        _part(m.start() + parts[0].start, m.group())
        for m in re.finditer(r"[^-]+", parts[0].plain)
        if m.group()[0].isupper()
    ]
    known = capitals().keys() | countries().keys() | demonyms().keys()
    return cut if cut and all(part.text in known for part in cut) else []


def _known(part: _Part) -> Iterator[Mention]:
    is_place = part.plain in countries() or part.plain in capitals()
    kind = NameKind.PLACE if is_place else NameKind.OTHER
    yield Mention(part.start, part.start + len(part.plain), part.plain, kind)


def _kind(text: str, parts: list[_Part], start: int, end: int) -> NameKind | None:
    plain = [p.plain.title() if len(p.plain) > 3 and len(parts) > 1 else p.plain for p in parts]
    if _WORK_BEFORE.search(text[max(0, start - 20) : start]):
        return NameKind.WORK
    if plain[-1] in words.THINGS and len(plain) > 1:
        return NameKind.OTHER
    lower = _LOWER_TITLE.search(text[max(0, start - 60) : start])
    if (lower and lower[2] in words.LOWER_BODIES) or _IS_BODY.match(text, end):
        return NameKind.ORGANISATION
    if any(word in words.BODIES for word in plain) and (len(plain) > 1 or plain[0].isupper()):
        return NameKind.ORGANISATION
    if len(plain) > 1 and (set(plain) & words.PLACE_WORDS):
        return NameKind.PLACE
    if len(plain) == 1 and plain[0] in capitals():
        return NameKind.PLACE
    if len(plain) == 1 and plain[0].isupper() and len(plain[0]) >= 2:
        return NameKind.ORGANISATION
    if _AGE_OR_WHO.match(text, end) or (len(plain) in (2, 3) and _SPEAKS.match(text, end)):
        return NameKind.PERSON
    if _PLACE_AFTER.match(text, end) or _rules(text, start, end):
        return NameKind.PLACE
    if _PLACE_BEFORE.search(text[max(0, start - 14) : start]):
        return NameKind.PLACE
    return NameKind.PERSON if _SPEAKS.match(text, end) else None
