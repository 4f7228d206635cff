"""The queue of updates: kept until confirmed, given again until then, one poller at a time."""

import asyncio
from typing import Any

from bot.sandbox.history import History
from bot.sandbox.refusals import conflict

LEFT_OUT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
LONGEST_POLL = 50


class Updates:
    """What the bot has not confirmed yet, oldest first."""

    def __init__(self, history: History) -> None:
        self._history = history
        self.waiting: list[dict[str, Any]] = sorted(
            history.all("update"), key=lambda update: int(update["update_id"])
        )
        setup: dict[str, Any] = next(history.all("polling"), {"next": 1, "allowed": []})
        self._next: int = setup["next"]
        self.allowed: list[str] = setup["allowed"]
        self._news = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None
        self.closing = False

    def save(self) -> None:
        self._history.keep("polling", 1, {"next": self._next, "allowed": self.allowed})

    def push(self, kind: str, body: dict[str, Any]) -> None:
        wanted = kind in self.allowed if self.allowed else kind not in LEFT_OUT_BY_DEFAULT
        if not wanted:
            return
        update = {"update_id": self._next, kind: body}
        self._next += 1
        self.waiting.append(update)
        self._history.keep("update", update["update_id"], update)
        self.save()
        self._news.set()

    def confirm(self, offset: int) -> None:
        """Forgets what comes before the offset; a negative one keeps only that many."""
        if offset < 0:
            kept = self.waiting[offset:]
        else:
            kept = [u for u in self.waiting if u["update_id"] >= offset]
        for update in self.waiting:
            if update not in kept:
                self._history.forget("update", update["update_id"])
        self.waiting = kept

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        self.dismiss_poller()
        if offset:
            self.confirm(offset)
        if not self.waiting and seconds > 0 and not self.closing:
            await self._wait(min(seconds, LONGEST_POLL))
        return self.waiting[: limit if 1 <= limit <= 100 else 100]

    def dismiss_poller(self) -> None:
        """Ends a poll that is under way: another getUpdates takes its place."""
        if self._poller and not self._poller.done():
            words = "make sure that only one bot instance is running"
            self._poller.set_exception(conflict(f"terminated by other getUpdates request; {words}"))

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

    def close(self) -> None:
        """Answers the poll under way with nothing, so that the server can stop."""
        self.closing = True
        self._news.set()
