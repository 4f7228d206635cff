"""The webhook: Telegram's updates taken over HTTP, and a page for whoever watches over the bot.

An update is answered with 200 only once it has been handled; while the store fails, Telegram is
told to bring it again. Not from Telegram is whatever lacks the secret.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from facts.errors import BriefingError

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"
HEALTH = "/health"
# Telegram's updates are some kilobytes: a message has 4,096 characters.
MOST_BYTES = 1_000_000
AGAIN_AFTER_SECONDS = 5
LAST_ANSWERS_SECONDS = 25


class CannotListen(BriefingError):
    """The address cannot be listened on."""


class AskAgain(Exception):
    """An update could not be handled just now, and may be brought again."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the pages are made of.

    `take` handles one update and raises AskAgain; `store_answers` says whether the store does.
    """

    url: str
    secret: str
    take: Callable[[dict[str, Any]], Awaitable[None]]
    store_answers: Callable[[], Awaitable[bool]]


def pages(front: Front) -> Starlette:
    """Return the two pages: the webhook at the path of its address, and `/health`."""

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode(), front.secret.encode()):
            log.warning("A request without the webhook's secret was refused")
            return PlainTextResponse("Refused.", 403)
        try:
            update = await _read(request)
        except (ValueError, ClientDisconnect):
            return PlainTextResponse("This is no update.", 400)
        try:
            await front.take(update)
        except AskAgain:
            again = {"Retry-After": str(AGAIN_AFTER_SECONDS)}
            return PlainTextResponse("Bring it again.", 503, again)
        return PlainTextResponse("")

    async def health(_request: Request) -> Response:
        sound = await front.store_answers()
        told = {"status": "ok" if sound else "the database does not answer"}
        return JSONResponse(told, 200 if sound else 503)

    path = urlsplit(front.url).path or "/"
    return Starlette(
        routes=[Route(path, webhook, methods=["POST"]), Route(HEALTH, health, methods=["GET"])]
    )


async def listen(app: Starlette, *, host: str, port: int, ready: Callable[[int], None]) -> None:
    """Serve until cancelled, then let the last answers out; raise CannotListen.

    `ready` is told the port once it is open.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=LAST_ANSWERS_SECONDS,
    )
    try:
        listening = config.bind_socket()
    except SystemExit as error:
        raise CannotListen(f"Port {port} cannot be used: set PORT to a free one.") from error
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    ready(int(listening.getsockname()[1]))
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving


class _Server(uvicorn.Server):
    """Leaves the signals to the program."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _read(request: Request) -> dict[str, Any]:
    """Return the update in a request; raise ValueError when it is none, or far too long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise ValueError("too long")
    update = json.loads(body)
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise ValueError("no update")
    return update
