"""What the buttons of a subscription's card do, and the words typed when it asked for some."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services import subscribing
from bot.services.digesting import prepare_now
from bot.services.subscribing import Place, SubscriptionRefused, card_of, own
from bot.views import subscriptions as views
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.models import SubscriptionRow
from db.queries.clearances import viewer_of
from db.queries.topics import topics_seen
from facts.calendar import Days
from facts.topics import Topic
from facts.zones import places as zones
from facts.zones.clocks import clocks_now, read_time, zones_showing
from facts.zones.location import zone_at

LONGEST_WORDS = 80
SWITCHES = {
    "length": ("length", ("short", "full")),
    "empty": ("when_empty", ("silence", "line")),
    "corrections": ("corrections", ("at_once", "digest")),
}


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button of a card: which subscription, what to do, and with what."""

    number: int
    verb: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the card's place, what is told in passing, and what is now owed."""

    message: Message
    note: str | None = None
    deliveries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Doing:
    """A press being carried out."""

    session: Session
    now: datetime
    row: SubscriptionRow
    place: Place
    argument: str
    worker: str

    @property
    def group(self) -> bool:
        """Whether this is a group, where only what is put to the bot reaches it."""
        return self.place.chat_id < 0


def press(session: Session, now: datetime, *, place: Place, pressed: Press, worker: str) -> Shown:
    """Carry out a press and return what is shown; raises SubscriptionRefused."""
    row = own(session, pressed.number, place.chat_id)
    verb = VERBS.get(pressed.verb)
    if verb is None:
        raise SubscriptionRefused("This button no longer leads anywhere.")
    return verb(Doing(session, now, row, place, pressed.argument, worker))


def typed(session: Session, now: datetime, *, place: Place, text: str) -> Message | None:
    """Take words that were asked for; None when none were, or when they look like a question."""
    row = subscribing.awaited(session, now, place)
    if row is None or "?" in text or len(text) > LONGEST_WORDS:
        return None
    take = {"time": _typed_time, "zone": _typed_zone}[row.awaits or ""]
    return take(session, now, row, text)


def located(
    session: Session, now: datetime, *, place: Place, latitude: float, longitude: float
) -> Message | None:
    """Take a shared location for the zone that was asked for; None when none was."""
    row = subscribing.awaited(session, now, place)
    zone = zone_at(latitude, longitude)
    if row is None or row.awaits != "zone" or zone is None:
        return None
    subscribing.set_zone(session, now, row, zone)
    return views.card(card_of(session, now, row), now)


def _typed_time(session: Session, now: datetime, row: SubscriptionRow, text: str) -> Message:
    at = read_time(text)
    if at is None:
        return Message(say("time-unknown", typed=escape(text)))
    subscribing.set_time(session, now, row, at)
    return views.card(card_of(session, now, row), now)


def _typed_zone(session: Session, now: datetime, row: SubscriptionRow, text: str) -> Message:
    clock = read_time(text)
    found = zones_showing(clock, now) if clock else zones.places().find(text)
    if not found:
        return Message(say("place-unknown", typed=escape(shortened(text, LONGEST_WORDS))))
    if len(found) > 1 or clock:
        return views.pick_place(card_of(session, now, row), found, now)
    subscribing.set_zone(session, now, row, found[0].zone)
    return views.card(card_of(session, now, row), now)


def _card(do: Doing, note: str | None = None) -> Shown:
    shown = card_of(do.session, do.now, do.row)
    if not shown.topics:
        return Shown(views.choose_topic(do.row.id, _listed(do)), note)
    return Shown(views.card(shown, do.now), note)


def _listed(do: Doing) -> list[Topic]:
    return topics_seen(do.session, viewer_of(do.session, do.place.chat_id))


def _first(do: Doing) -> Shown:
    topic_id = _number(do.argument)
    held = {topic.id for topic in card_of(do.session, do.now, do.row).topics}
    if topic_id not in held:  # a second press of the same button leaves it as it is
        subscribing.toggle_topic(do.session, do.row, topic_id)
    return _card(do)


def _topic(do: Doing) -> Shown:
    subscribing.toggle_topic(do.session, do.row, _number(do.argument))
    return _topics(do)


def _topics(do: Doing) -> Shown:
    shown = card_of(do.session, do.now, do.row)
    return Shown(views.pick_topics(shown, _listed(do)))


def _times(do: Doing) -> Shown:
    subscribing.await_words(do.now, do.row, "time", do.place.person_id)
    return Shown(views.pick_time(card_of(do.session, do.now, do.row), group=do.group))


def _at(do: Doing) -> Shown:
    subscribing.set_time(do.session, do.now, do.row, _clock(do.argument))
    return _card(do)


def _days(do: Doing) -> Shown:
    return Shown(views.pick_days(card_of(do.session, do.now, do.row)))


def _day(do: Doing) -> Shown:
    if do.argument not in set(Days):
        raise SubscriptionRefused("These days are not known.")
    subscribing.set_days(do.session, do.now, do.row, Days(do.argument))
    return _card(do)


def _zones(do: Doing) -> Shown:
    subscribing.await_words(do.now, do.row, "zone", do.place.person_id)
    return Shown(views.pick_zone(card_of(do.session, do.now, do.row), do.now, group=do.group))


def _clocks(do: Doing) -> Shown:
    subscribing.await_words(do.now, do.row, "zone", do.place.person_id)
    return Shown(views.pick_clock(card_of(do.session, do.now, do.row), clocks_now(do.now)))


def _clock_pressed(do: Doing) -> Shown:
    found = zones_showing(_clock(do.argument), do.now)
    if not found:  # the minute has passed since the buttons were shown
        return _clocks(do)
    return Shown(views.pick_place(card_of(do.session, do.now, do.row), found, do.now))


def _zone(do: Doing) -> Shown:
    subscribing.set_zone(do.session, do.now, do.row, do.argument)
    return _card(do)


def _quiets(do: Doing) -> Shown:
    return Shown(views.pick_quiet(card_of(do.session, do.now, do.row)))


def _quiet(do: Doing) -> Shown:
    hours = None
    if do.argument != "none":
        start, _, end = do.argument.partition("-")
        hours = _clock(start), _clock(end)
    subscribing.set_quiet(do.session, do.now, do.row, hours)
    return _card(do)


def _more(do: Doing) -> Shown:
    return Shown(views.pick_more(card_of(do.session, do.now, do.row)))


def _switch(do: Doing) -> Shown:
    if do.argument not in SWITCHES:
        raise SubscriptionRefused("This setting is not known.")
    column, (one, other) = SWITCHES[do.argument]
    setattr(do.row, column, other if getattr(do.row, column) == one else one)
    do.row.told_empty = do.row.told_empty or column == "when_empty"
    return _more(do)


def _subscribe(do: Doing) -> Shown:
    subscribing.activate(do.session, do.now, do.row)
    shown = card_of(do.session, do.now, do.row)
    return Shown(views.card(shown, do.now), say("subscribed", when=views.moment(shown.next_at)))


def _pause(do: Doing) -> Shown:
    subscribing.pause(do.session, do.now, do.row)
    return _card(do)


def _end(do: Doing) -> Shown:
    return Shown(views.confirm_end(card_of(do.session, do.now, do.row)))


def _ended(do: Doing) -> Shown:
    topics = views.topic_names(card_of(do.session, do.now, do.row))
    subscribing.end(do.session, do.now, do.row)
    return Shown(Message(say("ended", topics=topics)))


def _now(do: Doing) -> Shown:
    owed = prepare_now(do.session, do.now, row=do.row, worker=do.worker)
    do.session.expire(do.row)
    return Shown(_card(do).message, None, tuple(owed))


def _number(argument: str) -> int:
    if not argument.isdecimal():
        raise SubscriptionRefused("This button no longer leads anywhere.")
    return int(argument)


def _clock(argument: str) -> time:
    at = read_time(argument)
    if at is None:
        raise SubscriptionRefused("This is no time of day.")
    return at


VERBS: dict[str, Callable[[Doing], Shown]] = {
    "card": _card,
    "first": _first,
    "topic": _topic,
    "topics": _topics,
    "times": _times,
    "at": _at,
    "days": _days,
    "day": _day,
    "zones": _zones,
    "clocks": _clocks,
    "clock": _clock_pressed,
    "zone": _zone,
    "quiets": _quiets,
    "quiet": _quiet,
    "more": _more,
    "switch": _switch,
    "subscribe": _subscribe,
    "resume": _subscribe,
    "pause": _pause,
    "end": _end,
    "ended": _ended,
    "now": _now,
}
