"""Decisions: found only when sure and ahead, and nothing offered that is only noise."""

import pytest

from facts.answering.decide import worth_offering
from facts.answering.types import Candidate, RankedFact, Score, Status
from tests.facts.answering.store import ask

COUNCIL = tuple(
    f"Velden's council met on {day} to talk about the harbour {part}."
    for day, part in (("Monday", "wall"), ("Tuesday", "lights"), ("Friday", "crane"))
)


def ranked(*scores: float) -> list[RankedFact]:
    return [
        RankedFact(Candidate(at, str(at)), Score(score, {}), None)
        for at, score in enumerate(scores)
    ]


def test_facts_equally_near_are_a_choice() -> None:
    found = ask("When did Velden's council meet to talk about the harbour?", COUNCIL)
    assert found.status is Status.CHOICE
    assert len(worth_offering(found.facts)) == 3


def test_lone_fact_needs_no_lead() -> None:
    found = ask("When did Velden's council meet about the harbour crane?", COUNCIL[2:])
    assert found.status is Status.FOUND


def test_noise_is_not_offered() -> None:
    assert [fact.candidate.fact_id for fact in worth_offering(ranked(0.8, 0.7, 0.002))] == [0, 1]
    assert worth_offering([]) == ()


@pytest.mark.parametrize("asked", ["on Nov. 9", "on 9 November", "on the 9th November"])
def test_day_that_the_fact_does_not_give_is_not_given(asked: str) -> None:
    found = ask(f"Where did the foreign ministers meet {asked}?")
    assert (found.status, found.reason) == (Status.UNKNOWN, "not_given")
