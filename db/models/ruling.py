"""What a desk says about facts itself: corrections, rulings between facts, contested terms."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row

HOLDS = "revoked_at IS NULL"


class CorrectionRow(Row):
    """An editor took a fact back: `later_id` stands in its place, None where nothing does.

    `load_id` is what carried it out, and what is undone to take it back. `former` is the link that
    the two facts had before.
    """

    __tablename__ = "correction"
    __table_args__ = (
        CheckConstraint("fact_id <> later_id", name="two_facts"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), index=True)
    later_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), unique=True)
    reason: Mapped[str]
    former: Mapped[dict[str, Any] | None]
    made_by: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(index=True)
    undone_by: Mapped[str | None]
    undone_at: Mapped[datetime | None]


class RulingRow(Row):
    """An editor's decision between two facts that differ; `chosen_id` is None when both stand.

    One decision holds for a pair at a time; a revoked one stays.
    """

    __tablename__ = "ruling"
    __table_args__ = (
        CheckConstraint("one_id < other_id", name="pair"),
        CheckConstraint("chosen_id IS NULL OR chosen_id IN (one_id, other_id)", name="chosen"),
        Index(
            "uq_ruling_holds",
            "one_id",
            "other_id",
            unique=True,
            sqlite_where=text(HOLDS),
            postgresql_where=text(HOLDS),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    one_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), index=True)
    chosen_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    reason: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    revoked_by: Mapped[str | None]
    revoked_at: Mapped[datetime | None]


class ContestedTermRow(Row):
    """Words that take a side: narration that uses them is marked. Kept after they are removed."""

    __tablename__ = "contested_term"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it off the class

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    words: Mapped[str]
    added_by: Mapped[str]
    added_at: Mapped[datetime]
    removed_by: Mapped[str | None]
    removed_at: Mapped[datetime | None]


class PromptRow(Row):
    """What somebody was asked to type in a chat, for which `purpose` and about what, until when."""

    __tablename__ = "prompt"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    purpose: Mapped[str]
    subject: Mapped[dict[str, Any]]
    until: Mapped[datetime]
