"""From leases to outcomes: what is owed is sent at its passing, several at a time.

`sending` is committed before a call and the outcome after it. A cancelled tick leaves what is in
flight alone: it is waited for when the program ends, else its fate would be unknown.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import TypeVar

from bot.ports import Fate, Outcome, Outgoing
from bot.services.delivering import (
    Claim,
    Sent,
    claim_due,
    claim_of,
    mark_sending,
    postpone,
    record_outcomes,
    release,
)
from bot.telegram.outbox import Outbox
from bot.telegram.pacing import (
    BOT,
    PATIENCE_SECONDS,
    passings_of_bot,
    passings_of_chats,
    passings_of_lane,
    patience,
)
from bot.telegram.sharing import Shared
from db.failures import STORE_FAILURES

log = logging.getLogger(__name__)

# So many at most share a commit or a trip for passings, and so many are on their way at once. Were
# the program killed, those being sent just then would be of unknown fate.
TOGETHER = 8
IN_FLIGHT = 32
RECORDING_TRIES, RECORDING_PAUSE = 60, 0.5
LAST_CALLS_SECONDS = 25.0
Settled = Callable[[int], None]
T = TypeVar("T")


async def deliver(outbox: Outbox, delivery_id: int) -> None:
    """Send one delivery that this process holds, at its passing, and settle it."""
    claim = await outbox.read(claim_of, delivery_id=delivery_id)
    if wait := await _wait_for_chat(outbox, claim.chat_id):
        await _give_back(outbox, {delivery_id: wait})
        return
    await _Line(outbox).fly(claim)


async def tell(outbox: Outbox, outgoing: Outgoing) -> Outcome:
    """Send a notice that is owed to nobody, unless Telegram wants silence just now."""
    if wait := await _wait_for_chat(outbox, outgoing.chat_id) or await _wait_for_bot(outbox):
        log.warning("A notice was not sent: Telegram wants silence just now")
        return Outcome(Fate.LATER, reason="Telegram wants silence", wait_seconds=wait)
    async with outbox.rates.call():
        outcome = await outbox.sender.send(outgoing)
    await _heed(outbox, outcome)
    return outcome


async def send_due(outbox: Outbox, settled: Settled = lambda _: None) -> None:
    """Send all that is due; `settled` is told how many were, as they are."""
    line = _Line(outbox, settled)
    coming = line.prepare()
    try:
        while (leaving := await asyncio.shield(coming)) is not None:
            coming = line.prepare()  # while these leave
            await line.leave(leaving)
    finally:
        await line.end()


async def close(outbox: Outbox) -> None:
    """Wait for what is in flight, and give back what was not begun."""
    if outbox.in_flight:
        await asyncio.wait(outbox.in_flight, timeout=LAST_CALLS_SECONDS)
    await outbox.write(release, worker=outbox.worker)


class _Line:
    """Deliveries on their way, each at its passing; they share their trips to the store."""

    def __init__(self, outbox: Outbox, settled: Settled = lambda _: None) -> None:
        self.outbox, self.settled = outbox, settled
        self.flying: set[asyncio.Task[None]] = set()
        self.ended = False
        self._held, self._landed = 0, asyncio.Event()
        self._silence = 0.0
        self._passing = Shared[Claim, float](
            lambda claims: passings_of_bot(outbox.rates, len(claims)), most=TOGETHER
        )
        self._marking = Shared[int, Outgoing | None](lambda ids: _mark(outbox, ids), most=TOGETHER)
        self._recording = Shared[Sent, None](lambda sent: _record(outbox, sent), most=TOGETHER)

    def prepare(self) -> "asyncio.Task[Mapping[Claim, float] | None]":
        """Begin to claim what is due and to reserve its passings, while others leave.

        Told are the moments of the loop's clock at which they leave, or None: nothing is due.
        """
        return self._begin(self._prepare())

    async def leave(self, moments: Mapping[Claim, float]) -> None:
        """Send claims, each once its passing has come; give them back once the line has ended."""
        leaving = sorted(moments, key=lambda claim: moments[claim])
        for place, claim in enumerate(leaving):
            await asyncio.sleep(max(0.0, moments[claim] - _moment()))
            while len(self.flying) >= IN_FLIGHT:
                await asyncio.wait(self.flying, return_when=asyncio.FIRST_COMPLETED)
            if self.ended:
                await _give_back(self.outbox, {one.delivery_id: 0.0 for one in leaving[place:]})
                return
            task = self._begin(self.fly(claim))
            self.flying.add(task)
            task.add_done_callback(self._land)

    async def end(self) -> None:
        """Claim nothing more, and wait for all that flies."""
        self.ended = True
        self._landed.set()
        if self.flying:
            await asyncio.wait(self.flying)

    def _begin(self, work: Coroutine[None, None, T]) -> "asyncio.Task[T]":
        task = asyncio.create_task(work)
        self.outbox.in_flight.add(task)
        task.add_done_callback(self.outbox.in_flight.discard)
        return task

    def _land(self, task: "asyncio.Task[None]") -> None:
        self.flying.discard(task)
        self._held -= 1
        self._landed.set()

    async def _prepare(self) -> Mapping[Claim, float] | None:
        claims = await self._claim()
        if not claims:
            return None
        waits = await self._passings(claims)
        self._held += len(waits)
        return {claim: _moment() + wait for claim, wait in waits.items()}

    async def _claim(self) -> Sequence[Claim]:
        """Claim what is due; the next part of a digest is due once the one before has arrived."""
        while not self.ended:
            self._landed.clear()
            others = self._held > 0
            claims = await self.outbox.write(claim_due, worker=self.outbox.worker)
            if claims or not others:
                return claims
            await self._landed.wait()
        return ()

    async def _passings(self, claims: Sequence[Claim]) -> dict[Claim, float]:
        """Reserve passings in chats and lane; return how long those wait that may go now."""
        rates, waits = self.outbox.rates, dict[Claim, float]()
        for claim in claims:
            if not claim.pushed:  # there may be several of one chat
                told = await passings_of_chats(rates, [claim.chat_id], pushed=False)
                waits[claim] = told[claim.chat_id]
        pushed = [claim for claim in claims if claim.pushed]
        told = await passings_of_chats(rates, [claim.chat_id for claim in pushed], pushed=True)
        waits.update((claim, told[claim.chat_id]) for claim in pushed)
        far = [claim for claim in claims if waits[claim] > patience(pushed=claim.pushed)]
        if far:
            await _give_back(self.outbox, {c.delivery_id: waits.pop(c) for c in far})
        going = [claim for claim in pushed if claim in waits]
        waits.update(zip(going, await passings_of_lane(rates, len(going)), strict=True))
        return waits

    async def fly(self, claim: Claim) -> None:
        """Send a claim at the bot's next passing, and settle it; give it back when that is far."""
        try:
            wait = await self._passing(claim)
            await asyncio.sleep(max(0.0, wait) if wait <= PATIENCE_SECONDS else 0)
            if self.ended or wait > PATIENCE_SECONDS:
                self.ended = True  # the whole bot has to be silent: a later tick goes on
                await _give_back(self.outbox, {claim.delivery_id: max(0.0, wait)})
                return
            outgoing = await self._marking(claim.delivery_id)
        except STORE_FAILURES as error:
            log.warning("The store failed before a call, trying again later: %s", error)
            return
        if outgoing is not None:
            outcome = await _call(self.outbox, outgoing)
            try:  # Telegram's wish for silence does not wait for the store
                await self._heed(outcome)
            finally:
                await self._recording(Sent(claim.delivery_id, outcome))
        self.settled(1)

    async def _heed(self, outcome: Outcome) -> None:
        """Do as Telegram said, once for all calls that were told the same at once."""
        if outcome.flooded and outcome.wait_seconds <= self._silence:
            return
        if outcome.flooded:
            self.ended, self._silence = True, outcome.wait_seconds
        if outcome.stop:
            self.ended = True
        await _heed(self.outbox, outcome)


def _moment() -> float:
    return asyncio.get_running_loop().time()


async def _wait_for_chat(outbox: Outbox, chat_id: int) -> float:
    """Wait for a live message's passing in its chat; return 0 then, or seconds if too many."""
    return await _wait((await passings_of_chats(outbox.rates, [chat_id], pushed=False))[chat_id])


async def _wait_for_bot(outbox: Outbox) -> float:
    return await _wait((await passings_of_bot(outbox.rates))[0])


async def _wait(seconds: float) -> float:
    if seconds > PATIENCE_SECONDS:
        return seconds
    await asyncio.sleep(max(0.0, seconds))
    return 0.0


async def _give_back(outbox: Outbox, waits: Mapping[int, float]) -> None:
    await outbox.write(postpone, waits=waits, worker=outbox.worker)


async def _mark(outbox: Outbox, delivery_ids: Sequence[int]) -> Sequence[Outgoing | None]:
    who = {"worker": outbox.worker, "doors": outbox.doors}
    ours = await outbox.write(mark_sending, delivery_ids=delivery_ids, **who)
    return [ours.get(number) for number in delivery_ids]


async def _call(outbox: Outbox, outgoing: Outgoing) -> Outcome:
    try:
        async with outbox.rates.call():
            return await outbox.sender.send(outgoing)
    except Exception as error:  # not foreseen: nobody knows whether it was sent
        log.exception("A call failed in a way that was not foreseen")
        return Outcome(Fate.UNKNOWN, reason=repr(error))


async def _record(outbox: Outbox, sent: Sequence[Sent]) -> Sequence[None]:
    """Write down what became of messages; as long as that fails their fate would be unknown."""
    for trial in range(RECORDING_TRIES):
        try:
            await outbox.write(record_outcomes, sent=sent, worker=outbox.worker)
            break
        except STORE_FAILURES as error:
            log.warning("The store failed after a call (try %d): %s", trial + 1, error)
            await asyncio.sleep(RECORDING_PAUSE)
    return [None] * len(sent)


async def _heed(outbox: Outbox, outcome: Outcome) -> None:
    """Do as Telegram said: be silent for a while, or stop."""
    if outcome.flooded:
        await outbox.rates.freeze(BOT, outcome.wait_seconds)
    if outcome.stop:
        outbox.stop(outcome.stop)
