"""Reads files under limits, each in a process of its own: `python -m facts.reading.child KIND`.

This process has loaded what reading a file of its kind (PAGE or TEXT) takes, reads nothing of
others itself, and is forked for each file, since to load that anew takes longer than reading most
files. Standard input is a socket: a byte comes with two open files, that which is read and that
which the answer is written to; it goes back once the file is being read. The file holds one JSON
line (name, particulars, columns, whether only good rows) and then the exact bytes; the answer is
one JSON value. The limits are set after the fork, where one thread alone runs.
"""

import json
import os
import resource
import signal
import socket
import sys
from typing import Any, NoReturn

from facts.errors import DocumentRefused, RowsRefused
from facts.reading.codec import documents_to_json, particulars_from_json
from facts.reading.limits import CPU_SECONDS, MEMORY, OPEN_FILES, WALL_SECONDS
from facts.reading.mapping import ColumnsOfTables
from facts.reading.read import read_here

PAGE, TEXT = "page", "text"  # what may be a web page, and all else
_OWN_PAGE = (
    b"<html><body><p>It rained on the town, and all of its roads were closed.</p></body></html>"
)


def main() -> None:
    """Have each file read that is given, until there is nobody to give one."""
    _load(sys.argv[1])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that have read
    with socket.socket(fileno=0) as asked:
        while len(given := socket.recv_fds(asked, 1, 2)[1]) == 2:
            if os.fork() == 0:
                _read(asked, *given)
            for number in given:
                os.close(number)
            asked.send(b".")


def _load(kind: str) -> None:
    """Load what reading a file of this kind takes, by reading one of our own."""
    name, content = ("a.html", _OWN_PAGE) if kind == PAGE else ("a.txt", b"It rained on the town.")
    read_here(name, content)


def _read(asked: socket.socket, given: int, out: int) -> NoReturn:
    code = 1
    try:
        asked.close()
        os.setsid()
        _limit()
        with open(given, "rb") as file:
            head, _, content = file.read().partition(b"\n")
        name, particulars, columns, good_rows = json.loads(head)
        answer = _answer(name, content, particulars, columns, good_rows=good_rows)
        with open(out, "w", encoding="utf-8") as told:
            told.write(json.dumps(answer))
        code = 0
    finally:  # whatever happened: what the other process would do at its end is not for this one
        os._exit(code)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # it ends the process
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)


def _answer(
    name: str, content: bytes, given: Any, columns: ColumnsOfTables, *, good_rows: bool
) -> dict[str, Any]:
    try:
        known = particulars_from_json(given)
        documents = read_here(name, content, known, columns, good_rows=good_rows)
        return {"documents": documents_to_json(documents)}
    except RowsRefused as refusal:
        return {"refused": str(refusal), "good": refusal.good}
    except DocumentRefused as refusal:
        return {"refused": str(refusal)}


if __name__ == "__main__":
    main()
