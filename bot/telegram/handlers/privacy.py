"""/mydata and /forget: for everybody, also those who are not let in, in a private chat."""

import json
import re
from datetime import datetime

from telegram import InputFile, Update

from bot.ports import Message, Outgoing
from bot.services.privacy import (
    CannotForget,
    drop_traces,
    everything_about,
    forget,
    require_forgettable,
)
from bot.telegram.edge import Edge
from bot.telegram.handlers.visitors import sent_in_a_group, visitor
from bot.telegram.sending import tell
from bot.views.html import escape
from bot.views.privacy import forget_question
from bot.views.texts import say

PATTERN = re.compile(r"^forget:(yes|no):(\d{1,12})$")
PATIENCE_MINUTES = 60


async def on_my_data(edge: Edge, update: Update) -> None:
    """Send all that is kept about whoever asks, as a file."""
    person_id = await _person(edge, update)
    if person_id is None:
        return
    kept = await edge.read(everything_about, person_id=person_id)
    content = json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    async with edge.rates.call():
        await update.get_bot().send_document(
            person_id,
            InputFile(content, filename="mydata.json"),
            caption=say("mydata-caption"),
        )


async def on_forget(edge: Edge, update: Update) -> None:
    """Ask once whether everything is to be forgotten."""
    person_id = await _person(edge, update)
    if person_id is None:
        return
    try:
        await edge.read(require_forgettable, person_id=person_id, admin_ids=edge.admin_ids)
    except CannotForget as refused:
        await edge.tell(person_id, escape(str(refused)))
        return
    await edge.tell(
        person_id, forget_question(_minute(edge.clock.now()), invited=edge.doors.open_to_all)
    )


async def on_decision(edge: Edge, update: Update) -> None:
    """Forget whoever pressed, or leave all as it is."""
    query, match = update.callback_query, None
    if query is not None:
        match = PATTERN.match(query.data or "")
    if query is None or match is None or query.message is None:
        return
    person_id, late = query.from_user.id, _minute(edge.clock.now()) - int(match[2])
    if query.message.chat.id != person_id or not 0 <= late <= PATIENCE_MINUTES:
        await query.answer(say("button-expired"))
        return
    told = say("forget-kept")
    if match[1] == "yes":
        told = await _forget(edge, person_id)
    await query.answer()
    await tell(edge, Outgoing(person_id, Message(told), edits=query.message.message_id))
    if match[1] == "yes":
        await edge.write(drop_traces, person_id=person_id)


async def _forget(edge: Edge, person_id: int) -> str:
    try:
        await edge.write(forget, person_id=person_id, admin_ids=edge.admin_ids, zone=edge.zone)
    except CannotForget as refused:
        return escape(str(refused))
    return say("forget-done")


async def _person(edge: Edge, update: Update) -> int | None:
    """Return who asks, in the private chat that it may be answered in."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or await sent_in_a_group(edge, update):
        return None
    await edge.admit(visitor(user, chat))
    return user.id


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60
