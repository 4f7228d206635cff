"""Whatever is asked, the answer is one of the four, and no work grows without bounds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.answering.question import MOST_READ, MOST_WORDS, parse
from facts.answering.types import Status
from tests.facts.answering.library import asked_of, shelf
from tests.facts.answering.store import TODAY

HOSTILE = (
    '"', "*", "NEAR(a b)", "secret:x", "C++", "don't", "a AND NOT b", "^x", "the of and", "🎉🚢",
    "\u202ewho met\u202c", "\u200f\u200e", "谁在索契会面？", "کې چا", "\x00\x1b[31m", "١٢ مارس",
)  # fmt: skip


@pytest.mark.parametrize("text", [*HOSTILE, *(t * (4096 // len(t)) for t in HOSTILE)])
def test_hostile_text_is_answered_plainly(text: str) -> None:
    found = asked_of(text, shelf())
    assert found.status in Status
    assert len(found.facts) <= 3


@pytest.mark.parametrize("text", ["who met in Sochi " * 240, "a" * 4096, "Armennia " * 455])
def test_longest_message_is_read_within_bounds(text: str) -> None:
    question = parse(text[:4096], shelf()[1], TODAY)
    assert len(question.terms) <= MOST_WORDS
    assert len(question.typed) <= MOST_READ


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_has_answers_within_the_facts(text: str) -> None:
    for fact in asked_of(text, shelf()).facts:
        for span in (fact.answer, *fact.also):
            assert span is None or 0 <= span.start < span.end <= len(fact.candidate.text)
