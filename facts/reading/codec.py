"""Documents <-> JSON, to carry them from the reading child to its parent."""

import base64
from datetime import date
from typing import Any

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

Json = Any


def documents_to_json(documents: tuple[ReadDocument, ...]) -> Json:
    """Return documents as plain JSON values."""
    return [
        {
            "key": document.key,
            "content": base64.b64encode(document.content).decode("ascii"),
            "reading": _reading_to_json(document.reading),
            "unread": list(document.unread),
        }
        for document in documents
    ]


def documents_from_json(value: Json) -> tuple[ReadDocument, ...]:
    """Return the documents of `documents_to_json`."""
    return tuple(
        ReadDocument(
            item["key"],
            base64.b64decode(item["content"]),
            _reading_from_json(item["reading"]),
            tuple(item["unread"]),
        )
        for item in value
    )


def particulars_to_json(particulars: Particulars) -> Json:
    """Return particulars as plain JSON values."""
    published = particulars.published
    days = [day.isoformat() if day else None for day in (published.earliest, published.latest)]
    return [particulars.title, particulars.outlet, particulars.url, *days, published.basis.value]


def particulars_from_json(value: Json) -> Particulars:
    """Return the particulars of `particulars_to_json`."""
    title, outlet, url, earliest, latest, basis = value
    published = Published(_day(earliest), _day(latest), PublishedBasis(basis))
    return Particulars(title, outlet, published, url)


def _reading_to_json(reading: Reading) -> Json:
    return {
        "text": reading.text,
        "blocks": [_block_to_json(block) for block in reading.blocks],
        "particulars": particulars_to_json(reading.particulars),
        "reader": reading.reader,
        "given": [_given_to_json(fact) for fact in reading.given],
        "tables": [[table.name, table.heads, table.columns] for table in reading.tables],
    }


def _reading_from_json(value: Json) -> Reading:
    return Reading(
        text=value["text"],
        blocks=tuple(_block_from_json(block) for block in value["blocks"]),
        particulars=particulars_from_json(value["particulars"]),
        reader=value["reader"],
        given=tuple(_given_from_json(fact) for fact in value["given"]),
        tables=tuple(_table_from_json(table) for table in value["tables"]),
    )


def _table_from_json(value: Json) -> Table:
    name, heads, columns = value
    return Table(name, tuple(heads), tuple((field, head) for field, head in columns))


def _block_to_json(block: Block) -> Json:
    cells = [[cell.start, cell.end] for cell in block.cells]
    return [
        block.kind.value,
        block.start,
        block.end,
        block.level,
        block.speaker,
        cells,
        block.heads,
    ]


def _block_from_json(value: Json) -> Block:
    kind, start, end, level, speaker, cells, heads = value
    spans = tuple(Span(*cell) for cell in cells)
    return Block(BlockKind(kind), start, end, level, speaker, spans, tuple(heads))


def _given_to_json(fact: GivenFact) -> Json:
    day = fact.date.isoformat() if fact.date else None
    place = [fact.span.start, fact.span.end, fact.block]
    return [*place, fact.external_id, day, fact.speaker, fact.topic, fact.url, fact.question]


def _given_from_json(value: Json) -> GivenFact:
    start, end, block, external_id, day, speaker, topic, url, question = value
    span = Span(start, end)
    return GivenFact(span, block, external_id, _day(day), speaker, topic, url, question)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
