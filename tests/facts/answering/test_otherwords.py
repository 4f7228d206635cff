"""Facts that answer in other words are found and given; those near to a question are not.

`otherwords/pairs.txt` and `near.txt` were written before the words that find them, as a set to
measure by: most are answered, not all, and the floors say how many.
"""

from functools import cache
from pathlib import Path

from facts.answering.types import Status
from tests.facts.answering.library import asked_of, stocked

HERE = Path(__file__).parent / "otherwords"
RIGHT_FIRST, ANSWERED, ANSWERED_IN_VAIN = 190, 165, 6


@cache
def _given(name: str) -> tuple[tuple[bool, bool], ...]:
    """Return for each question whether its own fact comes first, and whether it is answered."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if not line.startswith("#")]
    store = stocked([(f"{at}.txt", fact.encode()) for at, (_, fact) in enumerate(rows)])
    told = [(asked_of(question, store), fact) for question, fact in rows]
    return tuple(
        ([one.candidate.text for one in found.facts[:1]] == [fact], found.status is Status.FOUND)
        for found, fact in told
    )


def test_facts_in_other_words_come_first() -> None:
    assert sum(first for first, _ in _given("pairs.txt")) >= RIGHT_FIRST


def test_facts_in_other_words_are_given_as_the_answer() -> None:
    assert sum(first and found for first, found in _given("pairs.txt")) >= ANSWERED


def test_other_deeds_and_other_sides_are_no_answer() -> None:
    assert sum(found for _, found in _given("near.txt")) <= ANSWERED_IN_VAIN
