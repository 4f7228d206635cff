"""What a deed led to, or when it was done, is no reason for it."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

BURST = "The Lesk burst its banks in Velden on Monday, forcing 900 people out."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("why did the Lesk burst its banks", BURST),
        ("why did the Velden pump fail", "The Velden pump failed on Monday, leaving 40 homes dry."),
        ("cause of the Velden pump failure", "The Velden pump failed on Monday."),
        ("why did fighting break out in Velden", "Velden has starved since fighting broke out."),
        (
            "why did Velden scrap the stadium",
            "Velden has scrapped the stadium four months after promising it would be built.",
        ),
        ("why did Stahl Bells close", "It was cast by Stahl Bells, which closed last November."),
        ("why is the Velden mine closing", "Stahl AG will shut its Velden mine in May, it said."),
        ("reason the Velden cable is late", "The Velden cable will be laid in May, a year late."),
        ("what was the reason for the Velden delay", "The Velden delay was announced in May."),
        ("why were the Velden bells silent", "The Velden bells rang after a silence of six years."),
        ("why is Ida Roe leaving the bank", "Ida Roe leaves after 11 years as head of the bank."),
        ("why were the Velden crew held", "Torvia called for the release of the held Velden crew."),
        (
            "why were the sailors held",
            "The sailors were held by the Torvian Guard at dawn in Velden.",
        ),
    ],
)
def test_no_reason_is_told(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("why did the Lesk burst its banks", "The Lesk burst its banks after days of rain."),
        ("why did people flee Velden", BURST.replace("people out", "people to flee")),
        ("cause of the Velden pump failure", "The Velden pump failed because of a worn seal."),
        ("reason the Velden cable is late", "The Velden cable is late because a ship was lost."),
        ("why is the Velden tunnel shut", "The Velden tunnel is shut while cables are replaced."),
    ],
)
def test_a_reason_is_told(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
