"""The commands around topics and subscriptions; everything after them is buttons."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from telegram import Update

from bot.ports import Message
from bot.services import choosing, enrolling, looking, subscribing, topics
from bot.services.looking import Page
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, request
from bot.views import subscriptions as views
from bot.views import topics as topic_views
from bot.views.html import escape
from bot.views.texts import say
from db.queries.topics import topics_seen
from facts.errors import BriefingError
from facts.reading.dates import first_full_date
from facts.topics import find_topic

Act = Callable[[Request], Awaitable[Message | None]]
_SINCE = re.compile(r"^(?P<topic>.*?)\s*\bsince\s+(?P<day>.+)$", re.IGNORECASE | re.DOTALL)
LINK = "sub_"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A command: `changes` what a chat is briefed on, so that in a group only its admins may.

    Few are in the menu; the others are told by /help and are buttons of the cards.
    """

    name: str
    act: Act
    in_menu: bool = False
    admins_only: bool = False
    changes: bool = False


async def on_briefing(edge: Edge, update: Update, command: Briefing) -> None:
    """Carry out a command, or say in one sentence why not."""
    asked = await request(edge, update)
    if asked is None:
        return
    message = await _message(asked, command)
    if message is not None:
        await asked.show(message)


async def on_link(edge: Edge, update: Update) -> None:
    """Subscribe a chat to the topic of the link that it came by."""
    asked = await request(edge, update)
    if asked is not None:
        await on_briefing(edge, update, Briefing("start", _follow_link, changes=True))


async def on_words(edge: Edge, update: Update, text: str) -> bool:
    """Take typed words for the time or the place that was asked for; say whether they were."""
    asked = await request(edge, update)
    if asked is None:
        return False
    message = await edge.write(choosing.typed, place=asked.place, text=text)
    if message is not None:
        await asked.show(message)
    return message is not None


async def on_location(edge: Edge, update: Update) -> None:
    """Take a shared location for the zone that was asked for."""
    asked = await request(edge, update)
    shared = update.message.location if update.message else None
    if asked is None or shared is None:
        return
    message = await edge.write(
        choosing.located,
        place=asked.place,
        latitude=shared.latitude,
        longitude=shared.longitude,
    )
    await asked.show(message or Message(say("not-text")))


async def _message(asked: Request, command: Briefing) -> Message | None:
    if command.admins_only and not asked.admin:
        return Message(say("admins-only"))
    if command.changes and not await asked.may_change():
        return Message(say("group-admins-only"))
    try:
        return await command.act(asked)
    except BriefingError as refused:
        return Message(escape(str(refused)))


async def _topics(asked: Request) -> Message:
    viewer = asked.admission.viewer
    listed = await asked.edge.write(topics.list_matched, viewer=viewer)
    suggested = None
    if asked.admin:
        suggested = [n for n, _ in await asked.edge.read(topics.suggest_topics, viewer=viewer)]
    return topic_views.topic_list([(one.topic, one.facts) for one in listed], suggested)


async def _topic(asked: Request) -> Message:
    if not asked.words:
        return Message(say("topic-how"))
    if asked.words.startswith("-"):
        key = asked.words.removeprefix("-").strip()
        told = await asked.edge.write(topics.remove_topic, key=key, actor=asked.actor)
        return Message(say("topic-removed", key=escape(key), followers=told))
    return await asked.edge.write(
        topics.propose, written=asked.words, actor=asked.actor, viewer=asked.admission.viewer
    )


async def _subscribe(asked: Request) -> Message:
    return await asked.edge.write(
        enrolling.begin, place=asked.place, desk=asked.edge.zone.key, typed_topic=asked.words
    )


async def _follow_link(asked: Request) -> Message:
    key = asked.words.removeprefix(LINK)
    return await asked.edge.write(
        enrolling.follow_link, place=asked.place, desk=asked.edge.zone.key, key=key
    )


async def _subscriptions(asked: Request) -> Message:
    held = await asked.edge.write(subscribing.cards, chat_id=asked.place.chat_id)
    return views.subscription_list(held, "card")


async def _pause(asked: Request) -> Message:
    return await asked.edge.write(enrolling.pause_all, place=asked.place)


async def _resume(asked: Request) -> Message:
    return await asked.edge.write(enrolling.resume_all, place=asked.place)


async def _unsubscribe(asked: Request) -> Message:
    held = await asked.edge.write(subscribing.cards, chat_id=asked.place.chat_id)
    return views.confirm_end(held[0]) if len(held) == 1 else views.subscription_list(held, "end")


async def _now(asked: Request) -> Message | None:
    held = await asked.edge.write(subscribing.cards, chat_id=asked.place.chat_id)
    if len(held) != 1:
        return views.subscription_list(held, "now")
    pressed = choosing.Press(held[0].id, "now")
    shown = await asked.edge.write(
        choosing.press, place=asked.place, pressed=pressed, worker=asked.edge.worker
    )
    for delivery_id in shown.deliveries:
        await asked.edge.deliver(delivery_id)
    return None


async def _brief(asked: Request) -> Message | None:
    match = _SINCE.match(asked.words)
    typed = match["topic"] if match else asked.words
    since: date | None = first_full_date(match["day"]) if match else None
    if match and since is None:
        return Message(say("brief-since-unread", typed=escape(match["day"])))
    viewer = asked.admission.viewer
    listed = await asked.edge.read(lambda session, _now: topics_seen(session, viewer))
    found = find_topic(listed, typed) if typed else []
    if len(found) != 1:
        return topic_views.brief_choice(found or listed, typed)
    owed = await asked.edge.write(
        looking.show_topic,
        page=Page(asked.place),
        topic_id=found[0].id,
        since=since,
        viewer=viewer,
        worker=asked.edge.worker,
    )
    await asked.edge.deliver(owed)
    return None


BRIEFINGS = (
    Briefing("topics", _topics, in_menu=True),
    Briefing("brief", _brief),
    Briefing("subscribe", _subscribe, in_menu=True, changes=True),
    Briefing("subscriptions", _subscriptions),
    Briefing("now", _now, changes=True),
    Briefing("pause", _pause, changes=True),
    Briefing("resume", _resume, changes=True),
    Briefing("unsubscribe", _unsubscribe, changes=True),
    Briefing("topic", _topic, admins_only=True),
)
