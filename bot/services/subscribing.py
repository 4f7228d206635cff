"""Subscribing, step by step: what has been chosen so far is a row, and every press changes it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.recovering import go_back
from bot.services.schedules import schedule_of, set_next
from bot.views.subscriptions import Card
from db.models import SubscriptionRow
from db.queries.clearances import viewer_of
from db.queries.digests import new_facts
from db.queries.people import language_of
from db.queries.quotes import quotes
from db.queries.subscriptions import (
    ACTIVE,
    BLOCKED,
    DRAFT,
    ENDED,
    PAUSED,
    add_subscription,
    awaiting_words,
    blocked_among,
    cancel_deliveries,
    follow,
    forget_drafts,
    subscription_in_chat,
    subscriptions_of_chat,
    topics_followed,
)
from db.queries.topics import count_standing, match_new_facts, topics_seen
from facts.calendar import Days, next_slot
from facts.digests import MOST_STANDING, compose
from facts.errors import BriefingError
from facts.quote import Quote
from facts.topics import Topic
from facts.zones.defaults import default_zone
from facts.zones.version import zone_version

MOST_SUBSCRIPTIONS = 10
PREVIEWED = 3
PATIENCE = timedelta(minutes=15)
DEFAULT_TIME = "08:00"
HELD = (ACTIVE, PAUSED, BLOCKED)


class SubscriptionRefused(BriefingError):
    """A subscription cannot be made or changed like that."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and by whom something was asked for."""

    chat_id: int
    person_id: int
    thread_id: int | None = None


def begin(
    session: Session, now: datetime, *, place: Place, desk: str, topic: Topic | None = None
) -> int:
    """Begin a subscription with what most people want; return its number.

    Raises SubscriptionRefused when the chat has as many as it may have.
    """
    forget_drafts(session, chat_id=place.chat_id, thread_id=place.thread_id)
    if len(subscriptions_of_chat(session, place.chat_id, HELD)) >= MOST_SUBSCRIPTIONS:
        raise SubscriptionRefused(
            f"This chat has {MOST_SUBSCRIPTIONS} subscriptions: end one with /unsubscribe first."
        )
    known = subscriptions_of_chat(session, place.chat_id, HELD)
    language = language_of(session, place.person_id)
    row = SubscriptionRow(
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        at=DEFAULT_TIME,
        days=Days.DAILY.value,
        zone=known[-1].zone if known else default_zone(language, desk),
        zone_version=zone_version(),
        quiet_from=None,
        quiet_to=None,
        length="short",
        when_empty="silence",
        told_empty=False,
        corrections="at_once",
        state=DRAFT,
        next_slot=None,
        next_due_at=None,
        mark=None,
        covered_at=None,
        awaits=None,
        awaited_from=None,
        awaits_until=None,
        made_by=place.person_id,
        created_at=now,
    )
    return add_subscription(session, row, [topic.id] if topic else [])


def subscribe_at_once(
    session: Session, now: datetime, *, place: Place, desk: str, topic: Topic
) -> int:
    """Subscribe a chat to a topic as a link asks; one that follows it already keeps what it has."""
    held = subscriptions_of_chat(session, place.chat_id, HELD)
    followed = topics_followed(session, [row.id for row in held])
    for row in held:
        same_thread = row.thread_id == place.thread_id
        if same_thread and topic.id in {known.id for known in followed.get(row.id, ())}:
            return row.id
    number = begin(session, now, place=place, desk=desk, topic=topic)
    activate(session, now, own(session, number, place.chat_id))
    return number


def own(session: Session, number: int, chat_id: int) -> SubscriptionRow:
    """Return a chat's subscription; raises SubscriptionRefused when it has none of this number."""
    row = subscription_in_chat(session, number, chat_id)
    if row is None or row.state == ENDED:
        raise SubscriptionRefused("This subscription is no longer there: see /subscriptions.")
    return row


def activate(session: Session, now: datetime, row: SubscriptionRow) -> None:
    """Let a subscription be due from now on; what happened while it was paused comes with it.

    So does what it was owed when it was stopped.
    """
    if not topics_followed(session, [row.id]):
        raise SubscriptionRefused("Choose a topic first.")
    _take_up(session, now, row)


def _take_up(session: Session, now: datetime, row: SubscriptionRow) -> None:
    go_back(session, row)
    set_next(session, now, row)
    row.state, row.awaits = ACTIVE, None


def pause(session: Session, now: datetime, row: SubscriptionRow) -> None:
    """Stop a subscription for a while; what it is owed and was not begun to be sent is dropped."""
    row.state, row.awaits = PAUSED, None
    cancel_deliveries(session, now, [row.id])


def end(session: Session, now: datetime, row: SubscriptionRow) -> None:
    """End a subscription for good."""
    row.state, row.awaits = ENDED, None
    cancel_deliveries(session, now, [row.id])


def revive(session: Session, now: datetime, chat_id: int) -> int:
    """Take up the subscriptions of a chat that takes messages again; return how many."""
    rows = subscriptions_of_chat(session, chat_id, (BLOCKED,))
    for row in rows:
        _take_up(session, now, row)
    return len(rows)


def revive_if_open(session: Session, now: datetime, chat_id: int) -> None:
    """Take up the subscriptions of somebody who is let in again, unless they block the bot."""
    if not blocked_among(session, [chat_id]):
        revive(session, now, chat_id)


def toggle_topic(session: Session, row: SubscriptionRow, topic_id: int) -> None:
    """Put a topic on a subscription or take it off; one in use keeps at least one."""
    known = topics_followed(session, [row.id]).get(row.id, ())
    listed = topics_seen(session, viewer_of(session, row.chat_id))
    if topic_id not in {topic.id for topic in listed}:
        raise SubscriptionRefused("This topic is no longer there.")
    if row.state != DRAFT and [topic.id for topic in known] == [topic_id]:
        raise SubscriptionRefused("This is its last topic: unsubscribe instead.")
    follow(session, row.id, topic_id)


def set_time(session: Session, now: datetime, row: SubscriptionRow, at: time) -> None:
    """Give a subscription its local time of day."""
    row.at = f"{at:%H:%M}"
    _settled(session, now, row)


def set_days(session: Session, now: datetime, row: SubscriptionRow, days: Days) -> None:
    """Give a subscription its days."""
    row.days = days.value
    _settled(session, now, row)


def set_zone(session: Session, now: datetime, row: SubscriptionRow, zone: str) -> None:
    """Give a subscription its time zone; raises SubscriptionRefused for one that is not known."""
    try:
        row.zone = ZoneInfo(zone).key
    except (KeyError, ValueError, OSError) as error:
        raise SubscriptionRefused("This time zone is not known.") from error
    _settled(session, now, row)


def set_quiet(
    session: Session, now: datetime, row: SubscriptionRow, hours: tuple[time, time] | None
) -> None:
    """Give a subscription its quiet hours, or none."""
    if hours is not None and hours[0] == hours[1]:
        raise SubscriptionRefused("Quiet hours need a beginning and another end.")
    row.quiet_from = f"{hours[0]:%H:%M}" if hours else None
    row.quiet_to = f"{hours[1]:%H:%M}" if hours else None
    _settled(session, now, row)


def await_words(now: datetime, row: SubscriptionRow, what: str, person_id: int) -> None:
    """Take this person's next words here for what they were asked for."""
    row.awaits, row.awaited_from, row.awaits_until = what, person_id, now + PATIENCE


def awaited(session: Session, now: datetime, place: Place) -> SubscriptionRow | None:
    """Return the subscription that somebody's next words belong to."""
    return awaiting_words(session, now, chat_id=place.chat_id, person_id=place.person_id)


def card_of(session: Session, now: datetime, row: SubscriptionRow) -> Card:
    """Return a subscription as it is shown back, with what its first digest would hold."""
    topics = topics_followed(session, [row.id]).get(row.id, ())
    schedule = schedule_of(row)
    due_at = row.next_due_at if row.state == ACTIVE else None
    standing, first = _first(session, now, row, topics) if row.mark is None else (0, ())
    return Card(
        id=row.id,
        state=row.state,
        topics=tuple(topics),
        schedule=schedule,
        next_at=(due_at or next_slot(schedule, now).due_at).astimezone(schedule.zone),
        length=row.length,
        when_empty=row.when_empty,
        corrections=row.corrections,
        new=row.mark is None,
        standing=standing,
        first=first,
    )


def cards(session: Session, now: datetime, *, chat_id: int) -> list[Card]:
    """Return the subscriptions of a chat."""
    return [card_of(session, now, row) for row in subscriptions_of_chat(session, chat_id, HELD)]


def _first(
    session: Session, now: datetime, row: SubscriptionRow, topics: tuple[Topic, ...]
) -> tuple[int, tuple[Quote, ...]]:
    match_new_facts(session)
    viewer = viewer_of(session, row.chat_id)
    newest = new_facts(session, topics, mark=None, covered_at=None, viewer=viewer, now=now)
    listed = compose(newest, most=MOST_STANDING).listed
    shown = quotes(session, [fact.passage_id for fact in listed[:PREVIEWED]], viewer=viewer)
    return count_standing(session, topics, viewer=viewer, now=now), tuple(shown)


def _settled(session: Session, now: datetime, row: SubscriptionRow) -> None:
    row.awaits = None
    if row.state == ACTIVE:
        set_next(session, now, row)
