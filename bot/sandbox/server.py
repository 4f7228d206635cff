"""The sandbox as one object: a local Bot API server with a chat page, for newcomers and tests.

Wiring starts it beside the bot, in the same event loop; the bot talks to it over HTTP.
"""

import asyncio
import contextlib
import socket
import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.sandbox import client, control
from bot.sandbox.botapi import BotApi
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.guard import PAGE_RULES, Guard
from bot.sandbox.tour import Step
from bot.sandbox.world import ADMIN_ID, READER_ID, World

__all__ = ["ADMIN_ID", "DEFAULT_TOKEN", "READER_ID", "Fault", "PortInUse", "Sandbox", "Step"]
DEFAULT_TOKEN = "1000:sandbox-token-of-no-use-elsewhere"
PAGE = Path(__file__).parent / "page"
HOST = "127.0.0.1"
LAST_ANSWERS_WITHIN = 2.0


class PortInUse(OSError):
    """Another program listens on the sandbox's port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} on {HOST} is in use; choose another one.")


class _Server(uvicorn.Server):
    """Leaves signals to the program around it, and says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready, self.ending = asyncio.Event(), asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        """Waits for the end, where uvicorn itself looks ten times a second."""
        await self.ending.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends as soon as the last answer is out, where uvicorn always waits."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_ANSWERS_WITHIN):
                # uvicorn keeps sets of these and tells of no change
                while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110
                    await asyncio.sleep(0.002)
        for task in self.server_state.tasks:
            task.cancel()


class Sandbox:
    """A Bot API server on this machine; `history` names the file that its chats are kept in."""

    def __init__(
        self, *, history: Path | None = None, token: str = DEFAULT_TOKEN, zone: tzinfo = UTC,
        steps: Sequence[Step] = (),
    ) -> None:  # fmt: skip
        self.token = token
        self.url = ""
        self.faults = Faults()
        bot_id = token.partition(":")[0]
        self.world = World(history, int(bot_id) if bot_id.isdecimal() else 1000, zone, steps)
        self.clock = self.world.clock
        self._connections: dict[Any, asyncio.Transport] = {}
        self._api = BotApi(self.world, token, self.faults, self._cut)
        self._server: _Server | None = None
        self._serving: asyncio.Task[None] | None = None

    @property
    def base_url(self) -> str:
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    async def start(self, port: int = 0) -> None:
        listening = _listen(port)
        self.url = f"http://{HOST}:{listening.getsockname()[1]}"
        config = uvicorn.Config(
            self._app(), http=self._protocol(), ws="none", lifespan="off", log_config=None,
            access_log=False, log_level="warning", proxy_headers=False, server_header=False,
        )  # fmt: skip
        self._server = _Server(config)
        self._serving = asyncio.create_task(self._server.serve([listening]))
        await self._server.ready.wait()

    async def stop(self) -> None:
        """Ends open polls and event streams, then the server."""
        self._api.closing.set()
        self.world.updates.close()
        self.world.announce("closing", 0)
        if self._server and self._serving:
            self._server.ending.set()
            await self._serving
            self._server = self._serving = None
        self.world.close()

    def _app(self) -> Starlette:
        api = [
            Route("/bot{token}/{method}", self._api.method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._api.file),
        ]
        shown = {"/": "index.html", **{f"/{file.name}": file.name for file in PAGE.iterdir()}}
        page = [Route(path, _page_file(name)) for path, name in shown.items()]
        more = client.routes(self.world, self._api.closing)
        more += control.routes(self.world, self.faults)
        return Starlette(routes=[*api, *page, *more], middleware=[Middleware(Guard)])

    def _protocol(self) -> type[H11Protocol]:
        connections = self._connections

        class Connection(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                connections[transport.get_extra_info("peername")] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                connections.pop(self.client, None)
                super().connection_lost(exc)

        return Connection

    def _cut(self, request: Request) -> None:
        """Resets a client's connection, as a failing network does."""
        address = request.client
        transport = self._connections.get((address.host, address.port) if address else None)
        if transport:
            raw = transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()


def _listen(port: int) -> socket.socket:
    # Named as TCP, or asyncio leaves Nagle's delay on and each answer takes 40 ms longer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise PortInUse(port) from None
    return listening


def _page_file(name: str) -> Any:
    async def serve(_request: Request) -> Response:
        headers = {
            "content-security-policy": PAGE_RULES.decode(), "cache-control": "no-cache",
            "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
        }  # fmt: skip
        return FileResponse(PAGE / name, headers=headers)

    return serve
