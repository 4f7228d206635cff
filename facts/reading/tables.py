"""Comma-separated tables -> readings: ready-made facts if there is a `text` column, else rows."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from facts.errors import DocumentRefused
from facts.reading.decode import clean, decode
from facts.reading.given import GivenRow, documents_of
from facts.reading.pieces import CELL_BREAK, Piece, compose, one_line, overridden, row
from facts.reading.source import Source
from facts.types import Particulars, ReadDocument

READER = "csv/1"
GIVEN_READER = "facts.csv/1"
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 10_000_000


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table: its number, its cells and its exact words in the file."""

    number: int
    cells: list[str]
    exact: str


def read_table(source: Source) -> tuple[ReadDocument, ...]:
    """Read a table: as ready-made facts if it has a `text` column, else as rows."""
    text, encoding = decode(source.content)
    rows = _rows(text)
    first = next(rows, None)
    if first is None:
        raise DocumentRefused("The table is empty; send one with a head and rows.")
    heads = [one_line(clean(cell)) for cell in first.cells]
    names = [head.lower() for head in heads]
    if "text" in names:
        given = (_given_row(each, names, encoding) for each in rows)
        head = (first.exact.rstrip("\r\n") + "\n").encode(encoding)
        return documents_of(given, source, head=head, reader=GIVEN_READER)
    return (_plain_table(heads, list(rows), source),)


def _plain_table(heads: list[str], rows: list[_Line], source: Source) -> ReadDocument:
    if not rows:
        raise DocumentRefused("The table holds no rows below its head; send one with rows.")
    body = [row(map(clean, each.cells), heads) for each in rows]
    pieces = [Piece(None, CELL_BREAK.join(heads)), *body]
    reading = compose(pieces, overridden(Particulars(), source.given), READER)
    return ReadDocument("", source.content, reading)


def _given_row(each: _Line, names: list[str], encoding: str) -> GivenRow:
    fields = dict(zip(names, each.cells, strict=False))
    exact = each.exact.rstrip("\r\n") + "\n"
    return GivenRow(each.number, fields, exact.encode(encoding))


def _rows(text: str) -> Iterator[_Line]:
    lines = list(io.StringIO(text, newline=""))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=_delimiter(lines))
    number = done = 0
    try:
        for cells in reader:
            number += 1
            exact = "".join(lines[done : reader.line_num])
            done = reader.line_num
            if any(cell.strip() for cell in cells):
                yield _Line(number, cells, exact)
    except csv.Error:
        raise DocumentRefused(
            f"Row {number + 1} of the table cannot be read; check its quotation marks."
        ) from None


def _delimiter(lines: list[str]) -> str:
    head = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=head.count)
