"""A sentence -> its capitalised mentions, each with what the words around it show of its kind."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from facts.extraction import namewords as words
from facts.extraction.beside import follows_a_body, follows_a_kind
from facts.extraction.codes import is_code
from facts.extraction.datelines import dateline
from facts.extraction.givennames import is_common, is_given
from facts.extraction.hyphens import head_of, known_parts
from facts.extraction.leads import is_given_too, is_office, is_whole, lead_of
from facts.extraction.nameclues import clue
from facts.extraction.nameparts import PARTICLE, Part
from facts.extraction.nametokens import runs, trimmed, without_postcode
from facts.extraction.offices import (
    holder_behind,
    is_col,
    is_left_of_office,
    is_owning_firm,
    is_post,
    office_of,
    past_heads,
    past_office,
)
from facts.extraction.openers import (
    is_irish_body,
    is_school_year,
    led_by_a_side,
    names_nothing,
    opens_as_a_kind,
    opens_sentence,
    opens_with_a_kind,
    opens_with_a_word,
    without_opener,
)
from facts.extraction.places import capitals, cities, countries, demonyms
from facts.extraction.quotedtitles import quoted_titles
from facts.extraction.roles import role_before
from facts.extraction.tails import nicknamed, tail_of
from facts.extraction.workclues import is_title_alone
from facts.types import NameKind

_WORDS = re.compile(r"\w")
_REST = re.compile(
    r"\s(?:(?:on|in|to|for|against|without|over|at|of|the)\s(?:the\s)?[A-Z][\w’-]*"
    r"(?:\s[A-Z][\w’-]*)*"
    r"|\d+\b)"
)
_PARTY_AND_STATE = re.compile(r"[DRIL]-[A-Z]")
_HEADS_OF_BODIES = frozenset(
    {"CEO", "CFO", "COO", "CTO", "Executive", "Spokesman", "Spokeswoman", "Spokesperson"}
)
_MEMBERS = frozenset(
    {"MP", "TD", "MEP", "MSP", "MLA", "MPP", "MNA", "MLC", "Senator", "Councillor"}
)
_LONGEST_ACRONYM = 5


class Mention(NamedTuple):
    """A capitalised name in a sentence; `kind` None where nothing shows it."""

    start: int
    end: int
    text: str
    kind: NameKind | None
    weight: int = 1
    role: str | None = None
    opens: bool = False

    @property
    def is_long(self) -> bool:
        """Tell whether the name has more than one word."""
        return " " in self.text


def mentions(text: str) -> list[Mention]:
    """Return the mentions of a sentence in order."""
    found = [
        mention
        for parts in runs(text)
        for mention in (_work(text, parts) if names_nothing(parts) else _mentions_of(text, parts))
    ]
    found = _apart([_with_tail(text, _extended(text, mention)) for mention in found])
    titles = quoted_titles(text)
    if titles:
        found = [m for m in found if not any(m.start < e and s < m.end for s, e, _ in titles)]
        found += [Mention(s, e, text[s:e], kind, 5) for s, e, kind in titles]
        found = _apart(sorted(found, key=lambda mention: (mention.start, -mention.end)))
    return _with_dateline(text, found)


def _work(text: str, parts: list[Part]) -> Iterator[Mention]:
    """Read "Winter" of "her novel Winter" as the work, which names nothing elsewhere."""
    if len(parts) == 1 and is_title_alone(text, parts[0].start, parts[0].last):
        yield _whole(text, parts, NameKind.WORK, 4)


def _with_tail(text: str, mention: Mention) -> Mention:
    """Give "St Brigid" its "'s" and "Sarn Foods" its ", Inc."."""
    if (called := nicknamed(text, mention.end)) and is_given(mention.text.split(" ")[0]):
        whole = text[mention.start : called]
        return mention._replace(end=called, text=whole, kind=NameKind.PERSON, weight=4)
    tail = tail_of(text, mention.start, mention.end)
    if tail is None:
        return mention
    end, weight = tail
    words = text[mention.start : end]
    return mention._replace(end=end, text=words, kind=NameKind.ORGANISATION, weight=weight)


def _apart(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _extended(text: str, mention: Mention) -> Mention:
    """Give "the group Back on Track" the rest of its name."""
    if mention.kind is not NameKind.ORGANISATION or not all(
        is_common(word) for word in mention.text.split(" ")
    ):
        return mention
    rest = _REST.match(text, mention.end)
    if rest is None or not follows_a_body(text, mention.start):
        return mention
    return mention._replace(end=rest.end(), text=text[mention.start : rest.end()])


def _mentions_of(text: str, parts: list[Part]) -> Iterator[Mention]:
    parts = without_postcode(text, trimmed(parts))
    at = parts[0].start if parts else 0
    opening = opens_sentence(text, at)
    parts = without_opener(text, parts, opens=opening)
    if held := holder_behind(text, parts):
        yield from _held(text, parts, held)
        return
    parts = past_office(past_heads(text, parts))
    if is_irish_body(parts):
        yield _whole(text, parts, NameKind.ORGANISATION, 5)
        return
    if is_col(text, parts):
        yield _whole(text, parts, NameKind.PERSON, 4)
        return
    if not parts or is_school_year(parts):
        return
    if len(parts) == 1 and is_code(text, parts[0].start, parts[0].last):
        return
    if " ".join([each.plain for each in parts]) in countries():
        yield _whole(text, parts, NameKind.PLACE, 3)
        return
    opens = opening and parts[0].start == at
    named_so = follows_a_kind(text, parts[0].start)
    lead = 0 if named_so else _lead(text, parts, opens=opens)
    if lead == 0 and led_by_a_side(parts):
        parts = parts[1:]
    yield from _of_lead(text, parts[:lead], opens=opens)
    linked = 0 < lead < len(parts) and parts[lead].is_link and not PARTICLE.match(parts[lead].text)
    role = None if named_so or linked else role_before(text, parts, lead)
    rest = trimmed(parts[lead:])
    if linked and rest and not (len(rest) == 1 and is_common(rest[0].plain)):
        yield _of_office(text, parts[lead - 1], rest)
    elif len(parts) == 1 and parts[0].plain in words.LONE_BODIES:
        yield from _named(text, parts, None, opens=opens)
    elif rest and (named_so or not (is_post(text, rest, lead) or is_left_of_office(rest))):
        yield from _named(text, rest, role, opens=opens and not lead)


def _lead(text: str, parts: list[Part], *, opens: bool) -> int:
    """Return how many parts are a title, or a kind that opens the sentence, before the name."""
    whole = is_whole(parts)
    lead = 0 if whole else lead_of(parts)
    opened = opens and (opens_with_a_kind(parts) or (not whole and opens_with_a_word(parts)))
    if lead == 0 and opened:
        return 1
    return 0 if lead == 1 and is_given_too(text, parts) else lead


def _held(text: str, parts: list[Part], at: int) -> Iterator[Mention]:
    """Read "Chairman of the Fishers Union Ida Roe" as the union, and as her who chairs it."""
    office = trimmed(parts[2 * parts[1].is_link : at])
    if any(each.plain in words.BODIES for each in office):
        yield _whole(text, office, NameKind.ORGANISATION, 4)
    role = office_of(text, parts, at)
    start, end = parts[at].start, parts[-1].last
    yield Mention(start, end, text[start:end], NameKind.PERSON, 4, role)


def _of_office(text: str, office: Part, rest: list[Part]) -> Mention:
    """Read what an office is of: a place ("Ministers of Anhold") or a body."""
    kind, weight = clue(text, rest) or (None, 0)
    if kind in (None, NameKind.PERSON) and office.plain.removesuffix("s") in words.RULERS:
        kind, weight = NameKind.PLACE, 4
    return _whole(text, rest, kind, weight)


def _whole(text: str, parts: list[Part], kind: NameKind | None, weight: int) -> Mention:
    """Return the mention that all these words make."""
    start, end = parts[0].start, parts[-1].last
    return Mention(start, end, text[start:end], kind, weight)


def _of_lead(text: str, parts: list[Part], *, opens: bool) -> Iterator[Mention]:
    body = _led_body(parts)
    if body:
        kind, weight = clue(text, body) or (NameKind.ORGANISATION, 1)
        yield _whole(text, body, kind, weight)
        return
    named = not parts[1:] or any(each.plain in _HEADS_OF_BODIES for each in parts)
    for each in parts:
        if not named and is_common(each.plain):
            continue  # "Fire Chief", "Minority Leader"
        if _is_known(each.plain):
            yield _known(each)
        elif _names(each, opens=opens and each is parts[0]):
            yield Mention(each.start, each.last, each.plain, None)


def _led_body(parts: list[Part]) -> list[Part]:
    """Return the words before a title that name one body or place: "Metropolitan Police"."""
    party = parts[:-1] if len(parts) > 2 and parts[-1].plain in _MEMBERS else []
    if party and not is_office(party[0]) and party[-1].plain == "Labour":
        return party if party[0].plain not in demonyms().keys() | countries().keys() else []
    first = next((at for at, each in enumerate(parts) if is_office(each)), len(parts))
    body = trimmed(parts[:first])
    known = bool(body) and (body[0].plain in countries() or body[0].plain in demonyms())
    several = len(body) > 1 and not (known and not is_whole(body))
    return body if several and len(body) == first else []


def _names(each: Part, *, opens: bool) -> bool:
    """Tell a name before a title ("Torvian") from a title and from a word that opens."""
    named = each.text[0].isupper() and not is_office(each)
    return named and not (opens and (is_common(each.plain) or opens_as_a_kind(each)))


def _named(text: str, parts: list[Part], role: str | None, *, opens: bool) -> Iterator[Mention]:
    if (head := head_of(parts)) is not None:
        start, end = parts[0].start, parts[0].start + len(head)
        if head:
            yield Mention(start, end, text[start:end], NameKind.PLACE, 3)
        return
    parts = parts[parts[0].plain == "Former" and len(parts) > 1 :]
    hyphened = known_parts(parts)
    if hyphened:
        yield from (_known(each) for each in hyphened)
        return
    if len(parts) == 1 and (parts[0].plain in countries() or parts[0].plain in demonyms()):
        yield _known(parts[0])
        return
    start, end = parts[0].start, parts[-1].last
    name = text[start:end]
    if _PARTY_AND_STATE.match(name) and text[start - 1 : start] == "(":
        return
    if name in words.NOT_ALONE or len(name) < len("Ab") or not _WORDS.search(name):
        return
    body = len(parts) > 1 and parts[-1].plain in words.BODIES
    shouted = len(parts) == 1 and name.isupper() and len(name) <= _LONGEST_ACRONYM
    if (
        role is not None
        and not shouted
        and not (body and parts[-1].plain not in words.SURNAMES_TOO)
        and not is_owning_firm(role, parts)
    ):
        yield Mention(start, end, text[start:end], NameKind.PERSON, 4, role, opens)
        return
    kind, weight = clue(text, parts) or (None, 0)
    yield Mention(start, end, text[start:end], kind, weight, None, opens)


def _is_known(word: str) -> bool:
    return word in demonyms() or word in countries() or word in capitals() or word in cities()


def _known(each: Part) -> Mention:
    is_place = each.plain not in demonyms()
    kind = NameKind.PLACE if is_place else NameKind.OTHER
    return Mention(each.start, each.last, each.plain, kind, 3)


def _with_dateline(text: str, found: list[Mention]) -> list[Mention]:
    """Read "SAND HARBOUR, Oct. 14 (Meridian) -" as a place and an agency."""
    line = dateline(text)
    if line is None:
        return found
    place = Mention(line.place.start, line.place.end, line.place.of(text), NameKind.PLACE, 5)
    rest = [m for m in found if m.start >= line.place.end]
    return [place, *(_as_agency(m) if line.is_agency(m.start) else m for m in rest)]


def _as_agency(mention: Mention) -> Mention:
    return mention._replace(kind=NameKind.ORGANISATION, weight=4, role=None)
