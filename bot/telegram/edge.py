"""What every handler is given: the store, the clock, the sender, and who may do what."""

import asyncio
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.ports import Files, Links, Message, Outgoing
from bot.services.access import Admission, Visitor, admit, note_gate
from bot.services.vocabularies import Vocabularies
from bot.telegram.gate import Gate
from bot.telegram.outbox import Outbox
from bot.telegram.sending import deliver, tell
from bot.telegram.turns import ChatTurns
from facts.calendar import Schedule

READ_AT_ONCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge(Outbox):
    """The real things, made once in the wiring and passed to every handler.

    `stirred` is set when much may be due at once; where this process ticks, it then need not wait.
    """

    zone: ZoneInfo
    files: Files
    admin_ids: frozenset[int] = frozenset()
    gate: Gate | None = None
    questions_a_minute: int = 20
    desk_name: str = "The desk"
    retention_days: int = 30
    by_two: bool = False
    report: Schedule | None = None
    links: Links | None = None
    chats: ChatTurns = field(default_factory=ChatTurns)
    readings: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(READ_AT_ONCE))
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    vocabularies: Vocabularies = field(default_factory=Vocabularies)

    def today(self) -> date:
        """Return the desk's date."""
        return self.clock.now().astimezone(self.zone).date()

    async def admit(self, visitor: Visitor) -> Admission:
        """Register who wrote, and say what they may do."""
        gate = self.gate
        known: dict[str, Any] = {
            "admin_ids": self.admin_ids,
            "open_to_all": self.doors.open_to_all,
            "gate_chat": self.doors.gate_chat,
        }
        admission = await self.write(admit, visitor=visitor, **known)
        if gate is None or visitor.person_id is None or not admission.ask_gate:
            return admission
        if not await self.ask_gate(visitor.person_id):
            return admission
        return await self.write(admit, visitor=visitor, **known)

    async def ask_gate(self, person_id: int) -> bool:
        """Ask whether a person is in the chat whose members may ask; say whether that was told."""
        inside = await self.gate.inside(person_id) if self.gate else None
        if self.gate is not None and inside is not None:
            chat_id = self.gate.chat_id
            await self.write(note_gate, person_id=person_id, chat_id=chat_id, inside=inside)
        return inside is not None

    async def deliver(self, delivery_id: int) -> None:
        """Send one delivery that this process holds, at its passing, and settle it."""
        await deliver(self, delivery_id)

    async def tell(self, chat_id: int, told: str | Message, thread_id: int | None = None) -> None:
        """Send a notice that quotes no fact: it is owed to nobody and may be lost."""
        message = told if isinstance(told, Message) else Message(told)
        await tell(self, Outgoing(chat_id, message, thread_id=thread_id))
