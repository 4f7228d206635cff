"""PDF -> a reading: lines joined into paragraphs, repeated headers and page numbers dropped.

PDFium is not safe in threads and can crash on hostile files, so this runs in the reading child
only (`read_file`), one document a process.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]

from facts.errors import DocumentRefused
from facts.reading import lines, plain
from facts.reading.decode import clean
from facts.reading.limits import MOST_PAGES
from facts.reading.pieces import compose, one_line, overridden
from facts.reading.source import Source
from facts.types import ReadDocument

READER = "pdf/1"
_FEWEST_CHARACTERS = 20  # of a page that has a text layer
_EDGE = 2  # lines at the top and at the foot of a page that may be repeated
_PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_BROKEN_WORD = re.compile("[\ufffe\u00ad\u0002](?:\r?\n)?|(?<=[a-zà-ÿ])-\r?\n(?=[a-zà-ÿ])")


def read_pdf(source: Source) -> tuple[ReadDocument, ...]:
    """Read a PDF file as one document."""
    pages = _without_repeats(list(_pages(source.content)))
    paragraphs = _paragraphs([line for page in pages for line in page])
    pieces, found = plain.pieces_of_paragraphs(paragraphs)
    return (
        ReadDocument("", source.content, compose(pieces, overridden(found, source.given), READER)),
    )


def _pages(content: bytes) -> Iterator[list[str]]:
    document = _opened(content)
    try:
        if len(document) > MOST_PAGES:
            raise DocumentRefused(f"The PDF has more than {MOST_PAGES} pages; send a part of it.")
        texts = [_page_text(document, at) for at in range(len(document))]
    except pypdfium2.PdfiumError:
        raise DocumentRefused("The PDF is damaged; export it again or send its text.") from None
    finally:
        document.close()
    if sum(map(len, texts)) < _FEWEST_CHARACTERS * len(texts):
        raise DocumentRefused(
            "The PDF has no text layer, only pictures of pages; send one with text in it."
        )
    yield from ([line for line in text.split("\n") if line.strip()] for text in texts)


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "locked with a password" if locked else "damaged"
        raise DocumentRefused(f"The PDF is {what}; export it again or send its text.") from None


def _page_text(document: pypdfium2.PdfDocument, at: int) -> str:
    page = document[at]
    try:
        words = page.get_textpage()
        try:
            return clean(_BROKEN_WORD.sub("", str(words.get_text_range())))
        finally:
            words.close()
    finally:
        page.close()


def _without_repeats(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and the edge lines that more than half of the pages repeat."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, count in seen.items() if count > len(pages) / 2 and len(pages) > 2}
    return [
        [line for at, line in enumerate(page) if not _is_furniture(page, at, line, often)]
        for page in pages
    ]


def _edges(page: list[str]) -> list[str]:
    return page[:_EDGE] + page[-_EDGE:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", one_line(line)).lower()


def _is_furniture(page: list[str], at: int, line: str, often: set[str]) -> bool:
    edge = at < _EDGE or at >= len(page) - _EDGE
    return edge and (bool(_PAGE_NUMBER.match(line.strip())) or _key(line) in often)


def _paragraphs(all_lines: list[str]) -> list[str]:
    """Join wrapped lines: a PDF's text says nothing of where its paragraphs end."""
    width = _usual_width(all_lines)
    found: list[str] = []
    before = ""
    for line in map(one_line, all_lines):
        if found and _goes_on(before, line, width):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
        before = line
    return found


def _usual_width(all_lines: list[str]) -> int:
    lengths = sorted(len(line.strip()) for line in all_lines)
    return lengths[len(lengths) * 4 // 5] if lengths else 0


def _goes_on(before: str, line: str, width: int) -> bool:
    if lines.list_mark(line) or (lines.ends_in_stop(before) and len(before) < 0.85 * width):
        return False
    if line[0].islower():
        return True
    return len(before) >= 0.7 * width and not (lines.label(line) and lines.ends_in_stop(before))
