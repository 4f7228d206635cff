"""Which facts are filed under each term: lists of ids in rows of our own, alike on both engines.

A row holds the facts of one term at one level of visibility in one block of ids, so that a load
writes only the last block anew. Facts that ended stay in the lists, so that they can return.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, delete, insert, or_, select
from sqlalchemy.orm import Session

from db.among import among, ids_named
from db.models import PostingRow
from db.often import Often
from db.viewer import Viewer

BLOCK = 2**16
CHUNK = 5_000  # rows read or written by one statement
WRITTEN = np.dtype("<u4")  # as the lists are stored
Ids: TypeAlias = NDArray[np.uint32]
# Of a block: the term, the level, the number of the block.
Place: TypeAlias = tuple[int, int, int]

_COLUMNS = PostingRow.__table__.c
_INSERT = insert(PostingRow)
_DELETE = delete(PostingRow).where(
    _COLUMNS.term_id == bindparam("of_term"),
    _COLUMNS.level == bindparam("of_level"),
    _COLUMNS.block == bindparam("of_block"),
)
_HELD = select(_COLUMNS.term_id, _COLUMNS.level, _COLUMNS.block, _COLUMNS.fact_ids).where(
    among(_COLUMNS.term_id, ids_named("terms")), among(_COLUMNS.block, ids_named("blocks"))
)


def postings(session: Session, term_ids: Sequence[int], viewer: Viewer) -> dict[int, Ids]:
    """Return the facts filed under each term as this viewer may see it, in rising order.

    Those that ended are among them. A term without facts is left out.
    """
    filed: dict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for term_id, block, written in _seen(viewer.levels).rows(session, {"terms": term_ids}):
        filed[term_id].append((block, written))
    return {term_id: _joined(blocks) for term_id, blocks in filed.items()}


def _joined(blocks: list[tuple[int, bytes]]) -> Ids:
    if len(blocks) == 1:
        return _read(blocks[0][1])
    blocks.sort()
    ids = _read(b"".join([written for _, written in blocks]))
    several = len({block for block, _ in blocks}) < len(blocks)  # levels of one block
    return np.sort(ids) if several else ids


def add_postings(session: Session, filed: Mapping[tuple[int, int], Sequence[int]]) -> None:
    """File facts, given by term and level."""
    _change(session, filed, np.union1d)


def remove_postings(session: Session, filed: Mapping[tuple[int, int], Sequence[int]]) -> None:
    """Take facts, given by term and level, off the lists."""
    _change(session, filed, np.setdiff1d)


@lru_cache
def _seen(levels: tuple[int, ...]) -> Often:
    wanted = select(_COLUMNS.term_id, _COLUMNS.block, _COLUMNS.fact_ids)
    seen = or_(False, *(_COLUMNS.level == level for level in levels))
    return Often(wanted.where(among(_COLUMNS.term_id, ids_named("terms")), seen))


def _read(written: bytes) -> Ids:
    return np.frombuffer(written, WRITTEN)


def _change(
    session: Session,
    filed: Mapping[tuple[int, int], Sequence[int]],
    change: Callable[[Ids, Ids], Ids],
) -> None:
    changed: dict[Place, list[int]] = defaultdict(list)
    for (term_id, level), fact_ids in sorted(filed.items()):
        for fact_id in fact_ids:
            changed[term_id, level, fact_id // BLOCK].append(fact_id)
    places = list(changed)
    for at in range(0, len(places), CHUNK):
        some = places[at : at + CHUNK]
        held = _held(session, some)
        nothing = np.array([], WRITTEN)
        now = {p: change(held.get(p, nothing), np.array(changed[p], WRITTEN)) for p in some}
        _write(session, [place for place in some if place in held], now)


def _held(session: Session, places: Sequence[Place]) -> dict[Place, Ids]:
    wanted = {"terms": sorted({p[0] for p in places}), "blocks": sorted({p[2] for p in places})}
    rows = session.connection().execute(_HELD, wanted).all()
    return {(term, level, block): _read(written) for term, level, block, written in rows}


def _write(session: Session, known: Iterable[Place], now: Mapping[Place, Ids]) -> None:
    gone = [_named(place) for place in known]
    rows = [
        {"term_id": term, "level": level, "block": block, "fact_ids": ids.astype(WRITTEN).tobytes()}
        for (term, level, block), ids in now.items()
        if ids.size
    ]
    connection = session.connection()
    if gone:
        connection.execute(_DELETE, gone)
    if rows:
        connection.execute(_INSERT, rows)


def _named(place: Place) -> dict[str, int]:
    return dict(zip(("of_term", "of_level", "of_block"), place, strict=True))
