"""Questions as asked, answers exactly as given, and what people thought of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row


class QuestionRow(Row):
    """A question in a chat: a message is one row a part, so a repeated update is answered once.

    `stands_for` is the whole question that a follow-up ("and in May?") was taken as.
    """

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id", "part"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id"))
    thread_id: Mapped[int | None] = mapped_column(BigId)
    message_id: Mapped[int] = mapped_column(BigId)
    part: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    stands_for: Mapped[str | None]


class AnswerRow(Row):
    """An answer as decided; `receipt` finds it again, `chosen_rank` is what a reader picked.

    `grounds` is what it was decided on: confidence, the bars it was held against, the lead.
    """

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint(
            "status IN ('found', 'choice', 'conflict', 'unknown')",
            name="status",
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), unique=True)
    receipt: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    reason: Mapped[str]
    read_as: Mapped[str | None]
    store_version: Mapped[int] = mapped_column(BigId)
    chosen_rank: Mapped[int | None]
    created_at: Mapped[datetime]
    grounds: Mapped[dict[str, Any] | None]


class AnswerFactRow(Row):
    """A fact of an answer, best first, with the named parts of its score.

    `words` tells how the fact holds each telling word of the question, and what it was shown as.
    """

    __tablename__ = "answer_fact"

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), index=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"))
    score: Mapped[float]
    parts: Mapped[dict[str, Any]]
    words: Mapped[dict[str, Any] | None]
    answer_start: Mapped[int | None]
    answer_end: Mapped[int | None]


class FeedbackRow(Row):
    """One person's thumb on one answer; the last press counts."""

    __tablename__ = "feedback"
    __table_args__ = (
        CheckConstraint("verdict IN ('up', 'down', 'none_of_these')", name="verdict"),
    )

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    verdict: Mapped[str]
    at: Mapped[datetime]
