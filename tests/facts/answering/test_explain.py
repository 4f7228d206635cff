"""Why a fact was taken: words, and groups that a person can read."""

from facts.answering import weights
from facts.answering.explain import GROUPS, OTHER, grouped, matched_words
from facts.answering.question import parse
from tests.facts.answering.store import TODAY, ask, standing, vocabulary


def told(question: str, fact: int) -> dict[str, tuple[str, str | None]]:
    parsed = parse(question, vocabulary(), TODAY)
    return {w.asked: (w.how, w.found) for w in matched_words(parsed, standing()[fact])}


def test_each_word_tells_how_the_fact_holds_it() -> None:
    words = told("How many peple fell in September near Goris?", 2)
    assert words["peple"] == ("spelling", "people")
    assert words["September"] == ("written", "September")
    assert words["Goris"] == ("missing", None)


def test_other_word_for_the_same_thing_is_told() -> None:
    assert told("how many were killed", 3)["killed"] == ("synonym", "claimed lives")


def test_word_of_the_title_stands_beside_the_fact() -> None:
    assert told("who spoke about ties?", 2)["ties"][0] == "beside"


def test_groups_add_up_to_the_rank() -> None:
    parts = ask("How many people were killed in September?").facts[0].score.parts
    whole = sum(worth * parts.get(name, 0.0) for name, worth in weights.RANK.items())
    sums = grouped(parts)
    assert abs(sum(sums.values()) - whole) < 0.1
    assert set(sums) <= set(GROUPS)


def test_every_part_that_counts_has_a_group_of_its_own() -> None:
    assert OTHER not in grouped(dict.fromkeys(weights.RANK, 1.0))
