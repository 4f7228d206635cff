"""Turns keep Telegram's limits in every window of time, from the first second on."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise

import pytest
from sqlalchemy import update

from bot.ports import DIGESTS, GROUP, PRIVATE_CHAT, WHOLE_BOT, Limit, Rates
from bot.telegram.pacing import BOT, FOR_EVER, LANE, MemoryRates, StoreRates
from db.engine import open_store
from db.models import RateRow
from tests.bot.services.owed import digest


class Seconds:
    """A clock that is moved on."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def rates(seconds: Seconds) -> MemoryRates:
    return MemoryRates(seconds)


@pytest.fixture
def store_rates(postgresql_url: str) -> Iterator[StoreRates]:
    store = open_store(postgresql_url)
    yield StoreRates(store)
    store.close()


async def passing(rates: Rates, key: str, limit: Limit, *, most: float) -> float:
    return (await rates.take([key], limit, most=most))[0][0]


def most_within(times: list[float], width: float) -> int:
    return max(sum(start <= t < start + width for t in times) for start in times)


@pytest.mark.parametrize(
    ("key", "limit", "width", "most"),
    [(BOT, WHOLE_BOT, 1, 28), (LANE, DIGESTS, 1, 43), ("chat 1", PRIVATE_CHAT, 3, 3),
     ("chat -1", GROUP, 60, 20)],
)  # fmt: skip
async def test_no_window_holds_more_than_allowed(
    rates: MemoryRates, seconds: Seconds, key: str, limit: Limit, width: float, most: int
) -> None:
    times = []
    for _ in range(300):
        seconds.at += max(0.0, await passing(rates, key, limit, most=FOR_EVER))
        times.append(seconds.at)
    assert most_within(times, width - 1e-6) <= most
    held = (len(times) - limit.burst) / (times[-1] - times[0])
    assert held == pytest.approx(limit.per_second, rel=0.03)


async def test_turn_too_far_away_is_not_reserved(rates: MemoryRates, seconds: Seconds) -> None:
    limit = Limit(1)
    assert await passing(rates, "k", limit, most=0) == 0
    assert await passing(rates, "k", limit, most=0.5) == pytest.approx(1)
    assert await passing(rates, "k", limit, most=1.5) == pytest.approx(1)
    assert await passing(rates, "k", limit, most=9) == pytest.approx(2)


async def test_frozen_is_silent_then_slower(rates: MemoryRates, seconds: Seconds) -> None:
    await rates.freeze(BOT, 30)
    assert await passing(rates, BOT, WHOLE_BOT, most=3) == pytest.approx(30)
    seconds.at += 30
    first = await passing(rates, BOT, WHOLE_BOT, most=3)
    second = await passing(rates, BOT, WHOLE_BOT, most=3)
    assert first == 0
    assert second > 1 / WHOLE_BOT.per_second * 1.2


async def test_rest_gives_back_a_burst_only(rates: MemoryRates, seconds: Seconds) -> None:
    seconds.at += 3_600
    waits = [await passing(rates, "chat 1", PRIVATE_CHAT, most=FOR_EVER) for _ in range(6)]
    assert sum(wait <= 0 for wait in waits) == PRIVATE_CHAT.burst
    assert waits[2] == pytest.approx(1.5)


async def test_workers_share_one_limit(store_rates: StoreRates) -> None:
    turns = await asyncio.gather(
        *(passing(store_rates, BOT, Limit(1 / 15), most=FOR_EVER) for _ in range(8))
    )
    assert sorted(round(turn / 15) for turn in turns) == list(range(8))


async def test_store_keeps_turns_too_far_away_free(store_rates: StoreRates) -> None:
    assert await passing(store_rates, "k", Limit(0.01), most=0) <= 0
    assert await passing(store_rates, "k", Limit(0.01), most=5) > 90
    assert await passing(store_rates, "k", Limit(0.01), most=FOR_EVER) < 101


@pytest.mark.parametrize("kind", ["rates", "store_rates"])
async def test_several_passings_in_one_trip(kind: str, request: pytest.FixtureRequest) -> None:
    rates: Rates = request.getfixturevalue(kind)
    (lane,) = await rates.take([LANE], DIGESTS, most=FOR_EVER, count=DIGESTS.burst + 4)
    apart = 1 / DIGESTS.per_second
    gaps = [later - sooner for sooner, later in pairwise(lane)]
    assert gaps == pytest.approx([apart] * (DIGESTS.burst + 3), rel=0.01)
    assert lane[DIGESTS.burst - 1] == pytest.approx(0, abs=0.01)
    await rates.take(["chat 2"], Limit(0.01), most=0)
    first, second, third = await rates.take(["chat 1", "chat 2", "chat 3"], Limit(0.01), most=0)
    assert (first[0] <= 0, second[0] > 90, third[0] <= 0) == (True, True, True)


async def test_passings_in_a_row_are_as_many_taken_singly(
    rates: MemoryRates, store_rates: StoreRates
) -> None:
    for each in (rates, store_rates):
        await each.take([BOT], Limit(1), most=FOR_EVER, count=5)
        assert await passing(each, BOT, Limit(1), most=FOR_EVER) == pytest.approx(5, abs=0.5)
        ((far, _),) = await each.take([BOT], Limit(1), most=1, count=2)
        assert far > 5
        assert await passing(each, BOT, Limit(1), most=FOR_EVER) == pytest.approx(6, abs=0.6)


async def test_freeze_holds_for_every_process(store_rates: StoreRates) -> None:
    await store_rates.freeze(BOT, 60)
    assert await passing(store_rates, BOT, WHOLE_BOT, most=3) > 55


async def crowd(rates: Rates) -> int:
    """How many of forty calls begin at once."""
    begun, arrival = [], asyncio.Event()

    async def call(number: int) -> None:
        async with rates.call():
            begun.append(number)
            await arrival.wait()

    calls = [asyncio.create_task(call(number)) for number in range(40)]
    for _ in range(200):
        await asyncio.sleep(0)
    for task in calls:
        task.cancel()
    await asyncio.gather(*calls, return_exceptions=True)
    return len(begun)


async def test_processes_that_send_share_the_room_of_a_second(
    store_rates: StoreRates, rates: MemoryRates
) -> None:
    for number, worker in enumerate(["one", "one", "two", None], start=1):
        digest(store_rates._store, number, worker=worker)
    for each in (store_rates, rates):
        await passing(each, BOT, WHOLE_BOT, most=3)
    assert [await crowd(store_rates), await crowd(rates)] == [14, 29]


async def test_clock_set_back_does_not_silence_the_bot(store_rates: StoreRates) -> None:
    await passing(store_rates, BOT, WHOLE_BOT, most=3)
    with store_rates._store.writes.begin() as session:
        session.execute(update(RateRow).values(tat=RateRow.tat + 7_200))
    assert await passing(store_rates, BOT, WHOLE_BOT, most=3) < 1


async def test_crowd_after_a_delay_is_kept_below_the_limit() -> None:
    seconds, begun = Seconds(), []
    rates, arrival = MemoryRates(seconds), asyncio.Event()

    async def call() -> None:
        async with rates.call():
            begun.append(seconds.at)
            await arrival.wait()

    calls = [asyncio.create_task(call()) for _ in range(40)]
    for _ in range(200):
        await asyncio.sleep(0)
    assert len(begun) == 29
    arrival.set()
    for _ in range(200):
        await asyncio.sleep(0)
    assert len(begun) == 29
    seconds.at += 1.1
    await asyncio.gather(*calls)
    assert len(begun) == 40
