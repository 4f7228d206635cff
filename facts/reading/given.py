"""Ready-made facts of a table -> documents: rows are taken as they are, grouped by `document`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from facts.errors import DocumentRefused, RowsRefused
from facts.reading.limits import LONGEST_GIVEN, LONGEST_TEXT
from facts.reading.mapping import Columns, iso_day
from facts.reading.pieces import overridden
from facts.reading.source import Source
from facts.text import fold
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
    Table,
)

MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of ready-made facts: its number in the file, its fields and its exact bytes.

    `wrong` says why it cannot be taken, where that is seen already as it is cut into cells.
    """

    number: int
    fields: Mapping[str, str]
    content: bytes
    columns: Columns = field(default_factory=dict)
    wrong: str | None = None

    def column(self, field: str) -> str:
        """Return the head of the column that holds a field."""
        return self.columns.get(field, field)

    def get(self, field: str) -> str | None:
        """Return a field's words, or None when it is empty."""
        return self.fields.get(field, "").strip() or None


def documents_of(
    rows: Iterable[GivenRow],
    source: Source,
    *,
    head: bytes,
    reader: str,
    tables: tuple[Table, ...] = (),
) -> tuple[ReadDocument, ...]:
    """Return one document for each value of `document`, in the order of their first rows.

    Raises RowsRefused where rows cannot be taken, unless they are to be left out: the first
    document then tells them.
    """
    good, wrong = _parted(rows)
    if wrong and not (good and source.good_rows):
        raise _refusal(wrong, len(good))
    groups: dict[str, list[GivenRow]] = {}
    for each in good:
        groups.setdefault(each.get("document") or "", []).append(each)
    if not groups:
        raise DocumentRefused("The table holds no rows; send one with a fact in each row.")
    left_out = _left_out(wrong)
    return tuple(
        ReadDocument(
            key,
            head + b"".join(each.content for each in group),
            replace(_reading(group, source, reader), tables=tables),
            left_out if place == 0 else (),
        )
        for place, (key, group) in enumerate(groups.items())
    )


def mapped(row: GivenRow, columns: Columns) -> GivenRow:
    """Return a row under the names of fields, the dates in it as the contract writes them."""
    by_head = {fold(name.strip()): words for name, words in row.fields.items()}
    fields = {field: by_head.get(fold(head.strip()), "") for field, head in columns.items()}
    if fields.get("date"):
        fields["date"] = iso_day(fields["date"])
    return GivenRow(row.number, fields, row.content, columns, row.wrong)


def _parted(rows: Iterable[GivenRow]) -> tuple[list[GivenRow], dict[int, list[str]]]:
    """Return the rows that can be taken, and by their numbers why the others cannot."""
    good: list[GivenRow] = []
    wrong: dict[int, list[str]] = {}
    for each in rows:
        try:
            _check(each)
        except DocumentRefused as refused:
            wrong.setdefault(each.number, []).append(str(refused))
        else:
            good.append(each)
    return good, wrong


def _check(each: GivenRow) -> None:
    if each.wrong:
        raise DocumentRefused(each.wrong)
    _text(each)
    _date(each)


def _refusal(wrong: Mapping[int, list[str]], good: int) -> RowsRefused:
    told = [line for lines in wrong.values() for line in lines]
    if len(told) == 1:
        return RowsRefused(told[0], good)
    lines = "\n".join([f"{len(told)} rows cannot be taken, so none is:", *_first(told)])
    return RowsRefused(lines, good)


def _left_out(wrong: Mapping[int, list[str]]) -> tuple[str, ...]:
    """Return which rows are left out, then why, a sentence each."""
    if not wrong:
        return ()
    told = [line for lines in wrong.values() for line in lines]
    more = f" and {len(wrong) - MOST_TOLD} more" if len(wrong) > MOST_TOLD else ""
    numbers = ", ".join(map(str, list(wrong)[:MOST_TOLD]))
    return (f"Left out: row{'s' * (len(told) > 1)} {numbers}{more}.", *_first(told))


def _first(told: list[str]) -> list[str]:
    more = [f"… and {len(told) - MOST_TOLD} more"] if len(told) > MOST_TOLD else []
    return [*told[:MOST_TOLD], *more]


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
    text, head = each.fields.get("text", ""), each.column("text")
    if not text.strip():
        raise DocumentRefused(
            f'Row {each.number} has an empty "{head}"; give each row the words of its fact.'
        )
    if len(text) > LONGEST_GIVEN:
        raise DocumentRefused(
            f'Row {each.number} has a "{head}" of more than {LONGEST_GIVEN:,} characters; cut it'
            " into facts."
        )
    if "\0" in text:
        raise DocumentRefused(f'Row {each.number} has a zero character in "{head}"; take it out.')
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
        question=each.get("question") if each.columns else None,
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
            f'Row {each.number} has "{words[:40]}" in the column "{each.column("date")}";'
            " write dates as YYYY-MM-DD."
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
