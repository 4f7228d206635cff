"""The same question in other words is one; another name, number or date makes another."""

import pytest

from facts.answering.kinds import Kind
from facts.answering.likeness import SAME, Gist, gist, likeness
from facts.answering.phrasing import EXACT, NEAR, Phrasing, phrased
from facts.answering.question import parse
from tests.facts.answering.store import TODAY, vocabulary


def of(text: str) -> Gist:
    return gist(parse(text, vocabulary(), TODAY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who won the football final?", "the football final, who won it?"),
        ("Who won the football final?", "who won the footbal final"),
        ("What does the new stadium cost?", "cost of the new stadium"),
        ("How many people died in Goris?", "how many people were killed in Goris"),
        (
            "When will the new bridge over the river open?",
            "when will the bridge over the river open",
        ),
    ],
)
def test_other_words_for_the_same_question(one: str, other: str) -> None:
    assert likeness(of(one), of(other)) >= SAME
    assert likeness(of(one), of(other)) == likeness(of(other), of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who won the football final in 2020?", "Who won the football final in 2024?"),
        ("How many people were killed in April?", "How many people were killed?"),
        ("Who visited Zambia?", "Who visited Gambia?"),
        ("Who won the football final?", "When is the football final?"),
        ("Who won the football final?", "Who lost the football final?"),
        ("what", "what"),
    ],
)
def test_different_questions_stay_apart(one: str, other: str) -> None:
    assert likeness(of(one), of(other)) < SAME


def test_known_wording_points_to_its_fact() -> None:
    known = [Phrasing(7, of("what is the toll of the September clashes"))]
    assert phrased(of("toll of the clashes in September"), known) == {7: EXACT}
    assert phrased(of("what is the toll of the big September clashes"), known) == {7: NEAR}
    assert phrased(of("toll of the clashes in October"), known) == {}


def test_empty_gist_is_like_nothing() -> None:
    nothing = Gist(Kind.WHAT, ())
    assert likeness(nothing, nothing) == 0
