"""What sending needs: the store, the clock, the sender, and passings; no handler, no chat."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.ports import Clock, Rates, Sender
from bot.telegram.pacing import MemoryRates
from db.engine import Store
from db.queries.doors import EVERYBODY, Doors

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """The real things behind sending, made once in the wiring.

    `worker` names this process in leases. `stop` is called with a sentence when going on makes
    no sense, as when Telegram refuses the token. `doors` says who may be written to. `in_flight` is
    the work under way that must not be left alone.
    """

    store: Store
    clock: Clock
    sender: Sender
    worker: str
    stop: Callable[[str], None]
    doors: Doors = EVERYBODY
    rates: Rates = field(default_factory=MemoryRates)
    in_flight: set[asyncio.Task[Any]] = field(default_factory=set)

    async def read(self, service: Callable[..., T], **arguments: Any) -> T:
        """Run a service that only reads, in a thread and a transaction of its own."""

        def run() -> T:
            with self.store.reads.begin() as session:
                return service(session, self.clock.now(), **arguments)

        return await asyncio.to_thread(run)

    async def look(self, service: Callable[..., T], **arguments: Any) -> T:
        """Run a service that asks a single thing, in a thread, with as few trips as can be."""

        def run() -> T:
            with self.store.alone.begin() as session:
                return service(session, self.clock.now(), **arguments)

        return await asyncio.to_thread(run)

    async def write(self, service: Callable[..., T], **arguments: Any) -> T:
        """Run a service that writes, in a thread and a transaction of its own."""

        def run() -> T:
            with self.store.writes.begin() as session:
                return service(session, self.clock.now(), **arguments)

        return await asyncio.to_thread(run)
