"""The buttons of topics, subscriptions, digests and the facts shown in them.

What a button means stands in its data; what it acts on is a row, so that it works after a restart.
"""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import date

from telegram import CallbackQuery, Update

from bot.ports import Message
from bot.services import choosing, enrolling, looking, topics
from bot.services.choosing import Press, Shown
from bot.services.looking import Page
from bot.services.subscribing import SubscriptionRefused
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import NOTE_LIMIT, Request, message_id, request
from bot.views.html import escape
from bot.views.texts import say
from facts.errors import BriefingError, EvidenceBroken

log = logging.getLogger(__name__)

PATTERN = re.compile(r"^(sub|digest|fact|topic|brief):")

Told = str | None
Act = Callable[[Request, CallbackQuery, list[str]], Awaitable[Told]]


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button asks for, and let its press be seen to have arrived."""
    query = update.callback_query
    if query is None:
        return
    asked = await request(edge, update)
    if asked is None or query.message is None:
        await query.answer(say("button-expired"))
        return
    part, *rest = (query.data or "").split(":")
    try:
        note = await PARTS[part](asked, query, rest)
        await query.answer(note[:NOTE_LIMIT] if note else None)
    except EvidenceBroken:
        await query.answer(say("evidence-broken"), show_alert=True)
    except BriefingError as refused:
        await query.answer(str(refused)[:NOTE_LIMIT], show_alert=True)


async def _subscription(asked: Request, query: CallbackQuery, rest: list[str]) -> Told:
    if not await asked.may_change():
        return say("group-admins-only")
    number, verb, *argument = [*rest, "", ""][: max(2, len(rest))]
    # A zone's or an hour's own colons were split apart too.
    pressed = Press(_number(number), verb, ":".join(argument))
    shown: Shown = await asked.edge.write(
        choosing.press, place=asked.place, pressed=pressed, worker=asked.edge.worker
    )
    await asked.show(shown.message, edits=message_id(query))
    for delivery_id in shown.deliveries:
        await asked.edge.deliver(delivery_id)
    return shown.note


async def _fact(asked: Request, query: CallbackQuery, rest: list[str]) -> Told:
    verb, number = _two(rest)
    show = {"context": looking.show_context, "document": looking.show_document}.get(verb)
    if show is None:
        raise SubscriptionRefused(say("button-expired"))
    owed = await asked.edge.write(
        show,
        page=Page(asked.place),
        fact_id=_number(number),
        viewer=asked.admission.viewer,
        worker=asked.edge.worker,
    )
    await asked.edge.deliver(owed)
    return None


async def _digest(asked: Request, query: CallbackQuery, rest: list[str]) -> Told:
    verb, number = _two(rest)
    if verb in {"silent", "eachtime"}:
        return await _when_empty(asked, query, verb, _number(number))
    place, worker = asked.place, asked.edge.worker
    if verb == "again":
        owed = await asked.edge.write(
            looking.show_again,
            page=Page(place),
            digest_id=_number(number),
            viewer=asked.admission.viewer,
            worker=worker,
        )
    else:
        in_place = verb.endswith("at")
        page = Page(place, _number(rest[-1]), message_id(query) if in_place else None)
        owed = [
            await asked.edge.write(
                looking.show_list,
                page=page,
                digest_id=_number(number),
                which="repeats" if verb.startswith("repeats") else "more",
                viewer=asked.admission.viewer,
                worker=worker,
            )
        ]
    for delivery_id in owed:
        await asked.edge.deliver(delivery_id)
    return None


async def _when_empty(asked: Request, query: CallbackQuery, verb: str, number: int) -> Told:
    if not await asked.may_change():
        return say("group-admins-only")
    when_empty = "silence" if verb == "silent" else "line"
    await asked.edge.write(
        enrolling.say_when_empty, place=asked.place, number=number, when_empty=when_empty
    )
    return say("digest-silent") if verb == "silent" else say("digest-each-time")


async def _brief(asked: Request, query: CallbackQuery, rest: list[str]) -> Told:
    topic_id, since, number = [*rest, "", "", ""][:3]
    first = since == "-" and number == "0" and not _is_page(query)
    owed = await asked.edge.write(
        looking.show_topic,
        page=Page(asked.place, _number(number), None if first else message_id(query)),
        topic_id=_number(topic_id),
        since=None if since == "-" else date.fromisoformat(since),
        viewer=asked.admission.viewer,
        worker=asked.edge.worker,
    )
    await asked.edge.deliver(owed)
    return None


async def _topic(asked: Request, query: CallbackQuery, rest: list[str]) -> Told:
    verb, argument = rest[0], ":".join(rest[1:])
    if verb == "follow":
        if not await asked.may_change():
            return say("group-admins-only")
        message = await asked.edge.write(
            enrolling.begin_with,
            place=asked.place,
            desk=asked.edge.zone.key,
            topic_id=_number(argument),
        )
        await asked.show(message)
        return None
    if not asked.admin:
        log.warning("Refused a button of an admin to person %s", asked.actor)
        return say("admins-only")
    if verb == "preview":
        message = await asked.edge.write(
            topics.propose, written=argument, actor=asked.actor, viewer=asked.admission.viewer
        )
        await asked.show(message)
    elif verb == "facts":
        await _proposed(asked, query, argument)
    elif verb == "add":
        await _add_topic(asked, query, _number(argument))
    elif verb == "drop":
        await asked.show(Message(say("topic-how")), edits=message_id(query))
    return None


async def _proposed(asked: Request, query: CallbackQuery, argument: str) -> None:
    proposal, _, number = argument.partition(":")
    edits = message_id(query) if _is_page(query) else None
    owed = await asked.edge.write(
        looking.show_proposed,
        page=Page(asked.place, _number(number), edits),
        proposal=_number(proposal),
        viewer=asked.admission.viewer,
        worker=asked.edge.worker,
    )
    await asked.edge.deliver(owed)


async def _add_topic(asked: Request, query: CallbackQuery, proposal: int) -> None:
    added = await asked.edge.write(
        topics.accept, proposal=proposal, actor=asked.actor, viewer=asked.admission.viewer
    )
    link = f"https://t.me/{asked.update.get_bot().username}?start=sub_{added.topic.key}"
    told = say("topic-added", name=escape(added.topic.name), count=added.facts, link=link)
    await asked.show(Message(told), edits=message_id(query))


def _is_page(query: CallbackQuery) -> bool:
    """Say whether a button turns the page that it stands under."""
    keyboard = getattr(query.message, "reply_markup", None)
    labels = [b.text for row in keyboard.inline_keyboard for b in row] if keyboard else []
    return say("button-next") in labels or say("button-previous") in labels


def _two(rest: list[str]) -> tuple[str, str]:
    first, second = [*rest, "", ""][:2]
    return first, second


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise SubscriptionRefused(say("button-expired"))
    return int(text)


PARTS: dict[str, Act] = {
    "sub": _subscription,
    "fact": _fact,
    "digest": _digest,
    "brief": _brief,
    "topic": _topic,
}
