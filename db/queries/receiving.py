"""Contents as they are received: revisions and readings, many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.models import BlockRow, ReadingRow, RevisionRow
from db.queries.sequences import take
from db.queries.terms import chunks
from facts.types import Block, Reading

BLOCKS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Received:
    """An exact content, and the reading taken from it, each with its SHA-256.

    `document_id` is the document that it will belong to, if it is one that is there; `apart` the
    load that it belongs to alone, else 0.
    """

    content: bytes
    sha256: str
    reading: Reading
    text_sha256: str
    document_id: int | None = None
    apart: int = 0


def receive(
    session: Session, received: Sequence[Received], *, file_name: str, now: datetime
) -> list[tuple[int, int]]:
    """Store contents and readings that are not stored yet; return (revision, reading) of each."""
    revisions = _revisions(session, received)
    fresh = [each for each in received if each.sha256 not in revisions]
    ids = take(session, "revision", len(fresh))
    rows = [
        {
            "id": revision_id,
            "document_id": None,
            "file_name": file_name,
            "sha256": each.sha256,
            "apart": each.apart,
            "content": each.content,
            "received_at": now,
        }
        for each, revision_id in zip(fresh, ids, strict=True)
    ]
    if rows:
        session.execute(insert(RevisionRow), rows)
    revisions |= {each.sha256: i for each, i in zip(fresh, ids, strict=True)}
    readings = _readings(session, sorted(revisions.values()))
    _add_readings(session, received, revisions, readings, now)
    found = [(revisions[each.sha256], each.reading.reader) for each in received]
    return [(key[0], readings[key]) for key in found]


def _add_readings(
    session: Session,
    received: Sequence[Received],
    revisions: dict[str, int],
    readings: dict[tuple[int, str], int],
    now: datetime,
) -> None:
    keys = [(revisions[each.sha256], each.reading.reader) for each in received]
    fresh = [(k, each) for k, each in zip(keys, received, strict=True) if k not in readings]
    ids = take(session, "reading", len(fresh))
    rows = [
        {
            "id": reading_id,
            "revision_id": key[0],
            "reader": each.reading.reader,
            "text": each.reading.text,
            "sha256": each.text_sha256,
            "created_at": now,
        }
        for (key, each), reading_id in zip(fresh, ids, strict=True)
    ]
    if rows:
        session.execute(insert(ReadingRow), rows)
    blocks = [
        _block_row(reading_id, position, block)
        for (_, each), reading_id in zip(fresh, ids, strict=True)
        for position, block in enumerate(each.reading.blocks)
    ]
    for chunk in chunks(blocks, BLOCKS_AT_ONCE):
        session.execute(insert(BlockRow), chunk)
    readings.update((key, i) for (key, _), i in zip(fresh, ids, strict=True))


def _block_row(reading_id: int, position: int, block: Block) -> dict[str, object]:
    return {
        "reading_id": reading_id,
        "position": position,
        "kind": block.kind.value,
        "start": block.start,
        "end": block.end,
        "level": block.level,
    }


def _revisions(session: Session, received: Sequence[Received]) -> dict[str, int]:
    """Return the contents that are stored already: those of their documents, or of no document."""
    wanted = {each.sha256: each for each in received}
    columns = (RevisionRow.sha256, RevisionRow.id, RevisionRow.document_id, RevisionRow.apart)
    found: dict[str, int] = {}
    for chunk in chunks(list(wanted)):
        known = select(*columns).where(RevisionRow.sha256.in_(chunk))
        for sha256, i, document_id, apart in session.execute(known):
            own = wanted[sha256].document_id if document_id else None
            if document_id == own and (document_id or apart == wanted[sha256].apart):
                found[sha256] = i
    return found


def _readings(session: Session, revision_ids: Sequence[int]) -> dict[tuple[int, str], int]:
    found: dict[tuple[int, str], int] = {}
    for chunk in chunks(revision_ids):
        columns = (ReadingRow.revision_id, ReadingRow.reader, ReadingRow.id)
        known = select(*columns).where(ReadingRow.revision_id.in_(chunk))
        found.update(((revision, reader), i) for revision, reader, i in session.execute(known))
    return found
