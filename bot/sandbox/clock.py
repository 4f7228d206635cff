"""The sandbox's clock: the machine's, or ahead of it when a person moved it on. It never goes back.

The bot is given this clock while it runs here, so tomorrow's digest can be seen today.
"""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from bot.sandbox.history import History
from bot.sandbox.refusals import bad_request

FARTHEST_SECONDS = 366 * 86_400


class SandboxClock:
    """Tells the time in the sandbox; `on_moved` is called after each move."""

    def __init__(self, history: History, zone: tzinfo = UTC) -> None:
        self._history = history
        self.zone = zone
        self.on_moved: Callable[[], None] = lambda: None
        self.ahead: float = next(history.all("clock"), 0.0)

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        return datetime.fromtimestamp(self.seconds(), UTC)

    def seconds(self) -> float:
        return time.time() + self.ahead

    def move_on(self, seconds: float) -> None:
        """Raises Refusal for a move back, or of more than a year at once."""
        if not 0 < seconds <= FARTHEST_SECONDS:
            raise bad_request("the clock moves forward only, by a year at most")
        self.ahead += seconds
        self._history.keep("clock", 1, self.ahead)
        self.on_moved()

    def until_tomorrow(self, at: str) -> float:
        """Seconds until tomorrow's HH:MM in the sandbox's zone."""
        found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", at, re.ASCII)
        if found is None:
            raise bad_request("give a time of day such as 08:00")
        today = self.now().astimezone(self.zone).replace(second=0, microsecond=0)
        there = (today + timedelta(days=1)).replace(hour=int(found[1]), minute=int(found[2]))
        return there.timestamp() - self.seconds()

    def shown(self) -> dict[str, object]:
        """The clock for the page: milliseconds, and the zone that it is read in."""
        return {"now": int(self.seconds() * 1000), "ahead": self.ahead, "zone": str(self.zone)}
