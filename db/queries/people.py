"""Chats and people."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.models import ChatRow, ClaimRow, PersonRow, SubscriptionRow

ADMIN = "admin"


def ensure_chat(
    session: Session, now: datetime, *, chat_id: int, kind: str, title: str | None
) -> ChatRow:
    """Return the chat, making its row on first sight.

    A chat that writes to us is not blocked: if it was, its subscriptions go on.
    """
    values = {"id": chat_id, "kind": kind, "title": title, "state": "active", "created_at": now}
    insert_if_new(session, ChatRow, values)
    chat = session.get_one(ChatRow, chat_id)
    if chat.state != "active":
        _reopen(session, chat)
    chat.kind, chat.title = kind, title
    return chat


def _reopen(session: Session, chat: ChatRow) -> None:
    chat.state = "active"
    session.execute(
        update(SubscriptionRow)
        .where(SubscriptionRow.chat_id == chat.id, SubscriptionRow.state == "blocked")
        .values(state="active")
    )


def ensure_person(
    session: Session, now: datetime, *, person_id: int, name: str, language: str | None
) -> PersonRow:
    """Return the person, making a reader of whoever is new."""
    values = {"id": person_id, "name": name, "language": language, "created_at": now}
    insert_if_new(session, PersonRow, {**values, "role": "reader"})
    person = session.get_one(PersonRow, person_id)
    person.name, person.language = name, language
    return person


def language_of(session: Session, person_id: int) -> str | None:
    """Return the language that Telegram told of a person."""
    return session.scalar(select(PersonRow.language).where(PersonRow.id == person_id))


def insert_if_new(
    session: Session, table: type[ChatRow | PersonRow], values: dict[str, Any]
) -> None:
    """Insert a row unless it is there: two first messages may arrive at once."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    session.execute(dialect.insert(table).values(values).on_conflict_do_nothing())


def any_admin(session: Session) -> bool:
    """Say whether somebody is an admin."""
    return bool(session.scalar(select(exists().where(PersonRow.role == ADMIN))))


def admins(session: Session) -> list[int]:
    """Return the ids of all admins, in order."""
    return sorted(session.scalars(select(PersonRow.id).where(PersonRow.role == ADMIN)))


def add_claim(session: Session, now: datetime, code_sha256: str) -> None:
    """Store a one-time code; earlier ones that nobody used are no longer valid."""
    session.execute(delete(ClaimRow).where(ClaimRow.used_at.is_(None)))
    session.add(ClaimRow(code_sha256=code_sha256, created_at=now, used_at=None, used_by=None))


def use_claim(session: Session, now: datetime, *, code_sha256: str, person_id: int) -> bool:
    """Use up a one-time code; say whether it was still unused."""
    used = session.scalar(
        update(ClaimRow)
        .where(ClaimRow.code_sha256 == code_sha256, ClaimRow.used_at.is_(None))
        .values(used_at=now, used_by=person_id)
        .returning(ClaimRow.code_sha256)
    )
    return used is not None
