"""Fakes for the two ports, and nothing else."""

from collections import deque
from datetime import UTC, datetime, timedelta

from bot.ports import Fate, Outcome, Outgoing


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def move(self, **duration: float) -> None:
        self.at += timedelta(**duration)


class FakeSender:
    """Keeps what it is given, and tells the outcomes laid out for it, then SENT."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.sent: list[Outgoing] = []
        self._outcomes = deque(outcomes)

    async def send(self, outgoing: Outgoing) -> Outcome:
        self.sent.append(outgoing)
        if self._outcomes:
            return self._outcomes.popleft()
        return Outcome(Fate.SENT, message_id=len(self.sent))
