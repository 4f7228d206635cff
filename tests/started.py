"""The program in a process of its own: started as its users do, or from one that has it loaded.

To load the program takes longer than most of what a test has it do. Where the start itself is not
looked at, its process is forked from one that has only imported it.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from typing import Protocol

from bot.__main__ import main
from bot.cli import run, serve, work  # noqa: F401 - loaded for what is forked
from tests.waiting import PATIENCE

# Real processes, forked from one that has imported everything and opened nothing.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.started", "tests.faults.worker"])


class Program(Protocol):
    """A running program, as asyncio shows one."""

    @property
    def stdout(self) -> asyncio.StreamReader | None: ...

    def send_signal(self, signal: int, /) -> None: ...

    async def wait(self) -> int: ...


@asynccontextmanager
async def program(
    database_url: str, verb: str = "run", *, anew: bool = False, **more: str
) -> AsyncIterator[Program]:
    """Start `briefing run`, or another verb; kill it at the end if it still runs.

    With `anew` it is started from nothing, as its users do.
    """
    environment = {
        **{name: value for name, value in os.environ.items() if "TELEGRAM" not in name},
        "DATABASE_URL": database_url,
        "PORT": "0",
        "PYTHONUNBUFFERED": "1",
        **more,
    }
    started = _anew(verb, environment) if anew else _forked(verb, environment)
    async with started as process:
        yield process


@asynccontextmanager
async def _anew(verb: str, environment: dict[str, str]) -> AsyncIterator[Program]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", verb, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        process._transport.close()  # type: ignore[attr-defined]


class Forked:
    """A program that was forked, as asyncio shows one that it started itself."""

    def __init__(self, verb: str, environment: dict[str, str], out: Connection) -> None:
        self.stdout = asyncio.StreamReader()
        self._process = PROCESSES.Process(target=_work, args=(out, verb, environment))
        self._process.start()

    def send_signal(self, signal: int, /) -> None:
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, signal)

    async def wait(self) -> int:
        await asyncio.to_thread(self._process.join, PATIENCE)
        assert self._process.exitcode is not None, "the program hangs"
        return self._process.exitcode


@asynccontextmanager
async def _forked(verb: str, environment: dict[str, str]) -> AsyncIterator[Program]:
    told, tells = PROCESSES.Pipe(duplex=False)
    with tells:
        process = Forked(verb, environment, tells)
    out = asyncio.StreamReaderProtocol(process.stdout)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: out, told)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        await process.wait()
        transport.close()


def _work(out: Connection, verb: str, environment: dict[str, str]) -> None:
    """What the forked process does: the program's own beginning, with this output."""
    for number in (1, 2):
        os.dup2(out.fileno(), number)
    out.close()
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["briefing", verb]
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(write_through=True)  # type: ignore[union-attr]
    main()


async def line_with(process: Program, words: str) -> str:
    """Read what the program prints up to a line with these words; return that."""
    return (await lines_up_to(process, words))[-1]


async def lines_up_to(process: Program, words: str) -> list[str]:
    """Read what the program prints up to a line with these words."""
    assert process.stdout is not None
    seen = []
    async with asyncio.timeout(PATIENCE):
        while line := (await process.stdout.readline()).decode():
            seen.append(line)
            if words in line:
                return seen
    raise AssertionError(f"{words!r} was not printed, but {seen}")
