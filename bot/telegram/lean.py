"""A lean HTTP client under python-telegram-bot: asyncio's transports, kept alive.

The default client costs several times the processor time a message; see benchmarks/delivery.py.
Files, downloads and proxies, which are rarer, still go through the default one.
"""

import asyncio
import re
from functools import lru_cache
from urllib.parse import urlsplit
from urllib.request import getproxies

import h11
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.certificates import certificates
from bot.telegram.line import Answer, Line

CONNECT_SECONDS = 5.0
_TARGET = re.compile(r"[!-~]+")
Address = tuple[bool, str, int]


class NotConnected(OSError):
    """No connection came about: the request surely never left."""


class LeanRequest(BaseRequest):
    """Sends python-telegram-bot's requests; raises its errors with their true cause."""

    def __init__(self, *, patience: float) -> None:
        """`patience` is how many seconds an answer is waited for."""
        self._patience = patience
        self._idle: dict[Address, list[Line]] = {}
        self._files = usual_request(connections=16, patience=patience)
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
            line.close()
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
        return await self._post(url, body, float(patience))

    async def _post(self, url: str, body: bytes, patience: float) -> Answer:
        address, head = _request(url)
        try:
            line = await self._line(address)
            try:
                async with asyncio.timeout(patience):
                    answer = await line.ask(b"%s%d\r\n\r\n%s" % (head, len(body), body))
            except BaseException:
                line.close()
                raise
        except TimeoutError as error:
            raise TimedOut from error
        except (OSError, h11.ProtocolError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error
        if line.usable:
            self._idle.setdefault(address, []).append(line)
        else:
            line.close()
        return answer

    async def _line(self, address: Address) -> Line:
        idle = self._idle.get(address, [])
        while idle:
            line = idle.pop()
            if line.usable:
                return line
            line.close()
        secure, host, port = address
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                tls = certificates() if secure else None
                _, line = await loop.create_connection(Line, host, port, ssl=tls)
        except (OSError, TimeoutError) as error:
            raise NotConnected(f"no connection to {host} ({error or 'timed out'})") from error
        return line


def usual_request(*, connections: int, patience: float = 5.0) -> HTTPXRequest:
    """Return python-telegram-bot's own client; all of them share the certificates, read once.

    An answer is waited for `patience` seconds where the caller names no time.
    """
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=patience,
        httpx_kwargs={"verify": certificates()},
    )


@lru_cache(maxsize=256)
def _request(url: str) -> tuple[Address, bytes]:
    """Return where a request goes, and its head up to the length of its body."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if not _TARGET.fullmatch(target) or not _TARGET.fullmatch(parts.netloc):
        raise NetworkError("the address holds a character that no address may hold")
    head = (
        f"POST {target} HTTP/1.1\r\nhost: {parts.netloc}\r\n"
        f"user-agent: {BaseRequest.USER_AGENT}\r\n"
        "content-type: application/json\r\ncontent-length: "
    )
    return (secure, parts.hostname or "", parts.port or (443 if secure else 80)), head.encode()
