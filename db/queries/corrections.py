"""Facts taken back by editors: the links drawn for it, and who was told of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, literal, select, update
from sqlalchemy.orm import Session

from db.address import Address
from db.inserting import insert_into
from db.models import (
    ChangeToldRow,
    CorrectionRow,
    DeliveryRow,
    FactLinkRow,
    FactRow,
    LoadRow,
    WithdrawalToldRow,
)
from db.queries.deliveries import FAILED, LEASED, SENDING, SENT, UNKNOWN, WAITING
from db.queries.sequences import STORE_VERSION, last_number, take_one
from db.queries.terms import chunks
from facts.links import LinkKind

ARRIVED = (SENT, UNKNOWN, SENDING)
CORRECTED = FactLinkRow.kind == LinkKind.CORRECTED.value


def add_bare_load(session: Session, now: datetime, *, name: str, actor: str) -> int:
    """Store an applied load that brings no document, so that it can be undone like any other."""
    load_id = take_one(session, "load")
    session.add(
        LoadRow(
            id=load_id,
            file_name=name,
            state="applied",
            plan={"documents": 0, "new": 0},
            store_version=last_number(session, STORE_VERSION),
            actor=actor,
            created_at=now,
            applied_at=now,
        )
    )
    session.flush()
    return load_id


def draw_corrected(
    session: Session, now: datetime, *, fact_id: int, later_id: int, reason: str, load_id: int
) -> dict[str, Any] | None:
    """Draw that one fact corrects another; return the link that the two had before."""
    pair = {(fact_id, later_id), (later_id, fact_id)}
    former = None
    for earlier, later in sorted(pair):
        known = session.get(FactLinkRow, (earlier, later))
        if known is not None:
            former = _kept(known)
            session.execute(
                delete(FactLinkRow).where(
                    FactLinkRow.earlier_id == earlier, FactLinkRow.later_id == later
                )
            )
            session.expunge(known)
    _draw(session, fact_id, later_id, reason, load_id, now)
    for earlier_id, why, drawn_at in _corrected_by(session, fact_id):
        if earlier_id != later_id and session.get(FactLinkRow, (earlier_id, later_id)) is None:
            # Drawn as of then: who was shown the first one later was shown it as overtaken.
            _draw(session, earlier_id, later_id, why or reason, load_id, drawn_at)
            _told_alike(session, earlier_id, fact_id, later_id)
    return former


def draw_again(session: Session, former: Mapping[str, Any] | None) -> None:
    """Draw a link again that a correction had taken the place of."""
    if former is None:
        return
    at = datetime.fromisoformat(former["created_at"])
    session.execute(insert(FactLinkRow).values(**{**former, "created_at": at}))


def correction_of_load(session: Session, load_id: int) -> CorrectionRow | None:
    """Return the correction that a load carried out, if it did."""
    return session.scalar(select(CorrectionRow).where(CorrectionRow.load_id == load_id))


def correction_of_fact(session: Session, fact_id: int) -> CorrectionRow | None:
    """Return the correction of a fact that holds, if an editor made one."""
    return session.scalar(
        select(CorrectionRow)
        .where(CorrectionRow.fact_id == fact_id, CorrectionRow.undone_at.is_(None))
        .order_by(CorrectionRow.id.desc())
        .limit(1)
    )


Told = tuple[Address, int, int | None, int | None]


def told_by_load(session: Session, load_id: int) -> list[Told]:
    """Return who was told of corrections that a load drew: address, fact, later fact, delivery."""
    rows = session.execute(
        select(
            ChangeToldRow.chat_id,
            ChangeToldRow.thread_id,
            ChangeToldRow.earlier_id,
            ChangeToldRow.later_id,
            ChangeToldRow.delivery_id,
        )
        .join(
            FactLinkRow,
            (FactLinkRow.earlier_id == ChangeToldRow.earlier_id)
            & (FactLinkRow.later_id == ChangeToldRow.later_id),
        )
        .where(FactLinkRow.load_id == load_id, CORRECTED)
    )
    return [(Address(chat, thread), fact, later, at) for chat, thread, fact, later, at in rows]


def told_gone(session: Session, fact_ids: Collection[int]) -> list[Told]:
    """Return who was told that facts were withdrawn, as they are now: a later fact is None."""
    found: list[Told] = []
    for chunk in chunks(sorted(fact_ids)):
        rows = session.execute(
            select(
                WithdrawalToldRow.chat_id,
                WithdrawalToldRow.thread_id,
                WithdrawalToldRow.fact_id,
                WithdrawalToldRow.delivery_id,
            )
            .join(FactRow, FactRow.id == WithdrawalToldRow.fact_id)
            .where(FactRow.id.in_(chunk), WithdrawalToldRow.ended_at == FactRow.live_until)
        )
        found += [(Address(chat, thread), fact, None, at) for chat, thread, fact, at in rows]
    return found


def not_begun(session: Session, delivery_ids: Iterable[int]) -> dict[int, str]:
    """Return those of the deliveries that nobody has begun to send, locked, with their kinds.

    One that is being begun just now is not waited for, and left out.
    """
    found: dict[int, str] = {}
    for chunk in chunks(sorted(set(delivery_ids))):
        free = (
            select(DeliveryRow.id, DeliveryRow.kind)
            .where(DeliveryRow.id.in_(chunk), DeliveryRow.state.in_((*WAITING, LEASED)))
            .with_for_update(skip_locked=True)
        )
        found.update((number, kind) for number, kind in session.execute(free))
    return found


def take_off(session: Session, now: datetime, delivery_ids: Iterable[int], reason: str) -> None:
    """Fail deliveries that nobody has begun to send."""
    for chunk in chunks(sorted(delivery_ids)):
        session.execute(
            update(DeliveryRow)
            .where(DeliveryRow.id.in_(chunk))
            .values(state=FAILED, failure=reason, settled_at=now, worker=None, lease_until=None)
        )


def not_failed(session: Session, delivery_ids: Iterable[int]) -> set[int]:
    """Return those of the deliveries that have arrived, or may."""
    kept: set[int] = set()
    for chunk in chunks(sorted(delivery_ids)):
        stands = (DeliveryRow.id.in_(chunk), DeliveryRow.state != FAILED)
        kept.update(session.scalars(select(DeliveryRow.id).where(*stands)))
    return kept


def add_withdrawals_told(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Store that chats were told of withdrawn facts in another message."""
    for chunk in chunks(rows, 1_000):
        told = insert_into(session, WithdrawalToldRow).values([dict(row) for row in chunk])
        session.execute(told.on_conflict_do_nothing())


def _kept(link: FactLinkRow) -> dict[str, Any]:
    return {
        "earlier_id": link.earlier_id,
        "later_id": link.later_id,
        "kind": link.kind,
        "reason": link.reason,
        "load_id": link.load_id,
        "created_at": link.created_at.isoformat(),
    }


def _draw(
    session: Session, fact_id: int, later_id: int, reason: str, load_id: int, at: datetime
) -> None:
    session.execute(
        insert(FactLinkRow).values(
            earlier_id=fact_id,
            later_id=later_id,
            kind=LinkKind.CORRECTED.value,
            reason=reason,
            load_id=load_id,
            created_at=at,
        )
    )


def _corrected_by(session: Session, fact_id: int) -> list[tuple[int, str | None, datetime]]:
    rows = session.execute(
        select(FactLinkRow.earlier_id, FactLinkRow.reason, FactLinkRow.created_at)
        .where(FactLinkRow.later_id == fact_id, CORRECTED)
        .order_by(FactLinkRow.earlier_id)
    )
    return [(earlier, reason, at) for earlier, reason, at in rows]


def _told_alike(session: Session, earlier_id: int, before_id: int, later_id: int) -> None:
    """Who was told of the one before is told of it, and has to be told only what became of that."""
    told = (
        select(
            ChangeToldRow.chat_id,
            ChangeToldRow.thread_id,
            ChangeToldRow.earlier_id,
            literal(later_id),
            ChangeToldRow.delivery_id,
            ChangeToldRow.told_at,
        )
        .join(DeliveryRow, DeliveryRow.id == ChangeToldRow.delivery_id)
        .where(ChangeToldRow.earlier_id == earlier_id, ChangeToldRow.later_id == before_id)
        .where(DeliveryRow.state.in_(ARRIVED))
    )
    columns = ["chat_id", "thread_id", "earlier_id", "later_id", "delivery_id", "told_at"]
    session.execute(insert(ChangeToldRow).from_select(columns, told))
