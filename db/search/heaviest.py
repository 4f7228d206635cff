"""Which facts hold the most of what a question asks for, in arrays: the same on every machine.

A fact weighs the weights of the terms that it is filed under, added up in the order of the terms,
of which the rarest come first. A block of facts at a time is weighed, so that what is added up
stays near the processor, and what is too light for the heaviest of the blocks before is left out.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from db.queries.postings import BLOCK, WRITTEN, Ids

Weights: TypeAlias = NDArray[np.float64]
ENOUGH = 4  # times as many as are wanted: few enough to be put in order


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
    heaviest_first: list[int] = facts[ordered[:most]].tolist()
    return heaviest_first


def holds(facts: Ids, some: Ids) -> NDArray[np.bool_]:
    """Tell which of `some` are among `facts`, which are in rising order."""
    if not facts.size:
        return np.zeros(some.size, np.bool_)
    return np.equal(facts.take(facts.searchsorted(some), mode="clip"), some)


def _weighed(filed: Sequence[Filed], most: int) -> tuple[NDArray[np.intp], Weights]:
    """Return facts in rising order with their weights, the `most` heaviest among them."""
    # No fact of a term weighs less than the term.
    bar = max((weight for weight, facts in filed if facts.size >= most), default=0.0)
    found: list[NDArray[np.intp]] = [np.array([], np.intp)]
    weights: list[Weights] = [np.array([])]
    for start, within in _blocks(filed):
        every = _added_up(start, within)
        places = (every >= bar if bar else every > 0).nonzero()[0]
        heavy = every[places]
        if heavy.size > ENOUGH * most and (higher := _bar(heavy, most)) > bar:
            bar, still = higher, heavy >= higher
            places, heavy = places[still], heavy[still]
        found.append(places + start)
        weights.append(heavy)
    return np.concatenate(found), np.concatenate(weights)


def _blocks(filed: Sequence[Filed]) -> Iterator[tuple[int, list[Filed]]]:
    """Cut the facts of terms into blocks: give where each begins, and what of each term is in it.

    Terms stay in their order; those without a fact in a block are left out of it.
    """
    last = max((int(each.facts[-1]) for each in filed), default=-1)
    starts = range(0, last + 1, BLOCK)
    edges = np.array([*starts, last + 1], WRITTEN)
    cuts = [each.facts.searchsorted(edges).tolist() for each in filed]
    for at, start in enumerate(starts):
        within = [
            Filed(each.weight, each.facts[cut[at] : cut[at + 1]])
            for each, cut in zip(filed, cuts, strict=True)
            if cut[at] < cut[at + 1]
        ]
        if within:
            yield start, within


def _added_up(start: int, filed: Sequence[Filed]) -> Weights:
    """Return what each fact from `start` on weighs."""
    facts = np.concatenate([each.facts for each in filed]) - WRITTEN.type(start)
    weights = np.repeat([each.weight for each in filed], [each.facts.size for each in filed])
    return np.asarray(np.bincount(facts, weights), np.float64)


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
