"""Who did it, what was wanted, when it happens: by the words that tell of it, and by no others."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

ATTACK = "Rebels carried out the attack on the ferry off Port Saro."
TALKS = "The dockers' union has 4,000 members.\n\nThe dockers' union wants a rise of 6%."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what are the names of the two pilots", "The two pilots were saved off Port Saro."),
        ("what were the names of the three winners", "The three winners were told in Torvia."),
        ("who carried out the attack on the ferry", "Ministers condemned the attack on the ferry."),
        ("who was behind the attack on the ferry", "Edda Varn condemned the attack on the ferry."),
        ("who is responsible for the fire", "The fire in Velden destroyed nine houses."),
        ("who set up the relief fund", "The relief fund helps families in Torvia."),
        ("who called off the match", "The match in Velden was called off on Sunday."),
        ("who took over the bakery", "Otto Brandt closed the bakery in Port Saro."),
        ("what does the hospital need", "The hospital in Velden treated 300 people."),
        ("what does the museum plan", "The museum in Velden has 40 rooms."),
        ("when does the lease run out", "The lease will run out early, Varn said yesterday."),
        ("when does the ceasefire end", "On Monday the envoy said the ceasefire would end early."),
        (
            "when will the bridge open",
            "Varn told reporters on 4 May 2026 that the bridge will open.",
        ),
        ("what did Varn promise", '"The weather was bad," Edda Varn said.'),
    ],
)
def test_fact_without_the_deed_its_doer_or_its_day_is_no_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts == () or found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "what are the names of the two pilots",
            "The two pilots, Otto Brandt and Mirel Dass, won.",
        ),
        ("what is the name of the town", "The town is in the north, near Velden in Torvia."),
        ("who resigned", "The head of Velden Line, Edda Varn, resigned on Tuesday."),
        ("who resigned", "The mayor of Velden resigned in May."),
        (
            "who stepped down as head of Velden Line",
            "The head of Velden Line, Edda Varn, resigned.",
        ),
        ("who carried out the attack on the ferry", ATTACK),
        ("who was behind the attack", "Police said the Red Oar group was behind the attack."),
        ("who set up the relief fund", "The relief fund was set up by Otto Brandt in 2019."),
        ("who founded the relief fund", "The relief fund was set up by Otto Brandt in 2019."),
        ("who called off the strike", "The dockers' union cancelled the strike on Friday."),
        ("who took over the bakery", "Otto Brandt took over the bakery in Port Saro in May."),
        ("who won the cup", "Torvia won the cup in Port Saro."),
        ("what does the hospital need", "The hospital in Velden needs 40 nurses."),
        ("how many nurses does the hospital need", "The hospital is short of 40 nurses."),
        ("when does the council want to open the bridge", "The council opens the bridge in May."),
        ("when did Varn announce the closure", "Varn announced the closure on Monday."),
        ("when does the lease end", "On Monday the owner said the lease ends on 9 June 2027."),
        ("what did Varn promise about the harbour", '"We will open the harbour," Edda Varn said.'),
        ("what did Varn pledge", "Edda Varn vowed to rebuild the bridge."),
        ("what did Varn demand", '"The owners must pay," Edda Varn said.'),
        (
            "who wrote The Salt Ledger",
            "Maria Holm, a historian, wrote in her book The Salt Ledger that ports forget nothing.",
        ),
        ("how many people were moved overnight", "About 300 people were moved to schools."),
        ("how many homes have been repaired so far", "Crews have repaired 120 homes."),
        (
            "how much has the WRB paid",
            "The Water Relief Board (WRB) helps farmers. So far it has paid €3 million to farms.",
        ),
    ],
)
def test_fact_that_tells_it_in_other_words_lacks_nothing(question: str, text: str) -> None:
    assert any(fact.lacks == () for fact in told(question, text).facts)


def test_fact_with_the_wanted_verb_goes_before_one_without_it() -> None:
    assert "rise of 6%" in told("what does the dockers union want", TALKS).facts[0].candidate.text


def test_place_of_a_deed_is_not_marked_as_its_doer() -> None:
    best = told("who carried out the attack on the ferry", ATTACK).facts[0]
    assert best.answer is None or "Port Saro" not in best.answer.of(best.candidate.text)


def test_line_without_a_verb_goes_behind_a_statement() -> None:
    text = (
        "Orrin Mills plc, investor note on the loss of Orrin Mills, 1 August 2025\n\n"
        "The mill had a dry spring.\n\nOrrin Mills made a loss of €3 million."
    )
    best = told("how much was the loss of Orrin Mills plc", text).facts[0]
    assert "€3 million" in best.candidate.text


def test_next_year_of_the_fact_is_offered_where_its_year_is_another() -> None:
    text = "Marathon in Hamnvik\n\n5 May 2025\n\nNext year's race starts at 9 a.m. on 12 May."
    assert told("when does next year's race start", text).status is not Status.UNKNOWN
