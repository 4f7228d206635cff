"""A web page -> the reading of its article.

trafilatura decides which words are the article; the page's own structure, walked here, gives the
blocks in order (it drops captions and flattens headings, lists and tables otherwise).
"""

import re
from collections import Counter
from dataclasses import replace
from itertools import islice

import lxml.html
import trafilatura
from lxml import etree

from facts.errors import DocumentRefused
from facts.reading import boilerplate, headers, lines, plain
from facts.reading.decode import clean, decode
from facts.reading.limits import DEEPEST_NESTING, MOST_BLOCKS
from facts.reading.pagefacts import article_body, page_title, particulars_of
from facts.reading.pagenoise import drop_noise
from facts.reading.pagewalk import Element, Run, runs
from facts.reading.pieces import Piece, compose, overridden
from facts.reading.source import Source
from facts.types import BlockKind, Particulars, ReadDocument

READER = "html/6"

_OPEN_TAG = re.compile(
    r"<(/?)(div|span|table|section|font|b|i|ul|ol|blockquote|em|strong|a|article)\b", re.IGNORECASE
)
_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_NAMES = re.compile(r"(?:[A-Z][\w.'’-]+(?:,| and| &| /| \||) ?){1,6}$")  # an author's, bare
_MOST_LINKED, _ALL_LINKED = 0.6, 0.9
_SHORTEST_REPEATED = 30
# Characters that XML has none of: lxml takes them in ("&#1;"), and fails once it moves them.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})
_SAID = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def read_html(source: Source) -> tuple[ReadDocument, ...]:
    """Read a web page as one document."""
    text = clean(_text(source.content)).replace("\u00a0", " ")
    _check_depth(text)
    root = _parsed(text)
    found, body = particulars_of(root), article_body(root)
    fallback = page_title(root)
    article = _article_words(text)
    drop_noise(root)
    walked = list(islice(runs(root), MOST_BLOCKS + 1))
    if len(walked) > MOST_BLOCKS:
        raise DocumentRefused("The web page is too long; send the article's text itself.")
    chosen = _chosen(walked, article) or plain.pieces_of(body)[0]
    if not chosen:
        raise DocumentRefused("The web page holds no article; send the article's text itself.")
    pieces, found = _with_title(*_trimmed(chosen, found), fallback)
    reading = compose(pieces, overridden(found, source.given), READER)
    return (ReadDocument("", source.content, reading),)


def _text(content: bytes) -> str:
    declared = _META_CHARSET.search(content[:4096])
    if declared and not _is_utf8(content):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)[0]


def _is_utf8(content: bytes) -> bool:
    """Tell UTF-8, which is never so by chance, whatever the page says of itself."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _check_depth(text: str) -> None:
    depth = deepest = 0
    for match in _OPEN_TAG.finditer(text):
        depth = max(depth + (-1 if match[1] else 1), 0)
        deepest = max(deepest, depth)
    if deepest > DEEPEST_NESTING:
        raise DocumentRefused("The web page is nested too deeply; send the article's text itself.")


def _parsed(text: str) -> Element:
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.LxmlError, ValueError):
        raise DocumentRefused(
            "The web page cannot be read; send the article's text itself."
        ) from None
    for element in root.iter():
        if element.text and _NOT_XML.search(element.text):
            element.text = _NOT_XML.sub(" ", element.text)
        if element.tail and _NOT_XML.search(element.tail):
            element.tail = _NOT_XML.sub(" ", element.tail)
    return root


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


def _chosen(found: list[Run], article: str) -> list[Piece]:
    """Keep what trafilatura kept, what stands beside or between it, and captions."""
    kept = {
        i
        for i, run in enumerate(found)
        if len(run.piece.text) > 3 and _squeezed(run.piece.text) in article
    }
    body = [i for i in sorted(kept) if found[i].piece.kind in _BODY and not _is_links(found[i])]
    if not body:
        return [run.piece for run in found if run.linked < _MOST_LINKED]
    parents = {id(found[i].parent) for i in body}
    chosen = []
    for i, run in enumerate(found):
        if i not in kept and run.linked >= _MOST_LINKED and run.piece.level != 1:
            continue
        near = body[0] < i < body[-1] or id(run.parent) in parents
        title = run.piece.level == 1 and i < body[-1]
        if i in kept or title or near or run.piece.kind is BlockKind.CAPTION:
            chosen.append(run)
    return [run.piece for run in chosen if not _is_links(run)]


def _is_links(run: Run) -> bool:
    """Tell a row of links, which leads elsewhere, from words with links in them."""
    several = run.links > 1 and run.linked >= _ALL_LINKED
    return several and run.piece.kind in _BODY and not lines.ends_in_stop(run.piece.text)


def _trimmed(pieces: list[Piece], found: Particulars) -> tuple[list[Piece], Particulars]:
    """Drop what is on every page, bylines and dates, and what is said twice; keep the day."""
    top = max((i for i, p in enumerate(pieces) if p.level == 1), default=-1)
    kept: list[Piece] = []
    for i, piece in enumerate(_once(pieces)):
        byline = piece.kind is BlockKind.PARAGRAPH and i <= top + 4
        if byline and _NAMES.match(piece.text):
            continue
        if byline and headers.is_byline(piece.text):
            found = headers.with_day(found, headers.dated_by_line(piece.text))
        else:
            kept.append(piece)
    return kept, found


def _once(pieces: list[Piece]) -> list[Piece]:
    """Leave out pull quotes, which repeat words of the article, and captions shown twice."""
    folded = [_folded(piece.text) for piece in pieces]
    whole = "\n".join(f for f, p in zip(folded, pieces, strict=True) if p.kind in _SAID)
    seen: Counter[str] = Counter()
    kept: list[Piece] = []
    for words, piece in zip(folded, pieces, strict=True):
        seen[words] += 1
        again = seen[words] > 1 and len(words) >= _SHORTEST_REPEATED
        pulled = piece.kind in _SAID and _is_pulled(piece, words, whole)
        if not (again or pulled) or piece.level == 1:
            kept.append(piece)
    return kept


def _is_pulled(piece: Piece, words: str, whole: str) -> bool:
    loose = piece.kind is BlockKind.QUOTE or not lines.ends_in_stop(piece.text)
    return loose and len(words) >= _SHORTEST_REPEATED // 2 and whole.count(words) > 1


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _with_title(
    pieces: list[Piece], found: Particulars, fallback: str | None
) -> tuple[list[Piece], Particulars]:
    named = boilerplate.quieted(plain.labelled(pieces))
    if not any(piece.level == 1 for piece in named):
        named, title = _titled(named, found.title, fallback)
        return named, replace(found, title=title)
    return named, found


def _titled(
    pieces: list[Piece], title: str | None, fallback: str | None
) -> tuple[list[Piece], str | None]:
    """Give a page without a main heading its title: as it says, or its first heading of all."""
    first = next((i for i, p in enumerate(pieces) if p.kind in _BODY), len(pieces))
    for i, piece in enumerate(pieces[: first + 1]):
        same = title and _folded(piece.text) == _folded(title)
        heads = piece.kind is BlockKind.HEADING and title is None
        if same or heads or (fallback and _folded(piece.text) == _folded(fallback)):
            head = Piece(BlockKind.HEADING, piece.text, level=1)
            return [*pieces[:i], head, *pieces[i + 1 :]], title or piece.text
    title = title or fallback
    head_pieces = [Piece(BlockKind.HEADING, title, level=1)] if title and pieces else []
    return head_pieces + pieces, title
