"""`briefing deliver`: what is owed and what became of it; briefs who is due; decides."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, nullcontext
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.opening import CannotRun, SystemClock, line, opened, worker_name
from bot.cli.serving import doors_of
from bot.scheduler import write_digests
from bot.services.delivering import reap
from bot.services.outbox import due_now, figures, give_up, resend, seconds_to_next
from bot.settings import Settings
from bot.telegram.outbox import Outbox
from bot.telegram.pacing import rates_for
from bot.telegram.running import connected
from bot.telegram.sender import TelegramSender
from bot.telegram.sending import close, send_due
from bot.views import outbox as views
from bot.views.texts import say
from db.engine import Store
from db.locks import held

ACTOR = "terminal"
# What is due later than in so many seconds is left to the bot.
SOON_SECONDS = 30.0


@click.command()
@click.option("--resend", "again", type=int, metavar="ID", help="Send one of unknown fate again.")
@click.option("--give-up", "leave", type=int, metavar="ID", help="Leave one of unknown fate.")
@click.option("--list", "only_list", is_flag=True, help="Only list, send nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def deliver(again: int | None, leave: int | None, only_list: bool, as_json: bool) -> None:
    """Brief who is due, send what is due, and list what is late, unknown and failed."""
    with opened() as (settings, store):
        _decide(store, again, leave, as_json)
        if not only_list:
            told = asyncio.run(_send(settings, store, as_json=as_json))
            if told and not as_json:
                click.echo(told)
        with store.reads.begin() as session:
            now = figures(session, SystemClock().now())
    click.echo(line(_json(now)) if as_json else views.text(now))


def _decide(store: Store, again: int | None, leave: int | None, quiet: bool) -> None:
    for number, decide, told in (
        (again, resend, say("outbox-resent", id=f"#{again}")),
        (leave, give_up, say("outbox-given-up", id=f"#{leave}")),
    ):
        if number is None:
            continue
        with store.writes.begin() as session:
            decide(session, SystemClock().now(), delivery_id=number, actor=ACTOR)
        if not quiet:
            click.echo(told)


async def _send(settings: Settings, store: Store, *, as_json: bool) -> str:
    """Send what is due; return why nothing was sent from here, "" if it was."""
    if not _due(store):
        return say("outbox-empty")
    if settings.telegram_bot_token is None:
        return say("outbox-no-token")
    shared = store.engine.dialect.name == "postgresql"
    with nullcontext(True) if shared else held(store, "bot") as free:
        if not free:
            return say("outbox-bot-sends")
        reasons: list[str] = []
        async with AsyncExitStack() as stack:
            bot = await stack.enter_async_context(
                connected(
                    settings.telegram_bot_token.get_secret_value(),
                    base_url=settings.telegram_base_url,
                    base_file_url=settings.telegram_base_file_url,
                )
            )
            outbox = Outbox(
                store=store,
                clock=SystemClock(),
                sender=TelegramSender(bot),
                worker=worker_name(),
                stop=reasons.append,
                rates=rates_for(store),
                doors=doors_of(settings),
            )
            stack.push_async_callback(close, outbox)
            await write_digests(outbox)
            settled = stack.enter_context(_bar(_due(store), hidden=as_json))
            await _send_all(outbox, reasons, settled)
        if reasons:
            raise CannotRun(reasons[0])
    return ""


async def _send_all(outbox: Outbox, stopped: Sequence[str], settled: Callable[[int], None]) -> None:
    """Send what is due, and what is due soon, since a chat's or Telegram's limits put it off."""
    wait: float | None = 0.0
    while wait is not None and wait <= SOON_SECONDS and not stopped:
        await asyncio.sleep(wait)
        await outbox.write(reap)
        await send_due(outbox, settled)
        wait = await outbox.read(seconds_to_next)


def _due(store: Store) -> int:
    with store.reads.begin() as session:
        return due_now(session, SystemClock().now())


@contextmanager
def _bar(total: int, *, hidden: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar of progress on stderr; what is yielded is told how many more were settled."""
    columns = TextColumn(say("outbox-sending")), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True)
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=hidden) as progress:
        task = progress.add_task("", total=total)
        yield lambda count: progress.advance(task, count)


def _json(now: views.Figures) -> dict[str, Any]:
    told = asdict(now)
    for one in (*told["unknown"], *told["failed"]):
        one["since"] = one["since"].isoformat()
        one["id"] = one.pop("delivery_id")
    told["next_digest"] = now.next_digest.isoformat() if now.next_digest else None
    return told
