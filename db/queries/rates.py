"""How fast may be sent, shared by all processes: a GCRA in one row a key. PostgreSQL only.

The clock is the database's own, so that machines with different clocks hold one limit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Float, cast, delete, extract, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.ports import Limit
from db.models import DeliveryRow, RateRow
from db.queries.deliveries import IS_OPEN, LEASED, SENDING

# A passing further ahead than this was not reserved by anybody: the clock was set back.
STALE_SECONDS = 120.0
NOW = cast(extract("epoch", func.statement_timestamp()), Float)
_NOW = "CAST(extract(epoch FROM statement_timestamp()) AS float8)"
CALMING, RECOVERY, SLOWEST = 1.3, 0.999, 5.0
SOON = 0.001


@dataclass(frozen=True, slots=True)
class Passings:
    """The first passing under a key, in seconds from now, and the seconds between two."""

    first: float
    apart: float


_PASSING = f"""greatest(
    CASE WHEN rate.tat > {_NOW} + {STALE_SECONDS} THEN {_NOW} ELSE rate.tat END,
    {_NOW} - :slack, rate.frozen_until)"""
_CALMER = f"greatest(1.0, rate.slowdown * power({RECOVERY}, :count))"
# In the order of keys, so that no two processes wait for each other's rows. RETURNING sees the row
# as it is now. A passing that a crash forgets was not used either, so nobody waits until it is on
# the disk.
_TAKE = text(f"""
    INSERT INTO rate (key, tat, frozen_until, slowdown)
    SELECT key, {_NOW} - :slack + :count / :per_second, 0, 1
    FROM unnest(CAST(:keys AS text[])) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE
    SET tat = {_PASSING} + :count * {_CALMER} / :per_second, slowdown = {_CALMER}
    WHERE {_PASSING} - {_NOW} <= :most
    RETURNING key, tat - {_NOW}, slowdown, set_config('synchronous_commit', 'off', true)
""")
_NEXT = text(f"SELECT key, {_PASSING} - {_NOW}, slowdown FROM rate WHERE key = ANY(:keys)")


def take_passings(
    session: Session, *, keys: Sequence[str], limit: Limit, most: float, count: int
) -> Mapping[str, Passings]:
    """Reserve the next `count` passings under each key, and return them.

    Nothing is reserved under a key whose first is more than `most` seconds away.
    """
    given = {
        "per_second": limit.per_second,
        "slack": (limit.burst - 1) / limit.per_second,
        "most": most,
        "count": float(count),
    }
    taken = {}
    for key, after, slowdown, _ in session.execute(_TAKE, {**given, "keys": list(keys)}):
        apart = slowdown / limit.per_second
        taken[key] = Passings(after - count * apart, apart)
    if left := [key for key in keys if key not in taken]:
        for key, first, slowdown in session.execute(_NEXT, {**given, "keys": left}):
            # Less than `most` by now: still nothing is reserved.
            taken[key] = Passings(max(first, most + SOON), slowdown / limit.per_second)
    return taken


def count_senders(session: Session) -> int:
    """Return how many processes hold messages to send just now."""
    held = (IS_OPEN, DeliveryRow.state.in_((LEASED, SENDING)))
    return session.scalar(select(func.count(DeliveryRow.worker.distinct())).where(*held)) or 0


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
