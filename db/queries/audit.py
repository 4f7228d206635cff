"""The append-only record: the database itself refuses to change or delete it.

A person stands in it by numeric id alone, as `actor` or as the subject `person N`, never in the
particulars and never by name: only there can the id be taken out when the person is forgotten.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import AuditRow, PersonRow, SubscriptionRow


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records are wanted: all, or those of one actor, or about one subject."""

    actor: str | None = None
    subject: str | None = None


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


def records(
    session: Session, wanted: Filter, *, before: int | None, most: int
) -> Sequence[AuditRow]:
    """Return records, newest first; `before` is the number that they come before."""
    found = select(AuditRow).order_by(AuditRow.id.desc()).limit(most)
    if wanted.actor is not None:
        found = found.where(AuditRow.actor == wanted.actor)
    if wanted.subject is not None:
        found = found.where(AuditRow.subject == wanted.subject)
    if before is not None:
        found = found.where(AuditRow.id < before)
    return session.scalars(found).all()


def all_records(session: Session, *, since: datetime | None) -> Iterator[AuditRow]:
    """Return all records in order, or those since a moment."""
    found = select(AuditRow).order_by(AuditRow.id)
    if since is not None:
        found = found.where(AuditRow.at >= since)
    with session.scalars(found.execution_options(yield_per=1_000)) as rows:
        yield from rows


def names_of(session: Session, person_ids: Sequence[int]) -> dict[int, str]:
    """Return what people are called now, for showing; the record itself holds no names."""
    rows = session.execute(select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(person_ids)))
    return {person_id: name for person_id, name in rows}  # noqa: C416 - rows are no pairs to mypy


def zone_of(session: Session, chat_id: int) -> str | None:
    """Return the time zone that a chat last chose for its briefings."""
    return session.scalar(
        select(SubscriptionRow.zone)
        .where(SubscriptionRow.chat_id == chat_id)
        .order_by(SubscriptionRow.id.desc())
        .limit(1)
    )
