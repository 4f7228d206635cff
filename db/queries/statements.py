"""What a load of one statement came to, and what is asked of a fact before it is taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import (
    CorrectionRow,
    DeliveryFactRow,
    DeliveryRow,
    FactLinkRow,
    FactRow,
    PassageRow,
)
from db.queries.standing import STANDING
from facts.links import LinkKind


def fact_of_load(session: Session, load_id: int) -> tuple[int, int]:
    """Return the fact that a load of one statement placed, and its document."""
    placed = select(PassageRow.fact_id, PassageRow.document_id).where(PassageRow.load_id == load_id)
    fact_id, document_id = session.execute(placed.order_by(PassageRow.id).limit(1)).one()
    return fact_id, document_id


def fact_locked(session: Session, fact_id: int) -> FactRow | None:
    """Return a fact, locked until the end of the transaction."""
    return session.scalar(select(FactRow).where(FactRow.id == fact_id).with_for_update())


def newest_passage(session: Session, fact_id: int) -> int | None:
    """Return the passage that states a fact now, or did last."""
    return session.scalar(
        select(PassageRow.id)
        .where(PassageRow.fact_id == fact_id)
        .order_by(PassageRow.live_until.is_not(None), PassageRow.id.desc())
        .limit(1)
    )


def passages_stating(session: Session, fact_id: int) -> list[int]:
    """Return the passages that state a fact now."""
    now = select(PassageRow.id).where(PassageRow.fact_id == fact_id, STANDING)
    return list(session.scalars(now.order_by(PassageRow.id)))


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How a fact was taken back: what stands in its place, why, by which load, and when."""

    later_id: int | None
    reason: str | None
    load_id: int
    at: datetime


def taken_back(session: Session, fact_id: int) -> TakenBack | None:
    """Return how a fact was corrected or withdrawn, the last time; None when it was not."""
    link = session.scalar(
        select(FactLinkRow)
        .where(FactLinkRow.earlier_id == fact_id, FactLinkRow.kind == LinkKind.CORRECTED.value)
        .order_by(FactLinkRow.created_at.desc())
        .limit(1)
    )
    if link is not None:
        return TakenBack(link.later_id, link.reason, link.load_id, link.created_at)
    row = session.scalar(
        select(CorrectionRow)
        .where(CorrectionRow.fact_id == fact_id, CorrectionRow.undone_at.is_(None))
        .order_by(CorrectionRow.id.desc())
        .limit(1)
    )
    return TakenBack(None, row.reason, row.load_id, row.made_at) if row else None


def facts_shown_in(session: Session, chat_id: int, message_id: int) -> list[int]:
    """Return the standing facts that a message of ours showed last."""
    last = (
        select(DeliveryRow.id)
        .where(DeliveryRow.chat_id == chat_id, DeliveryRow.message_id == message_id)
        .order_by(DeliveryRow.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    shown = (
        select(DeliveryFactRow.fact_id)
        .join(FactRow, FactRow.id == DeliveryFactRow.fact_id)
        .where(DeliveryFactRow.delivery_id == last, FactRow.live_until.is_(None))
        .order_by(DeliveryFactRow.fact_id)
    )
    return list(session.scalars(shown))


def facts_touched_by(session: Session, load_id: int) -> list[int]:
    """Return the facts whose passages a load placed or ended, whether they stand or not."""
    of_load = or_(PassageRow.load_id == load_id, PassageRow.ended_by == load_id)
    return list(session.scalars(select(PassageRow.fact_id).where(of_load).distinct()))


def facts_of_load(session: Session, load_id: int) -> list[int]:
    """Return the facts that a load of several statements placed, in their order."""
    placed = select(PassageRow.fact_id).where(PassageRow.load_id == load_id, STANDING)
    return list(dict.fromkeys(session.scalars(placed.order_by(PassageRow.start))))
