"""Rows of cells -> pieces: titles above the head, the head, rows that carry it, notes below."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from facts.reading import lines
from facts.reading.pieces import CELL_BREAK, Piece, row
from facts.types import BlockKind

Cells = Sequence[str]

_NUMBER = re.compile(r"[^\w]*\d[\d\s.,'’]*\s*[^\w]*(?:[A-Za-z€$£]{0,3})\.?$")
_YEAR = re.compile(r"(?:FY ?|Q[1-4] ?)?(?:19|20)\d\d(?:[/–-]\d{2,4})?\W*$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_TITLE = 120


def table_pieces(rows: Sequence[Cells], level: int = 1) -> list[Piece]:
    """Return a sheet's tables, parted by empty rows; `level` is that of the first title."""
    found: list[Piece] = []
    heads: list[str] = []
    for filled, group in groupby(rows, key=lambda cells: any(map(str.strip, cells))):
        if filled:
            table, heads = _table(_narrowed(list(group)), heads, level + bool(found))
            found += table
    return found


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number or a date, with its sign, unit or currency."""
    return bool(_NUMBER.match(cell) or _ISO.match(cell))


def _table(rows: list[list[str]], before: list[str], level: int) -> tuple[list[Piece], list[str]]:
    top = next((i for i, cells in enumerate(rows) if _filled(cells) > 1), len(rows))
    found = [_lone(cells, level + bool(i)) for i, cells in enumerate(rows[:top])]
    body = rows[top:]
    heads = _heads(body)
    if heads:
        found.append(Piece(None, CELL_BREAK.join(heads)))
        body = body[1:]
    elif body and len(before) == len(body[0]):
        heads = before  # an empty row does not end what the head says
    return found + list(_rows(body, heads)), heads or before


def _rows(body: list[list[str]], heads: list[str]) -> Iterator[Piece]:
    for cells in body:
        if _filled(cells) == 1 and len(cells) > 1 and not any(map(is_number, cells)):
            yield _lone(cells, 3)
        elif cells != heads:
            yield row(cells, heads)


def _lone(cells: Cells, level: int) -> Piece:
    """Return a row of one cell: a title or the name of a section, or else a note in words."""
    text = next(cell for cell in cells if cell.strip())
    title = len(text) <= _LONGEST_TITLE and not lines.ends_in_stop(text)
    return (
        Piece(BlockKind.HEADING, text, level=level) if title else Piece(BlockKind.PARAGRAPH, text)
    )


def _heads(body: list[list[str]]) -> list[str]:
    """Return the head, if the first row names the columns and is no row of the table itself."""
    if len(body) < 2 or not body[0]:
        return []
    named = [cell for cell in body[0] if cell.strip()]
    numbers = [cell for cell in named if is_number(cell) and not _YEAR.match(cell)]
    return [] if numbers else body[0]


def _narrowed(rows: list[Cells]) -> list[list[str]]:
    """Leave out the columns that hold nothing."""
    width = max(map(len, rows))
    full = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    kept = [at for at in range(width) if any(cells[at].strip() for cells in full)]
    return [[cells[at] for at in kept] for cells in full]


def _filled(cells: Cells) -> int:
    return sum(1 for cell in cells if cell.strip())
