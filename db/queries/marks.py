"""Messages that showed a fact, as they read now: what a mark is put on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from db.address import Address, address
from db.models import DeliveryFactRow, DeliveryRow, FactRow, SightingRow
from db.queries.deliveries import FAILED
from db.queries.terms import chunks

# What takes the place of a message, or is about to.
_MESSAGE = func.coalesce(DeliveryRow.message_id, DeliveryRow.edits_message_id)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message of ours: where it is, its body as last written down, and what it quotes."""

    at: Address
    message_id: int
    body: Mapping[str, Any]
    passages: Mapping[int, int]
    answer_id: int | None


def messages_showing(
    session: Session, wanted: Mapping[Address, Sequence[int]], before: Mapping[int, datetime]
) -> list[tuple[ShownMessage, list[int]]]:
    """Return the messages at these addresses that show facts as standing, with those facts.

    Of a fact in `before` only messages that were written down before that moment count.
    """
    shown: dict[tuple[int, int], set[int]] = {}
    facts = {fact_id for ids in wanted.values() for fact_id in ids}
    for some in chunks(sorted({at.chat_id for at in wanted}), AT_ONCE):
        for chat_id, thread_id, message_id, fact_id, written in session.execute(
            _sighted(some, facts)
        ):
            late = fact_id in before and written >= before[fact_id]
            if not late and fact_id in wanted.get(address(chat_id, thread_id), ()):
                shown.setdefault((chat_id, message_id), set()).add(fact_id)
    now = _as_they_read(session, sorted(shown))
    found = []
    for key, message in sorted(now.items()):
        still = sorted(shown[key] & set(message.passages))
        if still:
            found.append((message, still))
    return found


def _sighted(chat_ids: Sequence[int], fact_ids: set[int]) -> Any:
    standing = FactRow.live_until.is_(None) | (DeliveryRow.created_at < FactRow.live_until)
    return (
        select(
            DeliveryRow.chat_id,
            DeliveryRow.thread_id,
            DeliveryRow.message_id,
            SightingRow.fact_id,
            DeliveryRow.created_at,
        )
        .join(DeliveryRow, DeliveryRow.id == SightingRow.delivery_id)
        .join(FactRow, FactRow.id == SightingRow.fact_id)
        .where(SightingRow.fact_id.in_(sorted(fact_ids)), SightingRow.chat_id.in_(chat_ids))
        .where(DeliveryRow.message_id > 0, standing)
    )


def _as_they_read(
    session: Session, keys: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], ShownMessage]:
    found: dict[tuple[int, int], ShownMessage] = {}
    for some in chunks(keys, AT_ONCE):
        last = (
            select(func.max(DeliveryRow.id))
            .where(tuple_(DeliveryRow.chat_id, _MESSAGE).in_(list(some)))
            .where(DeliveryRow.state != FAILED)
            .group_by(DeliveryRow.chat_id, _MESSAGE)
        )
        rows = session.scalars(select(DeliveryRow).where(DeliveryRow.id.in_(last))).all()
        passages = _passages(session, [row.id for row in rows])
        for row in rows:
            message_id = row.message_id or row.edits_message_id or 0
            found[row.chat_id, message_id] = ShownMessage(
                address(row.chat_id, row.thread_id),
                message_id,
                row.body,
                passages.get(row.id, {}),
                row.answer_id,
            )
    return found


def _passages(session: Session, delivery_ids: Sequence[int]) -> dict[int, dict[int, int]]:
    quoted: dict[int, dict[int, int]] = {}
    columns = (DeliveryFactRow.delivery_id, DeliveryFactRow.fact_id, DeliveryFactRow.passage_id)
    for delivery_id, fact_id, passage_id in session.execute(
        select(*columns).where(DeliveryFactRow.delivery_id.in_(delivery_ids))
    ):
        quoted.setdefault(delivery_id, {})[fact_id] = passage_id
    return quoted
