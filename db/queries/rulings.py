"""Rulings between facts that differ, and the pairs that are still to be ruled on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select, union
from sqlalchemy.orm import Session, aliased

from db.among import among, ids_named
from db.models import FactLinkRow, FactRow, RulingRow
from facts.links import LinkKind

# Made once: every answer asks for these.
_IDS = ids_named("ids")
_ONE, _OTHER, _HOLDS = RulingRow.one_id, RulingRow.other_id, RulingRow.revoked_at.is_(None)
_AGAINST = union(
    select(_OTHER).where(among(_ONE, _IDS), _HOLDS), select(_ONE).where(among(_OTHER, _IDS), _HOLDS)
)
_AROUND = (
    select(RulingRow)
    .where(or_(*(among(end, _IDS) | end.in_(_AGAINST) for end in (_ONE, _OTHER))), _HOLDS)
    .order_by(RulingRow.id)
)


@dataclass(frozen=True, slots=True)
class Differing:
    """Two standing facts that a load found to differ, the reason, and the ruling that holds."""

    earlier_id: int
    later_id: int
    reason: str | None
    ruling: RulingRow | None


def rulings_around(session: Session, fact_ids: Sequence[int]) -> Sequence[RulingRow]:
    """Return the rulings on these facts, and on those they were ruled against, oldest first."""
    if not fact_ids:
        return ()
    return session.scalars(_AROUND, {"ids": fact_ids}).all()


def ruling_between(session: Session, one: int, other: int) -> RulingRow | None:
    """Return the ruling that holds between two facts, locked."""
    pair = sorted((one, other))
    return session.scalar(
        select(RulingRow)
        .where(RulingRow.one_id == pair[0], RulingRow.other_id == pair[1])
        .where(RulingRow.revoked_at.is_(None))
        .with_for_update()
    )


def differing(
    session: Session, *, ruled: bool, pair: tuple[int, int] | None = None
) -> list[Differing]:
    """Return the pairs of standing facts that differ, ruled on or not, the newest first.

    Of one pair, either way round, when that is given.
    """
    later, earlier = aliased(FactRow), aliased(FactRow)
    low = func.least if session.get_bind().dialect.name == "postgresql" else func.min
    high = func.greatest if session.get_bind().dialect.name == "postgresql" else func.max
    ends = FactLinkRow.earlier_id, FactLinkRow.later_id
    holding = (
        (RulingRow.one_id == low(*ends))
        & (RulingRow.other_id == high(*ends))
        & RulingRow.revoked_at.is_(None)
    )
    found = (
        select(*ends, FactLinkRow.reason, RulingRow)
        .join(earlier, earlier.id == FactLinkRow.earlier_id)
        .join(later, later.id == FactLinkRow.later_id)
        .outerjoin(RulingRow, holding)
        .where(FactLinkRow.kind == LinkKind.DIFFERS.value)
        .where(earlier.live_until.is_(None), later.live_until.is_(None))
        .order_by(FactLinkRow.created_at.desc(), *ends)
    )
    if pair is None:
        held = RulingRow.id.is_not(None)
        found = found.where(held if ruled else ~held)
    else:
        found = found.where(FactLinkRow.earlier_id.in_(pair), FactLinkRow.later_id.in_(pair))
    return [Differing(*row) for row in session.execute(found)]
