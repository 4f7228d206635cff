"""A fact that names nobody answers no question for a name, nor one that names somebody beside."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

CLERK = "Judge Edda Varn said the case began with a call from a clerk who had found a wrong date."
KEEPER = "Lena Holm, a lighthouse keeper, found the wreck off Velden."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("name of the clerk who found the wrong date", CLERK),
        ("whats the clerk who found the wrong date called", CLERK),
        ("what is the name of the village where Edda Varn lives", "Edda Varn lives in a village."),
        ("name of the torvian envoy", "President Salim Rode thanked the Torvian envoy."),
        ("names of the divers", "The Velden crew has held three divers since May."),
        ("which school got the bell", "Edda Varn gave the bell to a school."),
        ("which prize did the poem win", "The poem won a prize in 1971."),
        ("which members voted against the rent rise", "Two members voted against the rent rise."),
        ("which rival line wants the Velden ships", "A rival line wants ten of the Velden ships."),
        ("which sailors have broken legs", "Velden sailors\n\nTwo of them have broken legs."),
        ("who were the two guards killed in Velden", "Gunmen killed two guards in Velden."),
        ("name of the fund that paid for the pier", "The pier was paid for by a German fund."),
        ("which hospital was the Velden cook taken to", "The Velden cook was taken to hospital."),
        ("who is the keeper who found the wreck", "A keeper found the wreck off Velden."),
        ("who is the Torvian trade secretary", "The Torvian trade secretary came on Monday."),
        ("who refereed the Velden match", "Otto Brandt was angry with the referee in Velden."),
        ("who was the linesman in Velden", "Otto Brandt was angry with the linesman in Velden."),
        ("names of the inns that got water", "Two inns got water, Ida Roe said in Velden."),
        (
            "which three riders fell in Velden",
            "Ida Roe defended the Velden road, where three fell.",
        ),
        ("what cargo was on the Aurelia", "Dockers would not go near the Aurelia in May."),
    ],
)
def test_nobody_is_named(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("name of the clerk who found the date", "A clerk, Ida Roe, found the wrong date."),
        ("name of the keeper who found the wreck", KEEPER),
        ("which prize did the poem win", "The poem won the Lund Prize in 1971."),
        ("which school got the bell", "Edda Varn gave the bell to a school in Kelmark."),
        ("who refereed the Velden match", "The Velden match was refereed by Otto Brandt."),
        ("which members voted against the rent", "Members Roe and Dahl voted against the rent."),
        ("which three riders fell in Velden", "Otto Roe, Ida Dahl and Jan Lund fell in Velden."),
        ("what cargo was on the Aurelia", "The cargo on the Aurelia was salt."),
    ],
)
def test_names_beside_what_is_asked_answer(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
