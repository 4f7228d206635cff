"""The names of one document: kinds weighed over all mentions, short forms joined to full names."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from facts.extraction.mentions import Mention, mentions
from facts.extraction.places import capitals, demonyms
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


@dataclass(slots=True)
class NameBook:
    """What a document's sentences show together about its names."""

    kinds: dict[str, Counter[NameKind]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    within: Counter[str] = field(default_factory=Counter)
    fuller: dict[str, set[str]] = field(default_factory=dict)
    defined: dict[str, str] = field(default_factory=dict)
    found: dict[str, list[Mention]] = field(default_factory=dict)

    def full_name(self, mention: Mention) -> str:
        """Return the full form of a name; a short form that two people share stays as it is."""
        if mention.text in demonyms():
            return demonyms()[mention.text]
        if mention.text in self.defined:
            return self.defined[mention.text]
        longer = self.fuller.get(mention.text, set())
        return next(iter(longer)) if len(longer) == 1 and not mention.is_long else mention.text

    def kind(self, mention: Mention, full: str) -> NameKind:
        """Return what most mentions of the name show it to be."""
        if mention.text in demonyms():
            return NameKind.OTHER
        votes = self.kinds.get(full, Counter()) + self.kinds.get(mention.text, Counter())
        if votes:
            return max(votes, key=lambda kind: (votes[kind], kind is NameKind.PERSON))
        return NameKind.PERSON if full.count(" ") in (1, 2) else NameKind.OTHER


def book_of(sentences: Iterable[str]) -> NameBook:
    """Return the names of a document's sentences."""
    book = NameBook()
    for sentence in sentences:
        if sentence not in book.found:
            book.found[sentence] = mentions(sentence)
            for mention in book.found[sentence]:
                _enter(book, mention, sentence)
            book.defined |= {m[2]: m[1].removeprefix("The ") for m in _DEFINED.finditer(sentence)}
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


def _join_short_forms(book: NameBook) -> None:
    everyone = {m.text: m for found in book.found.values() for m in found if m.is_long}
    for full, mention in everyone.items():
        if book.kind(mention, full) is not NameKind.PERSON:
            continue
        last = full.rpartition(" ")[2]
        book.fuller.setdefault(last, set()).add(full)
        if last in book.roles:
            book.roles.setdefault(full, book.roles[last])


def _is_name(mention: Mention, book: NameBook) -> bool:
    """Tell a name from a common word that opens its sentence."""
    if not mention.opens or mention.is_long or mention.kind is not None:
        return True
    return book.within[mention.text] > 0 or mention.text in book.fuller


def _name(text: str, mention: Mention, book: NameBook) -> Name:
    full = book.full_name(mention)
    kind = book.kind(mention, full)
    if mention.text in capitals() and _GOVERNS.match(text, mention.end):
        full, kind = capitals()[mention.text], NameKind.OTHER  # a government, not a place
    return Name(mention.text, mention.start, mention.end, full, kind)
