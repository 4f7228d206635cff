"""Facts that ended after a message was written down."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from db.address import Address
from db.models import ChangeToldRow, DeliveryFactRow, DeliveryRow, FactRow


def ended_since(
    session: Session, delivery_ids: Sequence[int], now: datetime
) -> dict[int, dict[int, str | None]]:
    """Return the facts of deliveries that ended after these were written down, with the reasons."""
    rows = session.execute(
        select(DeliveryRow.id, FactRow.id, FactRow.end_reason)
        .join(DeliveryFactRow, DeliveryFactRow.delivery_id == DeliveryRow.id)
        .join(FactRow, FactRow.id == DeliveryFactRow.fact_id)
        .where(DeliveryRow.id.in_(delivery_ids))
        .where(FactRow.live_until > DeliveryRow.created_at, FactRow.live_until <= now)
        .order_by(FactRow.id)
    )
    ended: dict[int, dict[int, str | None]] = defaultdict(dict)
    for delivery_id, fact_id, reason in rows:
        ended[delivery_id][fact_id] = reason
    return ended


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
