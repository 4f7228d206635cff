"""What a load would set off: open questions answered, and messages to those who were shown more.

And which golden questions would be answered otherwise.

The load is placed inside a savepoint, looked at, and taken back.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services import golden
from bot.services.gaps import Answerable, answered_by
from bot.services.golden import Changed
from bot.services.vocabularies import Vocabularies
from db.address import Address
from db.queries.changes import changes_to_tell
from db.queries.gaps import open_gaps
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.visibility import labels_of_facts
from db.queries.withdrawals import withdrawals_to_tell
from db.viewer import LABELS
from facts.links import LinkKind
from facts.reconcile.plan import DocumentPlan

# What is told, where, and of which facts (the same twice: of one).
_Owed = tuple[str, Address, int, int]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The open questions that a load would answer, and how many chats would be told of it.

    `told` is that by label: of what those see who are cleared up to it. `golden` are the golden
    questions that would be answered otherwise.
    """

    answers: tuple[Answerable, ...] = ()
    told: Mapping[str, int] = field(default_factory=dict)
    golden: tuple[Changed, ...] = ()


def foresee(
    session: Session,
    now: datetime,
    place: Callable[[], object],
    plans: Sequence[DocumentPlan],
    *,
    today: date,
) -> Foreseen:
    """Return what `place` would set off; nothing of it stays.

    `today` is the desk's date, on which golden questions are asked.
    """
    touching = any(map(_touches, plans))
    asked = bool(open_gaps(session))
    questions = golden.kept_golden(session, now, most=golden.MOST_TRIED)
    if not (touching or asked or questions):
        return Foreseen()
    known = Vocabularies()
    before = {gap.gap_id for gap in answered_by(session, now, known)} if asked else set()
    questions = golden.touched_by(session, today, questions, plans, known)
    given = golden.given_now(session, now, questions, known, today=today)
    owed = _owed(session, now) if touching else set()
    trial = session.begin_nested()
    try:
        take_one(session, STORE_VERSION)
        place()
        session.flush()
        answers = answered_by(session, now, known) if asked else ()
        told = _told(session, _owed(session, now), owed) if touching else {}
        otherwise = golden.given_now(session, now, questions, known, today=today)
        return Foreseen(
            tuple(gap for gap in answers if gap.gap_id not in before),
            told,
            golden.changed_by(questions, given, otherwise),
        )
    finally:
        trial.rollback()


def _touches(plan: DocumentPlan) -> bool:
    """Say whether a plan changes what somebody may have been shown."""
    return bool(plan.endings) or any(link.kind is not LinkKind.SIMILAR for link in plan.links)


def _owed(session: Session, now: datetime) -> set[_Owed]:
    changes = changes_to_tell(session, now=now, addresses=None, since=now)
    withdrawn = withdrawals_to_tell(session, now=now, addresses=None, since=now)
    return {
        *(("change", at, c.earlier_id, c.later_id) for at, all_ in changes.items() for c in all_),
        *(("withdrawal", at, w.fact_id, w.fact_id) for at, all_ in withdrawn.items() for w in all_),
    }


def _told(session: Session, owed: Set[_Owed], before: Set[_Owed]) -> dict[str, int]:
    """Return how many are owed something that were owed nothing before, by label."""
    served = {(kind, at) for kind, at, *_ in before}
    fresh = [each for each in owed if each[:2] not in served]
    labels = labels_of_facts(session, (fact_id for each in fresh for fact_id in each[2:]))
    seen: dict[str, set[tuple[str, Address]]] = {label: set() for label in LABELS}
    for kind, at, earlier, later in fresh:
        highest = max(labels[earlier], labels[later], key=LABELS.index)
        for label in LABELS[LABELS.index(highest) :]:
            seen[label].add((kind, at))
    return {label: len(chats) for label, chats in seen.items()}
