"""How the desk is doing: figures of the last days, and the report of a week, owed once."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.delivering import Owed, owe
from bot.views.statistics import Day, Statistics, report
from db.queries.outbox import unknown_count
from db.queries.people import admins
from db.queries.statistics import (
    deliveries_settled,
    gaps_open,
    open_private_chats,
    people_asking,
    reported,
    take_report,
    topics_asked,
    words_asked,
)
from db.queries.totals import totals_between
from facts.calendar import Schedule, local_day, slot_on

DAYS, MOST_ASKED = 30, 5


def statistics(session: Session, now: datetime, *, zone: ZoneInfo, days: int = DAYS) -> Statistics:
    """Return the figures of the last days up to and with today, in the desk's zone."""
    end = now.astimezone(zone).date() + timedelta(days=1)
    return _between(session, end - timedelta(days=days), end, zone)


def report_due(session: Session, now: datetime, *, schedule: Schedule) -> bool:
    """Say whether the week's report is due: from its day and hour on, once."""
    day = _report_day(now, schedule)
    slot = slot_on(schedule, day)
    return slot is not None and now >= slot.due_at and not reported(session, day)


def owe_report(
    session: Session, now: datetime, *, schedule: Schedule, admin_ids: Collection[int]
) -> int:
    """Owe all admins the report of the seven days before its day, if nobody did; say to how many.

    A week in which nothing was asked or sent is passed over in silence.
    """
    day = _report_day(now, schedule)
    if not report_due(session, now, schedule=schedule) or not take_report(session, now, day):
        return 0
    found = _between(session, day - timedelta(days=7), day, schedule.zone)
    if not found.asked and not sum(found.messages.values()):
        return 0
    message = report(found)
    chats = open_private_chats(session, sorted({*admins(session), *admin_ids}))
    for chat_id in chats:
        owe(session, now, Owed(kind="report", chat_id=chat_id, message=message))
    return len(chats)


def _report_day(now: datetime, schedule: Schedule) -> date:
    """Return the last day of the schedule, today included."""
    day = local_day(now, schedule.zone)
    while not schedule.days.hold(day):
        day -= timedelta(days=1)
    return day


def _between(session: Session, begin: date, end: date, zone: ZoneInfo) -> Statistics:
    first, last = (datetime.combine(day, time(), zone) for day in (begin, end))
    totals = totals_between(session, first, last, zone)
    days = [begin + timedelta(days=n) for n in range((end - begin).days)]
    topics = topics_asked(session, first, last)
    asked = topics or words_asked(session, first, last)
    ordered = sorted(asked.items(), key=lambda each: (-each[1], each[0]))[:MOST_ASKED]
    gaps, waiting = gaps_open(session)
    return Statistics(
        days=[Day(day, {n: c for (d, n), c in totals.items() if d == day}) for day in days],
        by_topic=bool(topics),
        most_asked=ordered,
        messages=deliveries_settled(session, first, last),
        people=people_asking(session, first, last),
        gaps=gaps,
        waiting=waiting,
        unknown=unknown_count(session),
    )
