"""What the buttons under an answer do: look around a fact, choose, and judge."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.delivering import Owed, owe
from bot.services.gaps import remember
from bot.services.learning import count_against, propose
from bot.services.telling import telling_for
from bot.views import answers as views
from bot.views import documents
from bot.views.answers import Telling
from db.models import AnswerFactRow, AnswerRow, FeedbackRow, QuestionRow
from db.queries.answers import (
    answer_in_chat,
    answer_shown_in,
    facts_of_answer,
    forget_thumb,
    keep_feedback,
    message_of_answer,
)
from db.queries.documents import facts_in_document, newest_document_day
from db.queries.quotes import quotes, reading_around
from db.viewer import Viewer
from facts.answering.types import Bearing
from facts.errors import BriefingError
from facts.quote import Quote
from facts.types import Span


class ButtonExpired(BriefingError):
    """A button of another chat, or of an answer that is not there."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under an answer: in which chat, under which message, by whom."""

    chat_id: int
    message_id: int
    person_id: int
    answer_id: int
    thread_id: int | None = None


def show_context(
    session: Session, now: datetime, *, pressed: Pressed, rank: int, viewer: Viewer, worker: str
) -> int:
    """Owe the passage around a fact of an answer; return the delivery's id.

    Raises ButtonExpired, or EvidenceBroken when the document no longer matches its hash.
    """
    _, quote = _quote(session, pressed, rank, viewer)
    message = views.passage(*reading_around(session, quote.passage_id))
    return owe(session, now, _beneath("context", pressed, message, quote), worker=worker)


def show_document(
    session: Session, now: datetime, *, pressed: Pressed, rank: int, viewer: Viewer, worker: str
) -> int:
    """Owe the particulars of the document that a fact was quoted from; raises ButtonExpired."""
    _, quote = _quote(session, pressed, rank, viewer)
    count = facts_in_document(session, quote.document.id)
    message = documents.particulars_message(quote.document, count)
    return owe(session, now, _beneath("document", pressed, message, None), worker=worker)


def show_page(
    session: Session, now: datetime, *, pressed: Pressed, rank: int, viewer: Viewer, worker: str
) -> int:
    """Owe another page (`rank`) of what somebody said, in place of the one shown."""
    answer = _answer(session, pressed)
    rows = [f for f in facts_of_answer(session, answer.id) if _bearing(f) == Bearing.ANSWERS]
    shown = quotes(session, [row.passage_id for row in rows], viewer=viewer)
    if rank * views.A_PAGE >= len(shown):
        raise ButtonExpired(f"Answer {pressed.answer_id} has no page {rank}.")
    telling = Telling(newest=newest_document_day(session, viewer))
    message, paged = views.said(shown, answer.id, page=rank, telling=telling)
    owed = replace(_beneath("answer", pressed, message, None), edits=pressed.message_id)
    return owe(session, now, replace(owed, quotes=paged, reply_to=None), worker=worker)


def choose(
    session: Session, now: datetime, *, pressed: Pressed, rank: int, viewer: Viewer, worker: str
) -> int | None:
    """Take one of the facts offered: the choice's message becomes the answer.

    Returns the delivery's id, None when it was chosen already.
    """
    answer, quote = _quote(session, pressed, rank, viewer)
    if answer.chosen_rank == rank:  # pressed twice, it is one choice
        return None
    answer.chosen_rank = rank
    propose(session, now, answer=answer, fact_id=quote.fact_id, person_id=pressed.person_id)
    telling = telling_for(session, now, quote.fact_id, viewer=viewer)
    message = views.found(quote, answer.id, rank=rank, read_as=answer.read_as, telling=telling)
    owed = replace(_beneath("answer", pressed, message, quote), edits=pressed.message_id)
    return owe(session, now, replace(owed, reply_to=None), worker=worker)


def choose_none(
    session: Session, now: datetime, *, pressed: Pressed, viewer: Viewer, worker: str
) -> int | None:
    """Take none of the facts offered: it counts against them, and the question stays open.

    Returns the delivery's id, None when this person has said so already.
    """
    answer = _answer(session, pressed)
    answer.chosen_rank = None
    if not _judge(session, now, answer.id, pressed.person_id, "none_of_these"):
        return None
    offered = [fact.fact_id for fact in facts_of_answer(session, answer.id)]
    count_against(session, answer, offered)
    asked = session.get_one(QuestionRow, answer.question_id)
    gap = remember(session, now, asked=asked, grounds=answer.grounds or {})
    message = views.none_chosen(answer.id if gap is not None else None)
    owed = replace(_beneath("answer", pressed, message, None), edits=pressed.message_id)
    return owe(session, now, replace(owed, reply_to=None), worker=worker)


def judge(session: Session, now: datetime, *, pressed: Pressed, verdict: str) -> None:
    """Keep a person's thumb; the last one counts. Raises ButtonExpired."""
    _weigh_thumb(session, now, _answer(session, pressed), pressed.person_id, verdict)


def judge_shown(
    session: Session,
    now: datetime,
    *,
    chat_id: int,
    message_id: int,
    person_id: int,
    verdict: str | None,
) -> None:
    """Keep a person's thumb for the answer that a message shows; without a verdict, forget it.

    A message that shows no answer is left alone.
    """
    answer = answer_shown_in(session, chat_id, message_id)
    if answer is None:
        return
    if verdict is None:
        forget_thumb(session, answer.id, person_id)
    else:
        _weigh_thumb(session, now, answer, person_id, verdict)


def _weigh_thumb(
    session: Session, now: datetime, answer: AnswerRow, person_id: int, verdict: str
) -> None:
    if _judge(session, now, answer.id, person_id, verdict) and verdict == "down":
        chosen = answer.chosen_rank or 0
        shown = [f.fact_id for f in facts_of_answer(session, answer.id) if f.rank == chosen]
        count_against(session, answer, shown)


def _answer(session: Session, pressed: Pressed) -> AnswerRow:
    answer = answer_in_chat(session, pressed.answer_id, pressed.chat_id)
    if answer is None or message_of_answer(session, answer.id) is None:
        raise ButtonExpired(f"No answer {pressed.answer_id} was given in this chat.")
    return answer


def _quote(
    session: Session, pressed: Pressed, rank: int, viewer: Viewer
) -> tuple[AnswerRow, Quote]:
    answer = _answer(session, pressed)
    fact = next((f for f in facts_of_answer(session, answer.id) if f.rank == rank), None)
    shown = quotes(session, [fact.passage_id], viewer=viewer) if fact else []
    if fact is None or not shown:
        raise ButtonExpired(f"Answer {pressed.answer_id} has no fact {rank} to show.")
    return answer, replace(shown[0], answer=_words(fact), also=_also(fact))


def _words(fact: AnswerFactRow) -> Span | None:
    if fact.answer_start is None or fact.answer_end is None:
        return None
    return Span(fact.answer_start, fact.answer_end)


def _bearing(fact: AnswerFactRow) -> str | None:
    bearing: str | None = (fact.words or {}).get("bearing")
    return bearing


def _also(fact: AnswerFactRow) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in (fact.words or {}).get("also", ()))


def _judge(session: Session, now: datetime, answer_id: int, person_id: int, verdict: str) -> bool:
    """Keep a verdict; say whether it is another one than this person gave before."""
    before = session.get(FeedbackRow, (answer_id, person_id))
    changed = before is None or before.verdict != verdict
    feedback = FeedbackRow(answer_id=answer_id, person_id=person_id, verdict=verdict, at=now)
    keep_feedback(session, feedback)
    return changed


def _beneath(kind: str, pressed: Pressed, message: Message, quote: Quote | None) -> Owed:
    return Owed(
        kind=kind,
        chat_id=pressed.chat_id,
        message=message,
        quotes=[quote] if quote else [],
        thread_id=pressed.thread_id,
        answer_id=pressed.answer_id,
        reply_to=pressed.message_id,
    )
