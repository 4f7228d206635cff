"""`briefing run`: migrate, load the library into an empty store, and start everything."""

import asyncio
import hashlib
from contextlib import AsyncExitStack
from pathlib import Path

import click
import platformdirs

from bot.cli.library import load_library
from bot.cli.opening import CannotRun, SystemClock, alone, opened
from bot.cli.serving import claim_of, edge_of, get_ready, say_stopped, until_stopped
from bot.cli.tour import first_steps
from bot.sandbox.server import ADMIN_ID, Sandbox
from bot.scheduler import all_ticks, ticking
from bot.settings import Settings
from bot.telegram.app import add_handlers, build_application
from bot.telegram.running import polling
from bot.telegram.sending import close
from db.engine import Store


@click.command()
@click.option("--empty", is_flag=True, help="Start without the bundled documents.")
def run(empty: bool) -> None:
    """Start the bot: on Telegram if TELEGRAM_BOT_TOKEN is set, else in the local chat page."""
    with opened(migrating=True) as (settings, store):
        if not empty:
            loaded = load_library(store, SystemClock().now())
            if loaded:
                click.echo(f"Loaded {loaded} bundled document(s).")
        with alone(store):
            reason = asyncio.run(_serve(settings, store))
    say_stopped(reason)


async def _serve(settings: Settings, store: Store) -> str:
    """Run until a signal; return why it had to stop, "" for a signal."""
    stopped, stop = until_stopped()
    async with AsyncExitStack() as stack:
        sandbox = await _sandbox(settings, stack)
        token, base_url, base_file_url = _server(settings, sandbox)
        app = build_application(token, base_url=base_url, base_file_url=base_file_url)
        edge = edge_of(
            settings,
            store,
            app.bot,
            stop,
            clock=sandbox.clock if sandbox else None,
            also_admins=frozenset({ADMIN_ID}) if sandbox else frozenset(),
        )
        add_handlers(app, edge)
        code, known_admins = claim_of(edge)
        await stack.enter_async_context(polling(app, known_admins))
        stack.push_async_callback(close, edge)
        await stack.enter_async_context(ticking(edge, all_ticks()))
        if sandbox is not None:
            sandbox.clock.on_moved = edge.stirred.set
        await get_ready(edge)
        _greet(sandbox, app.bot.username, code)
        return await stopped


async def _sandbox(settings: Settings, stack: AsyncExitStack) -> Sandbox | None:
    """Start the local Bot API server when there is no token for Telegram's."""
    if settings.telegram_bot_token is not None:
        return None
    sandbox = Sandbox(history=_history(settings), zone=settings.zone, steps=first_steps())
    try:
        await sandbox.start(settings.port)
    except OSError as error:
        raise CannotRun(
            f"Port {settings.port} is in use: set PORT to a free one, or to 0 for any."
        ) from error
    stack.push_async_callback(sandbox.stop)
    return sandbox


def _history(settings: Settings) -> Path | None:
    """Return where the chat page keeps its history: beside the store, if that is a file."""
    database = settings.database.removeprefix("sqlite:///")
    if database in {"sqlite://", "", ":memory:"}:
        return None
    if database != settings.database:
        return Path(f"{database}.chats")
    name = hashlib.sha256(database.encode()).hexdigest()[:12]
    folder = Path(platformdirs.user_data_dir("briefing-bot"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"sandbox-{name}.chats"


def _server(settings: Settings, sandbox: Sandbox | None) -> tuple[str, str, str]:
    if sandbox is not None:
        return sandbox.token, sandbox.base_url, sandbox.base_file_url
    token = settings.telegram_bot_token
    return (
        token.get_secret_value() if token else "",
        settings.telegram_base_url,
        settings.telegram_base_file_url,
    )


def _greet(sandbox: Sandbox | None, username: str, code: str | None) -> None:
    where = (
        f"in the chat page: {sandbox.url}" if sandbox else f"on Telegram: https://t.me/{username}"
    )
    click.echo(f"The bot answers {where}")
    if code:
        click.echo(f"To become its admin, send it once: /claim {code}")
    click.echo("Ctrl-C stops it.")
