"""Chats that close, open again, or get another id: what hangs on them goes with them."""

from datetime import datetime

from sqlalchemy import Column, Table, delete, exists, select, update
from sqlalchemy.orm import Session

from db.base import Row
from db.models import ChatRow, DeliveryRow, QuestionRow, SubscriptionRow, WaitingRow
from db.queries.deliveries import FAILED, LEASED, WAITING
from db.queries.people import insert_if_new

CANCELLED = "cancelled: "


def close_chat(session: Session, now: datetime, *, chat_id: int, reason: str) -> None:
    """Remember that a chat takes no messages: its subscriptions rest, what it is owed is off.

    What is being sent just now is left to its own outcome.
    """
    session.execute(update(ChatRow).where(ChatRow.id == chat_id).values(state="blocked"))
    rest_chat(session, now, chat_id=chat_id, reason=reason)


def rest_chat(session: Session, now: datetime, *, chat_id: int, reason: str) -> None:
    """Let the subscriptions of a chat rest until it is let in again; what it is owed is off."""
    session.execute(
        update(SubscriptionRow)
        .where(SubscriptionRow.chat_id == chat_id, SubscriptionRow.state == "active")
        .values(state="blocked")
    )
    _call_off(session, now, chat_id, reason)


def forget_owed(session: Session, now: datetime, *, chat_id: int, reason: str) -> int:
    """End all that a chat is briefed on, waits for and is owed; return how many were not sent."""
    session.execute(
        update(SubscriptionRow)
        .where(SubscriptionRow.chat_id == chat_id, SubscriptionRow.state != "ended")
        .values(state="ended", awaits=None)
    )
    session.execute(delete(WaitingRow).where(WaitingRow.chat_id == chat_id))
    return _call_off(session, now, chat_id, reason)


def _call_off(session: Session, now: datetime, chat_id: int, reason: str) -> int:
    """Fail what is owed to a chat and is not being sent; return how many messages that was."""
    cancelled = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.chat_id == chat_id, DeliveryRow.state.in_((*WAITING, LEASED)))
        .values(
            state=FAILED,
            failure=f"{CANCELLED}{reason}",
            settled_at=now,
            worker=None,
            lease_until=None,
        )
        .returning(DeliveryRow.id)
    )
    return len(cancelled.all())


def move_chat(session: Session, now: datetime, *, old_id: int, new_id: int) -> bool:
    """Give a chat its new id everywhere, in the caller's transaction; False when it is unknown.

    The new chat numbers its messages anew, so the old numbers are turned negative: they must
    neither be replied to nor be taken for messages of the new chat.
    """
    session.flush()
    old = session.get(ChatRow, old_id, with_for_update=True)
    if old is None or old_id == new_id:
        return False
    insert_if_new(
        session,
        ChatRow,
        {
            "id": new_id,
            "kind": "supergroup",
            "title": old.title,
            "state": old.state,
            "created_at": old.created_at,
        },
    )
    _forget_numbers(session, old_id)
    for table in Row.metadata.tables.values():
        for key in table.foreign_keys:
            if key.column is ChatRow.__table__.c.id:
                _rewrite(session, table, key.parent, old_id, new_id)
    session.execute(delete(ChatRow).where(ChatRow.id == old_id))
    session.expire_all()
    return True


def _forget_numbers(session: Session, chat_id: int) -> None:
    session.execute(
        update(QuestionRow)
        .where(QuestionRow.chat_id == chat_id, QuestionRow.message_id > 0)
        .values(message_id=-QuestionRow.message_id)
    )
    session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.chat_id == chat_id)
        .values(message_id=-DeliveryRow.message_id, reply_to=None, edits_message_id=None)
    )


def _rewrite(session: Session, table: Table, column: Column[int], old_id: int, new_id: int) -> None:
    """Move rows of one table; one that the new chat has already is dropped."""
    if column.primary_key:
        there = table.alias()
        others = [other for other in table.primary_key if other is not column]
        twin = exists(
            select(there.c[column.name]).where(
                there.c[column.name] == new_id,
                *(there.c[other.name] == other for other in others),
            )
        )
        session.execute(delete(table).where(column == old_id, twin))
    session.execute(update(table).where(column == old_id).values({column.name: new_id}))


def drop_topic(session: Session, *, chat_id: int, thread_id: int) -> None:
    """Write to the chat itself from now on: this topic of it is gone."""
    for row in (SubscriptionRow, DeliveryRow):
        session.execute(
            update(row)
            .where(row.chat_id == chat_id, row.thread_id == thread_id)
            .values(thread_id=None)
        )
