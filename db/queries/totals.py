"""Counts of questions by day: of those that are there, and of those long gone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from db.inserting import insert_into
from db.models import (
    AnswerRow,
    DayTotalRow,
    DeliveryRow,
    FeedbackRow,
    QuestionRow,
    WaitingRow,
)
from db.queries.deliveries import OPEN
from db.queries.terms import chunks

Totals = Counter[tuple[date, str]]
ASKED, CHOSEN = "asked", "chosen"


def expired_questions(session: Session, before: datetime, *, most: int) -> list[int]:
    """Return the oldest questions asked before a moment that nothing is owed for any more.

    A question that somebody still waits for stays until it is answered.
    """
    waited = exists().where(WaitingRow.question_id == QuestionRow.id, WaitingRow.told_at.is_(None))
    owed = (
        exists()
        .where(AnswerRow.question_id == QuestionRow.id)
        .where(DeliveryRow.answer_id == AnswerRow.id, DeliveryRow.state.in_(OPEN))
    )
    return list(
        session.scalars(
            select(QuestionRow.id)
            .where(QuestionRow.asked_at < before, ~waited, ~owed)
            .order_by(QuestionRow.asked_at, QuestionRow.id)
            .limit(most)
        )
    )


def questions_of(session: Session, person_id: int) -> list[int]:
    """Return the questions that a person asked, in any chat, and those of their private chat."""
    theirs = (QuestionRow.person_id == person_id) | (QuestionRow.chat_id == person_id)
    return list(session.scalars(select(QuestionRow.id).where(theirs).order_by(QuestionRow.id)))


def count_questions(session: Session, ids: Sequence[int], zone: tzinfo) -> Totals:
    """Count these questions, their answers and judgements, by the day they were asked."""
    counted: Totals = Counter()
    for chunk in chunks(ids):
        counted.update(_counted(session, QuestionRow.id.in_(chunk), zone))
    return counted


def add_totals(session: Session, totals: Totals) -> None:
    """Add counts to those that are kept."""
    for (day, name), count in sorted(totals.items()):
        added = insert_into(session, DayTotalRow).values(day=day, name=name, count=count)
        session.execute(
            added.on_conflict_do_update(
                index_elements=["day", "name"],
                set_={"count": DayTotalRow.count + added.excluded.count},
            )
        )


def totals_between(session: Session, first: datetime, last: datetime, zone: tzinfo) -> Totals:
    """Return the counts of the days from `first` up to `last`, both moments at midnight there."""
    asked = (QuestionRow.asked_at >= first) & (QuestionRow.asked_at < last)
    counted: Totals = Counter(dict(_counted(session, asked, zone)))
    days = (DayTotalRow.day >= first.date()) & (DayTotalRow.day < last.date())
    for row in session.scalars(select(DayTotalRow).where(days)):
        counted[row.day, row.name] += row.count
    return counted


def _counted(session: Session, wanted: object, zone: tzinfo) -> Totals:
    counted: Totals = Counter()
    answers = (
        select(QuestionRow.asked_at, AnswerRow.status, AnswerRow.chosen_rank)
        .outerjoin(AnswerRow, AnswerRow.question_id == QuestionRow.id)
        .where(wanted)  # type: ignore[arg-type]
    )
    for asked_at, status, chosen in session.execute(answers):
        day = asked_at.astimezone(zone).date()
        counted[day, ASKED] += 1
        for name in _names(status, chosen):
            counted[day, name] += 1
    judged = (
        select(QuestionRow.asked_at, FeedbackRow.verdict)
        .join(AnswerRow, AnswerRow.question_id == QuestionRow.id)
        .join(FeedbackRow, FeedbackRow.answer_id == AnswerRow.id)
        .where(wanted)  # type: ignore[arg-type]
    )
    for asked_at, verdict in session.execute(judged):
        counted[asked_at.astimezone(zone).date(), verdict] += 1
    return counted


def _names(status: str | None, chosen: int | None) -> Iterator[str]:
    if status is not None:
        yield status
    if chosen is not None:
        yield CHOSEN
