"""What Telegram and the network can do to a message, and what may be done about it.

A loopback server does each for real; python-telegram-bot and our client are the real ones.
"""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from telegram import Bot

from bot.ports import Button, Fate, Message, Outcome, Outgoing
from bot.telegram.lean import LeanRequest
from bot.telegram.sender import TelegramSender

TOKEN = "1:x"
MESSAGE = Outgoing(7, Message("<b>286</b> &amp; more", ((Button("Context", "context:1:0"),),)))
SENT = {"ok": True, "result": {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}}}


def answer(status: int, body: Any, *, promised: int | None = None) -> bytes:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    length = len(content) if promised is None else promised
    head = f"HTTP/1.1 {status} x\r\ncontent-type: application/json\r\ncontent-length: {length}"
    return head.encode() + b"\r\n\r\n" + content


def refused(code: int, words: str, **parameters: Any) -> bytes:
    body = {"ok": False, "error_code": code, "description": words}
    return answer(code, body | ({"parameters": parameters} if parameters else {}))


@asynccontextmanager
async def server(*answers: bytes | None) -> AsyncIterator[tuple[TelegramSender, list[Any]]]:
    """A sender whose requests get these answers in turn; None is silence, b"" a closed line."""
    waiting, asked = list(answers), []
    done = asyncio.Event()
    served: list[asyncio.Task[Any] | None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append(asyncio.current_task())
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = int(head.lower().partition(b"content-length: ")[2].split()[0])
                asked.append(json.loads(await reader.readexactly(length)))
                told = waiting.pop(0)
                if told is None:
                    await done.wait()
                writer.write(told or b"")
                await writer.drain()
                if told == b"" or b"content-length: 999" in (told or b""):
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            done.set()  # the client has gone
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    request = LeanRequest(patience=0.2)
    bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
    await request.initialize()
    try:
        yield TelegramSender(bot), asked
    finally:
        done.set()
        await request.shutdown()
        listening.close()
        await asyncio.gather(*(task for task in served if task), return_exceptions=True)


LATER, MOVED, NEVER, UNKNOWN = Fate.LATER, Fate.MOVED, Fate.NEVER, Fate.UNKNOWN
TABLE: list[tuple[str, bytes | None, Fate, dict[str, Any]]] = [
    (
        "flood",
        refused(429, "Too Many Requests: retry after 9", retry_after=9),
        LATER,
        {"wait_seconds": 9.0, "flooded": True},
    ),
    ("blocked", refused(403, "Forbidden: bot was blocked by the user"), NEVER, {"blocked": True}),
    ("deactivated", refused(403, "Forbidden: user is deactivated"), NEVER, {"blocked": True}),
    ("kicked", refused(403, "Forbidden: bot was kicked from the group chat"), NEVER,
     {"blocked": True}),
    ("no such chat", refused(400, "Bad Request: chat not found"), NEVER, {"blocked": True}),
    ("too long", refused(400, "Bad Request: message is too long"), NEVER, {"blocked": False}),
    ("topic", refused(400, "Bad Request: message thread not found"), LATER, {"topic_gone": True}),
    (
        "migrated",
        refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1009),
        MOVED,
        {"new_chat_id": -1009},
    ),
    ("token", refused(401, "Unauthorized"), LATER, {}),
    ("no such bot", refused(404, "Not Found"), LATER, {}),
    ("too large", refused(413, "Request Entity Too Large"), UNKNOWN, {}),
    ("server error", refused(500, "Internal Server Error"), UNKNOWN, {}),
    ("gateway", answer(502, b"<html>502</html>"), UNKNOWN, {}),
    ("no JSON", answer(200, b"<html>fine</html>"), UNKNOWN, {}),
    ("silence", None, UNKNOWN, {}),
    ("closed", b"", UNKNOWN, {}),
    ("half an answer", answer(200, b'{"ok": tr', promised=999), UNKNOWN, {}),
    ("no HTTP", b"hello\r\n\r\n", UNKNOWN, {}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "told", "fate", "more"), TABLE, ids=[row[0] for row in TABLE])
async def test_fate_follows_from_the_cause(
    name: str, told: bytes | None, fate: Fate, more: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with server(told) as (sender, asked):
        outcome = await sender.send(MESSAGE)
    assert outcome.fate is fate
    assert {field: getattr(outcome, field) for field in more} == more
    assert bool(outcome.stop) == (name in {"token", "no such bot"})
    assert len(asked) == 1
    assert TOKEN not in outcome.reason


async def outcome_at(port: int) -> Outcome:
    request = LeanRequest(patience=0.2)
    async with request:
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
        return await TelegramSender(bot).send(MESSAGE)


async def test_refused_connection_is_surely_unsent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        outcome = await outcome_at(taken.getsockname()[1])
    assert (outcome.fate, outcome.blocked) == (Fate.LATER, False)


async def test_unknown_name_is_surely_unsent() -> None:
    request = LeanRequest(patience=0.2)
    async with request:
        bot = Bot(TOKEN, base_url="http://no-such-host.invalid/bot", request=request)
        assert (await TelegramSender(bot).send(MESSAGE)).fate is Fate.LATER


BAD_MARKUP = refused(400, "Bad Request: can't parse entities: Unsupported start tag")


async def test_bad_markup_goes_once_more_as_plain_text() -> None:
    async with server(BAD_MARKUP, answer(200, SENT)) as (sender, asked):
        outcome = await sender.send(MESSAGE)
    assert (outcome.fate, outcome.message_id) == (Fate.SENT, 5)
    assert "plain text" in outcome.reason
    assert [fields.get("parse_mode") for fields in asked] == ["HTML", None]
    assert asked[1]["text"] == "286 & more"


async def test_bad_markup_twice_fails_visibly() -> None:
    async with server(BAD_MARKUP, BAD_MARKUP) as (sender, asked):
        outcome = await sender.send(MESSAGE)
    assert (outcome.fate, len(asked)) == (Fate.NEVER, 2)
    assert "parse entities" in outcome.reason


async def test_connection_is_kept_and_a_closed_one_is_not_used_again() -> None:
    async with server(answer(200, SENT), answer(200, SENT), b"", answer(200, SENT)) as (
        sender,
        asked,
    ):
        fates = [(await sender.send(MESSAGE)).fate for _ in range(4)]
    assert fates == [Fate.SENT, Fate.SENT, Fate.UNKNOWN, Fate.SENT]
    assert len(asked) == 4


async def test_edit_of_a_vanished_message_is_sent_anew() -> None:
    gone = refused(400, "Bad Request: message to edit not found")
    async with server(gone, answer(200, SENT)) as (sender, asked):
        assert (await sender.send(replace(MESSAGE, edits=3))).fate is Fate.SENT
    assert ["message_id" in fields for fields in asked] == [True, False]


@pytest.mark.parametrize(
    ("outgoing", "fields"),
    [
        (replace(MESSAGE, thread_id=4), {"message_thread_id": 4}),
        (replace(MESSAGE, reply_to=9), {"reply_parameters": {
            "message_id": 9, "allow_sending_without_reply": True}}),
        (replace(MESSAGE, message=Message("שלום 🎉")), {"text": "שלום 🎉"}),
    ],
)  # fmt: skip
async def test_fields_are_telegrams(outgoing: Outgoing, fields: dict[str, Any]) -> None:
    async with server(answer(200, SENT)) as (sender, asked):
        await sender.send(outgoing)
    assert fields.items() <= asked[0].items()
