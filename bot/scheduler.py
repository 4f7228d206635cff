"""The ticks: all state is in rows, a tick only asks for what is due."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services.access import people_to_ask_about
from bot.services.became import addresses_to_tell, owe_what_became
from bot.services.changes import changes_waiting, store_version
from bot.services.composing import Kept
from bot.services.delivering import reap
from bot.services.digesting import due_now, prepare_due
from bot.services.embargo import expire_due, release_due, terms_due
from bot.services.privacy import purge, purge_due
from bot.services.schedules import recompute
from bot.services.statistics import owe_report, report_due
from bot.services.submitting import forget_known, known_to_forget
from bot.services.upkeep import keep_up, upkeep_due
from bot.telegram.edge import Edge
from bot.telegram.outbox import Outbox
from bot.telegram.reading import take_up_submissions
from bot.telegram.sending import send_due
from db.failures import STORE_FAILURES

log = logging.getLogger(__name__)

Tick = Callable[[Edge], Awaitable[None]]

TICK_SECONDS = 5
# So many chats are told of a change in one transaction.
TOLD_TOGETHER = 200
# A tick that was late must still run: APScheduler's own grace is one second.
GRACE_SECONDS = 3_600


@asynccontextmanager
async def ticking(edge: Edge, ticks: Sequence[Tick]) -> AsyncIterator[None]:
    """Run the ticks while inside; those under way at the end are broken off, and waited for.

    They run every few seconds, and one after the other at once when `edge.stirred` is set, so
    that what one prepares the next sends.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    guarding = _Ticks()
    guarded = [_Guarded(edge, tick, guarding) for tick in ticks]
    for one in guarded:
        scheduler.add_job(
            one.unless_running,
            "interval",
            seconds=TICK_SECONDS,
            next_run_time=datetime.now(UTC),  # what a dead process left behind is seen to at once
            coalesce=True,
            misfire_grace_time=GRACE_SECONDS,
            max_instances=2,  # the second only sees that the first still runs
        )
    scheduler.start()
    stirring = asyncio.create_task(_whenever_stirred(edge, guarded))
    try:
        yield
    finally:
        stirring.cancel()
        scheduler.pause()
        await guarding.end()
        scheduler.shutdown(wait=False)


def all_ticks() -> tuple[Tick, ...]:
    """Return the ticks of a process that does all the work, in the order of their first run."""
    return tidy_up, briefing_tick(), deliver_due, tend, take_up_submissions, upkeep_tick()


def briefing_tick() -> Tick:
    """Return the tick that prepares digests, and owes what became of facts that were shown.

    It remembers when it last looked for changes, and at which version of the store: all of them
    are looked at only the first time and after a load.
    """
    looked_at: dict[int, datetime] = {}

    async def prepare(edge: Edge) -> None:
        started = edge.clock.now()
        if not looked_at:
            await edge.write(recompute)
        await keep_terms(edge)
        version = await edge.look(store_version)
        since = looked_at.pop(version, None)
        if await edge.look(changes_waiting, since=since):
            await tell_what_became(edge, since=since, zone=edge.zone)
        looked_at.clear()
        looked_at[version] = started
        await write_digests(edge)

    return prepare


async def tell_what_became(outbox: Outbox, *, since: datetime | None, zone: ZoneInfo) -> None:
    """Owe what chats are to be told of facts that they were shown, to a part of them at a time:
    where there is one writer, answers find their turn between.
    """
    waiting = await outbox.read(addresses_to_tell, since=since)
    for start in range(0, len(waiting), TOLD_TOGETHER):
        some = waiting[start : start + TOLD_TOGETHER]
        await outbox.write(owe_what_became, since=since, zone=zone, addresses=some)


def upkeep_tick() -> Tick:
    """Return the tick that keeps answers quick once much was loaded.

    It acts when the version of the store has stayed the same since the last look, not between the
    files of one sitting, and then only once until the next load.
    """
    seen, looks = -1, 0  # the version at the last look, and how often it was there before that

    async def keep(edge: Edge) -> None:
        nonlocal seen, looks
        version = await edge.look(store_version)
        seen, looks = version, looks + 1 if version == seen else 0
        if looks == 1 and await edge.look(upkeep_due):
            await edge.write(keep_up)

    return keep


async def write_digests(outbox: Outbox) -> None:
    """Write down the digests of all subscriptions that are due."""
    kept = Kept()
    while await outbox.look(due_now):
        await outbox.write(prepare_due, kept=kept, doors=outbox.doors)


async def keep_terms(edge: Edge) -> None:
    """Let go live what was under embargo until now, and end what has run out."""
    if await edge.look(terms_due):
        await edge.write(expire_due)
        await edge.write(release_due)


async def deliver_due(edge: Edge) -> None:
    """Send what is due, to those who may still ask: where only members of a chat may, it is asked
    whether they are still in it. What was prepared for who has left is off, and new again once
    they are back.
    """
    for person_id in await edge.read(people_to_ask_about, doors=edge.doors):
        await edge.ask_gate(person_id)
    await send_due(edge)


async def tidy_up(edge: Edge) -> None:
    """Tidy up after workers that went away."""
    freed, unknown = await edge.write(reap)
    if freed or unknown:
        log.warning("%d deliveries put back, %d of unknown fate", freed, unknown)


async def tend(edge: Edge) -> None:
    """Owe the week's report, and let questions go that are kept long enough, a few at a time."""
    if edge.report is not None and await edge.read(report_due, schedule=edge.report):
        await edge.write(owe_report, schedule=edge.report, admin_ids=edge.admin_ids)
    if await edge.read(known_to_forget):
        await edge.write(forget_known)
    if await edge.look(purge_due, days=edge.retention_days):
        await edge.write(purge, days=edge.retention_days, zone=edge.zone)


class _Ticks:
    """The ticks under way: the scheduler would cancel its jobs and log each as a failure."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()
        self._jobs: set[asyncio.Task[None]] = set()

    async def end(self) -> None:
        """Break off what is under way, and wait until it has ended."""
        for task in list(self._under_way):
            task.cancel()
        if left := self._under_way | self._jobs:
            await asyncio.wait(left)

    async def run(self, tick: Coroutine[None, None, None]) -> None:
        """Run a tick to its end, or until all are broken off."""
        task, job = asyncio.create_task(tick), asyncio.current_task()
        for tasks, one in ((self._under_way, task), (self._jobs, job)):
            if one is not None:
                tasks.add(one)
                one.add_done_callback(tasks.discard)
        await asyncio.wait({task})


@dataclass(slots=True)
class _Guarded:
    """A tick that runs once at a time."""

    edge: Edge
    tick: Tick
    ticks: _Ticks
    running: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def unless_running(self) -> None:
        """Run the tick unless it runs already."""
        if not self.running.locked():
            await self.anew()

    async def anew(self) -> None:
        """Run the tick, after the run that is under way."""
        async with self.running:
            await self.ticks.run(_safely(self.edge, self.tick))


async def _whenever_stirred(edge: Edge, guarded: Sequence[_Guarded]) -> None:
    while True:
        await edge.stirred.wait()
        edge.stirred.clear()
        for one in guarded:
            await one.anew()


async def _safely(edge: Edge, tick: Tick) -> None:
    try:
        await tick(edge)
    except STORE_FAILURES as error:
        log.warning("The store failed, the next tick tries again: %s", error)
    except Exception:  # the edge of a tick: log it, and the next one tries again
        log.exception("A tick failed")
