"""Chats that block the bot or put it out, and come back."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.subscribing import revive
from db.queries.chats import close_chat, move_chat
from db.queries.people import ensure_chat


def leave(session: Session, now: datetime, *, chat_id: int) -> None:
    """Remember that a chat takes no messages: its subscriptions rest, what it is owed is off."""
    close_chat(session, now, chat_id=chat_id, reason="the chat blocked the bot or put it out")


def join(session: Session, now: datetime, *, chat_id: int, kind: str, title: str | None) -> None:
    """Remember that a chat takes messages again."""
    ensure_chat(session, now, chat_id=chat_id, kind=kind, title=title)
    revive(session, now, chat_id)


def move(session: Session, now: datetime, *, old_id: int, new_id: int) -> None:
    """Follow a group that became a supergroup: its id is another now, everywhere."""
    move_chat(session, now, old_id=old_id, new_id=new_id)
