"""The queue of updates: kept until confirmed, given again until then, one poller at a time."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from bot.sandbox.history import History
from bot.sandbox.refusals import conflict

LEFT_OUT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
LONGEST_POLL = 50
KEPT_SECONDS = 24 * 3600
HASTE_SECONDS = 0.5
ANOTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Updates:
    """What the bot has not confirmed yet, oldest first."""

    def __init__(self, history: History, now: Callable[[], float] = time.time) -> None:
        self._history, self._now = history, now
        self.waiting: list[dict[str, Any]] = sorted(
            history.all("update"), key=lambda update: int(update["update_id"])
        )
        setup: dict[str, Any] = next(history.all("polling"), {"next": 1, "allowed": []})
        self._next: int = setup["next"]
        self.allowed: list[str] = setup["allowed"]
        self._news = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None
        self._asked: tuple[int, float] = (0, 0.0)  # the last offset, and when it was asked for
        self._born: dict[int, float] = {}
        self.pushed_to = ""  # the webhook, while there is one
        self.closing = False

    def save(self) -> None:
        self._history.keep("polling", 1, {"next": self._next, "allowed": self.allowed})

    def push(self, kind: str, body: dict[str, Any]) -> None:
        wanted = kind in self.allowed if self.allowed else kind not in LEFT_OUT_BY_DEFAULT
        if not wanted:
            return
        number = self._next
        update = {"update_id": number, kind: body}
        self._next += 1
        self.waiting.append(update)
        self._born[number] = self._now()
        self._history.keep("update", update["update_id"], update)
        self.save()
        self._news.set()

    def confirm(self, offset: int) -> None:
        """Forgets what comes before the offset; a negative one keeps only that many."""
        if offset < 0:
            kept = self.waiting[offset:]
        else:
            kept = [u for u in self.waiting if u["update_id"] >= offset]
        self._keep_only(kept)

    def _keep_only(self, kept: list[dict[str, Any]]) -> None:
        left = {update["update_id"] for update in kept}
        for update in self.waiting:
            if update["update_id"] not in left:
                self._history.forget("update", update["update_id"])
                self._born.pop(update["update_id"], None)
        self.waiting = kept

    def drop_stale(self) -> None:
        """Telegram keeps updates for a day."""
        first = self._now() - KEPT_SECONDS
        self._keep_only([u for u in self.waiting if self._born.get(u["update_id"], first) >= first])

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        if self.pushed_to:
            words = "can't use getUpdates method while webhook is active"
            raise conflict(f"{words}; use deleteWebhook to delete the webhook first")
        self.dismiss_poller()
        self.drop_stale()
        if offset:
            self.confirm(offset)
        hasty = offset and self._asked[0] == offset and time.monotonic() < self._asked[1]
        self._asked = (offset, time.monotonic() + HASTE_SECONDS)
        if not self.waiting and seconds > 0 and not self.closing:
            await self._wait(min(seconds, LONGEST_POLL))
        most = limit if 1 <= limit <= 100 else 100
        return self.waiting[: 1 if hasty else most]

    def dismiss_poller(self, why: str = ANOTHER_POLLER) -> None:
        """Ends a poll that is under way: another getUpdates, or a webhook, takes its place."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict(why))

    async def _wait(self, seconds: float) -> None:
        self._news.clear()
        ended = self._poller = asyncio.get_running_loop().create_future()
        news = asyncio.ensure_future(self._news.wait())
        try:
            await asyncio.wait({ended, news}, timeout=seconds, return_when="FIRST_COMPLETED")
            if ended.done():
                ended.result()
        finally:
            news.cancel()
            if not ended.done():
                ended.cancel()

    async def arrived(self) -> None:
        """Waits until there is an update."""
        while not self.waiting:
            self._news.clear()
            await self._news.wait()

    def close(self) -> None:
        """Answers the poll under way with nothing, so that the server can stop."""
        self.closing = True
        self._news.set()
