"""A subscription as a card with buttons, and the choices that its buttons open, all in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.ports import Button, Message, rows
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.calendar import Days, QuietHours, Schedule
from facts.digests import MOST_STANDING
from facts.quote import Quote
from facts.topics import Topic
from facts.zones.places import Place, places

LONGEST_WORDS = 90
LONGEST_TITLE = 60
LONGEST_TOPICS = 120
MORNING = ("06:00", "07:00", "07:30", "08:00", "08:30", "09:00", "10:00", "12:00")
EVENING = ("13:00", "15:00", "17:00", "18:00", "19:00", "20:00", "21:00", "22:00")
QUIET = (("21:00", "08:00"), ("22:00", "07:00"), ("23:00", "06:00"), ("20:00", "09:00"))
MOST_TOPICS = 40


@dataclass(frozen=True, slots=True)
class Card:
    """A subscription as its chat sees it. `first` are facts that the first digest would hold."""

    id: int
    state: str
    topics: tuple[Topic, ...]
    schedule: Schedule
    next_at: datetime
    length: str
    when_empty: str
    corrections: str
    new: bool = True
    standing: int = 0
    first: tuple[Quote, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The zone that its times are shown in."""
        return self.schedule.zone


def card(shown: Card, now: datetime) -> Message:
    """Return a subscription with what it is set to, when it comes next, and what can be done."""
    if not shown.topics:
        raise ValueError("a card needs a topic")
    when = say("card-next", when=moment(shown.next_at))
    lines = [
        say("card-head", topics=topic_names(shown), state=shown.state),
        say(
            "card-when",
            days=say(f"days-{shown.schedule.days.value}"),
            at=f"{shown.schedule.at:%H:%M}",
            place=escape(place_name(shown.zone.key)),
            clock=f"{now.astimezone(shown.zone):%H:%M}",
        ),
        say("card-would", when=moment(shown.next_at)) if shown.state == "draft" else when,
        _settings(shown),
        *_first(shown),
    ]
    return Message("\n".join(lines), _card_buttons(shown))


def choose_topic(number: int, topics: Sequence[Topic]) -> Message:
    """Return the first step: which topic."""
    picks = [
        Button(topic.name, data=f"sub:{number}:first:{topic.id}") for topic in topics[:MOST_TOPICS]
    ]
    return Message(say("card-choose"), rows(picks, 2))


def pick_topics(shown: Card, topics: Sequence[Topic]) -> Message:
    """Return the topics to add or take away."""
    held = {topic.id for topic in shown.topics}
    picks = [
        Button(f"{'✓ ' if t.id in held else ''}{t.name}", data=f"sub:{shown.id}:topic:{t.id}")
        for t in topics[:MOST_TOPICS]
    ]
    return Message(say("pick-topics"), (*rows(picks, 2), _back(shown.id)))


def pick_time(shown: Card, *, group: bool) -> Message:
    """Return times of day to choose from; in a group words have to be put to the bot."""
    picks = [Button(at, data=f"sub:{shown.id}:at:{at}") for at in (*MORNING, *EVENING)]
    place = escape(place_name(shown.zone.key))
    return Message(
        say("pick-time", place=place, where=_where(group)), (*rows(picks, 4), _back(shown.id))
    )


def pick_days(shown: Card) -> Message:
    """Return the days to choose from."""
    picks = [Button(say(f"days-{d.value}"), data=f"sub:{shown.id}:day:{d.value}") for d in Days]
    return Message(say("pick-days"), (*rows(picks, 2), _back(shown.id)))


def pick_zone(shown: Card, now: datetime, *, group: bool) -> Message:
    """Return how to say where one is; in a group words have to be put to the bot."""
    clock = Button(say("button-clock"), data=f"sub:{shown.id}:clocks")
    there = f"{now.astimezone(shown.zone):%H:%M}"
    told = say("pick-zone", zone=shown.zone.key, clock=there, where=_where(group))
    return Message(told, ((clock,), _back(shown.id)))


def pick_clock(shown: Card, clocks: Sequence[time]) -> Message:
    """Return the times that clocks of the world show now."""
    picks = [Button(f"{c:%H:%M}", data=f"sub:{shown.id}:clock:{c:%H:%M}") for c in clocks]
    return Message(say("pick-clock"), (*rows(picks, 6), _back(shown.id)))


def pick_place(shown: Card, found: Sequence[Place], now: datetime) -> Message:
    """Return the places that could be meant, with the time it is there."""
    picks = [
        Button(
            f"{_place_label(place)} · {now.astimezone(ZoneInfo(place.zone)):%H:%M}",
            data=f"sub:{shown.id}:zone:{place.zone}",
        )
        for place in found
    ]
    return Message(say("pick-place"), (*rows(picks, 1), _back(shown.id)))


def pick_quiet(shown: Card) -> Message:
    """Return quiet hours to choose from."""
    picks = [
        Button(f"{start}–{end}", data=f"sub:{shown.id}:quiet:{start}-{end}") for start, end in QUIET
    ]
    none = Button(say("button-no-quiet"), data=f"sub:{shown.id}:quiet:none")
    quiet = shown.schedule.quiet
    told = say("pick-quiet", now=_hours(quiet) if quiet else say("pick-quiet-none"))
    return Message(told, (*rows([*picks, none], 2), _back(shown.id)))


def pick_more(shown: Card) -> Message:
    """Return the settings that are switched by a press."""
    switches = (
        Button(say(f"button-length-{shown.length}"), data=f"sub:{shown.id}:switch:length"),
        Button(say(f"button-empty-{shown.when_empty}"), data=f"sub:{shown.id}:switch:empty"),
        Button(
            say(f"button-corrections-{shown.corrections}"),
            data=f"sub:{shown.id}:switch:corrections",
        ),
    )
    return Message(_settings(shown), (*rows(switches, 1), _back(shown.id)))


def confirm_end(shown: Card) -> Message:
    """Return the question before a subscription is ended."""
    sure = Button(say("button-end"), data=f"sub:{shown.id}:ended")
    return Message(say("pick-end", topics=topic_names(shown)), ((sure,), _back(shown.id)))


def subscription_list(held: Sequence[Card], verb: str) -> Message:
    """Return a chat's subscriptions, each with a button that does `verb`."""
    if not held:
        return Message(say("subscriptions-none"))
    lines = [say("subscriptions-head") if verb == "card" else say("subscriptions-which")]
    picks = []
    for number, shown in enumerate(held, start=1):
        when = moment(shown.next_at) if shown.state == "active" else say("subscriptions-paused")
        topics = topic_names(shown)
        lines.append(say("subscriptions-line", number=str(number), topics=topics, when=when))
        label = f"{number}. {shortened(', '.join(t.name for t in shown.topics), 30)}"
        picks.append(Button(label, data=f"sub:{shown.id}:{verb}"))
    return Message("\n".join(lines), rows(picks, 1))


def moment(local: datetime) -> str:
    """Return a local moment as people write it: Tuesday 24 Nov 2026, 08:00."""
    return f"{local:%A} {documents.day(local.date())}, {local:%H:%M}"


def topic_names(shown: Card) -> str:
    """Return the topics of a subscription, escaped."""
    return escape(shortened(", ".join(topic.name for topic in shown.topics), LONGEST_TOPICS))


def place_name(zone: str) -> str:
    """Return what people call a zone: its largest city, or the zone's own name."""
    largest = places().largest(zone)
    return largest.name if largest else zone


def _place_label(place: Place) -> str:
    if place.name == place.zone:
        return place.zone
    city = place_name(place.zone)
    return f"{place.name}, {place.country}" if city == place.name else f"{place.name} ({city})"


def _settings(shown: Card) -> str:
    told = [say(f"card-length-{shown.length}")]
    if shown.schedule.quiet is not None:
        told.append(say("card-quiet", hours=_hours(shown.schedule.quiet)))
    told.append(say(f"card-empty-{shown.when_empty}"))
    told.append(say(f"card-corrections-{shown.corrections}"))
    return " · ".join(told)


def _first(shown: Card) -> list[str]:
    if not shown.new:
        return []
    if not shown.standing:
        return [say("card-first-none")]
    count = min(shown.standing, MOST_STANDING)
    lines = [say("card-first", shown=str(count), of=shown.standing)]
    for quote in shown.first:
        title = shortened(documents.title(quote.document), LONGEST_TITLE)
        words = escape(shortened(quote.text, LONGEST_WORDS))
        lines.append(say("card-fact", words=words, source=f"<i>{escape(title)}</i>"))
    return lines


def _card_buttons(shown: Card) -> tuple[tuple[Button, ...], ...]:
    def button(label: str, verb: str) -> Button:
        return Button(label, data=f"sub:{shown.id}:{verb}")

    first: tuple[Button, ...] = (button(say("button-subscribe"), "subscribe"),)
    if shown.state == "active":
        first = (button(say("button-now"), "now"), button(say("button-pause"), "pause"))
    elif shown.state != "draft":
        first = (button(say("button-resume"), "resume"),)
    last = () if shown.state == "draft" else ((button(say("button-unsubscribe"), "end"),),)
    return (
        first,
        (
            button(say("button-time"), "times"),
            button(say("button-days"), "days"),
            button(say("button-zone"), "zones"),
        ),
        (
            button(say("button-topics"), "topics"),
            button(say("button-quiet"), "quiets"),
            button(say("button-more-settings"), "more"),
        ),
        *last,
    )


def _back(number: int) -> tuple[Button]:
    return (Button(say("button-back"), data=f"sub:{number}:card"),)


def _where(group: bool) -> str:
    return "group" if group else "private"


def _hours(quiet: QuietHours) -> str:
    return f"{quiet.start:%H:%M}–{quiet.end:%H:%M}"
