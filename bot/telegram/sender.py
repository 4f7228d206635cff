"""Handing messages to Telegram, and sorting what comes back.

python-telegram-bot raises TimedOut both when a request never left and when its answer was lost,
so the cause decides: only a failed connection or a full pool is surely unsent.
"""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import httpx
from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.ports import Fate, Outcome, Outgoing
from bot.telegram.buttons import keyboard

SURELY_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TAG = re.compile(r"<[^>]*>")


class TelegramSender:
    """Sends over one bot; see `bot.ports.Sender`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send or edit a message and tell what became of it."""
        try:
            return await self._call(outgoing, outgoing.message.html, ParseMode.HTML)
        except BadRequest as error:
            return await self._after_refusal(outgoing, str(error))
        except TelegramError as error:
            return outcome(error)

    async def _call(self, outgoing: Outgoing, text: str, parse_mode: str | None) -> Outcome:
        common: dict[str, Any] = {
            "chat_id": outgoing.chat_id,
            "text": text,
            "parse_mode": parse_mode,
            "reply_markup": keyboard(outgoing.message.buttons),
            "link_preview_options": NO_PREVIEW,
        }
        if outgoing.edits is not None:
            edited = await self._bot.edit_message_text(message_id=outgoing.edits, **common)
            number = edited.message_id if isinstance(edited, Message) else outgoing.edits
            return Outcome(Fate.SENT, message_id=number)
        sent = await self._bot.send_message(
            message_thread_id=outgoing.thread_id, reply_parameters=_reply(outgoing), **common
        )
        return Outcome(Fate.SENT, message_id=sent.message_id)

    async def _after_refusal(self, outgoing: Outgoing, said: str) -> Outcome:
        lowered = said.lower()
        if "message is not modified" in lowered:
            return Outcome(Fate.SENT, message_id=outgoing.edits)
        if "can't parse entities" in lowered:
            return await self._once_more_plain(outgoing)
        if outgoing.edits is not None and ("not found" in lowered or "be edited" in lowered):
            return await self.send(replace(outgoing, edits=None))
        gone = any(words in lowered for words in ("chat not found", "not enough rights"))
        return Outcome(Fate.NEVER, reason=said, blocked=gone)

    async def _once_more_plain(self, outgoing: Outgoing) -> Outcome:
        try:
            return await self._call(outgoing, unescape(_TAG.sub("", outgoing.message.html)), None)
        except TelegramError as error:
            return outcome(error)


def outcome(error: TelegramError) -> Outcome:
    """Sort one of python-telegram-bot's errors into what may be done about it."""
    said = str(error) or type(error).__name__
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait
        return Outcome(Fate.LATER, reason=said, wait_seconds=float(seconds))
    if isinstance(error, ChatMigrated):
        return Outcome(Fate.MOVED, reason=said, new_chat_id=error.new_chat_id)
    if isinstance(error, Forbidden):
        return Outcome(Fate.NEVER, reason=said, blocked=True)
    if isinstance(error, BadRequest):
        return Outcome(Fate.NEVER, reason=said)
    if isinstance(error, InvalidToken) or isinstance(error.__cause__, SURELY_UNSENT):
        return Outcome(Fate.LATER, reason=said)
    return Outcome(Fate.UNKNOWN, reason=said)


def _reply(outgoing: Outgoing) -> ReplyParameters | None:
    if outgoing.reply_to is None:
        return None
    return ReplyParameters(outgoing.reply_to, allow_sending_without_reply=True)
