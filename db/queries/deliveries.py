"""What is owed to chats: taken by conditional updates, so that two workers never both hold it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from db.models import DeliveryFactRow, DeliveryRow, SightingRow

PENDING, LEASED, SENDING = "pending", "leased", "sending"
SENT, FAILED, UNKNOWN = "sent", "failed", "unknown"


def lease_due(
    session: Session, now: datetime, *, worker: str, until: datetime, most: int
) -> list[int]:
    """Lease due deliveries to `worker`, oldest promise first, and return their ids."""
    due = (
        select(DeliveryRow.id)
        .where(DeliveryRow.state == PENDING, DeliveryRow.due_at <= now)
        .order_by(DeliveryRow.due_at, DeliveryRow.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    ids = list(session.scalars(due))
    leased = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(ids), DeliveryRow.state == PENDING)
        .values(state=LEASED, worker=worker, lease_until=until)
        .returning(DeliveryRow.id)
    )
    return sorted(leased)


def begin_sending(
    session: Session, now: datetime, *, delivery_id: int, worker: str, until: datetime
) -> DeliveryRow | None:
    """Move a delivery that `worker` still holds to `sending`, its lease renewed to `until`.

    Returns None when the lease is gone.
    """
    return session.scalar(
        update(DeliveryRow)
        .where(
            DeliveryRow.id == delivery_id,
            DeliveryRow.worker == worker,
            DeliveryRow.state == LEASED,
            DeliveryRow.lease_until > now,
        )
        .values(state=SENDING, lease_until=until, attempts=DeliveryRow.attempts + 1)
        .returning(DeliveryRow)
    )


def held_delivery(session: Session, delivery_id: int, worker: str) -> DeliveryRow | None:
    """Return a delivery that `worker` is sending."""
    return session.scalar(
        select(DeliveryRow)
        .where(
            DeliveryRow.id == delivery_id,
            DeliveryRow.worker == worker,
            DeliveryRow.state == SENDING,
        )
        .with_for_update()
    )


def facts_of(session: Session, delivery_id: int) -> Sequence[DeliveryFactRow]:
    """Return the facts that a delivery quotes."""
    return session.scalars(
        select(DeliveryFactRow)
        .where(DeliveryFactRow.delivery_id == delivery_id)
        .order_by(DeliveryFactRow.fact_id)
    ).all()


def add_sightings(session: Session, now: datetime, delivery: DeliveryRow) -> None:
    """Record that the delivery's chat was shown its facts; again is no second sighting."""
    for fact in facts_of(session, delivery.id):
        key = (delivery.chat_id, fact.fact_id, delivery.id)
        if session.get(SightingRow, key) is None:
            chat_id, fact_id, delivery_id = key
            session.add(
                SightingRow(chat_id=chat_id, fact_id=fact_id, delivery_id=delivery_id, at=now)
            )


def expired_leases(session: Session, now: datetime) -> int:
    """Put back what was leased and never sent; return how many."""
    freed = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.state == LEASED, DeliveryRow.lease_until <= now)
        .values(state=PENDING, worker=None, lease_until=None)
        .returning(DeliveryRow.id)
    )
    return len(freed.all())


def stale_sendings(session: Session, now: datetime) -> Sequence[DeliveryRow]:
    """Return what was being sent when its worker went away: nobody can know its fate."""
    return session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.state == SENDING, DeliveryRow.lease_until <= now)
        .with_for_update(skip_locked=True)
    ).all()


def states_since(session: Session, since: datetime) -> dict[str, int]:
    """Return how many deliveries made since then are in each state."""
    counted = session.execute(
        select(DeliveryRow.state, func.count())
        .where(DeliveryRow.created_at >= since)
        .group_by(DeliveryRow.state)
    )
    return dict(sorted((state, count) for state, count in counted))


def troubled_since(session: Session, since: datetime, *, most: int) -> Sequence[DeliveryRow]:
    """Return the newest deliveries that failed or whose fate is unknown."""
    return session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.created_at >= since, DeliveryRow.state.in_((FAILED, UNKNOWN)))
        .order_by(DeliveryRow.id.desc())
        .limit(most)
    ).all()
