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

from db.inserting import insert_into
from db.models import DeliveryFactRow, DeliveryRow, SightingRow

PENDING, LEASED, SENDING, RETRY = "pending", "leased", "sending", "retry"
SENT, FAILED, UNKNOWN = "sent", "failed", "unknown"
WAITING = (PENDING, RETRY)
OPEN = (PENDING, LEASED, SENDING, RETRY)
# Why a delivery of unknown fate has failed: it was seen, or nobody can tell.
GIVEN_UP = "given up by an admin; its fate was unknown: "
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
    session: Session, now: datetime, *, delivery_ids: Sequence[int], worker: str, until: datetime
) -> Sequence[DeliveryRow]:
    """Move deliveries that `worker` still holds to `sending`, their leases renewed to `until`.

    Returns those, in the order of their ids; what is missing was not held any more.
    """
    begun = session.scalars(
        update(DeliveryRow)
        .where(*_held(delivery_ids, worker, LEASED), DeliveryRow.lease_until > now)
        .values(state=SENDING, lease_until=until, attempts=DeliveryRow.attempts + 1)
        .returning(DeliveryRow)
    )
    return sorted(begun, key=lambda row: row.id)


def held_deliveries(
    session: Session, delivery_ids: Sequence[int], worker: str
) -> dict[int, DeliveryRow]:
    """Return those of the deliveries that `worker` is sending, locked."""
    held = select(DeliveryRow).where(*_held(delivery_ids, worker, SENDING))
    rows = session.scalars(held.order_by(DeliveryRow.id).with_for_update())
    return {row.id: row for row in rows}


def postpone_leased(session: Session, *, delivery_id: int, worker: str, due_at: datetime) -> None:
    """Give a lease back untried, to be due again at `due_at`."""
    session.execute(
        update(DeliveryRow)
        .where(*_held([delivery_id], worker, LEASED))
        .values(state=BACK, worker=None, lease_until=None, due_at=due_at)
    )


def release_leased(session: Session, *, worker: str) -> None:
    """Give all leases of a worker that ends back, untried."""
    session.execute(
        update(DeliveryRow)
        .where(IS_OPEN, DeliveryRow.state == LEASED, DeliveryRow.worker == worker)
        .values(state=BACK, worker=None, lease_until=None)
    )


def _held(delivery_ids: Sequence[int], worker: str, state: str) -> tuple[ColumnElement[bool], ...]:
    return (
        DeliveryRow.id.in_(delivery_ids),
        DeliveryRow.worker == worker,
        DeliveryRow.state == state,
    )


def facts_of(session: Session, delivery_id: int) -> Sequence[DeliveryFactRow]:
    """Return the facts that a delivery quotes."""
    return facts_of_each(session, [delivery_id])[delivery_id]


def facts_of_each(
    session: Session, delivery_ids: Sequence[int]
) -> dict[int, list[DeliveryFactRow]]:
    """Return the facts that deliveries quote, by delivery."""
    quoted: dict[int, list[DeliveryFactRow]] = {number: [] for number in delivery_ids}
    for fact in session.scalars(
        select(DeliveryFactRow)
        .where(DeliveryFactRow.delivery_id.in_(delivery_ids))
        .order_by(DeliveryFactRow.delivery_id, DeliveryFactRow.fact_id)
    ):
        quoted[fact.delivery_id].append(fact)
    return quoted


def add_sightings(session: Session, now: datetime, deliveries: Sequence[DeliveryRow]) -> None:
    """Record that the deliveries' chats were shown their facts; again is no second sighting."""
    if not deliveries:
        return
    quoted = facts_of_each(session, [row.id for row in deliveries])
    shown = [
        {"chat_id": row.chat_id, "fact_id": fact.fact_id, "delivery_id": row.id, "at": now}
        for row in deliveries
        for fact in quoted[row.id]
    ]
    if shown:
        session.execute(insert_into(session, SightingRow).on_conflict_do_nothing(), shown)


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
    add_sightings(session, now, rows)
    return len(rows)
