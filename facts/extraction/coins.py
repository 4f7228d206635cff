"""Coins of lands that no list knows: "3.2 million tol", "40m dena", "14 lurra"."""

import re
from functools import lru_cache

from facts.answering.language import english_words, is_word
from facts.text import fold

_WORD = re.compile(r"\s(?P<word>[a-z]{3,14})\b(?![-’'])")
_MILLIONS = re.compile(r"m\s(?P<word>[a-z]{2,14})\b(?![-’'])")
# A word of fewer than one in so many of running English is hardly what "40m" measures.
_RARE = 2**-20
_SWUM = frozenset({"backstroke", "breaststroke", "steeplechase", "walkway", "footbridge"})


def odd_word(text: str, end: int) -> re.Match[str] | None:
    """Return the word behind a number that English does not know."""
    found = _WORD.match(text, end)
    return found if found and _is_odd(found["word"]) else None


def coins_in_millions(text: str, end: int) -> re.Match[str] | None:
    """Return the coin with which "40" goes on to "40m dena": millions, and no metres."""
    found = _MILLIONS.match(text, end)
    return found if found and _is_rare(found["word"]) else None


@lru_cache(maxsize=4096)
def _is_odd(word: str) -> bool:
    return not is_word(fold(word))


@lru_cache(maxsize=4096)
def _is_rare(word: str) -> bool:
    return english_words().get(fold(word), 0.0) < _RARE and word not in _SWUM
