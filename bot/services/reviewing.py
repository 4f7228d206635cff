"""What the buttons under an answer do: look around a fact, choose, and judge."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.delivering import Owed, owe
from bot.views import answers as views
from bot.views import documents
from db.models import AnswerFactRow, AnswerRow, FeedbackRow
from db.queries.answers import (
    answer_in_chat,
    facts_of_answer,
    keep_feedback,
    message_of_answer,
)
from db.queries.documents import facts_in_document
from db.queries.quotes import quotes, reading_around
from db.viewer import Viewer
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


def choose(
    session: Session, now: datetime, *, pressed: Pressed, rank: int, viewer: Viewer, worker: str
) -> int:
    """Take one of the facts offered: the choice's message becomes the answer."""
    answer, quote = _quote(session, pressed, rank, viewer)
    answer.chosen_rank = rank
    message = views.found(quote, answer.id, rank=rank, read_as=answer.read_as)
    owed = replace(_beneath("answer", pressed, message, quote), edits=pressed.message_id)
    return owe(session, now, replace(owed, reply_to=None), worker=worker)


def choose_none(
    session: Session, now: datetime, *, pressed: Pressed, viewer: Viewer, worker: str
) -> int:
    """Take none of the facts offered: it counts against them, and the message says so."""
    answer = _answer(session, pressed)
    answer.chosen_rank = None
    _judge(session, now, pressed, "none_of_these")
    message = views.none_chosen()
    owed = replace(_beneath("answer", pressed, message, None), edits=pressed.message_id)
    return owe(session, now, replace(owed, reply_to=None), worker=worker)


def judge(session: Session, now: datetime, *, pressed: Pressed, verdict: str) -> None:
    """Keep a person's thumb; the last one counts. Raises ButtonExpired."""
    _answer(session, pressed)
    _judge(session, now, pressed, verdict)


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


def _also(fact: AnswerFactRow) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in (fact.words or {}).get("also", ()))


def _judge(session: Session, now: datetime, pressed: Pressed, verdict: str) -> None:
    feedback = FeedbackRow(
        answer_id=pressed.answer_id, person_id=pressed.person_id, verdict=verdict, at=now
    )
    keep_feedback(session, feedback)


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
