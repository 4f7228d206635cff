"""What a fact does not bear out keeps it from being given as the answer, however near it is."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

SALE = "Stahl AG bought the Weber works in March 2021 for €40 million."
FLOOD = "In September 2022, 12 people were killed and 30 injured in Torvia."
CLASHES = (
    "In September, at least 286 people were killed on both sides before a truce ended the worst "
    "clashes since 2020."
)
LEADERS = "Torvian President Edda Varn met Mayor Ilse Brandt of Velden on Monday."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who bought Stahl AG?", SALE),
        ("who did Weber buy", SALE),
        ("who bought the Weber works in March 2020", SALE),
        ("how much did Stahl AG pay for the Brenner works", SALE),
        ("how many people were killed in September 2021", FLOOD),
        ("how many people drowned in September 2022", FLOOD),
        ("how many civilians were killed in September 2022", FLOOD),
        ("how many people were killed in Kelmark", FLOOD),
        ("how many were killed in 2020", CLASHES),
        ("how many were killed in October", CLASHES),
        ("who is the president of Velden", LEADERS),
        ("who is the mayor of Torvia", LEADERS),
        (
            "when was Velda Lines founded",
            "Orrin Mills, founded in 1920, competes with Velda Lines.",
        ),
        ("when was the port founded", "The port office found in 2021 that dues were too low."),
        ("where was the second conference held", "The first conference was held in Port Saro."),
        ("what did Varn say about the harbour", '"The harbour will open," said Ilse Brandt.'),
        ("how many people drowned", "The ministry denied that 3 people had drowned."),
        ("what is the name of the nurse", "A nurse at the clinic said 12 beds were free."),
        ("who died in the 1953 eruption", "The 1953 eruption lasted 17 days."),
        ("how many soldiers were hurt", "The army said 14 pupils were hurt in the blast."),
        ("which medal did the film win", "The film was made in six weeks."),
        ("who attacked the ferry", "Ministers condemned the attack on the ferry off Port Saro."),
        ("who stole the bronze bell", "The bronze bell was stolen from Velden abbey on Sunday."),
        ("what is the name of Varn's other son", "Varn's son, Otto Varn, is a baker."),
        ("what did the union list", "The union listed these demands:"),
        ("will Varn travel to Kelmark", "Will President Varn travel to Kelmark next month?"),
        ("how much did Stahl AG lose in 2021", SALE),
        ("how long were the sailors held", "Envoys have held 14 meetings on the sailors."),
        ("how long is the pier", "The pier was rebuilt a year ago."),
        ("how long does the ferry take", "The ferry sails twice a day."),
        ("what did Varn die of", "Edda Varn, a painter, died on 5 May at a hospital in Velden."),
        ("what did Edda Varn die of", "Edda Varn died at the age of 84."),
        ("what caused the leak", "The plant did not say what had caused the leak."),
        ("did the dam kill a child", "There are claims that the dam killed a child."),
        ("what does the port council say about the pier", "The port council built the pier."),
        ("how many deputies abstained", "The motion was backed by 118 deputies."),
        ("who won the third stage", "Otto Brandt won the fourth stage on Sunday."),
        ("who won the fourth stage", "Otto Brandt won four stages of the tour."),
        ("when did prices go up", "The prices were printed in May."),
        ("did Varn plead not guilty", "Edda Varn pleaded guilty to bribery."),
        ("did Torvia back Velden at the vote", "Velden would support Torvia at the vote."),
        ("when did the works begin", SALE),
        ("what year was the mill built", "Only two years later, the mill was built by the river."),
    ],
)
def test_what_is_not_borne_out_is_never_the_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts == () or found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who bought the Weber works?", SALE),
        ("what did Stahl AG buy", SALE),
        ("who was bought by Stahl AG", "The Weber works were bought by Stahl AG."),
        ("how many people were killed in September", FLOOD),
        ("how many people were killed in september 2022", FLOOD),
        ("how many people were killed in Torvia", FLOOD),
        ("how many were injured in Torvia", FLOOD),
        ("how many were killed in September", CLASHES),
        ("who is the president of Torvia", LEADERS),
        ("who is Velden's mayor", LEADERS),
        ("who was not killed", "No one was killed."),
        ("who attacked the ferry", "Rebels attacked the ferry off Port Saro."),
        ("who stole the bronze bell", "The bronze bell was stolen by Otto Brandt."),
        ("who leads the Orchard Party", "Mirel Dass, leader of the Orchard Party, sat down."),
        ("what is the name of Varn's other son", "Varn's other son, Otto Varn, is a baker."),
        ("how many work at the mill", "The mill employs 140 people, who work in two shifts."),
        ("how many tenants havent paid", "Twelve tenants have not paid."),
        ("what happend in Velden", "In Velden a wall fell on Monday."),
        ("when does the museum open again", "The museum reopens on Tuesday."),
        ("does Varn admit the mistake", "Varn denies that it was a mistake."),
        ("who is the ceo of Orrin Mills", "Petra Holm is chief executive of Orrin Mills."),
        ("when were the pupils freed", "The pupils were released on 4 September."),
        ("what was Varn asked", "Varn was asked: will you travel to Kelmark?"),
        ("who found the wreck", "Two fishermen found the wreck on Monday."),
        ("how many soldiers were hurt", "The army said 14 troops were hurt in the blast."),
        (
            "when was Orrin Mills founded",
            "Orrin Mills, founded in 1920, competes with Velda Lines.",
        ),
        ("how long were the sailors held", "The sailors were held for 41 days."),
        ("how long is the pier", "The pier is 120 metres long."),
        ("how long is the festival", "The week-long festival opens in May."),
        ("how long has Varn run the mill", "Varn has run the mill since 2016."),
        ("what did Edda Varn die of", "Edda Varn died of a stroke on Monday."),
        (
            "who visited Velden in March",
            "Edda Varn paid a visit to Velden from 25 to 27 March 2026.",
        ),
        ("who won stage 4", "Otto Brandt won the fourth stage on Sunday."),
        ("who won the fourth stage", "Otto Brandt won stage four on Sunday."),
        ("how many mps voted for the motion", "The motion was backed by 118 deputies."),
        ("how much diesel went missing", "Some 31 million litres of diesel disappeared."),
        ("why did Varn turn the medal down", "Varn refused the medal because of the war."),
        ("how much did prices go up", "Prices rose by 4 percent."),
        ("when were the hostages let go", "The hostages were released on Monday."),
        ("what does the mayor say about the pier", '"The pier stays," the mayor said.'),
        ("how much money was handed over", "About $3 million was handed over at the border."),
        ("did Varn plead not guilty", "Edda Varn pleaded not guilty to bribery."),
        ("did Torvia back Velden at the vote", "Torvia would support Velden at the vote."),
        ("gdp of Torvia", "The gross domestic product of Torvia fell by 2 percent."),
    ],
)
def test_what_is_borne_out_lacks_nothing(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


def test_denied_claim_has_no_answer_marked() -> None:
    best = told("how many people drowned", "The ministry denied that 3 people had drowned.").facts[
        0
    ]
    assert best.answer is None


def test_date_beside_another_in_a_fact_counts_only_if_it_happened_then() -> None:
    assert told("what happened in 1987", "The gusts were the highest since 1987.").facts[0].lacks
