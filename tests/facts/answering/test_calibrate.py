"""Thresholds keep their promise on documents that were held out, or are not made."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.answering.calibrate import NEVER, Outcome, answer_bar, fit, offer_bar, wilson
from facts.answering.weights import shipped_thresholds


def outcome(sure: float, right: bool, document: str = "1", may_answer: bool = True) -> Outcome:
    return Outcome(document, sure, right, right, may_answer)


def sample(count: int, documents: int = 6) -> list[Outcome]:
    """The surer, the more often right; the same sample every time."""
    dice = random.Random(4)
    made = []
    for at in range(count):
        sure = dice.random()
        made.append(outcome(sure, dice.random() < sure**0.3, str(at % documents)))
    return made


def test_bar_is_the_lowest_that_keeps_the_promise() -> None:
    ranked = [outcome(0.9, True)] * 19 + [outcome(0.8, False), outcome(0.7, True)]
    assert answer_bar(ranked, 0.05) == 0.7
    assert answer_bar([*ranked, outcome(0.6, False)], 0.05) == 0.7


def test_equal_confidence_is_one_step() -> None:
    assert answer_bar([outcome(0.9, True), outcome(0.9, False)], 0.05) == NEVER


def test_what_may_not_answer_does_not_count() -> None:
    assert answer_bar([outcome(0.9, False, may_answer=False), outcome(0.8, True)], 0.05) == 0.8


def test_offers_are_never_barred_higher_than_answers() -> None:
    assert offer_bar([outcome(0.4, True), outcome(0.2, False)], 0.5, 0.3) == 0.2
    assert offer_bar([], 0.2, 0.3) == 0.2


@pytest.mark.parametrize("outcomes", [sample(39), sample(60, documents=2), []])
def test_too_small_a_sample_makes_nothing(outcomes: list[Outcome]) -> None:
    assert fit(outcomes, wrong_at_most=0.05, shipped=shipped_thresholds()) is None


def test_stricter_promise_bars_higher_and_answers_less() -> None:
    strict, loose = (
        fit(sample(400), wrong_at_most=p, shipped=shipped_thresholds()) for p in (0.02, 0.2)
    )
    assert strict is not None
    assert loose is not None
    assert strict.answer_only_above >= loose.answer_only_above
    assert strict.measured.answered < loose.measured.answered
    assert loose.measured.low <= loose.measured.wrong / loose.measured.answered <= 0.3


def test_interval_is_wilsons() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(1, 20)
    assert (round(low, 3), round(high, 3)) == (0.009, 0.236)


@given(st.integers(0, 50), st.integers(0, 50))
def test_interval_holds_the_share(wrong: int, more: int) -> None:
    low, high = wilson(wrong, wrong + more)
    share = wrong / (wrong + more) if wrong + more else 0.5
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1
