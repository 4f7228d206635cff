"""What a load would set off: open questions answered, and messages to those who were shown more.

And which golden questions would be answered otherwise.

The load is placed inside a savepoint, looked at, and taken back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services import golden
from bot.services.gaps import Answerable, answered_by
from bot.services.golden import Changed
from bot.services.vocabularies import Vocabularies
from db.address import Address
from db.queries.changes import changes_to_tell
from db.queries.gaps import open_gaps
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.withdrawals import withdrawals_to_tell
from facts.links import LinkKind
from facts.reconcile.plan import DocumentPlan


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The open questions that a load would answer, and how many chats it would be told of.

    `golden` are the golden questions that would be answered otherwise.
    """

    answers: tuple[Answerable, ...] = ()
    told: int = 0
    golden: tuple[Changed, ...] = ()


def foresee(
    session: Session, now: datetime, place: Callable[[], object], plans: Sequence[DocumentPlan]
) -> Foreseen:
    """Return what `place` would set off; nothing of it stays."""
    touching = any(map(_touches, plans))
    asked = bool(open_gaps(session))
    questions = golden.kept_golden(session, now, most=golden.MOST_TRIED)
    if not (touching or asked or questions):
        return Foreseen()
    known = Vocabularies()
    before = {gap.gap_id for gap in answered_by(session, now, known)} if asked else set()
    questions = golden.touched_by(session, now, questions, plans, known)
    given = golden.given_now(session, now, questions, known)
    owed = _owed(session, now) if touching else set()
    trial = session.begin_nested()
    try:
        take_one(session, STORE_VERSION)
        place()
        session.flush()
        answers = answered_by(session, now, known) if asked else ()
        told = _owed(session, now) - owed if touching else set()
        otherwise = golden.given_now(session, now, questions, known)
        return Foreseen(
            tuple(gap for gap in answers if gap.gap_id not in before),
            len(told),
            golden.changed_by(questions, given, otherwise),
        )
    finally:
        trial.rollback()


def _touches(plan: DocumentPlan) -> bool:
    """Say whether a plan changes what somebody may have been shown."""
    return bool(plan.endings) or any(link.kind is not LinkKind.SIMILAR for link in plan.links)


def _owed(session: Session, now: datetime) -> set[tuple[str, Address]]:
    changes = changes_to_tell(session, now=now, addresses=None, since=now)
    withdrawn = withdrawals_to_tell(session, now=now, addresses=None, since=now)
    return {("change", at) for at in changes} | {("withdrawal", at) for at in withdrawn}
