"""What a fact tells of somebody else, or of the one alone who goes, is no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

STORMS = """Storms of the Torvian coast

Storm Ileda reached Velden on Monday. Storm Maruk crossed the northern capes in March 2019. \
It killed 14 people.
"""
LAST = """Storm Ileda nears Velden

Storm Ileda nears Velden. The last storm there was Maruk in 2009. It killed 14 people.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who will replace Otto Brandt", "The athletic director Otto Brandt is to be replaced."),
        ("who will replace Otto Brandt", "Athletic director Otto Brandt will be replaced in May."),
        ("who succeeded Edda Varn", "Managing director Edda Varn was succeeded in March 2019."),
        (
            "when did Edda Varn meet the king of Torvia",
            "Edda Varn met the president of Torvia, Otto Dass, on 6 July.",
        ),
        ("did the mayor receive the envoy", "The governor received the envoy of Torvia in May."),
        ("how many people did storm Ileda kill", STORMS),
        ("how many people has Ileda killed", STORMS),
        ("how many people has storm Ileda killed", LAST),
    ],
)
def test_somebody_else_or_the_one_who_goes_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who will replace Otto Brandt", "Edda Varn will replace director Otto Brandt in May."),
        ("who succeeded Edda Varn", "Edda Varn was succeeded by a farmer from Velden."),
        ("when did the mayor meet the envoy", "The governor and the mayor met the envoy in May."),
        ("who will succeed Otto Brandt", "Otto Brandt will be succeeded by Dass."),
        ("how many people did storm Maruk kill", STORMS),
        ("how many people has Maruk killed", LAST),
    ],
)
def test_who_comes_after_and_of_whom_it_is_told_is_answered(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
