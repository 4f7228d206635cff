"""Facts whose speaker or date a person put right, and which chats that saw them were not told."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import CursorResult, Subquery, delete, func, select
from sqlalchemy.orm import Session

from db.address import Address, address
from db.among import among, ids_of
from db.models import (
    DeliveryRow,
    FactRow,
    FixRow,
    MendingToldRow,
    RevisionRow,
    SightingRow,
)
from db.search.postings import stands
from facts.digests import Mending
from facts.fixing.fields import Field, Value

SHOWN_FIELDS = (Field.SPEAKER, Field.ROLE, Field.MOMENT)
SHOWN = FixRow.field.in_([field.value for field in SHOWN_FIELDS])
# When the field last changed: as it was set, or as that was put back.
CHANGED_AT = func.coalesce(FixRow.put_back_at, FixRow.at)
EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Setting:
    """A field of a fact in a document was set at a moment; `before` is what it held."""

    at: datetime
    field: Field
    before: Value
    document_id: int | None


def mendings_to_tell(
    session: Session,
    *,
    now: datetime,
    addresses: Sequence[Address] | None = None,
    since: datetime | None = None,
    fact_id: int | None = None,
) -> dict[Address, list[Mending]]:
    """Return, for each chat and thread, the facts shown there before a person put them right.

    One for each message that showed such a fact since the chat was last told of it. Of all chats
    when `addresses` is None; of what was put right since a moment when that is given.
    """
    changed = _changed(since, fact_id)
    told = (
        select(func.max(MendingToldRow.changed_at))
        .where(
            MendingToldRow.chat_id == SightingRow.chat_id,
            MendingToldRow.thread_id == func.coalesce(DeliveryRow.thread_id, 0),
            MendingToldRow.fact_id == SightingRow.fact_id,
        )
        .correlate(SightingRow, DeliveryRow)
        .scalar_subquery()
    )
    known = func.coalesce(told, EVER)
    wanted = [*stands(now), known < changed.c.at, DeliveryRow.created_at < changed.c.at]
    if addresses is not None:
        wanted.append(among(SightingRow.chat_id, ids_of({at.chat_id for at in addresses})))
    rows = session.execute(
        select(
            SightingRow.chat_id,
            DeliveryRow.thread_id,
            SightingRow.fact_id,
            DeliveryRow.created_at,
            changed.c.at,
            SightingRow.at,
        )
        .join(changed, changed.c.fact_id == SightingRow.fact_id)
        .join(FactRow, FactRow.id == SightingRow.fact_id)
        .join(DeliveryRow, DeliveryRow.id == SightingRow.delivery_id)
        .where(*wanted, DeliveryRow.created_at >= known)
        .order_by(SightingRow.fact_id, DeliveryRow.created_at)
    )
    found: dict[Address, list[Mending]] = defaultdict(list)
    for chat_id, thread_id, number, *moments in rows:
        found[address(chat_id, thread_id)].append(Mending(number, *moments))
    kept = found if addresses is None else set(addresses) & set(found)
    return {at: found[at] for at in sorted(kept)}


def settings_of(session: Session, fact_ids: Sequence[int]) -> dict[int, list[Setting]]:
    """Return, for each fact, how its speaker and dates were set and put back, newest first."""
    rows = session.execute(
        select(FixRow, RevisionRow.document_id)
        .join(RevisionRow, RevisionRow.id == FixRow.revision_id)
        .where(FixRow.fact_id.in_(fact_ids), SHOWN)
        .order_by(FixRow.id.desc())
    )
    found: dict[int, list[Setting]] = defaultdict(list)
    for row, document_id in rows:
        field, held = Field(row.field), found[row.fact_id or 0]
        if row.put_back_at is not None:
            held.append(Setting(row.put_back_at, field, row.value, document_id))
        held.append(Setting(row.at, field, row.before, document_id))
    return {
        fact_id: sorted(held, key=lambda one: one.at, reverse=True)
        for fact_id, held in found.items()
    }


def tell_mendings_again(session: Session, delivery_id: int) -> bool:
    """Forget that a delivery told of mendings, which is not sent; say whether it did."""
    forgotten = session.execute(
        delete(MendingToldRow).where(MendingToldRow.delivery_id == delivery_id)
    )
    assert isinstance(forgotten, CursorResult)
    return forgotten.rowcount > 0


def mending_states(session: Session, fact_id: int) -> list[tuple[Address, str | None]]:
    """Return who was told of how a fact was last put right, with the state of the delivery."""
    last = select(func.max(CHANGED_AT)).where(FixRow.fact_id == fact_id, SHOWN).scalar_subquery()
    rows = session.execute(
        select(MendingToldRow.chat_id, MendingToldRow.thread_id, DeliveryRow.state)
        .outerjoin(DeliveryRow, DeliveryRow.id == MendingToldRow.delivery_id)
        .where(MendingToldRow.fact_id == fact_id, MendingToldRow.changed_at == last)
        .order_by(MendingToldRow.chat_id, MendingToldRow.thread_id)
    )
    return [(Address(chat_id, thread_id), state) for chat_id, thread_id, state in rows]


def _changed(since: datetime | None, fact_id: int | None) -> Subquery:
    """Make a query for the facts that were put right, and when they were last."""
    changed = (
        select(FixRow.fact_id, func.max(CHANGED_AT).label("at"))
        .where(FixRow.fact_id.is_not(None), SHOWN)
        .group_by(FixRow.fact_id)
    )
    if fact_id is not None:
        changed = changed.where(FixRow.fact_id == fact_id)
    if since is not None:
        changed = changed.having(func.max(CHANGED_AT) >= since)
    return changed.subquery()
