"""Patterns that take capitals for small letters, looked for in small letters.

Letter by letter `re.IGNORECASE` takes two to four times as long.
"""

import re
from collections.abc import Iterator
from functools import cached_property

_ESCAPED = re.compile(r"\\.", re.DOTALL)
# Letters that ignoring case takes for others, which making them small does not.
ODD_CASE = frozenset("\u0130\u0131\u017f\u212a")


class AnyCase:
    """A pattern in small letters, which finds what `re.IGNORECASE` would, at the same places.

    What a match says is in small letters. Raises ValueError for a pattern with a capital.
    """

    def __init__(self, pattern: str) -> None:
        plain = _ESCAPED.sub("", pattern)
        if plain != plain.lower():
            raise ValueError(f"the pattern holds a capital: {pattern}")
        self._small = re.compile(pattern)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(self._small.pattern, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in `text`."""
        small = _small_letters(text)
        return self._any.search(text) if small is None else self._small.search(small)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in `text`, as `re.finditer` does."""
        small = _small_letters(text)
        return self._any.finditer(text) if small is None else self._small.finditer(small)


def blanked(what: AnyCase | re.Pattern[str], text: str) -> str:
    """Return a text of the same length with spaces for what is found in it."""
    for found in what.finditer(text):
        start, end = found.span()
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _small_letters(text: str) -> str | None:
    """Return a text in small letters, each at its place; None where they do not tell the same."""
    if text.isascii():
        return text.lower()
    small = text.lower()
    return small if ODD_CASE.isdisjoint(text) and len(small) == len(text) else None
