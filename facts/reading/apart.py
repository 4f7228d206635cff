"""A file read in a child process with limits: what that process is started with, and its answer.

A module of its own, since the child has no need of it: it starts in half the time.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import facts
from facts.errors import DocumentRefused
from facts.reading.codec import particulars_to_json
from facts.reading.limits import LARGEST_ANSWER, WALL_SECONDS
from facts.reading.mapping import ColumnsOfTables
from facts.reading.source import Source


def answer_of_child(source: Source) -> dict[str, Any]:
    """Return what `facts.reading.child` says of a file; raise DocumentRefused when it did not."""
    told = [particulars_to_json(source.given), _plain(source.columns), source.good_rows]
    head = json.dumps([source.name, *told]).encode()
    with tempfile.TemporaryFile() as file:
        file.write(head + b"\n" + source.content)
        file.seek(0)
        written = _run(file.fileno())
    try:
        answer: dict[str, Any] = json.loads(written)
    except ValueError:
        raise DocumentRefused(
            "The file took too long or needed too much memory to read; split it or send its text."
        ) from None
    return answer


def _plain(columns: ColumnsOfTables) -> dict[str, dict[str, str]]:
    return {table: dict(named) for table, named in columns.items()}


def _run(stdin: int) -> bytes:
    home = str(Path(facts.__file__).parents[1])
    child = subprocess.Popen(
        [sys.executable, "-m", "facts.reading.child"],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env={"PYTHONPATH": home, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )
    timer = threading.Timer(WALL_SECONDS, _kill, [child])
    timer.start()
    with child:
        try:
            written = child.stdout.read(LARGEST_ANSWER + 1) if child.stdout else b""
        finally:
            timer.cancel()
            _kill(child)
    return written if len(written) <= LARGEST_ANSWER else b""


def _kill(child: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
