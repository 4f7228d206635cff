"""A desk with due digests, workers as processes of their own, and the witness that judges them."""

import asyncio
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.sandbox.server import Sandbox
from db.engine import Store, open_store
from db.models import DeliveryRow, DigestRow, SubscriptionRow
from tests.bot.services.digest_desk import at, subscription
from tests.factories import load_text
from tests.faults.worker import Plan, work

CHATS = (2001, 2002, 2003)
MORNING = at(24, "08:01")
PATIENCE = 60
FINAL = {"sent", "failed", "unknown"}

# Real processes, forked from one that has imported everything and opened nothing.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.faults.worker"])


class Desk:
    """A store with digests due, a Bot API server as witness, and a clock that the test moves."""

    def __init__(self, url: str, folder: Path, sandbox: Sandbox) -> None:
        self.url, self.sandbox = url, sandbox
        self.plan = Plan(url, sandbox.base_url, sandbox.token, str(folder))
        self.move_to(MORNING)

    def move_to(self, moment: datetime) -> None:
        whole = self.plan.clock.with_suffix(".new")
        whole.write_text(moment.isoformat())
        os.replace(whole, self.plan.clock)

    async def work(self, **befalls: object) -> int:
        """Run one worker to its end; return how many points it passed."""
        process = self.start(**befalls)
        await self.ended(process)
        return self.passed(**befalls)

    def start(self, **befalls: object) -> BaseProcess:
        plan = replace(self.plan, **befalls)  # type: ignore[arg-type]
        plan.points.write_text("0")
        process = PROCESSES.Process(target=work, args=(plan,))
        process.start()
        return process

    def passed(self, **befalls: object) -> int:
        return int(replace(self.plan, **befalls).points.read_text() or 0)  # type: ignore[arg-type]

    async def ended(self, process: BaseProcess) -> int | None:
        await asyncio.to_thread(process.join, PATIENCE)
        assert process.exitcode is not None, "the worker hangs"
        code = process.exitcode
        process.close()
        return code

    async def recover(self) -> None:
        """Let time pass until nothing that is owed is open."""
        for minutes in (2, 30, 90):
            self.move_to(MORNING + timedelta(minutes=minutes))
            await self.work(name="recovery")
            if not self.open_deliveries():
                return

    def open_deliveries(self) -> list[DeliveryRow]:
        return [row for row in self.deliveries() if row.state not in FINAL]

    def deliveries(self) -> list[DeliveryRow]:
        with self.store() as store, store.reads.begin() as session:
            return list(session.scalars(select(DeliveryRow).order_by(DeliveryRow.id)))

    def store(self) -> "Opened":
        return Opened(self.url)

    def judge(self, *, slots: int = len(CHATS)) -> Counter[str]:
        """Hold what the store says against what the server accepted; return the final states."""
        accepted = Counter(
            (entry["message"]["chat"]["id"], entry["message"]["text"])
            for entry in self.sandbox.world.accepted
        )
        assert [twice for twice, count in accepted.items() if count > 1] == []
        rows = self.deliveries()
        assert [(row.id, row.state) for row in rows if row.state not in FINAL] == []
        states = Counter(row.state for row in rows)
        total = accepted.total()
        assert states["sent"] <= total <= states["sent"] + states["unknown"]
        numbers = {entry["message"]["message_id"] for entry in self.sandbox.world.accepted}
        assert {row.message_id for row in rows if row.state == "sent"} <= numbers
        with self.store() as store, store.reads.begin() as session:
            told = session.execute(
                select(DigestRow.subscription_id, DigestRow.slot, func.count()).group_by(
                    DigestRow.subscription_id, DigestRow.slot
                )
            ).all()
            due = session.scalars(select(SubscriptionRow.next_due_at)).all()
        assert all(count == 1 for _, _, count in told)
        assert len(told) >= slots
        assert all(moment is not None and moment > MORNING for moment in due)
        return states


class Opened:
    """A store opened for one look, so that no connection is open while workers start."""

    def __init__(self, url: str) -> None:
        self._store = open_store(url)

    def __enter__(self) -> Store:
        return self._store

    def __exit__(self, *_: object) -> None:
        self._store.close()


@asynccontextmanager
async def desk_on(url: str, folder: Path, chats: tuple[int, ...] = CHATS) -> AsyncIterator[Desk]:
    with Opened(url) as store:
        load_text(store)
        for chat in chats:
            subscription(store, chat)
    sandbox = Sandbox()
    await sandbox.start()
    for chat in chats:
        sandbox.world.add_person(chat, f"Reader {chat}")
        sandbox.world.chats[chat].started = True
    try:
        yield Desk(url, folder, sandbox)
    finally:
        await sandbox.stop()


@pytest.fixture
async def desk(database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """Digests due for three chats, on each engine."""
    async with desk_on(database_url, tmp_path) as desk:
        yield desk


@pytest.fixture
async def sqlite_desk(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """Digests due for three chats, on SQLite."""
    async with desk_on(sqlite_url, tmp_path) as desk:
        yield desk


def thaw(process: BaseProcess) -> None:
    """Let a frozen worker go on, unless it ended before it was frozen."""
    if process.is_alive() and process.pid is not None:
        os.kill(process.pid, signal.SIGCONT)


@pytest.fixture(autouse=True)
def _no_worker_is_left() -> Iterator[None]:
    yield
    for process in multiprocessing.active_children():
        process.kill()
