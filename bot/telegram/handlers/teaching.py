"""What editors teach: phrasings and aliases, in pages with buttons. And /why, for everybody."""

import re
from collections.abc import Awaitable, Callable

from telegram import Message, Update

from bot.ports import Message as Shown
from bot.services import learning, prompting
from bot.services.explaining import Wondered, explain
from bot.services.prompting import Prompt
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, editor_request, show_asked, show_pressed
from bot.telegram.handlers.visitors import let_in
from bot.views import learning as views
from bot.views.html import escape
from bot.views.texts import say

PATTERN = re.compile(r"^(live|refuse|phrasings|aliases|unalias|alias):(\d{1,15})(?::(\d{1,4}))?$")
PURPOSE = "alias"
_REMOVE = re.compile(r"remove\s+(\d{1,15})", re.IGNORECASE)


async def on_why(edge: Edge, update: Update) -> None:
    """Explain the answer that /why replies to, else the last one here."""
    message = update.message
    admission = await let_in(edge, update)
    if message is None or admission is None:
        return
    replied = message.reply_to_message
    wondered = Wondered(
        chat_id=message.chat.id,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        message_id=replied.message_id if _ours(message, replied) and replied else None,
        reply_to=message.message_id,
    )
    owed = await edge.write(explain, wondered=wondered, viewer=admission.viewer, worker=edge.worker)
    if owed is None:
        await edge.tell(message.chat.id, say("why-nothing"), wondered.thread_id)
    else:
        await edge.deliver(owed)


async def on_phrasings(edge: Edge, update: Update) -> None:
    """List proposed and live phrasings, with buttons."""
    asked = await editor_request(edge, update)
    if asked is not None:
        await asked.show(await _phrasings(asked, 0, 0))


async def on_alias(edge: Edge, update: Update) -> None:
    """List, add or take away other words for the same thing."""
    await show_asked(edge, update, _worded)


async def take_words(asked: Request, prompt: Prompt, text: str) -> Shown:
    """Take typed words as a new alias."""
    shown = await _add_alias(asked, text)
    await asked.edge.write(prompting.forget, place=asked.place)
    return shown


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button under phrasings or aliases asks for, and show the page as it is now."""
    await show_pressed(edge, update, PATTERN, _pressed, _TOLD)


async def _pressed(asked: Request, match: re.Match[str]) -> Shown:
    return await _PRESSES[match[1]](asked, int(match[2]), int(match[3] or 0))


async def _worded(asked: Request) -> Shown:
    """Do what stands behind /alias."""
    removed = _REMOVE.fullmatch(asked.words)
    if removed is not None:
        return await _unalias(asked, int(removed[1]), 0)
    if asked.words:
        return await _add_alias(asked, asked.words)
    return await _aliases(asked, 0, 0)


async def _phrasings(asked: Request, page: int, _: int) -> Shown:
    viewer = asked.admission.viewer
    listed, page, pages = await asked.edge.read(learning.phrasing_page, page=page, viewer=viewer)
    return views.phrasing_page(listed, page, pages)


async def _live(asked: Request, number: int, page: int) -> Shown:
    return await _decide(asked, number, page, live=True)


async def _refuse(asked: Request, number: int, page: int) -> Shown:
    return await _decide(asked, number, page, live=False)


async def _decide(asked: Request, number: int, page: int, *, live: bool) -> Shown:
    await asked.edge.write(
        learning.decide_phrasing,
        phrasing_id=number,
        live=live,
        actor=asked.actor,
        viewer=asked.admission.viewer,
    )
    return await _phrasings(asked, page, 0)


async def _aliases(asked: Request, page: int, _: int) -> Shown:
    listed, page, pages = await asked.edge.read(learning.alias_page, page=page)
    return views.alias_page([(row.id, row.words, row.meaning) for row in listed], page, pages)


async def _unalias(asked: Request, number: int, page: int) -> Shown:
    row = await asked.edge.write(learning.remove_alias, alias_id=number, actor=asked.actor)
    told = say("alias-removed", words=escape(row.words), meaning=escape(row.meaning))
    return views.above(told, await _aliases(asked, page, 0))


async def _ask_alias(asked: Request, _number: int, _page: int) -> Shown:
    await asked.edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject={})
    return views.ask_alias()


async def _add_alias(asked: Request, words: str) -> Shown:
    one, _, other = words.partition("=")
    row = await asked.edge.write(learning.add_alias, words=one, meaning=other, actor=asked.actor)
    return views.alias_added(row.words, row.meaning)


COMMANDS = {"why": on_why, "phrasings": on_phrasings, "alias": on_alias}
Act = Callable[[Request, int, int], Awaitable[Shown]]
_PRESSES: dict[str, Act] = {
    "live": _live,
    "refuse": _refuse,
    "phrasings": _phrasings,
    "aliases": _aliases,
    "unalias": _unalias,
    "alias": _ask_alias,
}
_TOLD = {"live": "phrasing-live", "refuse": "phrasing-refused"}


def _ours(message: Message, replied: Message | None) -> bool:
    me = message.get_bot()
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id
