"""Whom a correction has reached: every place where the fact was shown, and what became of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.address import Address, address
from db.models import (
    ChangeToldRow,
    CorrectionRow,
    DeliveryFactRow,
    DeliveryRow,
    FactLinkRow,
    FactRow,
    LoadRow,
    SightingRow,
    WithdrawalToldRow,
)
from db.queries.deliveries import FAILED, SENT, UNKNOWN
from db.queries.subscriptions import blocked_among
from facts.links import LinkKind

REACHED, ON_THE_WAY, BLOCKED, BROKEN, LATER = "reached", "on-the-way", "blocked", "failed", "later"
# The first of these holds for an address that was told more than once.
_BEST = (REACHED, UNKNOWN, ON_THE_WAY, BLOCKED, BROKEN, LATER)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many places were shown a fact, what became of telling them, and of the marks."""

    shown: int
    states: dict[str, int]
    marks: dict[str, int]


@dataclass(frozen=True, slots=True)
class TakenBackFact:
    """A fact that was corrected or withdrawn: by what, why, by whom, when, by which load."""

    fact_id: int
    later_id: int | None
    reason: str | None
    by: str
    at: datetime
    load_id: int
    by_document: bool
    undone_at: datetime | None = None


def reach_of(session: Session, fact_id: int, since: datetime) -> Reach:
    """Return whom the taking back of a fact at a moment has reached."""
    shown = _shown(session, fact_id, since)
    told = ranked(session, [(at, state) for at, state in _told(session, fact_id) if at in shown])
    counts = Counter({**dict.fromkeys(shown, LATER), **told}.values())
    return Reach(
        len(shown),
        {name: counts[name] for name in _BEST if counts[name]},
        _marks(session, fact_id, since),
    )


def ranked(session: Session, told: Sequence[tuple[Address, str | None]]) -> dict[Address, str]:
    """Return what became of telling each address, the best of it, by the states of deliveries."""
    blocked = blocked_among(session, sorted({at.chat_id for at, _ in told}))
    states: dict[Address, str] = {}
    for at, state in told:
        named = _named(state)
        named = BLOCKED if named == BROKEN and at.chat_id in blocked else named
        states[at] = min(states.get(at, LATER), named, key=_BEST.index)
    return states


def newest_taken_back(
    session: Session, *, most: int, fact_id: int | None = None
) -> list[TakenBackFact]:
    """Return the facts taken back last, by editors and by documents, the newest first."""
    found = [*_by_editors(session, most, fact_id), *_by_documents(session, most, fact_id)]
    return sorted(found, key=lambda one: (one.at, one.fact_id), reverse=True)[:most]


def _by_editors(session: Session, most: int, fact_id: int | None) -> Iterable[TakenBackFact]:
    rows = select(CorrectionRow).order_by(CorrectionRow.id.desc()).limit(most)
    if fact_id is not None:
        rows = rows.where(CorrectionRow.fact_id == fact_id)
    for row in session.scalars(rows):
        yield TakenBackFact(
            row.fact_id,
            row.later_id,
            row.reason,
            row.made_by,
            row.made_at,
            row.load_id,
            by_document=False,
            undone_at=row.undone_at,
        )


def _by_documents(session: Session, most: int, fact_id: int | None) -> Iterable[TakenBackFact]:
    editors = select(CorrectionRow.load_id)
    rows = (
        select(FactLinkRow, LoadRow.actor)
        .join(LoadRow, LoadRow.id == FactLinkRow.load_id)
        .where(FactLinkRow.kind == LinkKind.CORRECTED.value, FactLinkRow.load_id.not_in(editors))
        .order_by(FactLinkRow.created_at.desc(), FactLinkRow.earlier_id)
        .limit(most)
    )
    if fact_id is not None:
        rows = rows.where(FactLinkRow.earlier_id == fact_id)
    for link, actor in session.execute(rows):
        yield TakenBackFact(
            link.earlier_id,
            link.later_id,
            link.reason,
            actor,
            link.created_at,
            link.load_id,
            by_document=True,
        )


def _shown(session: Session, fact_id: int, before: datetime) -> set[Address]:
    rows = session.execute(
        select(SightingRow.chat_id, DeliveryRow.thread_id)
        .join(DeliveryRow, DeliveryRow.id == SightingRow.delivery_id)
        .where(SightingRow.fact_id == fact_id, DeliveryRow.created_at < before)
        .distinct()
    )
    return {address(chat_id, thread_id) for chat_id, thread_id in rows}


def _told(session: Session, fact_id: int) -> Iterable[tuple[Address, str | None]]:
    changed = (
        select(ChangeToldRow.chat_id, ChangeToldRow.thread_id, DeliveryRow.state)
        .join(
            FactLinkRow,
            (FactLinkRow.earlier_id == ChangeToldRow.earlier_id)
            & (FactLinkRow.later_id == ChangeToldRow.later_id),
        )
        .outerjoin(DeliveryRow, DeliveryRow.id == ChangeToldRow.delivery_id)
        .where(ChangeToldRow.earlier_id == fact_id, FactLinkRow.kind == LinkKind.CORRECTED.value)
    )
    gone = (
        select(WithdrawalToldRow.chat_id, WithdrawalToldRow.thread_id, DeliveryRow.state)
        .join(FactRow, FactRow.id == WithdrawalToldRow.fact_id)
        .outerjoin(DeliveryRow, DeliveryRow.id == WithdrawalToldRow.delivery_id)
        .where(FactRow.id == fact_id, WithdrawalToldRow.ended_at == FactRow.live_until)
    )
    for chat_id, thread_id, state in session.execute(changed.union_all(gone)):
        yield Address(chat_id, thread_id), state


def _named(state: str | None) -> str:
    if state in {None, FAILED}:
        return BROKEN
    return REACHED if state == SENT else UNKNOWN if state == UNKNOWN else ON_THE_WAY


def _marks(session: Session, fact_id: int, since: datetime) -> dict[str, int]:
    rows = session.execute(
        select(DeliveryRow.state, func.count())
        .join(DeliveryFactRow, DeliveryFactRow.delivery_id == DeliveryRow.id)
        .where(DeliveryFactRow.fact_id == fact_id, DeliveryRow.kind == "correction")
        .where(DeliveryRow.edits_message_id.is_not(None), DeliveryRow.created_at >= since)
        .group_by(DeliveryRow.state)
    )
    counts: Counter[str] = Counter()
    for state, count in rows:
        counts[_named(state)] += count
    return {name: counts[name] for name in _BEST if counts[name]}
