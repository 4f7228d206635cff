"""/delivery for admins: what is owed, and the buttons that decide an unknown fate."""

import re

from telegram import Update

from bot.services import outbox
from bot.services.outbox import NotUnknown
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import admin_request
from bot.views import outbox as views
from bot.views.texts import say

PATTERN = r"^delivery:(resend|giveup):(\d{1,15})$"


async def on_decision(edge: Edge, update: Update) -> None:
    """Send a message of unknown fate again, or leave it; only admins, in their private chat."""
    query, asked = update.callback_query, await admin_request(edge, update)
    match = re.match(PATTERN, query.data or "") if query else None
    if asked is None or query is None or match is None or query.message is None:
        return
    again, number = match.group(1) == "resend", int(match.group(2))
    decide = outbox.resend if again else outbox.give_up
    try:
        await edge.write(decide, delivery_id=number, actor=asked.actor)
    except NotUnknown as decided:
        await query.answer(str(decided)[:200])
    else:
        await query.answer(say("outbox-resent" if again else "outbox-given-up", id=f"#{number}"))
    shown = views.message(await edge.read(outbox.figures))
    await asked.show(shown, edits=query.message.message_id)
