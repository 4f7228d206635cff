"""The start is not the end, a day is no time of the day, and a list's figure is not one's own."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

TRIES = "Velden led at half-time through two tries by Henri Dahl."
CLUB = "The Velden Rowing Club was founded in 1911 and has about 85 members."
SHOPS = "Stahl AG has 340 shops in Velden, Kelmark and Torvia."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when will the Velden survey be finished", "The Velden survey starts in December."),
        ("when will the Velden nurses' strike end", "Velden nurses went on strike on Monday."),
        ("what time is the Velden parade", "The Velden parade will be held on 9 June."),
        ("how many tries has Dahl got this season", TRIES),
        (
            "when did Stahl AG cheat farmers",
            "A court fined Stahl AG last month for cheating farmers.",
        ),
        ("how many shops does Stahl AG have in Kelmark", SHOPS),
        ("how long has Ida Roe been curator", "Curator Ida Roe said pay was safe until September."),
        ("when did Otto Dass become rector", "The rector, Otto Dass, left in January."),
        (
            "when will the Velden clinic open",
            "VELDEN, 11 March - The Velden clinic will open late.",
        ),
        ("how many members did the Velden Rowing Club have in 1911", CLUB),
        ("number of workers at Stahl AG in 1926", "Founded in 1926, Stahl AG has 6,100 workers."),
    ],
)
def test_another_time_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when will the Velden survey be finished", "The Velden survey will be finished in May."),
        ("how many members does the Velden Rowing Club have", CLUB),
        ("how many boats were moved in 2021", "Forty boats were moved in 2021 to Velden."),
        (
            "how many rooms did the Velden hotel open with in 1911",
            "The Velden hotel opened in 1911 with 40 rooms.",
        ),
        ("what time is the Velden parade", "The Velden parade will be held at 7pm on 9 June."),
        ("how many tries has Dahl got this season", "Henri Dahl has 12 tries this season."),
        ("when did Stahl AG cheat farmers", "Stahl AG cheated farmers in 2019."),
        ("how many shops does Stahl AG have", SHOPS),
    ],
)
def test_the_time_asked_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
