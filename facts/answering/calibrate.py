"""A desk's own thresholds: the lowest bars that keep a promise, measured on documents held out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from facts.answering.weights import Thresholds

FOLDS = 5
FEWEST_QUESTIONS, FEWEST_DOCUMENTS = 40, 3
# Of what is offered to choose from, at least so many must hold the right fact.
OFFERS_RIGHT = 0.25
Z = 1.96  # 95 in 100
NEVER = 1.01


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with a known end: how sure the best fact was, and whether it was the right one.

    `may_answer` is False where something else than the bar keeps the fact from being the answer.
    `in_three` tells that the right fact was among the first three. `document` is held out whole.
    """

    document: str
    sure: float
    right: bool
    in_three: bool
    may_answer: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """What held-out documents showed: questions, answers given and wrong ones, with an interval."""

    questions: int
    documents: int
    answered: int
    wrong: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The bars fitted on everything, and what they came to on documents held out."""

    answer_only_above: float
    offer_above: float
    measured: Measured


def fit(outcomes: Sequence[Outcome], *, wrong_at_most: float, shipped: Thresholds) -> Fit | None:
    """Return the bars that keep the promise; None when the sample is too small to tell."""
    documents = sorted({outcome.document for outcome in outcomes})
    if len(outcomes) < FEWEST_QUESTIONS or len(documents) < FEWEST_DOCUMENTS:
        return None
    measured = _held_out(outcomes, documents, wrong_at_most)
    alone = answer_bar(outcomes, wrong_at_most)
    return Fit(alone, offer_bar(outcomes, alone, shipped.offer_above), measured)


def answer_bar(outcomes: Sequence[Outcome], wrong_at_most: float) -> float:
    """Return the lowest bar above which no more than the promised share is wrong."""
    ranked = sorted((o for o in outcomes if o.may_answer), key=lambda o: -o.sure)
    bar, wrong = NEVER, 0
    for place, outcome in enumerate(ranked, start=1):
        wrong += not outcome.right
        tied = place < len(ranked) and ranked[place].sure == outcome.sure
        if not tied and wrong <= wrong_at_most * place:
            bar = outcome.sure
    return min(bar, 1.0) if bar <= 1 else NEVER


def offer_bar(outcomes: Sequence[Outcome], alone: float, otherwise: float) -> float:
    """Return the lowest bar above which enough choices hold the right fact."""
    ranked = sorted((o for o in outcomes if o.sure < alone), key=lambda o: -o.sure)
    bar, right = None, 0
    for place, outcome in enumerate(ranked, start=1):
        right += outcome.in_three
        tied = place < len(ranked) and ranked[place].sure == outcome.sure
        if not tied and right >= OFFERS_RIGHT * place:
            bar = outcome.sure
    return min(otherwise if bar is None else bar, alone)


def wilson(wrong: int, answered: int) -> tuple[float, float]:
    """Return the Wilson interval (95 in 100) of a share; everything when nothing was counted."""
    if not answered:
        return 0.0, 1.0
    share, square = wrong / answered, Z * Z
    middle = share + square / (2 * answered)
    spread = Z * math.sqrt(share * (1 - share) / answered + square / (4 * answered * answered))
    whole = 1 + square / answered
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def _held_out(
    outcomes: Sequence[Outcome], documents: Sequence[str], wrong_at_most: float
) -> Measured:
    """Fit on some documents, count on the others, each document held out once."""
    fold = {document: at % min(FOLDS, len(documents)) for at, document in enumerate(documents)}
    answered = wrong = 0
    for held in sorted(set(fold.values())):
        bar = answer_bar([o for o in outcomes if fold[o.document] != held], wrong_at_most)
        given = [o for o in outcomes if fold[o.document] == held and o.may_answer and o.sure >= bar]
        answered += len(given)
        wrong += sum(not outcome.right for outcome in given)
    low, high = wilson(wrong, answered)
    return Measured(len(outcomes), len(documents), answered, wrong, low, high)
