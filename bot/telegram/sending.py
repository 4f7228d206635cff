"""From leases to outcomes: what is owed is sent at its passing, several at a time.

`sending` is committed before a call and the outcome after it. A cancelled tick leaves what is in
flight alone: it is waited for when the program ends, else its fate would be unknown.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence

from bot.ports import Fate, Outcome, Outgoing
from bot.services.delivering import (
    Claim,
    Sent,
    claim_due,
    claim_of,
    mark_all_sending,
    postpone,
    record_outcomes,
    release,
)
from bot.telegram.outbox import Outbox
from bot.telegram.pacing import (
    BOT,
    PATIENCE_SECONDS,
    passing_of_bot,
    passing_of_chat,
    passing_of_lane,
    patience,
)
from db.failures import STORE_FAILURES

log = logging.getLogger(__name__)

# So many share the commits before and after their calls, when their passings come together. Were
# the program killed between, so many would be of unknown fate.
TOGETHER = 8
IN_FLIGHT = 4
RECORDING_TRIES, RECORDING_PAUSE = 60, 0.5
LAST_CALLS_SECONDS = 25.0
Settled = Callable[[int], None]


async def deliver(outbox: Outbox, delivery_id: int) -> None:
    """Send one delivery that this process holds, at its passing, and settle it."""
    claim = await outbox.read(claim_of, delivery_id=delivery_id)
    wait = await _wait_for(outbox, claim.chat_id)
    if wait:
        await outbox.write(postpone, delivery_id=delivery_id, worker=outbox.worker, seconds=wait)
    else:
        await _send(outbox, [claim])


async def tell(outbox: Outbox, outgoing: Outgoing) -> Outcome:
    """Send a notice that is owed to nobody, unless Telegram wants silence just now."""
    if wait := await _wait_for(outbox, outgoing.chat_id):
        log.warning("A notice was not sent: Telegram wants silence just now")
        return Outcome(Fate.LATER, reason="Telegram wants silence", wait_seconds=wait)
    outcome = await _hand_over(outbox, outgoing)
    await _heed(outbox, [outcome])
    return outcome


async def send_due(outbox: Outbox, settled: Settled = lambda _: None) -> None:
    """Send all that is due; `settled` is told how many were, as they are."""
    line = _Line(outbox, settled)
    try:
        while not line.ended and (claims := await _next(outbox, line)):
            for claim in claims:
                await line.add(claim)
            await line.leave()
    finally:
        await line.arrive()


async def close(outbox: Outbox) -> None:
    """Wait for what is in flight, and give back what was not begun."""
    if outbox.in_flight:
        await asyncio.wait(outbox.in_flight, timeout=LAST_CALLS_SECONDS)
    await outbox.write(release, worker=outbox.worker)


async def _next(outbox: Outbox, line: "_Line") -> Sequence[Claim]:
    """Claim what is due; the next part of a digest is due once the one before has arrived."""
    while True:
        others = bool(line.flying)
        claims = await outbox.write(claim_due, worker=outbox.worker)
        if claims or not others:
            return claims
        if line.flying:
            await asyncio.wait(line.flying, return_when=asyncio.FIRST_COMPLETED)


class _Line:
    """Deliveries on their way: those whose passing has come gather, and leave together."""

    def __init__(self, outbox: Outbox, settled: Settled) -> None:
        self.outbox, self.settled = outbox, settled
        self.gathered: list[Claim] = []
        self.flying: set[asyncio.Task[None]] = set()
        self.ended = False

    async def add(self, claim: Claim) -> None:
        """Let a delivery join at its passing, or give it back when that is far away."""
        if self.ended:
            await self._give_back(claim, 0)
            return
        wait = await passing_of_chat(self.outbox.rates, claim.chat_id, pushed=claim.pushed)
        if wait > patience(pushed=claim.pushed):
            await self._give_back(claim, wait)
            return
        await self._pass(wait)
        if claim.pushed:
            await self._pass(await passing_of_lane(self.outbox.rates))
        wait = await passing_of_bot(self.outbox.rates)
        if wait > PATIENCE_SECONDS:
            self.ended = True  # the whole bot has to be silent: a later tick goes on
            await self._give_back(claim, wait)
            return
        await self._pass(wait)
        self.gathered.append(claim)
        if len(self.gathered) >= TOGETHER:
            await self.leave()

    async def leave(self) -> None:
        """Send those gathered, once there is room in flight."""
        if not self.gathered:
            return
        while len(self.flying) >= IN_FLIGHT * TOGETHER / len(self.gathered):
            await asyncio.wait(self.flying, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(self._fly(self.gathered))
        self.gathered = []
        for tasks in (self.flying, self.outbox.in_flight):
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    async def arrive(self) -> None:
        """Wait for all that flies."""
        if self.flying:
            await asyncio.wait(self.flying)

    async def _fly(self, claims: Sequence[Claim]) -> None:
        if await _send(self.outbox, claims):
            self.ended = True
        self.settled(len(claims))

    async def _pass(self, seconds: float) -> None:
        if seconds > 0:
            await self.leave()
            await asyncio.sleep(seconds)

    async def _give_back(self, claim: Claim, seconds: float) -> None:
        await self.outbox.write(
            postpone, delivery_id=claim.delivery_id, worker=self.outbox.worker, seconds=seconds
        )


async def _wait_for(outbox: Outbox, chat_id: int) -> float:
    """Wait for a live message's turn; return 0 then, or the seconds when they are too many."""
    wait = await passing_of_chat(outbox.rates, chat_id, pushed=False)
    if wait > PATIENCE_SECONDS:
        return wait
    await asyncio.sleep(max(0.0, wait))
    wait = await passing_of_bot(outbox.rates)
    if wait > PATIENCE_SECONDS:
        return wait
    await asyncio.sleep(max(0.0, wait))
    return 0.0


async def _send(outbox: Outbox, claims: Sequence[Claim]) -> bool:
    """Send deliveries at their passing, and settle them; True when the bot has to be silent."""
    numbers = [claim.delivery_id for claim in claims]
    try:
        marked = await outbox.write(mark_all_sending, delivery_ids=numbers, worker=outbox.worker)
    except STORE_FAILURES as error:
        log.warning("The store failed before %d calls, trying again later: %s", len(claims), error)
        return False
    sent = [Sent(number, outcome) for number, outcome in await _call(outbox, marked)]
    try:  # Telegram's wish for silence does not wait for the store
        return await _heed(outbox, [one.outcome for one in sent])
    finally:
        await _record(outbox, sent)


async def _call(
    outbox: Outbox, marked: Sequence[tuple[int, Outgoing]]
) -> list[tuple[int, Outcome]]:
    outcomes = await asyncio.gather(
        *(_hand_over(outbox, outgoing) for _, outgoing in marked), return_exceptions=True
    )
    return [
        (number, told if isinstance(told, Outcome) else Outcome(Fate.UNKNOWN, reason=repr(told)))
        for (number, _), told in zip(marked, outcomes, strict=True)
    ]


async def _hand_over(outbox: Outbox, outgoing: Outgoing) -> Outcome:
    async with outbox.rates.call():
        return await outbox.sender.send(outgoing)


async def _record(outbox: Outbox, sent: Sequence[Sent]) -> None:
    """Write down what became of messages; as long as that fails their fate would be unknown."""
    for trial in range(RECORDING_TRIES):
        try:
            await outbox.write(record_outcomes, sent=sent, worker=outbox.worker)
            return
        except STORE_FAILURES as error:
            log.warning("The store failed after a call (try %d): %s", trial + 1, error)
            await asyncio.sleep(RECORDING_PAUSE)


async def _heed(outbox: Outbox, outcomes: Sequence[Outcome]) -> bool:
    """Do as Telegram said: be silent for a while, or stop."""
    waits = [outcome.wait_seconds for outcome in outcomes if outcome.flooded]
    if waits:
        await outbox.rates.freeze(BOT, max(waits))
    reasons = [outcome.stop for outcome in outcomes if outcome.stop]
    if reasons:
        outbox.stop(reasons[0])
    return bool(waits or reasons)
