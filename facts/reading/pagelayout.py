"""One page of a PDF -> its lines in reading order: columns one after the other, cells kept apart.

PDFium gives the words in the order in which they were drawn. That is the reading order of most
files; only where a page draws across its columns, or draws a table, are the places looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_GUTTER = 9.0  # points: wider than the space between two words of justified text
_CELL_GAP = 14.0
_FEWEST_LINES = 4
_NARROWEST_COLUMN = 90.0
_DEEPEST = 2
_MOST_RECTS = 4_000
_LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Rect:
    """Where a run of words stands on the page, in points from below left."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and the size of its type; 0 when it is not known."""

    words: str
    size: float = 0.0


def page_lines(words: Any) -> list[Line]:
    """Return the lines of a page's words, top to bottom, column by column."""
    count = words.count_rects()
    rects = [Rect(*words.get_rect(at)) for at in range(count)] if count <= _MOST_RECTS else []
    rows = _rows(rects)
    gutter = _gutter(rows)
    if gutter is None and not any(len(_cells(row)) > 2 for row in rows):
        return list(_drawn(words))
    found = _region(words, rows, _DEEPEST)
    return [line for line in found if line.words.strip()]


def _drawn(words: Any) -> Iterator[Line]:
    """Yield the lines as they were drawn."""
    at = 0
    for line in str(words.get_text_range()).split("\n"):
        yield Line(line, float(pdfium.FPDFText_GetFontSize(words, at)) if line.strip() else 0.0)
        at += len(line) + 1


def _rows(rects: list[Rect]) -> list[list[Rect]]:
    """Return the rects that stand beside each other, rows from top to bottom."""
    rows: list[list[Rect]] = []
    for rect in sorted(rects, key=lambda r: (-(r.top + r.bottom), r.left)):
        if rows and _beside(rows[-1][0], rect):
            rows[-1].append(rect)
        else:
            rows.append([rect])
    return [sorted(row, key=lambda r: r.left) for row in rows]


def _beside(one: Rect, other: Rect) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > _LEAST_OVERLAP * min(one.top - one.bottom, other.top - other.bottom)


def _cells(row: list[Rect]) -> list[Rect]:
    """Return a row's rects, those joined that only a space parts."""
    cells = row[:1]
    for rect in row[1:]:
        if rect.left - cells[-1].right < _CELL_GAP:
            cells[-1] = _around([cells[-1], rect])
        else:
            cells.append(rect)
    return cells


def _gutter(rows: list[list[Rect]]) -> float | None:
    """Return where an empty strip parts two columns of prose, if one does."""
    gaps = [
        (a.right, b.left) for row in rows for a, b in pairwise(row) if b.left - a.right >= _GUTTER
    ]
    best = max(
        ((a + b) / 2 for a, b in gaps),
        key=lambda x: sum(1 for a, b in gaps if a < x < b),
        default=None,
    )
    if best is None:
        return None
    parted = [row for row in rows if _parts(row, best)]
    return best if len(parted) >= _FEWEST_LINES and _is_prose(parted, best) else None


def _parts(row: list[Rect], x: float) -> bool:
    beside = any(rect.right < x for rect in row) and any(rect.left > x for rect in row)
    return beside and not any(rect.left <= x <= rect.right for rect in row)


def _is_prose(rows: list[list[Rect]], x: float) -> bool:
    """Tell columns of text from the cells of a table, which are short."""
    lefts = [_around([r for r in row if r.right < x]) for row in rows]
    rights = [_around([r for r in row if r.left > x]) for row in rows]
    widths = [sorted(rect.right - rect.left for rect in side) for side in (lefts, rights)]
    return all(side[len(side) // 2] >= _NARROWEST_COLUMN for side in widths)


def _region(words: Any, rows: list[list[Rect]], depth: int) -> Iterator[Line]:
    gutter = _gutter(rows) if depth else None
    if gutter is None:
        for row in rows:
            yield _line(words, row)
        return
    spanning = [any(r.left <= gutter <= r.right for r in row) for row in rows]
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and spanning[end] == spanning[at]:
            end += 1
        if spanning[at]:
            for row in rows[at:end]:
                yield _line(words, row)
        else:
            for side in (True, False):
                part = [[r for r in row if (r.right < gutter) is side] for row in rows[at:end]]
                yield from _region(words, [row for row in part if row], depth - 1)
        at = end


def _line(words: Any, row: list[Rect]) -> Line:
    cells = [_words(words, cell) for cell in _cells(row)]
    text = "\t".join(cell for cell in cells if cell)
    at = pdfium.FPDFText_GetCharIndexAtPos(
        words, (row[0].left + 1), (row[0].top + row[0].bottom) / 2, 4.0, 4.0
    )
    return Line(text, float(pdfium.FPDFText_GetFontSize(words, at)) if at >= 0 else 0.0)


def _words(words: Any, rect: Rect) -> str:
    bounded = words.get_text_bounded(rect.left - 1, rect.bottom - 1, rect.right + 1, rect.top + 1)
    return " ".join(str(bounded).split())


def _around(rects: list[Rect]) -> Rect:
    return Rect(
        min(rect.left for rect in rects),
        min(rect.bottom for rect in rects),
        max(rect.right for rect in rects),
        max(rect.top for rect in rects),
    )
