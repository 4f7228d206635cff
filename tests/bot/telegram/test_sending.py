"""The way from leases to calls: in turn, several at a time, nothing left behind."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select

from bot.ports import Fate, Limit, Outcome, Outgoing
from bot.telegram.outbox import Outbox
from bot.telegram.pacing import BOT, MemoryRates, NoRates
from bot.telegram.sending import close, deliver, send_due
from db.engine import Store
from db.models import DeliveryRow
from tests.bot.services.owed import delivery, digest
from tests.factories import NOW
from tests.fakes import FakeClock, FakeSender

FLOOD = Outcome(Fate.LATER, reason="flood", wait_seconds=30, flooded=True)


def outbox(store: Store, sender: FakeSender, **more: object) -> Outbox:
    given = {"clock": FakeClock(NOW), "rates": NoRates(), "stop": lambda _: None} | more
    return Outbox(store=store, sender=sender, worker="w", **given)  # type: ignore[arg-type]


def states(store: Store) -> dict[str, int]:
    with store.reads.begin() as session:
        rows = session.execute(select(DeliveryRow.state, func.count()).group_by(DeliveryRow.state))
        return {row.state: row[1] for row in rows}


async def test_all_that_is_due_is_sent_once_and_in_order(store: Store) -> None:
    for part in range(3):
        for chat_id in range(1, 12):
            digest(store, chat_id, f"{chat_id}/{part}")
    sender, told = FakeSender(), []
    await send_due(outbox(store, sender), told.append)
    assert states(store) == {"sent": 33}
    texts = [outgoing.message.html for outgoing in sender.sent]
    assert len(set(texts)) == len(texts) == sum(told) == 33
    for chat_id in range(1, 12):
        mine = [text for text in texts if text.startswith(f"{chat_id}/")]
        assert mine == [f"{chat_id}/{part}" for part in range(3)]


async def test_two_workers_send_each_once(store: Store) -> None:
    for chat_id in range(1, 31):
        digest(store, chat_id, str(chat_id))
    senders = FakeSender(), FakeSender()
    first, second = (outbox(store, sender) for sender in senders)
    await asyncio.gather(send_due(first), send_due(second))
    texts = [outgoing.message.html for sender in senders for outgoing in sender.sent]
    assert sorted(texts, key=int) == [str(number) for number in range(1, 31)]


async def test_flood_silences_all_and_loses_nothing(store: Store) -> None:
    for chat_id in range(1, 41):
        digest(store, chat_id)
    sender, clock, rates = FakeSender(FLOOD), FakeClock(NOW), MemoryRates()
    await send_due(outbox(store, sender, clock=clock, rates=rates))
    silent = len(sender.sent)
    await send_due(outbox(store, sender, clock=clock, rates=rates))
    assert silent < 10
    assert len(sender.sent) == silent
    clock.move(seconds=40)
    await send_due(outbox(store, sender, clock=clock))
    assert states(store) == {"sent": 40}


async def test_silence_begins_before_outcomes_are_stored(store: Store) -> None:
    digest(store, 1)
    seen: list[dict[str, int]] = []

    class Watched(MemoryRates):
        async def freeze(self, key: str, seconds: float) -> None:
            seen.append(dict(states(store)))

    await send_due(outbox(store, FakeSender(FLOOD), rates=Watched()))
    assert seen == [{"sending": 1}]


async def test_refused_token_stops_the_program_and_keeps_the_message(store: Store) -> None:
    owed, reasons = digest(store, 1), []
    refused = FakeSender(Outcome(Fate.LATER, reason="Unauthorized", stop="The token is wrong."))
    await send_due(outbox(store, refused, stop=reasons.append))
    assert reasons == ["The token is wrong."]
    assert delivery(store, owed).state == "retry"


async def test_live_answer_that_must_wait_long_is_left_to_a_tick(store: Store) -> None:
    owed = digest(store, 1, kind="answer", worker="w")
    sender, rates, clock = FakeSender(), MemoryRates(), FakeClock(NOW)
    await rates.freeze(BOT, 60)
    await deliver(outbox(store, sender, rates=rates, clock=clock), owed)
    assert (sender.sent, delivery(store, owed).state) == ([], "pending")
    assert delivery(store, owed).due_at > NOW + timedelta(seconds=50)


class SlowSender(FakeSender):
    """Answers only once it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let, self.asked = asyncio.Event(), asyncio.Event()

    async def send(self, outgoing: Outgoing) -> Outcome:
        told = await super().send(outgoing)
        self.asked.set()
        await self.let.wait()
        return told


async def test_end_waits_for_calls_and_gives_back_the_rest(store: Store) -> None:
    for chat_id in range(1, 61):
        digest(store, chat_id)
    sender = SlowSender()
    box = outbox(store, sender)
    tick = asyncio.create_task(send_due(box))
    await sender.asked.wait()
    tick.cancel()
    sender.let.set()
    await asyncio.gather(tick, return_exceptions=True)
    await close(box)
    assert set(states(store)) == {"sent", "pending"}
    assert states(store)["sent"] == len(sender.sent)


class BrokenSender(FakeSender):
    """Fails in a way that nobody foresaw."""

    async def send(self, outgoing: Outgoing) -> Outcome:
        raise RuntimeError("not foreseen")


async def test_failure_that_nobody_foresaw_leaves_an_unknown_fate(store: Store) -> None:
    owed = digest(store, 1)
    await send_due(outbox(store, BrokenSender()))
    assert delivery(store, owed).state == "unknown"
    assert "not foreseen" in (delivery(store, owed).failure or "")


async def test_turns_are_taken_for_each_message(store: Store) -> None:
    taken: list[str] = []

    class Noting(NoRates):
        async def take(
            self, keys: Sequence[str], limit: Limit, *, most: float, count: int = 1
        ) -> Sequence[Sequence[float]]:
            taken.extend([*keys] * count)
            return [[0.0] * count for _ in keys]

    digest(store, -5)
    digest(store, 7, kind="answer")
    await send_due(outbox(store, FakeSender(), rates=Noting()))
    assert taken == ["chat 7", "chat -5", "digests", "bot", "bot"]
