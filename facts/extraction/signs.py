"""Signs looked for before a costly pattern: words or letters of which it needs one, as they stand.

Most sentences hold none, and to look for a few words is many times as quick as any pattern.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = re.compile(r"[a-z]+")


def lower(text: str) -> str:
    """Return `text` in lower case and of equal length, so that places in it stay the same."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def holds(text: str, signs: Iterable[str]) -> bool:
    """Tell whether any of the signs stands in a text, within a word too."""
    for sign in signs:  # noqa: SIM110 - quicker than `any` with a generator
        if sign in text:
            return True
    return False


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, cut at all but the letters from a to z.

    Asked at many places of each sentence of a document: to look for words in it is quicker than
    any pattern of them.
    """
    return frozenset(_LETTERS.findall(text.lower()))
