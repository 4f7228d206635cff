"""Questions that nothing answered: clustered, waited for, and answered when the store can."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.delivering import Owed, owe
from bot.services.finding import Reply, find, shown_as_answer
from bot.services.keeping import Asked, keep
from bot.services.telling import telling_of
from bot.services.vocabularies import Vocabularies
from bot.views import gaps as views
from db.models import GapQuestionRow, GapRow, QuestionRow
from db.queries.answers import answer_in_chat, message_of_answer
from db.queries.audit import record
from db.queries.clearances import viewer_of, viewers_of
from db.queries.gaps import (
    ANSWERED,
    CLOSED,
    OPEN,
    GapCount,
    add_waiting,
    askings_of,
    counted_gaps,
    gap_locked,
    gap_of_question,
    next_part,
    open_gaps,
    waiting_for,
)
from db.queries.learning import gist_json, gist_of
from db.queries.quotes import quotes
from db.search.candidates import known_candidates
from db.viewer import EVERYTHING, Viewer
from facts.answering.likeness import SAME, likeness
from facts.errors import BriefingError, EvidenceBroken
from facts.quote import Quote

log = logging.getLogger(__name__)

MOST_LISTED = 15
# So many of the most asked gaps are tried against a load.
MOST_TRIED = 300


class GapRefused(BriefingError):
    """A gap cannot be closed, or not in this way."""


@dataclass(frozen=True, slots=True)
class Answerable:
    """A gap that the store can answer now: who asked it, and how many chats wait to be told."""

    gap_id: int
    text: str
    fact_id: int
    people: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Settled:
    """How many chats were told of a gap's answer, and how many may not see it and wait on."""

    told: int
    waiting: int = 0


def remember(
    session: Session, now: datetime, *, asked: QuestionRow, grounds: Mapping[str, Any]
) -> GapRow | None:
    """Count an unanswered question to the gap that asks the same, or open one for it.

    `grounds` are those of its answer. Returns None for a question without a telling word.
    """
    come_to = gist_of(grounds["gist"]) if grounds.get("gist") else None
    if come_to is None or not come_to.stems:
        return None
    known = gap_of_question(session, asked.id)
    if known is not None:
        return known
    alike = [(likeness(come_to, gist_of(gap.stems)), -gap.id, gap) for gap in open_gaps(session)]
    nearest = max(alike, key=lambda pair: pair[:2], default=None)
    if nearest is not None and nearest[0] >= SAME:
        gap = nearest[2]
    else:
        gap = GapRow(
            text=asked.stands_for or asked.text,
            kind=come_to.kind.value,
            stems=gist_json(come_to),
            state=OPEN,
            created_at=now,
        )
        session.add(gap)
        session.flush()
    session.add(GapQuestionRow(question_id=asked.id, gap_id=gap.id))
    session.flush()
    return gap


def wait(session: Session, now: datetime, *, answer_id: int, chat_id: int) -> bool | None:
    """Let a chat be told when its question can be answered.

    Returns whether that was new, None when no unanswered question of this chat is meant.
    """
    answer = answer_in_chat(session, answer_id, chat_id)
    asked = session.get(QuestionRow, answer.question_id) if answer else None
    gap = gap_of_question(session, asked.id) if asked else None
    if answer is None or asked is None or gap is None or gap.state != OPEN:
        return None
    if message_of_answer(session, answer.id) is None:
        return None
    return add_waiting(session, now, gap.id, asked)


def answered_by(
    session: Session, now: datetime, vocabularies: Vocabularies
) -> tuple[Answerable, ...]:
    """Return the open gaps that what stands in this session answers, the most asked first.

    A load calls it with its facts in place: in a rehearsal inside a savepoint that is taken back.
    """
    found = []
    for count in counted_gaps(session, most=MOST_TRIED):
        reply = _reply(session, now, count.gap, vocabularies)
        if reply is not None and shown_as_answer(reply):
            fact_id = reply.quotes[0].fact_id
            gap = count.gap
            found.append(Answerable(gap.id, gap.text, fact_id, count.people, count.waiting))
    return tuple(found)


def answer_waiting(session: Session, now: datetime) -> int:
    """Settle the gaps that the store answers now, and owe each waiting chat its answer, once.

    Returns how many answers are owed.
    """
    owed = 0
    vocabularies = Vocabularies()
    for answerable in answered_by(session, now, vocabularies):
        gap = gap_locked(session, answerable.gap_id)
        if gap is None or gap.state != OPEN:
            continue
        still = 0
        for waiting, asked in waiting_for(session, gap.id):
            reply = _asked_again(session, now, asked, vocabularies)
            if reply is not None and shown_as_answer(reply):
                _owe_answer(session, now, asked, reply)
                waiting.told_at = now
                owed += 1
            else:
                still += 1
        if not still:  # those who asked it more narrowly go on waiting
            _settle(gap, now, ANSWERED, "load", fact_id=answerable.fact_id)
    return owed


def list_gaps(session: Session, now: datetime) -> list[GapCount]:
    """Return the open gaps, the most asked first."""
    return counted_gaps(session, most=MOST_LISTED)


def close(
    session: Session,
    now: datetime,
    *,
    gap_id: int,
    actor: str,
    words: str | None = None,
    fact_id: int | None = None,
    viewer: Viewer = EVERYTHING,
) -> Settled:
    """Close a gap, with words or by pointing to a fact, and tell those who wait.

    It stays open for those who may not see the fact. Raises GapRefused when the gap is not open or
    the fact is not there for this viewer.
    """
    gap = gap_locked(session, gap_id)
    if gap is None or gap.state != OPEN:
        raise GapRefused(f"There is no open gap {gap_id}.")
    if (fact_id is None) == (not (words or "").strip()):
        raise GapRefused("Give either the words to tell, or the number of a fact.")
    quote = _fact(session, now, fact_id, viewer) if fact_id is not None else None
    if fact_id is not None and quote is None:
        raise GapRefused(f"There is no fact {fact_id} that stands and may be shown.")
    told = still = 0
    for waiting, asked in waiting_for(session, gap.id):
        if fact_id is not None:
            quote = _fact(session, now, fact_id, viewer_of(session, asked.chat_id))
            if quote is None:  # they may not see it: for them the question stays open
                still += 1
                continue
        text = asked.stands_for or asked.text
        message = views.pointed(text, quote) if quote else views.closed(text, words or "")
        owed = Owed(
            kind="answer",
            chat_id=asked.chat_id,
            message=message,
            quotes=[quote] if quote else [],
            thread_id=asked.thread_id,
            reply_to=asked.message_id,
        )
        owe(session, now, owed, worker=None)
        waiting.told_at = now
        told += 1
    state = ANSWERED if fact_id is not None else CLOSED
    if not still:
        _settle(gap, now, state, actor, fact_id=fact_id, words=words)
    particulars = {"words": words, "fact": fact_id, "told": told}
    if still:
        particulars["still_waiting"] = still
    record(
        session, now, actor=actor, verb="close", subject=f"gap {gap.id}", particulars=particulars
    )
    return Settled(told, still)


def _fact(session: Session, now: datetime, fact_id: int, viewer: Viewer) -> Quote | None:
    standing = known_candidates(session, [fact_id], viewer=viewer, now=now)
    passages = [candidate.passage_id for candidate in standing]
    shown = quotes(session, passages, viewer=viewer)
    return shown[0] if shown else None


def _settle(
    gap: GapRow,
    now: datetime,
    state: str,
    actor: str,
    *,
    fact_id: int | None = None,
    words: str | None = None,
) -> None:
    gap.state, gap.settled_at, gap.settled_by = state, now, actor
    gap.fact_id, gap.words = fact_id, words


def _reply(
    session: Session, now: datetime, gap: GapRow, vocabularies: Vocabularies
) -> Reply | None:
    asked = askings_of(session, gap.id)
    if not asked:
        return _find(session, now, gap.text, gap.created_at, Viewer(), vocabularies)
    seen = viewers_of(session, [each.chat_id for each in asked])
    # Whoever may see most decides whether it is answered; each is told what they may see.
    widest = max(asked, key=lambda each: (len(seen[each.chat_id].labels), -each.id))
    return _asked_again(session, now, widest, vocabularies)


def _asked_again(
    session: Session, now: datetime, asked: QuestionRow, vocabularies: Vocabularies
) -> Reply | None:
    # "Last week" means what it meant on the day of asking.
    text = asked.stands_for or asked.text
    viewer = viewer_of(session, asked.chat_id)
    return _find(session, now, text, asked.asked_at, viewer, vocabularies)


def _find(
    session: Session,
    now: datetime,
    text: str,
    asked_at: datetime,
    viewer: Viewer,
    vocabularies: Vocabularies,
) -> Reply | None:
    today = asked_at.date()
    try:
        return find(session, now, text=text, today=today, viewer=viewer, vocabularies=vocabularies)
    except EvidenceBroken as broken:  # a damaged document must not keep another from loading
        log.error("%s", broken)
        return None


def _owe_answer(session: Session, now: datetime, asked: QuestionRow, reply: Reply) -> None:
    again = Asked(
        chat_id=asked.chat_id,
        message_id=asked.message_id,
        text=asked.text,
        person_id=asked.person_id,
        thread_id=asked.thread_id,
        stands_for=asked.stands_for,
    )
    telling = telling_of(session, now, reply, viewer=viewer_of(session, asked.chat_id))
    keep(
        session,
        now,
        asked=again,
        part=next_part(session, asked.chat_id, asked.message_id),
        reply=reply,
        telling=replace(telling, waited=asked.stands_for or asked.text),
        worker=None,
    )
