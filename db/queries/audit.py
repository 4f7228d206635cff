"""The append-only record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from db.models import AuditRow


def record(
    session: Session,
    now: datetime,
    *,
    actor: str,
    verb: str,
    subject: str,
    particulars: Mapping[str, Any],
) -> int:
    """Write down who changed what; return the number of the record."""
    row = AuditRow(at=now, actor=actor, verb=verb, subject=subject, particulars=dict(particulars))
    session.add(row)
    session.flush()
    return row.id


def record_of(session: Session, number: int) -> AuditRow | None:
    """Return what was written down under a number."""
    return session.get(AuditRow, number)
