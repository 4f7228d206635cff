"""A lean HTTP client under python-telegram-bot: h11 over asyncio's streams, kept alive.

The default client costs several times the processor time a message; see benchmarks/delivery.py.
Files, downloads and proxies, which are rarer, still go through the default one.
"""

import asyncio
import ssl
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies

import h11
import httpx
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

CONNECT_SECONDS = 5.0
# Servers close what is idle; a request on a connection that is just being closed is of unknown
# fate, so a connection is not used again after so long.
IDLE_SECONDS = 4.0
CHUNK = 65_536


class NotConnected(OSError):
    """No connection came about: the request surely never left."""


@dataclass(slots=True)
class _Line:
    """One connection, and when it was last used."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    talk: h11.Connection
    used: float

    @property
    def usable(self) -> bool:
        fresh = time.monotonic() - self.used < IDLE_SECONDS
        return fresh and not self.reader.at_eof() and not self.writer.is_closing()


class LeanRequest(BaseRequest):
    """Sends python-telegram-bot's requests; raises its errors with their true cause."""

    def __init__(self, *, patience: float) -> None:
        """`patience` is how many seconds an answer is waited for."""
        self._patience = patience
        self._idle: dict[tuple[str, int], list[_Line]] = {}
        self._files = HTTPXRequest(connection_pool_size=16, read_timeout=patience)
        self._secure: ssl.SSLContext | None = None
        self._proxied = bool(getproxies())

    @property
    def read_timeout(self) -> float:
        """How many seconds an answer is waited for."""
        return self._patience

    async def initialize(self) -> None:
        """Make the client for files ready."""
        await self._files.initialize()

    async def shutdown(self) -> None:
        """Close all connections."""
        lines = [line for idle in self._idle.values() for line in idle]
        self._idle.clear()
        for line in lines:
            await _close(line)
        await self._files.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; raise TimedOut or NetworkError from what went wrong."""
        if method != "POST" or (request_data and request_data.contains_files) or self._proxied:
            return await self._files.do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout,
                pool_timeout,
            )  # fmt: skip
        body = request_data.json_payload if request_data else b"{}"
        patience = read_timeout if isinstance(read_timeout, int | float) else self._patience
        return await self._post(urlsplit(url), body, float(patience))

    async def _post(self, url: SplitResult, body: bytes, patience: float) -> tuple[int, bytes]:
        try:
            line = await self._line(url)
            try:
                async with asyncio.timeout(patience):
                    answer = await _talk(line, url, body)
            except BaseException:
                line.writer.transport.abort()
                raise
        except TimeoutError as error:
            raise TimedOut from error
        except (OSError, h11.ProtocolError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error
        await self._keep(url, line)
        return answer

    async def _line(self, url: SplitResult) -> _Line:
        idle = self._idle.get(_address(url), [])
        while idle:
            line = idle.pop()
            if line.usable:
                return line
            await _close(line)
        host, port = _address(url)
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                reader, writer = await asyncio.open_connection(host, port, ssl=self._tls(url))
        except (OSError, TimeoutError) as error:
            raise NotConnected(f"no connection to {host} ({error or 'timed out'})") from error
        return _Line(reader, writer, h11.Connection(h11.CLIENT), time.monotonic())

    async def _keep(self, url: SplitResult, line: _Line) -> None:
        if line.talk.our_state is h11.DONE and line.talk.their_state is h11.DONE:
            line.talk.start_next_cycle()
            line.used = time.monotonic()
            self._idle.setdefault(_address(url), []).append(line)
        else:
            await _close(line)

    def _tls(self, url: SplitResult) -> ssl.SSLContext | None:
        if url.scheme == "https" and self._secure is None:
            self._secure = httpx.create_ssl_context()
        return self._secure if url.scheme == "https" else None


def _address(url: SplitResult) -> tuple[str, int]:
    return url.hostname or "", url.port or (443 if url.scheme == "https" else 80)


async def _talk(line: _Line, url: SplitResult, body: bytes) -> tuple[int, bytes]:
    """Send a request and read its whole answer."""
    headers = [
        ("host", url.netloc),
        ("user-agent", BaseRequest.USER_AGENT),
        ("content-type", "application/json"),
        ("content-length", str(len(body))),
    ]
    request = h11.Request(method="POST", target=url.path, headers=headers)
    talk = line.talk
    sent = [talk.send(part) for part in (request, h11.Data(data=body), h11.EndOfMessage())]
    line.writer.write(b"".join(part for part in sent if part))
    await line.writer.drain()
    status, parts = 0, []
    while True:
        event: Any = talk.next_event()
        if event is h11.NEED_DATA:
            talk.receive_data(await line.reader.read(CHUNK))
        elif isinstance(event, h11.Response):
            status = event.status_code
        elif isinstance(event, h11.Data):
            parts.append(bytes(event.data))
        elif isinstance(event, h11.EndOfMessage):
            return status, b"".join(parts)
        elif isinstance(event, h11.ConnectionClosed):
            raise ConnectionResetError("the connection was closed before an answer")


async def _close(line: _Line) -> None:
    line.writer.close()
    try:
        await line.writer.wait_closed()
    except (OSError, ssl.SSLError):
        return  # the other side was quicker
