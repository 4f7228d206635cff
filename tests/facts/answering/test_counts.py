"""Those who left, a part of them, or some more are not all of them."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "how many were killed by hail in Velden",
            "In Velden 19 were killed, most of them by hail.",
        ),
        ("how many pupils does the Velden school have", "The Velden school takes 40 more pupils."),
        ("how many guards has the Velden jail", "Eleven Velden jail guards have left since May."),
        ("how many captives will be freed in Velden", "In Velden two sides will free captives."),
        ("how much is the Velden claim for", "The Velden claim is due in court on 12 May."),
        (
            "how much was trade with Velden in 2021",
            "Otto Dass saw Velden in 2021, and trade with Velden reached $3bn last year.",
        ),
        ("how many tugs does Stahl AG own", "Stahl AG has offered tug crews 11 per cent."),
        ("how many people left Velden in 2019", "Velden was raised by six metres in 2019."),
        ("how many people live in Velden", "The flood forced 1,200 people in Velden to flee."),
    ],
)
def test_others_are_counted(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many were killed in Velden", "In Velden 19 were killed, most of them by hail."),
        (
            "how many more pupils will the Velden school take",
            "The Velden school takes 40 more pupils.",
        ),
        ("how many guards has the Velden jail", "The Velden jail has 31 guards."),
        ("how many people live in Velden", "Velden is home to 1,200 people."),
        ("how many workers has Stahl AG", "Founded in 1926, Stahl AG employs 6,100 people."),
    ],
)
def test_those_asked_about_are_counted(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
