"""What a fact leaves out by the sort of question: a degree, a result, a toll, a name."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

FOURS = (
    "Perumal took four wickets in Velden on Friday. Edda Varn had made 68 before that, "
    "hitting nine fours."
)
BORN = "Edda Varn was born in the town of Sorn and taught there until 2006."
SWAP = "Envoys of Torvia and the Lund Front ended talks in Velden on a swap of prisoners."
DAM = "The Velden dam broke on 8 May 2024 after three days of rain."
LINK = "Flights to Velden\n\nFlights to Velden will start by 1 May 2027.\n"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how dangerous is the Velden fever outbreak", "The Velden fever outbreak began in May."),
        ("what was the result of the Lund ballot", "The Lund ballot is about pay for 90 drivers."),
        ("did anyone die when the Velden dam broke", DAM),
        (
            "who is on trial over the Velden dam",
            "The committee held nine hearings on the Velden dam and heard Edda Varn.",
        ),
        ("which airline makes the flights to Velden", LINK),
        (
            "how many fours did otto perumal hit",
            "Otto Perumal led Velden\n\nIn Velden Edda Varn hit nine fours on Friday.",
        ),
        ("what year was Edda Varn born", BORN),
        ("when was Edda Varn born", BORN),
        ("names of the prisoners in the Velden swap", SWAP),
        ("what was the man in Velden charged with", "The Velden man was freed without charge."),
        (
            "what was the Velden driver charged with",
            "Charges against the Velden driver were dropped.",
        ),
        ("price of Velden hazelnuts", "Exports of Velden hazelnuts rose to 94,000 tonnes."),
        ("how much were tickets for the Velden opera", "Velden opera tickets went in 40 minutes."),
        (
            "Stahl AG profit first half",
            "Stahl AG had a turnover of £27.8 million in the first half.",
        ),
        (
            "when will the Velden library close",
            "Last week we wrote that the Velden library would close in June.",
        ),
    ],
)
def test_what_is_left_out_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many fours did Edda Varn hit", "In Velden Edda Varn hit nine fours on Friday."),
        ("when was Edda Varn born", "Edda Varn, born in Sorn in 1971, taught until 2006."),
        ("names of the prisoners in the Velden swap", "Velden: prisoners Ida Roe and Otto Dass."),
        ("what was the Velden man charged with", "The Velden man was charged with theft."),
        ("price of Velden hazelnuts", "The price of Velden hazelnuts is 120 crowns a kilo."),
        ("how much were tickets for the Velden opera", "Velden opera tickets were 40 crowns."),
        ("Stahl AG profit first half", "Stahl AG made a profit of £2.8 million in the first half."),
        (
            "how dangerous is the Velden fever outbreak",
            "The risk of the Velden fever outbreak is low for the region.",
        ),
        (
            "what was the result of the Lund ballot",
            "The result of the Lund ballot was 90 votes for a strike and 12 against.",
        ),
        ("did anyone die when the Velden dam broke", DAM.replace("after", "and nobody died in")),
        (
            "who is on trial over the Velden dam",
            "The builder Otto Dass is on trial over the Velden dam.",
        ),
        (
            "which airline makes the flights to Velden",
            LINK.replace("will start", "by Air Lund will start"),
        ),
        (
            "when will the Velden library close",
            "The Velden library will close in June, the mayor said.",
        ),
    ],
)
def test_what_is_told_is_the_answer(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND
