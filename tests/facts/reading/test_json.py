"""JSON as other programs write it: articles wherever they stand, rows, or nothing to quote."""

import json
from datetime import date

import pytest

from facts.errors import DocumentRefused
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import ReadDocument

NEWS = {
    "status": "ok",
    "articles": [
        {
            "title": "Rain in Velda",
            "content": "It rained in Velda.",
            "publishedAt": "2025-03-04T08:00:00Z",
            "source": {"id": None, "name": "Velda Echo"},
            "author": {"name": "Ida Roe"},
            "url": "https://velda.example/1",
        },
        {"title": "Snow in Sorn", "content": "It snowed in Sorn."},
    ],
}


def documents(value: object, name: str = "a.json") -> tuple[ReadDocument, ...]:
    return read_here(name, json.dumps(value).encode())


def facts(value: object) -> list[str]:
    return [fact.text for each in documents(value) for fact in extract(each.reading)]


def test_articles_are_found_where_they_stand() -> None:
    found = documents(NEWS)
    particulars = found[0].reading.particulars
    assert facts(NEWS) == ["It rained in Velda.", "It snowed in Sorn."]
    assert (particulars.title, particulars.outlet) == ("Rain in Velda", "Velda Echo")
    assert particulars.published.day == date(2025, 3, 4)
    assert particulars.url == "https://velda.example/1"
    assert len({document.key for document in found}) == 2


@pytest.mark.parametrize(
    "body",
    [
        {"body": "It rained in Velda.\n\nIt snowed in Sorn."},
        {"paragraphs": ["It rained in Velda.", "It snowed in Sorn."]},
        {"body": [{"type": "p", "text": "It rained in Velda."}, {"text": "It snowed in Sorn."}]},
        {"content": {"rendered": "<p>It rained in <b>Velda</b>.</p><p>It snowed in Sorn.</p>"}},
        {"full_text": "It rained in Velda.<br><br>It snowed in Sorn."},
    ],
)
def test_body_of_any_shape_is_read(body: dict[str, object]) -> None:
    assert facts({"headline": "Weather", **body}) == ["It rained in Velda.", "It snowed in Sorn."]


def test_lines_of_articles_are_documents() -> None:
    lines = (
        b'{"headline": "A", "body": "It rained in Velda."}\n'
        b'{"headline": "B", "body": "It snowed too."}\n'
    )
    assert [document.key for document in read_here("a.jsonl", lines)] == ["A", "B"]


def test_rows_below_a_key_are_a_table() -> None:
    found = documents({"data": [{"town": "Sorn", "people": 1200.0}]})[0].reading
    assert (found.text, found.blocks[0].heads) == ("Sorn | 1200", ("town", "people"))


@pytest.mark.parametrize("value", [[1, 2], {"a": 1, "b": {"c": 2}}, "It rained.", [], {}, None])
def test_json_without_words_is_refused(value: object) -> None:
    with pytest.raises(DocumentRefused, match="no text"):
        documents(value)


def test_articles_of_one_name_keep_apart() -> None:
    found = documents([{"title": "A", "body": "It rained in Velda."}] * 2)
    assert [document.key for document in found] == ["A", "A (2)"]
