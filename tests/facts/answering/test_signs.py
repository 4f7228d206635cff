"""The quick signs never hide a date or a figure that the patterns would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.answering import evidence
from facts.answering.signs import may_be_dated, may_count
from facts.text import words

PIECES = [
    *("on", "the", "May", "mar.", "Sept", "in 1998", "20", "4", "21,095", "7:45", "9 a.m.", "5pm"),
    *("3 March", "12 jan", "the 5th century", "nineteenth-century", "two days ago", "later"),
    *("last night", "Tuesday evening", "today", "one's", "half", "O'Neill", "dozens", "both_ways"),
    *("phone", "bone", "ten-year", "FIRST", "ſept 3", "KM", "1990s", "2024-25", "mid-2020"),
    *("March", "sunday's", "\u0661\u0662 May", "on\u0327e", "$5", "3.4%", "quarter", "300 BC"),
    *("centuries AD", "tomorrow", "2024\u201325"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


@given(TEXTS)
def test_no_date_is_overlooked(text: str) -> None:
    assert may_be_dated(text) or not evidence._WHEN.search(text)


@given(TEXTS)
def test_no_number_is_overlooked(text: str) -> None:
    folded = frozenset(word.folded for word in words(text))
    assert may_count(text, folded) or not evidence._NUMBER.search(text)


@pytest.mark.parametrize("text", ["The crew left 21,095 crates behind.", "Nobody was hurt."])
def test_plain_figures_are_no_date(text: str) -> None:
    assert not may_be_dated(text)


def test_plain_words_count_nothing() -> None:
    assert not may_count("The phone rang.", frozenset({"the", "phone", "rang"}))
    assert re.search(evidence._NUMBER, "One phone rang.")
