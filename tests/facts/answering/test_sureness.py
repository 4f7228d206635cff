"""The confidence looks at what compares between questions: rivals, counts, names and titles."""

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest

from facts.answering import weights
from facts.answering.answer import different_facts, rank
from facts.answering.decide import confidence
from facts.answering.question import parse
from facts.answering.sureness import signs
from tests.facts.answering.store import TODAY, standing, vocabulary


def told(text: str, *texts: str, title: str | None = "News") -> Mapping[str, float]:
    question = parse(text, vocabulary(texts), TODAY)
    ranked = rank(question, [replace(one, title=title) for one in standing(texts)])
    return signs(question, different_facts(question, ranked))


@pytest.mark.parametrize(
    ("fact", "counted"),
    [
        ("The city bought 14 new buses in May.", True),
        ("Of 14 drivers, most say that the buses are old.", False),
    ],
)
def test_number_must_stand_just_before_what_is_counted(fact: str, counted: bool) -> None:
    found = told("how many buses are there", fact)
    assert (found["counted"], found["uncounted"]) == (float(counted), float(not counted))


@pytest.mark.parametrize(
    ("fact", "longer"),
    [("Ida Roe opened the school.", True), ("Roe opened the school.", False)],
)
def test_first_name_is_told_by_a_longer_name(fact: str, longer: bool) -> None:
    found = told("what is Roe's first name", fact)
    assert (found["longer_name"], found["no_longer_name"]) == (float(longer), float(not longer))


def test_other_facts_that_hold_as_much_are_counted() -> None:
    one, two = "The bridge was closed by a flood.", "The bridge was repaired after a flood."
    alone, beside = told("flood at the bridge", one), told("flood at the bridge", one, two)
    assert alone["as_many"] == alone["crowd"] == alone["most_elsewhere"] == 0
    assert beside["as_many"] == pytest.approx(math.log(2) / 3)
    assert beside["crowd"] > 0
    assert beside["most_elsewhere"] == pytest.approx(1)


def test_rarest_word_counts_as_meant_when_written_or_misspelt_so() -> None:
    fact = "The parliament debated the harbour."
    assert told("who debated the harbour", fact)["rarest_as_meant"] == 1
    assert told("who debated the harbuor", fact)["rarest_as_meant"] == 1
    assert told("who debated zeppelins at the harbour", fact)["rarest_as_meant"] == 0


def test_signs_of_a_fact_without_a_title_are_weighed_on_their_own() -> None:
    fact, asked = "The city bought 14 new buses in May.", "how many buses are there"
    titled, bare = told(asked, fact), told(asked, fact, title=None)
    assert (titled["untitled"], bare["untitled"]) == (0, 1)
    added = sum(worth * bare.get(name, 0.0) for name, worth in weights.UNTITLED.items())
    logit = [
        math.log(sure / (1 - sure)) for sure in map(confidence, (bare, {**bare, "untitled": 0}))
    ]
    plain = weights.CONFIDENCE.get("untitled", 0.0)
    assert logit[0] - logit[1] == pytest.approx(added + plain)
