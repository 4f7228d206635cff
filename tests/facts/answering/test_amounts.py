"""A figure beside what is asked is not the amount asked for."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

DAM = "The Velden dam, 14 kilometres upstream, began to release water on Sunday."
VOTES = "Velden members agreed by nine votes to five to turn the mill into flats."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is the Velden mooring fee", "The Velden mooring fee will rise by £5 in July."),
        ("price of the Velden mooring fee", "The Velden mooring fee will rise by £5 in July."),
        ("how much water did the Velden dam release", DAM),
        ("how many Velden pupils had one jab", "Some 340 Velden pupils have had both jabs."),
        ("what profit did Stahl AG make", "Stahl AG reported sales of £2.1bn."),
        ("how old is Otto Brandt", "Otto Brandt said Stahl AG had lost money since 2023."),
        ("how many flats will there be in the Velden mill", VOTES),
        ("cost of the Velden flats", VOTES),
        ("how much is a Velden pool ticket", "The Velden pool lost $300 in ticket sales."),
        ("how much is spent on Velden schools", "Velden raises spending on schools by 8%."),
        ("by how much will Velden fares be cut", "Velden fares will be cut in three steps."),
        ("how long is the Velden newt", "The Velden newt lives at 2,900 metres."),
        ("what are the reading scores", "The reading scores in Velden rose again."),
        ("how strong was the Velden quake", "The Velden quake killed 44 people."),
        ("how many beds will the new Velden clinic have", "The old Velden clinic has 310 beds."),
        ("value of the Velden vouchers", "Buyers with Velden vouchers can no longer use them."),
        ("how high is the Velden wall", "The Velden wall stops 900 cubic metres a second."),
        ("flu deaths in Velden", "Some 19 cases of flu were reported in Velden."),
        ("what did Edda Varn die of", "Edda Varn, who has died aged 88, drew the moths of Velden."),
        ("what did Stahl AG pay for Ida Roe", "Stahl AG spent £22m on Ida Roe and Jon Arke."),
        ("cause of Edda Varn's death", "Edda Varn's death was announced by her son."),
    ],
)
def test_another_amount_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is the Velden mooring fee", "The Velden mooring fee will rise by £5 to £40."),
        ("by how much will the Velden fee rise", "The Velden fee will rise by £5 in July."),
        ("how much water did the Velden dam release", "The Velden dam released 9 tonnes of water."),
        ("what profit did Stahl AG make", "Stahl AG reported a profit of £2.1bn."),
        ("how old is Otto Brandt", "Otto Brandt, 57, said Stahl AG had lost money."),
        ("what did Edda Varn die of", "Edda Varn died on Monday of a stroke."),
    ],
)
def test_the_amount_asked_for_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("how much was Otto Brandt's bail", "Otto Brandt was given bail of R50,000.", "R50,000"),
        (
            "how much was Otto Brandt's bail",
            "After the eight months that Otto Brandt spent in custody his bail was $50,000.",
            "$50,000",
        ),
        ("what did Otto Brandt pay", "Otto Brandt spent N85,000 at the clinic.", "N85,000"),
        ("how much is the Velden fee", "The Velden fee is Sh500.", "Sh500"),
        ("price of the Velden levy", "The Velden levy is GH¢2 a kilo.", "GH¢2 a kilo"),
    ],
)
def test_sums_of_many_lands_are_money(question: str, text: str, words: str) -> None:
    best = told(question, text).facts[0]
    assert best.lacks == ()
    assert best.answer is not None
    assert best.answer.of(text) == words


def test_a_sum_counts_no_people() -> None:
    text = "Velden spent N85,000 on patients."
    assert told("how many patients were in Velden", text).status is not Status.FOUND
