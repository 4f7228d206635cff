"""/golden for editors: the questions that every load is tried against, kept and dropped."""

import re

from telegram import Update

from bot.ports import Message as Shown
from bot.services import golden, goldendesk
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, show_asked, show_pressed
from bot.views import golden as views
from bot.views.html import escape
from bot.views.learning import above
from bot.views.texts import say

PATTERN = re.compile(r"^golden:(page|keep|drop):(\d{1,15})(?::(\d{1,4}))?$")


async def on_golden(edge: Edge, update: Update) -> None:
    """List the golden questions, or offer to keep the answer that is replied to as one."""
    await show_asked(edge, update, _asked)


async def on_press(edge: Edge, update: Update) -> None:
    """Turn the page, keep an answer or drop a question; a reader who forges one is refused."""
    await show_pressed(edge, update, PATTERN, _pressed)


COMMANDS = {"golden": on_golden}


async def _asked(asked: Request) -> Shown:
    replied = asked.update.message.reply_to_message if asked.update.message else None
    if replied is None:
        return await _page(asked, 0)
    wanted = await asked.edge.read(
        goldendesk.wanted_in, chat_id=asked.place.chat_id, message_id=replied.message_id
    )
    return views.keep_asked(wanted.answer_id, wanted.question, wanted.words)


async def _pressed(asked: Request, match: re.Match[str]) -> Shown:
    verb, number, page = match[1], int(match[2]), int(match[3] or 0)
    if verb == "page":
        return await _page(asked, number)
    if verb == "keep":
        kept = await asked.edge.write(
            goldendesk.keep_answer,
            answer_id=number,
            chat_id=asked.place.chat_id,
            actor=asked.actor,
        )
        return Shown(say("golden-kept-one", question=escape(kept.question)))
    row = await asked.edge.write(golden.remove_golden, number=number, actor=asked.actor)
    told = say("golden-removed", id=str(row.id), question=escape(row.text))
    return above(told, await _page(asked, page))


async def _page(asked: Request, page: int) -> Shown:
    rows, page, pages = await asked.edge.read(goldendesk.golden_page, page=page)
    return views.golden_page([(row.id, row.text, row.facts) for row in rows], page, pages)
