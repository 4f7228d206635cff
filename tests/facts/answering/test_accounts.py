"""Whose account is asked for: what another says, or nobody, is no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

PARTY = (
    "Ida Roe, deputy chair of the Civic Alliance, argued that Velden Rail would lose $9 million."
)
LINES = "Velden Lines, of the Ports Authority, said that the part would cost $9 million."
UNION = "The Harbour Union put the number of Velden dockers on strike at 400."
ARMY = "General Otto Brandt said 12 rebels were killed in Velden."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much does the government say Velden Rail will lose", PARTY),
        ("how much does the government say the part will cost", LINES),
        ("how many dockers are on strike in velden according to the company", UNION),
        ("how many rebels does the mayor think were killed in velden", ARMY),
        ("how many rebels were killed in velden according to the witnesses", ARMY),
        (
            "how much does the union say velden nurses are owed",
            "Otto Brandt, the health minister, said that Velden nurses were owed $9m in all, and"
            " not the $12m of which their union speaks.",
        ),
    ],
)
def test_account_of_another_is_no_answer(question: str, text: str) -> None:
    answer = told(question, text)
    assert answer.status is not Status.FOUND
    assert answer.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much does the Civic Alliance say Velden Rail will lose", PARTY),
        ("how many dockers are on strike in velden according to the union", UNION),
        ("how many rebels were killed in velden according to the army", ARMY),
        ("how many rebels does general brandt say were killed in velden", ARMY),
        ("how many rebels were killed in velden", ARMY),
    ],
)
def test_own_account_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
