"""Who is to be briefed: found by chat, and claimed when due so that one process has each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, exists, func, insert, literal_column, select, update
from sqlalchemy.orm import Session

from db.among import among, ids_of
from db.models import (
    ChatRow,
    DeliveryRow,
    DigestPartRow,
    DigestRow,
    SubscriptionRow,
    SubscriptionTopicRow,
)
from db.queries.deliveries import FAILED, LEASED, PENDING
from db.queries.terms import chunks
from db.queries.topics import topics_by_id
from facts.topics import Topic

DRAFT, ACTIVE, PAUSED, BLOCKED, ENDED = "draft", "active", "paused", "blocked", "ended"


class Subscription(NamedTuple):
    """What a digest depends on of a subscription, as it was when read; see SubscriptionRow."""

    id: int
    chat_id: int
    thread_id: int | None
    at: str
    days: str
    zone: str
    quiet_from: str | None
    quiet_to: str | None
    length: str
    when_empty: str
    told_empty: bool
    next_slot: date | None
    mark: int | None
    covered_at: datetime | None


# Made once: every idle tick asks for it.
_ANYTHING_DUE = select(
    exists().where(
        SubscriptionRow.state == literal_column(f"'{ACTIVE}'"),
        SubscriptionRow.next_due_at <= bindparam("now", type_=SubscriptionRow.next_due_at.type),
    )
)
_READ = [getattr(SubscriptionRow, name) for name in Subscription._fields]


def anything_due(session: Session, now: datetime) -> bool:
    """Say whether a subscription is due: what an idle tick asks."""
    return bool(session.scalar(_ANYTHING_DUE, {"now": now}))


def claim_due_subscriptions(
    session: Session, now: datetime, *, most: int
) -> Sequence[Subscription]:
    """Return due subscriptions that no other process holds, oldest first, locked until commit."""
    rows = session.execute(
        select(*_READ)
        .where(SubscriptionRow.state == ACTIVE, SubscriptionRow.next_due_at <= now)
        .order_by(SubscriptionRow.next_due_at, SubscriptionRow.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return [Subscription._make(row) for row in rows]


def as_read(row: SubscriptionRow) -> Subscription:
    """Return what a digest depends on of a subscription."""
    return Subscription(*(getattr(row, name) for name in Subscription._fields))


def blocked_among(session: Session, chat_ids: Sequence[int]) -> set[int]:
    """Return those of the chats that take no messages."""
    blocked = select(ChatRow.id).where(
        among(ChatRow.id, ids_of(chat_ids)), ChatRow.state == "blocked"
    )
    return set(session.scalars(blocked))


def topics_followed(
    session: Session, subscription_ids: Sequence[int]
) -> dict[int, tuple[Topic, ...]]:
    """Return the topics of subscriptions, in the order of their names."""
    pairs = session.execute(
        select(SubscriptionTopicRow.subscription_id, SubscriptionTopicRow.topic_id).where(
            among(SubscriptionTopicRow.subscription_id, ids_of(subscription_ids))
        )
    ).all()
    topics = topics_by_id(session, sorted({topic_id for _, topic_id in pairs}))
    held: dict[int, list[int]] = defaultdict(list)
    for subscription_id, topic_id in pairs:
        held[subscription_id].append(topic_id)
    together = {frozenset(ids) for ids in held.values()}
    named = {ids: tuple(topic for topic in topics if topic.id in ids) for ids in together}
    return {at: named[frozenset(ids)] for at, ids in held.items()}


def follow(session: Session, subscription_id: int, topic_id: int) -> None:
    """Put a topic on a subscription, or take it off when it is on."""
    key = (subscription_id, topic_id)
    held = session.get(SubscriptionTopicRow, key)
    if held is None:
        session.add(SubscriptionTopicRow(subscription_id=key[0], topic_id=key[1]))
    else:
        session.delete(held)
    session.flush()


def add_subscription(session: Session, row: SubscriptionRow, topic_ids: Sequence[int]) -> int:
    """Store a subscription with its topics; return its id."""
    session.add(row)
    session.flush()
    if topic_ids:
        rows = [{"subscription_id": row.id, "topic_id": topic_id} for topic_id in topic_ids]
        session.execute(insert(SubscriptionTopicRow), rows)
    return row.id


def subscription_in_chat(
    session: Session, subscription_id: int, chat_id: int
) -> SubscriptionRow | None:
    """Return a subscription of this chat, locked; a button of another chat finds nothing."""
    return session.scalar(
        select(SubscriptionRow)
        .where(SubscriptionRow.id == subscription_id, SubscriptionRow.chat_id == chat_id)
        .with_for_update()
    )


def subscriptions_of_chat(
    session: Session, chat_id: int, states: Sequence[str]
) -> Sequence[SubscriptionRow]:
    """Return a chat's subscriptions in these states, oldest first."""
    return session.scalars(
        select(SubscriptionRow)
        .where(SubscriptionRow.chat_id == chat_id, SubscriptionRow.state.in_(states))
        .order_by(SubscriptionRow.id)
    ).all()


def subscriptions_on(
    session: Session, topic_id: int, states: Sequence[str]
) -> Sequence[SubscriptionRow]:
    """Return the subscriptions that follow a topic and are in these states, locked."""
    return session.scalars(
        select(SubscriptionRow)
        .join(SubscriptionTopicRow, SubscriptionTopicRow.subscription_id == SubscriptionRow.id)
        .where(SubscriptionTopicRow.topic_id == topic_id, SubscriptionRow.state.in_(states))
        .order_by(SubscriptionRow.id)
        .with_for_update(of=SubscriptionRow)
    ).all()


def subscriptions_of_chats(
    session: Session, chat_ids: Sequence[int], states: Sequence[str]
) -> dict[int, list[SubscriptionRow]]:
    """Return the subscriptions of many chats in these states, by chat, oldest first."""
    found: dict[int, list[SubscriptionRow]] = defaultdict(list)
    for chunk in chunks(chat_ids):
        rows = session.scalars(
            select(SubscriptionRow)
            .where(SubscriptionRow.chat_id.in_(chunk), SubscriptionRow.state.in_(states))
            .order_by(SubscriptionRow.id)
        )
        for row in rows:
            found[row.chat_id].append(row)
    return found


def awaiting_words(
    session: Session, now: datetime, *, chat_id: int, person_id: int
) -> SubscriptionRow | None:
    """Return the subscription for which this person was asked to type something here."""
    return session.scalar(
        select(SubscriptionRow)
        .where(
            SubscriptionRow.chat_id == chat_id,
            SubscriptionRow.awaits.is_not(None),
            SubscriptionRow.awaited_from == person_id,
            SubscriptionRow.awaits_until > now,
            SubscriptionRow.state != ENDED,
        )
        .order_by(SubscriptionRow.awaits_until.desc())
        .limit(1)
    )


def forget_drafts(session: Session, *, chat_id: int, thread_id: int | None) -> None:
    """Delete what was begun and not finished in a chat."""
    drafts = list(
        session.scalars(
            select(SubscriptionRow.id).where(
                SubscriptionRow.chat_id == chat_id,
                SubscriptionRow.thread_id.is_(None)
                if thread_id is None
                else SubscriptionRow.thread_id == thread_id,
                SubscriptionRow.state == DRAFT,
                ~exists().where(DigestRow.subscription_id == SubscriptionRow.id),
            )
        )
    )
    topics = SubscriptionTopicRow.subscription_id.in_(drafts)
    session.execute(delete(SubscriptionTopicRow).where(topics))
    session.execute(delete(SubscriptionRow).where(SubscriptionRow.id.in_(drafts)))


def cancel_deliveries(session: Session, now: datetime, subscription_ids: Sequence[int]) -> int:
    """Settle what subscriptions are still owed as failed, not begun to be sent; return how many."""
    owed = (
        select(DigestPartRow.delivery_id)
        .join(DigestRow, DigestRow.id == DigestPartRow.digest_id)
        .where(DigestRow.subscription_id.in_(subscription_ids))
    )
    cancelled = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(owed), DeliveryRow.state.in_((PENDING, LEASED, "retry")))
        .values(
            state=FAILED,
            failure="the subscription was stopped",
            settled_at=now,
            worker=None,
            lease_until=None,
        )
        .returning(DeliveryRow.id)
    )
    return len(cancelled.all())


def active_under_other_zones(session: Session, version: str) -> Sequence[SubscriptionRow]:
    """Return subscriptions whose due moment was worked out under other zone data, locked."""
    return session.scalars(
        select(SubscriptionRow)
        .where(SubscriptionRow.state == ACTIVE, SubscriptionRow.zone_version != version)
        .with_for_update(skip_locked=True)
    ).all()


def due_next(session: Session, *, most: int) -> Sequence[SubscriptionRow]:
    """Return active subscriptions, the next due first."""
    return session.scalars(
        select(SubscriptionRow)
        .where(SubscriptionRow.state == ACTIVE)
        .order_by(SubscriptionRow.next_due_at, SubscriptionRow.id)
        .limit(most)
    ).all()


def count_due(session: Session, now: datetime) -> int:
    """Return how many subscriptions are due and have not got their digest."""
    due = (SubscriptionRow.state == ACTIVE, SubscriptionRow.next_due_at <= now)
    return session.scalar(select(func.count()).select_from(SubscriptionRow).where(*due)) or 0


def count_by_state(session: Session) -> dict[str, int]:
    """Return how many subscriptions are in each state."""
    rows = session.execute(
        select(SubscriptionRow.state, func.count()).group_by(SubscriptionRow.state)
    )
    return dict(sorted((state, count) for state, count in rows))


def update_all(session: Session, ids: Sequence[int], **values: Any) -> None:
    """Give the same values to many subscriptions."""
    if not ids:
        return
    session.execute(
        update(SubscriptionRow).where(among(SubscriptionRow.id, ids_of(ids))).values(**values),
        execution_options={"synchronize_session": False},
    )
