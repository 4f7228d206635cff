"""JSON of unknown shape -> the articles in it: objects that hold a body, wherever they stand."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from facts.reading import boilerplate, headers, plain
from facts.reading.dates import first_full_date
from facts.reading.decode import clean
from facts.reading.limits import LONGEST_GIVEN
from facts.reading.pagenoise import drop_noise
from facts.reading.pagewalk import runs
from facts.reading.pieces import Piece, compose, one_line, overridden
from facts.reading.source import Source
from facts.reading.wordlist import word_list
from facts.types import BlockKind, Particulars, Published, PublishedBasis, ReadDocument

Record = dict[str, Any]

# Keys are compared without case, dashes and underscores; in the order in which they are preferred.
_BODIES = (
    "articlebody",
    "fulltext",
    "bodytext",
    "body",
    "content",
    "contenttext",
    "contenthtml",
    "text",
    "article",
    "paragraphs",
    "story",
    "transcript",
)
_TITLES = ("headline", "title", "name", "subject")
_OUTLETS = ("publisher", "source", "outlet", "sitename", "site", "publication", "provider")
_DATES = (
    "datepublished",
    "publishedat",
    "publisheddate",
    "publicationdate",
    "pubdate",
    "published",
    "publishdate",
    "date",
    "webpublicationdate",
    "issued",
)
_URLS = ("url", "link", "permalink", "weburl", "canonicalurl")
_KEYS = ("id", "guid", "slug", "url", "link")
_WORDS_INSIDE = word_list("rendered html text value content name label title headline")
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|table|a|b|i|em|strong|span)\b[^>]*>", re.I)
_DEEPEST = 8
_FEWEST_WORDS = 3  # of a body: "content": "12 boxes" is a table's cell


def articles_in(value: Any, depth: int = _DEEPEST) -> Iterator[Record]:
    """Yield the objects that hold an article, from the top to the bottom of a JSON value."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from articles_in(item, depth - 1)
    elif isinstance(value, dict):
        if len(_body(value).split()) >= _FEWEST_WORDS:
            yield value
            return
        for item in value.values():
            yield from articles_in(item, depth - 1)


def is_article(record: Record) -> bool:
    """Tell an article from a ready-made fact: it has a title and is too long for a fact."""
    return bool(_first(record, _TITLES)) and len(_body(record)) > LONGEST_GIVEN


def documents_of_articles(
    records: list[Record], source: Source, reader: str
) -> tuple[ReadDocument, ...]:
    """Return a document for each article; a file that holds one alone is that document."""
    if len(records) == 1:
        return (ReadDocument("", source.content, _reading(records[0], source, reader)),)
    documents: dict[str, ReadDocument] = {}
    for number, record in enumerate(records, 1):
        key = _first(record, _KEYS) or _first(record, _TITLES) or str(number)
        key = f"{key} ({number})" if key in documents else key
        line = json.dumps(record, ensure_ascii=False) + "\n"
        content = line.encode("utf-8", errors="replace")
        documents[key] = ReadDocument(key, content, _reading(record, source, reader))
    return tuple(documents.values())


def _reading(record: Record, source: Source, reader: str) -> Any:
    body = clean(_body(record))
    pieces, found = _of_html(body) if _TAG.search(body) else plain.pieces_of(body)
    title = _first(record, _TITLES)
    if title and not any(piece.level == 1 for piece in pieces):
        pieces = [Piece(BlockKind.HEADING, one_line(title), level=1), *pieces]
    found = overridden(found, _particulars(record, title))
    return compose(pieces, overridden(found, source.given), reader)


def _of_html(body: str) -> tuple[list[Piece], Particulars]:
    try:
        root = lxml.html.document_fromstring(f"<body>{body}</body>")
    except (etree.LxmlError, ValueError):
        return plain.pieces_of(body)
    drop_noise(root)
    return boilerplate.quieted(run.piece for run in runs(root)), Particulars()


def _particulars(record: Record, title: str | None) -> Particulars:
    day = first_full_date(_first(record, _DATES) or "")
    published = headers.on_day(day, PublishedBasis.METADATA) if day else Published()
    return Particulars(title, _first(record, _OUTLETS), published, _first(record, _URLS))


def _body(record: Record) -> str:
    """Return an object's body; paragraphs in a list are parted by empty lines."""
    named = {_folded(key): value for key, value in record.items()}
    bodies = (_words(named[key]) for key in _BODIES if key in named)
    return next((body for body in bodies if body.strip()), "")


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value.encode("utf-8", errors="replace").decode()  # no lone surrogates
    if isinstance(value, list):
        return "\n\n".join(words for item in value if (words := _words(item)))
    if isinstance(value, dict):
        inside = (_words(v) for k, v in value.items() if _folded(k) in _WORDS_INSIDE)
        return next((words for words in inside if words.strip()), "")
    return ""


def _first(record: Record, keys: tuple[str, ...]) -> str | None:
    named = {_folded(key): value for key, value in record.items()}
    for key in keys:
        value = named.get(key)
        words = str(value) if isinstance(value, int) else _words(value).partition("\n\n")[0]
        if words.strip():
            return one_line(clean(html.unescape(_TAG.sub("", words))))
    return None


def _folded(key: str) -> str:
    return re.sub(r"[\W_]", "", key).lower()
