"""Running the application in a loop of our own: started, then stopped in the right order."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.app import PATIENCE_SECONDS, UPDATES, App
from bot.telegram.lean import LeanRequest
from bot.telegram.menu import set_menus
from bot.telegram.token import TelegramRefused, sentence

POLL_SECONDS = 30


@asynccontextmanager
async def connected(token: str, *, base_url: str, base_file_url: str) -> AsyncIterator[Bot]:
    """Return a bot that does not poll while inside; raise TelegramRefused for a bad token."""
    request = LeanRequest(patience=PATIENCE_SECONDS)
    bot = Bot(token, base_url=base_url, base_file_url=base_file_url, request=request)
    try:
        await bot.initialize()
    except TelegramError as error:
        await bot.shutdown()
        await request.shutdown()
        raise TelegramRefused(sentence(error)) from None
    async with bot:
        yield bot


@asynccontextmanager
async def polling(app: App, admins: list[int]) -> AsyncIterator[None]:
    """Run `app` by long polling while inside; raise TelegramRefused when it cannot start."""
    try:
        await app.initialize()
    except TelegramError as error:
        raise TelegramRefused(sentence(error)) from None
    try:
        await set_menus(app.bot, admins)
        await app.start()
        if app.updater is not None:
            await app.updater.start_polling(
                timeout=POLL_SECONDS, allowed_updates=UPDATES, error_callback=_handled_by(app)
            )
        yield
    finally:
        if app.updater is not None and app.updater.running:
            await app.updater.stop()
        if app.running:
            await app.stop()
        await app.shutdown()


def _handled_by(app: App) -> Callable[[TelegramError], None]:
    """Pass polling's errors to the application's error handler; by default they are only logged."""

    def pass_on(error: TelegramError) -> None:
        app.create_task(app.process_error(error=error, update=None))

    return pass_on
