"""Verbs that look like the one asked and say something else are no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

TAUGHT = "Ilse Brandt, cellist\n\nShe left Velden in 1956 and taught in Kelmark for 30 years."
ORDER = "The yard Stahl AG said it had won an order for six Velden tankers."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "has the Velden truce been broken",
            "Velden truce\n\nFighting broke out in Velden in May.",
        ),
        ("what did the Velden petition ask for", "A Velden petition was handed in by residents."),
        ("who runs the Lund Bank", "The Lund Bank told people not to open its letters until May."),
        ("who ordered the six Velden tankers", ORDER),
        ("who taught Ilse Brandt", TAUGHT),
        ("boss of Lund Trams", "Lund Trams employs 640 drivers."),
        ("how did Lena Holm break her wrist", "Lena Holm broke a wrist at the Velden rink."),
        ("what is Salt Road about", "A prize in Velden went to Otto Dass in Salt Road."),
        (
            "what does the governor of Velden say about flu",
            "The Velden State Government confirmed 17 deaths from flu.",
        ),
        ("what did the Lund Bank's director say", "The Lund Bank said it would pay in May."),
        (
            "what is Edda Varn going to teach",
            "Edda Varn said: From May I'll teach at Lund College.",
        ),
        ("is Stahl AG going back to work in Velden", "The crews work for Stahl AG in Velden."),
        (
            "is Otto Dahl going to the games in Torvia",
            "Otto Dahl has hopes before the Torvia games.",
        ),
    ],
)
def test_another_deed_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("has the Velden truce been broken", "The Velden truce was broken in May."),
        ("who runs the Lund Bank", "The Lund Bank's director, Ida Roe, told people to wait."),
        ("who ordered the six Velden tankers", "The Lund Line ordered the six Velden tankers."),
        ("what is Edda Varn going to teach", "Edda Varn will teach Latin at Lund College."),
        ("is Stahl AG going back to work in Velden", "Stahl AG will return to work in Velden."),
    ],
)
def test_the_deed_asked_about_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
