"""The names of one document: kinds weighed over all mentions, short forms joined to full names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from facts.extraction.cluewords import BERTHS
from facts.extraction.givennames import is_common, is_given
from facts.extraction.mentions import Mention, mentions
from facts.extraction.nametokens import PARTICLE
from facts.extraction.namewords import (
    BODIES,
    LONE_BODIES,
    PLACE_ENDS,
    PLACE_STARTS,
    PUBLIC_BODIES,
)
from facts.extraction.openings import is_adjective, stands_alone
from facts.extraction.places import capitals, cities, countries, demonyms
from facts.extraction.roles import COURTESY, role_after
from facts.types import Name, NameKind

_DEFINED = re.compile(
    r"([A-Z][\w’'-]+(?:\s(?:of|the|for|and|[A-Z][\w’'-]+)){1,8})\s\(([A-Z]{2,8})\)"
)
_GOVERNS = re.compile(
    r"\s(?:will|would|has|had|said|says|and\s[A-Z]\w+\s(?:have|agreed|said)|agreed|accused"
    r"|rejected|insists?)\b"
)
_OF_BODY = re.compile(r"\s(?:of|from)\s(?:the\s)?$")
_TITLE_THE = frozenset({" The ", "The ", "“The ", "(The "})
_RUN_PLACE = re.compile(r"(?:Port|City|Town|County|Borough|Municipality|Province) of\s")
_SAYS = re.compile(r"\s(?:said|says|told|announced|confirmed|denied|warned|added|has said)\b")
_NUMBER = re.compile(r"\s\d{1,3}\b(?![.,]?\d|\s?%)")
_GENERIC = (BODIES - LONE_BODIES) | {"Summit"}
_SHARED = frozenset({NameKind.PLACE, NameKind.PERSON})
_SHORTEST_DEMONYM = 6
_SHORTEST_PLACE = 5


@dataclass(slots=True)
class NameBook:
    """What a document's sentences show together about its names."""

    kinds: dict[str, Counter[NameKind]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    within: Counter[str] = field(default_factory=Counter)
    fuller: dict[str, dict[str, int]] = field(default_factory=dict)
    given: dict[str, dict[str, int]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    defined: dict[str, str] = field(default_factory=dict)
    found: dict[str, list[Mention]] = field(default_factory=dict)
    short_bodies: set[str] = field(default_factory=set)

    def full_name(self, mention: Mention, sentence: str) -> str:
        """Return the full form of a name; a short form that two people share stays as it is."""
        if mention.text in countries():
            return mention.text
        country = self.country(mention.text)
        if country or mention.text in self.defined:
            return country or self.defined[mention.text]
        longer = self._longer(mention.text)
        place = self.order.get(sentence, 0)
        so_far = [full for full, first in longer.items() if first <= place] or list(longer)
        return so_far[0] if len(so_far) == 1 else mention.text

    def _longer(self, text: str) -> dict[str, int]:
        key = text.casefold()
        return self.fuller.get(key) or self.given.get(key) or {}

    def country(self, word: str) -> str | None:
        """Return the country of a demonym, known or learned ("Torvian" beside "Torvia")."""
        if word in demonyms():
            return demonyms()[word]
        return next((p for p in _roots(word) if self.within[p] and not self._longer(p)), None)

    def kind(self, mention: Mention, full: str) -> NameKind:
        """Return what most mentions of the name show it to be."""
        if self.country(mention.text):
            return NameKind.OTHER
        if full != mention.text and self._longer(mention.text):
            return NameKind.PERSON
        if mention.text.casefold() in self.fuller:
            return NameKind.PERSON
        votes = self.kinds.get(full, Counter()) + self.kinds.get(mention.text, Counter())
        shortened = mention.text in self.short_bodies
        if shortened and votes.total() <= votes[NameKind.ORGANISATION] + votes[NameKind.OTHER] + 1:
            return NameKind.ORGANISATION
        if votes:
            return max(votes, key=lambda kind: (votes[kind], kind is NameKind.PERSON))
        return _by_looks(full)


def _by_looks(name: str) -> NameKind:
    """Tell a person by words that no English text holds, else a body; a single word is neither."""
    parts = name.split(" ")
    if len(parts) == 1:
        if is_given(name):
            return NameKind.PERSON
        placed = len(name) >= _SHORTEST_PLACE and name.endswith(PLACE_ENDS) and not is_common(name)
        return NameKind.PLACE if placed else NameKind.OTHER
    if any(part.islower() and PARTICLE.match(part) for part in parts[1:-1]):
        return NameKind.PERSON  # "Jan de Boer"
    known = parts[0] in countries() or parts[0] in cities()
    strange = len(parts) <= len("abc") and not any(is_common(word) for word in parts[known:])
    return NameKind.PERSON if strange or is_given(parts[0]) else NameKind.ORGANISATION


def book_of(
    sentences: Iterable[str], rows: Mapping[str, list[Mention]] = MappingProxyType({})
) -> NameBook:
    """Return the names of a document's sentences; those of table rows may be known already."""
    book = NameBook()
    for sentence in sentences:
        if sentence not in book.found:
            book.order[sentence] = len(book.order)
            book.found[sentence] = rows[sentence] if sentence in rows else mentions(sentence)
            for mention in book.found[sentence]:
                _enter(book, mention, sentence)
            book.defined |= {m[2]: m[1].removeprefix("The ") for m in _DEFINED.finditer(sentence)}
    for sentence, found in book.found.items():
        _share_kinds(book, sentence, found)
    _share_written_forms(book)
    _join_short_forms(book)
    _join_short_bodies(book)
    _join_short_places(book)
    _add_bodies(book)
    return book


def names(text: str, book: NameBook) -> tuple[Name, ...]:
    """Return the names of a sentence of the document, in order."""
    found = book.found[text] if text in book.found else mentions(text)
    return tuple(_name(text, m, book) for m in found if _is_name(m, book, text))


def _enter(book: NameBook, mention: Mention, sentence: str) -> None:
    if mention.kind is not None:
        book.kinds.setdefault(mention.text, Counter())[mention.kind] += mention.weight
    if mention.kind in (NameKind.PERSON, None):
        role = mention.role
        if role is None or role.rstrip(".") in COURTESY:
            role = role_after(sentence, mention.end) or role
        if role and (mention.kind is NameKind.PERSON or mention.is_long):
            book.roles.setdefault(mention.text, role)
    if not mention.opens:
        book.within[mention.text] += 1


def _share_kinds(book: NameBook, sentence: str, found: list[Mention]) -> None:
    """Let names in a row be of one kind: "Torvia, Kelmark and Lower Sund"."""
    gaps = [sentence[a.end : b.start] for a, b in pairwise(found)]
    for at, (one, other) in enumerate(pairwise(found)):
        listed = gaps[at] == ", " and gaps[at + 1 : at + 2] in ([" and "], [", and "], [", "])
        if gaps[at] == ", " and _in_a_place(book, one, other):
            book.kinds[other.text] = Counter({NameKind.PLACE: 1})
        if gaps[at] not in (" and ", ", and ") and not listed:
            continue
        for known, open_ in ((one, other), (other, one)):
            votes = book.kinds.get(known.text)
            if votes and open_.text not in book.kinds and votes.most_common(1)[0][0] in _SHARED:
                book.kinds[open_.text] = Counter({votes.most_common(1)[0][0]: 1})


def _in_a_place(book: NameBook, one: Mention, other: Mention) -> bool:
    """Read "Mill Street, Trewarn" as a place in a place."""
    votes = book.kinds.get(one.text)
    placed = votes is not None and votes.most_common(1)[0][0] is NameKind.PLACE
    return placed and other.text not in book.kinds and not other.is_long and other.kind is None


def _share_written_forms(book: NameBook) -> None:
    """Let "SAND HARBOUR" in a dateline and "Sand Harbour" below be of one kind."""
    shouted = {
        text.title(): text for text in book.kinds if text.isupper() and len(text) > len("UK")
    }
    for title, text in shouted.items():
        if title in book.within and book.kinds[text].most_common(1)[0][0] is NameKind.PLACE:
            book.kinds.setdefault(title, Counter()).update({NameKind.PLACE: 2})


def _join_short_forms(book: NameBook) -> None:
    for place, found in enumerate(book.found.values()):
        for mention in found:
            if mention.is_long and book.kind(mention, mention.text) is NameKind.PERSON:
                _enter_person(book, mention.text, place)
    for short, fulls in book.fuller.items():
        role = next((r for text, r in book.roles.items() if text.casefold() == short), None)
        if role and len(fulls) == 1:
            book.roles.setdefault(next(iter(fulls)), role)


def _enter_person(book: NameBook, full: str, place: int) -> None:
    words = full.split(" ")
    if words[0].islower():
        return  # "van der Meulen" is itself a short form
    for at in range(1, len(words)):
        short = " ".join(words[at:]).casefold()
        book.fuller.setdefault(short, {}).setdefault(full, place)
    if is_given(words[0]) or not (is_common(words[0]) or words[0] in cities()):
        book.given.setdefault(words[0].casefold(), {}).setdefault(full, place)


def _join_short_bodies(book: NameBook) -> None:
    """Let "Halloran" be a body where "Halloran Foods Plc" is one, and nobody of that name."""
    bodies = [
        text
        for text, votes in book.kinds.items()
        if " " in text and votes.most_common(1)[0][0] is NameKind.ORGANISATION
    ]
    for words in (text.split(" ") for text in bodies):
        if any(word in PUBLIC_BODIES for word in words):
            _take_seat(book, words[0])
            continue
        for length in range(1, len(words)):
            short = " ".join(words[:length])
            whole = length > 1 or not (is_common(short) or _is_place(short))
            if whole and not book.fuller.get(short.casefold()) and not book.country(short):
                book.short_bodies.add(short)


def _take_seat(book: NameBook, town: str) -> None:
    """Let "Trewarn" be a place where "Trewarn Crown Court" sits."""
    strange = not (is_common(town) or is_given(town) or book.fuller.get(town.casefold()))
    if strange and town in book.within and town not in book.kinds:
        book.kinds[town] = Counter({NameKind.PLACE: 1})


def _join_short_places(book: NameBook) -> None:
    """Let "Arran" be the place where "Lough Arran" is one."""
    for text, votes in list(book.kinds.items()):
        first, _, short = text.partition(" ")
        known = votes.most_common(1)[0][0] is NameKind.PLACE and first in PLACE_STARTS
        if known and short and short not in book.kinds and not book.fuller.get(short.casefold()):
            book.kinds[short] = Counter({NameKind.PLACE: 1})


def _is_place(word: str) -> bool:
    return word in countries() or word in capitals() or word in cities()


def _add_bodies(book: NameBook) -> None:
    """Take "of the Orchard Party" after a person without another role as the role."""
    for sentence, found in book.found.items():
        for person, body in pairwise(found):
            apart = sentence[person.end : body.start]
            if person.text in book.roles or not person.is_long or not _OF_BODY.fullmatch(apart):
                continue
            is_person = book.kind(person, person.text) is NameKind.PERSON
            if is_person and book.kind(body, body.text) is NameKind.ORGANISATION:
                book.roles[person.text] = f"{apart.strip()} {body.text}"


def _roots(word: str) -> tuple[str, ...]:
    """Return the places that a word could be the demonym of."""
    if len(word) < _SHORTEST_DEMONYM or " " in word:
        return ()
    return tuple(word.removesuffix(end) for end in ("n", "an", "ian") if word.endswith(end))


def _is_name(mention: Mention, book: NameBook, text: str) -> bool:
    """Tell a name from a common word that opens its sentence."""
    if mention.text in _GENERIC and book.kind(mention, mention.text) is NameKind.OTHER:
        return _stands_for_a_body(mention, book)
    if not book.country(mention.text) and is_adjective(mention, text):
        return False
    if not stands_alone(mention):
        return True
    return book.within[mention.text] > 0 or mention.text.casefold() in book.fuller


def _stands_for_a_body(mention: Mention, book: NameBook) -> bool:
    """Tell "the Institute" beside "Velm Institute" from "the Government", which names nothing."""
    return any(" " in full and mention.text in full.split(" ") for full in book.kinds)


def _name(text: str, mention: Mention, book: NameBook) -> Name:
    full = book.full_name(mention, text)
    kind = book.kind(mention, full)
    if mention.text in capitals() and _GOVERNS.match(text, mention.end):
        full, kind = capitals()[mention.text], NameKind.OTHER  # a government, not a place
    start, end = mention.start, mention.end
    if mention.text in _GENERIC and kind is NameKind.OTHER:
        kind = NameKind.ORGANISATION
    if kind is NameKind.PLACE and _RUN_PLACE.match(mention.text) and _SAYS.match(text, end):
        kind = NameKind.ORGANISATION  # "The Port of Sorn said"
    numbered = _NUMBER.match(text, end) if mention.text in BERTHS else None
    if numbered:
        end, full, kind = numbered.end(), text[start : numbered.end()], NameKind.PLACE
    if kind is NameKind.WORK and text[max(0, start - 5) : start] in _TITLE_THE:
        start -= len("The ")
        full = text[start:end] if full == mention.text else full
    return Name(text[start:end], start, end, full, kind)
