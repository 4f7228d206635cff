"""Word documents -> a reading: paragraphs and tables in their order, kinds by their styles."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from facts.errors import DocumentRefused
from facts.reading import plain
from facts.reading.archive import checked_archive, read_member
from facts.reading.decode import clean
from facts.reading.pieces import Piece, compose, one_line, overridden, row
from facts.reading.source import Source
from facts.types import BlockKind, Particulars, ReadDocument

READER = "docx/1"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


def read_word(source: Source) -> tuple[ReadDocument, ...]:
    """Read a Word document as one document."""
    document = _opened(source.content)
    pieces = list(_pieces(document))
    if not any(piece.kind is BlockKind.HEADING for piece in pieces):
        pieces, found = _unstyled(pieces)
    else:
        titles = (p.text for p in pieces if p.kind is BlockKind.HEADING and p.level == 1)
        found = Particulars(title=next(titles, None))
    reading = compose(pieces, overridden(found, source.given), READER)
    return (ReadDocument("", source.content, reading),)


def _opened(content: bytes) -> Document:
    archive = checked_archive(content)
    for name in archive.namelist():
        read_member(archive, name)  # counted: the sizes in the directory can lie
    try:
        return docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, AttributeError, TypeError, OSError, etree.LxmlError):
        raise DocumentRefused(
            "The Word document is damaged; save it again or send its text."
        ) from None


def _pieces(document: Document) -> Iterator[Piece]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            piece = _paragraph(block)
            if piece.text:
                yield piece


def _paragraph(paragraph: Paragraph) -> Piece:
    text = one_line(clean(paragraph.text))
    style = paragraph.style.name.lower() if paragraph.style and paragraph.style.name else ""
    heading = _HEADING.match(style)
    if heading or style == "title":
        return Piece(BlockKind.HEADING, text, level=int(heading[1]) if heading else 1)
    if "list" in style:
        return Piece(BlockKind.ITEM, text)
    if "quote" in style:
        return Piece(BlockKind.QUOTE, text)
    return Piece(BlockKind.CAPTION if style == "caption" else BlockKind.PARAGRAPH, text)


def _rows(table: Table) -> Iterator[Piece]:
    rows = [[one_line(clean(cell.text)) for cell in line.cells] for line in table.rows]
    heads = rows[0] if len(rows) > 1 else []
    if heads:
        yield Piece(None, " | ".join(heads))
    for cells in rows[1:] if heads else rows:
        yield row(cells, heads)


def _unstyled(pieces: list[Piece]) -> tuple[list[Piece], Particulars]:
    """Read a document without heading styles as plain text is read, its tables left in place."""
    first = next((at for at, p in enumerate(pieces) if p.kind is not BlockKind.PARAGRAPH), None)
    texts = [piece.text for piece in pieces[:first]]
    top, found = plain.pieces_of_paragraphs(texts)
    return [*top, *(pieces[first:] if first is not None else [])], found
