"""`briefing serve`: the webhook front end; as many as wanted on PostgreSQL, beside `work`."""

import asyncio
from contextlib import AsyncExitStack, nullcontext, suppress
from functools import partial
from typing import Any

import click

from bot.cli.opening import CannotRun, alone, opened
from bot.cli.serving import Stop, claim_of, edge_of, get_ready, say_stopped, until_stopped
from bot.scheduler import all_ticks, ticking
from bot.settings import Settings
from bot.telegram.app import add_handlers, build_application
from bot.telegram.edge import Edge
from bot.telegram.pushed import StoreAway, mind_the_store, take, webhook
from bot.telegram.reading import take_up_submissions
from bot.telegram.sending import close
from bot.web import AskAgain, Front, listen, pages
from db.engine import Store
from db.failures import STORE_FAILURES
from db.queries.health import answers

NEEDED = {
    "telegram_bot_token": "There is no bot token: set TELEGRAM_BOT_TOKEN, then start again.",
    "webhook_url": "There is no address for Telegram: set WEBHOOK_URL to where it reaches this"
    " program, such as https://bot.example.org/telegram.",
    "webhook_secret": "There is no secret: set WEBHOOK_SECRET to a long word of your own, of"
    " letters, digits, - and _.",
}


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
def serve(host: str) -> None:
    """Answer what Telegram pushes to WEBHOOK_URL; needs TELEGRAM_BOT_TOKEN and WEBHOOK_SECRET.

    On PostgreSQL run as many as wanted, and `work` beside them; on SQLite it does that work itself.
    """
    with opened() as (settings, store):
        for name, remedy in NEEDED.items():
            if getattr(settings, name) is None:
                raise CannotRun(remedy)
        shared = store.engine.dialect.name == "postgresql"
        with nullcontext() if shared else alone(store):
            reason = asyncio.run(_serve(settings, store, host, works=not shared))
    say_stopped(reason)


async def _serve(settings: Settings, store: Store, host: str, *, works: bool) -> str:
    """Serve until a signal; return why it had to stop, "" for a signal."""
    stopped, stop = until_stopped()
    async with AsyncExitStack() as stack:
        front = await _front(settings, store, stack, stop, works=works)
        serving = asyncio.create_task(
            listen(pages(front), host=host, port=settings.port, ready=_greet)
        )
        serving.add_done_callback(lambda _: stop(""))
        reason = await stopped
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
    return reason


async def _front(
    settings: Settings, store: Store, stack: AsyncExitStack, stop: Stop, *, works: bool
) -> Front:
    """Start all but the pages, in the order in which it is to be stopped."""
    token, secret, url = settings.telegram_bot_token, settings.webhook_secret, settings.webhook_url
    if token is None or secret is None or url is None:
        raise CannotRun("A setting is missing.")
    app = build_application(
        token.get_secret_value(),
        base_url=settings.telegram_base_url,
        base_file_url=settings.telegram_base_file_url,
    )
    edge = edge_of(settings, store, app.bot, stop)
    mind_the_store(app)
    add_handlers(app, edge)
    known_admins, word = _claim(edge), secret.get_secret_value()
    await stack.enter_async_context(webhook(app, known_admins, url=url, secret=word))
    await get_ready(edge)
    stack.push_async_callback(close, edge)
    # What it stores is taken up again here too, whether or not `work` runs.
    ticks = all_ticks() if works else (take_up_submissions,)
    await stack.enter_async_context(ticking(edge, ticks))

    async def taken(update: dict[str, Any]) -> None:
        try:
            await take(app, update)
        except StoreAway as away:
            raise AskAgain from away

    return Front(url, word, taken, partial(_store_answers, store))


async def _store_answers(store: Store) -> bool:
    def ask() -> bool:
        with store.reads.begin() as session:
            return answers(session)

    try:
        return await asyncio.to_thread(ask)
    except STORE_FAILURES:
        return False


def _claim(edge: Edge) -> list[int]:
    """Print how to become admin if nobody is; return who is."""
    code, known = claim_of(edge)
    if code:
        click.echo(f"To become its admin, send it once: /claim {code}")
    return known


def _greet(port: int) -> None:
    click.echo(f"Listening on port {port}. Ctrl-C stops it.")
