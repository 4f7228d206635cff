"""A deed told from the other side answers only where the asked side is shown."""

import pytest

from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who bought Tarrow Shipping", "Tarrow Shipping was sold to the Lindqvist family."),
        ("who sold the Dalby brewery", "Kessel Civil bought the Dalby brewery from Harland Trust."),
        ("who lent Corrin the money", "In May Corrin borrowed £6 million from the Aldane bank."),
        ("who supplies gas to Torvia", "Torvia gets its gas from Lesk."),
        ("who beat Oldby Town", "Oldby Town lost 2-1 to Brannock Athletic."),
        ("who lost to Fennick United", "Fennick United defeated Keld Rangers 3-0."),
        ("who lost to Fennick United", "Keld Rangers were beaten by Fennick United."),
        ("who won the Velden contract", "The Velden contract was awarded to Stahl AG."),
        ("what did Sif Lorne win", "Sif Lorne was awarded the Brandt Prize."),
        ("when was Tarrow Shipping sold", "Lund Lines bought Tarrow Shipping on 4 March."),
    ],
)
def test_other_side_of_the_deed_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who bought Tarrow Shipping", "Tarrow Shipping sold two tugs to Lund Lines."),
        ("who won the Velden contract", "Stahl AG awarded the Velden contract in May."),
        ("who bought Tarrow Shipping", "Tarrow Shipping acquired Lund Lines in March."),
        ("who sold Tarrow Shipping", "Tarrow Shipping bought a yard from Bexa Marine."),
        ("who bought the brewery from Bexa Marine", "The brewery was sold to Bexa Marine."),
        ("is Torvia buying Quillon Group", "Torvia is in talks to sell a mill to Quillon Group."),
        ("how much did Kessel Foods borrow", "Kessel Foods lent £6 million to a supplier."),
        ("who lost to Oldby Town", "Oldby Town were beaten by Fennick United."),
        ("who beat Harwick Rovers", "Harwick Rovers defeated Keld Rangers 2-0."),
        ("who supplies Torvia with gas", "Torvia sold gas from March to May."),
    ],
)
def test_one_side_of_the_deed_does_not_stand_for_the_other(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks != ()


LETTER = "Mayor Otto Brandt wrote to the minister in March."


def test_who_is_written_to_does_not_write() -> None:
    assert told("when did the minister write to the mayor", LETTER).facts[0].lacks
    assert told("when did the mayor write to the minister", LETTER).facts[0].lacks == ()
    loan = "The bank lent $4 million to Stahl AG in March."
    assert told("when did the bank lend money to Stahl AG", loan).facts[0].lacks == ()
