"""Conflicts between facts, and an editor's rulings on them: with a reason, and reversible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services.correcting import check_reason
from bot.services.finding import find
from bot.services.ruled import given_as_true
from bot.services.vocabularies import Vocabularies
from bot.views.rulings import Conflict
from bot.views.texts import say
from db.models import RulingRow
from db.queries.audit import record
from db.queries.quotes import quotes
from db.queries.rulings import Differing, differing, ruling_between
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.statements import newest_passage
from db.viewer import Viewer
from facts.answering.types import Status
from facts.errors import BriefingError


class RulingRefused(BriefingError):
    """Two facts cannot be ruled on, or not in this way."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question whose answer gives two facts side by side, and the local day it is asked on."""

    text: str
    today: date


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling as it is wanted: between two facts, for one of them or for both (None).

    `asked` shows that they differ, where no load and no answer in a chat did.
    """

    one: int
    other: int
    chosen: int | None
    reason: str
    actor: str
    asked: Asking | None = None


def list_conflicts(
    session: Session, now: datetime, *, viewer: Viewer, ruled: bool = False
) -> Sequence[Conflict]:
    """Return the facts that differ and stand, those to be ruled on or those ruled on, newest first.

    What the viewer may not see both sides of is left out.
    """
    shown = (_conflict(session, pair, viewer) for pair in differing(session, ruled=ruled))
    return [conflict for conflict in shown if conflict is not None]


def conflict_between(
    session: Session,
    now: datetime,
    *,
    one: int,
    other: int,
    viewer: Viewer,
    asked: Asking | None = None,
) -> Conflict:
    """Return two facts that differ, be it by the answer to a question; raise RulingRefused."""
    pairs = differing(session, ruled=False, pair=(one, other))
    if not pairs and asked is not None:
        pairs = [_side_by_side(session, now, asked, one, other, viewer)]
    shown = _conflict(session, pairs[0], viewer) if pairs and one != other else None
    if shown is None:
        raise RulingRefused(say("rule-no-conflict", one=str(one), other=str(other)))
    return shown


def rule(session: Session, now: datetime, *, decision: Decision, viewer: Viewer) -> Conflict:
    """Rule between two facts that differ; raise RulingRefused when they do not, or were ruled on.

    Of two editors at once the second is told what the first decided.
    """
    take_one(session, STORE_VERSION)
    one, other = decision.one, decision.other
    conflict_between(session, now, one=one, other=other, viewer=viewer, asked=decision.asked)
    if decision.chosen not in {one, other, None}:
        raise RulingRefused(say("rule-other-fact", id=str(decision.chosen)))
    reason = check_reason(decision.reason)
    held = ruling_between(session, one, other)
    if held is not None:
        raise RulingRefused(say("rule-ruled", reason=held.reason))
    low, high = sorted((one, other))
    session.add(
        RulingRow(
            one_id=low,
            other_id=high,
            chosen_id=decision.chosen,
            reason=reason,
            made_by=decision.actor,
            made_at=now,
            revoked_by=None,
            revoked_at=None,
        )
    )
    session.flush()
    after = {"chosen": decision.chosen, "reason": reason}
    _record(session, now, decision.actor, "rule", (low, high), before=None, after=after)
    return conflict_between(session, now, one=one, other=other, viewer=viewer)


def revoke(
    session: Session, now: datetime, *, one: int, other: int, actor: str, viewer: Viewer
) -> Conflict:
    """Take a ruling back: the facts stand side by side again; raises RulingRefused."""
    take_one(session, STORE_VERSION)
    held = ruling_between(session, one, other)
    if held is None:
        raise RulingRefused(say("rule-nothing-to-revoke", one=str(one), other=str(other)))
    held.revoked_at, held.revoked_by = now, actor
    session.flush()
    before = {"chosen": held.chosen_id, "reason": held.reason}
    pair = (held.one_id, held.other_id)
    _record(session, now, actor, "revoke", pair, before=before, after=None)
    return conflict_between(session, now, one=one, other=other, viewer=viewer)


def _side_by_side(
    session: Session, now: datetime, asked: Asking, one: int, other: int, viewer: Viewer
) -> Differing:
    """Return two facts that the answer to a question gives as differing; raise RulingRefused."""
    found = find(
        session,
        now,
        text=asked.text,
        today=asked.today,
        viewer=viewer,
        vocabularies=Vocabularies(),
    ).answer
    given = {fact.candidate.fact_id for fact in given_as_true(found)}
    if found.status is not Status.CONFLICT or not {one, other} <= given:
        raise RulingRefused(say("rule-not-side-by-side", one=str(one), other=str(other)))
    return Differing(min(one, other), max(one, other), None, None)


def _record(
    session: Session,
    now: datetime,
    actor: str,
    verb: str,
    pair: tuple[int, int],
    *,
    before: object,
    after: object,
) -> None:
    record(
        session,
        now,
        actor=actor,
        verb=verb,
        subject=f"facts {pair[0]} and {pair[1]}",
        particulars={"before": before, "after": after},
    )


def _conflict(session: Session, pair: Differing, viewer: Viewer) -> Conflict | None:
    passages = [newest_passage(session, end) for end in (pair.earlier_id, pair.later_id)]
    shown = quotes(session, [p for p in passages if p is not None], viewer=viewer)
    if len(shown) != len(passages):
        return None
    ruling = pair.ruling
    return Conflict(
        one=shown[0],
        other=shown[1],
        ruled=ruling is not None,
        chosen=ruling.chosen_id if ruling else None,
        reason=ruling.reason if ruling else None,
        by=ruling.made_by if ruling else None,
    )
