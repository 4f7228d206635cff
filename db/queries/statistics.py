"""What was asked most, and what became of messages: figures over a stretch of time."""

from collections import Counter
from datetime import date, datetime

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from db.inserting import insert_into
from db.models import (
    AnswerFactRow,
    AnswerRow,
    ChatRow,
    DeliveryRow,
    GapRow,
    QuestionRow,
    TopicFactRow,
    TopicRow,
    WaitingRow,
    WeeklyReportRow,
)
from db.queries.deliveries import FAILED, SENT, UNKNOWN

TELLING = 0.5


def topics_asked(session: Session, first: datetime, last: datetime) -> Counter[str]:
    """Return how many answers' first facts were on each topic that was defined."""
    rows = session.execute(
        select(TopicRow.name, func.count(distinct(AnswerRow.id)))
        .join(TopicFactRow, TopicFactRow.topic_id == TopicRow.id)
        .join(AnswerFactRow, AnswerFactRow.fact_id == TopicFactRow.fact_id)
        .join(AnswerRow, AnswerRow.id == AnswerFactRow.answer_id)
        .where(AnswerFactRow.rank == 0, AnswerRow.status != "unknown")
        .where(AnswerRow.created_at >= first, AnswerRow.created_at < last)
        .where(TopicRow.rule != "everything", TopicRow.state == "live")
        .group_by(TopicRow.id, TopicRow.name)
    )
    return Counter(dict(rows.all()))


def words_asked(session: Session, first: datetime, last: datetime) -> Counter[str]:
    """Return how many answers were found by each telling word, in the words of the store."""
    counted: Counter[str] = Counter()
    rows = session.scalars(
        select(AnswerFactRow.words)
        .join(AnswerRow, AnswerRow.id == AnswerFactRow.answer_id)
        .where(AnswerFactRow.rank == 0, AnswerRow.status != "unknown")
        .where(AnswerRow.created_at >= first, AnswerRow.created_at < last)
    )
    for words in rows:
        matched = (words or {}).get("matched", [])
        most = max((weight for *_, weight in matched), default=0)
        counted.update(
            {word for _, _, word, weight in matched if word and weight >= TELLING * most}
        )
    return counted


def deliveries_settled(session: Session, first: datetime, last: datetime) -> dict[str, int]:
    """Return how many messages were sent, failed, or are of unknown fate."""
    rows = session.execute(
        select(DeliveryRow.state, func.count())
        .where(DeliveryRow.settled_at >= first, DeliveryRow.settled_at < last)
        .group_by(DeliveryRow.state)
    )
    counted = Counter(dict(rows.all()))
    return {state: counted[state] for state in (SENT, FAILED, UNKNOWN)}


def people_asking(session: Session, first: datetime, last: datetime) -> int:
    """Return how many people asked."""
    asker = func.coalesce(QuestionRow.person_id, QuestionRow.chat_id)
    asked = select(func.count(asker.distinct())).where(
        QuestionRow.asked_at >= first, QuestionRow.asked_at < last
    )
    return session.scalar(asked) or 0


def gaps_open(session: Session) -> tuple[int, int]:
    """Return how many gaps are open, and how many chats wait for their answers."""
    gaps = select(func.count()).select_from(GapRow).where(GapRow.state == "open")
    waiting = (
        select(func.count())
        .select_from(WaitingRow)
        .join(GapRow, GapRow.id == WaitingRow.gap_id)
        .where(GapRow.state == "open", WaitingRow.told_at.is_(None))
    )
    return session.scalar(gaps) or 0, session.scalar(waiting) or 0


def reported(session: Session, week: date) -> bool:
    """Say whether the report of the seven days before this one was taken on already."""
    return session.get(WeeklyReportRow, week) is not None


def take_report(session: Session, now: datetime, week: date) -> bool:
    """Take on the report of a week; False when it was taken on before."""
    taken = insert_into(session, WeeklyReportRow).values(week=week, made_at=now)
    columns = taken.on_conflict_do_nothing().returning(WeeklyReportRow.week)
    return session.scalar(columns) is not None


def open_private_chats(session: Session, person_ids: list[int]) -> list[int]:
    """Return those of people's private chats that take messages."""
    found = select(ChatRow.id).where(
        ChatRow.id.in_(person_ids), ChatRow.kind == "private", ChatRow.state == "active"
    )
    return sorted(session.scalars(found))
