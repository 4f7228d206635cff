"""Coins of lands that no list knows: "3.2 million tol", "40m dena", "14 lurra"."""

import re
from functools import lru_cache

from facts.answering.language import english_words, is_word
from facts.extraction.givennames import given_names
from facts.reading.wordlist import word_list
from facts.text import fold

_WORD = re.compile(r"\s(?P<word>[a-z]{3,14})\b(?![-’'])")
_MILLIONS = re.compile(r"m\s(?P<word>[a-z]{2,14})\b(?![-’'])")
_PAID = re.compile(
    r"\b(?:costs?|paid|pays?|worth|fined?|earn(?:s|ed)?|charg(?:e|es|ed)|ow(?:e|es|ed)|sold for"
    r"|(?:price|fee|loan|budget|debt|wage|bill|cost|grant) of)\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
# A word of fewer than one in so many of running English is hardly what "40m" measures.
_RARE = 2**-20
# "won" is a verb as well, and counts only where a sum is paid.
_COINS = word_list(
    "afghani birr cedi dalasi dram dirham dong escudo guarani hryvnia kina kip kroon kuna kwacha"
    " lari lati lats lei lek lempira leone leva lira litas loti manat metical naira pataca pula"
    " quetzal rand riel ringgit rupiah shilling som somoni taka tala tenge tolar tugrik vatu won"
    " yuan zloty"
)


def odd_word(text: str, end: int) -> re.Match[str] | None:
    """Return the word behind a number that English does not know, or that is a coin."""
    found = _WORD.match(text, end)
    word = found["word"] if found else "won"
    return found if _is_odd(word) or (word in _COINS and word != "won") else None


def coins_in_millions(text: str, end: int) -> re.Match[str] | None:
    """Return the coin with which "40" goes on to "40m dena": millions, and no metres."""
    found = _MILLIONS.match(text, end)
    return found if found and _is_coin(found["word"]) else None


def coin_paid(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return a rare word behind the number from `start` to `end` where a sum is paid or asked."""
    found = _WORD.match(text, end)
    if found is None or not _PAID.search(text, max(0, start - 30), start):
        return None
    return found if _is_coin(found["word"]) else None


@lru_cache(maxsize=4096)
def _is_odd(word: str) -> bool:
    return not is_word(fold(word))


@lru_cache(maxsize=4096)
def _is_coin(word: str) -> bool:
    """Tell a coin from "40m astern": no English word, or a rare one that is a name or a coin."""
    folded = fold(word)
    rare = english_words().get(folded, 0.0) < _RARE
    return word in _COINS or _is_odd(word) or (rare and folded in given_names())
