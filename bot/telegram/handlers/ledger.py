"""/audit for admins: who changed what, a page at a time."""

import re

from telegram import Update

from bot.services.auditing import show_audit
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import admin_request

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
