"""Writing down many messages at once, to be sent when they are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.delivering import LEASE
from bot.views.parts import Part
from db.queries.deliveries import FAILED, LEASED, PENDING
from db.queries.digests import add_deliveries, add_quoted


@dataclass(frozen=True, slots=True)
class Later:
    """A message for a chat, due at a moment; `refused` is why it can never be sent."""

    kind: str
    chat_id: int
    thread_id: int | None
    part: Part
    due_at: datetime
    refused: str | None = None


def owe_later(
    session: Session, now: datetime, messages: Sequence[Later], *, worker: str | None = None
) -> list[int]:
    """Write messages down and return their deliveries in order, leased to `worker` if there is one.

    One that is refused is written down as failed, so that it is counted.
    """
    # Many chats are owed the very same message: its body is written out once.
    bodies = {id(m.part.message): m.part for m in messages}
    written = {key: _body(part) for key, part in bodies.items()}
    rows = [_row(m, written[id(m.part.message)], now, worker) for m in messages]
    ids = add_deliveries(session, rows)
    quoted = [
        {"delivery_id": delivery_id, "fact_id": fact_id, "passage_id": passage_id}
        for delivery_id, message in zip(ids, messages, strict=True)
        for fact_id, passage_id in {q.fact_id: q.passage_id for q in message.part.quotes}.items()
    ]
    add_quoted(session, quoted)
    return ids


def _row(message: Later, body: dict[str, Any], now: datetime, worker: str | None) -> dict[str, Any]:
    state = LEASED if worker else PENDING
    return {
        "kind": message.kind,
        "chat_id": message.chat_id,
        "thread_id": message.thread_id,
        "body": body,
        "state": FAILED if message.refused else state,
        "due_at": message.due_at,
        "worker": worker,
        "lease_until": now + LEASE if worker else None,
        "attempts": 0,
        "failure": message.refused,
        "created_at": now,
        "settled_at": now if message.refused else None,
    }


def _body(part: Part) -> dict[str, Any]:
    buttons = [
        [{"text": b.text, "data": b.data, "url": b.url} for b in row]
        for row in part.message.buttons
    ]
    places = [list(place) for place in part.places]
    return {"html": part.message.html, "buttons": buttons, "places": places}
