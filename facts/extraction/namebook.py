"""What a document's sentences show together about its names: kinds, roles and full forms."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from facts.extraction.givennames import is_common, is_given
from facts.extraction.mentions import Mention
from facts.extraction.nameparts import PARTICLE
from facts.extraction.namewords import PLACE_ENDS, RATHER_GIVEN
from facts.extraction.places import cities, countries, demonyms
from facts.types import NameKind

_AS_A_FIRM = re.compile(
    r"['’]s\s|\s(?:said|says|expects|plans|announced|reported|flies|employs|sells|declined|owns|makes"
    r"|runs|was (?:hired|founded|fined|paid|bought|chosen|appointed|sold|set up|awarded)"
    r"|has \d|will (?:open|close|cut|build|pay|shut|buy|sell|hire|supply))\b"
    r"|,\s(?:owned by|founded in|based in|which|part of|set up in|listed in)\s"
)
_IN_A_ROW = re.compile(r"\sand\s[A-Z]|,\s[A-Z][a-z]+(?:,|\sand)\s|:\s[\d+-]|\s\|\s")
_SHORTEST_DEMONYM = 6
_SHORTEST_PLACE = 5


class Firms(NamedTuple):
    """The companies that a document names, each time it does: the sentence's place, the full name.

    `lead` is the one that its first sentence opens with; `only` tells that there is no other.
    """

    places: list[int]
    names: list[str]
    lead: str | None
    only: bool


@dataclass(slots=True)
class NameBook:
    """What a document's sentences show together about its names.

    `firms`, `told_kinds`, `named_bodies` and `several`, the nouns that it tells several of, are
    worked out once they are asked. `fullest` gives the company that a shorter form stands for.
    """

    kinds: dict[str, Counter[NameKind]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    within: Counter[str] = field(default_factory=Counter)
    fuller: dict[str, dict[str, int]] = field(default_factory=dict)
    given: dict[str, dict[str, int]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    defined: dict[str, str] = field(default_factory=dict)
    found: dict[str, list[Mention]] = field(default_factory=dict)
    short_bodies: set[str] = field(default_factory=set)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    firms: Firms | None = None
    several: dict[str, bool] = field(default_factory=dict)
    named_bodies: dict[str, int] | None = None
    told_kinds: dict[str, dict[str, int]] | None = None
    fullest: dict[str, str] = field(default_factory=dict)

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
        if len(so_far) == 1:
            return so_far[0]
        return self.fullest.get(mention.text) or self.whole_body(mention.text)

    def whole_body(self, short: str) -> str:
        """Return the one body of the document that "Rovers" or "Board" is short for."""
        whole = self.bodies.get(short, set())
        return next(iter(whole)) if len(whole) == 1 else short

    def _longer(self, text: str) -> dict[str, int]:
        key = text.casefold()
        return self.fuller.get(key) or self.given.get(key) or {}

    def country(self, word: str) -> str | None:
        """Return the country of a demonym, known or learned ("Torvian" beside "Torvia")."""
        if word in demonyms():
            return demonyms()[word]
        if not word.endswith("n"):
            return None  # as most words, which `roots_of` knows no place of
        return next((p for p in roots_of(word) if self.within[p] and not self._longer(p)), None)

    def kind(self, mention: Mention, full: str) -> NameKind:
        """Return what most mentions of the name show it to be."""
        if self.country(mention.text):
            return NameKind.OTHER
        explained = mention.text in self.defined
        if full != mention.text and self._longer(mention.text) and not explained:
            return NameKind.PERSON
        if mention.text.casefold() in self.fuller and not explained:
            return NameKind.PERSON
        whole, short = self.kinds.get(full), self.kinds.get(mention.text)
        apart = bool(whole and short) and whole is not short
        votes = whole + short if apart and whole and short else whole or short or Counter()
        if mention.text in self.short_bodies:
            few = votes[NameKind.ORGANISATION] + votes[NameKind.OTHER]
            if votes.total() <= few + (whole is None or short is None or apart):
                return NameKind.ORGANISATION
        if len(votes) == 1:
            return next(iter(votes))
        if votes:
            return max(votes, key=lambda kind: (votes[kind], kind is NameKind.PERSON))
        return _by_looks(full)


def _by_looks(name: str) -> NameKind:
    """Tell a person by words that no English text holds, else a body; a single word is neither."""
    parts = name.split(" ")
    if len(parts) == 1:
        if is_given(name):
            return NameKind.PERSON
        return NameKind.PLACE if looks_placed(name) else NameKind.OTHER
    if any(part.islower() and PARTICLE.match(part) for part in parts[1:-1]):
        return NameKind.PERSON  # "Jan de Boer"
    if parts[-1].endswith("ing") and is_common(parts[-1]):
        return NameKind.ORGANISATION  # "Granville Dining"
    known = parts[0] in countries() or parts[0] in cities()
    strange = len(parts) <= len("abc") and not any(is_common(word) for word in parts[known:])
    given = is_given(parts[0]) or parts[0] in RATHER_GIVEN
    if known and strange and not given and len(parts) == len(("Oxford", "Nanopore")):
        return NameKind.ORGANISATION
    return NameKind.PERSON if strange or given else NameKind.ORGANISATION


def is_strange(mention: Mention, book: NameBook, text: str) -> bool:
    """Tell a word that opens its sentence, and that nothing shows to be a name ("Goldcrest")."""
    if not mention.opens or mention.is_long or mention.kind is not None:
        return False
    if _IN_A_ROW.match(text, mention.end):
        return False  # "Volkswerk and Siemel fell", "Tampenang: 1,330 flats"
    unknown = not (book.kinds.get(mention.text) or book.country(mention.text))
    return unknown and book.kind(mention, mention.text) is NameKind.OTHER


def acts_as_firm(mention: Mention, book: NameBook, text: str) -> bool:
    """Tell "Kestrel's chief" of Kestrel Airways, a plain word that opens its sentence."""
    return mention.text in book.heads and bool(_AS_A_FIRM.match(text, mention.end))


def looks_placed(name: str) -> bool:
    """Tell a single word that ends as places do ("Corvania") and is no common one."""
    return len(name) >= _SHORTEST_PLACE and name.endswith(PLACE_ENDS) and not is_common(name)


def roots_of(word: str) -> tuple[str, ...]:
    """Return the places that a word could be the demonym of."""
    if not word.endswith("n") or len(word) < _SHORTEST_DEMONYM or " " in word:
        return ()
    return tuple(word.removesuffix(end) for end in ("n", "an", "ian") if word.endswith(end))
