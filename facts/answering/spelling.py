"""The store's vocabulary: how rare a word is, and which of the store's words was meant.

One value per version of the store; services build it from the term table and cache it. Words are
compared by rapidfuzz (optimal string alignment) within blocks of the same beginning and similar
length, so that 200,000 words stay fast.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.answering import language
from facts.answering.aliases import Alias
from facts.answering.blocks import Block
from facts.text import stem

PRIOR_FACTS = 1_000  # how many facts the background frequencies weigh as much as
SHORTEST_REPAIRED = 4
LEFT_OUT = 0.6
SHORT = 4  # up to here a slip leaves little to go by
TWO_SLIPS_FROM = 7
MOST_REPAIRS = 4
MOST_REMEMBERED = 2_000
_NEIGHBOURS = {
    "q": "wa",
    "w": "qeas",
    "e": "wrsd",
    "r": "etdf",
    "t": "ryfg",
    "y": "tugh",
    "u": "yihj",
    "i": "uojk",
    "o": "ipkl",
    "p": "ol",
    "a": "qwsz",
    "s": "awedzx",
    "d": "serfxc",
    "f": "drtgcv",
    "g": "ftyhvb",
    "h": "gyujbn",
    "j": "huiknm",
    "k": "jiolm",
    "l": "kop",
    "z": "asx",
    "x": "zsdc",
    "c": "xdfv",
    "v": "cfgb",
    "b": "vghn",
    "n": "bhjm",
    "m": "njk",
}
_SOUNDS = (
    *(("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ya", "ia"), ("yu", "iu")),
)
_LETTER_SOUNDS = str.maketrans(
    {"y": "i", "j": "i", "w": "v", "q": "k", "c": "k", "x": "ks", "z": "s"}
)
_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Repair:
    """A word of the store that an unknown word may stand for; `nearness` is 1 when sure."""

    word: str
    stem: str
    nearness: float


def sound(folded: str) -> str:
    """Return a rough key that transliterations of one name share (Aliyev, Aliev)."""
    for written, heard in _SOUNDS:
        folded = folded.replace(written, heard)
    return _DOUBLED.sub(r"\1", folded.translate(_LETTER_SOUNDS)).removeprefix(" ")


class Vocabulary:
    """The distinct words of a store, their stems, and the number of facts that hold each stem."""

    def __init__(
        self,
        stems: Mapping[str, str],
        counts: Mapping[str, int],
        total_facts: int,
        aliases: Sequence[Alias] = (),
    ) -> None:
        self.aliases = tuple(aliases)
        self._aliased = frozenset(s for alias in aliases for s in (*alias.one, *alias.other))
        self._stems, self._counts, self.total_facts = stems, counts, total_facts
        self._repaired: dict[str, tuple[Repair, ...]] = {}  # a question asks twice of a word
        starts: dict[str, list[str]] = defaultdict(list)
        middles: dict[str, list[str]] = defaultdict(list)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in sorted(stems):
            if len(word) < SHORTEST_REPAIRED or word[0].isdigit():
                continue
            starts[f"{word[0]}{len(word)}"].append(word)
            middles[f"{word[1:3]}{len(word)}"].append(word)
            self._sounds[sound(word)].append(word)
        self._starts = {key: Block(block) for key, block in starts.items()}
        self._middles = {key: Block(block) for key, block in middles.items()}

    @classmethod
    def build(
        cls,
        words: Iterable[tuple[str, str, int]],
        total_facts: int,
        aliases: Sequence[Alias] = (),
    ) -> "Vocabulary":
        """Build from (folded word, stem, number of facts that hold the stem), and the aliases."""
        stems: dict[str, str] = {}
        counts: dict[str, int] = {}
        for word, stemmed, count in words:
            stems[word] = stemmed
            counts[stemmed] = max(count, counts.get(stemmed, 0))
        return cls(stems, counts, total_facts, aliases)

    def count(self, stemmed: str) -> int:
        """Return how many facts hold the stem."""
        return self._counts.get(stemmed, 0)

    def knows(self, stemmed: str) -> bool:
        """Tell whether any fact holds the stem."""
        return self._counts.get(stemmed, 0) > 0

    def is_aliased(self, stemmed: str) -> bool:
        """Tell whether the desk's own aliases use the stem: such a word is not misspelt."""
        return stemmed in self._aliased

    def rarity(self, stemmed: str) -> float:
        """Return how telling a stem is: the store's counts blended with common English."""
        expected = PRIOR_FACTS * language.background(stemmed)
        return math.log((self.total_facts + PRIOR_FACTS) / (self.count(stemmed) + 0.5 + expected))

    def repair(self, word: str, most: int = MOST_REPAIRS) -> tuple[Repair, ...]:
        """Return the store's words that the unknown folded `word` may stand for, best first."""
        if len(word) < SHORTEST_REPAIRED - 1 or any(c.isdigit() for c in word):
            return ()
        ranked = self._repaired.get(word)
        if ranked is None:
            if len(self._repaired) >= MOST_REMEMBERED:
                self._repaired.clear()
            ranked = self._repaired[word] = self._ranked(word)
        return ranked[:most]

    def _ranked(self, word: str) -> tuple[Repair, ...]:
        if len(word) < SHORTEST_REPAIRED:
            return self._letter_left_out(word)
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        found = dict.fromkeys(self._sounds.get(sound(word), ()), 0)  # alike: that is no slip
        for block in self._blocks(word, slips):
            for other, distance in block.near(word, slips):
                found.setdefault(other, distance)
        repairs = (Repair(o, self._stems[o], _nearness(word, o, s)) for o, s in found.items())
        ranked = sorted(repairs, key=lambda r: (-r.nearness, -self.count(r.stem), r.word))
        return distinct(ranked)

    def _letter_left_out(self, word: str) -> tuple[Repair, ...]:
        """Return the words of one letter more that begin alike ("Jhn"); no other slip is likely."""
        block = self._starts.get(f"{word[0]}{len(word) + 1}", Block(()))
        near = (other for other, _ in block.near(word, 1))
        repairs = (Repair(o, self._stems[o], LEFT_OUT) for o in near)
        return distinct(sorted(repairs, key=lambda r: (-self.count(r.stem), r.word)))

    def _blocks(self, word: str, slips: int) -> Iterable[Block]:
        none, lengths = Block(()), range(len(word) - slips, len(word) + slips + 1)
        for length in lengths:
            yield self._starts.get(f"{word[0]}{length}", none)
            yield self._middles.get(f"{word[1:3]}{length}", none)
        yield self._middles.get(f"{word[:2]}{len(word) + 1}", none)  # first letter left out
        for length in lengths:  # first two letters exchanged, or one too many
            yield self._starts.get(f"{word[1]}{length}", none)

    def split(self, word: str) -> tuple[str, ...]:
        """Return the stems of two known words that the unknown `word` joins, or nothing."""
        cuts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
        known = [cut for cut in cuts if all(part in self._stems for part in cut)]
        best = max(known, key=lambda cut: min(map(len, cut)), default=())
        return tuple(self._stems[part] for part in best)

    def join(self, first: str, second: str) -> str | None:
        """Return the stem of the word that two question words make when written together."""
        return self._stems.get(first + second)


def _nearness(word: str, other: str, slips: int) -> float:
    """Weigh a repair: by its slips, less when the first letter differs or the word is short.

    Words that sound alike are told by no slip.
    """
    if not slips:
        return 0.95
    nearness = {1: 0.9, 2: 0.65}.get(slips, 0.4)
    if word[0] != other[0]:
        nearness *= 0.8
    if slips == 1 and len(word) == len(other) and not _slip_of_finger(word, other):
        nearness -= 0.05
    return nearness if len(word) > SHORT else nearness * 0.85


def _slip_of_finger(word: str, other: str) -> bool:
    """Tell whether two words of one length differ by a neighbouring key or an exchange."""
    differing = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(differing) == 2 or all(b in _NEIGHBOURS.get(a, "") for a, b in differing)


def distinct(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """Keep the first repair to each stem."""
    by_stem: dict[str, Repair] = {}
    for repair in repairs:
        by_stem.setdefault(repair.stem, repair)
    return tuple(by_stem.values())


@lru_cache(maxsize=1)
def english() -> Vocabulary:
    """Return the shipped English words as a vocabulary; a commoner word counts as more facts."""
    shares = language.english_words()
    rows = ((word, stem(word), 1 + int(share * 1e8)) for word, share in shares.items())
    return Vocabulary.build(rows, 1)
