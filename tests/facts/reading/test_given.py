"""Ready-made facts: words as given, documents by rows, and rows that are refused."""

import json
from datetime import date

import pytest

from facts.errors import DocumentRefused
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Basis, FactKind

TABLE = """id,text,document,date,speaker,source,title
a,"It rained, hard.",one,2025-03-04,Ida Roe,Velda Post,Rain
b,Snow fell.,two,,,,
c,"Two
lines.",one,2025-03-04,,,
"""


def lines(*records: dict[str, object]) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_rows_are_grouped_into_documents() -> None:
    one, two = read_here("f.csv", TABLE.encode())
    assert (one.key, two.key) == ("one", "two")
    assert one.reading.text == "It rained, hard.\nTwo\nlines."
    assert one.reading.particulars.title == "Rain"
    assert one.reading.particulars.outlet == "Velda Post"
    assert one.reading.particulars.published.day == date(2025, 3, 4)


def test_content_of_a_document_is_the_exact_lines_of_its_rows() -> None:
    _, two = read_here("f.csv", TABLE.encode())
    assert two.content == b"id,text,document,date,speaker,source,title\nb,Snow fell.,two,,,,\n"


def test_facts_are_taken_as_given() -> None:
    one = read_here("f.csv", TABLE.encode())[0]
    first, second = extract(one.reading)
    assert (first.text, first.kind, first.external_id) == ("It rained, hard.", FactKind.GIVEN, "a")
    assert (first.attribution.speaker, first.attribution.basis) == ("Ida Roe", Basis.GIVEN)
    assert second.text == "Two\nlines."


def test_dependent_row_leans_on_the_row_before() -> None:
    content = lines({"text": "The dam broke."}, {"text": "It was built in 1920."})
    reading = read_here("f.jsonl", content)[0].reading
    second = extract(reading)[1]
    assert [span.of(reading.text) for span in second.context.previous] == ["The dam broke."]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("f.csv", b"text,date\nIt rained.,4.3.2025\n", 'Row 2 has "4.3.2025" in the column "date"'),
        ("f.csv", b"text,date\nIt rained.,\n,2025-03-04\n", 'Row 3 has an empty "text"'),
        ("f.jsonl", lines({"text": "It rained."}, {"text": ""}), 'Row 2 has an empty "text"'),
        ("f.jsonl", b'{"text": "It rained."}\n{"text": \n', "Row 2 is not valid JSON"),
        ("f.csv", b"text,date\n", "The table holds no rows"),
        ("f.csv", b"town,people\n", "The table holds no rows"),
    ],
)
def test_bad_row_is_refused_by_number(name: str, content: bytes, says: str) -> None:
    with pytest.raises(DocumentRefused, match=says):
        read_here(name, content)
