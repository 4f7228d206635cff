"""JSON and JSON lines -> readings: ready-made facts, table rows, or one article as an object."""

import json
from collections.abc import Iterator
from typing import Any

from facts.errors import DocumentRefused
from facts.reading.articles import Record, articles_in, documents_of_articles, is_article
from facts.reading.decode import clean, decode
from facts.reading.given import GivenRow, documents_of
from facts.reading.pieces import Piece, compose, overridden, row
from facts.reading.source import Source
from facts.types import Particulars, ReadDocument

LINES_READER = "jsonl/2"
READER = "json/3"
GIVEN_READER = "facts.jsonl/1"
_DEEPEST = 8


def read_json_lines(source: Source) -> tuple[ReadDocument, ...]:
    """Read a file with one JSON object a line."""
    text, encoding = decode(source.content)
    numbered = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    records = [(n, _object(line, n), line.rstrip("\r") + "\n") for n, line in numbered]
    found = [record for _, record, _ in records]
    if _are_facts(found):
        rows = (GivenRow(n, _fields(r), line.encode(encoding)) for n, r, line in records)
        return documents_of(rows, source, head=b"", reader=GIVEN_READER)
    return _articles_or_rows(found, source, LINES_READER)


def read_json(source: Source) -> tuple[ReadDocument, ...]:
    """Read a JSON file: a list of facts or rows, or articles wherever they stand."""
    text, _ = decode(source.content)
    value = _parsed(text, "The file")
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        if _are_facts(value):
            return documents_of(_given_rows(value), source, head=b"", reader=GIVEN_READER)
        return _articles_or_rows(value, source, READER)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return _articles_or_rows({"paragraphs": value}, source, READER)
    return _articles_or_rows(value, source, READER)


def _are_facts(records: list[Record]) -> bool:
    return any("text" in record for record in records) and not any(map(is_article, records))


def _articles_or_rows(value: Any, source: Source, reader: str) -> tuple[ReadDocument, ...]:
    articles = list(articles_in(value))
    if articles:
        return documents_of_articles(articles, source, reader)
    rows = max(filter(_hold_words, _lists_of_objects(value)), key=len, default=None)
    if rows:
        return (_table(rows, source, reader),)
    raise DocumentRefused(
        'The JSON holds no text to quote; send a list of objects with "text", or one object with'
        ' "title" and "text".'
    )


def _hold_words(rows: list[Record]) -> bool:
    cells = (cell for each in rows for cell in each.values())
    return any(isinstance(cell, str) and cell.strip() for cell in cells)


def _lists_of_objects(value: Any, depth: int = _DEEPEST) -> Iterator[list[Record]]:
    if isinstance(value, dict):
        yield [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        yield value
    for item in inside if depth else ():
        yield from _lists_of_objects(item, depth - 1)


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
    if isinstance(value, float) and value.is_integer():
        value = int(value)
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
