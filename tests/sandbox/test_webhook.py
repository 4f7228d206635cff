"""Updates pushed to a webhook: with the secret, in order, until taken; and limits on sending."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.limits import Limits
from bot.sandbox.refusals import Refusal
from bot.sandbox.server import READER_ID
from tests.sandbox.conftest import Call
from tests.sandbox.person import Person

SEND = {"chat_id": READER_ID, "text": "x"}
OK = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
BUSY = "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nretry-after: 0\r\nconnection: close\r\n\r\n"


class Taker:
    """A bot's web server: keeps what it is given, and answers what is laid out for it, then OK."""

    def __init__(self) -> None:
        self.updates: asyncio.Queue[Any] = asyncio.Queue()
        self.secrets: list[str] = []
        self.answers: list[str] = []
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        lines = dict(line.split(": ", 1) for line in head.split("\r\n")[1:-2])
        body = await reader.readexactly(int(lines["content-length"]))
        self.secrets.append(lines.get("x-telegram-bot-api-secret-token", ""))
        writer.write((self.answers.pop(0) if self.answers else OK).encode())
        await writer.drain()
        writer.close()
        await self.updates.put(json.loads(body))

    async def next(self) -> Any:
        async with asyncio.timeout(10):
            return await self.updates.get()


@pytest.fixture
async def taker() -> AsyncIterator[Taker]:
    taker = Taker()
    server = await asyncio.start_server(taker.serve, "127.0.0.1", 0)
    taker.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    yield taker
    server.close()
    await server.wait_closed()


async def test_update_is_pushed_with_the_secret(rita: Person, call: Call, taker: Taker) -> None:
    assert (await call("setWebhook", url=taker.url, secret_token="s-1"))["result"] is True
    await rita.say("news")
    assert (await taker.next())["message"]["text"] == "news"
    assert taker.secrets == ["s-1"]


async def test_refused_update_comes_again_before_the_next(
    rita: Person, call: Call, taker: Taker
) -> None:
    taker.answers = [BUSY, BUSY]
    await call("setWebhook", url=taker.url)
    await rita.say("first")
    await rita.say("second")
    texts = [(await taker.next())["message"]["text"] for _ in range(4)]
    assert texts == ["first", "first", "first", "second"]
    told = (await call("getWebhookInfo"))["result"]
    assert told["last_error_message"] == "Wrong response from the webhook: 503 Busy"


async def test_method_in_the_answer_is_carried_out(
    started: Person, call: Call, taker: Taker
) -> None:
    body = json.dumps({"method": "sendMessage", **SEND})
    taker.answers = [f"HTTP/1.1 200 OK\r\ncontent-length: {len(body)}\r\n\r\n{body}"]
    await call("setWebhook", url=taker.url, drop_pending_updates=True)
    await started.say("hello")
    assert (await started.next_message()).text == "x"


async def test_nobody_polls_while_there_is_a_webhook(
    rita: Person, call: Call, taker: Taker, http: httpx.AsyncClient
) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await http.get("/control/calls")  # goes to the server behind the poll
    await call("setWebhook", url=taker.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    refusal = await call("getUpdates")
    assert (refusal["error_code"], refusal["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )
    await call("deleteWebhook")
    await rita.say("again")
    assert len((await call("getUpdates"))["result"]) == 1


WRONG = [
    ({"url": "http://example.com"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ({"url": "https://example.com:81"},
     "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
    ({"url": "https://nowhere"}, "bad webhook: invalid webhook URL specified"),
    ({"url": "https://x.com:port"}, "bad webhook: invalid webhook URL specified"),
    ({"url": "https://x.com", "secret_token": "a b"},
     "secret token contains unallowed characters"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), WRONG)
async def test_bad_webhook_is_refused(call: Call, fields: Any, words: str) -> None:
    refusal = await call("setWebhook", **fields)
    assert refusal["description"] == f"Bad Request: {words}"
    assert (await call("getWebhookInfo"))["result"]["url"] == ""


def refused_at(limits: Limits, chat: str, moments: list[float]) -> list[float]:
    """The moments at which a message to the chat is one too many."""
    found = []
    for moment in moments:
        try:
            limits.pass_or_refuse(chat, moment)
        except Refusal:
            found.append(moment)
    return found


def test_limits_hold_for_chat_group_and_all() -> None:
    limits = Limits()
    assert refused_at(limits, "5", [0.0] * 99) == []  # they are off until turned on
    limits.turn(True)
    assert refused_at(limits, "5", [0, 0.1, 0.2, 0.3, 2.9, 3.1]) == [0.3, 2.9]
    assert refused_at(limits, "-5", [10 + i for i in range(25)]) == [30, 31, 32, 33, 34]
    everybody = [refused_at(limits, str(chat), [100]) for chat in range(40)]
    assert sum(map(bool, everybody)) == 10


async def test_flood_is_refused_once_limits_are_on(
    started: Person, call: Call, http: httpx.AsyncClient
) -> None:
    assert (await http.post("/control/flood", data={"on": "true"})).json() == {"on": True}
    answers = [await call("sendMessage", **SEND) for _ in range(6)]
    assert [answer["ok"] for answer in answers[:3]] == [True] * 3
    refused = answers[-1]
    assert refused["error_code"] == 429
    assert refused["description"].endswith(str(refused["parameters"]["retry_after"]))
