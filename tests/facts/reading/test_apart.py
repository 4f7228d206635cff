"""The process that is forked for each file: it may die, and many may ask it at once."""

import os
import signal
import tempfile
from concurrent.futures import ThreadPoolExecutor

from facts.reading import apart
from facts.reading.child import TEXT
from facts.reading.read import read_file

PAGE = "<html><body><h1>Rain</h1><p>It rained on the town of Velden for {} days.</p></body></html>"


def text_of(number: int) -> str:
    name, form = ("a.html", PAGE) if number % 2 else ("a.txt", "It rained for {} days.")
    return read_file(name, form.format(number).encode())[0].reading.text


def test_many_files_are_read_at_once() -> None:
    with ThreadPoolExecutor(6) as pool:
        for number, text in enumerate(pool.map(text_of, range(12))):
            assert f"for {number} days" in text


def test_it_is_started_anew_when_it_died() -> None:
    text_of(2)
    started = apart._STARTED[TEXT].process
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    assert "for 4 days" in text_of(4)
    assert apart._STARTED[TEXT].process.pid != started.pid


def test_one_that_dies_while_it_reads_ends_no_other() -> None:
    text_of(2)
    started = apart._STARTED[TEXT].process
    with tempfile.TemporaryFile() as file:
        assert apart._run(TEXT, file.fileno()) == b""  # it holds not even a first line
    assert "for 6 days" in text_of(6)
    assert apart._STARTED[TEXT].process is started


def test_nothing_stays_when_it_is_left() -> None:
    text_of(2)
    started = apart._STARTED[TEXT].process
    apart.leave_all()
    assert started.returncode is not None
    assert "for 8 days" in text_of(8)
