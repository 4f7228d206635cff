"""Chats, the people in them, and the one-time code that makes the first admin."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row


class ChatRow(Row):
    """A Telegram chat, by Telegram's id; `clearance` is what all who read it together may see."""

    __tablename__ = "chat"
    __table_args__ = (CheckConstraint("state IN ('active', 'blocked')", name="state"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    kind: Mapped[str]
    title: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="active")
    clearance: Mapped[str] = mapped_column(default="public")
    created_at: Mapped[datetime]


class PersonRow(Row):
    """A Telegram user, by numeric id: usernames change hands and decide nothing.

    `clearance` is the label up to which they may see documents as a reader, `editor_clearance` as
    an editor; admins see all.
    `access` says whether a reader was let in; a removed one may neither ask nor be sent anything.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("role IN ('reader', 'editor', 'admin')", name="role"),
        CheckConstraint(
            "access IN ('new', 'asked', 'admitted', 'refused', 'removed')",
            name="access",
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    name: Mapped[str]
    language: Mapped[str | None]
    role: Mapped[str] = mapped_column(default="reader")
    clearance: Mapped[str] = mapped_column(default="public")
    editor_clearance: Mapped[str] = mapped_column(default="restricted")
    access: Mapped[str] = mapped_column(default="new")
    created_at: Mapped[datetime]


class GateRow(Row):
    """Whether a person was in the chat whose members may ask, and until when that is believed."""

    __tablename__ = "gate"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    inside: Mapped[bool]
    until: Mapped[datetime]


class InviteRow(Row):
    """A link that lets people in, kept as the hash of its code: so many of them, for so long."""

    __tablename__ = "invite"
    __table_args__ = (
        CheckConstraint("role IN ('reader', 'editor')", name="role"),
        CheckConstraint("used >= 0 AND used <= uses", name="uses"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    code_sha256: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    uses: Mapped[int]
    used: Mapped[int]
    expires_at: Mapped[datetime]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class ClaimRow(Row):
    """A one-time code, kept as its hash, that makes whoever sends it an admin."""

    __tablename__ = "claim"

    code_sha256: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(BigId)
