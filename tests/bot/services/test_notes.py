"""A note of correction is never the answer with the very words that it takes back."""

from datetime import date

import pytest

from db.engine import Store
from facts.answering.types import Status
from tests.factories import load_text, question

STORY = """Cable car of Montrel

At least 1,240 passengers rode the cable car of Montrel on the first day.
"""
ASKED = "How many passengers rode the cable car of Montrel on the first day?"


def story(store: Store) -> None:
    load_text(store, STORY, name="a.txt", outlet="Post", published=date(2025, 6, 1))


def note(store: Store, text: str, outlet: str = "Post") -> None:
    load_text(store, f"Notes\n\n{text}\n", name="b.txt", outlet=outlet, published=date(2025, 6, 3))


@pytest.mark.parametrize(
    "then",
    ["The correct number is at least 1,420 passengers.", "It was at least 1,420."],
)
def test_sentence_after_the_note_is_the_answer(store: Store, then: str) -> None:
    story(store)
    said = "at least 1,240 passengers rode the cable car of Montrel on the first day"
    note(store, f"Correction: An earlier article said {said}. {then}")
    reply = question(store, ASKED)
    assert reply.answer.status is Status.FOUND
    assert reply.quotes[0].text == then


def test_note_that_gives_the_right_figure_is_the_answer(store: Store) -> None:
    story(store)
    note(store, "Correction: 1,420 passengers rode the cable car of Montrel, not 1,240.")
    reply = question(store, ASKED)
    quote = reply.quotes[0]
    assert quote.answer is not None
    assert "1,420" in quote.answer.of(quote.text)


def test_note_without_a_right_figure_gives_no_wrong_one(store: Store) -> None:
    said = "1,240 passengers rode the cable car of Montrel on the first day"
    note(store, f"Correction: An earlier article wrongly said {said}.")
    reply = question(store, ASKED)
    assert reply.answer.status not in {Status.FOUND, Status.CONFLICT}
