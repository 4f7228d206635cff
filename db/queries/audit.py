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
) -> None:
    """Write down who changed what."""
    session.add(
        AuditRow(at=now, actor=actor, verb=verb, subject=subject, particulars=dict(particulars))
    )
