"""Sending: how truly the allowed rate is held, how quick live answers stay, what a message costs.

    python -m benchmarks.delivery [--due 600] [--messages 500] [--database URL]

The local Bot API server runs in a process of its own with Telegram's limits on (30 a second in
all, 3 in 3 seconds a chat). `--due 10000` takes eight minutes at the allowed rate. Then, limits
off: messages a second and processor time a message, for the whole outbox, for its sender alone,
for a raw HTTP client, and for bare `telegram.Bot.send_message`, all in one run.
"""

import asyncio
import http.client
import json
import multiprocessing
import os
import statistics
import tempfile
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

import click
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.request import HTTPXRequest

from bot.cli.library import load_library
from bot.cli.opening import SystemClock
from bot.ports import DIGESTS, Button, Message, Outcome, Outgoing, Rates, Sender
from bot.sandbox.server import Sandbox
from bot.services.asking import Asked, ask
from bot.services.delivering import Owed, owe
from bot.services.vocabularies import Vocabularies
from bot.telegram.edge import Edge
from bot.telegram.files import TelegramFiles
from bot.telegram.lean import LeanRequest
from bot.telegram.outbox import Outbox
from bot.telegram.pacing import NoRates, rates_for
from bot.telegram.sender import TelegramSender
from bot.telegram.sending import close, deliver, send_due
from db.engine import Store, open_store
from db.migrate import migrate
from db.queries.people import ensure_chat
from db.queries.quotes import all_quotes
from db.viewer import Viewer

FIRST_CHAT, LIVE_CHATS, QUOTED = 10_000, 50, 5
TOLD_EVERY_SECONDS = 15
TEXT = "<b>Digest</b>\n" + "Something new stands in the documents of this desk. " * 20
BUTTONS = ((Button("Context", "context:1:0"), Button("Document", "document:1:0")),)
QUESTION = "How many people were killed in September?"
Send = Callable[[], Awaitable[object]]


@click.command()
@click.option("--due", default=600, help="Digests due at once, with limits.")
@click.option("--messages", default=500, help="Messages of each kind, without limits.")
@click.option("--database", default="", help="A store of its own; SQLite if not given.")
def main(due: int, messages: int, database: str) -> None:
    """Measure sending."""
    with served(database, due + messages) as (store, base_url, token):
        asyncio.run(measure(store, base_url, token, due, messages))


@contextmanager
def served(database: str, chats: int) -> Iterator[tuple[Store, str, str]]:
    """Yield a store with the library, and address and token of a Bot API server with readers."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(database or f"sqlite:///{folder}/store.sqlite3")
        migrate(store)
        load_library(store, SystemClock().now())
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        server = context.Process(target=serve, args=(there, chats), daemon=True)
        server.start()
        try:
            base_url, token = here.recv()
            yield store, base_url, token
        finally:
            server.kill()
            server.join()
            store.close()


def serve(told: Connection, chats: int) -> None:
    """Run the Bot API server, with so many readers who have started the bot."""

    async def run() -> None:
        sandbox = Sandbox()
        sandbox.world.calls = deque()  # none is let go of
        await sandbox.start()
        for chat in range(FIRST_CHAT, FIRST_CHAT + chats + LIVE_CHATS):
            sandbox.world.add_person(chat, f"Reader {chat}")
            sandbox.world.chats[chat].started = True
        told.send((sandbox.base_url, sandbox.token))
        await asyncio.Event().wait()

    asyncio.run(run())


async def measure(store: Store, base_url: str, token: str, due: int, messages: int) -> None:
    """Run both parts and print what was measured."""
    owe_digests(store, FIRST_CHAT + LIVE_CHATS, due)
    await asyncio.to_thread(control, base_url, "flood", on=True)
    async with outbox_to(store, base_url, token, rates_for(store)) as outbox:
        await with_limits(outbox, due)
    await print_refused(base_url)
    await asyncio.to_thread(control, base_url, "flood", on=False)
    await without_limits(store, base_url, token, messages)


async def print_refused(base_url: str) -> list[dict[str, Any]]:
    """Print how many calls were refused for coming too fast; return all calls."""
    calls = await asyncio.to_thread(control, base_url, "calls")
    refused = sum("Too Many Requests" in call["refused"] for call in calls)
    print(f"refused with 429: {refused} of {len(calls)} calls")
    return calls


def control(base_url: str, path: str, **told: object) -> list[dict[str, Any]]:
    """Ask the server's control side, or tell it something."""
    address = f"{base_url.removesuffix('/bot')}/control/{path}"
    asked = Request(address, headers={"content-type": "application/json"})
    with urlopen(asked, data=json.dumps(told).encode() if told else None) as answer:
        found = json.load(answer)
        return found if isinstance(found, list) else []


def owe_digests(store: Store, first: int, count: int) -> None:
    """Write down digests due now, each for a chat of its own, each quoting a few facts."""
    now = datetime.now(UTC)
    with store.reads.begin() as session:
        quoted = list(islice(all_quotes(session), QUOTED))
    for start in range(0, count, 500):
        with store.writes.begin() as session:
            for chat in range(first + start, first + min(start + 500, count)):
                ensure_chat(session, now, chat_id=chat, kind="private", title="A reader")
                owe(session, now, Owed("digest", chat, Message(TEXT, BUTTONS), quoted))


@asynccontextmanager
async def outbox_to(store: Store, base_url: str, token: str, rates: Rates) -> AsyncIterator[Edge]:
    """The product's outbox over the product's client."""
    async with LeanRequest(patience=20) as request:
        bot = Bot(token, base_url=base_url, request=request)
        outbox = Edge(
            store=store,
            clock=SystemClock(),
            sender=TelegramSender(bot),
            worker="benchmark",
            stop=print,
            rates=rates,
            zone=ZoneInfo("UTC"),
            files=TelegramFiles(bot),
        )
        yield outbox
        await close(outbox)


async def with_limits(outbox: Outbox, due: int) -> None:
    """Send what is due at the allowed rate, while readers ask."""
    moments: list[float] = []
    asking = asyncio.create_task(ask_on(outbox))
    telling = asyncio.create_task(tell_on(moments, due))
    worked = time.process_time()
    while len(moments) < due:  # a flood refusal ends a run, as it would a tick
        await send_due(outbox, lambda count: moments.extend([time.perf_counter()] * count))
        await asyncio.sleep(0.05)
    busy = (time.process_time() - worked) / (moments[-1] - moments[0])
    telling.cancel()
    print(f"{due} digests due at once, allowed {DIGESTS.per_second:g}/s")
    print_held(moments, await stop(asking), busy)


def print_held(moments: list[float], waits: list[float], busy: float) -> None:
    """Print the rate at which messages left, and how long readers waited meanwhile."""
    rate = (len(moments) - 1) / (moments[-1] - moments[0])
    off = (rate / DIGESTS.per_second - 1) * 100
    print(f"held: {rate:.2f}/s ({off:+.1f} %), {len(moments)} sent, {busy:.0%} of one processor")
    p95 = statistics.quantiles(waits, n=20)[-1]
    print(
        f"live answers meanwhile: {len(waits)}, p50 {statistics.median(waits) * 1000:.0f} ms, "
        f"p95 {p95 * 1000:.0f} ms, slowest {max(waits) * 1000:.0f} ms"
    )


class Seen:
    """A sender that notes when each chat's last message was accepted: then its reader sees it."""

    def __init__(self, sender: Sender) -> None:
        self._sender, self.last = sender, dict[int, float]()

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send it, and note when that was done."""
        outcome = await self._sender.send(outgoing)
        self.last[outgoing.chat_id] = time.perf_counter()
        return outcome


async def tell_on(moments: list[float], due: int) -> None:
    """Print how far it has got and how fast it was lately, until cancelled."""
    while True:
        before = len(moments)
        await asyncio.sleep(TOLD_EVERY_SECONDS)
        lately = (len(moments) - before) / TOLD_EVERY_SECONDS
        load = os.getloadavg()[0]
        print(f"  {len(moments)} of {due} sent, {lately:.2f}/s, load {load:.1f}", flush=True)


async def ask_on(outbox: Outbox) -> list[float]:
    """Ask three questions a second until cancelled; return how long each reader waited."""
    vocabularies, waits, number = Vocabularies(), [], 0
    tasks: set[asyncio.Task[None]] = set()
    seen = Seen(outbox.sender)
    live = replace(outbox, sender=seen)

    async def one(number: int) -> None:
        begun, chat_id = time.perf_counter(), FIRST_CHAT + number % LIVE_CHATS
        asked = Asked(chat_id, number, QUESTION)
        for owed in await asyncio.to_thread(answer, outbox, asked, vocabularies):
            await deliver(live, owed)
        waits.append(seen.last[chat_id] - begun)

    try:
        while True:
            number += 1
            tasks.add(asyncio.create_task(one(number)))
            await asyncio.sleep(1 / 3)
    except asyncio.CancelledError:
        await asyncio.gather(*tasks)
        return waits


def answer(outbox: Outbox, asked: Asked, vocabularies: Vocabularies) -> list[int]:
    """Answer a question as a handler does."""
    now = outbox.clock.now()
    with outbox.store.writes.begin() as session:
        ensure_chat(session, now, chat_id=asked.chat_id, kind="private", title="A reader")
    return list(
        ask(
            outbox.store,
            now,
            asked=asked,
            today=date(2026, 11, 23),
            viewer=Viewer(),
            vocabularies=vocabularies,
            worker=outbox.worker,
        )
    )


async def stop(asking: "asyncio.Task[list[float]]") -> list[float]:
    """End the asking and return its waits."""
    asking.cancel()
    return await asking


async def without_limits(store: Store, base_url: str, token: str, messages: int) -> None:
    """Send as fast as can be, in four ways."""
    print(f"\nwithout limits, {messages} messages      messages/s   processor ms a message")
    owe_digests(store, FIRST_CHAT + LIVE_CHATS, messages)
    async with outbox_to(store, base_url, token, NoRates()) as outbox:
        await timed("the outbox, rows and commits", messages, lambda: send_due(outbox), once=True)
        outgoing = Outgoing(FIRST_CHAT, Message(TEXT, BUTTONS))
        lean = await timed("its sender alone", messages, lambda: outbox.sender.send(outgoing))
    raw = await timed_raw(f"{base_url}{token}", messages)
    keys = InlineKeyboardMarkup(
        [[InlineKeyboardButton(b.text, callback_data=b.data) for b in row] for row in BUTTONS]
    )
    request = HTTPXRequest(connection_pool_size=64, read_timeout=20)
    async with Bot(token, base_url=base_url, request=request) as bot:
        await timed(
            "telegram.Bot.send_message",
            messages,
            lambda: bot.send_message(
                FIRST_CHAT,
                TEXT,
                parse_mode="HTML",
                reply_markup=keys,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
        )
    print(f"the sender costs {lean / raw:.2f} times a raw client")


async def timed(name: str, messages: int, send: Send, *, once: bool = False) -> float:
    """Print and return the processor milliseconds a message, one call after the other."""
    processor, wall = time.process_time(), time.perf_counter()
    for _ in range(1 if once else messages):
        await send()
    return told(name, messages, processor, wall)


async def timed_raw(address: str, messages: int) -> float:
    """The same messages over the standard library's HTTP client, one connection kept open."""
    url = urlsplit(address)
    fields = {
        "chat_id": FIRST_CHAT,
        "text": TEXT,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {
            "inline_keyboard": [
                [{"text": b.text, "callback_data": b.data} for b in row] for row in BUTTONS
            ]
        },
    }

    def run() -> float:
        line = http.client.HTTPConnection(url.hostname or "", url.port)
        processor, wall = time.process_time(), time.perf_counter()
        for _ in range(messages):
            body = json.dumps(fields).encode()
            headers = {"content-type": "application/json"}
            line.request("POST", f"{url.path}/sendMessage", body, headers)
            json.loads(line.getresponse().read())
        spent = told("a raw client (http.client)", messages, processor, wall)
        line.close()
        return spent

    return await asyncio.to_thread(run)


def told(name: str, messages: int, processor: float, wall: float) -> float:
    """Print what messages cost since two moments; return the processor milliseconds of one."""
    spent = (time.process_time() - processor) / messages * 1000
    rate = messages / (time.perf_counter() - wall)
    print(f"{name:32} {rate:14.0f} {spent:14.2f}")
    return spent


if __name__ == "__main__":
    main()
