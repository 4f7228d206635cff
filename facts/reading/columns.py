"""Tables drawn in plain text, with bars or with wide gaps -> rows that carry their column heads."""

import re

from facts.reading import lines
from facts.reading.pieces import CELL_BREAK, Piece, row

_GAP = re.compile(r"[ \t]*\t[ \t]*| {3,}")
_BORDER = re.compile(r"[|+:=\s-]+$")
_NUMBER = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*$")
_FEWEST_ROWS = 2


def table_end(paragraphs: list[str], start: int) -> int:
    """Return where the table that begins at `start` ends; `start` itself when there is none."""
    end = start
    while end < len(paragraphs) and _is_row(paragraphs[end]):
        end += 1
    rows = [cells_of(line) for line in paragraphs[start:end] if not _is_border(line)]
    return end if len(rows) >= _FEWEST_ROWS and all(len(cells) > 1 for cells in rows) else start


def table_pieces(table: list[str]) -> list[Piece]:
    """Return the rows of a table; its head stays in the text, in no block."""
    rows = [cells_of(line) for line in table if not _is_border(line)]
    heads = rows[0] if _has_head(table, rows) else []
    body = rows[1:] if heads else rows
    first = [Piece(None, CELL_BREAK.join(heads))] if heads else []
    return first + [row(cells, heads) for cells in body]


def cells_of(line: str) -> list[str]:
    """Return the cells of a line."""
    words = line.strip()
    if "|" in words:
        return [cell.strip() for cell in words.strip("|").split("|")]
    return [cell.strip() for cell in _GAP.split(words)]


def _is_row(line: str) -> bool:
    if line.startswith("|") or _is_border(line):
        return True
    return lines.has_columns(line) and not lines.ends_in_stop(line)


def _is_border(line: str) -> bool:
    return bool(_BORDER.match(line)) and ("|" in line or "+" in line)


def _has_head(table: list[str], rows: list[list[str]]) -> bool:
    ruled = any(_is_border(line) for line in table[1:3])
    if ruled:
        return True
    below = [cell for cells in rows[1:] for cell in cells]
    return any(map(_NUMBER.match, below)) and not any(map(_NUMBER.match, rows[0][1:]))
