"""Updates that Telegram pushes: the webhook set, and each update handled before it is confirmed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from telegram import Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.telegram.app import AT_ONCE, UPDATES, App
from bot.telegram.menu import set_menus
from bot.telegram.token import TelegramRefused, sentence
from db.failures import STORE_FAILURES

_failed: ContextVar[list[Exception] | None] = ContextVar("failed", default=None)


class StoreAway(Exception):
    """The store failed while an update was handled: nothing of it is sure to be written down."""


def mind_the_store(app: App) -> None:
    """Let a failing store be told to who brought the update, instead of to the reader.

    To be called before the handlers are added.
    """

    async def note(_update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        failed = _failed.get()
        if failed is not None and isinstance(context.error, STORE_FAILURES):
            failed.append(context.error)
            raise ApplicationHandlerStop

    app.add_error_handler(note)


async def take(app: App, update: dict[str, Any]) -> None:
    """Handle one update to its end; raise StoreAway when it has to be brought again."""
    failed: list[Exception] = []
    _failed.set(failed)
    await app.process_update(Update.de_json(update, app.bot))
    if failed:
        raise StoreAway from failed[0]


@asynccontextmanager
async def webhook(app: App, admins: list[int], *, url: str, secret: str) -> AsyncIterator[None]:
    """Have updates pushed to `url` while inside, and after: Telegram keeps them for a day.

    Raises TelegramRefused when Telegram cannot be reached or takes no such webhook.
    """
    try:
        await app.initialize()
        await set_menus(app.bot, admins)
        await app.bot.set_webhook(
            url, secret_token=secret, allowed_updates=UPDATES, max_connections=AT_ONCE
        )
    except BadRequest as error:
        await app.shutdown()
        raise TelegramRefused(f"Telegram refuses WEBHOOK_URL ({error.message}).") from None
    except TelegramError as error:
        await app.shutdown()
        raise TelegramRefused(sentence(error)) from None
    try:
        await app.start()
        yield
    finally:
        if app.running:
            await app.stop()
        await app.shutdown()
