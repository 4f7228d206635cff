"""Writing down many messages at once, to be sent when they are due."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.services.delivering import LEASE
from bot.views.parts import Part
from db.address import Address, address
from db.bulk import Written
from db.queries import telling
from db.queries.deliveries import FAILED, LEASED, PENDING
from db.queries.owed import add_deliveries, add_quoted
from db.queries.telling import Telling
from facts.digests import Mending, Withdrawal

# In the buttons of a message that many digests share: stands for the number of each.
OWN_DIGEST = "{digest}"
F = TypeVar("F", Mending, Withdrawal)


@dataclass(frozen=True, slots=True)
class Later:
    """A message for a chat, due at a moment; `refused` is why it can never be sent.

    `digest_id` is put in place of OWN_DIGEST in its buttons.
    """

    kind: str
    chat_id: int
    thread_id: int | None
    part: Part
    due_at: datetime
    refused: str | None = None
    digest_id: int | None = None


def owe_later(
    session: Session, now: datetime, messages: Sequence[Later], *, worker: str | None = None
) -> list[int]:
    """Write messages down and return their deliveries in order, leased to `worker` if there is one.

    One that is refused is written down as failed, so that it is counted.
    """
    # Many chats are owed the very same message: it is written out once.
    parts = {id(message.part): message.part for message in messages}
    bodies = {key: _Body(part) for key, part in parts.items()}
    passages = {key: _passages(part) for key, part in parts.items()}
    written = [bodies[id(m.part)].of(m.digest_id) for m in messages]
    ids = add_deliveries(session, len(messages), _columns(messages, written, now, worker))
    delivery_ids: list[int] = []
    quoted: list[tuple[int, int]] = []
    for delivery_id, message in zip(ids, messages, strict=True):
        shown = passages[id(message.part)]
        delivery_ids += [delivery_id] * len(shown)
        quoted += shown
    columns = {
        "delivery_id": delivery_ids,
        "fact_id": [fact_id for fact_id, _ in quoted],
        "passage_id": [passage_id for _, passage_id in quoted],
    }
    add_quoted(session, columns)
    return ids


def owe_told(
    session: Session,
    now: datetime,
    messages: Sequence[Later],
    kind: Telling,
    told: Mapping[Address, Sequence[F]],
) -> None:
    """Write down messages that tell what was claimed, and which of them tells it at an address."""
    ids = owe_later(session, now, messages)
    sent = [
        (address(m.chat_id, m.thread_id), {place[0] for place in m.part.places}, delivery_id)
        for m, delivery_id in zip(messages, ids, strict=True)
    ]
    telling.record(session, kind, list(telling.in_messages(told, sent)))


class _Body:
    """A message as it is stored, written out once for all digests that share it."""

    def __init__(self, part: Part) -> None:
        buttons = [
            [{"text": b.text, "data": b.data, "url": b.url} for b in row]
            for row in part.message.buttons
        ]
        quoted = {quote.fact_id for quote in part.quotes}
        gone = [place[0] for place in part.places if place[0] not in quoted]
        # The words are kept apart: a quoted "{digest}" is nobody's number.
        self._head = (
            f'{{"html": {json.dumps(part.message.html)},'
            f' "places": {json.dumps([list(place) for place in part.places])},'
            f' "gone": {json.dumps(gone)}, "buttons": '
        )
        self._buttons = json.dumps(buttons)
        self._whole = Written(f"{self._head}{self._buttons}}}")
        self._own = OWN_DIGEST in self._buttons

    def of(self, digest_id: int | None) -> Written:
        if not self._own:
            return self._whole
        return Written(f"{self._head}{self._buttons.replace(OWN_DIGEST, str(digest_id))}}}")


def _passages(part: Part) -> list[tuple[int, int]]:
    return list({quote.fact_id: quote.passage_id for quote in part.quotes}.items())


def _columns(
    messages: Sequence[Later], written: Sequence[Written], now: datetime, worker: str | None
) -> dict[str, Sequence[Any]]:
    state, many = LEASED if worker else PENDING, len(messages)
    return {
        "kind": [message.kind for message in messages],
        "chat_id": [message.chat_id for message in messages],
        "thread_id": [message.thread_id for message in messages],
        "body": written,
        "state": [FAILED if message.refused else state for message in messages],
        "due_at": [message.due_at for message in messages],
        "worker": [worker] * many,
        "lease_until": [now + LEASE if worker else None] * many,
        "attempts": [0] * many,
        "failure": [message.refused for message in messages],
        "created_at": [now] * many,
        "settled_at": [now if message.refused else None for message in messages],
    }
