"""The append-only record of who changed what."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Row


class AuditRow(Row):
    """One change: `actor` is a numeric Telegram id, "terminal" or "system"."""

    __tablename__ = "audit"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it off the class

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    verb: Mapped[str]
    subject: Mapped[str]
    particulars: Mapped[dict[str, Any]]
