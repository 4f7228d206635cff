"""Short names that a text itself explains in brackets: "World Water Organization (WWO)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.types import Span

_ACRONYM = re.compile(r"\((?:the )?(?P<short>[A-Z]{2,8})\)")
_WORD = re.compile(r"[\w’'&-]+")
_CALLED = re.compile(
    r"(?P<full>[A-Z][\w’'&-]*(?:\s(?:of|the|for|and|&|[A-Z][\w’'&.-]*)){0,7}(?:\splc)?)\s"
    r"\((?P<shorts>(?:the |hereinafter |hereafter |together |referred to as |or )*[“\"‘](?:the )?"
    r"[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3}[”\"’]"
    r"(?:,?\s(?:or|and)\s(?:the\s)?[“\"‘][^()]{1,40}[”\"’]){0,2})\)"
)
_SHORT = re.compile(r"[“\"‘](?:the )?(?P<short>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3})[”\"’]")
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Definition:
    """A short name with the full one and where that stands."""

    short: str
    full: str
    span: Span


def definitions(text: str) -> Iterator[Definition]:
    """Yield the short names that a sentence defines in brackets."""
    if "(" not in text:
        return
    for match in _ACRONYM.finditer(text):
        span = _spelled_out(text, match.start(), match["short"])
        if span:
            yield Definition(match["short"], span.of(text), span)
    for match in _CALLED.finditer(text):
        full = match["full"].removeprefix("The ")
        span = Span(match.end("full") - len(full), match.end("full"))
        for called in _SHORT.finditer(match["shorts"]):
            yield Definition(called["short"], full, span)


def _spelled_out(text: str, end: int, short: str) -> Span | None:
    """Return the words before a bracket whose capitals spell the acronym in it."""
    words = list(_WORD.finditer(text, 0, end))[-_MOST_WORDS:]
    letters = short
    for word in reversed(words):
        written = word.group()
        if written[0].isupper():
            if written[0] != letters[-1]:
                return None
            letters = letters[:-1]
            if not letters:
                return Span(word.start(), len(text[:end].rstrip()))
        elif written not in ("of", "the", "for", "and", "in", "on", "to", "de", "des", "du", "la"):
            return None
    return None
