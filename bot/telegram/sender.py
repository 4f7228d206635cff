"""Handing messages to Telegram, and sorting what comes back.

python-telegram-bot raises TimedOut both when a request never left and when its answer was lost,
so the cause decides: only a failed connection or a full pool is surely unsent.
"""

import json
import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any, ClassVar, cast

import httpx
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import RequestData

from bot.ports import Fate, Outcome, Outgoing
from bot.telegram.buttons import keyboard
from bot.telegram.lean import NotConnected
from bot.telegram.token import REFUSED

SURELY_UNSENT = (NotConnected, httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# A chat that answers so takes nothing more from us, whatever the message.
CLOSED_CHATS = ("chat not found", "not enough rights", "have no rights", "chat_write_forbidden")
_TAG = re.compile(r"<[^>]*>")


class _Fields:
    """A request's parameters, as what a request class reads of a RequestData.

    The library's own wraps each value in objects of its own, and may not be inherited from.
    """

    __slots__ = ("_fields",)
    contains_files = False
    multipart_data: ClassVar[dict[str, Any]] = {}

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    @property
    def json_payload(self) -> bytes:
        """The parameters as one JSON object."""
        return json.dumps(self._fields, separators=(",", ":")).encode()

    @property
    def json_parameters(self) -> dict[str, str]:
        """The parameters each as JSON, for a client that sends forms."""
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in self._fields.items()
        }


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
        method = "sendMessage" if outgoing.edits is None else "editMessageText"
        fields = cast(RequestData, _Fields(_fields(outgoing, text, parse_mode)))
        result = await self._bot.request.post(f"{self._bot.base_url}/{method}", fields)
        number = result.get("message_id") if isinstance(result, dict) else outgoing.edits
        return Outcome(Fate.SENT, message_id=number)

    async def _after_refusal(self, outgoing: Outgoing, said: str) -> Outcome:
        lowered = said.lower()
        if "message is not modified" in lowered:
            return Outcome(Fate.SENT, message_id=outgoing.edits)
        if "can't parse entities" in lowered:
            return await self._once_more_plain(outgoing, said)
        lost = "not found" in lowered or "be edited" in lowered
        if outgoing.edits is not None and lost and not outgoing.only_edits:
            return await self.send(replace(outgoing, edits=None))
        return refusal(said)

    async def _once_more_plain(self, outgoing: Outgoing, said: str) -> Outcome:
        plain = unescape(_TAG.sub("", outgoing.message.html))
        try:
            sent = await self._call(outgoing, plain, None)
        except TelegramError as error:
            return outcome(error)
        return replace(sent, reason=f"sent as plain text: {said}")


def outcome(error: TelegramError) -> Outcome:
    """Sort one of python-telegram-bot's errors into what may be done about it."""
    said = str(error) or type(error).__name__
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait
        return Outcome(Fate.LATER, reason=said, wait_seconds=float(seconds), flooded=True)
    if isinstance(error, ChatMigrated):
        return Outcome(Fate.MOVED, reason=said, new_chat_id=error.new_chat_id)
    if isinstance(error, Forbidden):
        return Outcome(Fate.NEVER, reason=said, blocked=True)
    if isinstance(error, BadRequest):
        return refusal(said)
    if isinstance(error, InvalidToken):
        return Outcome(Fate.LATER, reason=said, stop=REFUSED)
    if isinstance(error.__cause__, SURELY_UNSENT):
        return Outcome(Fate.LATER, reason=said)
    return Outcome(Fate.UNKNOWN, reason=said)


def refusal(said: str) -> Outcome:
    """Sort a refusal of the message itself; most are mistakes of ours and stay visible."""
    lowered = said.lower()
    if "message thread not found" in lowered:
        return Outcome(Fate.LATER, reason=said, topic_gone=True)
    closed = any(words in lowered for words in CLOSED_CHATS)
    return Outcome(Fate.NEVER, reason=said, blocked=closed)


def _fields(outgoing: Outgoing, text: str, parse_mode: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "chat_id": outgoing.chat_id,
        "text": text,
        "link_preview_options": {"is_disabled": True},
    }
    if parse_mode is not None:
        fields["parse_mode"] = parse_mode
    if outgoing.message.buttons:
        fields["reply_markup"] = keyboard(outgoing.message.buttons)
    if outgoing.edits is not None:
        return fields | {"message_id": outgoing.edits}
    if outgoing.thread_id is not None:
        fields["message_thread_id"] = outgoing.thread_id
    if outgoing.reply_to is not None:
        reply = {"message_id": outgoing.reply_to, "allow_sending_without_reply": True}
        fields["reply_parameters"] = reply
    return fields
