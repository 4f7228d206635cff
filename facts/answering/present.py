"""Whether a question asks how things are now: its answer opens with "As of ..."."""

from facts.answering.evidence import date_sort
from facts.answering.language import word_set
from facts.text import words

_NOW = word_set("now currently today still nowadays presently yet")
_PRESENT = word_set("is are am does do has have who's what's where's how's when's isn't aren't")
_PAST = word_set("was were did had wasn't weren't didn't hadn't been")
_AHEAD = word_set("will would shall won't going")
_ASKING = word_set("who what when where which why how whose whom many much")


def asks_of_now(text: str) -> bool:
    """Tell whether a question is in the present tense, and of no date of its own."""
    asked = [word.folded for word in words(text)]
    if any(date_sort(word) for word in asked):
        return False
    if _NOW.intersection(asked):
        return True
    first = next((w for w in asked if w in _PRESENT | _PAST | _AHEAD), None)
    asks = bool(asked) and (asked[0] in _PRESENT or bool(_ASKING.intersection(asked[:3])))
    return asks and first in _PRESENT and not _PAST.intersection(asked)
