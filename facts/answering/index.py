"""What a text is filed under in the full-text index, and what scoring then looks for in it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from facts.text import Word, stem, words

_HYPHENS = ("-", "\u2010", "\u2011")


@lru_cache(maxsize=8_192)  # a load asks several times about each of its facts
def filed_words(text: str) -> tuple[tuple[str, str], ...]:
    """Return the distinct (folded word, stem) of `text` in order, hyphenated words also joined."""
    return tuple(dict.fromkeys((word.folded, word.stem) for word in with_joined(text)))


def filed_stems(text: str) -> tuple[str, ...]:
    """Return the distinct stems of `text` in order, common words included."""
    return tuple(dict.fromkeys(stem for _, stem in filed_words(text)))


def with_joined(text: str) -> Iterator[Word]:
    """Yield the words of `text` and then, for each hyphenated pair, the pair written together."""
    plain = words(text)
    yield from plain
    yield from joined(text, plain)


def hyphenated(text: str) -> bool:
    """Tell whether any words of `text` may be joined by a hyphen."""
    return any(hyphen in text for hyphen in _HYPHENS)


def joined(text: str, plain: Iterable[Word]) -> Iterator[Word]:
    """Yield each hyphenated pair written together: cease-fire is found as ceasefire."""
    before: Word | None = None
    for word in plain:
        if before is not None and text[before.end : word.start] in _HYPHENS:
            together = before.folded + word.folded
            yield Word(before.start, word.end, together, stem(together))
        before = word
