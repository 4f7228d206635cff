"""PDF -> a reading: lines joined into paragraphs, repeated headers and page numbers dropped.

PDFium is not safe in threads and can crash on hostile files, so this runs in the reading child
only (`read_file`), one document a process.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]

from facts.errors import DocumentRefused
from facts.reading import lines, plain
from facts.reading.decode import clean
from facts.reading.limits import MOST_PAGES
from facts.reading.pagelayout import Line, page_lines
from facts.reading.pieces import Piece, compose, one_line, overridden
from facts.reading.source import Source
from facts.types import BlockKind, ReadDocument

READER = "pdf/6"
_LARGER = 1.15  # than the usual type: a heading
_SAME_SIZE = 0.9  # points: a footnote mark or a rounding
_LONGEST_HEADING = 150
_MAYBE_HEADINGS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_BREAKS = ("\ufffe", "\u00ad", "\u0002", "\u2010")
_HYPHENED = re.compile(r"[a-zà-ÿ]-\n[a-zà-ÿ]$")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_FEWEST_CHARACTERS = 20  # of a page that has a text layer
_EDGE = 2  # lines at the top and at the foot of a page that may be repeated
_PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_BROKEN_WORD = re.compile("[\ufffe\u00ad\u0002]")


def read_pdf(source: Source) -> tuple[ReadDocument, ...]:
    """Read a PDF file as one document."""
    pages = _without_repeats(list(_pages(source.content)))
    paragraphs = _paragraphs([line for page in pages for line in page])
    usual = _usual_size(pages)
    large = {p.words for p in paragraphs if usual and p.size >= _LARGER * usual}
    pieces, found = plain.pieces_of_paragraphs([paragraph.words for paragraph in paragraphs])
    reading = compose(
        [_headed(piece, large) for piece in pieces], overridden(found, source.given), READER
    )
    return (ReadDocument("", source.content, reading),)


def _headed(piece: Piece, large: set[str]) -> Piece:
    """Take a line in larger type for a heading, as the reader of the page does."""
    short = len(piece.text) <= _LONGEST_HEADING and not lines.ends_in_stop(piece.text)
    plain_line = piece.kind in _MAYBE_HEADINGS and not piece.level and short
    if plain_line and f"{piece.mark}{piece.text}" in large:
        return replace(piece, kind=BlockKind.HEADING, level=2)
    return piece


def _usual_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.words)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _pages(content: bytes) -> Iterator[list[Line]]:
    document = _opened(content)
    try:
        if len(document) > MOST_PAGES:
            raise DocumentRefused(f"The PDF has more than {MOST_PAGES} pages; send a part of it.")
        pages = [_page_lines(document, at) for at in range(len(document))]
    except pypdfium2.PdfiumError:
        raise DocumentRefused("The PDF is damaged; export it again or send its text.") from None
    finally:
        document.close()
    if sum(len(line.words) for page in pages for line in page) < _FEWEST_CHARACTERS * len(pages):
        raise DocumentRefused(
            "The PDF has no text layer, only pictures of pages; send one with text in it."
        )
    yield from pages


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "locked with a password" if locked else "damaged"
        raise DocumentRefused(f"The PDF is {what}; export it again or send its text.") from None


def _page_lines(document: pypdfium2.PdfDocument, at: int) -> list[Line]:
    page = document[at]
    try:
        words = page.get_textpage()
        try:
            return _mended(page_lines(words))
        finally:
            words.close()
    finally:
        page.close()


def _mended(page: list[Line]) -> list[Line]:
    """Join the words that a line end breaks, and write joined letters as single ones."""
    found: list[Line] = []
    for line in page:
        whole = clean(_BROKEN_WORD.sub("", line.words.translate(_LIGATURES)))
        before = found[-1].words if found else ""
        if before.endswith(_BREAKS) or _HYPHENED.search(f"{before}\n{whole.lstrip()[:1]}"):
            found[-1] = replace(found[-1], words=before[:-1] + whole.strip())
        elif whole.strip():
            kept = whole.rstrip() + ("\u2010" if line.words.rstrip().endswith(_BREAKS) else "")
            found.append(replace(line, words=kept))
    return found


def _without_repeats(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop page numbers, and the edge lines that more than half of the pages repeat."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, count in seen.items() if count > len(pages) / 2 and count > 1}
    return [
        [line for at, line in enumerate(page) if not _is_furniture(page, at, line, often)]
        for page in pages
    ]


def _edges(page: list[Line]) -> list[Line]:
    return page[:_EDGE] + page[-_EDGE:]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", one_line(line.words)).lower()


def _is_furniture(page: list[Line], at: int, line: Line, often: set[str]) -> bool:
    edge = at < _EDGE or at >= len(page) - _EDGE
    return edge and (bool(_PAGE_NUMBER.match(line.words.strip())) or _key(line) in often)


def _paragraphs(all_lines: list[Line]) -> list[Line]:
    """Join wrapped lines: a PDF's text says nothing of where its paragraphs end."""
    width = _usual_width(all_lines)
    found: list[tuple[Line, list[str]]] = []  # joined at the end: a paragraph may be a whole file
    before = Line("")
    for line in all_lines:
        kept = line.words.strip() if lines.has_columns(line.words) else one_line(line.words)
        if found and _goes_on(before, line, width):
            found[-1][1].append(kept)
        else:
            found.append((line, [kept]))
        before = line
    return [replace(line, words=" ".join(parts)) for line, parts in found]


def _usual_width(all_lines: list[Line]) -> int:
    lengths = sorted(len(line.words.strip()) for line in all_lines)
    return lengths[len(lengths) * 4 // 5] if lengths else 0


def _goes_on(before: Line, line: Line, width: int) -> bool:
    above, below = one_line(before.words), one_line(line.words)
    if lines.has_columns(before.words) or lines.has_columns(line.words):
        return False
    if before.size and line.size and abs(before.size - line.size) > _SAME_SIZE:
        return False
    if lines.list_mark(below) or (lines.ends_in_stop(above) and len(above) < 0.85 * width):
        return False
    if below[:1].islower():
        return True
    return len(above) >= 0.7 * width and not (lines.label(below) and lines.ends_in_stop(above))
