"""A worker as a process of its own, that can be ended at any commit and any call, by number.

It does what a running bot's ticks do: prepares digests, tidies up, sends. Its clock is a file that
the test moves.
"""

import asyncio
import os
import signal
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Connection
from telegram import Bot

import db.engine
from bot.certificates import certificates
from bot.ports import Outcome, Outgoing
from bot.services.delivering import reap
from bot.services.digesting import prepare_due
from bot.telegram.lean import LeanRequest
from bot.telegram.outbox import Outbox
from bot.telegram.pacing import NoRates
from bot.telegram.sender import TelegramSender
from bot.telegram.sending import close, send_due
from db.engine import Store, open_store
from db.failures import STORE_FAILURES

certificates()  # read here once, where processes are forked from, and not in each of them
PATIENCE_SECONDS = 0.4
TICKS, PAUSE_SECONDS = 40, 0.05


@dataclass(frozen=True)
class Plan:
    """Where a worker works, and what befalls it at its point number `at` (1 is the first)."""

    database_url: str
    base_url: str
    token: str
    folder: str
    name: str = "worker"
    at: int | None = None
    ending: int = int(signal.SIGKILL)
    full_at: int | None = None
    busy_ms: int = 10_000

    @property
    def clock(self) -> Path:
        return Path(self.folder) / "clock"

    @property
    def points(self) -> Path:
        return Path(self.folder) / f"{self.name}.points"


class FileClock:
    """The moment that stands in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.fromisoformat(self._file.read_text())


class Points:
    """Counts commits and calls; at the chosen one the process ends, or the disk is full."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.count, self._lock = plan, 0, threading.Lock()

    def passed(self) -> None:
        with self._lock:  # commits are made in threads, beside calls: no point may be missed
            self.count += 1
            self.plan.points.write_text(str(self.count))
            if self.count == self.plan.at:
                os.kill(os.getpid(), self.plan.ending)

    def before_commit(self, _connection: Connection) -> None:
        self.passed()

    def on_begin(self, connection: Connection) -> None:
        if self.plan.full_at is not None and self.count + 1 >= self.plan.full_at:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than there are


class CountedSender(TelegramSender):
    """The real sender, with a point before each call."""

    def __init__(self, bot: Bot, points: Points) -> None:
        super().__init__(bot)
        self._points = points

    async def send(self, outgoing: Outgoing) -> Outcome:
        self._points.passed()
        return await super().send(outgoing)


def work(plan: Plan) -> None:
    """Work until nothing more is due."""
    db.engine.BUSY_TIMEOUT_MS = plan.busy_ms
    store = open_store(plan.database_url)
    points = Points(plan)
    event.listen(store.engine, "commit", points.before_commit)
    event.listen(store.engine, "begin", points.on_begin)
    try:
        asyncio.run(_work(plan, store, points))
    finally:
        store.close()


async def _work(plan: Plan, store: Store, points: Points) -> None:
    reasons: list[str] = []
    request = LeanRequest(patience=PATIENCE_SECONDS)
    await request.initialize()
    outbox = Outbox(
        store=store,
        clock=FileClock(plan.clock),
        sender=CountedSender(Bot(plan.token, base_url=plan.base_url, request=request), points),
        worker=f"{plan.name}:{os.getpid()}",
        stop=reasons.append,
        rates=NoRates(),
    )
    for _ in range(TICKS):
        try:
            await outbox.write(reap)
            while await outbox.write(prepare_due):
                continue
            await send_due(outbox)
            break
        except STORE_FAILURES:
            await asyncio.sleep(PAUSE_SECONDS)
    try:
        await close(outbox)
    except STORE_FAILURES:
        await asyncio.sleep(PAUSE_SECONDS)
    await request.shutdown()
