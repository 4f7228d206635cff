"""A sum, a unit, a toll or the next time that is asked for must be in the fact."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is the fine at the Velden gate", "The fine at the Velden gate drew 46 letters."),
        ("what does the Velden arena cost", "Varn called the cost of the Velden arena pub maths."),
        ("what do dockers earn in Velden", "Some 400 dockers in Velden want to earn more."),
        ("hake quota in tonnes", "Torvia reserved its position on the hake quota."),
        ("cholera deaths in Velden", "Cholera shut the schools of Velden."),
        (
            "where is the next meeting of the Tamba Board",
            "The Tamba Board held a meeting in Velden.",
        ),
        ("where will the Tamba Board meet next", "The Tamba Board met in Velden in May."),
    ],
)
def test_what_gives_none_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is the fine at the Velden gate", "The fine at the Velden gate is €60."),
        ("how much is the fine at the Velden gate", "The fine at the Velden gate is 60 lirans."),
        ("what does the Velden arena cost", "The Velden arena will cost R38m."),
        ("what do dockers earn in Velden", "Dockers in Velden earn Rs 300 a day."),
        ("hake quota in tonnes", "The hake quota is 900 tonnes."),
        ("cholera deaths in Velden", "Velden has counted 12 deaths of cholera."),
        (
            "where is the next meeting of the Tamba Board",
            "The next Tamba Board meeting is in Lund.",
        ),
        ("where will the Tamba Board meet next", "The Tamba Board will meet in Lund in May."),
    ],
)
def test_what_gives_one_is_the_answer(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND
