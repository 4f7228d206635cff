"""Rulings between facts that differ, and the pairs that are still to be ruled on."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select, union
from sqlalchemy.orm import Session

from db.among import among, ids_named, ids_of
from db.models import AnswerFactRow, AnswerRow, FactLinkRow, FactRow, RulingRow
from db.often import Often
from facts.answering.types import Bearing, Status
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

_ANY = Often(select(RulingRow.__table__.c.id).where(_HOLDS).limit(1))

# So many facts of answers that gave a conflict are looked at for what differs.
MOST_LOOKED_AT = 2_000
Pair = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class Differing:
    """Two standing facts that differ, why if a load found it, and the ruling that holds."""

    earlier_id: int
    later_id: int
    reason: str | None
    ruling: RulingRow | None


def rulings_around(session: Session, fact_ids: Sequence[int]) -> Sequence[RulingRow]:
    """Return the rulings on these facts, and on those they were ruled against, oldest first."""
    session.flush()
    if not fact_ids or not _ANY.rows(session, {}):
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

    A load found them to differ, or an answer gave them side by side. Of one pair, either way
    round, whether it is ruled on or not, when that is given.
    """
    wanted = frozenset(pair) if pair else None
    found: dict[frozenset[int], Pair] = {}
    for each in (*_linked(session), *_answered(session, wanted), *_decided(session)):
        ends = frozenset(each[:2])
        if wanted in (None, ends):
            found.setdefault(ends, each)
    still = _standing(session, {end for ends in found for end in ends})
    held = select(RulingRow).where(_HOLDS, among(_ONE, ids_of(still)))
    rulings = {frozenset((row.one_id, row.other_id)): row for row in session.scalars(held)}
    return [
        Differing(*each, rulings.get(ends))
        for ends, each in found.items()
        if ends <= still and (wanted or (ends in rulings) is ruled)
    ]


def _linked(session: Session) -> Iterator[Pair]:
    ends = FactLinkRow.earlier_id, FactLinkRow.later_id
    rows = session.execute(
        select(*ends, FactLinkRow.reason)
        .where(FactLinkRow.kind == LinkKind.DIFFERS.value)
        .order_by(FactLinkRow.created_at.desc(), *ends)
    )
    return ((earlier, later, reason) for earlier, later, reason in rows)


def _answered(session: Session, wanted: frozenset[int] | None) -> Iterator[Pair]:
    """Give the facts that answers gave side by side as what differs, newest answers first."""
    rows = (
        select(AnswerFactRow.answer_id, AnswerFactRow.fact_id, AnswerFactRow.words)
        .join(AnswerRow, AnswerRow.id == AnswerFactRow.answer_id)
        .where(AnswerRow.status == Status.CONFLICT.value)
        .order_by(AnswerRow.id.desc(), AnswerFactRow.rank)
    )
    if wanted:
        with_it = select(AnswerFactRow.answer_id).where(AnswerFactRow.fact_id.in_(wanted))
        rows = rows.where(AnswerRow.id.in_(with_it))
    first: dict[int, int] = {}
    for answer_id, fact_id, words in session.execute(rows.limit(MOST_LOOKED_AT)):
        best = first.setdefault(answer_id, fact_id)
        if best != fact_id and (words or {}).get("bearing") == Bearing.DIFFERS.value:
            yield min(best, fact_id), max(best, fact_id), None


def _decided(session: Session) -> Iterator[Pair]:
    rows = session.execute(select(_ONE, _OTHER).order_by(RulingRow.id.desc()))
    return ((one, other, None) for one, other in rows)


def _standing(session: Session, fact_ids: Collection[int]) -> set[int]:
    still = select(FactRow.id).where(among(FactRow.id, ids_of(fact_ids)))
    return set(session.scalars(still.where(FactRow.live_until.is_(None))))
