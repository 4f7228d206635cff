"""Facts that ended after a message was written down."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from db.address import Address
from db.models import ChangeToldRow, DeliveryFactRow, FactRow


def ended_since(
    session: Session, delivery_id: int, written_at: datetime, now: datetime
) -> dict[int, str | None]:
    """Return the facts of a delivery that ended after it was written down, with the reasons."""
    rows = session.execute(
        select(FactRow.id, FactRow.end_reason)
        .join(DeliveryFactRow, DeliveryFactRow.fact_id == FactRow.id)
        .where(DeliveryFactRow.delivery_id == delivery_id)
        .where(FactRow.live_until > written_at, FactRow.live_until <= now)
        .order_by(FactRow.id)
    )
    return {row.id: row.end_reason for row in rows}


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
