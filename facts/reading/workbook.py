"""Spreadsheets (.xlsx) -> readings: ready-made facts where there is a `text` column, else tables.

python-calamine gives the values; it leaves out the number formats ("12.5%" is 0.125 to it), so
those are taken from the sheet's own XML.
"""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import python_calamine
from lxml import etree

from facts.errors import DocumentRefused
from facts.reading.archive import checked_archive, read_member
from facts.reading.cellformat import shown
from facts.reading.given import GivenRow, documents_of, mapped
from facts.reading.grid import table_pieces
from facts.reading.limits import MOST_CELLS
from facts.reading.mapping import Columns, chosen, guessed, named_for, reader_with
from facts.reading.pieces import Piece, compose, overridden
from facts.reading.sheetformat import Formats, formats_of
from facts.reading.source import Source
from facts.types import BlockKind, Particulars, ReadDocument, Table

READER = "xlsx/1"
GIVEN_READER = "facts.xlsx/1"
_GENERIC = re.compile(r"(?:sheet|table|tabelle|blatt|feuil|hoja|лист|foglio)\s?\d*$", re.IGNORECASE)
_DAMAGED = "The spreadsheet is damaged; save it again or send it as CSV."
_TOO_WIDE = "The spreadsheet reaches too far to be read; send the part that is filled."


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A visible sheet: its name and its cells as they are seen, from the first column on."""

    name: str
    rows: list[list[str]]

    @property
    def given(self) -> bool:
        """Whether its first filled row names a column `text`."""
        first = next((cells for cells in self.rows if any(cells)), [])
        return "text" in [cell.lower() for cell in first]


def read_workbook(source: Source) -> tuple[ReadDocument, ...]:
    """Read a spreadsheet: its facts, and its other sheets as one document."""
    sheets = [sheet for sheet in _sheets(source.content) if any(map(any, sheet.rows))]
    if not sheets:
        raise DocumentRefused("The spreadsheet is empty; send one with filled cells.")
    columns = {sheet.name: _columns(sheet, source) for sheet in sheets}
    taken = [sheet for sheet in sheets if columns[sheet.name] is not None]
    given = [row for sheet in taken for row in _rows(sheet, columns[sheet.name] or {})]
    tables = tuple(_table(sheet, columns[sheet.name] or {}) for sheet in sheets)
    documents: tuple[ReadDocument, ...] = ()
    if given:
        reader = reader_with(GIVEN_READER, source.columns)
        documents = documents_of(given, source, head=b"", reader=reader, tables=tables)
    others = [sheet for sheet in sheets if sheet not in taken]
    if not others and not given:
        raise DocumentRefused("The spreadsheet holds no rows; send one with a fact in each row.")
    if not others:
        return documents
    plain = _tables(others, source, documents)
    return (*documents, replace(plain, reading=replace(plain.reading, tables=tables)))


def _tables(sheets: list[_Sheet], source: Source, beside: tuple[ReadDocument, ...]) -> ReadDocument:
    pieces: list[Piece] = []
    for sheet in sheets:
        named = not _GENERIC.match(sheet.name.strip())
        if named:
            pieces.append(Piece(BlockKind.HEADING, sheet.name, level=2 if pieces else 1))
        pieces += table_pieces(sheet.rows, level=2 if pieces else 1)
    title = next((p.text for p in pieces if p.level == 1), None)
    reader = reader_with(READER, source.columns)
    reading = compose(pieces, overridden(Particulars(title=title), source.given), reader)
    taken = {document.key for document in beside}
    key = "" if "" not in taken and not taken else f"{sheets[0].name} (sheet)"
    return ReadDocument(key, source.content, reading)


def _table(sheet: _Sheet, columns: Columns) -> Table:
    heads = next(cells for cells in sheet.rows if any(cells))
    return Table(sheet.name, tuple(filter(None, heads)), tuple(columns.items()))


def _columns(sheet: _Sheet, source: Source) -> Columns | None:
    """Return which column holds what; none named where the heads are the fields' own."""
    filled = [cells for cells in sheet.rows if any(cells)]
    told = named_for(source.columns, sheet.name)
    if told is not None:
        return chosen(filled[0], told) if told else None
    return {} if sheet.given else guessed(filled[0], filled[1:])


def _rows(sheet: _Sheet, columns: Columns) -> Iterator[GivenRow]:
    return (mapped(row, columns) if columns else row for row in _given(sheet))


def _given(sheet: _Sheet) -> Iterator[GivenRow]:
    filled = [(number, cells) for number, cells in enumerate(sheet.rows, 1) if any(cells)]
    names = [cell.lower() for cell in filled[0][1]]
    for number, cells in filled[1:]:
        fields = {name: cell for name, cell in zip(names, cells, strict=True) if name}
        content = json.dumps(fields, ensure_ascii=False) + "\n"
        yield GivenRow(number, fields, content.encode("utf-8", errors="replace"))


def _sheets(content: bytes) -> list[_Sheet]:
    archive = checked_archive(content)
    members = {name: read_member(archive, name) for name in archive.namelist()}
    formats = formats_of(members)
    if any(found.height * found.width > MOST_CELLS for found in formats.values()):
        raise DocumentRefused(_TOO_WIDE)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        visible = [
            each.name
            for each in book.sheets_metadata
            if each.visible == python_calamine.SheetVisibleEnum.Visible
            and each.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        return [_sheet(book, name, formats.get(name, Formats())) for name in visible]
    except (python_calamine.CalamineError, etree.LxmlError, ValueError, OSError):
        raise DocumentRefused(_DAMAGED) from None


def _sheet(book: python_calamine.CalamineWorkbook, name: str, formats: Formats) -> _Sheet:
    found = book.get_sheet_by_name(name)
    if found.total_height * found.total_width > MOST_CELLS:
        raise DocumentRefused(_TOO_WIDE)
    rows = [
        [shown(value, formats.codes.get((y, x))) for x, value in enumerate(values)]
        for y, values in enumerate(found.to_python(skip_empty_area=False))
    ]
    _fill_merged(rows, found)
    return _Sheet(name, rows)


def _fill_merged(rows: list[list[str]], found: python_calamine.CalamineSheet) -> None:
    """Give the words of a merged cell to every row and column that it covers."""
    for (top, left), (bottom, right) in found.merged_cell_ranges or ():
        alone = top < len(rows) and sum(1 for cell in rows[top] if cell) <= 1
        if alone and bottom == top:
            continue  # a title over the table
        for y in range(top, min(bottom + 1, len(rows))):
            for x in range(left, min(right + 1, len(rows[y]))):
                rows[y][x] = rows[top][left]
