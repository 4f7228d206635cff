"""Statements of the desk's own: shown as they are understood, then added, undone like any load."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services.bringing import words_brought
from bot.services.correcting import take_back_as_put_forward
from bot.services.desk import FILE_NAME, Statement, StatementRefused, write_down
from bot.services.loading import LoadRefused, apply, discard, rehearse_again, rehearsed_load
from bot.services.planning import CORRECTS
from bot.services.seeing import as_seen, label_of_load, may_see
from bot.services.undoing import undo
from bot.views.texts import say
from db.models import FactRow, LoadRow
from db.queries.clearances import viewers_of
from db.queries.loads import load_by_id
from db.queries.statements import facts_of_load
from db.queries.submissions import reviewers
from db.viewer import EVERYTHING, Viewer
from facts.types import FactDraft, Particulars

MOST_FACTS = 20


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the desk is about to state: the load that waits, and its facts as understood.

    `stands` are the facts that say the same already, by their place among `facts`. `corrects` are
    the number and the words of the fact that it corrects, and why.
    """

    load_id: int
    known: Particulars
    facts: tuple[FactDraft, ...]
    stands: dict[int, int]
    corrects: tuple[int, str, str] | None = None


def propose(
    session: Session,
    now: datetime,
    *,
    words: str,
    actor: str,
    day: date,
    signed: str | None,
    outlet: str,
    viewer: Viewer = EVERYTHING,
) -> Proposed:
    """Write a statement down as a load that waits, each sentence a fact of its own.

    Raises StatementRefused for words that cannot be quoted, or that stand already where the viewer
    may see them.
    """
    title = say("statement-by", name=signed) if signed else say("statement-of-desk")
    wished = Statement(words, title, actor, day, outlet=outlet, each_sentence=True)
    proposed = proposal(session, now, load_id=write_down(session, now, wished), viewer=viewer)
    if len(proposed.facts) > MOST_FACTS:
        raise StatementRefused(say("statement-many", most=MOST_FACTS))
    if len(proposed.stands) == len(proposed.facts):
        numbers = ", ".join(map(str, sorted(set(proposed.stands.values()))))
        raise StatementRefused(say("statement-stands", numbers=numbers))
    return proposed


def proposal(
    session: Session, now: datetime, *, load_id: int, viewer: Viewer = EVERYTHING
) -> Proposed:
    """Return a statement that waits, as it is understood now, with what was fixed in it."""
    load = _locked(session, load_id)
    rehearsal = rehearse_again(session, now, load_id=load_id)
    [plan] = as_seen(rehearsal.documents, rehearsal.touched, viewer)
    facts = tuple(fact.draft for fact in plan.facts)
    stands = {n: f.fact_id for n, f in enumerate(plan.facts) if f.fact_id and not f.new}
    return Proposed(load_id, plan.brought.known, facts, stands, _corrects(session, load))


def others_to_decide(session: Session, now: datetime, *, load_id: int) -> dict[int, Viewer]:
    """Return the chats of those who may add a statement that waits and did not write it.

    With each, what may be seen there.
    """
    load = _statement(session, load_id)
    if load.state != "rehearsed":
        raise LoadRefused(say("statement-gone"))
    seen = viewers_of(session, reviewers(session, besides=_person(load) or 0))
    label = label_of_load(session, load)
    return {chat_id: viewer for chat_id, viewer in seen.items() if label in viewer.labels}


def check_seen(
    session: Session, now: datetime, *, load_id: int, actor: str, viewer: Viewer
) -> None:
    """Raise LoadRefused for a statement that somebody may not see, as for one that is none."""
    if not may_see(session, _statement(session, load_id), viewer=viewer, actor=actor):
        raise LoadRefused(say("statement-gone"))


def author(session: Session, now: datetime, *, load_id: int) -> int | None:
    """Return who wrote a statement; None when it was written at the terminal."""
    return _person(_statement(session, load_id))


def add(
    session: Session, now: datetime, *, load_id: int, actor: str, by_two: bool = False
) -> list[int]:
    """Let a statement that waits stand; return its facts.

    What it was put forward to correct ends by it. Raises LoadRefused when it is decided, and with
    `by_two` for whoever wrote it; CorrectionRefused when that fact no longer stands.
    """
    load = _locked(session, load_id)
    if by_two and load.actor == actor:
        raise LoadRefused(say("note-needs-another"))
    if load.plan.get(CORRECTS):
        rehearsed_load(session, load_id)
        words = words_brought(session, load_id)
        take_back_as_put_forward(session, now, load=load, words=words, actor=actor)
    else:
        apply(session, now, load_id=load_id, actor=actor)
    return facts_of_load(session, load_id)


def drop(session: Session, now: datetime, *, load_id: int, actor: str) -> None:
    """Give a statement up that waits; raises LoadRefused when it is decided."""
    _locked(session, load_id)
    discard(session, now, load_id=load_id, actor=actor)


def take_back(session: Session, now: datetime, *, load_id: int, actor: str) -> None:
    """Undo a statement; raises LoadRefused when it does not stand."""
    _locked(session, load_id)
    undo(session, now, load_id=load_id, actor=actor)


def _statement(session: Session, load_id: int) -> LoadRow:
    """Return a statement's load, for those who only look: a read may not lock what others decide.

    Raises LoadRefused for other loads: a statement's buttons decide on nothing else.
    """
    return _checked(session.get(LoadRow, load_id))


def _locked(session: Session, load_id: int) -> LoadRow:
    """Return a statement's load, locked until the end of the transaction; raises LoadRefused."""
    return _checked(load_by_id(session, load_id))


def _checked(load: LoadRow | None) -> LoadRow:
    if load is None or load.file_name != FILE_NAME:
        raise LoadRefused(say("statement-gone"))
    return load


def is_statement(session: Session, now: datetime, *, load_id: int) -> bool:
    """Say whether a load is a statement of the desk."""
    load = session.get(LoadRow, load_id)
    return load is not None and load.file_name == FILE_NAME


def _corrects(session: Session, load: LoadRow) -> tuple[int, str, str] | None:
    told = load.plan.get(CORRECTS)
    if not told:
        return None
    return told["fact"], session.get_one(FactRow, told["fact"]).text, told["reason"]


def _person(load: LoadRow) -> int | None:
    return int(load.actor) if load.actor.isdecimal() else None
