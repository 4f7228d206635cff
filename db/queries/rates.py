"""How fast may be sent, shared by all processes: a GCRA in one row a key. PostgreSQL only.

The clock is the database's own, so that machines with different clocks hold one limit.
"""

from sqlalchemy import Float, case, cast, delete, extract, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.ports import Limit
from db.models import RateRow

# A passing further ahead than this was not reserved by anybody: the clock was set back.
STALE_SECONDS = 120.0
NOW = cast(extract("epoch", func.statement_timestamp()), Float)
CALMING, RECOVERY, SLOWEST = 1.3, 0.999, 5.0


def take_passing(session: Session, *, key: str, limit: Limit, most: float) -> float:
    """Reserve the next passing and return how many seconds away it is, 0 or less for now.

    Nothing is reserved when that is more than `most`.
    """
    tat = case((RateRow.tat > NOW + STALE_SECONDS, NOW), else_=RateRow.tat)
    slack = (limit.burst - 1) / limit.per_second
    passing = func.greatest(tat, NOW - slack, RateRow.frozen_until)
    calmer = func.greatest(1.0, RateRow.slowdown * RECOVERY)
    step = RateRow.slowdown / limit.per_second
    taken = session.scalar(
        update(RateRow)
        .where(RateRow.key == key, passing - NOW <= most)
        .values(tat=passing + calmer / limit.per_second, slowdown=calmer)
        # RETURNING sees the row as it is now. A passing that a crash forgets was not used either,
        # so nobody waits until it is on the disk.
        .returning(RateRow.tat - step - NOW, func.set_config("synchronous_commit", "off", True))
        .execution_options(synchronize_session=False)
    )
    if taken is not None:
        return float(taken)
    wait = session.scalar(select(passing - NOW).where(RateRow.key == key))
    if wait is not None and wait > most:
        return float(wait)
    _make_row(session, key)
    return take_passing(session, key=key, limit=limit, most=most)


def freeze(session: Session, *, key: str, seconds: float) -> None:
    """Let nobody send under `key` for so long, and all more slowly after it."""
    _make_row(session, key)
    session.execute(
        update(RateRow)
        .where(RateRow.key == key)
        .values(
            frozen_until=func.greatest(RateRow.frozen_until, NOW + seconds),
            slowdown=func.least(RateRow.slowdown * CALMING, SLOWEST),
        )
        .execution_options(synchronize_session=False)
    )


def _make_row(session: Session, key: str) -> None:
    row = {"key": key, "tat": 0.0, "frozen_until": 0.0, "slowdown": 1.0}
    session.execute(insert(RateRow).values(row).on_conflict_do_nothing())


def drop_rate(session: Session, *, key: str) -> None:
    """Forget how fast was sent under `key`."""
    session.execute(delete(RateRow).where(RateRow.key == key))
