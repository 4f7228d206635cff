"""Answers as servers send them, in whatever pieces they arrive."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import h11
import pytest

from bot.telegram.line import Line

PLAIN = (
    b"HTTP/1.1 200 OK\r\nServer: nginx\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello"
)
CHUNKED = (
    b"HTTP/1.1 502 Bad Gateway\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"
)
EARLY = b"HTTP/1.1 100 Continue\r\n\r\n" + PLAIN
LAST = PLAIN.replace(b"keep-alive", b"close")
TO_THE_END = b"HTTP/1.0 200 OK\r\n\r\nhello"
EMPTY = b"HTTP/1.1 204 No Content\r\n\r\n"


@asynccontextmanager
async def line_to(*pieces: bytes, ends: bool) -> AsyncIterator[Line]:
    """A line to a server that answers each request with these pieces, one after the other."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(100):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0.002)
            if ends:
                break
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    _, line = await asyncio.get_running_loop().create_connection(Line, "127.0.0.1", port)
    try:
        yield line
    finally:
        line.close()
        listening.close()
        await asyncio.sleep(0.01)


def cut(answer: bytes, size: int) -> Sequence[bytes]:
    return [answer[at : at + size] for at in range(0, len(answer), size)]


@pytest.mark.parametrize("size", [7, 1_000])
@pytest.mark.parametrize(
    ("answer", "status", "body", "again"),
    [
        (PLAIN, 200, b"hello", True),
        (CHUNKED, 502, b"hello", True),
        (EARLY, 200, b"hello", True),
        (LAST, 200, b"hello", False),
        (EMPTY, 204, b"", True),
    ],
    ids=["plain", "chunked", "continue first", "closing", "no body"],
)
async def test_answer_is_read_whole(
    answer: bytes, status: int, body: bytes, again: bool, size: int
) -> None:
    async with line_to(*cut(answer, size), ends=False) as line:
        assert await line.ask(b"question") == (status, body)
        assert line.usable is again
        if again:
            assert await line.ask(b"question") == (status, body)


async def test_answer_may_end_with_its_connection() -> None:
    async with line_to(TO_THE_END, ends=True) as line:
        assert await line.ask(b"question") == (200, b"hello")
        assert not line.usable


@pytest.mark.parametrize("answer", [PLAIN[:-1], CHUNKED[:-7], PLAIN[:20], b""])
async def test_half_an_answer_is_none(answer: bytes) -> None:
    async with line_to(answer, ends=True) as line:
        with pytest.raises((OSError, h11.ProtocolError)):
            await line.ask(b"question")
        assert not line.usable


async def test_more_than_was_promised_spoils_the_line() -> None:
    async with line_to(PLAIN + b"more", ends=False) as line:
        assert await line.ask(b"question") == (200, b"hello")
        assert not line.usable


async def test_length_told_twice_is_no_answer() -> None:
    twice = PLAIN.replace(b"\r\n\r\n", b"\r\nContent-Length: 4\r\n\r\n")
    async with line_to(twice, ends=False) as line:
        with pytest.raises(h11.ProtocolError):
            await line.ask(b"question")
        assert not line.usable
