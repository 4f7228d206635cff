"""The ticks: all state is in rows, a tick only asks for what is due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services.changes import changes_waiting, owe_changes, store_version
from bot.services.composing import Kept
from bot.services.delivering import reap
from bot.services.digesting import due_now, prepare_due
from bot.services.privacy import purge, purge_due
from bot.services.schedules import recompute
from bot.services.statistics import owe_report, report_due
from bot.services.withdrawals import owe_withdrawals
from bot.telegram.edge import Edge
from bot.telegram.sending import send_due
from db.failures import STORE_FAILURES

log = logging.getLogger(__name__)

Tick = Callable[[Edge], Awaitable[None]]

TICK_SECONDS = 5
# A tick that was late must still run: APScheduler's own grace is one second.
GRACE_SECONDS = 3_600
APART = timedelta(seconds=0.3)


def build_scheduler(edge: Edge) -> AsyncIOScheduler:
    """Return the scheduler with its ticks, not started yet."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for tick in (tidy_up, briefing_tick(), deliver_due, tend):
        scheduler.add_job(
            _guarded(edge, tick),
            "interval",
            seconds=TICK_SECONDS,
            next_run_time=datetime.now(UTC),  # what a dead process left behind is seen to at once
            coalesce=True,
            misfire_grace_time=GRACE_SECONDS,
            max_instances=2,  # the second only sees that the first still runs
        )
    return scheduler


def run_at_once(scheduler: AsyncIOScheduler) -> None:
    """Run every tick now: the clock was moved on, and much may be due.

    One shortly after the other, so that what one prepares the next sends.
    """
    for place, job in enumerate(scheduler.get_jobs()):
        job.modify(next_run_time=datetime.now(UTC) + place * APART)


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
        version = await edge.read(store_version)
        since = looked_at.pop(version, None)
        if await edge.read(changes_waiting, since=since):
            for owe in (owe_changes, owe_withdrawals):
                await edge.write(owe, since=since, zone=edge.zone)
        looked_at.clear()
        looked_at[version] = started
        kept = Kept()
        while await edge.read(due_now):
            await edge.write(prepare_due, kept=kept)

    return prepare


async def tidy_up(edge: Edge) -> None:
    """Tidy up after workers that went away."""
    freed, unknown = await edge.write(reap)
    if freed or unknown:
        log.warning("%d deliveries put back, %d of unknown fate", freed, unknown)


async def deliver_due(edge: Edge) -> None:
    """Tidy up after workers that went away, then send what is due."""
    await tidy_up(edge)
    await send_due(edge)


async def tend(edge: Edge) -> None:
    """Owe the week's report, and let questions go that are kept long enough, a few at a time."""
    if await edge.read(report_due, zone=edge.zone):
        await edge.write(owe_report, zone=edge.zone, admin_ids=edge.admin_ids)
    if await edge.read(purge_due, days=edge.retention_days):
        await edge.write(purge, days=edge.retention_days, zone=edge.zone)


def _guarded(edge: Edge, tick: Tick) -> Callable[[], Awaitable[None]]:
    running = asyncio.Lock()

    async def run() -> None:
        if running.locked():
            return
        async with running:
            try:
                await tick(edge)
            except STORE_FAILURES as error:
                log.warning("The store failed, the next tick tries again: %s", error)
            except Exception:  # the edge of a tick: log it, and the next one tries again
                log.exception("A tick failed")

    return run
