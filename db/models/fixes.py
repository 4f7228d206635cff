"""What people put right in facts as they were understood."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row

HOLDS = "put_back_at IS NULL"


class FixRow(Row):
    """One field that a person set, or one cut: it holds for every later reading of its document.

    `act` is the number of the audit record: a fact of several documents has a row for each.
    `words`, `nth` and `identity` name the fact as it was before. `fact_id` is set when it stood.
    """

    __tablename__ = "fix"
    __table_args__ = (
        CheckConstraint(
            "field IN ('speaker', 'role', 'moment', 'kind', 'topic', 'split', 'join', 'left_out')",
            name="field",
        ),
        Index(
            "ix_fix_identity", "identity", sqlite_where=text(HOLDS), postgresql_where=text(HOLDS)
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    act: Mapped[int] = mapped_column(BigId, index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"), index=True)
    field: Mapped[str]
    words: Mapped[str]
    nth: Mapped[int]
    identity: Mapped[str]
    value: Mapped[dict[str, Any]]
    before: Mapped[dict[str, Any]]
    actor: Mapped[str]
    at: Mapped[datetime]
    put_back_by: Mapped[str | None]
    put_back_at: Mapped[datetime | None]
