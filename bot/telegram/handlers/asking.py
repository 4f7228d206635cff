"""Any text that is no command is a question."""

import asyncio
import logging

from telegram import Message, Update

from bot.services.access import Admission
from bot.services.asking import Asked, ask, asked_too_much
from bot.telegram.edge import Edge
from bot.telegram.handlers.briefing import on_words
from bot.telegram.handlers.prompts import on_prompted
from bot.telegram.handlers.visitors import let_in
from bot.views.texts import say
from facts.errors import EvidenceBroken

log = logging.getLogger(__name__)

LONGEST_QUESTION = 1_000


async def on_text(edge: Edge, update: Update) -> None:
    """Answer a typed question; in a group only when it is put to us."""
    message = update.message
    text = addressed(message) if message is not None else None
    if message is None or text is None or await on_prompted(edge, update, text):
        return
    if await on_words(edge, update, text):
        return
    await _answer(edge, update, message, text)


async def on_ask(edge: Edge, update: Update) -> None:
    """Answer /ask QUESTION: what always reaches a bot in a group."""
    message = update.message
    if message is not None and message.text is not None:
        await _answer(edge, update, message, message.text.partition(" ")[2].strip())


async def _answer(edge: Edge, update: Update, message: Message, text: str) -> None:
    admission = await let_in(edge, update, asking=True)
    if admission is None:
        return
    await answer(edge, _asked(message, text), admission)


async def answer(edge: Edge, asked: Asked, admission: Admission) -> None:
    """Answer a question of somebody who was let in."""
    if len(asked.text) > LONGEST_QUESTION:
        too_long = say("question-too-long", most=LONGEST_QUESTION)
        await edge.tell(asked.chat_id, too_long, asked.thread_id)
        return
    if await edge.read(asked_too_much, asked=asked, most=edge.questions_a_minute):
        await edge.tell(asked.chat_id, say("asked-too-much"), asked.thread_id)
        return
    try:
        owed = await asyncio.to_thread(
            ask,
            edge.store,
            edge.clock.now(),
            asked=asked,
            today=edge.today(),
            viewer=admission.viewer,
            vocabularies=edge.vocabularies,
            worker=edge.worker,
        )
    except EvidenceBroken as broken:
        log.error("%s", broken)
        await edge.tell(asked.chat_id, say("evidence-broken"), asked.thread_id)
        return
    for delivery_id in owed:
        await edge.deliver(delivery_id)


async def on_other(edge: Edge, update: Update) -> None:
    """Say kindly, in a private chat, that only typed questions can be read."""
    message = update.message
    if message is not None and message.chat.type == message.chat.PRIVATE:
        if await let_in(edge, update) is None:
            return
        await _tell(edge, message, say("not-text"))


def addressed(message: Message) -> str | None:
    """Return the question put to us, without our name; None when it is not for us."""
    text = message.text or ""
    if message.chat.type == message.chat.PRIVATE:
        return text
    me = message.get_bot()
    name = f"@{me.username}"
    if name.lower() in text.lower():
        at = text.lower().index(name.lower())
        return (text[:at] + text[at + len(name) :]).strip()
    replied = message.reply_to_message
    ours = replied is not None and replied.from_user is not None and replied.from_user.id == me.id
    return text if ours else None


def _asked(message: Message, text: str) -> Asked:
    return Asked(
        chat_id=message.chat.id,
        message_id=message.message_id,
        text=text,
        person_id=message.from_user.id if message.from_user and not message.sender_chat else None,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
    )


async def _tell(edge: Edge, message: Message, html: str) -> None:
    thread = message.message_thread_id if message.is_topic_message else None
    await edge.tell(message.chat.id, html, thread)
