"""The heaviest facts are those that adding everything up would give."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search import heaviest as weighing
from db.search.heaviest import Filed, heaviest, holds

LISTS = st.dictionaries(
    st.integers(0, 11), st.sets(st.integers(1, 60), max_size=40), min_size=1, max_size=12
)


def by_hand(filed: list[Filed], most: int) -> list[int]:
    weights: Mapping[int, float] = defaultdict(float)
    for weight, facts in filed:
        for fact_id in facts.tolist():
            weights[fact_id] += weight
    return sorted(weights, key=lambda fact_id: (-weights[fact_id], -fact_id))[:most]


def lists(held: Mapping[int, set[int]], weights: list[float]) -> list[Filed]:
    facts = sorted(held.items(), key=lambda each: (len(each[1]), each[0]))
    return [Filed(weights[at], np.array(sorted(ids), np.intp)) for at, ids in facts]


@given(
    held=LISTS,
    weights=st.lists(st.sampled_from([0.1, 0.3, 1.0, 2.5, 7.0]), min_size=12, max_size=12),
    most=st.integers(1, 12),
)
def test_nothing_is_lost_between_blocks(
    held: Mapping[int, set[int]], weights: list[float], most: int
) -> None:
    filed = lists(held, weights)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weighing, "BLOCK", 16)
        assert heaviest(filed, most) == by_hand(filed, most)


def test_facts_of_one_weight_come_newest_first() -> None:
    filed = [Filed(2.0, np.arange(1, 30_001))]
    assert heaviest(filed, 3) == [30_000, 29_999, 29_998]


def test_what_only_common_terms_hold_does_not_win() -> None:
    rare, common = np.arange(10, 30_000, 100), np.arange(1, 30_001)
    filed = [Filed(9.0, rare), Filed(1.0, common)]
    assert heaviest(filed, 200) == rare[::-1][:200].tolist()


def test_the_heaviest_of_several_blocks_are_put_in_one_order() -> None:
    many, few = np.arange(1, 200_000, 7), np.array([5, 70_001, 140_000, 199_000])
    filed = [Filed(9.0, few), Filed(2.0, many)]
    assert heaviest(filed, 6) == by_hand(filed, 6)


def test_nothing_filed_finds_nothing() -> None:
    assert heaviest([], 5) == []
    assert heaviest([Filed(1.0, np.array([], np.intp))], 5) == []


def test_holds_tells_which_are_there() -> None:
    some = np.array([1, 4, 9, 12])
    assert holds(np.array([4, 5, 9]), some).tolist() == [False, True, True, False]
    assert holds(np.array([], np.intp), some).tolist() == [False] * 4
