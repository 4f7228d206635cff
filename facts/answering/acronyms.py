"""What letters stand for: as a question asks it, and as a fact writes them out."""

import re
from collections.abc import Sequence

from facts.answering.language import english_words
from facts.extraction.definitions import definitions
from facts.text import Word
from facts.types import Span

_LETTERS = r"(?:the |an? )?([a-z0-9&-]{2,9})"
# Of letters alone: any word may have a meaning.
_MEANS = re.compile(rf"what (?:does|do|did) {_LETTERS} mean|(?:the )?meaning of {_LETTERS}")
_STANDS = (
    re.compile(
        rf"(?:what (?:does|do|did|is|are) )?{_LETTERS} (?:(?:stands?|standing|short) for"
        r"|(?:an? |the )?(?:acronym|abbreviation)(?: of| for)?|full (?:form|name))"
    ),
    re.compile(rf"(?:what(?:'s| is) )?(?:the )?(?:full (?:form|name)|long form) of {_LETTERS}"),
    _MEANS,
)
_FULL = r"(?P<full>[A-Z][\w’'&-]*(?:\s(?:(?:of|the|for|and|in|on|&)\s)*[A-Z][\w’'&-]*){1,9})"
_BETWEEN = r",?\s(?:\(|(?:which\s)?(?:stands|is short) for\s|or\s)?(?:the\s)?"


def asked_letters(text: str, asked: Sequence[Word]) -> Word | None:
    """Return the word of a question that it asks to be written out: "what does the MPC stand for".

    A word of English counts only in capitals: "what does the flag stand for" asks something else.
    """
    small = " ".join(word.folded for word in asked)
    for pattern in _STANDS:
        if found := pattern.fullmatch(small):
            letters = next(group for group in found.groups() if group)
            word = next(word for word in asked if word.folded == letters)
            capitals = text[word.start : word.end].isupper()
            other = pattern is not _MEANS and letters not in english_words()
            return word if capitals or other else None
    return None


def written_out(text: str, letters: str) -> Span | None:
    """Return the name that a text gives letters for: "Payments Authority" of "(PA)"."""
    asked = letters.casefold()
    for one in definitions(text):
        if one.short.casefold() == asked:
            return one.span
    short = re.escape(letters.upper())
    behind = rf"\b{short}\b{_BETWEEN}{_FULL}"
    ahead = rf"\b{_FULL},?\s(?:or|known as|abbreviated (?:as|to)|called)\s(?:the\s)?{short}\b"
    for pattern in (behind, ahead):
        for found in re.finditer(pattern, text):
            full = found["full"].removeprefix("The ")
            if _initials(full) == letters.upper():
                return Span(found.end("full") - len(full), found.end("full"))
    return None


def _initials(full: str) -> str:
    return "".join(word[0] for word in full.split(" ") if word[0].isupper())
