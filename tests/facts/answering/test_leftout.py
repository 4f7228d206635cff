"""What a fact leaves out by the sort of question: a degree, a result, a toll, a name."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

DAM = "The Velden dam broke on 8 May 2024 after three days of rain."
LINK = "Flights to Velden\n\nFlights to Velden will start by 1 May 2027.\n"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how dangerous is the Velden fever outbreak", "The Velden fever outbreak began in May."),
        ("what was the result of the Lund ballot", "The Lund ballot is about pay for 90 drivers."),
        ("did anyone die when the Velden dam broke", DAM),
        (
            "who is on trial over the Velden dam",
            "The committee held nine hearings on the Velden dam and heard Edda Varn.",
        ),
        ("which airline makes the flights to Velden", LINK),
        (
            "when will the Velden library close",
            "Last week we wrote that the Velden library would close in June.",
        ),
    ],
)
def test_what_is_left_out_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "how dangerous is the Velden fever outbreak",
            "The risk of the Velden fever outbreak is low for the region.",
        ),
        (
            "what was the result of the Lund ballot",
            "The result of the Lund ballot was 90 votes for a strike and 12 against.",
        ),
        ("did anyone die when the Velden dam broke", DAM.replace("after", "and nobody died in")),
        (
            "who is on trial over the Velden dam",
            "The builder Otto Dass is on trial over the Velden dam.",
        ),
        (
            "which airline makes the flights to Velden",
            LINK.replace("will start", "by Air Lund will start"),
        ),
        (
            "when will the Velden library close",
            "The Velden library will close in June, the mayor said.",
        ),
    ],
)
def test_what_is_told_is_the_answer(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND
