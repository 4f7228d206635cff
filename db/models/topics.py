"""Topics that readers can follow, and which facts are on them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Json, Row


class TopicRow(Row):
    """A named subject: words, names and aliases, and the rule that joins them.

    `key` stands for it in links and commands. `matched_to` is how far in the sequence of going
    live the facts were matched against it.
    """

    __tablename__ = "topic"
    __table_args__ = (
        CheckConstraint("rule IN ('any', 'all', 'everything')", name="rule"),
        CheckConstraint("state IN ('live', 'retired')", name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    words: Mapped[list[Any]] = mapped_column(Json)
    names: Mapped[list[Any]] = mapped_column(Json)
    aliases: Mapped[list[Any]] = mapped_column(Json)
    rule: Mapped[str]
    state: Mapped[str]
    matched_to: Mapped[int] = mapped_column(BigId)
    created_by: Mapped[str]
    created_at: Mapped[datetime]


class TopicFactRow(Row):
    """A fact is on a topic; whether it stands and who may see it is asked when it is read."""

    __tablename__ = "topic_fact"

    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)
