"""Whether looking for dates and figures in a fact can find any: asked first, since it is quick.

Each only says "no" where the patterns of `evidence` cannot match.
"""

import re
from collections.abc import Set

from facts.answering.language import word_set

_DATED = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "day", "tomorrow", "tonight", "last ", "ago", "later"),
    *("earlier", "centur"),
)
# With digits: years, hours and eras, or a month however short.
_NUMBERED = re.compile(r"(?:1\d|20)\d\d|\d:\d\d|\d ?[ap]\.?m|\d (?:ad|bc|ce)")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGIT = re.compile(r"\d")
_ODD_CASE = frozenset("\u0130\u0131\u017f\u212a")  # letters that ignoring case takes for i, s and k
NUMBER_WORDS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions "
    "dozen dozens half twice once both several zero third quarter single double couple"
)


def may_be_dated(text: str) -> bool:
    """Tell whether a text may hold a date."""
    if _odd(text):
        return True
    small = text.casefold()
    if any(sign in small for sign in _DATED):
        return True
    if not _DIGIT.search(small):
        return False
    return bool(_NUMBERED.search(small)) or any(month in small for month in _SHORT_MONTHS)


def may_count(text: str, folded: Set[str]) -> bool:
    """Tell whether a text, given with its folded words, may hold a number."""
    if _odd(text) or _DIGIT.search(text) or not NUMBER_WORDS.isdisjoint(folded):
        return True
    return any("'" in word for word in folded)  # "one's"


def _odd(text: str) -> bool:
    return not (text.isascii() or _ODD_CASE.isdisjoint(text))
