"""/terms for editors: words that take a side, listed, added, taken off by a button."""

import re
from dataclasses import replace

from telegram import Update

from bot.ports import Message as Shown
from bot.services import contesting, prompting
from bot.services.prompting import Prompt
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, editor_request
from bot.views.contested import term_list
from bot.views.html import escape
from bot.views.texts import say
from facts.errors import BriefingError

PATTERN = re.compile(r"^term:(remove|add):(\d{1,15})$")
PURPOSE = "term"


async def on_terms(edge: Edge, update: Update) -> None:
    """List the contested terms, or add the words that follow the command."""
    asked = await editor_request(edge, update)
    if asked is None:
        return
    if not asked.words:
        await asked.show(await _list(asked))
        return
    try:
        await asked.show(await _added(asked, asked.words))
    except BriefingError as refused:
        await asked.show(Shown(escape(str(refused))))


async def take_words(asked: Request, _prompt: Prompt, text: str) -> Shown:
    """Take typed words as a contested term, and show the list with it."""
    added = await _added(asked, text)
    await asked.edge.write(prompting.forget, place=asked.place)
    listed = await _list(asked)
    return replace(listed, html=f"{added.html}\n\n{listed.html}")


async def on_press(edge: Edge, update: Update) -> None:
    """Ask for a term, or take one off the list and show that as it is now."""
    query = update.callback_query
    asked = await editor_request(edge, update)
    match = PATTERN.match(query.data or "") if query else None
    if asked is None or query is None or match is None or query.message is None:
        return
    if match[1] == "add":
        await edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject={})
        await query.answer()
        await asked.show(Shown(say("term-type")))
        return
    try:
        row = await edge.write(contesting.remove_term, term_id=int(match[2]), actor=asked.actor)
    except BriefingError as refused:
        await query.answer(str(refused))
    else:
        await query.answer(say("term-removed", words=row.words))
    await asked.show(await _list(asked), edits=query.message.message_id)


async def _added(asked: Request, words: str) -> Shown:
    row = await asked.edge.write(contesting.add_term, words=words, actor=asked.actor)
    return Shown(say("term-added", words=escape(row.words)))


async def _list(asked: Request) -> Shown:
    listed = await asked.edge.read(contesting.list_terms)
    return term_list([(row.id, row.words) for row in listed])


COMMANDS = {"terms": on_terms}
