"""What editors decide about a submission: applied, held back, discarded, undone, shown on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.services.embargo import Terms, hold
from bot.services.loading import Applied, apply, discard
from bot.services.open_loads import decided_before, open_load
from bot.services.particulars import moment_told, refuse_expired, seen_version
from bot.services.seeing import by_label, gone_and_back, label_of_load, seen_by, told_apart
from bot.services.submitting import SubmissionRefused, to_be_told
from bot.services.undoing import undo
from bot.views.html import escape
from bot.views.texts import say
from db.address import Address
from db.models import LoadRow, SubmissionRow
from db.queries import telling
from db.queries.clearances import viewer_of_actor, viewers_of
from db.queries.statements import facts_touched_by
from db.queries.submissions import person_name, reviewers, set_message, submission
from db.queries.visibility import labels_of_facts, labels_standing
from db.queries.withdrawals import withdrawals_to_tell
from db.viewer import LABELS, RESTRICTED, Viewer, cleared
from facts.digests import Withdrawal

UNDO_WITHIN = timedelta(days=1)


class PlannedAnew(SubmissionRefused):
    """The button belongs to a plan that has been replaced: what stands now is to be looked at."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody decides about a submission; `by_two`: not whoever sent it."""

    submission_id: int
    actor: str
    worker: str
    by_two: bool = False


def apply_submission(session: Session, now: datetime, *, decision: Decision, version: str) -> str:
    """Apply the plan of this version, or hold it back until its moment; return which it is now.

    Raises SubmissionRefused when it was decided or is another's to decide, PlannedAnew when the
    plan is not the one that was seen, StoreChanged when it would do something else now.
    """
    row, load = _to_apply(session, decision)
    if load.live_at is not None or seen_version(row, load) != version:
        raise PlannedAnew(say("rehearsal-planned-anew"))
    moment = moment_told(row)
    refuse_expired(load.expires_at, moment if moment is not None and moment > now else now)
    if moment is not None and moment > now:
        terms = Terms(moment, load.expires_at)
        hold(session, now, load_id=load.id, terms=terms, actor=decision.actor)
        text = say("held", name=_name_of(row), actor=_name(session, decision))
        _settle(row, now, decision, "held", {RESTRICTED: text})
        return "held"
    done = apply(session, now, load_id=load.id, actor=decision.actor, as_rehearsed=True)
    _settle(row, now, decision, "applied", _applied(session, row, decision, done))
    return "applied"


def release_submission(session: Session, now: datetime, *, decision: Decision) -> None:
    """Apply what is held back before its moment; raises SubmissionRefused."""
    row, load = _to_apply(session, decision)
    if load.live_at is None:
        raise SubmissionRefused(say("button-expired"))
    load.live_at = None
    session.flush()
    done = apply(session, now, load_id=load.id, actor=decision.actor)
    _settle(row, now, decision, "applied", _applied(session, row, decision, done))


def _applied(
    session: Session, row: SubmissionRow, decision: Decision, done: Applied
) -> dict[str, str]:
    """Return what applying did, by label: who may not see all is told of what they see."""
    head = f"{say('applied-head', actor=_name(session, decision))}: {_file(row)}"
    answered = [say("applied-answered", count=done.answered)] if done.answered else []
    found = {}
    for label in LABELS:
        all_ = {"facts": done.facts, "ended": done.ended}
        counts = all_ if label == RESTRICTED else done.seen[label]
        told = seen_by(by_label(row.shown), cleared(label)).get("told", 0)
        lines = [head, say("applied-counts", **counts), *answered]
        found[label] = "\n".join([*lines, *([say("applied-told", count=told)] if told else [])])
    return told_apart(found)


def discard_submission(session: Session, now: datetime, *, decision: Decision) -> None:
    """Give a rehearsed submission up, with all that was kept of it; raises SubmissionRefused."""
    row, load = open_load(session, decision.submission_id, held=True)
    discard(session, now, load_id=load.id, actor=decision.actor)
    text = say("discarded", actor=_name(session, decision), name=_name_of(row))
    _settle(row, now, decision, "discarded", {RESTRICTED: text})


def undo_submission(
    session: Session, now: datetime, *, decision: Decision, tell: bool | None
) -> int | None:
    """Take an applied submission back, within a day; raises SubmissionRefused.

    `tell` says whether those who were shown its facts are told. Is that not decided (None) and
    was anybody shown those that the actor may see, nothing happens, and how many chats is returned.
    """
    row = submission(session, decision.submission_id)
    load = session.get(LoadRow, row.load_id) if row and row.load_id else None
    if row is None or load is None or load.state != "applied" or load.applied_at is None:
        raise SubmissionRefused(decided_before(session, row, load))
    if now - load.applied_at > UNDO_WITHIN:
        raise SubmissionRefused(say("undo-too-late", load=str(load.id)))
    viewer = viewer_of_actor(session, decision.actor)
    trial = session.begin_nested()
    touched = facts_touched_by(session, load.id)
    before = labels_standing(session, touched)
    done = undo(session, now, load_id=load.id, actor=decision.actor)
    after = labels_standing(session, touched)
    gone = set(done.withdrawn)
    found = withdrawals_to_tell(session, now=now, addresses=None, since=now)
    shown = {
        chat: own for chat, all_ in found.items() if (own := [w for w in all_ if w.fact_id in gone])
    }
    labels = labels_of_facts(session, gone)
    asked = _chats(shown, labels, viewer)
    if asked and tell is None:
        trial.rollback()
        return asked
    trial.commit()
    if tell is False:
        telling.claim(session, now, telling.WITHDRAWALS, shown)
    texts = {}
    for label in LABELS:
        withdrawn, returned = gone_and_back(before, after, cleared(label))
        texts[label] = say(
            "undone",
            actor=_name(session, decision),
            name=_name_of(row),
            withdrawn=withdrawn,
            returned=returned,
            told=0 if tell is False else _chats(shown, labels, cleared(label)),
        )
    _settle(row, now, decision, "undone", told_apart(texts))
    return None


def _chats(
    shown: Mapping[Address, Sequence[Withdrawal]], labels: Mapping[int, str], viewer: Viewer
) -> int:
    """Return how many chats were shown facts, given with their labels, that a viewer may see."""
    return sum(any(labels[w.fact_id] in viewer.labels for w in gone) for gone in shown.values())


def ask_another(session: Session, now: datetime, *, decision: Decision) -> int:
    """Show a rehearsal to the other editors and admins who may see it; return how many do."""
    row, load = open_load(session, decision.submission_id, held=True)
    seen = viewers_of(session, reviewers(session, besides=row.person_id))
    label = label_of_load(session, load)
    others = [chat_id for chat_id, viewer in seen.items() if label in viewer.labels]
    for chat_id in others:
        set_message(session, row.id, chat_id, None)
    to_be_told(row, now, decision.worker)
    return len(others)


def open_here(session: Session, now: datetime, *, decision: Decision, chat_id: int) -> None:
    """Show a rehearsal in one more chat; raises SubmissionRefused when it was decided."""
    row, _ = open_load(session, decision.submission_id, held=True)
    set_message(session, row.id, chat_id, None)
    to_be_told(row, now, decision.worker)


def _to_apply(session: Session, decision: Decision) -> tuple[SubmissionRow, LoadRow]:
    """Return a submission that this editor may apply, with its load."""
    row, load = open_load(session, decision.submission_id, held=True)
    if decision.by_two and decision.actor == str(row.person_id):
        raise SubmissionRefused(say("note-needs-another"))
    return row, load


def _settle(
    row: SubmissionRow, now: datetime, decision: Decision, state: str, done: Mapping[str, str]
) -> None:
    row.content = None
    seen = {label: {"told": each.get("told", 0)} for label, each in by_label(row.shown).items()}
    row.shown = {"done": dict(done), "state": state, "by": decision.actor, "seen": seen}
    to_be_told(row, now, decision.worker)


def _name(session: Session, decision: Decision) -> str:
    return escape(person_name(session, decision.actor))


def _name_of(row: SubmissionRow) -> str:
    return escape(row.file_name)


def _file(row: SubmissionRow) -> str:
    return f"<i>{_name_of(row)}</i>"
