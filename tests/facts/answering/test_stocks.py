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
        (
            "what do bakers in Velden earn",
            "Velden bakers voted 41 to 9 for a rise of 4%.",
            "how much",
        ),
    ],
)
def test_what_is_counted_instead_is_named(question: str, text: str, lacking: str) -> None:
    assert lacking in told(question, text).facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many bus routes are there in Velden", "Velden's bus routes have fallen by 12."),
        (
            "how many mills does Velden have",
            "Velden Mills plc (VMP) today announced revenue of $742 million, up from $707 million.",
        ),
        (
            "how many tickets for the fair in Velden are left",
            "900 tickets were sold on Tuesday for the summer fair in Velden.",
        ),
        ("mumps cases numbers Velden", "Velden last had mumps in May, when 31 people died."),
        ("number of jobless in Velden", "In Velden 5.1% were jobless in April."),
        ("how many clients has Stahl Bank", "Stahl Bank has paid €6m to 700 clients."),
        ("how many people live in Velden", "Some 1,200 residents of Velden were told to leave."),
        (
            "how much did Velden fairs bring in",
            "The takings of Velden fairs fell by 8% in two years.",
        ),
        ("how much is the Velden envoy paid", "The Velden envoy has cost 8 million florins."),
        ("price of the Velden vaccine", "Velden gave out 900 doses of the vaccine."),
        ("how long is the Velden tunnel", "The Velden tunnel will shut for five nights."),
        ("how much will a Velden pool ticket cost", "Velden will spend £3m on its pool tickets."),
        ("how many votes were cast in Velden", "Velden was won by 23 votes."),
    ],
)
def test_another_sort_of_figure_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many clients has Stahl Bank", "Stahl Bank has 700 clients."),
        ("how many mills does Velden Mills have", "Velden Mills has nine mills."),
        ("how many people live in Velden", "Some 1,200 people live in Velden."),
        ("how much did Velden fairs bring in", "The Velden fairs brought in €9,000."),
        ("how much is the Velden envoy paid", "The Velden envoy is paid 8,000 florins."),
        ("price of the Velden vaccine", "The price of the Velden vaccine is 90 pesos."),
        ("how many Velden tickets are left", "Only 70 Velden tickets are left."),
        ("how long is the Velden tunnel", "The Velden tunnel is 3 km long."),
        ("how much will a Velden pool ticket cost", "A ticket to the Velden pool will cost £3."),
        ("how many votes were cast in Velden", "In Velden 900 votes were cast."),
        ("how many cases of mumps in Velden", "Velden has 31 cases of mumps."),
    ],
)
def test_the_sort_of_figure_asked_answers(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND
