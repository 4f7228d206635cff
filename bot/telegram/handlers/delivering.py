"""/delivery for admins: what is owed, and the buttons that decide an unknown fate."""

import re

from telegram import Update

from bot.ports import Outgoing
from bot.services import outbox
from bot.services.outbox import NotUnknown
from bot.telegram.edge import Edge
from bot.telegram.handlers.visitors import let_in
from bot.telegram.sending import tell
from bot.views import outbox as views
from bot.views.texts import say

PATTERN = r"^delivery:(resend|giveup):(\d{1,15})$"


async def on_decision(edge: Edge, update: Update) -> None:
    """Send a message of unknown fate again, or leave it; only admins, in their private chat."""
    query, chat = update.callback_query, update.effective_chat
    match = re.match(PATTERN, query.data or "") if query else None
    admission = await let_in(edge, update)
    if query is None or match is None or admission is None or chat is None or not query.message:
        return
    if admission.role != "admin" or chat.type != chat.PRIVATE:
        await query.answer(say("admins-only"))
        return
    again, number = match.group(1) == "resend", int(match.group(2))
    decide = outbox.resend if again else outbox.give_up
    try:
        await edge.write(decide, delivery_id=number, actor=str(query.from_user.id))
    except NotUnknown as decided:
        await query.answer(str(decided)[:200])
    else:
        await query.answer(say("outbox-resent" if again else "outbox-given-up", id=f"#{number}"))
    shown = views.message(await edge.read(outbox.figures))
    await tell(edge, Outgoing(chat.id, shown, edits=query.message.message_id))
