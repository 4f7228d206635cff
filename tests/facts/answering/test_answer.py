"""A question and candidates give the right fact, an honest choice, or nothing with a reason."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.answering.answer import answer
from facts.answering.question import parse
from facts.answering.types import Status
from tests.facts.answering.library import told
from tests.facts.answering.store import TEXTS, TODAY, ask, standing, vocabulary


@pytest.mark.parametrize(
    ("question", "fact", "words"),
    [
        ("How many people were killed in September?", 2, "at least 286 people"),
        ("how mny peple were kiled in Septmber", 2, "at least 286 people"),
        ("where did the foreign ministers meet", 1, "Washington"),
        ("how many lives did the war claim", 3, "over 6,500 lives"),
        ("Hi! Can you tell me when the ministers met please?", 1, "Nov. 7"),
    ],
)
def test_right_fact_first_with_the_answering_words(question: str, fact: int, words: str) -> None:
    best = ask(question).facts[0]
    assert best.candidate.fact_id == fact
    assert best.answer is not None
    assert best.answer.of(best.candidate.text) == words


@pytest.mark.parametrize("between", ["", "\n\nWork on the roof begins soon."])
def test_fact_that_goes_on_from_the_one_on_the_subject_is_first(between: str) -> None:
    text = (
        f"Varnco is moving to Tannery House, an office by the river.{between}\n\n"
        "The rent is 1.15 million a year.\n\nThe flood cost the town 80,000.\n\n"
        "Each stall pays a fee of 90.\n\nThe rent in the market hall is 400 a month."
    )
    best = told("how much rent for tannery house", text).facts[0]
    assert best.candidate.text == "The rent is 1.15 million a year."
    assert best.score.parts["shortly_before"] > 0


BLAST = """Blast at the quarry in Lorne

Two workers were killed at the quarry in Lorne on Friday, the police said.

The dead were named as Ivo Kemble, 41, and Petra Osei, 29. Kemble had worked at the quarry 19 years.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how many died at the quarry", "Two workers"),
        ("how old was kemble", "The dead were named"),
    ],
)
def test_age_is_no_count_and_a_time_no_age(question: str, words: str) -> None:
    found = told(question, BLAST)
    assert found.status is Status.FOUND
    assert found.facts[0].candidate.text.startswith(words)


def test_time_is_no_number_of_people() -> None:
    assert told("how many people work at the quarry", BLAST).status is not Status.FOUND


HEARING = """Water board hearing

CHAIR: How many homes were without water after the main burst in Selden?

MS ODELL: About 4,300 for two days.

CHAIR: And why did the main in Selden burst?

MS ODELL: It was laid in 1931 and had rusted through. The board will replace the main in May.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("why did the water main in selden burst", "It was laid in 1931"),
        ("how many homes had no water in selden", "About 4,300"),
    ],
)
def test_reply_to_the_same_question_asked_in_the_document_is_first(
    question: str, words: str
) -> None:
    best = told(question, HEARING).facts[0]
    assert best.candidate.text.startswith(words)
    assert not best.lacks


@pytest.mark.parametrize("question", ["why did the main in Orle burst", "when did the main burst"])
def test_reply_to_another_question_is_not_given(question: str) -> None:
    assert told(question, HEARING).status is not Status.FOUND


def test_subject_that_no_fact_mentions_is_unknown() -> None:
    found = ask("who won the football final")
    assert (found.status, found.reason) == (Status.UNKNOWN, "nothing_on_subject")


@pytest.mark.parametrize("question", ["", "???", "🎉🎉", "what is the", "\u202e\u200f"])
def test_question_without_words_is_unknown(question: str) -> None:
    assert (ask(question).status, ask(question).reason) == (Status.UNKNOWN, "no_words")


def test_repairs_are_said() -> None:
    assert ask("who is Aliev").read_as == "who is aliyev"
    assert ask("who is Aliyev").read_as is None


def test_order_of_candidates_does_not_matter() -> None:
    known, facts = vocabulary(), standing()
    question = parse("peace between Armenia and Azerbaijan", known, TODAY)
    first = answer(question, facts, known)
    random.Random(1).shuffle(facts)
    assert answer(question, facts, known) == first


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_is_answered_without_an_error(text: str) -> None:
    found = ask(text)
    for fact in found.facts:
        assert fact.answer is None or 0 <= fact.answer.start < fact.answer.end
        assert fact.answer is None or fact.answer.end <= len(TEXTS[fact.candidate.fact_id])
