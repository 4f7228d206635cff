"""Chats and people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, delete, exists, func, select, update
from sqlalchemy.orm import Session

from db.inserting import insert_into
from db.models import ChatRow, ClaimRow, GateRow, InviteRow, PersonRow

ADMIN = "admin"


def ensure_chat(
    session: Session, now: datetime, *, chat_id: int, kind: str, title: str | None
) -> ChatRow:
    """Return the chat, making its row on first sight.

    A chat that writes to us is not blocked.
    """
    values = {"id": chat_id, "kind": kind, "title": title, "state": "active", "created_at": now}
    insert_if_new(session, ChatRow, values)
    chat = session.get_one(ChatRow, chat_id)
    chat.kind, chat.title, chat.state = kind, title, "active"
    return chat


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
    session.execute(insert_into(session, table).values(values).on_conflict_do_nothing())


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


def person_locked(session: Session, person_id: int) -> PersonRow | None:
    """Return a person, locked until the end of the transaction."""
    return session.get(PersonRow, person_id, with_for_update=True)


def chat_locked(session: Session, chat_id: int) -> ChatRow | None:
    """Return a chat, locked until the end of the transaction."""
    return session.get(ChatRow, chat_id, with_for_update=True)


def people_page(session: Session, *, page: int, size: int) -> tuple[Sequence[PersonRow], int]:
    """Return a page of people, those who ask to be let in first, and how many there are."""
    asking = case((PersonRow.access == "asked", 0), else_=1)
    ordered = select(PersonRow).order_by(asking, PersonRow.created_at.desc(), PersonRow.id)
    rows = session.scalars(ordered.offset(page * size).limit(size)).all()
    return rows, session.scalar(select(func.count()).select_from(PersonRow)) or 0


def groups(session: Session) -> Sequence[ChatRow]:
    """Return the chats of several people that take messages."""
    several = select(ChatRow).where(ChatRow.kind != "private", ChatRow.state == "active")
    return session.scalars(several.order_by(ChatRow.id)).all()


def gate_known(session: Session, now: datetime, *, person_id: int, chat_id: int) -> bool | None:
    """Say whether a person is in a chat, None when that is not known or was too long ago."""
    row = session.get(GateRow, (person_id, chat_id))
    return row.inside if row is not None and row.until > now else None


def keep_gate(
    session: Session, *, person_id: int, chat_id: int, inside: bool, until: datetime
) -> None:
    """Keep whether a person is in a chat, in place of what was known."""
    known = {"inside": inside, "until": until}
    row = insert_into(session, GateRow).values(person_id=person_id, chat_id=chat_id, **known)
    keys = ["person_id", "chat_id"]
    session.execute(row.on_conflict_do_update(index_elements=keys, set_=known))


def take_invite(session: Session, now: datetime, code_sha256: str) -> InviteRow | None:
    """Use an invite once; None when it is unknown, used up, revoked or too old."""
    return session.scalar(
        update(InviteRow)
        .where(InviteRow.code_sha256 == code_sha256, *_open(now))
        .values(used=InviteRow.used + 1)
        .returning(InviteRow)
    )


def open_invites(session: Session, now: datetime) -> Sequence[InviteRow]:
    """Return the invites that still let people in, the newest first, locked."""
    wanted = select(InviteRow).where(*_open(now)).order_by(InviteRow.id.desc())
    return session.scalars(wanted.with_for_update()).all()


def uses_of(row: InviteRow) -> int:
    """Return how many people an invite has let in."""
    return row.used


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    left = InviteRow.used < InviteRow.uses
    return left, InviteRow.revoked_at.is_(None), InviteRow.expires_at > now
