"""Beginning to follow topics by a word, a list or a link; pausing and resuming a whole chat."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services import subscribing
from bot.services.subscribing import Place, SubscriptionRefused, card_of, own
from bot.views import subscriptions as views
from bot.views.texts import say
from db.queries.clearances import viewer_of
from db.queries.subscriptions import ACTIVE, BLOCKED, PAUSED, subscriptions_of_chat
from db.queries.topics import topics_seen
from facts.topics import find_topic


def begin(session: Session, now: datetime, *, place: Place, desk: str, typed_topic: str) -> Message:
    """Begin a subscription: to the topic that was typed, or with the choice of one."""
    listed = topics_seen(session, viewer_of(session, place.chat_id))
    found = find_topic(listed, typed_topic) if typed_topic else []
    chosen = found[0] if len(found) == 1 else None
    number = subscribing.begin(session, now, place=place, desk=desk, topic=chosen)
    if chosen is None:
        return views.choose_topic(number, found or listed)
    return _card(session, now, number, place)


def begin_with(
    session: Session, now: datetime, *, place: Place, desk: str, topic_id: int
) -> Message:
    """Begin a subscription to a topic of the list; raises SubscriptionRefused."""
    seen = topics_seen(session, viewer_of(session, place.chat_id))
    topic = next((topic for topic in seen if topic.id == topic_id), None)
    if topic is None:
        raise SubscriptionRefused("This topic is no longer there.")
    number = subscribing.begin(session, now, place=place, desk=desk, topic=topic)
    return _card(session, now, number, place)


def follow_link(session: Session, now: datetime, *, place: Place, desk: str, key: str) -> Message:
    """Subscribe at once to the topic of a link; one that leads nowhere says so."""
    seen = topics_seen(session, viewer_of(session, place.chat_id))
    topic = next((topic for topic in seen if topic.key == key), None)
    if topic is None:
        return Message(say("link-unknown"))
    number = subscribing.subscribe_at_once(session, now, place=place, desk=desk, topic=topic)
    return _card(session, now, number, place)


def pause_all(session: Session, now: datetime, *, place: Place) -> Message:
    """Pause all briefings of a chat."""
    rows = subscriptions_of_chat(session, place.chat_id, (ACTIVE,))
    for row in rows:
        subscribing.pause(session, now, row)
    return Message(say("paused-all") if rows else say("subscriptions-none"))


def resume_all(session: Session, now: datetime, *, place: Place) -> Message:
    """Take up all briefings of a chat again."""
    for row in subscriptions_of_chat(session, place.chat_id, (PAUSED, BLOCKED)):
        subscribing.activate(session, now, row)
    held = subscribing.cards(session, now, chat_id=place.chat_id)
    if not held:
        return Message(say("subscriptions-none"))
    first = min(held, key=lambda shown: shown.next_at)
    return Message(say("resumed-all", when=views.moment(first.next_at)))


def say_when_empty(
    session: Session, now: datetime, *, place: Place, number: int, when_empty: str
) -> None:
    """Choose silence or one line for days without news."""
    own(session, number, place.chat_id).when_empty = when_empty


def _card(session: Session, now: datetime, number: int, place: Place) -> Message:
    return views.card(card_of(session, now, own(session, number, place.chat_id)), now)
