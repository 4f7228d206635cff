"""Who is briefed about what and when, and what was composed for them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Json, Row

ACTIVE = "state = 'active'"


class SubscriptionRow(Row):
    """A chat's wish to be briefed. A draft is still being chosen; only an active one is due.

    `at`, `quiet_from` and `quiet_to` are local times as HH:MM in `zone`. `next_slot` is the local
    date that `next_due_at` belongs to, both worked out under `zone_version` of the zone data.
    `mark` is how far in the sequence of going live it has been told; None before the first digest.
    `covered_at` is when that was. `awaits` names what `awaited_from` (a person) was asked to type
    until `awaits_until`.
    """

    __tablename__ = "subscription"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'active', 'paused', 'blocked', 'ended')", name="state"),
        CheckConstraint("length IN ('short', 'full')", name="length"),
        CheckConstraint("when_empty IN ('silence', 'line')", name="when_empty"),
        CheckConstraint("corrections IN ('at_once', 'digest')", name="corrections"),
        CheckConstraint("state <> 'active' OR next_due_at IS NOT NULL", name="active_is_due"),
        Index(
            "ix_subscription_due",
            "next_due_at",
            "id",
            sqlite_where=text(ACTIVE),
            postgresql_where=text(ACTIVE),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), index=True)
    thread_id: Mapped[int | None] = mapped_column(BigId)
    at: Mapped[str]
    days: Mapped[str]
    zone: Mapped[str]
    zone_version: Mapped[str]
    quiet_from: Mapped[str | None]
    quiet_to: Mapped[str | None]
    length: Mapped[str]
    when_empty: Mapped[str]
    told_empty: Mapped[bool]
    corrections: Mapped[str]
    state: Mapped[str]
    next_slot: Mapped[date | None]
    next_due_at: Mapped[datetime | None]
    mark: Mapped[int | None] = mapped_column(BigId)
    covered_at: Mapped[datetime | None]
    awaits: Mapped[str | None]
    awaited_from: Mapped[int | None] = mapped_column(BigId)
    awaits_until: Mapped[datetime | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]


class SubscriptionTopicRow(Row):
    """A topic of a subscription."""

    __tablename__ = "subscription_topic"

    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscription.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True, index=True)


class DigestRow(Row):
    """One briefing of one slot; `slot` is None for one asked for out of turn.

    `owed` has deliveries, `empty` had nothing new, `skipped` was too late. `more` are facts that
    did not fit, `repeats` those like a fact that the chat had seen.
    """

    __tablename__ = "digest"
    __table_args__ = (
        UniqueConstraint("subscription_id", "slot"),
        CheckConstraint("state IN ('owed', 'empty', 'skipped')", name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscription.id"))
    slot: Mapped[date | None]
    state: Mapped[str]
    mark: Mapped[int | None] = mapped_column(BigId)
    more: Mapped[list[Any]] = mapped_column(Json)
    repeats: Mapped[list[Any]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(index=True)


class DigestPartRow(Row):
    """A message of a digest: each part of a slot is owed once."""

    __tablename__ = "digest_part"

    digest_id: Mapped[int] = mapped_column(ForeignKey("digest.id"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), unique=True)


class ChangeToldRow(Row):
    """A chat (and thread, 0 for none) that was shown a fact was told what became of it.

    Once for each link.
    """

    __tablename__ = "change_told"
    __table_args__ = (
        ForeignKeyConstraint(
            ["earlier_id", "later_id"],
            ["fact_link.earlier_id", "fact_link.later_id"],
            ondelete="CASCADE",
        ),
        Index("ix_change_told_earlier_id_later_id", "earlier_id", "later_id"),
    )

    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    earlier_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    later_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"))
    told_at: Mapped[datetime]


class WithdrawalToldRow(Row):
    """A chat (and thread, 0 for none) that was shown a fact was told that it was withdrawn.

    Once for each moment at which it ended.
    """

    __tablename__ = "withdrawal_told"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)
    ended_at: Mapped[datetime] = mapped_column(primary_key=True)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"))
    told_at: Mapped[datetime]


class MendingToldRow(Row):
    """A chat (and thread, 0 for none) that was shown a fact was told that it was put right.

    Once for each moment at which its speaker or a date of it was last set.
    """

    __tablename__ = "mending_told"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)
    changed_at: Mapped[datetime] = mapped_column(primary_key=True)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"), index=True)
    told_at: Mapped[datetime]
