"""What a fact offers: its words by place, and hyphenated words also written together."""

from hypothesis import given
from hypothesis import strategies as st

from facts.answering.evidence import Evidence, prepare
from facts.answering.index import filed_stems
from facts.answering.types import Candidate
from facts.types import Span


def _evidence(text: str) -> Evidence:
    return prepare(Candidate(fact_id=1, text=text))


def test_hyphenated_words_stand_together_where_the_first_of_them_does() -> None:
    places = _evidence("A U.S.-led cease-fire, no cease - fire").places
    assert places["ceasefir"] == (3,)
    assert places["usal"] == (1,)
    assert places["fire"] == (4, 7)


@given(st.text(alphabet="ab-\u2010\u2011 .'1é日本"))
def test_a_fact_holds_the_stems_that_it_is_filed_under(text: str) -> None:
    assert list(_evidence(text).places) == list(filed_stems(text))


def test_words_within_a_run_are_those_that_lie_wholly_in_it() -> None:
    evidence = _evidence("Edda Varn opened it on 5 May")
    assert [*evidence.within(Span(5, 16))] == [1, 2]
    assert [*evidence.within(Span(6, 15))] == []
    assert [*evidence.within(Span(0, 99))] == [0, 1, 2, 3, 4, 5, 6]
