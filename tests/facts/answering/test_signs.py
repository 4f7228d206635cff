"""The quick signs never hide a date or a figure that the patterns would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.answering import patterns
from facts.answering.evidence import prepare
from facts.answering.signs import (
    may_be_dated,
    may_hold,
    may_hold_digits,
    may_spell_numbers,
    small_letters,
)
from facts.answering.types import Candidate
from facts.anycase import AnyCase
from facts.text import words
from facts.types import Span

PIECES = [
    *("on", "the", "May", "mar.", "Sept", "in 1998", "20", "4", "21,095", "7:45", "9 a.m.", "5pm"),
    *("3 March", "12 jan", "the 5th century", "nineteenth-century", "two days ago", "later"),
    *("last night", "Tuesday evening", "today", "one's", "half", "O'Neill", "dozens", "both_ways"),
    *("phone", "bone", "ten-year", "FIRST", "ſept 3", "KM", "1990s", "2024-25", "mid-2020"),
    *("March", "sunday's", "\u0661\u0662 May", "on\u0327e", "$5", "3.4%", "quarter", "300 BC"),
    *(
        "centuries AD",
        "tomorrow",
        "2024\u201325",
        "an hour",
        "three",
        "weeks",
        "hour-long",
        "since",
    ),
    *(
        "until",
        "2019",
        "from",
        "5 km",
        "12:30:05",
        "a few days",
        "sep. 4",
        "4th of july",
        "am",
        "ce",
    ),
]
WHY = [
    *("Because", "due", "to", "owing", "since", "ſince", "so", "that", "in", "order", "after"),
    *("reason", "caused", "avoid", "thanks", "led", "for", "its", "THEIR", "said", "“no”"),
    *("Told", "according", "announced", "Kinsisted", "described", "stressed", "it"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


@given(TEXTS)
def test_no_date_is_overlooked(text: str) -> None:
    assert may_be_dated(small_letters(text)) or not patterns.WHEN.search(text)


@given(TEXTS)
def test_no_number_is_overlooked(text: str) -> None:
    folded = frozenset(word.folded for word in words(text))
    small = small_letters(text)
    assert may_hold_digits(small) or not patterns.IN_DIGITS.search(text)
    pattern = patterns.NUMBER if may_spell_numbers(small, folded) else patterns.IN_DIGITS
    assert spans(pattern, text) == spans(patterns.NUMBER, text)


@given(TEXTS)
def test_no_duration_is_overlooked(text: str) -> None:
    found = prepare(Candidate(1, text))
    assert found.durations or not any(map(found._lasts, spans(patterns.DURATION, text)))
    assert found.lengths == (*spans(patterns.LENGTH, text), *spans(patterns.LASTING, text))


@given(st.lists(st.sampled_from(WHY), max_size=4).map(" ".join))
def test_no_sign_hides_what_it_stands_for(text: str) -> None:
    for pattern, signs in patterns.SIGNS.values():
        assert not signs or may_hold(small_letters(text), signs) or not pattern.search(text)


def spans(pattern: AnyCase | re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


@pytest.mark.parametrize("text", ["The crew left 21,095 crates behind.", "Nobody was hurt."])
def test_plain_figures_are_no_date(text: str) -> None:
    assert not may_be_dated(small_letters(text))


def test_plain_words_count_nothing() -> None:
    assert not may_hold_digits("the phone rang.")
    assert not may_spell_numbers("the phone rang.", frozenset({"the", "phone", "rang"}))
    assert patterns.NUMBER.search("One phone rang.")
