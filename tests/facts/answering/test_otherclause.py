"""What a fact tells of another clause, another doer or another side is no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

BURNED = "The new Velden depot replaces the depot that burned down in 2021."
UNLESS = "The Lund ferries will run out of fuel by 9 December unless the Velden lock opens."
SCHOOLS = "Reopening of the Velden mine\n\nPrimary schools will reopen on 4 May 2026.\n"
ASKED = "The deputy Otto Dass has called on the harbour minister to step in."
TEAMS = (
    "Velden beat Ravnik 2-0\n\n"
    "Ravnik pressed hard. But they lost their captain, Otto Dass, to a knee injury.\n"
)
BOOK = "The book of Ida Roe\n\nShe lives alone with three dogs on the coast of Velden.\n"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what did the harbour minister say to Otto Dass", ASKED),
        ("which judge ruled on the Velden shelter", "Velden shelter\n\nHe wrote a long ruling.\n"),
        ("who burned down the Velden depot", BURNED),
        ("who closed the Velden mill", "The Velden mill closed in 2019 after a strike."),
        ("who sank the Velden ferry", "The Velden ferry sank on Monday in a storm."),
        ("when will the Velden lock open", UNLESS),
        ("when will the Velden mine reopen", SCHOOLS),
        (
            "when did the Velden mill close",
            "In May 2019 the owner sold his boats before the Velden mill closed.",
        ),
        (
            "what was the dog of Edda Varn called",
            "The dog of Edda Varn barked at a call from Lund.",
        ),
        ("what is the book of Ida Roe about", BOOK),
        ("who captains Velden", TEAMS),
        (
            "why was Edda Varn against closing the Velden mill",
            "Edda Varn, who voted against closing the Velden mill, declined to comment.",
        ),
        ("who detained the Velden sailors", "The Velden sailors detained in Lund wrote home."),
        (
            "why did the Velden roof fall in",
            "The baths have been closed since part of the old Velden roof fell in.",
        ),
        (
            "what did the Velden laboratory find",
            "We have sent samples of the water to the Velden laboratory.",
        ),
        (
            "what did the Velden tribunal decide about the strike",
            "City Trams has asked the Velden tribunal to rule the strike unlawful.",
        ),
        (
            "what did the brother of Edda Varn say",
            "She denied that the brother of Edda Varn had played any role.",
        ),
        (
            "who is the new director of the Velden museum",
            "Edda Varn steps down in May after 11 years as director of the Velden museum.",
        ),
        ("did Velden ratify the treaty", "Otto Dass expected Velden to ratify the treaty by May."),
        (
            "when did the Lund drivers go on strike",
            "The Lund drivers have threatened a nationwide strike from 12 March.",
        ),
    ],
)
def test_what_belongs_to_another_clause_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "what did the harbour minister say about the Velden lock",
            "The harbour minister said that the Velden lock would be mended by May.",
        ),
        (
            "which judge ruled on the Velden shelter",
            "Judge Otto Dass ruled on the Velden shelter on Monday.",
        ),
        ("who burned down the Velden depot", "Two boys burned down the Velden depot in 2021."),
        ("who closed the Velden mill", "Stahl AG closed the Velden mill in 2019."),
        ("who opened the Velden fair", "The Velden fair, opened by Edda Varn, lasts three days."),
        ("when will the Velden lock open", UNLESS.replace("opens", "opens on 3 December")),
        ("when will the Velden lock open", "The Velden lock will open on 3 December if it is dry."),
        ("when will the Velden schools reopen", SCHOOLS.replace("mine", "schools")),
        (
            "what was the dog of Edda Varn called",
            "The dog of Edda Varn, called Rufus, barked at a call from Lund.",
        ),
        (
            "what is the book of Ida Roe about",
            "The book of Ida Roe is about a woman who inherits a mill.",
        ),
        ("who captains Ravnik", TEAMS),
        (
            "why was Edda Varn against closing the Velden mill",
            "Edda Varn was against closing the Velden mill because 90 people work there.",
        ),
        ("who detained the Velden sailors", "Police detained the Velden sailors in Lund."),
        ("who detained the Velden sailors", "The Velden sailors were detained by Lund police."),
        (
            "who is the new director of the Velden museum",
            "Edda Varn succeeds Otto Dass, who retires, as director of the Velden museum.",
        ),
        (
            "when did the Lund drivers go on strike",
            "The Lund drivers went on strike on 12 March.",
        ),
    ],
)
def test_what_the_clause_of_its_own_tells_is_the_answer(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND
