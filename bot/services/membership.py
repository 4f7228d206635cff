"""Chats that block the bot or put it out, and come back."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.queries.people import block_chat, ensure_chat


def leave(session: Session, now: datetime, *, chat_id: int) -> None:
    """Remember that a chat takes no messages."""
    block_chat(session, chat_id)


def join(session: Session, now: datetime, *, chat_id: int, kind: str, title: str | None) -> None:
    """Remember that a chat takes messages again."""
    ensure_chat(session, now, chat_id=chat_id, kind=kind, title=title)
