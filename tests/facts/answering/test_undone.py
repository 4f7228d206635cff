"""What is asked for, hoped for, pending or of another time is not done."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

ASKED = "Mayor Edda Varn has asked the ministry to ban trawling off Velden."
PENDING = "The sale of the Velden mill is due in May, subject to approval by the ministry."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("did the ministry ban trawling off Velden", ASKED),
        ("when did the ministry ban trawling off Velden", ASKED.replace("has", "in May")),
        ("who will run the Velden kiosk", "Three firms want to run the Velden kiosk."),
        ("has the ministry approved the sale of the Velden mill", PENDING),
        ("did Otto Dass get an inquiry", "The deputy Otto Dass demanded an inquiry."),
        ("did the Lund union meet Otto Dass", "The Lund union wants a meeting with Otto Dass."),
        ("has there been an inquiry in Velden", "Ida Roe called for an inquiry in Velden."),
        ("did Velden tutors vote to strike", "Velden tutors will vote on a strike in May."),
        ("who is buying the Velden mill", "Stahl AG bought the Velden mill in 2009."),
        ("when was the Velden mill sold", "Stahl AG will sell the Velden mill in May 2027."),
        (
            "result of the scan on Holm's knee",
            "Lena Holm hurt a knee and will have a scan on Monday.",
        ),
    ],
)
def test_what_is_not_done_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what has Edda Varn asked the ministry to do off Velden", ASKED),
        ("did the ministry ban trawling off Velden", "The ministry banned trawling off Velden."),
        ("who bought the Velden mill", "Stahl AG bought the Velden mill in 2009."),
        (
            "how many people did the storm in Velden kill",
            "The storm in Velden on 3 May 2026 killed 12 people.",
        ),
        ("who is buying the Velden mill", "Stahl AG has agreed to buy the Velden mill."),
        ("when will Stahl AG sell the mill", "Stahl AG will sell the Velden mill in May 2027."),
    ],
)
def test_what_is_asked_as_it_is_told_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
