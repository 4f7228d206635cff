"""`briefing work`: the ticks and the sending, without polling: as many as wanted on PostgreSQL."""

import asyncio
from contextlib import AsyncExitStack, nullcontext

import click

from bot.cli.opening import CannotRun, alone, opened
from bot.cli.serving import edge_of, say_stopped, until_stopped
from bot.garbage import spare_what_stays
from bot.scheduler import all_ticks, ticking
from bot.settings import Settings
from bot.telegram.running import connected
from bot.telegram.sending import close
from db.engine import Store


@click.command()
def work() -> None:
    """Send what is due, beside a bot that polls or alone; needs TELEGRAM_BOT_TOKEN."""
    with opened() as (settings, store):
        if settings.telegram_bot_token is None:
            raise CannotRun("There is no bot token: set TELEGRAM_BOT_TOKEN, then start again.")
        shared = store.engine.dialect.name == "postgresql"
        with nullcontext() if shared else alone(store):
            reason = asyncio.run(
                _work(settings, store, settings.telegram_bot_token.get_secret_value())
            )
    say_stopped(reason)


async def _work(settings: Settings, store: Store, token: str) -> str:
    """Work until a signal; return why it had to stop, "" for a signal."""
    stopped, stop = until_stopped()
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(
            connected(
                token,
                base_url=settings.telegram_base_url,
                base_file_url=settings.telegram_base_file_url,
            )
        )
        edge = edge_of(settings, store, bot, stop)
        stack.push_async_callback(close, edge)
        spare_what_stays()
        await stack.enter_async_context(ticking(edge, all_ticks()))
        click.echo("Working. Ctrl-C stops it.")
        return await stopped
