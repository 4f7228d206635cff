"""JSON and JSON lines -> readings: ready-made facts, table rows, or one article as an object."""

import json
from collections.abc import Iterator
from typing import Any

from facts.errors import DocumentRefused
from facts.reading import headers, plain
from facts.reading.dates import first_full_date
from facts.reading.decode import clean, decode
from facts.reading.given import GivenRow, documents_of
from facts.reading.pieces import Piece, compose, overridden, row
from facts.reading.source import Source
from facts.types import Particulars, Published, PublishedBasis, ReadDocument

LINES_READER = "jsonl/1"
READER = "json/1"
GIVEN_READER = "facts.jsonl/1"
_BODIES = ("text", "body", "content", "articleBody", "article", "full_text")
_TITLES = ("title", "headline", "name")
_OUTLETS = ("source", "outlet", "publisher", "site")
_DATES = ("date", "published", "published_at", "datePublished", "pubDate")

Record = dict[str, Any]


def read_json_lines(source: Source) -> tuple[ReadDocument, ...]:
    """Read a file with one JSON object a line."""
    text, encoding = decode(source.content)
    numbered = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    records = [(n, _object(line, n), line.rstrip("\r") + "\n") for n, line in numbered]
    if any("text" in record for _, record, _ in records):
        rows = (GivenRow(n, _fields(r), line.encode(encoding)) for n, r, line in records)
        return documents_of(rows, source, head=b"", reader=GIVEN_READER)
    return (_table([record for _, record, _ in records], source, LINES_READER),)


def read_json(source: Source) -> tuple[ReadDocument, ...]:
    """Read a JSON file: a list of facts or rows, or one article."""
    text, _ = decode(source.content)
    value = _parsed(text, "The file")
    if isinstance(value, dict):
        return (_article(value, source),)
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        if any("text" in item for item in value):
            return documents_of(_given_rows(value), source, head=b"", reader=GIVEN_READER)
        return (_table(value, source, READER),)
    raise DocumentRefused(
        'The JSON holds no text to quote; send a list of objects with "text", or one object with'
        ' "title" and "text".'
    )


def _given_rows(items: list[Record]) -> Iterator[GivenRow]:
    for number, item in enumerate(items, 1):
        line = json.dumps(item, ensure_ascii=False) + "\n"
        yield GivenRow(number, _fields(item), line.encode("utf-8", errors="replace"))


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise DocumentRefused(f"{where} is nested too deeply; flatten it.") from None
    except ValueError:
        raise DocumentRefused(f"{where} is not valid JSON; check and send it again.") from None


def _object(line: str, number: int) -> Record:
    value = _parsed(line, f"Row {number}")
    if not isinstance(value, dict):
        raise DocumentRefused(f"Row {number} is no JSON object; write one object in each line.")
    return value


def _fields(record: Record) -> dict[str, str]:
    return {key.lower(): _words(value) for key, value in record.items()}


def _words(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", errors="replace").decode()  # lone surrogates cannot be stored


def _table(records: list[Record], source: Source, reader: str) -> ReadDocument:
    heads = list(dict.fromkeys(clean(key) for record in records for key in record))
    pieces: list[Piece] = []
    for record in records:
        filled = [(head, clean(_words(record[head]))) for head in heads if head in record]
        filled = [(head, words) for head, words in filled if words.strip()]
        pieces.append(row((words for _, words in filled), (head for head, _ in filled)))
    reading = compose(pieces, overridden(Particulars(), source.given), reader)
    return ReadDocument("", source.content, reading)


def _article(record: Record, source: Source) -> ReadDocument:
    body = _first(record, _BODIES)
    if body is None:
        return _table([record], source, READER)
    pieces, found = plain.pieces_of(clean(body))
    found = overridden(found, _particulars(record))
    return ReadDocument(
        "", source.content, compose(pieces, overridden(found, source.given), READER)
    )


def _particulars(record: Record) -> Particulars:
    day = first_full_date(_first(record, _DATES) or "")
    published = headers.on_day(day, PublishedBasis.METADATA) if day else Published()
    return Particulars(
        _first(record, _TITLES),
        _first(record, _OUTLETS),
        published,
        _first(record, ("url", "link")),
    )


def _first(record: Record, keys: tuple[str, ...]) -> str | None:
    values = (record.get(key) for key in keys)
    return next((clean(_words(v)) for v in values if isinstance(v, str) and v.strip()), None)
