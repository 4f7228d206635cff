"""All that is owed, as figures for admins, and what they decide about unknown fates."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.ports import DIGESTS
from bot.views.outbox import Figures, Trouble
from db.models import DeliveryRow
from db.queries.audit import record
from db.queries.deliveries import FAILED, GIVEN_UP, RETRY, UNKNOWN
from db.queries.digests import digest_states
from db.queries.outbox import (
    failed_count,
    failed_since,
    first_due,
    open_after,
    open_before,
    open_pushed,
    sent_since,
    unknown_count,
    unknown_deliveries,
)
from db.queries.subscriptions import count_due, due_next
from facts.errors import BriefingError

# Due for longer than this and not yet settled is late.
LATE = timedelta(minutes=1)
SHOWN_SINCE = timedelta(days=1)
MOST_NAMED = 10


class NotUnknown(BriefingError):
    """The delivery is not one of unknown fate, so there is nothing to decide."""


def figures(session: Session, now: datetime) -> Figures:
    """Return what is due, late, sent, unknown and failed, with reasons."""
    since = now - SHOWN_SINCE
    unmade = count_due(session, now)
    return Figures(
        unmade=unmade,
        due=open_before(session, now),
        late=open_before(session, now - LATE),
        later=open_after(session, now),
        sent=sent_since(session, since),
        failed_count=failed_count(session, since),
        unknown_count=unknown_count(session),
        unknown=[_trouble(row) for row in unknown_deliveries(session, most=MOST_NAMED)],
        failed=[_trouble(row) for row in failed_since(session, since, most=MOST_NAMED)],
        seconds_left=(open_pushed(session, now) + unmade) / DIGESTS.per_second,
        digests=digest_states(session, since),
        next_digest=next((row.next_due_at for row in due_next(session, most=1)), None),
    )


def due_now(session: Session, now: datetime) -> int:
    """Return how many deliveries are due and not settled, or are still to be written down."""
    return open_before(session, now) + count_due(session, now)


def seconds_to_next(session: Session, now: datetime) -> float | None:
    """Return in how many seconds the next delivery is due; None when none is owed.

    At least one: what is due now waits for another of its chat that somebody else sends.
    """
    due_at = first_due(session)
    return max(1.0, (due_at - now).total_seconds()) if due_at else None


def resend(session: Session, now: datetime, *, delivery_id: int, actor: str) -> None:
    """Send a delivery of unknown fate again, knowing that it may arrive twice."""
    row = _undecided(session, delivery_id)
    _audit(session, now, row, "resend", actor)
    row.state, row.due_at, row.settled_at = RETRY, now, None


def give_up(session: Session, now: datetime, *, delivery_id: int, actor: str) -> None:
    """Leave a delivery of unknown fate as it is, for good."""
    row = _undecided(session, delivery_id)
    _audit(session, now, row, "give up", actor)
    row.state, row.settled_at = FAILED, now
    row.failure = f"{GIVEN_UP}{row.failure or ''}"


def _undecided(session: Session, delivery_id: int) -> DeliveryRow:
    row = session.get(DeliveryRow, delivery_id, with_for_update=True)
    if row is None:
        raise NotUnknown(f"There is no delivery {delivery_id}: see `briefing deliver`.")
    if row.state != UNKNOWN:
        raise NotUnknown(
            f"Delivery {delivery_id} is {row.state}, not of unknown fate: nothing to decide."
        )
    return row


def _audit(session: Session, now: datetime, row: DeliveryRow, verb: str, actor: str) -> None:
    record(
        session,
        now,
        actor=actor,
        verb=verb,
        subject=f"delivery {row.id}",
        particulars={"kind": row.kind, "reason": row.failure},
    )


def _trouble(row: DeliveryRow) -> Trouble:
    since = row.settled_at or row.created_at
    return Trouble(row.id, row.kind, row.chat_id, row.state, row.failure or "", since)
