"""Golden questions on the golden documents: no near miss is answered, most others are."""

import json
from functools import cache
from pathlib import Path

from facts.answering.types import Answer, Status
from tests.facts.answering.library import asked_of, shelf

QUESTIONS = Path(__file__).parents[2] / "golden" / "questions.jsonl"
FOUND_FLOOR, OFFERED_FLOOR = 0.65, 0.9


@cache
def answers() -> tuple[tuple[str, tuple[str, ...], Answer], ...]:
    rows = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    return tuple((r["question"], tuple(r["facts"]), asked_of(r["question"], shelf())) for r in rows)


def holds(found: Answer, wanted: tuple[str, ...], first: int) -> bool:
    return any(words in fact.candidate.text for fact in found.facts[:first] for words in wanted)


def test_nothing_wrong_is_ever_given_as_the_answer() -> None:
    wrong = [
        question
        for question, wanted, found in answers()
        if found.status is Status.FOUND and not (wanted and holds(found, wanted, 1))
    ]
    assert wrong == []


def test_most_questions_are_answered_and_nearly_all_offered() -> None:
    answerable = [(wanted, found) for _, wanted, found in answers() if wanted]
    given = [holds(f, w, 1) for w, f in answerable if f.status is Status.FOUND]
    shown = [holds(f, w, 3) for w, f in answerable if f.status is not Status.UNKNOWN]
    assert len(answerable) >= 60
    assert sum(given) / len(answerable) >= FOUND_FLOOR
    assert sum(shown) / len(answerable) >= OFFERED_FLOOR


def test_near_misses_are_many() -> None:
    assert sum(not wanted for _, wanted, _ in answers()) >= 40
