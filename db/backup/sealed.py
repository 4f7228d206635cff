"""The file of a backup: gzip of JSON lines, the first says what it is, the last seals the rest.

The seal counts the rows and holds the SHA-256 of all lines before it, so a file that was cut off
or changed is known for what it is before anything is done with it.
"""

import gzip
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from facts.errors import BriefingError

VERSION = 1
GZIP = b"\x1f\x8b"
# A row holds at most one document's content, in base64, or the drafts of one load.
LONGEST_LINE = 1 << 28
DAMAGED = "The backup is cut off or was changed: nothing was restored; use another one."


class Holds(StrEnum):
    """What a file holds: a whole store, or what a desk has made of it, without people."""

    STORE = "briefing backup"
    DESK = "briefing desk"


MADE_BY = {Holds.STORE: "`briefing backup`", Holds.DESK: "`briefing export`"}
TAKEN_BY = {Holds.STORE: "`briefing restore`", Holds.DESK: "`briefing import`"}


class BackupRefused(BriefingError):
    """A backup cannot be made, or must not be restored."""


class Sealing:
    """Writes lines and seals them at the end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._hash, self.rows = file, hashlib.sha256(), 0

    def head(self, holds: Holds, told: Mapping[str, Any]) -> None:
        """Write the first line: what the file is and what is in it."""
        self._write({"format": holds.value, "version": VERSION, **told})

    def row(self, table: str, values: list[Any]) -> None:
        """Write one row of a table."""
        self._write([table, values])
        self.rows += 1

    def seal(self, told: Mapping[str, Any]) -> None:
        """Write the last line."""
        seal = {"rows": self.rows, "sha256": self._hash.hexdigest()}
        self._write({**told, **seal})

    def _write(self, value: Any) -> None:
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        self._hash.update(line + b"\n")
        self._file.write(line + b"\n")


@contextmanager
def written(path: Path) -> Iterator[Sealing]:
    """Write a backup beside `path` and put it there when it is whole; others may not read it.

    Raises BackupRefused when there is another sort of file already, or no place to write.
    """
    if path.exists() and not is_backup(path):
        raise BackupRefused(f"{path} is there and is no backup: give a name that is free.")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise BackupRefused(f"{path} cannot be written ({error.strerror}).") from error
    try:
        with os.fdopen(handle, "wb") as raw:
            with gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
                yield Sealing(file)  # type: ignore[arg-type]
            raw.flush()
            os.fsync(raw.fileno())
        os.replace(name, path)
    except OSError as error:
        raise BackupRefused(f"{path} cannot be written ({error.strerror}).") from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def is_backup(path: Path) -> bool:
    """Say whether a file begins as a backup does."""
    return held_by(path) is Holds.STORE


def held_by(path: Path) -> Holds | None:
    """Return what a file that was sealed here holds; None for any other file."""
    try:
        with path.open("rb") as raw:
            if raw.read(2) != GZIP:
                return None
        told = _object(next(_lines(path), b"")).get("format")
    except (OSError, BackupRefused):
        return None
    return next((each for each in Holds if each.value == told), None)


def checked(path: Path, holds: Holds = Holds.STORE) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read a file that holds this to its end; return its head and its seal, or BackupRefused."""
    found = held_by(path)
    if found is None:
        sort = "backup" if holds is Holds.STORE else "export of a desk"
        reason = f"is no {sort} that {MADE_BY[holds]} made" if path.is_file() else "is not there"
        raise BackupRefused(f"{path} {reason}: nothing was restored.")
    if found is not holds:
        raise BackupRefused(f"{path} was made by {MADE_BY[found]}: {TAKEN_BY[found]} takes it.")
    lines = _lines(path)
    first = next(lines)
    head, last = _object(first), b""
    if head.get("version") != VERSION:
        raise BackupRefused("The backup is of a newer kind: update the program, then restore.")
    sum_, rows = hashlib.sha256(first), -1
    for line in lines:
        if last:
            sum_.update(last)
        last, rows = line, rows + 1
    seal = _object(last)
    if seal.get("sha256") != sum_.hexdigest() or seal.get("rows") != rows:
        raise BackupRefused(DAMAGED)
    return head, seal


def rows_of(path: Path) -> Iterator[tuple[str, list[Any]]]:
    """Return the rows of a backup that was checked, each with its table."""
    lines = _lines(path)
    next(lines)
    for line in lines:
        value = json.loads(line)
        if isinstance(value, list):
            yield value[0], value[1]


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as file:
            while line := file.readline(LONGEST_LINE):
                yield line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BackupRefused(DAMAGED) from error
    except OSError as error:
        raise BackupRefused(f"{path} cannot be read ({error.strerror}).") from error


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
