"""Of a table's row the cell is marked whose column the question names."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import asked_of, stocked

TABLE = b"""Port,Operator,Opened,Ships 2024,Cargo (thousand tonnes)
Port Helle,Helle Havn AS,12 June 1908,"4,310","18,220.5"
Ostervik,Sund Terminals,1934,"2,975","9,140.0"
"""


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("when was Ostervik opened", "1934"),
        ("how many ships called at Port Helle in 2024", "4,310"),
        ("how much cargo went through Ostervik", "9,140.0"),
        ("who is the operator of Port Helle", "Helle Havn AS"),
    ],
)
def test_cell_of_the_asked_column_is_marked(question: str, cell: str) -> None:
    best = asked_of(question, stocked([("ports.csv", TABLE)])).facts[0]
    assert best.answer is not None
    assert best.answer.of(best.candidate.text) == cell


def test_no_cell_is_marked_where_no_column_is_named() -> None:
    best = asked_of("what about Port Helle", stocked([("ports.csv", TABLE)])).facts[0]
    assert best.answer is None


def test_dash_in_the_asked_cell_gives_no_value() -> None:
    store = stocked([("ports.csv", TABLE + b'Velden Quay,Helle Havn AS,1950,-,"40.5"\n')])
    found = asked_of("how many ships called at Velden Quay in 2024", store)
    assert found.status is not Status.FOUND
    assert found.facts[0].lacks
