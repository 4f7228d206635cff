"""What is owed to chats: taken by conditional updates, so that two workers never both hold it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    bindparam,
    case,
    literal_column,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from db.models import ChatRow, DeliveryFactRow, DeliveryRow, SightingRow

PENDING, LEASED, SENDING, RETRY = "pending", "leased", "sending", "retry"
SENT, FAILED, UNKNOWN = "sent", "failed", "unknown"
WAITING = (PENDING, RETRY)
OPEN = (PENDING, LEASED, SENDING, RETRY)
# What we send by ourselves; everything else is an answer that somebody waits for.
PUSHED = ("digest", "correction")


def among(column: InstrumentedAttribute[str], values: Sequence[str]) -> ColumnElement[bool]:
    """Say that a column holds one of some words, which are written into the statement.

    SQLite never uses a partial index for values bound to a statement, nor does PostgreSQL once it
    has planned for any values. They stand in the same order as in the index.
    """
    return column.in_(bindparam(None, values, expanding=True, literal_execute=True))


IS_OPEN = among(DeliveryRow.state, OPEN)
IS_UNKNOWN = DeliveryRow.state == literal_column(f"'{UNKNOWN}'")
# Back to where it came from: a row that was tried before waits for another try.
BACK = case((DeliveryRow.attempts > 0, RETRY), else_=PENDING)


def lease_due(
    session: Session, now: datetime, *, worker: str, until: datetime, most: int
) -> Sequence[DeliveryRow]:
    """Lease due deliveries to `worker`: live answers first, then in the order they were promised.

    Of what is pushed to a chat only the first open one is leased, so that the parts of a digest
    stay in order.
    """
    pushed = among(DeliveryRow.kind, PUSHED)
    ids = _due(session, now, most, ~pushed)
    if len(ids) < most:
        first = DeliveryRow.id == _first_of_chat()
        ids += _due(session, now, most - len(ids), pushed, first)
    leased = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(ids), DeliveryRow.state.in_(WAITING))
        .values(state=LEASED, worker=worker, lease_until=until)
        .returning(DeliveryRow)
    )
    order = {number: place for place, number in enumerate(ids)}
    return sorted(leased, key=lambda row: order[row.id])


def _first_of_chat() -> ScalarSelect[int]:
    """Make a query for the first open pushed delivery of a delivery's chat.

    Looked up for each, by an index that has no rival: PostgreSQL turns an EXISTS into a join, and
    believing after a quiet night that nothing is open, reads all that is open for each delivery.
    """
    other = aliased(DeliveryRow)
    return (
        select(other.id)
        .where(other.chat_id == DeliveryRow.chat_id)
        .where(other.settled_at.is_(None), among(other.kind, PUSHED))
        .order_by(other.id)
        .limit(1)
        .correlate(DeliveryRow)
        .scalar_subquery()
    )


def _due(session: Session, now: datetime, most: int, *conditions: ColumnElement[bool]) -> list[int]:
    due = (
        select(DeliveryRow.id)
        .where(IS_OPEN, DeliveryRow.state.in_(WAITING), DeliveryRow.due_at <= now, *conditions)
        .order_by(DeliveryRow.due_at, DeliveryRow.id)
        .limit(most)
        .with_for_update(skip_locked=True, of=DeliveryRow)
    )
    return list(session.scalars(due))


def begin_sending(
    session: Session, now: datetime, *, delivery_id: int, worker: str, until: datetime
) -> DeliveryRow | None:
    """Move a delivery that `worker` still holds to `sending`, its lease renewed to `until`.

    Returns None when the lease is gone.
    """
    return session.scalar(
        update(DeliveryRow)
        .where(*_held(delivery_id, worker, LEASED), DeliveryRow.lease_until > now)
        .values(state=SENDING, lease_until=until, attempts=DeliveryRow.attempts + 1)
        .returning(DeliveryRow)
    )


def held_delivery(session: Session, delivery_id: int, worker: str) -> DeliveryRow | None:
    """Return a delivery that `worker` is sending."""
    return session.scalar(
        select(DeliveryRow).where(*_held(delivery_id, worker, SENDING)).with_for_update()
    )


def postpone_leased(session: Session, *, delivery_id: int, worker: str, due_at: datetime) -> None:
    """Give a lease back untried, to be due again at `due_at`."""
    session.execute(
        update(DeliveryRow)
        .where(*_held(delivery_id, worker, LEASED))
        .values(state=BACK, worker=None, lease_until=None, due_at=due_at)
    )


def release_leased(session: Session, *, worker: str) -> None:
    """Give all leases of a worker that ends back, untried."""
    session.execute(
        update(DeliveryRow)
        .where(IS_OPEN, DeliveryRow.state == LEASED, DeliveryRow.worker == worker)
        .values(state=BACK, worker=None, lease_until=None)
    )


def _held(delivery_id: int, worker: str, state: str) -> tuple[ColumnElement[bool], ...]:
    return (
        DeliveryRow.id == delivery_id,
        DeliveryRow.worker == worker,
        DeliveryRow.state == state,
    )


def chat_is_closed(session: Session, chat_id: int) -> bool:
    """Say whether a chat takes no messages from us."""
    state = session.scalar(select(ChatRow.state).where(ChatRow.id == chat_id))
    return state == "blocked"


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
    # A frozen worker may hold rows in an open transaction: they are passed over until it is gone.
    expired = (
        select(DeliveryRow.id)
        .where(IS_OPEN, DeliveryRow.state == LEASED, DeliveryRow.lease_until <= now)
        .with_for_update(skip_locked=True)
    )
    freed = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(session.scalars(expired).all()))
        .values(state=BACK, worker=None, lease_until=None)
        .returning(DeliveryRow.id)
    )
    return len(freed.all())


def stale_sendings(session: Session, now: datetime) -> Sequence[DeliveryRow]:
    """Return what was being sent when its worker went away: nobody can know its fate."""
    return session.scalars(
        select(DeliveryRow)
        .where(IS_OPEN, DeliveryRow.state == SENDING, DeliveryRow.lease_until <= now)
        .with_for_update(skip_locked=True)
    ).all()


def doubt_open(session: Session, now: datetime, *, reason: str) -> int:
    """Mark what is due as of unknown fate, since it may have been sent; return how many."""
    rows = session.scalars(
        update(DeliveryRow)
        .where(IS_OPEN, DeliveryRow.due_at <= now)
        .values(state=UNKNOWN, failure=reason, settled_at=now, worker=None, lease_until=None)
        .returning(DeliveryRow)
    ).all()
    for row in rows:
        add_sightings(session, now, row)
    return len(rows)
