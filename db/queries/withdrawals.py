"""Facts that were withdrawn without a replacement, and which chats that saw them were not told."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from db.address import Address, address
from db.among import among, ids_of
from db.models import (
    DeliveryFactRow,
    DeliveryRow,
    FactLinkRow,
    FactRow,
    PassageRow,
    SightingRow,
    WithdrawalToldRow,
)
from facts.digests import Withdrawal
from facts.links import LinkKind

EXPIRED = "expired"


def withdrawals_to_tell(
    session: Session,
    *,
    now: datetime,
    addresses: Sequence[Address] | None,
    since: datetime | None,
) -> dict[Address, list[Withdrawal]]:
    """Return, for each chat and thread, the facts shown there as standing that were withdrawn.

    Of all when `addresses` is None; of facts that ended since a moment when that is given.
    What was written down after the fact had ended (a receipt, a passage looked up) showed no
    standing fact.
    """
    wanted = _taken_back(now)
    if addresses is not None:
        wanted.append(among(SightingRow.chat_id, ids_of({at.chat_id for at in addresses})))
    if since is not None:
        wanted.append(FactRow.live_until >= since)
    rows = session.execute(
        select(
            SightingRow.chat_id,
            DeliveryRow.thread_id,
            FactRow.id,
            func.max(DeliveryFactRow.passage_id),
            FactRow.end_reason,
            FactRow.live_until,
            func.min(SightingRow.at),
        )
        .join(FactRow, FactRow.id == SightingRow.fact_id)
        .join(DeliveryRow, DeliveryRow.id == SightingRow.delivery_id)
        .join(
            DeliveryFactRow,
            (DeliveryFactRow.delivery_id == DeliveryRow.id)
            & (DeliveryFactRow.fact_id == FactRow.id),
        )
        .where(*wanted, DeliveryRow.created_at < FactRow.live_until, ~_told(), ~_replaced())
        .group_by(
            SightingRow.chat_id,
            DeliveryRow.thread_id,
            FactRow.id,
            FactRow.end_reason,
            FactRow.live_until,
        )
        .order_by(FactRow.id)
    )
    found: dict[Address, list[Withdrawal]] = defaultdict(list)
    for chat_id, thread_id, fact_id, passage_id, reason, ended_at, shown_at in rows:
        if ended_at is not None:
            gone = Withdrawal(fact_id, passage_id, reason, ended_at, shown_at)
            found[address(chat_id, thread_id)].append(gone)
    kept = found if addresses is None else set(addresses) & set(found)
    return {at: found[at] for at in sorted(kept)}


def _taken_back(now: datetime) -> list[ColumnElement[bool]]:
    """Say that a fact ended otherwise than by running out: that was right while it stood."""
    ended = FactRow.end_reason.is_distinct_from(EXPIRED)
    return [FactRow.live_until.is_not(None), FactRow.live_until <= now, ended]


def _told() -> ColumnElement[bool]:
    """Say that the chat was told since it was shown the fact, which may have stood again."""
    return exists().where(
        WithdrawalToldRow.chat_id == SightingRow.chat_id,
        WithdrawalToldRow.thread_id == func.coalesce(DeliveryRow.thread_id, 0),
        WithdrawalToldRow.fact_id == FactRow.id,
        (WithdrawalToldRow.told_at >= DeliveryRow.created_at)
        | (WithdrawalToldRow.ended_at == FactRow.live_until),
    )


def _replaced() -> ColumnElement[bool]:
    """Say that another fact stands in its place: told as a change, or only put in other words."""
    later = aliased(FactRow)
    same_load = exists().where(
        PassageRow.fact_id == FactRow.id, PassageRow.ended_by == FactLinkRow.load_id
    )
    anew = FactLinkRow.kind.in_([LinkKind.UPDATED.value, LinkKind.SIMILAR.value]) & same_load
    return (
        exists()
        .where(
            FactLinkRow.earlier_id == FactRow.id,
            later.id == FactLinkRow.later_id,
            later.live_until.is_(None),
            (FactLinkRow.kind == LinkKind.CORRECTED.value) | anew,
        )
        .correlate(FactRow)
    )
