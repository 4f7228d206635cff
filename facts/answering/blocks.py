"""Words laid out so that those within a few slips of another are found without comparing all.

Each slip changes at most two of the letters that a word is made of, so words with other letters
need not be compared: of 10,000 words some hundreds are left.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

_FEW = 200  # words that are as quickly compared as sorted out


class Block:
    """Words of one length, and where there are many the letters of each."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._letters = _letters(words if len(words) > _FEW else ())

    def near(self, word: str, slips: int) -> Iterator[tuple[str, int]]:
        """Yield the words within so many slips (optimal string alignment), with how many."""
        alike = self._alike(word, 2 * slips) if self._letters.size else self.words
        found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return ((other, int(distance)) for other, distance, _ in found)

    def _alike(self, word: str, most: int) -> Sequence[str]:
        """Return the words that are made of the same letters but for so many."""
        different = np.bitwise_count(self._letters ^ _letters_of(word))
        return [self.words[at] for at in (different <= most).nonzero()[0].tolist()]


@lru_cache(maxsize=8)  # the same word is looked for in many blocks
def _letters_of(word: str) -> np.uint32:
    return np.uint32(_letters([word])[0])


def _letters(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return for each word of one length a bit for each of its letters; some letters share one."""
    if not words:
        return np.array([], np.uint32)
    written = np.array(words, dtype=np.str_)
    letters = written.view(np.uint32).reshape(len(words), -1) & np.uint32(31)
    return np.asarray(np.bitwise_or.reduce(np.uint32(1) << letters, axis=1), np.uint32)
