"""What editors give in a chat to be loaded, from the moment it arrives, and where it is shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row


class SubmissionRow(Row):
    """A document or a text given in a chat: stored before anything else is done with it.

    `received` is a text that may grow, `asked` one of which we asked whether to load it; `waiting`
    waits to be read (`worker` does so until `lease_until`); then it is `rehearsed`, `known`,
    `refused` or `dropped`. What became of a rehearsed one stands in its load. `content` goes when
    it is settled; a `link` is fetched as a document is. `proposed` is what its forward tells about
    it, `told` what a person said (`told_by`). `shown` are the pages and offers of its message, and
    `told_at` is when that was last brought up to date there: None while it still has to be.
    """

    __tablename__ = "submission"
    __table_args__ = (
        CheckConstraint(
            "state IN ('received', 'asked', 'waiting', 'rehearsed', 'known', 'refused', 'dropped')",
            name="state",
        ),
        CheckConstraint("kind IN ('document', 'text')", name="kind"),
        UniqueConstraint("chat_id", "message_id"),
        Index(
            "ix_submission_open",
            "id",
            sqlite_where=text("told_at IS NULL"),
            postgresql_where=text("told_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str]
    state: Mapped[str]
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"))
    message_id: Mapped[int] = mapped_column(BigId)
    last_message_id: Mapped[int] = mapped_column(BigId)
    last_units: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    file_name: Mapped[str]
    file_id: Mapped[str | None]
    link: Mapped[str | None]
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    proposed: Mapped[dict[str, Any]]
    told: Mapped[dict[str, Any]]
    told_by: Mapped[str | None]
    load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"), index=True)
    reason: Mapped[str | None]
    shown: Mapped[dict[str, Any]]
    told_at: Mapped[datetime | None]
    worker: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int]
    created_at: Mapped[datetime]


class SubmissionMessageRow(Row):
    """The message in a chat that shows a submission: its sender's, and those of who review it."""

    __tablename__ = "submission_message"

    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True)
    message_id: Mapped[int | None] = mapped_column(BigId)
