"""A figure answers only where it measures what is asked, and the words tell of the same deed."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

RACE = "Edda Varn ran the 400 metres in Velden on Saturday and broke a record of 2004."
VISA = "The visa costs 40 dollars for stays of up to 90 days."
FERRY = "Councillor Otto Brandt told the ambassador that 30 ferries had been sold."
BALLOT = "Six members voted for the harbour tax."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how fast did Edda Varn run", RACE),
        ("how tall is the lighthouse", "The lighthouse in Velden has 40 visitors a day."),
        ("how heavy is the bell", "The bell in Velden is 40 centimetres tall."),
        ("visa cost for stays longer than 90 days", VISA),
        ("who came third in the 400 metres", RACE),
        ("what did the ambassador tell Brandt", FERRY),
        ("who voted for the harbour tax", BALLOT),
        ("which prize did the night ferry win", "The night ferry was painted in 2004."),
        ("how much will the library repair cost", "The library repair will begin in May 2026."),
        ("Stahl AG offer", "Stahl AG denied that it had made an offer."),
        ("who is the treasurer of the dockers union", "The dockers union wants a rise of 6%."),
    ],
)
def test_figure_of_another_measure_and_another_deed_are_no_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts == () or found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how fast did Edda Varn run", "Edda Varn ran the 400 metres in 49.37 seconds."),
        ("how old was Varn when the mill closed", "Edda Varn was 13 when the mill closed."),
        ("visa cost for stays shorter than 90 days", VISA),
        ("visa cost for stays of 90 days", VISA),
        ("when does the lithium ban begin", "Torvia has a lithium ban from 1 July."),
        ("when will the airport reopen", "The airport will not reopen before 6 am."),
        ("when did the lido first open", "The lido opened on 6 June 1936."),
        (
            "when does work on the second metro line start",
            "Work on the second line of the metro is to start in October.",
        ),
        ("how many passengers stay in the terminal", "Some 190 passengers stay in the terminal."),
        ("deadline for the new timetable", "The new timetable is due within 60 days."),
        ("who chaired the summit", "The summit was held under the chairmanship of Edda Varn."),
        ("how many dead in the landslide", "The landslide killed at least six people."),
        ("what did President Varn say", 'President Edda Varn said: "The harbour will open."'),
        ("who has led the mill since March 2019", "Prell has led the mill since March 2019."),
    ],
)
def test_fact_that_measures_what_is_asked_lacks_nothing(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


def test_answer_stands_before_the_question_that_somebody_put() -> None:
    asked = "How much has this mission cost?\n\nIt has cost 8.4 million florins since it began."
    assert told("cost of the mission", asked).facts[0].candidate.text.startswith("It has cost")


def test_what_he_did_is_told_by_the_sentence_before() -> None:
    text = "The board appointed Edda Varn on Monday.\n\nShe succeeds Otto Brandt."
    best = told("who replaces Otto Brandt", text).facts[0]
    assert best.candidate.text.startswith("She succeeds")
    assert best.lacks == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much does a berth in Velden cost", "Velden harbour has 1,330 berths for yachts."),
        ("how much did the mill pay for the barge", "The mill paid for the barge after 14 days."),
        ("what did Stahl AG pay for the barge", "Stahl AG paid for the barge in March 2019."),
        ("how much is the barge worth", "The barge is worth a visit, say 14 sailors."),
        ("how much did last years regatta cost", "The regatta of 2011 cost 40 dollars."),
    ],
)
def test_price_is_a_sum_of_money(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much does a berth in Velden cost", "A berth in Velden costs 40 dollars a night."),
        ("how much did the mill pay for the barge", "The mill paid 4 million for the barge."),
        ("how much does the fund pay", "The fund pays 3% a year."),
        ("what did Stahl AG pay for the barge", "Stahl AG paid 310 torvals for the barge."),
        ("how much is the barge worth", "The barge is worth $2.5m."),
    ],
)
def test_sum_or_rate_answers_what_is_paid(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how big is the blaze", "The blaze moved to within six kilometres of Velden."),
        ("how big is the blaze", "The blaze forced 2,800 residents of Velden to leave."),
        ("how long is the ferry strike", "The ferry strike is the third since November."),
        ("where did the rot come from", "The laboratory confirmed rot at a mill in Velden."),
        ("how well does the serum protect cattle", "Edda Varn will test the serum in cattle."),
        ("how many shelters take dogs", "Fourteen shelters are open in Velden."),
    ],
)
def test_what_gives_no_measure_origin_or_purpose_is_no_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how big is the blaze", "The blaze has burned 4,000 hectares near Velden."),
        ("how big was the crowd", "The crowd of 2,800 people waited in Velden."),
        ("how long is the ferry strike", "The ferry strike will last 64 hours."),
        ("how long has the ferry strike lasted", "The ferry strike has lasted since November."),
        ("where did the rot come from", "The rot came from a mill in Velden."),
        ("how well does the serum protect cattle", "The serum protected 80% of cattle."),
        ("how many shelters take dogs", "Nine shelters take dogs."),
    ],
)
def test_measure_origin_and_purpose_answer(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize("text", ["Otto Brandt won a R4.3m contract.", "Otto Brandt got $5m."])
def test_a_sum_is_no_length(text: str) -> None:
    assert told("how long did Otto Brandt get", text).status is not Status.FOUND
