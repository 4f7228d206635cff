"""Questions as asked and answers as given."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from db.models import (
    AnswerFactRow,
    AnswerRow,
    DeliveryRow,
    DocumentRow,
    FeedbackRow,
    QuestionRow,
)
from db.viewer import Viewer


def answered_before(session: Session, chat_id: int, message_id: int) -> bool:
    """Say whether this message was taken as a question already."""
    known = select(QuestionRow.id).where(
        QuestionRow.chat_id == chat_id, QuestionRow.message_id == message_id
    )
    return session.scalar(known.limit(1)) is not None


def questions_since(session: Session, chat_id: int, person_id: int | None, moment: datetime) -> int:
    """Return how many questions a person has asked since a moment, or a chat in its own name."""
    asked = select(func.count()).select_from(QuestionRow)
    mine = _asked_by(chat_id, person_id), QuestionRow.asked_at > moment
    return session.scalar(asked.where(*mine)) or 0


def answer_in_chat(session: Session, answer_id: int, chat_id: int) -> AnswerRow | None:
    """Return an answer if it was given in this chat: a button of another chat finds nothing."""
    return session.scalar(
        select(AnswerRow)
        .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
        .where(AnswerRow.id == answer_id, QuestionRow.chat_id == chat_id)
    )


def facts_of_answer(session: Session, answer_id: int) -> Sequence[AnswerFactRow]:
    """Return the facts of an answer, best first."""
    return session.scalars(
        select(AnswerFactRow)
        .where(AnswerFactRow.answer_id == answer_id)
        .order_by(AnswerFactRow.rank)
    ).all()


def message_of_answer(session: Session, answer_id: int) -> DeliveryRow | None:
    """Return the delivery that first showed an answer."""
    return session.scalar(
        select(DeliveryRow)
        .where(DeliveryRow.answer_id == answer_id, DeliveryRow.kind == "answer")
        .order_by(DeliveryRow.id)
        .limit(1)
    )


def keep_feedback(session: Session, feedback: FeedbackRow) -> None:
    """Keep a person's verdict on an answer, in place of an earlier one."""
    session.merge(feedback)


def forget_thumb(session: Session, answer_id: int, person_id: int) -> None:
    """Take back a person's thumb on an answer, if they gave one."""
    row = session.get(FeedbackRow, (answer_id, person_id))
    if row is not None and row.verdict in {"up", "down"}:
        session.delete(row)


def document_count(session: Session, viewer: Viewer) -> int:
    """Return how many documents this viewer may see."""
    seen = DocumentRow.visibility.in_(viewer.labels), DocumentRow.withdrawn_at.is_(None)
    return session.scalar(select(func.count()).select_from(DocumentRow).where(*seen)) or 0


def answer_shown_in(session: Session, chat_id: int, message_id: int) -> AnswerRow | None:
    """Return the answer that a message of ours in this chat belongs to."""
    return session.scalar(
        select(AnswerRow)
        .join(DeliveryRow, DeliveryRow.answer_id == AnswerRow.id)
        .where(DeliveryRow.chat_id == chat_id, DeliveryRow.message_id == message_id)
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )


def answer_being_sent(session: Session, chat_id: int) -> AnswerRow | None:
    """Return the newest answer of a chat whose message is on its way, if there is one."""
    return session.scalar(
        select(AnswerRow)
        .join(DeliveryRow, DeliveryRow.answer_id == AnswerRow.id)
        .where(DeliveryRow.chat_id == chat_id, DeliveryRow.state.in_(("leased", "sending")))
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )


def latest_answer(session: Session, chat_id: int, thread_id: int | None) -> AnswerRow | None:
    """Return the last answer in a chat and thread."""
    return session.scalar(_latest(chat_id, thread_id))


def latest_answer_to(
    session: Session,
    chat_id: int,
    thread_id: int | None,
    *,
    person_id: int | None,
    since: datetime,
) -> AnswerRow | None:
    """Return the last answer to one person in a chat and thread, or to who asked in its name."""
    theirs = _asked_by(chat_id, person_id), QuestionRow.asked_at >= since
    return session.scalar(_latest(chat_id, thread_id).where(*theirs))


def _latest(chat_id: int, thread_id: int | None) -> Select[AnswerRow]:
    thread = QuestionRow.thread_id
    return (
        select(AnswerRow)
        .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
        .where(QuestionRow.chat_id == chat_id)
        .where(thread.is_(None) if thread_id is None else thread == thread_id)
        .order_by(AnswerRow.id.desc())
        .limit(1)
    )


def _asked_by(chat_id: int, person_id: int | None) -> ColumnElement[bool]:
    """Tell the questions of a person, or those asked in a chat's own name."""
    if person_id is not None:
        return QuestionRow.person_id == person_id
    return and_(QuestionRow.chat_id == chat_id, QuestionRow.person_id.is_(None))
