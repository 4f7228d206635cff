"""What the verbs that go on running share: the real things behind the bot, and how they stop."""

import asyncio
import signal
from collections.abc import Callable

import click

from bot.cli.opening import CannotRun, SystemClock, worker_name
from bot.links import WebLinks
from bot.ports import Clock
from bot.services.access import new_claim
from bot.settings import Settings
from bot.telegram.app import TelegramBot
from bot.telegram.edge import Edge
from bot.telegram.files import TelegramFiles
from bot.telegram.gate import gate_of
from bot.telegram.pacing import rates_for
from bot.telegram.sender import TelegramSender
from db.engine import Store
from db.queries.doors import Doors
from db.queries.people import admins
from db.viewer import Viewer

Stop = Callable[[str], None]


def until_stopped() -> tuple[asyncio.Future[str], Stop]:
    """Return what comes to hold why to stop, "" for a signal, and how to give a reason.

    The first reason counts.
    """
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[str] = loop.create_future()

    def stop(reason: str) -> None:
        if not stopped.done():
            stopped.set_result(reason)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop, "")
    return stopped, stop


def say_stopped(reason: str) -> None:
    """Say that the program stopped; raise CannotRun if it had to."""
    if reason:
        raise CannotRun(reason)
    click.echo("Stopped.")


def edge_of(
    settings: Settings,
    store: Store,
    bot: TelegramBot,
    stop: Stop,
    *,
    clock: Clock | None = None,
    also_admins: frozenset[int] = frozenset(),
) -> Edge:
    """Return the real things of a bot, as the settings say."""
    return Edge(
        store=store,
        clock=clock or SystemClock(),
        sender=TelegramSender(bot),
        zone=settings.zone,
        retention_days=settings.retention_days,
        worker=worker_name(),
        stop=stop,
        rates=rates_for(store),
        admin_ids=settings.admin_ids | also_admins,
        doors=doors_of(settings),
        gate=gate_of(settings, bot),
        questions_a_minute=settings.questions_a_minute,
        desk_name=settings.desk_name,
        report=settings.report,
        by_two=settings.review == "two",
        files=TelegramFiles(bot),
        links=WebLinks() if settings.load_links == "on" else None,
    )


def doors_of(settings: Settings) -> Doors:
    """Return who may ask besides those who were let in."""
    open_to_all = settings.access == "open"
    return Doors(open_to_all, None if open_to_all else settings.gate_chat)


def claim_of(edge: Edge) -> tuple[str | None, list[int]]:
    """Return how to become admin if nobody is, and who is."""
    with edge.store.writes.begin() as session:
        code = new_claim(session, edge.clock.now(), edge.admin_ids)
        return code, sorted({*admins(session), *edge.admin_ids})


async def get_ready(edge: Edge) -> None:
    """Read what questions need before the first one, and try the gate out before the first asks."""
    await asyncio.to_thread(_warm_up, edge)
    if edge.gate is not None:
        await edge.gate.try_out()


def _warm_up(edge: Edge) -> None:
    with edge.store.reads.begin() as session:
        edge.vocabularies.warm_up(session, Viewer())
