"""Questions of how things are now are told from questions of what happened."""

import pytest

from facts.answering.present import asks_of_now


@pytest.mark.parametrize(
    "text",
    [
        "Who is the mayor of Velden?",
        "is the bridge closed",
        "How many people have jobs?",
        "what's the price of bread",
        "who currently holds the cup",
        "Does the ferry run on Sundays?",
    ],
)
def test_present_tense_asks_of_now(text: str) -> None:
    assert asks_of_now(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who was the mayor?",
        "How many people were killed?",
        "did the ferry run",
        "inflation march?",
        "What has been said about the wall?",
        "When will the bridge open?",
        "who is mayor in 2020",
        "",
        "🙂",
    ],
)
def test_other_questions_do_not(text: str) -> None:
    assert not asks_of_now(text)
