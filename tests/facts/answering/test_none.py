"""“How many” is answered by a fact that tells of none; a number of other things is no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many deaths in Velden", "No deaths have been reported in Velden."),
        ("how many dead in Velden", "No deaths have been reported in Velden."),
        ("how many injuries in Velden", "There were no serious injuries in Velden."),
        ("how many people were evacuated in Velden", "No one was evacuated in Velden."),
        ("how many workers did Velden Mills lay off", "Velden Mills has not laid off any workers."),
    ],
)
def test_none_is_how_many(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many firefighters came to Velden", "In Velden firefighters used 40 pumps."),
        ("how many arrests in Velden", "No deaths have been reported in Velden."),
        ("how many arrests in Velden", "Nobody in Velden saw 40 cars burn."),
    ],
)
def test_none_of_another_thing_is_not(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND
