"""What every handler is given: the store, the clock, the sender, and who may do what."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.ports import Clock, Message, Outgoing, Sender
from bot.services.access import Admission, Visitor, admit
from bot.services.delivering import mark_sending, record_outcome
from bot.services.vocabularies import Vocabularies
from db.engine import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edge:
    """The real things, made once in the wiring and passed to every handler.

    `worker` names this process in leases. `stop` is called with a sentence when going on makes
    no sense, as when another program polls with the same token.
    """

    store: Store
    clock: Clock
    sender: Sender
    zone: ZoneInfo
    worker: str
    stop: Callable[[str], None]
    admin_ids: frozenset[int] = frozenset()
    open_to_all: bool = True
    vocabularies: Vocabularies = field(default_factory=Vocabularies)

    def today(self) -> date:
        """Return the desk's date."""
        return self.clock.now().astimezone(self.zone).date()

    async def read(self, service: Callable[..., T], **arguments: Any) -> T:
        """Run a service that only reads, in a thread and a transaction of its own."""

        def run() -> T:
            with self.store.reads.begin() as session:
                return service(session, self.clock.now(), **arguments)

        return await asyncio.to_thread(run)

    async def write(self, service: Callable[..., T], **arguments: Any) -> T:
        """Run a service that writes, in a thread and a transaction of its own."""

        def run() -> T:
            with self.store.writes.begin() as session:
                return service(session, self.clock.now(), **arguments)

        return await asyncio.to_thread(run)

    async def admit(self, visitor: Visitor) -> Admission:
        """Register who wrote, and say what they may do."""
        return await self.write(
            admit, visitor=visitor, admin_ids=self.admin_ids, open_to_all=self.open_to_all
        )

    async def deliver(self, delivery_id: int) -> None:
        """Send one delivery that this process holds, and settle it."""
        held = {"delivery_id": delivery_id, "worker": self.worker}
        outgoing = await self.write(mark_sending, **held)
        if outgoing is not None:
            outcome = await self.sender.send(outgoing)
            await self.write(record_outcome, **held, outcome=outcome)

    async def tell(self, chat_id: int, html: str, thread_id: int | None = None) -> None:
        """Send a notice that quotes no fact: it is owed to nobody and may be lost."""
        await self.sender.send(Outgoing(chat_id, Message(html), thread_id=thread_id))
