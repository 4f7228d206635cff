"""The word lists shipped with the product, read once: stop words, forms, synonyms, English.

Everything that looks at words asks here, so that a list is folded and stemmed the same way as the
texts it is compared with.
"""

import gzip
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType

from facts.text import fold, stem, words

WORDS_IN_A_FACT = 22  # the mean length of the sentences measured
UNSEEN = 1e-7  # share of running text of a word that the list does not hold

Stems = tuple[str, ...]
# The endings of regular forms, and what stands there in the word itself.
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("'s", ""), ("ed", ""), ("ed", "e"), ("ied", "y")),
    *(("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("ers", ""), ("ly", ""), ("ness", "")),
)
_NOT_VERBS = "# Not verbs."
_ABBREVIATIONS = "# Abbreviations."


def lines(name: str) -> Iterator[str]:
    """Return the lines of a shipped list, without its comments."""
    text = (files("facts.answering") / "resources" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(listed.split())


_NOUNS_AMONG_VERBS = word_set(
    "choice flight growth knowledge loss losses proof sale sales shooting song speech winner "
    "winners writer goes does has"
)
_NOUNS_FIRST = word_set("be do have wind strike bear")  # a wind is not wound


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Return the folded words that find nothing by themselves."""
    return frozenset(fold(word) for line in lines("stop.txt") for word in line.split())


@lru_cache(maxsize=1)
def english_words() -> Mapping[str, float]:
    """Return the share of running text of each common English word."""
    raw = (files("facts.answering") / "resources" / "english.txt.gz").read_bytes()
    shares: dict[str, float] = {}
    for line in gzip.decompress(raw).decode().splitlines():
        bucket, *listed = line.split()
        shares.update(dict.fromkeys(listed, 2 ** (-int(bucket) / 4)))
    return MappingProxyType(shares)


@lru_cache(maxsize=1)
def _english_stems() -> Mapping[str, float]:
    shares: dict[str, float] = defaultdict(float)
    for word, share in english_words().items():
        shares[stem(word)] += share
    return MappingProxyType(dict(shares))


def is_english(folded: str) -> bool:
    """Tell whether a folded word is a correct English word in any form."""
    return folded in english_words() or stem(folded) in _english_stems()


def is_word(folded: str) -> bool:
    """Tell whether a folded word is listed, or a regular form of a listed word.

    Stricter than `is_english`: "placee" has an English stem, but is no word.
    """
    listed = english_words()
    return folded in listed or any(
        folded.endswith(ending) and folded.removesuffix(ending) + base in listed
        for ending, base in _ENDINGS
    )


def background(stemmed: str) -> float:
    """Return the share of English sentences that hold a word with this stem."""
    share = _english_stems().get(stemmed, UNSEEN)
    return 1 - math.exp(-WORDS_IN_A_FACT * share)


@lru_cache(maxsize=1)
def forms() -> Mapping[str, tuple[Stems, ...]]:
    """Return for a stem the other stems of the same word: irregular forms, spellings, peoples."""
    return _groups("forms.txt", everyone=True)


@lru_cache(maxsize=1)
def irregular_verbs() -> tuple[tuple[str, ...], ...]:
    """Return verbs with their irregular past forms: the groups above the mark in the list."""
    text = (files("facts.answering") / "resources" / "forms.txt").read_text(encoding="utf-8")
    groups = (line.split() for line in text.partition(_NOT_VERBS)[0].splitlines())
    return tuple(
        tuple(word for word in group if word not in _NOUNS_AMONG_VERBS)
        for group in groups
        if group and group[0] != "#"
    )


@lru_cache(maxsize=1)
def irregular_pasts() -> frozenset[str]:
    """Return the irregular past forms of verbs."""
    return frozenset(form for group in irregular_verbs() for form in group[1:]) | {"born"}


@lru_cache(maxsize=1)
def synonyms() -> Mapping[str, tuple[Stems, ...]]:
    """Return for a stem other words for the same thing, each as stems that belong together."""
    return _told_as("synonyms.txt")


@lru_cache(maxsize=1)
def wider() -> Mapping[str, tuple[Stems, ...]]:
    """Return for a stem the words in which a document may tell the same, as stems likewise."""
    return _told_as("otherwords.txt")


def _told_as(name: str) -> Mapping[str, tuple[Stems, ...]]:
    listed = _groups(name, everyone=False)
    told = {key: dict.fromkeys(chain.from_iterable(map(in_time, g))) for key, g in listed.items()}
    return MappingProxyType({key: tuple(s for s in g if key not in s) for key, g in told.items()})


def in_time(stems: Stems) -> tuple[Stems, ...]:
    """Return a listed verb, of one word or several, and its past forms: "take office", "took"."""
    return (stems, *((past, *stems[1:]) for past in _pasts().get(stems[0], ())))


@lru_cache(maxsize=1)
def _pasts() -> Mapping[str, tuple[str, ...]]:
    """Return the stems of the past forms of each irregular verb, by the stem of the verb."""
    verbs = (group for group in irregular_verbs() if group[0] not in _NOUNS_FIRST)
    return {stem(base): tuple(dict.fromkeys(map(stem, past))) for base, *past in verbs}


@lru_cache(maxsize=1)
def wordnet() -> Mapping[str, tuple[Stems, ...]]:
    """Return for a stem other words that share a usual sense with it in WordNet."""
    raw = (files("facts.answering") / "resources" / "wordnet.txt.gz").read_bytes()
    found: dict[str, dict[Stems, None]] = defaultdict(dict)
    for line in gzip.decompress(raw).decode().splitlines():
        asked, *others = map(stem, line.split())
        found[asked].update(dict.fromkeys((other,) for other in others))
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    """Return the short forms that stand for common words, not for a name: "ceo", "q3"."""
    text = (files("facts.answering") / "resources" / "synonyms.txt").read_text(encoding="utf-8")
    listed = text.partition(_ABBREVIATIONS)[2].splitlines()
    return frozenset(line.split()[0] for line in listed if line.strip())


def _groups(name: str, *, everyone: bool) -> Mapping[str, tuple[Stems, ...]]:
    """Map stems to their group: of every member, or of the first one only."""
    found: dict[str, dict[Stems, None]] = defaultdict(dict)
    for line in lines(name):
        members = [_stems(member) for member in line.split()]
        for asked in members if everyone else members[:1]:
            if len(asked) == 1:
                others = dict.fromkeys(m for m in members if m != asked and asked[0] not in m)
                found[asked[0]].update(others)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def _stems(member: str) -> Stems:
    return tuple(word.stem for word in words(member.replace("_", " ")))
