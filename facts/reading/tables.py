"""Comma-separated tables -> readings: ready-made facts if there is a `text` column, else rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from facts.errors import DocumentRefused
from facts.reading.decode import clean, decode
from facts.reading.given import GivenRow, documents_of, mapped
from facts.reading.grid import table_pieces
from facts.reading.mapping import Columns, chosen, guessed, named_for, reader_with
from facts.reading.pieces import compose, one_line, overridden
from facts.reading.source import Source
from facts.types import BlockKind, Particulars, ReadDocument, Table

READER = "csv/2"
GIVEN_READER = "facts.csv/1"
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 10_000_000
_LOOKED_AT = 50
_NEVER = "\x1f"
_SEPARATOR_LINE = re.compile(r"\Asep=.\r?\n", re.IGNORECASE)  # Excel's own


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
    names = [one_line(clean(cell)).lower() for cell in first.cells]
    if "text" in names and not source.columns:
        given = (_given_row(each, names, encoding) for each in rows if any(each.cells))
        head = (first.exact.rstrip("\r\n") + "\n").encode(encoding)
        return documents_of(given, source, head=head, reader=GIVEN_READER)
    below = list(rows)
    columns = _columns(names, below, source)
    heads = tuple(name for cell in first.cells if (name := one_line(clean(cell))))
    if columns is None:
        return (_plain_table([first, *below], source, Table("", heads)),)
    taken = (each for each in below if any(cell.strip() for cell in each.cells))
    shown = _as_written(columns, first.cells)
    rows_taken = (mapped(_given_row(each, names, encoding), shown) for each in taken)
    head = (first.exact.rstrip("\r\n") + "\n").encode(encoding)
    reader = reader_with(GIVEN_READER, source.columns)
    table = Table("", heads, tuple(shown.items()))
    return documents_of(rows_taken, source, head=head, reader=reader, tables=(table,))


def _columns(names: list[str], rows: list[_Line], source: Source) -> Columns | None:
    told = named_for(source.columns, "")
    if told is not None:
        return chosen(names, told) if told else None
    return guessed(names, [each.cells for each in rows])


def _as_written(columns: Columns, heads: list[str]) -> Columns:
    written = {one_line(clean(head)).lower(): one_line(clean(head)) for head in heads}
    return {field: written.get(head, head) for field, head in columns.items()}


def _plain_table(rows: list[_Line], source: Source, table: Table) -> ReadDocument:
    pieces = table_pieces([[one_line(clean(cell)) for cell in each.cells] for each in rows])
    if len(rows) < 2 or not any(piece.kind is BlockKind.ROW for piece in pieces):
        raise DocumentRefused("The table holds no rows below its head; send one with rows.")
    title = next((p.text for p in pieces if p.level == 1), None)
    reading = compose(pieces, overridden(Particulars(title=title), source.given), READER)
    return ReadDocument("", source.content, replace(reading, tables=(table,)))


def _given_row(each: _Line, names: list[str], encoding: str) -> GivenRow:
    beyond = any(cell.strip() for cell in each.cells[len(names) :])
    wrong = (
        f"Row {each.number} has more cells than the head; put texts with commas in quotation marks."
    )
    fields = dict(zip(names, each.cells, strict=False))
    exact = each.exact.rstrip("\r\n") + "\n"
    return GivenRow(each.number, fields, exact.encode(encoding), wrong=wrong if beyond else None)


def _rows(text: str) -> Iterator[_Line]:
    lines = list(io.StringIO(_SEPARATOR_LINE.sub("", text), newline=""))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=_delimiter(lines))
    number = done = 0
    begun = False
    try:
        for cells in reader:
            number += 1
            exact = "".join(lines[done : reader.line_num])
            if reader.line_num == len(lines) and _is_open(exact, reader.dialect.delimiter):
                raise DocumentRefused(
                    f"Row {number} opens a quotation mark that is never closed; close it."
                )
            done = reader.line_num
            begun = begun or any(cell.strip() for cell in cells)
            if begun:  # an empty row below the first parts two tables
                yield _Line(number, cells, exact)
    except csv.Error:
        raise DocumentRefused(
            f"Row {number + 1} of the table cannot be read; check its quotation marks."
        ) from None


def _is_open(exact: str, delimiter: str) -> bool:
    """Tell whether a row ends inside quotation marks: it has then swallowed the rows below."""
    try:
        list(csv.reader([exact], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _delimiter(lines: list[str]) -> str:
    """Return the sign that cuts most lines into the same number of cells."""
    filled = [line for line in lines[:_LOOKED_AT] if line.strip()]
    if filled and filled[0].strip(' "\r\n').lower() == "text":
        return _NEVER  # one column: its commas are commas
    return max(_DELIMITERS, key=lambda sign: _regularity(filled, sign))


def _regularity(filled: list[str], sign: str) -> tuple[int, int]:
    try:
        widths = Counter(len(cells) for cells in csv.reader(filled, delimiter=sign))
    except csv.Error:
        return (0, 0)
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))
