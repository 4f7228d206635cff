"""What admins do about questions: gaps, phrasings, aliases. And /why, for everybody."""

import re
from collections.abc import Awaitable, Callable

from telegram import Message, Update

from bot.ports import Message as Shown
from bot.ports import Outgoing
from bot.services import gaps, learning
from bot.services.explaining import Wondered, explain
from bot.telegram.edge import Edge
from bot.telegram.handlers.visitors import let_in
from bot.views.html import escape
from bot.views.learning import alias_list, phrasing_list
from bot.views.texts import say
from facts.errors import BriefingError

_TO_FACT = re.compile(r"(\d{1,15})\s+fact\s+(\d{1,15})", re.IGNORECASE)
_CANNOT = re.compile(
    r"(\d{1,15})\s+cannot(?: be answered)?\s*:?\s*(\S.*)", re.IGNORECASE | re.DOTALL
)
_REMOVE = re.compile(r"remove\s+(\d{1,15})", re.IGNORECASE)
Told = Callable[[Edge, str, str], Awaitable[Shown]]


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


async def on_gap(edge: Edge, update: Update) -> None:
    """Close a gap: /gap 3 fact 17, or /gap 3 cannot be answered: why."""
    await _for_admins(edge, update, _gap)


async def on_phrasings(edge: Edge, update: Update) -> None:
    """List proposed and live phrasings, with buttons."""
    await _for_admins(edge, update, _phrasings)


async def on_alias(edge: Edge, update: Update) -> None:
    """List, add or take away other words for the same thing."""
    await _for_admins(edge, update, _alias)


COMMANDS = {
    "why": on_why,
    "gap": on_gap,
    "phrasings": on_phrasings,
    "alias": on_alias,
}


async def _for_admins(edge: Edge, update: Update, told: Told) -> None:
    message = update.message
    admission = await let_in(edge, update)
    if message is None or admission is None or message.from_user is None:
        return
    shown = Shown(say("admins-only"))
    if admission.role == "admin" and message.chat.type == message.chat.PRIVATE:
        words = (message.text or "").partition(" ")[2].strip()
        try:
            shown = await told(edge, words, str(message.from_user.id))
        except BriefingError as refused:
            shown = Shown(escape(str(refused)))
    thread = message.message_thread_id if message.is_topic_message else None
    await edge.sender.send(Outgoing(message.chat.id, shown, thread_id=thread))


async def _gap(edge: Edge, words: str, actor: str) -> Shown:
    pointed, cannot = _TO_FACT.fullmatch(words), _CANNOT.fullmatch(words)
    number = pointed or cannot
    if number is None:
        return Shown(say("gaps-how"))
    told = await edge.write(
        gaps.close,
        gap_id=int(number[1]),
        actor=actor,
        fact_id=int(pointed[2]) if pointed else None,
        words=cannot[2] if cannot else None,
    )
    return Shown(say("gap-settled", count=told))


async def _phrasings(edge: Edge, _words: str, _actor: str) -> Shown:
    return phrasing_list(await edge.read(learning.list_phrasings))


async def _alias(edge: Edge, words: str, actor: str) -> Shown:
    removed = _REMOVE.fullmatch(words)
    one, equals, other = words.partition("=")
    if removed is not None:
        row = await edge.write(learning.remove_alias, alias_id=int(removed[1]), actor=actor)
        return Shown(say("alias-removed", words=escape(row.words), meaning=escape(row.meaning)))
    if equals:
        row = await edge.write(learning.add_alias, words=one, meaning=other, actor=actor)
        return Shown(say("alias-added", words=escape(row.words), meaning=escape(row.meaning)))
    listed = await edge.read(learning.list_aliases)
    return Shown(alias_list([(a.id, a.words, a.meaning) for a in listed]))


def _ours(message: Message, replied: Message | None) -> bool:
    me = message.get_bot()
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id
