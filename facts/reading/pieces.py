"""Pieces of a document -> a reading: a reader lists pieces, this sets them into one text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from facts.errors import DocumentRefused
from facts.reading.limits import LONGEST_GIVEN, LONGEST_TEXT, MOST_BLOCKS
from facts.types import Block, BlockKind, Particulars, Published, Reading, Span

CELL_BREAK = " | "
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WORD = re.compile(r"\w")
_PACKED = frozenset({BlockKind.ITEM, BlockKind.ROW})


@dataclass(frozen=True, slots=True)
class Piece:
    """One block before it has a place; `kind` None keeps the words in the text, in no block.

    `mark` is what stands before the block on the page and is none of its words: a list mark or
    a speaker's label. A row's text is its cells joined.
    """

    kind: BlockKind | None
    text: str
    level: int = 0
    mark: str = ""
    speaker: str | None = None
    cells: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


def row(cells: Iterable[str], heads: Iterable[str] = ()) -> Piece:
    """Return a table row as a piece, each cell in one line."""
    words = tuple(one_line(cell) for cell in cells)
    if sum(map(len, words)) > LONGEST_GIVEN:
        raise DocumentRefused(
            f"A table row holds more than {LONGEST_GIVEN:,} characters; send long texts as text."
        )
    return Piece(BlockKind.ROW, CELL_BREAK.join(words), cells=words, heads=tuple(heads))


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return " ".join(text.split())


def compose(pieces: Iterable[Piece], particulars: Particulars, reader: str) -> Reading:
    """Return the reading of `pieces` in order; refuse what holds no words or too many."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    before: Piece | None = None
    for piece in (p for p in map(_safe, pieces) if p.text.strip(" |")):
        gap = _gap(before, piece)
        length += len(gap) + len(piece.mark)
        parts += (gap, piece.mark, piece.text)
        if piece.kind is not None:
            blocks.append(_block(piece, length))
        length += len(piece.text)
        before = piece
        check_size(length, len(blocks))
    if not any(_WORD.search("".join(parts)) for _ in blocks[:1]):
        raise DocumentRefused("The document holds no text to quote; send one with sentences in it.")
    return Reading("".join(parts), tuple(blocks), particulars, reader)


def overridden(found: Particulars, given: Particulars) -> Particulars:
    """Return what was found, with everything that the sender gave in its place."""
    published = given.published if given.published != Published() else found.published
    return Particulars(
        title=given.title or found.title,
        outlet=given.outlet or found.outlet,
        published=published,
        url=given.url or found.url,
    )


def _safe(piece: Piece) -> Piece:
    if not _CONTROLS.search(piece.text):
        return piece
    cells = tuple(_CONTROLS.sub(" ", cell) for cell in piece.cells)
    return replace(piece, text=_CONTROLS.sub(" ", piece.text), cells=cells)


def _gap(before: Piece | None, piece: Piece) -> str:
    if before is None:
        return ""
    return "\n" if before.kind == piece.kind and piece.kind in _PACKED else "\n\n"


def _block(piece: Piece, start: int) -> Block:
    cells = []
    at = start
    for cell in piece.cells:
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + len(CELL_BREAK)
    return Block(
        kind=piece.kind or BlockKind.PARAGRAPH,
        start=start,
        end=start + len(piece.text),
        level=piece.level,
        speaker=piece.speaker,
        cells=tuple(cells),
        heads=piece.heads,
    )


def check_size(length: int, blocks: int) -> None:
    """Refuse a text of more characters or blocks than anybody reads."""
    if length > LONGEST_TEXT or blocks > MOST_BLOCKS:
        raise DocumentRefused(
            f"The document is too long (more than {LONGEST_TEXT:,} characters or"
            f" {MOST_BLOCKS:,} paragraphs); split it and send the parts."
        )
