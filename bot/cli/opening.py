"""What every verb needs: settings, the log, the open store, the clock."""

import json
import logging
import os
import re
import secrets
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from bot.settings import Settings, read_settings
from db.engine import Store, open_store
from db.failures import failures_in_words
from db.locks import held
from db.migrate import migrate, require_current
from facts.errors import BriefingError

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
NOISY = ("httpx", "httpcore", "apscheduler", "alembic", "telegram.ext.Updater")


class SystemClock:
    """The machine's clock; see `bot.ports.Clock`."""

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return datetime.now(UTC)


class CannotRun(BriefingError):
    """The program cannot start, or cannot go on."""


def worker_name() -> str:
    """Return a name for this process that no other has, nor one before it."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(3)}"


@contextmanager
def alone(store: Store) -> Iterator[None]:
    """Let no other program poll with this store (nor send, on SQLite) while inside."""
    with held(store, "bot") as free:
        if not free:
            raise CannotRun("Another bot runs on this store already: stop it first.")
        yield


class _Redacting(logging.Formatter):
    """Writes a log line as text or JSON, with anything like a bot token struck out."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        if self._as_json:
            line = json.dumps(
                {
                    "at": self.formatTime(record),
                    "level": record.levelname,
                    "logger": record.name,
                    "message": line.split(": ", 1)[-1],
                }
            )
        return _TOKEN.sub("[token]", line)


def start_logging(settings: Settings) -> None:
    """Log to stderr; httpx is kept quiet since it logs every address with the token in it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(as_json=settings.log_format == "json"))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)


@contextmanager
def opened(*, migrating: bool = False, as_it_is: bool = False) -> Iterator[tuple[Settings, Store]]:
    """Open the store of the settings; database errors become one sentence.

    It has to be of this program's schema, is migrated to it, or is taken `as_it_is`.
    """
    settings = read_settings()
    start_logging(settings)
    store = open_store(settings.database)
    try:
        with failures_in_words(store.engine):
            if migrating:
                migrate(store)
            elif not as_it_is:
                require_current(store)
            yield settings, store
    finally:
        store.close()


def line(value: Any) -> str:
    """Return a value as one line of JSON, in the words' own letters."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
