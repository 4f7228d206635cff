"""Facts that ended, or were put right, after a message was written down."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, String, cast, delete, literal, null, select, union_all
from sqlalchemy.orm import Session

from db.address import Address
from db.models import (
    ChangeToldRow,
    DeliveryFactRow,
    DeliveryRow,
    FactRow,
    FixRow,
    WithdrawalToldRow,
)
from db.queries.mendings import CHANGED_AT, SHOWN


@dataclass(slots=True)
class Since:
    """What became of the facts of a delivery since it was written down.

    `ended` are those that no longer stand, with the reasons; of `mended` the speaker or a date was
    set.
    """

    ended: dict[int, str | None] = field(default_factory=dict)
    mended: set[int] = field(default_factory=set)


def changed_since(session: Session, delivery_ids: Sequence[int], now: datetime) -> dict[int, Since]:
    """Return what became of the facts of deliveries, where anything did."""
    quoted = (DeliveryFactRow.delivery_id == DeliveryRow.id, DeliveryRow.id.in_(delivery_ids))
    ended = (
        select(DeliveryRow.id, FactRow.id, FactRow.end_reason, literal(1).label("ended"))
        .join(DeliveryFactRow, quoted[0])
        .join(FactRow, FactRow.id == DeliveryFactRow.fact_id)
        .where(quoted[1], FactRow.live_until > DeliveryRow.created_at, FactRow.live_until <= now)
    )
    mended = (
        select(DeliveryRow.id, FixRow.fact_id, cast(null(), String), literal(0))
        .join(DeliveryFactRow, quoted[0])
        .join(FixRow, FixRow.fact_id == DeliveryFactRow.fact_id)
        .where(quoted[1], SHOWN, DeliveryRow.created_at < CHANGED_AT)
    )
    found: dict[int, Since] = defaultdict(Since)
    row: Any
    for row in session.execute(union_all(ended, mended)):
        delivery_id, fact_id, reason, is_ended = row
        if is_ended:
            found[delivery_id].ended[fact_id] = reason
        else:
            found[delivery_id].mended.add(fact_id)
    return found


def drop_quoted(session: Session, delivery_id: int, fact_ids: Collection[int]) -> None:
    """Let a delivery quote facts no more: it is no sighting of them."""
    session.execute(
        delete(DeliveryFactRow).where(
            DeliveryFactRow.delivery_id == delivery_id, DeliveryFactRow.fact_id.in_(fact_ids)
        )
    )


def tell_again(session: Session, at: Address, later_ids: Collection[int]) -> bool:
    """Forget that an address was told of changes to these facts; say whether it had been."""
    forgotten = session.execute(
        delete(ChangeToldRow).where(
            ChangeToldRow.chat_id == at.chat_id,
            ChangeToldRow.thread_id == at.thread_id,
            ChangeToldRow.later_id.in_(later_ids),
        )
    )
    assert isinstance(forgotten, CursorResult)
    return forgotten.rowcount > 0


def forget_withdrawals(
    session: Session, at: Address, delivery_id: int, fact_ids: Collection[int]
) -> None:
    """Forget that a delivery tells an address of facts withdrawn: they may be withdrawn again."""
    session.execute(
        delete(WithdrawalToldRow).where(
            WithdrawalToldRow.chat_id == at.chat_id,
            WithdrawalToldRow.thread_id == at.thread_id,
            WithdrawalToldRow.fact_id.in_(fact_ids),
            WithdrawalToldRow.delivery_id == delivery_id,
        )
    )
