"""/terms for editors: words that take a side, listed, added, taken off by a button."""

import re

from telegram import Update

from bot.ports import Message as Shown
from bot.services import contesting
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, editor_request
from bot.views.contested import term_list
from bot.views.html import escape
from bot.views.texts import say
from facts.errors import BriefingError

PATTERN = re.compile(r"^term:remove:(\d{1,15})$")


async def on_terms(edge: Edge, update: Update) -> None:
    """List the contested terms, or add the words that follow the command."""
    asked = await editor_request(edge, update)
    if asked is None:
        return
    if not asked.words:
        await asked.show(await _list(asked))
        return
    try:
        row = await edge.write(contesting.add_term, words=asked.words, actor=asked.actor)
    except BriefingError as refused:
        await asked.show(Shown(escape(str(refused))))
    else:
        await asked.show(Shown(say("term-added", words=escape(row.words))))


async def on_press(edge: Edge, update: Update) -> None:
    """Take a term off the list, and show it as it is now."""
    query = update.callback_query
    asked = await editor_request(edge, update)
    match = PATTERN.match(query.data or "") if query else None
    if asked is None or query is None or match is None or query.message is None:
        return
    try:
        row = await edge.write(contesting.remove_term, term_id=int(match[1]), actor=asked.actor)
    except BriefingError as refused:
        await query.answer(str(refused))
    else:
        await query.answer(say("term-removed", words=row.words))
    await asked.show(await _list(asked), edits=query.message.message_id)


async def _list(asked: Request) -> Shown:
    listed = await asked.edge.read(contesting.list_terms)
    return term_list([(row.id, row.words) for row in listed])


COMMANDS = {"terms": on_terms}
