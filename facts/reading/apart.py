"""A file read in a child process with limits: what that process is forked from, and its answer.

What it is forked from is started with the first file of its kind and stays; it has read nothing
itself.
"""

import atexit
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import facts
from facts.errors import DocumentRefused
from facts.reading.child import PAGE, TEXT
from facts.reading.codec import particulars_to_json
from facts.reading.limits import LARGEST_ANSWER, WALL_SECONDS
from facts.reading.mapping import ColumnsOfTables
from facts.reading.source import Source


@dataclass(frozen=True)
class Started:
    """The process that is forked for each file, and the socket by which it is asked to."""

    line: socket.socket
    process: subprocess.Popen[bytes]


_LOCK = threading.Lock()
_STARTED: dict[str, Started] = {}  # by kind: each with no more in its memory than that needs


def answer_of_child(source: Source) -> dict[str, Any]:
    """Return what `facts.reading.child` says of a file; raise DocumentRefused when it did not."""
    told = [particulars_to_json(source.given), _plain(source.columns), source.good_rows]
    head = json.dumps([source.name, *told]).encode()
    with tempfile.TemporaryFile() as file:
        file.write(head + b"\n" + source.content)
        file.seek(0)
        kind = PAGE if source.name.lower().endswith((".html", ".htm")) else TEXT
        written = _run(kind, file.fileno())
    try:
        answer: dict[str, Any] = json.loads(written)
    except ValueError:
        raise DocumentRefused(
            "The file took too long or needed too much memory to read; split it or send its text."
        ) from None
    return answer


def _plain(columns: ColumnsOfTables) -> dict[str, dict[str, str]]:
    return {table: dict(named) for table, named in columns.items()}


def _run(kind: str, file: int) -> bytes:
    """Return what is answered to a file; empty where the reader died of a limit."""
    told, tells = os.pipe()
    with open(told, "rb") as answer:
        try:
            _begin(kind, file, tells)
        finally:
            os.close(tells)
        written = answer.read(LARGEST_ANSWER + 1)
    return written if len(written) <= LARGEST_ANSWER else b""


def _begin(kind: str, file: int, out: int) -> None:
    """Have a new process read the file and write to `out`.

    What is forked for it may not be there yet, or have died: it is started then.
    """
    with _LOCK:
        if kind in _STARTED and _begun(_STARTED[kind], file, out):
            return
        _leave(kind)
        _STARTED[kind] = _start(kind)
        if not _begun(_STARTED[kind], file, out):
            raise DocumentRefused("The file cannot be read just now; send it again.")


def _begun(started: Started, file: int, out: int) -> bool:
    try:
        socket.send_fds(started.line, [b"."], [file, out])
        return bool(started.line.recv(1))
    except OSError:
        return False


def _start(kind: str) -> Started:
    home = str(Path(facts.__file__).parents[1])
    line, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "facts.reading.child", kind],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=home,
            env={"PYTHONPATH": home, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
            start_new_session=True,
        )
    line.settimeout(WALL_SECONDS)
    return Started(line, process)


def _leave(kind: str) -> None:
    """End what is forked for files of a kind; those that read go on."""
    started = _STARTED.pop(kind, None)
    if started is not None:
        started.line.close()
        started.process.kill()
        started.process.wait()


@atexit.register
def leave_all() -> None:
    """End the processes that are forked for files, until the next file comes."""
    with _LOCK:
        for kind in list(_STARTED):
            _leave(kind)
