"""Facts that stand together: at odds, overtaken, taken back, said by one person, completing."""

from dataclasses import replace

import pytest

from facts.answering.answer import answer
from facts.answering.question import parse
from facts.answering.rivals import compatible
from facts.answering.types import Answer, Bearing, Linked, Status
from facts.links import LinkKind
from facts.types import Figure
from tests.facts.answering.library import asked_of, stocked, told
from tests.facts.answering.store import TODAY

FIRST = "The Ambry storm killed 41 people in Velden, the ministry said."
SECOND = "The Ambry storm killed 47 people in Velden, the agency said."
QUESTION = "how many people did the Ambry storm kill in Velden"


def both(kind: LinkKind | None) -> Answer:
    found, known = stocked([("a.txt", FIRST.encode()), ("b.txt", SECOND.encode())])
    earlier, later = found
    if kind is not None:
        earlier = replace(earlier, linked=(Linked(kind, later.fact_id, later=False),))
        later = replace(later, linked=(Linked(kind, earlier.fact_id, later=True),))
    return answer(parse(QUESTION, known, TODAY), [earlier, later], known)


@pytest.mark.parametrize("kind", [None, LinkKind.DIFFERS])
def test_two_values_for_one_thing_are_a_conflict(kind: LinkKind | None) -> None:
    found = both(kind)
    assert (found.status, found.reason) == (Status.CONFLICT, "differs")
    assert [fact.bearing for fact in found.facts] == [Bearing.ANSWERS, Bearing.DIFFERS]


def test_later_figure_is_found_with_the_earlier_beneath() -> None:
    found = both(LinkKind.UPDATED)
    assert (found.status, found.reason) == (Status.FOUND, "updated")
    assert [fact.candidate.text for fact in found.facts] == [SECOND, FIRST]
    assert found.facts[1].bearing is Bearing.EARLIER


def test_fact_that_was_taken_back_is_never_shown() -> None:
    assert [fact.candidate.text for fact in both(LinkKind.CORRECTED).facts] == [SECOND]


def figure(low: float, qualifier: str = "") -> Figure:
    return Figure("", 0, 0, low, low, qualifier)


def test_bounds_that_both_can_be_true_are_no_conflict() -> None:
    assert compatible(figure(286, ">="), figure(300, "<"))
    assert compatible(figure(286, ">="), figure(297))
    assert not compatible(figure(41), figure(47))
    assert not compatible(figure(300, ">="), figure(250))


SPOKEN = """Lise Okoro led the team to the Skarn glacier.

"The lake is very deep," said Okoro.

A boat was lost.

Okoro said the lake would be measured again in spring.

Teodor Blanc said the lake was a guess."""


def test_all_that_somebody_said_on_a_subject_is_told_in_order() -> None:
    found = told("what did Okoro say about the lake", SPOKEN)
    assert (found.status, found.reason) == (Status.FOUND, "said")
    answering = [f.candidate.text for f in found.facts if f.bearing is Bearing.ANSWERS]
    assert sorted(answering) == [
        '"The lake is very deep," said Okoro.',
        "Okoro said the lake would be measured again in spring.",
    ]


def test_sentences_that_only_go_on_with_a_quotation_are_told_too() -> None:
    words = '"The lake is very deep," said Lise Okoro. "We lost a boat."\n\nThe boat was old.\n'
    found = told("what did Lise Okoro say", words)
    assert [fact.candidate.text for fact in found.facts] == [
        '"The lake is very deep," said Lise Okoro.',
        '"We lost a boat."',
    ]


def test_all_that_somebody_said_stands_in_the_order_of_the_text() -> None:
    words = "Edda Varn, the mayor, said rain would come.\n\n“It is late,” Edda Varn said.\n"
    found = told("what did Edda Varn say", words)
    texts = [fact.candidate.text for fact in found.facts if fact.bearing is Bearing.ANSWERS]
    assert texts == ["Edda Varn, the mayor, said rain would come.", "“It is late,” Edda Varn said."]


def test_what_nobody_said_is_not_told_in_anothers_words() -> None:
    found = told("what did Okoro say about the boat", SPOKEN)
    assert found.status is not Status.FOUND


def test_same_store_gives_the_same_answer_again() -> None:
    store = stocked([("spoken.txt", SPOKEN.encode())])
    assert asked_of("who led the team", store) == asked_of("who led the team", store)
