"""The sandbox's memory on disk: one SQLite file of JSON documents, so a chat outlives a restart."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class HistoryUnreadable(OSError):
    """The sandbox cannot keep its chats in this file."""

    def __init__(self, path: Path | None, reason: sqlite3.Error) -> None:
        super().__init__(f"The sandbox cannot keep its chats in {path}: {reason}.")


class History:
    """Documents by kind and key. Without a path it forgets when the sandbox ends."""

    def __init__(self, path: Path | None) -> None:
        try:
            self._file = sqlite3.connect(path or ":memory:", isolation_level=None)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = OFF")  # a lost chat line is no loss here
            self._file.execute(
                "CREATE TABLE IF NOT EXISTS kept"
                " (kind TEXT, key TEXT, body TEXT, bytes BLOB, PRIMARY KEY (kind, key))"
            )
        except sqlite3.Error as reason:
            raise HistoryUnreadable(path, reason) from None

    def keep(self, kind: str, key: object, body: Any, content: bytes | None = None) -> None:
        row = (kind, str(key), json.dumps(body), content)
        self._file.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", row)

    def forget(self, kind: str, key: object) -> None:
        self._file.execute("DELETE FROM kept WHERE kind = ? AND key = ?", (kind, str(key)))

    def all(self, kind: str) -> Iterator[Any]:
        rows = self._file.execute("SELECT body FROM kept WHERE kind = ? ORDER BY rowid", (kind,))
        return (json.loads(body) for (body,) in rows.fetchall())

    def content(self, kind: str, key: object) -> bytes | None:
        query = "SELECT bytes FROM kept WHERE kind = ? AND key = ?"
        row = self._file.execute(query, (kind, str(key))).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        self._file.close()
