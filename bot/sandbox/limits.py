"""Telegram's limits on sending, held on demand: so many messages a chat, a group, and in all."""

import math
from collections import defaultdict, deque

from bot.sandbox.refusals import Refusal

# Per private chat in a second, per group in a minute, in all in a second; short bursts pass.
CHAT, GROUP, ALL = (3, 3.0), (20, 60.0), (30, 1.0)


class Limits:
    """Counts what was sent, by chat; `moment` is any clock that runs on."""

    def __init__(self) -> None:
        self.on = False
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    def turn(self, on: bool) -> None:
        self.on = on
        self._sent.clear()

    def pass_or_refuse(self, chat: str, moment: float) -> None:
        """Counts one message; raises Refusal 429 when it is one too many."""
        if not self.on:
            return
        own = GROUP if chat.startswith(("-", "@")) else CHAT
        wait = max(self._wait(chat, own, moment), self._wait("", ALL, moment))
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            words = f"Too Many Requests: retry after {seconds}"
            raise Refusal(429, words, retry_after=seconds)
        for key in (chat, ""):
            self._sent[key].append(moment)

    def _wait(self, key: str, limit: tuple[int, float], moment: float) -> float:
        most, seconds = limit
        sent = self._sent[key]
        while sent and sent[0] <= moment - seconds:
            sent.popleft()
        return sent[0] + seconds - moment if len(sent) >= most else 0
