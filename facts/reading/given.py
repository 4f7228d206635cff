"""Ready-made facts of a table -> documents: rows are taken as they are, grouped by `document`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from facts.errors import DocumentRefused
from facts.reading.limits import LONGEST_GIVEN, LONGEST_TEXT
from facts.reading.pieces import overridden
from facts.reading.source import Source
from facts.types import (
    Block,
    BlockKind,
    GivenFact,
    Particulars,
    Published,
    PublishedBasis,
    ReadDocument,
    Reading,
    Span,
)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of ready-made facts: its number in the file, its fields and its exact bytes."""

    number: int
    fields: Mapping[str, str]
    content: bytes

    def get(self, field: str) -> str | None:
        """Return a field's words, or None when it is empty."""
        return self.fields.get(field, "").strip() or None


def documents_of(
    rows: Iterable[GivenRow], source: Source, *, head: bytes, reader: str
) -> tuple[ReadDocument, ...]:
    """Return one document for each value of `document`, in the order of their first rows."""
    groups: dict[str, list[GivenRow]] = {}
    for each in rows:
        groups.setdefault(each.get("document") or "", []).append(each)
    if not groups:
        raise DocumentRefused("The table holds no rows; send one with a fact in each row.")
    return tuple(
        ReadDocument(
            key, head + b"".join(each.content for each in group), _reading(group, source, reader)
        )
        for key, group in groups.items()
    )


def _reading(rows: list[GivenRow], source: Source, reader: str) -> Reading:
    texts: list[str] = []
    blocks: list[Block] = []
    given: list[GivenFact] = []
    at = 0
    for place, each in enumerate(rows):
        text = _text(each)
        texts.append(text)
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(text)))
        given.append(_given(each, Span(at, at + len(text)), place))
        at += len(text) + 1
    if at > LONGEST_TEXT:
        raise DocumentRefused("The table is too long for one document; split it by `document`.")
    particulars = overridden(_particulars(rows, given), source.given)
    return Reading("\n".join(texts), tuple(blocks), particulars, reader, tuple(given))


def _text(each: GivenRow) -> str:
    text = each.fields.get("text", "")
    if not text.strip():
        raise DocumentRefused(
            f'Row {each.number} has an empty "text"; give each row the words of its fact.'
        )
    if len(text) > LONGEST_GIVEN:
        raise DocumentRefused(
            f'Row {each.number} has a "text" of more than {LONGEST_GIVEN:,} characters; cut it into'
            " facts."
        )
    if "\0" in text:
        raise DocumentRefused(f'Row {each.number} has a zero character in "text"; take it out.')
    return text.strip()


def _given(each: GivenRow, span: Span, block: int) -> GivenFact:
    return GivenFact(
        span=span,
        block=block,
        external_id=each.get("id"),
        date=_date(each),
        speaker=each.get("speaker"),
        topic=each.get("topic"),
        url=each.get("url"),
    )


def _date(each: GivenRow) -> date | None:
    words = each.get("date")
    if words is None:
        return None
    try:
        if len(words) != len("YYYY-MM-DD"):
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        raise DocumentRefused(
            f'Row {each.number} has "{words[:40]}" in the column "date"; write dates as YYYY-MM-DD.'
        ) from None


def _particulars(rows: list[GivenRow], given: list[GivenFact]) -> Particulars:
    def first(field: str) -> str | None:
        return next((words for each in rows if (words := each.get(field))), None)

    days = {fact.date for fact in given}
    day = days.pop() if len(days) == 1 else None
    published = Published(day, day, PublishedBasis.METADATA) if day else Published()
    urls = {each.get("url") for each in rows}
    url = urls.pop() if len(urls) == 1 else None
    return Particulars(first("title"), first("source"), published, url)
