"""Years and numbers of a table told apart by their column: 1840 above 356 counts something."""

import re

from facts.types import Block, BlockKind, FactDraft, Moment, Reading

_YEAR = re.compile(r"[12]\d{3}")
_NUMBER = re.compile(r"[-−+]?\d[\d.,\s]*%?")
# "Area (ha)", "Number of farms": what such a column holds is counted or measured.
_MEASURED = re.compile(
    r"\((?!.*(?:year|date|opened|built|since))[^)\d]+\)$|^number of\b", re.IGNORECASE
)
_Column = tuple[tuple[str, ...], int]


def counting_columns(reading: Reading) -> frozenset[_Column]:
    """Return the columns, by their table's heads and place, that hold numbers other than years."""
    found: set[_Column] = set()
    for block in reading.blocks:
        if block.kind is BlockKind.ROW and block.heads:
            for place, cell in enumerate(block.cells):
                if (block.heads, place) in found:
                    continue
                words = cell.of(reading.text).strip()
                counts = _NUMBER.fullmatch(words) and not _YEAR.fullmatch(words)
                if counts or _is_measured(block.heads, place):
                    found.add((block.heads, place))
    return frozenset(found)


def _is_measured(heads: tuple[str, ...], place: int) -> bool:
    return place < len(heads) and bool(_MEASURED.search(heads[place].strip()))


def without_counts(
    reading: Reading,
    draft: FactDraft,
    block: Block,
    when: tuple[Moment, ...],
    counting: frozenset[_Column],
) -> tuple[Moment, ...]:
    """Leave out the years of a row that are cells of columns which count."""
    counts = {
        (cell.start - draft.span.start, cell.end - draft.span.start)
        for place, cell in enumerate(block.cells)
        if (block.heads, place) in counting and _YEAR.fullmatch(cell.of(reading.text))
    }
    return tuple(moment for moment in when if (moment.start, moment.end) not in counts)
