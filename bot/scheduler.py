"""The ticks: all state is in rows, a tick only asks for what is due."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services.delivering import claim_due, reap
from bot.telegram.edge import Edge

log = logging.getLogger(__name__)

TICK_SECONDS = 5
# A tick that was late must still run: APScheduler's own grace is one second.
GRACE_SECONDS = 3_600


def build_scheduler(edge: Edge) -> AsyncIOScheduler:
    """Return the scheduler with its ticks, not started yet."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        _guarded(edge, deliver_due),
        "interval",
        seconds=TICK_SECONDS,
        next_run_time=datetime.now(UTC),  # what a dead process left behind is seen to at once
        coalesce=True,
        misfire_grace_time=GRACE_SECONDS,
    )
    return scheduler


def run_at_once(scheduler: AsyncIOScheduler) -> None:
    """Run every tick now: the clock was moved on, and much may be due."""
    for job in scheduler.get_jobs():
        job.modify(next_run_time=datetime.now(UTC))


async def deliver_due(edge: Edge) -> None:
    """Tidy up after workers that went away, then send what is due."""
    freed, unknown = await edge.write(reap)
    if freed or unknown:
        log.warning("%d deliveries put back, %d of unknown fate", freed, unknown)
    while owed := await edge.write(claim_due, worker=edge.worker):
        for delivery_id in owed:
            await edge.deliver(delivery_id)


def _guarded(edge: Edge, tick: Callable[[Edge], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await tick(edge)
        except Exception:  # the edge of a tick: log it, and the next one tries again
            log.exception("A tick failed")

    return run
