"""One kept-alive HTTP connection, as little of it as python-telegram-bot's requests need.

A plain answer, of a length told before it, is cut out here; any other is read by h11.
"""

import asyncio
import re
import time

import h11

# Servers close what is idle; a request on a connection that is just being closed is of unknown
# fate, so a connection is not used again after so long.
IDLE_SECONDS = 4.0
LONGEST_HEAD = 65_536
_STATUS = re.compile(rb"HTTP/1\.1 ([2-5]\d\d)(?: [^\r\n]*)?\r\n")
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,9})[ \t]*(?=\r\n)")
_UNPLAIN = re.compile(rb"\r\n(?:transfer-encoding|connection:(?![ \t]*keep-alive[ \t]*\r\n)|[ \t])")
BODILESS = {204, 304}
Answer = tuple[int, bytes]


class Line(asyncio.Protocol):
    """Asks one request at a time, and is told each one's status and body."""

    def __init__(self) -> None:
        self.used = time.monotonic()
        self._transport: asyncio.Transport | None = None
        self._told: asyncio.Future[Answer] | None = None
        self._read = bytearray()
        self._plain: tuple[int, int, int] | None = None
        self._other: _Other | None = None
        self._spent = False

    @property
    def usable(self) -> bool:
        """Whether another request may be made on it."""
        return not self._spent and time.monotonic() - self.used < IDLE_SECONDS

    async def ask(self, request: bytes) -> Answer:
        """Send a request; raise OSError or h11.ProtocolError when no whole answer comes.

        Whoever gives up waiting closes the line.
        """
        if self._transport is None or self._spent:
            raise ConnectionResetError("the connection was closed")
        self._told = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._told

    def close(self) -> None:
        """Close the connection at once."""
        self._spent = True
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Read on, until an answer is whole."""
        if self._told is None or self._told.done():
            self.close()  # nothing was asked
            return
        try:
            answer = self._more(data)
        except h11.ProtocolError as error:
            self._fail(error)
            return
        if answer is not None:
            self._tell(answer)

    def eof_received(self) -> None:
        """End an answer that ends with its connection."""
        self._spent = True
        if self._other is not None and self._told is not None and not self._told.done():
            self.data_received(b"")

    def connection_lost(self, exc: Exception | None) -> None:
        """Fail what is being waited for."""
        self._fail(exc or ConnectionResetError("the connection was closed before an answer"))

    def _more(self, data: bytes) -> Answer | None:
        if self._other is not None:
            return self._other.more(data)
        self._read += data
        if self._plain is None:
            end = self._read.find(b"\r\n\r\n") + 4
            if end < 4 and len(self._read) <= LONGEST_HEAD:
                return None
            self._plain = _plain(bytes(self._read[:end]))
            if self._plain is None:
                self._other = _Other()
                return self._other.more(bytes(self._read))
        status, start, stop = self._plain
        if len(self._read) < stop:
            return None
        if len(self._read) > stop:
            self._spent = True
        return status, bytes(self._read[start:stop])

    def _tell(self, answer: Answer) -> None:
        self._spent = self._spent or (self._other is not None and not self._other.again)
        self.used = time.monotonic()
        self._read.clear()
        self._plain = self._other = None
        if self._told is not None and not self._told.done():
            self._told.set_result(answer)

    def _fail(self, error: Exception) -> None:
        self._spent = True
        if self._told is not None and not self._told.done():
            self._told.set_exception(error)


def _plain(head: bytes) -> tuple[int, int, int] | None:
    """Return status, start and end of a plain answer, counted from its first byte."""
    lowered = head.lower()
    status, lengths = _STATUS.match(head), _LENGTH.findall(lowered)
    if status is None or len(lengths) != 1 or _UNPLAIN.search(lowered):
        return None
    code = int(status[1])
    if code in BODILESS:
        return None
    return code, len(head), len(head) + int(lengths[0])


class _Other:
    """An answer that h11 reads: in chunks, of unknown length, or not HTTP at all."""

    def __init__(self) -> None:
        self._talk = h11.Connection(h11.CLIENT)
        self._talk.send(h11.Request(method="POST", target="/", headers=[("host", "-")]))
        self._talk.send(h11.EndOfMessage())
        self._status, self._parts = 0, list[bytes]()

    @property
    def again(self) -> bool:
        """Whether the connection may be used again after it."""
        return self._talk.our_state is h11.DONE and self._talk.their_state is h11.DONE

    def more(self, data: bytes) -> Answer | None:
        """Read on; return the answer once it is whole."""
        self._talk.receive_data(data)
        while True:
            event = self._talk.next_event()
            if event is h11.NEED_DATA:
                return None
            if isinstance(event, h11.Response):
                self._status = event.status_code
            elif isinstance(event, h11.Data):
                self._parts.append(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                return self._status, b"".join(self._parts)
            elif isinstance(event, h11.ConnectionClosed):
                raise h11.RemoteProtocolError("the connection was closed before an answer")
