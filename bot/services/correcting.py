"""An editor takes a fact back: corrected by other words, or withdrawn with nothing in its place.

It is a load like any other: passages end, a link is drawn, and undoing the load undoes it. Those
who were shown the fact are told by the same ticks as for a correction that a document brings.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.services.desk import Statement, stand, write_down
from bot.services.planning import CORRECTS
from bot.services.rephrasing import carry_phrasings
from bot.services.undoing import Undone, undo
from bot.views.texts import say
from db.models import CorrectionRow, FactRow, LoadRow
from db.queries.audit import record
from db.queries.clearances import viewer_of_actor
from db.queries.corrections import add_bare_load, correction_of_fact, draw_corrected
from db.queries.gaps import reopen_answered
from db.queries.quotes import quotes
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.standing import end_passages, end_unstated
from db.queries.statements import (
    fact_locked,
    newest_passage,
    passages_stating,
    taken_back,
)
from db.queries.visibility import labels_of_facts
from db.viewer import EVERYTHING, LABELS, Viewer
from facts.errors import BriefingError
from facts.quote import Quote
from facts.reconcile.identity import normal

LONGEST_REASON = 500
UNDONE_WITHIN = timedelta(days=1)


class CorrectionRefused(BriefingError):
    """A fact cannot be corrected, withdrawn or given back, or not in this way."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor wants done to a fact: who, why, and on which local day.

    Its right words are `words`, or the fact `by`; with neither it is withdrawn.
    """

    fact_id: int
    reason: str
    actor: str
    day: date
    words: str | None = None
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A fact that was taken back, with what stands in its place and the load that did it."""

    fact_id: int
    later_id: int | None
    load_id: int


def fact_to_correct(session: Session, now: datetime, *, fact_id: int, viewer: Viewer) -> Quote:
    """Return a standing fact as it is quoted; raise CorrectionRefused when there is none."""
    passage = newest_passage(session, fact_id)
    shown = quotes(session, [passage], viewer=viewer) if passage is not None else []
    if not shown:
        raise CorrectionRefused(say("correct-no-fact", id=str(fact_id)))
    if not shown[0].standing:
        raise CorrectionRefused(_gone(session, fact_id))
    return shown[0]


def check(session: Session, now: datetime, *, wish: Wish, viewer: Viewer) -> Quote:
    """Return the fact that a wish is about; raise CorrectionRefused when it cannot be done."""
    old = fact_to_correct(session, now, fact_id=wish.fact_id, viewer=viewer)
    check_reason(wish.reason)
    if wish.by is not None:
        if wish.by == wish.fact_id:
            raise CorrectionRefused(say("correct-itself"))
        fact_to_correct(session, now, fact_id=wish.by, viewer=viewer)
        _refuse_hidden(session, wish.fact_id, wish.by)
    if wish.words is not None and normal(wish.words) == normal(old.text):
        raise CorrectionRefused(say("correct-same-words"))
    return old


def check_reason(reason: str) -> str:
    """Return a reason as it is kept; raise CorrectionRefused when it is empty or too long."""
    kept = " ".join(reason.split())
    if not kept:
        raise CorrectionRefused(say("reason-empty"))
    if len(kept) > LONGEST_REASON:
        raise CorrectionRefused(say("reason-long", most=str(LONGEST_REASON)))
    return kept


def put_forward(session: Session, now: datetime, *, wish: Wish, viewer: Viewer) -> int:
    """Write the right words of a fact down as a statement that another editor has to add.

    Returns its load; raises CorrectionRefused, or StatementRefused for the words.
    """
    old = check(session, now, wish=wish, viewer=viewer)
    load_id = _load(session, now, wish)
    load = session.get_one(LoadRow, load_id)
    load.visibility = session.get_one(FactRow, old.fact_id).visibility
    load.plan = {**load.plan, CORRECTS: {"fact": old.fact_id, "reason": check_reason(wish.reason)}}
    return load_id


def take_back_as_put_forward(
    session: Session, now: datetime, *, load: LoadRow, words: str, actor: str
) -> Corrected:
    """Correct a fact as it was put forward; `actor` is who agrees. Raises as `take_back` does."""
    told = load.plan[CORRECTS]
    day = load.created_at.date()
    wish = Wish(told["fact"], told["reason"], load.actor, day, words=words)
    viewer = viewer_of_actor(session, actor)
    return take_back(session, now, wish=wish, viewer=viewer, load_id=load.id, agreed_by=actor)


def take_back(
    session: Session,
    now: datetime,
    *,
    wish: Wish,
    viewer: Viewer,
    load_id: int | None = None,
    agreed_by: str | None = None,
) -> Corrected:
    """Correct or withdraw a fact; raises CorrectionRefused, or StatementRefused for its words.

    Of two editors at once the second is told what the first did. `load_id` is the load of the
    words, where they wait already, and `agreed_by` who lets them stand.
    """
    take_one(session, STORE_VERSION)
    fact = fact_locked(session, wish.fact_id)
    old = check(session, now, wish=wish, viewer=viewer)
    assert fact is not None
    reason, visibility = check_reason(wish.reason), fact.visibility
    load_id = load_id or _load(session, now, wish)
    end_passages(session, passages_stating(session, old.fact_id), load_id=load_id, now=now)
    end_unstated(session, {old.fact_id: reason}, now=now)
    later_id = wish.by
    if wish.words is not None:
        by = agreed_by or wish.actor
        later_id = stand(session, now, load_id, by, visibility=visibility).fact_id
    if later_id is None:
        reopen_answered(session, [old.fact_id])
    former = None
    if later_id is not None:
        carry_phrasings(session, now, gone=[old.fact_id], made=[later_id])
        former = draw_corrected(
            session, now, fact_id=old.fact_id, later_id=later_id, reason=reason, load_id=load_id
        )
    session.add(
        CorrectionRow(
            fact_id=old.fact_id,
            later_id=later_id,
            load_id=load_id,
            reason=reason,
            former=former,
            made_by=wish.actor,
            made_at=now,
            undone_by=None,
            undone_at=None,
        )
    )
    _record(session, now, wish, fact, Corrected(old.fact_id, later_id, load_id), reason)
    return Corrected(old.fact_id, later_id, load_id)


def give_back(
    session: Session, now: datetime, *, fact_id: int, actor: str, viewer: Viewer = EVERYTHING
) -> Undone:
    """Take a correction or withdrawal back within a day: the fact stands again.

    Raises CorrectionRefused when there is none, or it is older.
    """
    seen = labels_of_facts(session, [fact_id]).get(fact_id) in viewer.labels
    row = correction_of_fact(session, fact_id) if seen else None
    if row is None:
        raise CorrectionRefused(say("correct-nothing-to-undo", id=str(fact_id)))
    if now - row.made_at > UNDONE_WITHIN:
        raise CorrectionRefused(say("correct-undo-late"))
    return undo(session, now, load_id=row.load_id, actor=actor)


def _refuse_hidden(session: Session, fact_id: int, by: int) -> None:
    """Refuse to point to what fewer people may see: the others could not be told what holds."""
    old, new = (session.get_one(FactRow, each).visibility for each in (fact_id, by))
    if LABELS.index(new) > LABELS.index(old):
        raise CorrectionRefused(say("correct-hidden", id=str(fact_id), by=str(by)))


def _load(session: Session, now: datetime, wish: Wish) -> int:
    if wish.words is not None:
        note = Statement(wish.words, say("desk-correction"), wish.actor, wish.day)
        return write_down(session, now, note)
    name = "correction" if wish.by is not None else "withdrawal"
    return add_bare_load(session, now, name=f"{name} of fact {wish.fact_id}", actor=wish.actor)


def _record(
    session: Session, now: datetime, wish: Wish, fact: FactRow, done: Corrected, reason: str
) -> None:
    after = session.get(FactRow, done.later_id) if done.later_id is not None else None
    record(
        session,
        now,
        actor=wish.actor,
        verb="correct" if after else "withdraw",
        subject=f"fact {done.fact_id}",
        particulars={
            "before": fact.text,
            "after": after.text if after else None,
            "later": done.later_id,
            "reason": reason,
            "load": done.load_id,
        },
    )


def _gone(session: Session, fact_id: int) -> str:
    back = taken_back(session, fact_id)
    if back is None:
        return say("correct-ended", id=str(fact_id))
    if back.later_id is None:
        return say("correct-withdrawn-before", id=str(fact_id), reason=back.reason or "")
    told = {"id": str(fact_id), "later": str(back.later_id), "reason": back.reason or ""}
    return say("correct-corrected-before", **told)
