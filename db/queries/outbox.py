"""All that is not yet settled, and what became of the rest: figures for admins."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.models import DeliveryRow
from db.queries.deliveries import FAILED, IS_OPEN, IS_UNKNOWN, PUSHED, SENT, WAITING, among


def open_before(session: Session, moment: datetime) -> int:
    """Return how many unsettled deliveries were due by `moment`."""
    return _count(session, IS_OPEN, DeliveryRow.due_at <= moment)


def first_due(session: Session) -> datetime | None:
    """Return when the first of the deliveries that nobody holds is due."""
    waiting = (IS_OPEN, DeliveryRow.state.in_(WAITING))
    return session.scalar(select(func.min(DeliveryRow.due_at)).where(*waiting))


def open_after(session: Session, moment: datetime) -> int:
    """Return how many unsettled deliveries are due later than `moment`."""
    return _count(session, IS_OPEN, DeliveryRow.due_at > moment)


def sent_since(session: Session, since: datetime) -> int:
    """Return how many deliveries were sent since then."""
    return _count(session, DeliveryRow.state == SENT, DeliveryRow.settled_at >= since)


def unknown_deliveries(session: Session, *, most: int) -> Sequence[DeliveryRow]:
    """Return the oldest deliveries of unknown fate that nobody has decided, however old."""
    return session.scalars(
        select(DeliveryRow).where(IS_UNKNOWN).order_by(DeliveryRow.id).limit(most)
    ).all()


def unknown_count(session: Session) -> int:
    """Return how many deliveries of unknown fate nobody has decided."""
    return _count(session, IS_UNKNOWN)


def failed_count(session: Session, since: datetime) -> int:
    """Return how many deliveries made since then have failed."""
    return _count(session, DeliveryRow.state == FAILED, DeliveryRow.created_at >= since)


def failed_since(session: Session, since: datetime, *, most: int) -> Sequence[DeliveryRow]:
    """Return the newest deliveries that failed since then."""
    return session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.state == FAILED, DeliveryRow.created_at >= since)
        .order_by(DeliveryRow.id.desc())
        .limit(most)
    ).all()


def open_pushed(session: Session, moment: datetime) -> int:
    """Return how many digests and corrections due by `moment` are not out yet."""
    return _count(
        session,
        IS_OPEN,
        DeliveryRow.due_at <= moment,
        among(DeliveryRow.kind, PUSHED),
    )


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(DeliveryRow).where(*conditions)) or 0
