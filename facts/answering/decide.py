"""From ranked facts to one of the answers: found, a choice, or nothing with a reason."""

import math
from collections.abc import Mapping, Sequence

from facts.answering import weights
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking
from facts.answering.types import RankedFact, Status
from facts.answering.weights import Thresholds

CLEAR, SAID, UPDATED, CLOSE, DIFFERS = "clear", "said", "updated", "close", "differs"
NO_WORDS, NOTHING, NOT_GIVEN = "no_words", "nothing_on_subject", "not_given"

# A fact this much less likely than the best is no choice, only noise beside it.
OFFERED_ABOVE_SHARE = 0.05
# However sure, two facts this near to each other are a choice (changes nothing on the sets).
LEAST_LEAD = 0.2
SUBJECT_THERE = 0.45  # share of the question's weight found together in one fact


# What is asked about another day, place, name or office than the fact's is not given at all.
_ELSEWHERE = frozenset(
    {Lack.DATE, Lack.PLACE, Lack.HOLDER, Lack.NAME, Lack.ROLE, Lack.SPEAKER, Lack.NUMBER}
)


def confidence(signs: Mapping[str, float]) -> float:
    """Return how likely the best fact answers, from 0 to 1."""
    total = _worth(weights.CONFIDENCE, signs)
    if signs.get("untitled"):
        total += _worth(weights.UNTITLED, signs)
    return 1 / (1 + math.exp(-total))


def _worth(table: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return sum(worth * signs.get(name, 0.0) for name, worth in table.items())


def decide(
    question: Question,
    sure: float,
    best: Mapping[str, float],
    lead: float,
    thresholds: Thresholds,
    lacking: Sequence[Lacking] = (),
) -> tuple[Status, str]:
    """Return the status and its reason.

    `best` are the parts of the best fact, `lead` is how far it is ahead of the next, and
    `lacking` what it does not bear out: however sure, such a fact is never the answer.
    """
    if not question.terms:
        return Status.UNKNOWN, NO_WORDS
    given = best["window"] >= SUBJECT_THERE
    elsewhere = any(lack.kind in _ELSEWHERE and not lack.open for lack in lacking)
    if (best["date_differs"] or elsewhere) and sure >= thresholds.offer_above:
        return Status.UNKNOWN, NOT_GIVEN
    if sure >= thresholds.answer_only_above and lead >= LEAST_LEAD and not lacking:
        return Status.FOUND, CLEAR
    if sure >= thresholds.offer_above:
        return Status.CHOICE, CLOSE
    return Status.UNKNOWN, NOT_GIVEN if given else NOTHING


def worth_offering(facts: Sequence[RankedFact]) -> tuple[RankedFact, ...]:
    """Return those of the ranked facts that a person may sensibly choose from."""
    bar = facts[0].score.total * OFFERED_ABOVE_SHARE if facts else 0.0
    return tuple(fact for fact in facts if fact.score.total >= bar)
