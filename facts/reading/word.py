"""Word documents -> a reading: paragraphs and tables in their order, kinds by their styles."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from facts.errors import DocumentRefused
from facts.reading import boilerplate, headers, lines, plain
from facts.reading.archive import checked_archive, read_member
from facts.reading.decode import clean
from facts.reading.pieces import Piece, compose, one_line, overridden, row
from facts.reading.source import Source
from facts.reading.wordxml import blocks_in, boxes_in, is_listed, notes_of, words_of
from facts.types import BlockKind, Particulars, ReadDocument

READER = "docx/6"
_DAMAGED = "The Word document is damaged; save it again or send its text."
_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_TITLE = -1  # the level of what is styled as the title, until headings are counted
_LONGEST_TOP = 6
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


def read_word(source: Source) -> tuple[ReadDocument, ...]:
    """Read a Word document as one document."""
    document = _opened(source.content)
    try:
        pieces = [*_pieces(document), *_notes(document)]
    except (ValueError, KeyError, AttributeError, TypeError, etree.LxmlError):
        raise DocumentRefused(_DAMAGED) from None
    if not any(piece.kind is BlockKind.HEADING for piece in pieces):
        pieces, found = _unstyled(pieces)
    else:
        pieces = boilerplate.quieted(plain.labelled(_below_title(pieces)))
        titles = (p.text for p in pieces if p.kind is BlockKind.HEADING and p.level == 1)
        found = Particulars(title=next(titles, None))
        for piece in pieces[:_LONGEST_TOP]:
            if piece.kind is None and headers.is_byline(piece.text):
                found = headers.with_day(found, headers.dated_by_line(piece.text))
    reading = compose(pieces, overridden(found, source.given), READER)
    return (ReadDocument("", source.content, reading),)


def _opened(content: bytes) -> Document:
    archive = checked_archive(content)
    for name in archive.namelist():
        read_member(archive, name)  # counted: the sizes in the directory can lie
    try:
        return docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, AttributeError, TypeError, OSError, etree.LxmlError):
        raise DocumentRefused(_DAMAGED) from None


def _pieces(document: Document) -> Iterator[Piece]:
    for element in blocks_in(document.element.body):
        if element.tag == _TABLE:
            yield from _rows(Table(element, document))
            continue
        for each in (element, *boxes_in(element)):
            yield from _paragraph(Paragraph(each, document))


def _notes(document: Document) -> Iterator[Piece]:
    for words in notes_of(document.part):
        yield Piece(BlockKind.PARAGRAPH, one_line(clean(words)))


def _paragraph(paragraph: Paragraph) -> Iterator[Piece]:
    words = clean(words_of(paragraph._p))
    style = paragraph.style.name.lower() if paragraph.style and paragraph.style.name else ""
    heading = _HEADING.match(style)
    if heading or style == "title":
        level = int(heading[1]) if heading else _TITLE
        yield from _lone(BlockKind.HEADING, words, level)
    elif "list" in style or is_listed(paragraph._p):
        yield from _lone(BlockKind.ITEM, words)
    elif "quote" in style or style == "caption":
        yield from _lone(BlockKind.CAPTION if style == "caption" else BlockKind.QUOTE, words)
    else:
        yield from (Piece(BlockKind.PARAGRAPH, line) for line in lines.unbroken(words))


def _lone(kind: BlockKind, words: str, level: int = 0) -> Iterator[Piece]:
    if words.strip():
        yield Piece(kind, one_line(words), level=level)


def _below_title(pieces: list[Piece]) -> list[Piece]:
    """Count headings from the title on, where a document has one; else the first is the title."""
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    titled = any(piece.level == _TITLE for piece in headings)
    tops = sum(1 for piece in headings if piece.level == 1)
    shift = 1 if titled or (tops > 1 and pieces[0] is not headings[0]) else 0
    return [
        replace(p, level=1 if p.level == _TITLE else p.level + shift)
        if p.kind is BlockKind.HEADING
        else p
        for p in pieces
    ]


def _rows(table: Table) -> Iterator[Piece]:
    rows = [[_cell(cell) for cell in line.cells] for line in table.rows]
    heads = rows[0] if len(rows) > 1 else []
    if heads:
        yield Piece(None, " | ".join(heads))
    for cells in rows[1:] if heads else rows:
        yield row(cells, heads)


def _cell(cell: _Cell) -> str:
    return one_line(" ".join(clean(words_of(each)) for each in cell._tc.iter(_PARAGRAPH)))


def _unstyled(pieces: list[Piece]) -> tuple[list[Piece], Particulars]:
    """Read a document without heading styles as plain text is read, its tables left in place."""
    first = next((at for at, p in enumerate(pieces) if p.kind is not BlockKind.PARAGRAPH), None)
    texts = [piece.text for piece in pieces[:first]]
    top, found = plain.pieces_of_paragraphs(texts)
    rest = plain.labelled(pieces[first:]) if first is not None else []
    return [*top, *boilerplate.quieted(rest)], found
