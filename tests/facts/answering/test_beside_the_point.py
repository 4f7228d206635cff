"""Facts that speak of what is asked and tell something else: another giver, one who goes, a sum."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

GIFT = "Torvia would contribute 12 million crowns to the Lesk Fund."
LEAVES = "Edda Varn steps down next month after 11 years as director of the Library of Velden."
NEXT = "The Trade portfolio goes to Edda Varn, while Otto Brandt moves from Health to Finance."
ENDED = "Otto Brandt, the winner in 2024, blamed a blister for his defeat."
SPRINKLERS = "Otto Brandt and his two mates knew of the broken sprinklers on the Aurelia."
TURNOUT = "Turnout was 67.8%, the highest since 1998, the Velden commission said."
COMING = "We come to the petition against the Velden gate, which has 900 signatures."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is Kelmark giving to the Lesk Fund", GIFT),
        ("who takes over from Varn at the Library of Velden", LEAVES),
        ("who was trade minister before Varn", NEXT),
        ("who was the women's winner in 2024", ENDED),
        ("how many of the Aurelia's sprinklers were broken", SPRINKLERS),
        ("how many of our own citizens were killed", "Five people were killed in Velden."),
        ("how much money does the Velden club have", "£750 to the Velden club for a tank"),
        ("what is the Velden school levy for", "The Velden school levy is £400 a year."),
        ("what did the tribunal decide on Velden", "No one fishes in Velden until it decides."),
        ("Velden turnout at the last election before this one", TURNOUT),
        ("what happened with the petition on the Velden gate", COMING),
        ("has our side given up Velden", "The other side claims to hold Velden since Monday."),
        ("who is against Stahl AG paying the fine", "Stahl AG is paying the fine in May."),
        ("where was the Coral built", "The new ship, the Stahl Coral, entered service in August."),
    ],
)
def test_what_is_beside_the_point_is_not_the_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is Torvia giving to the Lesk Fund", GIFT),
        ("who takes over from Varn in Velden", "Otto Brandt takes over from Edda Varn in Velden."),
        ("who was trade minister before Varn", "Edda Varn replaces Otto Brandt as trade minister."),
        ("who was the women's winner in 2024", "Ida Roe was the women's winner in 2024."),
        ("how many of the sprinklers were broken", "In Velden 11 of 26 sprinklers were broken."),
        ("how much money does the Velden club have", "The Velden club has £812 in the bank."),
        ("what is the Velden levy for", "The Velden levy is for a water tank."),
        ("what did the tribunal decide on Velden", "The tribunal decided that Velden may fish."),
        ("who is against Stahl AG paying the fine", "Ida Roe objects to Stahl AG paying the fine."),
        ("where was the Coral built", "The Coral was built at a yard in Velden."),
    ],
)
def test_what_tells_it_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
