"""What a desk teaches the bot (phrasings, aliases, thresholds), and what was not answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Json, Row


class PhrasingRow(Row):
    """Another way to ask for a fact: proposed by a reader's choice, live after an admin's nod.

    `stems` are the sorted stems that it is found by, `stem_key` the same as one string.
    `chosen` and `against` count the answers in which the fact was picked, and was refused.
    """

    __tablename__ = "phrasing"
    __table_args__ = (
        UniqueConstraint("fact_id", "stem_key"),
        CheckConstraint("state IN ('proposed', 'live', 'refused')", name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), index=True)
    text: Mapped[str]
    stem_key: Mapped[str]
    stems: Mapped[list[Any]] = mapped_column(Json)
    state: Mapped[str]
    chosen: Mapped[int]
    against: Mapped[int]
    proposed_by: Mapped[int | None] = mapped_column(BigId)
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]


class AliasRow(Row):
    """Other words for the same thing at this desk; kept after it is removed."""

    __tablename__ = "alias"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it off the class

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    words: Mapped[str]
    meaning: Mapped[str]
    added_by: Mapped[str]
    added_at: Mapped[datetime]
    removed_by: Mapped[str | None]
    removed_at: Mapped[datetime | None]


class GapRow(Row):
    """A cluster of questions without a fact: open, answered by a load, or closed by an editor."""

    __tablename__ = "gap"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'answered', 'closed')", name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    text: Mapped[str]
    kind: Mapped[str]
    stems: Mapped[list[Any]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(index=True)
    words: Mapped[str | None]
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    created_at: Mapped[datetime]
    settled_by: Mapped[str | None]
    settled_at: Mapped[datetime | None]


class GapQuestionRow(Row):
    """A question of a gap; a question belongs to one gap at most."""

    __tablename__ = "gap_question"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    gap_id: Mapped[int] = mapped_column(ForeignKey("gap.id"), index=True)


class WaitingRow(Row):
    """A chat (and thread, 0 for none) that wants the answer to a gap, and whether it was told."""

    __tablename__ = "waiting"

    gap_id: Mapped[int] = mapped_column(ForeignKey("gap.id"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"), primary_key=True, index=True)
    thread_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    person_id: Mapped[int | None] = mapped_column(BigId)
    since: Mapped[datetime]
    told_at: Mapped[datetime | None]


class ThresholdRow(Row):
    """A desk's own thresholds with what was measured when they were fitted; the newest holds."""

    __tablename__ = "threshold"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it off the class

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    answer_only_above: Mapped[float]
    offer_above: Mapped[float]
    wrong_at_most: Mapped[float]
    measured: Mapped[dict[str, Any]]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class GoldenQuestionRow(Row):
    """A question with what answers it, kept to see what a load would change; kept when removed.

    `facts` are ids of facts, or words that the fact must hold; none: nothing must be given.
    """

    __tablename__ = "golden_question"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it off the class

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    text: Mapped[str]
    facts: Mapped[list[Any]] = mapped_column(Json)
    kind: Mapped[str]
    added_by: Mapped[str]
    added_at: Mapped[datetime]
    removed_by: Mapped[str | None]
    removed_at: Mapped[datetime | None]
