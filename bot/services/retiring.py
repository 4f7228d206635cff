"""A topic that is kept up no more: who follows it is told, and briefed on what else they follow."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.owing import Later, owe_later
from bot.services.reaching import ways
from bot.services.subscribing import HELD, end
from bot.views.parts import Part
from bot.views.topics import retired
from db.address import address
from db.models import SubscriptionRow, TopicRow
from db.queries.subscriptions import (
    BLOCKED,
    DRAFT,
    follow,
    subscriptions_on,
    topics_followed,
)
from db.queries.topics import retire_topic


def retire(session: Session, now: datetime, topic: TopicRow) -> int:
    """Retire a topic; return how many subscriptions followed it.

    One that follows others goes on with these, one of this topic alone ends; their chats are told.
    """
    held = subscriptions_on(session, topic.id, HELD)
    owed = [_let_go(session, now, topic, row) for row in held]
    owe_later(session, now, [message for message in owed if message.refused is None])
    for row in subscriptions_on(session, topic.id, (DRAFT,)):
        follow(session, row.id, topic.id)  # it was on: this takes it off
    retire_topic(session, topic.id)
    return len(held)


def _let_go(session: Session, now: datetime, topic: TopicRow, row: SubscriptionRow) -> Later:
    at = address(row.chat_id, row.thread_id)
    way = ways(session, now, [at], ZoneInfo("UTC"))[at]
    refused = way.refused or (BLOCKED if row.state == BLOCKED else None)
    others = [one.name for one in topics_followed(session, [row.id])[row.id] if one.id != topic.id]
    if others:
        follow(session, row.id, topic.id)
    else:
        end(session, now, row)
    part = Part(retired(topic.name, others))
    return Later("digest", row.chat_id, row.thread_id, part, way.due_at, refused)
