"""Whether looking for dates and figures in a fact can find any: asked first, since it is quick.

Each only says "no" where the patterns of `evidence` cannot match.
"""

import re
from collections.abc import Iterable, Sequence

from facts.answering.language import word_set
from facts.anycase import ODD_CASE

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_DAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("today", "yesterday"),
)
_DATED = ("tomorrow", "tonight", "last ", "ago", "later", "earlier", "centur")
_SHORT_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
# With digits: years, hours and eras, or a month however short before or after a number.
_NUMBERED = re.compile(
    r"(?:1\d|20)\d\d|\d:\d\d|\d ?[ap]\.?m(?![a-z])|\d (?:ad|bce?|ce)(?![a-z])"
    rf"|\d(?:st|nd|rd|th)?(?: of)? {_SHORT_MONTH}|{_SHORT_MONTH}[a-z]*\.?,? (?:of )?\d"
)
_DIGIT = re.compile(r"\d")
_APOSTROPHES = ("'", "’", "ʼ", "`", "‘")
NUMBER_WORDS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions "
    "dozen dozens half twice once both several zero third quarter single double couple"
)


def small_letters(text: str) -> str | None:
    """Return a text in small letters to look for signs in; None where they do not tell."""
    if text.isascii():
        return text.lower()
    return text.casefold() if ODD_CASE.isdisjoint(text) else None


def may_hold(small: str | None, signs: Sequence[str]) -> bool:
    """Tell whether a text, in small letters, may hold any of these runs of plain letters."""
    return small is None or any(map(small.__contains__, signs))


def may_be_dated(small: str | None) -> bool:
    """Tell whether a text, in small letters, may hold a date."""
    if small is None or may_hold(small, _DATED) or may_hold(small, _MONTHS):
        return True
    if "day" in small and may_hold(small, _DAYS):
        return True
    return bool(_DIGIT.search(small) and _NUMBERED.search(small))


def may_hold_digits(small: str | None) -> bool:
    """Tell whether a text, in small letters, may hold a number in digits."""
    return small is None or bool(_DIGIT.search(small))


def may_spell_numbers(small: str | None, folded: Iterable[str]) -> bool:
    """Tell whether a text, in small letters and with its folded words, may spell a number out."""
    if small is None or not NUMBER_WORDS.isdisjoint(folded):
        return True
    return may_hold(small, _APOSTROPHES)  # "one's"
