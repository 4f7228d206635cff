"""`briefing deliver`: what is owed and what became of it; sends what is due; decides."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager, nullcontext
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.opening import CannotRun, SystemClock, line, opened, worker_name
from bot.cli.serving import doors_of
from bot.services.delivering import reap
from bot.services.outbox import due_now, figures, give_up, resend
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


@click.command()
@click.option("--resend", "again", type=int, metavar="ID", help="Send one of unknown fate again.")
@click.option("--give-up", "leave", type=int, metavar="ID", help="Leave one of unknown fate.")
@click.option("--list", "only_list", is_flag=True, help="Only list, send nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def deliver(again: int | None, leave: int | None, only_list: bool, as_json: bool) -> None:
    """List what is due, late, unknown and failed, and send what is due."""
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
    due = _due(store)
    if not due:
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
            await outbox.write(reap)
            await send_due(outbox, stack.enter_context(_bar(due, hidden=as_json)))
        if reasons:
            raise CannotRun(reasons[0])
    return ""


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
    return told
