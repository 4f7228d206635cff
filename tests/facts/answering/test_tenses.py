"""What can or will be is not what is; a vote has its object, and a cause is not who did it."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many cars were on the Velden ferry", "The Velden ferry can carry 400 cars."),
        ("how many pupils go to Velden school now", "Velden school will get 214 pupils in May."),
        ("where is the next Velden fair", "The Velden fair was held on the old pier."),
        ("when will the Velden mill open", "The Velden mill was to open in 2027."),
        (
            "how many bakers does the Velden mill have",
            "The Velden mill had hoped to hire 600 bakers.",
        ),
        ("when did the Velden strike end", "The Velden strike is told of by the end of May."),
        ("how many guards work at Velden jail", "Two guards were hurt in Velden jail."),
        ("has the Velden mayor resigned", "The Velden mayor moved the pupils."),
        ("who is the biggest customer", '"Our biggest customer has left," Otto Brandt wrote.'),
        ("why is Varnco cutting jobs", "Varnco, a maker of vans for farms, is cutting 40 jobs."),
        ("how did Edda Varn vote on the pier", "Edda Varn left the pier before the vote."),
        ("how did Edda Varn vote on the pier", "Edda Varn voted against the bridge in May."),
        ("why did the Velden ferry stop", "The Velden ferry stopped on the reef, the mayor said."),
        ("why was the Velden pier closed", "The Velden pier was closed by the council in May."),
        ("why was the Velden fee refused", "The Velden fee was refused by four votes to one."),
        ("why did the ferry stop in Velden", "VELDEN, May 8 - The ferry stopped in Velden."),
        ("why is the Velden pier closing", "The Velden pier is to close in May 2027."),
        ("how many people were hurt in the Velden riot", "The Velden riot | 85 people"),
        (
            "how many barns did the Velden storm flatten",
            "Velden storm flattens barns\n\nIts roofs fell. They say 90 barns may be sold.",
        ),
    ],
)
def test_what_was_not_asked_is_no_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many cars were on the Velden ferry", "On the Velden ferry were 60 cars on Monday."),
        ("how many cars can the Velden ferry take", "The Velden ferry can carry 400 cars."),
        ("how many boats fish in Velden now", "Velden will have 55 boats that fish, down from 90."),
        ("when was the Velden mill supposed to open", "The Velden mill was to open in 2027."),
        ("how many guards work at Velden jail", "The jail in Velden employs 55 guards."),
        ("has the Velden mayor resigned", "The Velden mayor has resigned over the pier."),
        ("who is the biggest customer", "The biggest customer of the mill is Otto Brandt."),
        ("what was the weather like in Velden", "The weather in Velden was calm."),
        ("where is the next Velden fair", "The next Velden fair will be held on the old pier."),
        ("how did Edda Varn vote on the pier", "Edda Varn voted against the pier in May."),
        ("how did the council vote on the pier", "The council voted 4-3 to close the pier."),
        ("why did the Velden ferry stop", "The Velden ferry stopped over a row about pay."),
        ("why was the Velden pier closed", "The Velden pier was closed by thick fog in May."),
    ],
)
def test_what_was_asked_is_found(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND


def test_what_a_verb_counts_is_no_capacity() -> None:
    text = "A Velden boat with room for 12 people will make four crossings a day."
    answer = told("how many crossings a day will the Velden boat make", text)
    assert answer.facts[0].lacks == ()
    assert told("how many people were on the Velden boat", text).status is not Status.FOUND
