"""Folding, words and stems. Offsets always refer to the original text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|\d+(?:[.,:]\d+)*"  # 6,500  3.4  00:48
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'"})
_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_stemmer = Stemmer.Stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place there, its folded form and its stem."""

    start: int
    end: int
    folded: str
    stem: str


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` without case, accents and apostrophe variants, for comparing only."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """Return the stem of a folded word (Snowball English, possessive removed)."""
    return str(_stemmer.stemWord(folded.removesuffix("'s").removesuffix("'")))


def words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    found = []
    for match in _WORD.finditer(text):
        folded = _folded(match.group())
        found.append(Word(match.start(), match.end(), folded, stem(folded)))
    return found


def _folded(raw: str) -> str:
    folded = fold(raw)
    return folded if raw[0].isdigit() else folded.replace(".", "")
