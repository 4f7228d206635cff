"""Trips that are shared: one at a time, in order, each for all who came meanwhile."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.telegram.sharing import Shared


class Trips:
    """Doubles what it is given, once it is let; remembers what shared a trip."""

    def __init__(self) -> None:
        self.made: list[list[int]] = []
        self.let = asyncio.Event()

    async def go(self, numbers: Sequence[int]) -> Sequence[int]:
        self.made.append(list(numbers))
        await self.let.wait()
        if 13 in numbers:
            raise ValueError("no trip with 13")
        return [2 * number for number in numbers]


async def test_who_comes_meanwhile_shares_the_next_trip() -> None:
    trips = Trips()
    shared = Shared(trips.go, most=4)
    asking = []
    for number in range(10):
        asking.append(asyncio.create_task(shared(number)))
        await asyncio.sleep(0)
    trips.let.set()
    assert await asyncio.gather(*asking) == [2 * number for number in range(10)]
    assert trips.made == [[0], [1, 2, 3, 4], [5, 6, 7, 8], [9]]
    assert await shared(50) == 100


async def test_trip_that_fails_fails_for_those_who_shared_it_only() -> None:
    trips = Trips()
    shared = Shared(trips.go, most=2)
    asking = [asyncio.create_task(shared(number)) for number in (1, 2, 13, 4, 5)]
    trips.let.set()
    told = await asyncio.gather(*asking, return_exceptions=True)
    assert [told[0], told[1], told[4]] == [2, 4, 10]
    assert [type(one) for one in told[2:4]] == [ValueError, ValueError]


async def test_one_who_left_keeps_nobody_waiting() -> None:
    trips = Trips()
    shared = Shared(trips.go, most=8)
    first, second = (asyncio.create_task(shared(number)) for number in (1, 2))
    await asyncio.sleep(0)
    first.cancel()
    trips.let.set()
    assert await second == 4
    with pytest.raises(asyncio.CancelledError):
        await first
