"""Whether two questions ask the same thing in other words, judged on their telling stems.

Used where questions are compared with questions: gaps are clustered by it, and phrasings found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from facts.answering import language
from facts.answering.kinds import Kind
from facts.answering.question import Question

SAME = 0.75  # three of four telling words, none of them a name, a number or a date
SHORTEST_SLIP = 5
_AMOUNTS = frozenset({Kind.HOW_MANY, Kind.HOW_MUCH})
_OPEN = frozenset({Kind.WHAT, Kind.YES_NO, Kind.HOW})


@dataclass(frozen=True, slots=True)
class Gist:
    """What a question comes to: its kind, its telling stems in order of the alphabet.

    `exact` are those that name something (names, numbers, dates): they may not be missing.
    """

    kind: Kind
    stems: tuple[str, ...]
    exact: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The stems as one string."""
        return " ".join(self.stems)


def gist(question: Question) -> Gist:
    """Return what a parsed question comes to, its repairs taken in."""
    telling = [term for term in question.terms if not term.frame] or list(question.terms)
    stems = {stem for term in telling for stem in term.forms[0].stems}
    exact = {
        stem
        for term in telling
        if term.number or term.date or term.name
        for stem in term.forms[0].stems
    }
    return Gist(question.kind, tuple(sorted(stems)), frozenset(exact))


def likeness(one: Gist, other: Gist) -> float:
    """Return how alike two questions are: 1 for the same stems in any order, 0 for different ones.

    A word may be left out or added, misspelt, or replaced by another word for the same thing; a
    name, a number or a date may not be missing, and no word may stand against a different one.
    """
    if not one.stems or not other.stems or not _kinds_agree(one.kind, other.kind):
        return 0.0
    left, right = _unmatched(one.stems, other.stems), _unmatched(other.stems, one.stems)
    if (left and right) or one.exact.intersection(left) or other.exact.intersection(right):
        return 0.0
    matched = len(one.stems) - len(left) + len(other.stems) - len(right)
    return matched / (len(one.stems) + len(other.stems))


def _unmatched(stems: Sequence[str], others: Sequence[str]) -> list[str]:
    return [stem for stem in stems if not any(_alike(stem, other) for other in others)]


def _alike(one: str, other: str) -> bool:
    if one == other or (other,) in _same_thing(one) or (one,) in _same_thing(other):
        return True
    long = min(len(one), len(other)) >= SHORTEST_SLIP and one[0] == other[0]
    if not long or not (one + other).isalpha():
        return False
    # Two correct words are two words, however near: only a slip is forgiven.
    slip = not (language.is_english(one) and language.is_english(other))
    return slip and OSA.distance(one, other, score_cutoff=1) <= 1


def _same_thing(stem: str) -> tuple[tuple[str, ...], ...]:
    return (*language.forms().get(stem, ()), *language.synonyms().get(stem, ()))


def _kinds_agree(one: Kind, other: Kind) -> bool:
    return one == other or {one, other} <= _AMOUNTS or bool(_OPEN & {one, other})
