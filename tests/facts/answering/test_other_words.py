"""Everyday words find what reports say in other words, numbers with their units among them."""

import pytest

from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("ppl rescued from elevators", "Fire crews have freed 27 people from lifts."),
        ("how big are the forex reserves", "Foreign reserves stood at $8.4 billion in October."),
        ("how many people lose their job at the mill", "The mill will lay off 260 people in July."),
        (
            "how much is Stahl AG putting into the plant",
            "Stahl AG will invest £42 million in a plant.",
        ),
        (
            "Velden Mills revenue first six months",
            "Velden Mills had a revenue of £2m in the first half.",
        ),
        ("price of a 2kg bag of sugar", "A two-kilo packet of sugar was sold for Sh410."),
        ("who won the 10km race", "Edda Varn won the race over 10 km."),
        ("who heads the commission", "The commission is chaired by Edda Varn."),
    ],
)
def test_everyday_words_are_borne_out_by_those_of_reports(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


def test_number_with_another_unit_is_another_number() -> None:
    found = told("price of a 2kg bag of sugar", "A two-pound packet of sugar was sold for Sh410.")
    assert found.facts[0].lacks == ("2kg",)
