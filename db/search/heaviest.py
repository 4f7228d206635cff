"""Which facts hold the most of what a question asks for, in arrays: the same on every machine.

A fact weighs the weights of the terms that it is filed under, added up in the order of the terms,
of which the rarest come first. Once no fact that only terms still to come hold can be among the
heaviest, those terms are looked up for the facts that still can, and no others are weighed.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from db.queries.postings import Ids

Weights: TypeAlias = NDArray[np.float64]
FEW = 2_000  # facts of a term that are weighed without asking what is needed to be heavy enough
ENOUGH = 4  # times as many as are wanted: few enough to be put in order
ROUNDING = 1e-6


class Filed(NamedTuple):
    """A term's weight, which is above 0, and the facts filed under it in rising order."""

    weight: float
    facts: Ids


def heaviest(filed: Sequence[Filed], most: int) -> list[int]:
    """Return the `most` heaviest facts, heaviest first, of equal weights the newest id first."""
    facts, weights = _weighed([each for each in filed if each.facts.size], most)
    kept = np.flatnonzero(weights >= _bar(weights, most))[::-1]
    # Sorting is stable, and the newest stand first.
    ordered = kept[np.argsort(-weights[kept], kind="stable")]
    return [int(fact_id) for fact_id in facts[ordered[:most]]]


def holds(facts: Ids, some: Ids) -> NDArray[np.bool_]:
    """Tell which of `some` are among `facts`, which are in rising order."""
    if not facts.size:
        return np.zeros(some.size, np.bool_)
    at = np.searchsorted(facts, some)
    return np.equal(facts[np.minimum(at, facts.size - 1)], some)


def _weighed(filed: Sequence[Filed], most: int) -> tuple[Ids, Weights]:
    """Return facts in rising order with their weights, the `most` heaviest among them."""
    every = np.zeros(max((int(each.facts[-1]) for each in filed), default=0) + 1)
    read = 0
    for place, (weight, facts) in enumerate(filed):
        if facts.size > max(FEW, read):
            still = _still_heavy(every, sum(each.weight for each in filed[place:]), most)
            if still is not None:
                return still, _with_others(still, every[still], filed[place:])
        every[facts] += weight
        read += facts.size
    found = np.flatnonzero(every > 0)
    return found, every[found]


def _still_heavy(every: Weights, left: float, most: int) -> Ids | None:
    """Return the facts that can be among the heaviest, None if one not yet weighed can.

    `left` is the weight of the terms still to come.
    """
    found = np.flatnonzero(every > 0)
    weights = every[found]
    bar = _bar(weights, most)
    if bar <= left + ROUNDING:
        return None
    return found[weights >= bar - left - ROUNDING]


def _with_others(facts: Ids, weights: Weights, filed: Sequence[Filed]) -> Weights:
    for weight, others in filed:
        weights[holds(others, facts)] += weight
    return weights


def _bar(weights: Weights, most: int) -> float:
    """Return a weight that at least `most` have, and not many more; 0 if there are too few."""
    if weights.size <= most:
        return 0.0
    low, high = float(weights.min()), float(weights.max())
    while weights.size > ENOUGH * most and low < high:
        above = weights >= (low + high) / 2
        if np.count_nonzero(above) >= most:
            weights = weights[above]
            low = float(weights.min())
        else:
            high = float(weights[~above].max())
    return low
