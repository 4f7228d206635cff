"""An outright answer holds the kind of thing asked for; what holds it is not refused."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

CLOSURE = "The Velden ferry stopped in March 2019 on the northern route."
KENNELS = """Dealer in court over stolen hounds

Otto Brandt, 61, denies two charges of theft at Velden court in May.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("why did the Velden ferry stop in 2019", CLOSURE),
        ("why did the crew leave without pay", "The crew left the ship without pay on Monday."),
        ("name of the woman who fell from the pier", "A woman aged 40 fell from the pier."),
        ("how many hounds did Otto Brandt steal", KENNELS),
        ("how many bakers work at the mill", "The mill has had bakers for 30 years."),
        ("how fast did Mirel Dass swim", "Mirel Dass swam the fastest 200 metres since 2011."),
        ("how high is the Velden dam", "The Velden dam was built by 300 workers."),
        ("how often does the ferry sail to Velden", "The ferry to Velden has 40 seats."),
        ("how old is Otto Brandt", "Otto Brandt won 14 races in Velden."),
        ("how heavy was the Velden bell", "The Velden bell hung 30 metres above the square."),
        ("pier fee Velden", "The Velden pier fee will rise by 4%."),
        ("deadline for pier plans", "The deadline for pier plans has passed."),
        ("Velden lines dividend", "Velden Lines results\n\nVelden Lines reports on its year."),
        ("profit outlook Velden Lines", "Velden Lines today reports on trading for its year."),
        ("Otto Brandt quote on the pier", "Otto Brandt built the pier in Velden."),
        ("how long do the blue ferries take", "In Velden red ferries take 40 minutes."),
        ("how long were the sailors held", "Sailors freed\n\nEnvoys held 14 meetings in May."),
        ("do anglers get a boat", "Fair for anglers\n\nThe fair in Velden gets a new boat."),
        ("death toll Velden", "In Velden 14 bakers were hired."),
        ("who was the previous mayor of Velden", "Ilse Brandt is the mayor of Velden."),
        ("how much was the pier fee before the rise", "The pier fee will be 9 crowns on Monday."),
        ("why does Varn like the mill", "Why Edda Varn likes the mill\n\nEdda Varn, the mill"),
        ("did Brandt rename the port", "The port renamed\n\nOtto Brandt saw the port."),
    ],
)
def test_fact_without_the_kind_of_thing_asked_for_is_no_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("why did the Velden ferry stop", "The Velden ferry stopped after its engine broke."),
        ("why were the jets grounded", "The jets in Velden were grounded by thick fog."),
        ("why did the Velden ferry stop", "The Velden ferry stopped to pick up 30 pupils."),
        ("why did the Velden ferry stop", "The stop of the Velden ferry was blamed on fog."),
        ("why was Otto Brandt sent off", "Otto Brandt was sent off for a second foul."),
        ("name of the woman who fell", "Mirel Dass, 40, is the name of the woman who fell."),
        ("title of Varn's book", "Edda Varn's book, A Year of Salt, sold 40 copies."),
        ("how many bakers work at the mill", "Some 30 bakers have worked at the mill for a year."),
        ("how many soldiers were hurt", "Of the soldiers, 14 men were hurt in the blast."),
        ("how fast did Mirel Dass swim", "Mirel Dass swam the 200 metres in 1:56.3."),
        ("how fast is the Velden ferry", "The Velden ferry does 31 knots."),
        ("how high is the Velden dam", "The Velden dam is 80 metres high."),
        ("how often does the ferry sail", "The ferry will sail twice a day."),
        ("how old is Otto Brandt", "Otto Brandt, 57, won in Velden."),
        ("pier fee Velden", "The Velden pier fee is 4 crowns."),
        ("pier fee Velden", "The Velden pier fee is 40 velars."),
        ("deadline for pier plans", "The deadline for pier plans is 30 June."),
        ("Otto Brandt quote on the pier", '"The pier stays," said Otto Brandt.'),
        ("quotes by Otto Brandt about the pier", '"The pier stays," said Otto Brandt.'),
        ("how long do the ferries take", "In Velden red ferries take 40 minutes."),
        ("how long were the sailors held", "The sailors were held for 14 days in May."),
        ("do anglers get a boat", "They get a new boat for anglers in Velden."),
        ("death toll Velden", "In Velden 14 bakers were killed."),
        ("how many were hired according to the mayor", "The mayor said 14 bakers were hired."),
        ("who was the previous mayor of Velden", "Mayor Ilse Brandt of Velden succeeds Otto Dass."),
        ("how much was the pier fee before the rise", "The pier fee rises to 9 crowns from 7."),
        ("how many deaths were confirmed", "The ministry confirmed one death."),
        ("what is the name of the dish in Velden", "In Velden the dish is called gulai."),
        ("how much is the pier fee from May", "The pier fee is 4 crowns from 1 May 2026."),
        ("how many flights were cancelled", "Some 46 flights were cancelled in two days."),
    ],
)
def test_fact_with_the_kind_of_thing_asked_for_lacks_nothing(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


def test_anybody_asks_for_no_word_of_its_own() -> None:
    found = told("did anybody drown in Velden", "Two anglers drowned in Velden on Sunday.")
    assert found.status is Status.FOUND


@pytest.mark.parametrize("question", ["how many people die there", "did anyone die in Velden"])
def test_english_die_is_asked_for(question: str) -> None:
    text = "The fair in Velden drew 900 people there.\n\nTwo anglers died in Velden on Sunday."
    assert "died" in told(question, text).facts[0].candidate.text


def test_german_die_is_an_article() -> None:
    assert told("wo ist die Fähre", "Die Fähre nach Velden ist da.").facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when will the water be back", "The water will be restored on Tuesday."),
        ("who pays for the new pier", "The new pier is funded by Otto Brandt."),
        ("who found out about the theft", "A clerk noticed the theft in May."),
        ("how many calves did they kill", "They culled 40 calves in Velden."),
        ("when did they scrap the ferry plan", "They axed the ferry plan in May."),
        ("mill rent now vs 2021", "The mill rent was 900 crowns in 2021 and is now 1,400."),
    ],
)
def test_everyday_words_stand_for_those_of_reports(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


DEAL = """The energy ministers of Sweden and Norway signed a gas deal in Riga on Monday.

Norway's energy minister, Lena Varo, called it "fair for both"."""


def test_office_of_two_lands_names_nobody_who_holds_it() -> None:
    assert told("who is the energy minister of Sweden", DEAL).status is not Status.FOUND
    found = told("who is Norway's energy minister", DEAL)
    assert found.status is Status.FOUND
    assert found.facts[0].answer is not None
    assert found.facts[0].answer.of(found.facts[0].candidate.text) == "Lena Varo"


def test_where_is_the_place_that_something_was_done_in() -> None:
    found = told("where was the gas deal signed", DEAL).facts[0]
    assert found.answer is not None
    assert found.answer.of(found.candidate.text) == "Riga"
