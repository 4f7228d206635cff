"""The whole bot in a test: python-telegram-bot against the sandbox, over HTTP, in one loop."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.cli.library import load_library
from bot.ports import Links
from bot.sandbox.server import ADMIN_ID, READER_ID, Sandbox
from bot.scheduler import deliver_due, tidy_up
from bot.telegram.app import PATIENCE_SECONDS, add_handlers, build_application
from bot.telegram.edge import Edge
from bot.telegram.files import TelegramFiles
from bot.telegram.gate import Gate
from bot.telegram.pacing import NoRates
from bot.telegram.running import polling
from bot.telegram.sender import TelegramSender
from db.engine import Store
from db.models import DeliveryRow
from db.queries.doors import Doors
from facts.calendar import Days, Schedule
from tests.fakes import FakeClock
from tests.kept import Kept
from tests.sandbox.person import Person
from tests.waiting import until


@dataclass
class Desk:
    """A running bot: its edge, its Bot API server, and why it stopped, if it did."""

    edge: Edge
    sandbox: Sandbox
    stopped: list[str]

    async def tick(self) -> None:
        await tidy_up(self.edge)
        await deliver_due(self.edge)

    async def settled(self, *states: str) -> DeliveryRow:
        """Wait until the first delivery is in one of these states: it is seen before that."""

        def first() -> DeliveryRow | None:
            with self.edge.store.reads.begin() as session:
                return session.scalars(select(DeliveryRow).order_by(DeliveryRow.id)).first()

        await until(lambda: getattr(first(), "state", "") in states)
        row = first()
        assert row is not None, "no delivery is there"
        assert row.state in states
        return row


@asynccontextmanager
async def running(
    store: Store,
    clock: FakeClock,
    *,
    open_to_all: bool = True,
    by_two: bool = False,
    questions_a_minute: int = 20,
    gate_chat: int | None = None,
    links: Links | None = None,
    patience: float = PATIENCE_SECONDS,
) -> AsyncIterator[Desk]:
    sandbox = Sandbox()
    await sandbox.start()
    app = build_application(
        sandbox.token,
        base_url=sandbox.base_url,
        base_file_url=sandbox.base_file_url,
        patience=patience,
    )
    stopped: list[str] = []
    edge = Edge(
        store=store,
        clock=clock,
        sender=TelegramSender(app.bot),
        zone=ZoneInfo("UTC"),
        worker="test",
        rates=NoRates(),
        stop=stopped.append,
        admin_ids=frozenset({ADMIN_ID}),
        by_two=by_two,
        report=Schedule(time(8), ZoneInfo("UTC"), Days.MONDAY),
        files=TelegramFiles(app.bot),
        links=links,
        doors=Doors(open_to_all, gate_chat),
        questions_a_minute=questions_a_minute,
        gate=Gate(app.bot, gate_chat) if gate_chat else None,
    )
    add_handlers(app, edge)
    try:
        async with polling(app, [ADMIN_ID]):
            yield Desk(edge, sandbox, stopped)
    finally:
        await sandbox.stop()


def library(store: Store) -> None:
    load_library(store, FakeClock().now())


@pytest.fixture
async def desk(store: Store, clock: FakeClock, kept: Kept) -> AsyncIterator[Desk]:
    """A bot with the bundled library."""
    kept(store, library)
    async with running(store, clock) as desk:
        yield desk


@pytest.fixture
async def rita(desk: Desk) -> AsyncIterator[Person]:
    """A reader who has started the bot."""
    async with Person(desk.sandbox.url, READER_ID) as person:
        await person.say("/start")
        await person.next_message()
        yield person


@pytest.fixture
async def ada(desk: Desk) -> AsyncIterator[Person]:
    """An admin who has started the bot."""
    async with Person(desk.sandbox.url, ADMIN_ID) as person:
        await person.say("/start")
        await person.next_message()
        yield person
