"""What is owed to chats, what became of it, and which facts each chat has been shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row

OPEN = "state IN ('pending', 'leased', 'sending', 'retry')"
# What a person waits for in the chat, against what we send by ourselves.
LIVE = f"{OPEN} AND kind NOT IN ('digest', 'correction')"

# Said in other words than OPEN, so that no other index seems to serve who asks for this one.
UNSETTLED = "settled_at IS NULL AND kind IN ('digest', 'correction')"


def _index(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


class DeliveryRow(Row):
    """One message owed to one chat: pending, leased, sending, then sent, failed or unknown.

    A try that surely came to nothing leaves it in `retry`, due again later. `sending` is committed
    before the call, so that a crash leaves it to be marked unknown rather than sent twice.
    `edits_message_id` is the message it replaces instead of sending a new one.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'leased', 'sending', 'sent', 'retry', 'failed', 'unknown')",
            name="state",
        ),
        CheckConstraint(
            "kind IN ('answer', 'context', 'document', 'digest', 'correction', 'report')",
            name="kind",
        ),
        _index("ix_delivery_open", "due_at", "id", where=OPEN),
        _index("ix_delivery_open_live", "due_at", "id", where=LIVE),
        _index("ix_delivery_unsettled", "chat_id", "id", where=UNSETTLED),
        _index("ix_delivery_unknown", "id", where="state = 'unknown'"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str]
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), index=True)
    thread_id: Mapped[int | None] = mapped_column(BigId)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"), index=True)
    reply_to: Mapped[int | None] = mapped_column(BigId)
    edits_message_id: Mapped[int | None] = mapped_column(BigId)
    body: Mapped[dict[str, Any]]
    state: Mapped[str]
    due_at: Mapped[datetime]
    worker: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    message_id: Mapped[int | None] = mapped_column(BigId)
    failure: Mapped[str | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class DeliveryFactRow(Row):
    """A fact quoted in a delivery: re-checked before it is sent, a sighting once it was."""

    __tablename__ = "delivery_fact"

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"))


class SightingRow(Row):
    """This chat was shown this fact: the delivery was sent, or its fate is unknown."""

    __tablename__ = "sighting"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    at: Mapped[datetime]


class RateRow(Row):
    """How fast may be sent under `key`, for all processes: a GCRA's theoretical arrival time.

    `tat` and `frozen_until` are seconds of the database's own clock; `slowdown` is learned from
    Telegram's refusals.
    """

    __tablename__ = "rate"

    key: Mapped[str] = mapped_column(primary_key=True)
    tat: Mapped[float]
    frozen_until: Mapped[float]
    slowdown: Mapped[float]
