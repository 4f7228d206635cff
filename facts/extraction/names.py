"""The names of one document: kinds weighed over all mentions, short forms joined to full names."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from facts.extraction.mentions import Mention, mentions
from facts.extraction.places import capitals, countries, demonyms
from facts.types import Name, NameKind

_DEFINED = re.compile(
    r"([A-Z][\w’'-]+(?:\s(?:of|the|for|and|[A-Z][\w’'-]+)){1,8})\s\(([A-Z]{2,8})\)"
)
_GOVERNS = re.compile(
    r"\s(?:will|would|has|had|said|says|and\s[A-Z]\w+\s(?:have|agreed|said)|agreed|accused"
    r"|rejected|insists?)\b"
)
_APPOSITION = re.compile(
    r",\s(?:the |a |an |its |their |his |her )?((?:[a-z][\w-]*\s){0,3}?[a-z][\w-]*(?:\s(?:of|at"
    r"|for|in)\s(?:the\s)?[^,.;\"“”]{2,60})?),"
)
_SHARED = frozenset({NameKind.PLACE, NameKind.PERSON})
_SHORTEST_DEMONYM = 6


@dataclass(slots=True)
class NameBook:
    """What a document's sentences show together about its names."""

    kinds: dict[str, Counter[NameKind]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    within: Counter[str] = field(default_factory=Counter)
    fuller: dict[str, dict[str, int]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    defined: dict[str, str] = field(default_factory=dict)
    found: dict[str, list[Mention]] = field(default_factory=dict)

    def full_name(self, mention: Mention, sentence: str) -> str:
        """Return the full form of a name; a short form that two people share stays as it is."""
        if mention.text in countries():
            return mention.text
        country = self.country(mention.text)
        if country or mention.text in self.defined:
            return country or self.defined[mention.text]
        longer = {} if mention.is_long else self.fuller.get(mention.text, {})
        place = self.order.get(sentence, 0)
        so_far = [full for full, first in longer.items() if first <= place] or list(longer)
        return so_far[0] if len(so_far) == 1 else mention.text

    def country(self, word: str) -> str | None:
        """Return the country of a demonym, known or learned ("Torvian" beside "Torvia")."""
        if word in demonyms():
            return demonyms()[word]
        return next((p for p in _roots(word) if self.within[p] and p not in self.fuller), None)

    def kind(self, mention: Mention, full: str) -> NameKind:
        """Return what most mentions of the name show it to be."""
        if self.country(mention.text):
            return NameKind.OTHER
        if not mention.is_long and mention.text in self.fuller:
            return NameKind.PERSON
        votes = self.kinds.get(full, Counter()) + self.kinds.get(mention.text, Counter())
        if votes:
            return max(votes, key=lambda kind: (votes[kind], kind is NameKind.PERSON))
        return NameKind.PERSON if full.count(" ") in (1, 2) else NameKind.OTHER


def book_of(sentences: Iterable[str]) -> NameBook:
    """Return the names of a document's sentences."""
    book = NameBook()
    for sentence in sentences:
        if sentence not in book.found:
            book.order[sentence] = len(book.order)
            book.found[sentence] = mentions(sentence)
            for mention in book.found[sentence]:
                _enter(book, mention, sentence)
            book.defined |= {m[2]: m[1].removeprefix("The ") for m in _DEFINED.finditer(sentence)}
    for sentence, found in book.found.items():
        _share_kinds(book, sentence, found)
    _join_short_forms(book)
    return book


def names(text: str, book: NameBook) -> tuple[Name, ...]:
    """Return the names of a sentence of the document, in order."""
    found = book.found[text] if text in book.found else mentions(text)
    return tuple(_name(text, m, book) for m in found if _is_name(m, book))


def _enter(book: NameBook, mention: Mention, sentence: str) -> None:
    if mention.kind is not None:
        book.kinds.setdefault(mention.text, Counter())[mention.kind] += 3 if mention.role else 1
    role = mention.role or _apposition(sentence, mention)
    if role and mention.kind is NameKind.PERSON:
        book.roles.setdefault(mention.text, role)
    if not mention.opens:
        book.within[mention.text] += 1


def _apposition(sentence: str, mention: Mention) -> str | None:
    match = _APPOSITION.match(sentence, mention.end)
    if not match or match[1].split(" ")[0] in ("who", "which", "whose", "and", "or", "but", "said"):
        return None
    return match[1]


def _share_kinds(book: NameBook, sentence: str, found: list[Mention]) -> None:
    """Let names in a row be of one kind: "Torvia, Kelmark and Lower Sund"."""
    gaps = [sentence[a.end : b.start] for a, b in pairwise(found)]
    for at, (one, other) in enumerate(pairwise(found)):
        listed = gaps[at] == ", " and gaps[at + 1 : at + 2] in ([" and "], [", and "], [", "])
        if gaps[at] not in (" and ", ", and ") and not listed:
            continue
        for known, open_ in ((one, other), (other, one)):
            votes = book.kinds.get(known.text)
            if votes and open_.text not in book.kinds and votes.most_common(1)[0][0] in _SHARED:
                book.kinds[open_.text] = Counter({votes.most_common(1)[0][0]: 1})


def _join_short_forms(book: NameBook) -> None:
    for place, found in enumerate(book.found.values()):
        for mention in found:
            if mention.is_long and book.kind(mention, mention.text) is NameKind.PERSON:
                last = mention.text.rpartition(" ")[2]
                book.fuller.setdefault(last, {}).setdefault(mention.text, place)
    for last, fulls in book.fuller.items():
        if last in book.roles and len(fulls) == 1:
            book.roles.setdefault(next(iter(fulls)), book.roles[last])


def _roots(word: str) -> tuple[str, ...]:
    """Return the places that a word could be the demonym of."""
    if len(word) < _SHORTEST_DEMONYM or " " in word:
        return ()
    return tuple(word.removesuffix(end) for end in ("n", "an", "ian") if word.endswith(end))


def _is_name(mention: Mention, book: NameBook) -> bool:
    """Tell a name from a common word that opens its sentence."""
    if not mention.opens or mention.is_long or mention.kind is not None:
        return True
    return book.within[mention.text] > 0 or mention.text in book.fuller


def _name(text: str, mention: Mention, book: NameBook) -> Name:
    full = book.full_name(mention, text)
    kind = book.kind(mention, full)
    if mention.text in capitals() and _GOVERNS.match(text, mention.end):
        full, kind = capitals()[mention.text], NameKind.OTHER  # a government, not a place
    return Name(mention.text, mention.start, mention.end, full, kind)
