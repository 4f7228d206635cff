"""Turns to send: Telegram's limits, held by one process in memory or by many through the store.

The limits themselves are in bot/ports.py. Digests keep to a lane below the total, so that live
answers find room at any time. What Telegram really allows is learned from its refusals: all stop,
then go on more slowly.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass

from bot.ports import DIGESTS, GROUP, PRIVATE_CHAT, WHOLE_BOT, Limit, Rates
from db.engine import Store
from db.queries.rates import (
    CALMING,
    RECOVERY,
    SLOWEST,
    count_senders,
    freeze,
    take_passings,
)

BOT, LANE = "bot", "digests"
# A reader's answer waits so long for its passing in place; longer, and a tick sends it.
PATIENCE_SECONDS = 3.0
FOR_EVER = float("inf")
MOST_CHATS_KEPT = 10_000
WINDOW_CALLS, WINDOW_SECONDS = 29, 1.05
COUNTED_EVERY_SECONDS = 1.0


@dataclass(slots=True)
class _Row:
    tat: float = 0.0
    frozen_until: float = 0.0
    slowdown: float = 1.0


class Window:
    """Room for so many calls in any second at the server, however long each is on its way.

    A call arrives between its beginning and its end, so those under way and those that ended
    within the last second are counted. Turns alone would let a crowd arrive after a delay. Where
    several processes send, `room` is this one's part of it.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self.room = WINDOW_CALLS
        self._seconds = seconds
        self._under_way = 0
        self._ended: deque[float] = deque()
        self._entrance = asyncio.Lock()
        self._end = asyncio.Event()

    @asynccontextmanager
    async def call(self) -> AsyncIterator[None]:
        """Hold one call, from when there is room for it."""
        async with self._entrance:
            while (wait := self._wait()) > 0:
                self._end.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._end.wait(), wait)
            self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._ended.append(self._seconds())
            self._end.set()

    def _wait(self) -> float:
        now = self._seconds()
        while self._ended and self._ended[0] <= now - WINDOW_SECONDS:
            self._ended.popleft()
        if self._under_way + len(self._ended) < self.room:
            return 0.0
        return self._ended[0] + WINDOW_SECONDS - now if self._ended else WINDOW_SECONDS


class MemoryRates:
    """Turns of one process; see `bot.ports.Rates`."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._rows: dict[str, _Row] = {}
        self.call = Window(seconds).call

    async def take(
        self, keys: Sequence[str], limit: Limit, *, most: float, count: int = 1
    ) -> Sequence[Sequence[float]]:
        """Reserve the next passings under each key, and return how far away they are."""
        return [self._take(key, limit, most, count) for key in keys]

    def _take(self, key: str, limit: Limit, most: float, count: int) -> Sequence[float]:
        now, row = self._seconds(), self._row(key)
        first = max(row.tat, now - (limit.burst - 1) / limit.per_second, row.frozen_until)
        apart = row.slowdown / limit.per_second
        if first - now <= most:
            row.tat = first + count * apart
            row.slowdown = max(1.0, row.slowdown * RECOVERY**count)
        return _in_a_row(first - now, apart, count)

    async def freeze(self, key: str, seconds: float) -> None:
        """Let nobody send under `key` for so long, and all more slowly after it."""
        row = self._row(key)
        row.frozen_until = max(row.frozen_until, self._seconds() + seconds)
        row.slowdown = min(row.slowdown * CALMING, SLOWEST)

    def _row(self, key: str) -> _Row:
        if len(self._rows) > MOST_CHATS_KEPT:
            now = self._seconds()
            rested = [k for k, row in self._rows.items() if max(row.tat, row.frozen_until) < now]
            for old in rested:
                if old not in (BOT, LANE):
                    del self._rows[old]
        return self._rows.setdefault(key, _Row())


class StoreRates:
    """Turns of all processes that share a PostgreSQL store; see `bot.ports.Rates`.

    Each of those that send has its part of the room for calls, so that all together do not crowd.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.window = Window()
        self.call = self.window.call
        self._counted = -FOR_EVER

    async def take(
        self, keys: Sequence[str], limit: Limit, *, most: float, count: int = 1
    ) -> Sequence[Sequence[float]]:
        """Reserve the next passings under each key, and return how far away they are."""

        def run() -> Sequence[Sequence[float]]:
            with self._store.alone.begin() as session:
                taken = take_passings(session, keys=keys, limit=limit, most=most, count=count)
                if time.monotonic() - self._counted >= COUNTED_EVERY_SECONDS:
                    self._counted = time.monotonic()
                    self.window.room = max(1, WINDOW_CALLS // max(1, count_senders(session)))
            return [_in_a_row(taken[key].first, taken[key].apart, count) for key in keys]

        return await asyncio.to_thread(run)

    async def freeze(self, key: str, seconds: float) -> None:
        """Let nobody send under `key` for so long, and all more slowly after it."""

        def run() -> None:
            with self._store.writes.begin() as session:
                freeze(session, key=key, seconds=seconds)

        await asyncio.to_thread(run)


class NoRates:
    """No limits: for measuring, and for servers that set none."""

    async def take(
        self, keys: Sequence[str], limit: Limit, *, most: float, count: int = 1
    ) -> Sequence[Sequence[float]]:
        """Say that it is always one's passing."""
        return [[0.0] * count for _ in keys]

    async def freeze(self, key: str, seconds: float) -> None:
        """Change nothing: there is nothing to freeze."""

    def call(self) -> AbstractAsyncContextManager[None]:
        """Say that there is always room."""
        return nullcontext()


def rates_for(store: Store) -> Rates:
    """Return the passings of a store: shared by all its processes if it can be shared."""
    return StoreRates(store) if store.engine.dialect.name == "postgresql" else MemoryRates()


async def passings_of_chats(
    rates: Rates, chat_ids: Sequence[int], *, pushed: bool
) -> dict[int, float]:
    """Reserve a passing in each chat; more than `patience` means that nothing was reserved."""
    waits: dict[int, float] = {}
    for limit, ids in (
        (PRIVATE_CHAT, [chat_id for chat_id in chat_ids if chat_id > 0]),
        (GROUP, [chat_id for chat_id in chat_ids if chat_id <= 0]),
    ):
        if ids:
            keys = [f"chat {chat_id}" for chat_id in ids]
            taken = await rates.take(keys, limit, most=patience(pushed=pushed))
            waits.update(zip(ids, (waits[0] for waits in taken), strict=True))
    return waits


async def passings_of_lane(rates: Rates, count: int) -> Sequence[float]:
    """Reserve passings in a row among the digests, however far away they are."""
    return (await rates.take([LANE], DIGESTS, most=FOR_EVER, count=count))[0] if count else []


async def passings_of_bot(rates: Rates, count: int = 1) -> Sequence[float]:
    """Reserve passings in a row of the whole bot.

    The first more than PATIENCE_SECONDS away: it is frozen or crowded, and nothing was reserved.
    """
    return (await rates.take([BOT], WHOLE_BOT, most=PATIENCE_SECONDS, count=count))[0]


def patience(*, pushed: bool) -> float:
    """Return how long a message waits in place for its chat: a digest lets the next one pass."""
    return 0.0 if pushed else PATIENCE_SECONDS


def _in_a_row(first: float, apart: float, count: int) -> Sequence[float]:
    return [first + place * apart for place in range(count)]
