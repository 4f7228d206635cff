"""A change, a share, a multiple or a rate of pay does not tell how much there is."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many people work for Stahl AG", "Stahl AG plans to lay off 900 employees."),
        (
            "how many members has the Velden choir got",
            "The Velden choir has lost about 40 members.",
        ),
        ("how many shops does Stahl AG have", "Stahl AG is shutting 12 shops."),
        ("how much peat is in the Velden bogs", "Velden bogs hold twice as much peat as thought."),
        ("number of workers at the Velden mill", "Half of its workers go to a Velden mill in May."),
        ("how many on strike at Velden dock", "Velden dock handles 40 per cent of exports."),
        ("how much does Stahl AG charge for a chair", "At Stahl AG she was paid £9 a week."),
        ("what do bakers in Velden earn", "Bakers in Velden ask for a rise of 4.5 per cent."),
        (
            "how many Velden flats were sold",
            "In Velden the town put 14 flats up for sale.",
        ),
        ("Velden mumps numbers", "Mumps came back to Velden."),
        ("how many people drank bad water in Velden", "Velden gives drinking water to 900 people."),
    ],
)
def test_what_tells_something_else_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many people work for Stahl AG", "Stahl AG has 900 employees and will lay off 40."),
        ("how many people will Stahl AG lay off", "Stahl AG plans to lay off 900 people."),
        ("how many members has the Velden choir lost", "The Velden choir has lost 40 members."),
        (
            "how much peat is in the Velden bogs",
            "The Velden bogs hold 40 tonnes of peat, twice as much as thought.",
        ),
        ("how much does Stahl AG charge for a chair", "Stahl AG charges £90 for a chair."),
        ("what do bakers in Velden earn", "Bakers in Velden earn £400 a week."),
        ("how many injured in the Velden storm", "In the Velden storm two were injured, one died."),
        ("how many died in the Velden storm", "Two people died in the Velden storm."),
        ("how many Velden flats were sold", "Of the Velden flats on sale 12 were sold."),
        ("Velden mumps numbers", "Velden had 90 cases of mumps."),
        ("how many people drank bad water in Velden", "In Velden 90 people drank bad water."),
    ],
)
def test_what_tells_how_much_there_is_answers(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("how many injured in the Velden storm", "Two died in the Velden storm.", "injured"),
        (
            "how many goats have been vaccinated in Velden",
            "Velden has 900 doses of vaccine, of which 300 are given.",
            "goats",
        ),
    ],
)
def test_what_is_counted_instead_is_named(question: str, text: str, lacking: str) -> None:
    assert lacking in told(question, text).facts[0].lacks
