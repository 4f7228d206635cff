"""Which rules look at facts: those alone that look for what the question asks."""

from collections.abc import Iterator

import pytest

from facts.answering.kinds import Kind
from facts.answering.lacks import rules_for
from facts.answering.question import parse
from facts.answering.seen import Lack, Lacking, Seen, asked_by, asking, only_where
from tests.facts.answering.library import shelf
from tests.facts.answering.store import TODAY


def _any(_seen: Seen) -> Iterator[Lacking]:
    yield Lacking(Lack.TOPIC)


@only_where(lambda q: q.holds({"ferry"}))
def _of_ferries(_seen: Seen) -> Iterator[Lacking]:
    yield Lacking(Lack.NAME)


def test_a_rule_is_left_out_where_the_question_asks_for_nothing_of_its_own() -> None:
    vocabulary = shelf()[1]
    ferry, bridge = (parse(f"when did the {what} open", vocabulary, TODAY) for what in _WHAT)
    assert asked_by(ferry, asking(ferry.kind, (_any, _of_ferries))) == [_any, _of_ferries]
    assert asked_by(bridge, asking(bridge.kind, (_of_ferries, _any))) == [_any]


@only_where(of={Kind.WHEN, Kind.WHERE})
def _of_days_and_places(_seen: Seen) -> Iterator[Lacking]:
    yield Lacking(Lack.DATE)


def test_a_rule_is_left_out_where_the_question_is_of_another_kind() -> None:
    rules = (_of_days_and_places, _any)
    assert [rule for rule, _ in asking(Kind.WHEN, rules)] == [_of_days_and_places, _any]
    assert [rule for rule, _ in asking(Kind.WHY, rules)] == [_any]


_WHAT = ("ferry", "bridge")


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("why did the pier close", "reasons"),
        ("how long is the strike", "lastings"),
        ("what did the mayor say about the pier", "topic"),
        ("how many were hurt in total", "wholes"),
        ("who is the new mayor", "newly"),
    ],
)
def test_a_question_is_held_by_the_rules_that_it_asks_for(question: str, rule: str) -> None:
    vocabulary = shelf()[1]
    named = [each.__name__ for each in rules_for(parse(question, vocabulary, TODAY))]
    assert rule in named
    other = [each.__name__ for each in rules_for(parse("where was the ship", vocabulary, TODAY))]
    assert rule not in other
