"""What became of facts that chats were shown, and which of it they were not told yet."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, bindparam, exists, func, select
from sqlalchemy.orm import Session

from db.address import Address, address
from db.among import among, ids_of
from db.models import ChangeToldRow, DeliveryRow, FactLinkRow, FactRow, FixRow, SightingRow
from db.search.postings import stands
from facts.digests import Change
from facts.links import LinkKind

# Made once: every idle tick asks for it.
_SINCE = bindparam("since", type_=FactLinkRow.created_at.type)
_DRAWN = exists().where(
    FactLinkRow.kind != LinkKind.SIMILAR.value, FactLinkRow.created_at >= _SINCE
)
_ENDED = exists().where(FactRow.live_until.is_not(None), FactRow.live_until >= _SINCE)
_MENDED = exists().where((FixRow.at >= _SINCE) | (FixRow.put_back_at >= _SINCE))
_ANYTHING = select(_DRAWN | _ENDED | _MENDED)
EVER = datetime(1970, 1, 1, tzinfo=UTC)


def any_change_since(session: Session, since: datetime | None) -> bool:
    """Say whether a change was drawn, a fact ended or was put right since a moment, or ever."""
    return bool(session.scalar(_ANYTHING, {"since": since or EVER}))


def changes_to_tell(
    session: Session,
    *,
    now: datetime,
    addresses: Sequence[Address] | None,
    since: datetime | None,
) -> dict[Address, list[Change]]:
    """Return, for each chat and thread, what became of facts shown there and was not told yet.

    Of all when `addresses` is None; of links drawn since a moment when that is given. A chat that
    has seen the newer fact by itself is told only of a correction, and of that only if it was
    shown the fact before: afterwards it was shown as what no longer stands.
    """
    wanted = [FactLinkRow.kind != LinkKind.SIMILAR.value, *stands(now)]
    if addresses is not None:
        wanted.append(among(SightingRow.chat_id, ids_of({at.chat_id for at in addresses})))
    if since is not None:
        wanted.append(FactLinkRow.created_at >= since)
    columns = (
        SightingRow.chat_id,
        DeliveryRow.thread_id,
        FactLinkRow.kind,
        FactLinkRow.earlier_id,
        FactLinkRow.later_id,
        FactLinkRow.reason,
    )
    rows = session.execute(
        select(*columns, func.min(SightingRow.at))
        .join(FactLinkRow, FactLinkRow.earlier_id == SightingRow.fact_id)
        .join(FactRow, FactRow.id == FactLinkRow.later_id)
        .join(DeliveryRow, DeliveryRow.id == SightingRow.delivery_id)
        .where(*wanted, ~_told(), ~_met_by_itself(), shown_before())
        .group_by(*columns)
    )
    found: dict[Address, list[Change]] = defaultdict(list)
    for chat_id, thread_id, kind, earlier_id, later_id, reason, shown_at in rows:
        change = Change(LinkKind(kind), earlier_id, later_id, reason, shown_at)
        found[address(chat_id, thread_id)].append(change)
    kept = found if addresses is None else set(addresses) & set(found)
    return {at: found[at] for at in sorted(kept)}


def shown_before() -> ColumnElement[bool]:
    """Say that what was shown was written down before the fact was corrected."""
    before = DeliveryRow.created_at < FactLinkRow.created_at
    return (FactLinkRow.kind != LinkKind.CORRECTED.value) | before


def _told() -> ColumnElement[bool]:
    return exists().where(
        ChangeToldRow.chat_id == SightingRow.chat_id,
        ChangeToldRow.thread_id == func.coalesce(DeliveryRow.thread_id, 0),
        ChangeToldRow.earlier_id == FactLinkRow.earlier_id,
        ChangeToldRow.later_id == FactLinkRow.later_id,
    )


def _met_by_itself() -> ColumnElement[bool]:
    other = SightingRow.__table__.alias("other_sighting")
    met = exists().where(
        other.c.chat_id == SightingRow.chat_id, other.c.fact_id == FactLinkRow.later_id
    )
    return (FactLinkRow.kind != LinkKind.CORRECTED.value) & met
