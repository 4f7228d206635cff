"""A web page -> the reading of its article.

trafilatura decides which words are the article; the page's own structure, walked here, gives the
blocks in order (it drops captions and flattens headings, lists and tables otherwise).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from facts.errors import DocumentRefused
from facts.reading import boilerplate, headers, plain
from facts.reading.decode import clean, decode
from facts.reading.limits import DEEPEST_NESTING, MOST_BLOCKS
from facts.reading.pagefacts import particulars_of
from facts.reading.pagenoise import drop_noise
from facts.reading.pieces import Piece, compose, one_line, overridden, row
from facts.reading.source import Source
from facts.types import BlockKind, ReadDocument

READER = "html/2"
Element = Any  # lxml's element; its stubs differ between the two packages that give them

_BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "figcaption",
    "tr",
    "dt",
    "dd",
    "pre",
    "div",
    "section",
    "article",
    "main",
    "td",
    "caption",
}
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_OPEN_TAG = re.compile(
    r"<(/?)(div|span|table|section|font|b|i|ul|ol|blockquote|em|strong|a|article)\b", re.IGNORECASE
)
_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_MOST_LINKED = 0.6
_LONGEST_CELL = 400


def read_html(source: Source) -> tuple[ReadDocument, ...]:
    """Read a web page as one document."""
    text = clean(_text(source.content)).replace("\u00a0", " ")
    _check_depth(text)
    root = _parsed(text)
    found = particulars_of(root)
    article = _article_words(text)
    drop_noise(root)
    walked = list(islice(_walk(root), MOST_BLOCKS + 1))
    if len(walked) > MOST_BLOCKS:
        raise DocumentRefused("The web page is too long; send the article's text itself.")
    pieces = _with_title(_chosen(walked, article), found.title)
    if not pieces:
        raise DocumentRefused("The web page holds no article; send the article's text itself.")
    return (
        ReadDocument("", source.content, compose(pieces, overridden(found, source.given), READER)),
    )


def _text(content: bytes) -> str:
    declared = _META_CHARSET.search(content[:4096])
    if declared:
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)[0]


def _check_depth(text: str) -> None:
    depth = deepest = 0
    for match in _OPEN_TAG.finditer(text):
        depth = max(depth + (-1 if match[1] else 1), 0)
        deepest = max(deepest, depth)
    if deepest > DEEPEST_NESTING:
        raise DocumentRefused("The web page is nested too deeply; send the article's text itself.")


def _parsed(text: str) -> Element:
    try:
        return lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.LxmlError, ValueError):
        raise DocumentRefused(
            "The web page cannot be read; send the article's text itself."
        ) from None


def _article_words(text: str) -> str:
    """Return the article's words as trafilatura finds them, without white space."""
    try:
        found = trafilatura.extract(
            text, include_comments=False, include_tables=True, deduplicate=False
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        found = None
    return _squeezed(found or "")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|*-]+", "", text)


@dataclass(frozen=True, slots=True)
class _Found:
    """A piece with where it stood: its parent, and the share of it that is links."""

    piece: Piece
    parent: Element
    linked: float


def _found(piece: Piece, element: Element) -> _Found:
    links = sum(len(one_line(link.text_content())) for link in element.iter("a"))
    return _Found(piece, element.getparent(), links / max(len(piece.text), 1))


def _walk(root: Element) -> Iterator[_Found]:
    rows: set[Element] = set()
    for element in root.iter(*_BLOCKS):
        if not rows.isdisjoint(element.iterancestors("tr")):
            continue  # a row speaks for its cells
        if element.tag == "tr" and _is_row(element):
            rows.add(element)
            yield _found(_row(element), element)
            continue
        text = one_line(_own_text(element))
        if text:
            yield _found(_piece(element, text), element)


def _is_row(element: Element) -> bool:
    # Old pages lay out whole articles as one row.
    cells = list(element.iter("td", "th"))
    return bool(cells) and all(len(cell.text_content()) <= _LONGEST_CELL for cell in cells)


def _own_text(element: Element) -> str:
    """Return the words of an element without those of the blocks inside it."""
    parts = [element.text or ""]
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in _BLOCKS
            and child.tag not in ("ul", "ol", "table", "dl", "figure")
        ):
            parts.append("\n" if child.tag == "br" else _own_text(child))
        else:
            parts.append(" ")
        parts.append(child.tail or "")
    return "".join(parts)


def _piece(element: Element, text: str) -> Piece:
    if element.tag in _HEADINGS:
        return Piece(BlockKind.HEADING, text, level=_HEADINGS[element.tag])
    if element.tag in ("figcaption", "caption"):
        return Piece(BlockKind.CAPTION, text)
    if element.tag in ("li", "dd", "dt"):
        return Piece(BlockKind.ITEM, text)
    quoted = element.tag == "blockquote" or any(
        a.tag == "blockquote" for a in element.iterancestors()
    )
    return Piece(BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH, text)


def _row(element: Element) -> Piece:
    cells = [one_line(cell.text_content()) for cell in element.iter("td", "th")]
    if all(cell.tag == "th" for cell in element.iter("td", "th")):
        return Piece(None, " | ".join(cells), cells=tuple(cells))
    table = next((a for a in element.iterancestors() if a.tag == "table"), None)
    return row(cells, _heads(table) if table is not None else ())


def _heads(table: Element) -> tuple[str, ...]:
    first = next(iter(table.iter("tr")), None)
    if first is None:
        return ()
    heads = [one_line(cell.text_content()) for cell in first.iter("th")]
    return tuple(heads) if heads and not list(first.iter("td")) else ()


def _chosen(found: list[_Found], article: str) -> list[Piece]:
    """Keep what trafilatura kept, what stands beside or between it, and captions."""
    kept = [
        i
        for i, f in enumerate(found)
        if len(f.piece.text) > 3 and _squeezed(f.piece.text) in article
    ]
    body = [
        i
        for i in kept
        if found[i].piece.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM)
    ]
    if not body:
        return [f.piece for f in found if f.linked < _MOST_LINKED]
    parents = {id(found[i].parent) for i in body}
    chosen = []
    for i, each in enumerate(found):
        near = body[0] < i < body[-1] or id(each.parent) in parents
        caption = each.piece.kind is BlockKind.CAPTION
        title = each.piece.level == 1 and i < body[-1]
        if i in kept or caption or title or (near and each.linked < _MOST_LINKED):
            chosen.append(each.piece)
    return _trimmed(chosen)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Drop what is on every page: bylines and dates; a short line in a div is no sentence."""
    top = max((i for i, p in enumerate(pieces) if p.level == 1), default=-1)
    return [
        piece
        for i, piece in enumerate(pieces)
        if piece.kind is not BlockKind.PARAGRAPH
        or not (i <= top + 4 and headers.is_byline(piece.text))
    ]


def _with_title(pieces: list[Piece], title: str | None) -> list[Piece]:
    habits = plain.habits_of([p.text for p in pieces])
    named: list[Piece] = []
    speaker: str | None = None
    for piece in pieces:
        if piece.kind is BlockKind.PARAGRAPH:
            made, speaker = plain.pieces_of_line([piece.text], 0, habits, speaker)
            named += made
        else:
            speaker = None if piece.kind is BlockKind.HEADING else speaker
            named.append(piece)
    named = boilerplate.quieted(named)
    if title and named and not any(p.level == 1 for p in named):
        return [Piece(BlockKind.HEADING, title, level=1), *named]
    return named
