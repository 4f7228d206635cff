"""That somebody is named does not tell who that is, nor who came before."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who was Doris Roe", "Velden will name a bridge after Doris Roe."),
        (
            "who ran Stahl AG before Brandt",
            "Stahl AG has appointed Otto Brandt as chief executive.",
        ),
    ],
)
def test_a_name_alone_does_not_tell_who(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who was Doris Roe", "Velden will name a bridge after the painter Doris Roe."),
        (
            "who ran Stahl AG before Brandt",
            "Otto Brandt takes over from Ida Dahl, who ran Stahl AG.",
        ),
    ],
)
def test_what_somebody_is_tells_who(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
