"""Chats, the people in them, and the one-time code that makes the first admin."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row


class ChatRow(Row):
    """A Telegram chat, by Telegram's id."""

    __tablename__ = "chat"
    __table_args__ = (CheckConstraint("state IN ('active', 'blocked')", name="state"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    kind: Mapped[str]
    title: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="active")
    created_at: Mapped[datetime]


class PersonRow(Row):
    """A Telegram user, by numeric id: usernames change hands and decide nothing."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("role IN ('reader', 'editor', 'admin')", name="role"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    name: Mapped[str]
    language: Mapped[str | None]
    role: Mapped[str] = mapped_column(default="reader")
    created_at: Mapped[datetime]


class ClaimRow(Row):
    """A one-time code, kept as its hash, that makes whoever sends it an admin."""

    __tablename__ = "claim"

    code_sha256: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(BigId)
