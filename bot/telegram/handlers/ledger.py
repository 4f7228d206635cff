"""/audit and /stats for admins: who changed what, and how the desk is doing."""

import asyncio
import re

from telegram import InputFile, Update
from telegram.constants import ParseMode

from bot.ports import Message
from bot.services.auditing import show_audit
from bot.services.statistics import statistics
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import admin_request
from bot.views.charts import picture
from bot.views.statistics import caption
from bot.views.texts import say

AUDIT = re.compile(r"^audit:(all|who|what):(\d{1,15}):(\d{1,15})$")


async def on_audit(edge: Edge, update: Update) -> None:
    """Show the newest changes."""
    asked = await admin_request(edge, update)
    if asked is not None:
        shown = await edge.read(show_audit, chat_id=asked.place.chat_id, desk=edge.zone)
        await asked.show(shown)


async def on_audit_page(edge: Edge, update: Update) -> None:
    """Turn or filter the page under which a button stands."""
    query = update.callback_query
    asked = await admin_request(edge, update)
    match = AUDIT.match(query.data or "") if query else None
    if asked is None or query is None or match is None or query.message is None:
        return
    turn = match[1], int(match[2]), int(match[3])
    chat_id = asked.place.chat_id
    shown = await edge.read(show_audit, chat_id=chat_id, desk=edge.zone, turn=turn)
    await asked.show(shown, edits=query.message.message_id)
    await query.answer()


async def on_stats(edge: Edge, update: Update) -> None:
    """Send a picture of the last days, with what it shows in words."""
    asked = await admin_request(edge, update)
    if asked is None:
        return
    found = await edge.read(statistics, zone=edge.zone)
    if not found.asked:
        await asked.show(Message(say("stats-empty")))
        return
    drawn = await asyncio.to_thread(picture, found)
    async with edge.rates.call():
        await update.get_bot().send_photo(
            asked.place.chat_id,
            InputFile(drawn, filename="stats.png"),
            caption=caption(found),
            parse_mode=ParseMode.HTML,
        )
