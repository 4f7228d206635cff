"""Follow-ups carry the subject over; a full question stands alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.answering.followup import Leaning, follow_up

KILLED = "How many people were killed in September?"


@pytest.mark.parametrize(
    ("text", "subject", "whole"),
    [
        ("and in October?", KILLED, "How many people were killed in October?"),
        ("in October?", KILLED, "How many people were killed in October?"),
        ("what about October 2021", KILLED, "How many people were killed in October 2021?"),
        ("since March?", KILLED, "How many people were killed since March?"),
        ("and Armenia?", "What did Azerbaijan export?", "What did Armenia export?"),
        ("and armenia", "what did azerbaijan export", "what did armenia export"),
        (
            "and Azerbaijan?",
            "What did Blinken say about Armenia?",
            "What did Blinken say about Azerbaijan?",
        ),
        ("and in Armenia?", KILLED, "How many people were killed in September in Armenia?"),
        ("and France?", "Did Varn go from Germany to Mali?", "Did Varn go from Germany to France?"),
        ("and Mirzoyan?", "What is Varn's budget?", "What is Mirzoyan's budget?"),
        ("how about Mirzoyan?", "Where did Blinken go?", "Where did Mirzoyan go?"),
    ],
)
def test_another_date_place_or_name_stands_in(text: str, subject: str, whole: str) -> None:
    found = follow_up(text, subject)
    assert found is not None
    assert (found.leaning, found.question) == (Leaning.ANOTHER, whole)
    assert found.about == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("why?", "why people were killed in September?"),
        ("When was this?", "when people were killed in September?"),
        ("where did that happen", "where people were killed in September?"),
        ("and where?", "where people were killed in September?"),
        ("how many?", "how many people were killed in September?"),
        ("who was it?", "who people were killed in September?"),
    ],
)
def test_bare_question_word_asks_of_the_same(text: str, whole: str) -> None:
    found = follow_up(text, KILLED)
    assert found is not None
    assert (found.leaning, found.question, found.about) == (Leaning.DETAIL, whole, KILLED)


@pytest.mark.parametrize("text", ["who said that?", "Says who?", "source?", "and who said so"])
def test_speaker_of_the_fact_is_asked(text: str) -> None:
    found = follow_up(text, KILLED)
    assert found is not None
    assert found.leaning is Leaning.WHO_SAID


@pytest.mark.parametrize("text", ["more", "More please", "tell me more", "anything else?", "go on"])
def test_more_is_asked(text: str) -> None:
    found = follow_up(text, KILLED)
    assert found is not None
    assert found.leaning is Leaning.MORE


@pytest.mark.parametrize(
    "text",
    [
        "Who won the football final?",
        "where did the ministers meet",
        "And who won the final?",
        "inflation march?",
        "Armenia?",
        "How many people were killed in October?",
        "who said that the wall was cracked?",
        "why was the bridge closed?",
        "more money for schools?",
        "what about it",
        "and",
        "",
        "🙂",
        "in October the ministers met",
        "how long is the bridge",
        "when is the next meeting?",
    ],
)
def test_full_question_is_never_taken_for_a_follow_up(text: str) -> None:
    assert follow_up(text, KILLED) is None


def test_nothing_leans_on_nothing() -> None:
    assert follow_up("why?", "") is None


@given(text=st.text(max_size=60), subject=st.text(max_size=60))
def test_any_texts_are_no_error(text: str, subject: str) -> None:
    found = follow_up(text, subject)
    assert found is None or found.question
