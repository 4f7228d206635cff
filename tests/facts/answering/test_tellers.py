"""Who only speaks of a deed did not do it; how far along a thing is, is how much of it is done."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who got the velden goal", "Otto Brandt complained that the Velden goal was offside."),
        ("who appealed", "The line would appeal, its chief executive, Otto Brandt, said."),
        ("how far along is the velden road", "Velden has put $64 million into the road."),
        (
            "which velden shops take part",
            "Velden will publish the list of shops taking part in May.",
        ),
        (
            "why did the velden strike begin",
            "Workers voted by 612 to 204 to accept a rise, ending the Velden strike that began.",
        ),
        ("name of the velden pilot", "A Velden pilot of Tarn Air Safaris died in 2017."),
        ("when will the final velden report come", "A preliminary Velden report will come in May."),
        ("what did Edda Varn's son say", "Edda Varn's daughter said it was late."),
        (
            "why did the plane hit velden pier",
            "It was the second of its kind: a man died when his plane hit Velden pier.",
        ),
    ],
)
def test_who_tells_of_it_did_not_do_it(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who scored the velden goal", "Otto Brandt said that he scored the Velden goal by luck."),
        ("who scored the velden goal", "Otto Brandt said that Jon Arke scored the Velden goal."),
        ("who will leave velden", '"I will leave Velden," Otto Brandt said.'),
        (
            "who said the velden goal was offside",
            "Otto Brandt said that the Velden goal was offside.",
        ),
        ("how far along is the velden road", "The Velden road is 71 percent complete."),
        ("name of the velden pilot", "The Velden pilot, Ida Roe, died in 2017."),
        ("why was velden pier shut", "Velden pier was shut: its planks were loose."),
    ],
)
def test_who_did_it_by_their_own_word_did(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
