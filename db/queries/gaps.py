"""Gaps: questions without a fact, clustered, with who asked and which chats wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DeliveryFactRow, DeliveryRow, GapQuestionRow, GapRow, QuestionRow, WaitingRow

OPEN, ANSWERED, CLOSED = "open", "answered", "closed"


@dataclass(frozen=True, slots=True)
class GapCount:
    """A gap with how many people asked it and how many chats wait for its answer."""

    gap: GapRow
    people: int
    waiting: int


def open_gaps(session: Session) -> Sequence[GapRow]:
    """Return all open gaps, oldest first."""
    return session.scalars(select(GapRow).where(GapRow.state == OPEN).order_by(GapRow.id)).all()


def counted_gaps(session: Session, *, most: int) -> list[GapCount]:
    """Return the open gaps that most people asked, the most asked first."""
    asker = func.coalesce(QuestionRow.person_id, QuestionRow.chat_id)
    people = (
        select(GapQuestionRow.gap_id, func.count(asker.distinct()).label("people"))
        .join(QuestionRow, QuestionRow.id == GapQuestionRow.question_id)
        .group_by(GapQuestionRow.gap_id)
        .subquery()
    )
    chats = (
        select(WaitingRow.gap_id, func.count().label("chats"))
        .where(WaitingRow.told_at.is_(None))
        .group_by(WaitingRow.gap_id)
        .subquery()
    )
    counts = func.coalesce(people.c.people, 0), func.coalesce(chats.c.chats, 0)
    rows = session.execute(
        select(GapRow, *counts)
        .outerjoin(people, people.c.gap_id == GapRow.id)
        .outerjoin(chats, chats.c.gap_id == GapRow.id)
        .where(GapRow.state == OPEN)
        .order_by(counts[0].desc(), GapRow.id)
        .limit(most)
    )
    return [GapCount(gap, asked, waiting) for gap, asked, waiting in rows]


def gap_of_question(session: Session, question_id: int) -> GapRow | None:
    """Return the gap that a question belongs to."""
    return session.scalar(
        select(GapRow)
        .join(GapQuestionRow, GapQuestionRow.gap_id == GapRow.id)
        .where(GapQuestionRow.question_id == question_id)
    )


def gap_locked(session: Session, gap_id: int) -> GapRow | None:
    """Return a gap, locked until the end of the transaction."""
    return session.scalar(select(GapRow).where(GapRow.id == gap_id).with_for_update())


def waiting_for(session: Session, gap_id: int) -> list[tuple[WaitingRow, QuestionRow]]:
    """Return the chats that still wait for a gap's answer, each with what it asked."""
    rows = session.execute(
        select(WaitingRow, QuestionRow)
        .join(QuestionRow, QuestionRow.id == WaitingRow.question_id)
        .where(WaitingRow.gap_id == gap_id, WaitingRow.told_at.is_(None))
        .order_by(WaitingRow.since, WaitingRow.chat_id, WaitingRow.thread_id)
        .with_for_update(of=WaitingRow)
    )
    return [(waiting, asked) for waiting, asked in rows]


def askings_of(session: Session, gap_id: int) -> Sequence[QuestionRow]:
    """Return the questions of a gap, oldest first."""
    return session.scalars(
        select(QuestionRow)
        .join(GapQuestionRow, GapQuestionRow.question_id == QuestionRow.id)
        .where(GapQuestionRow.gap_id == gap_id)
        .order_by(QuestionRow.id)
    ).all()


def add_waiting(session: Session, now: datetime, gap_id: int, asked: QuestionRow) -> bool:
    """Remember that the chat of a question wants the answer; say whether that was new."""
    thread = asked.thread_id or 0
    known = session.get(WaitingRow, (gap_id, asked.chat_id, thread), with_for_update=True)
    if known is not None:
        return False
    session.add(
        WaitingRow(
            gap_id=gap_id,
            chat_id=asked.chat_id,
            thread_id=thread,
            question_id=asked.id,
            person_id=asked.person_id,
            since=now,
            told_at=None,
        )
    )
    session.flush()
    return True


def reopen_answered(session: Session, fact_ids: Sequence[int]) -> int:
    """Open gaps again that these facts had answered; who was told waits again.

    Returns how many gaps are open again.
    """
    told = (
        select(WaitingRow.gap_id, WaitingRow.chat_id, WaitingRow.thread_id)
        .join(DeliveryRow, DeliveryRow.chat_id == WaitingRow.chat_id)
        .join(DeliveryFactRow, DeliveryFactRow.delivery_id == DeliveryRow.id)
        .where(DeliveryRow.created_at == WaitingRow.told_at, DeliveryRow.kind == "answer")
        .where(DeliveryFactRow.fact_id.in_(fact_ids))
        .distinct()
    )
    touched = set(
        session.scalars(
            select(GapRow.id).where(GapRow.fact_id.in_(fact_ids), GapRow.state == ANSWERED)
        )
    )
    for gap_id, chat_id, thread_id in session.execute(told).all():
        session.get_one(WaitingRow, (gap_id, chat_id, thread_id)).told_at = None
        touched.add(gap_id)
    reopened = 0
    for gap_id in sorted(touched):
        gap = session.get_one(GapRow, gap_id)
        if gap.state == ANSWERED:
            gap.state, gap.fact_id, gap.settled_by, gap.settled_at = OPEN, None, None, None
            reopened += 1
    session.flush()
    return reopened


def next_part(session: Session, chat_id: int, message_id: int) -> int:
    """Return the next free part of a message: a question asked once more is a part of it."""
    last = session.scalar(
        select(func.max(QuestionRow.part)).where(
            QuestionRow.chat_id == chat_id, QuestionRow.message_id == message_id
        )
    )
    return 0 if last is None else last + 1
