"""Bare numbers of four digits in tables: years, or counts, as their column tells."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here

SAILINGS = "Date,Route,Passengers,Built\n{}\n"
ROWS = "2026-02-02,Orle to Maren,1840,1998\n2026-02-03,Maren to Tarn,{},2004\n"


@pytest.mark.parametrize(
    ("other", "counted", "dated"),
    [
        ("356", ["1840"], ["2026-02-02", "1998"]),
        ('"12,400"', ["1840"], ["2026-02-02", "1998"]),
        ("1904", [], ["2026-02-02", "1840", "1998"]),
    ],
)
def test_number_of_a_column_that_counts_is_no_year(
    other: str, counted: list[str], dated: list[str]
) -> None:
    content = SAILINGS.format(ROWS.format(other)).encode()
    [document] = read_here("sailings.csv", content)
    first = extract(document.reading)[0]
    assert [figure.text for figure in first.figures] == counted
    assert [moment.text for moment in first.moments] == dated
