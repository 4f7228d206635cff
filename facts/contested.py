"""Contested terms: words that take a side, found in a fact as its document writes them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from facts.text import fold


def contested_in(text: str, terms: Sequence[str]) -> tuple[str, ...]:
    """Return the contested terms that a text uses, as it writes them, in their order.

    Whole words, whatever their case, accents and spaces.
    """
    if not terms:
        return ()
    folded, places = _folded(text)
    found = []
    for match in _pattern(tuple(terms)).finditer(folded):
        start, end = places[match.start()], places[match.end() - 1] + 1
        found.append((start, text[start:end]))
    return tuple(dict.fromkeys(words for _, words in sorted(found)))


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each character of that its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in fold(letter):
            letters.append(part)
            places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=16)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: of "occupied" and "illegally occupied" the whole is meant.
    ordered = sorted({fold(term) for term in terms}, key=lambda term: (-len(term), term))
    words = (r"\s+".join(map(re.escape, term.split())) for term in ordered if term.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
