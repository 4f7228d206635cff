"""Days and months of a table's rows take their year from the row, the column or the caption."""

from datetime import date

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Published, PublishedBasis

DAY = date(2026, 6, 10)
KNOWN = Published(DAY, DAY, PublishedBasis.ADMIN)


def days(text: str, published: Published | None = None) -> list[tuple[str, str]]:
    reading = read_here("table.md", text.encode())[0].reading
    facts = extract(reading, published)
    return [(m.text, str(m.earliest)) for fact in facts for m in fact.moments]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "| Lit | Out | Where |\n|---|---|---|\n| 2024-05-14 | 19 May | Brunn |\n",
            [("2024-05-14", "2024-05-14"), ("19 May", "2024-05-19")],
        ),
        (
            "| Year | Day | Where |\n|---|---|---|\n| 2023 | 9 May | Brunn |\n",
            [("2023", "2023-01-01"), ("9 May", "2023-05-09")],
        ),
        (
            "| Where | Opened in 2022 |\n|---|---|\n| Brunn | 9 May |\n",
            [("9 May", "2022-05-09")],
        ),
        (
            "## Floods of 2021\n\n| Day | Where |\n|---|---|\n| 31 December | Brunn |\n",
            [("31 December", "2021-12-31")],
        ),
        (
            "## Crowds, 2024-25\n\n| Day | Crowd |\n|---|---|\n| 14 September | 90 |\n"
            "| 3 January | 80 |\n",
            [("14 September", "2024-09-14"), ("3 January", "2025-01-03")],
        ),
    ],
)
def test_a_row_tells_its_year(text: str, wanted: list[tuple[str, str]]) -> None:
    assert days(text) == wanted
    assert days(text, KNOWN) == wanted


def test_without_any_year_publication_decides() -> None:
    table = "| Day | Where |\n|---|---|\n| 9 May | Brunn |\n"
    assert days(table) == [("9 May", "None")]
    assert days(table, KNOWN) == [("9 May", "2026-05-09")]


def test_a_day_beside_a_full_date_is_of_its_year() -> None:
    text = "The vote of 12 April 2024 was annulled on 3 May."
    assert days(text) == [("12 April 2024", "2024-04-12"), ("3 May", "2024-05-03")]
