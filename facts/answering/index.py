"""What a text is filed under, and what scoring then looks for in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from facts.text import Word, meant, stem, words

# One object for each place, and not one for each word of each fact that is remembered.
_ALONE = tuple((at,) for at in range(256))
_HYPHENS = ("-", "\u2010", "\u2011")
_HYPHEN = re.compile("[-\u2010\u2011]")


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
    return "-" in text or (not text.isascii() and ("\u2010" in text or "\u2011" in text))


def joined(text: str, plain: Iterable[Word]) -> Iterator[Word]:
    """Yield each hyphenated pair written together: cease-fire is found as ceasefire."""
    before: Word | None = None
    for word in plain:
        if before is not None and text[before.end : word.start] in _HYPHENS:
            together = before.folded + word.folded
            yield Word(before.start, word.end, together, stem(together))
        before = word


@lru_cache(maxsize=8_000)
def stems_of(text: str) -> frozenset[str]:
    """Return the distinct stems of `text`, for comparing only."""
    stems = frozenset(stemmed for _, stemmed in meant(text))
    if not hyphenated(text):
        return stems
    return stems.union(word.stem for word in joined(text, words(text)))


def stem_places(found: Sequence[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """Return at which words each stem stands; `found` are the words with their stems."""
    by_stem: dict[str, tuple[int, ...]] = {}
    short = len(found) <= len(_ALONE)
    alone = _ALONE if short else [(at,) for at in range(len(found))]
    for place, (_, stemmed) in zip(alone, found, strict=False):
        known = by_stem.get(stemmed)
        by_stem[stemmed] = place if known is None else (*known, *place)
    return by_stem


def hyphened(text: str, at: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the words, of those that stand at these places, that a hyphen joins to the next."""
    begins = {start: place for place, (start, _) in enumerate(at)}
    for hyphen in _HYPHEN.finditer(text):
        after = begins.get(hyphen.end(), 0)
        if after and at[after - 1][1] == hyphen.start():
            yield after - 1
