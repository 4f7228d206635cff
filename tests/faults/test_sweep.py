"""The fault sweep: real processes, ended or troubled anywhere; the server's log is the judge.

No slot is accepted twice, none is silently lost, and every one is final after recovery. What runs
by default is a part; `make faults` runs the whole.
"""

import asyncio
import signal
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.sandbox.server import Fault
from tests.faults.conftest import CHATS, MORNING, Desk, Restartable, desk_on, thaw

POINTS = 14  # more than a worker passes; a sweep ends when none is left to end it at


async def killed_at(desk: Desk, point: int) -> bool:
    """Kill a worker at a point and recover; False when it ended before that point."""
    process = desk.start(at=point)
    code = await desk.ended(process)
    await desk.recover()
    states = desk.judge()
    if code == -signal.SIGKILL:
        return True
    assert states["sent"] == len(CHATS)
    return False


@pytest.mark.parametrize("point", [2, 4, 6])
async def test_killed_anywhere(sqlite_desk: Desk, point: int) -> None:
    await killed_at(sqlite_desk, point)


async def test_killed_before_a_call(postgresql_url: str, tmp_path: Path) -> None:
    async with desk_on(postgresql_url, tmp_path) as desk:
        assert await killed_at(desk, 5)


@pytest.mark.whole
@pytest.mark.parametrize("point", range(1, POINTS))
async def test_killed_at_every_commit_and_call(desk: Desk, point: int) -> None:
    await killed_at(desk, point)


TROUBLES = [
    ("too_many", {"sent": 3}),
    ("blocked", {"sent": 2, "failed": 1}),
    ("refused", {"sent": 2, "failed": 1}),
    ("unauthorized", {"sent": 3}),
    ("server_error", {"sent": 2, "unknown": 1}),
    ("bad_gateway", {"sent": 2, "unknown": 1}),
    ("too_large", {"sent": 2, "unknown": 1}),
    ("silence", {"sent": 2, "unknown": 1}),
    ("reset", {"sent": 2, "unknown": 1}),
    ("half", {"sent": 2, "unknown": 1}),
    ("not_json", {"sent": 2, "unknown": 1}),
]


async def test_trouble_at_the_server(sqlite_desk: Desk) -> None:
    for chat_id, kind in zip(CHATS, ("too_many", "blocked", "silence"), strict=True):
        sqlite_desk.sandbox.faults.add(Fault("sendMessage", kind, chat_id=chat_id))
    await sqlite_desk.work()
    await sqlite_desk.recover()
    assert sqlite_desk.judge() == {"sent": 1, "failed": 1, "unknown": 1}


@pytest.mark.whole
@pytest.mark.parametrize(("kind", "final"), TROUBLES, ids=[kind for kind, _ in TROUBLES])
async def test_trouble_at_the_server_on_both(desk: Desk, kind: str, final: dict[str, int]) -> None:
    desk.sandbox.faults.add(Fault("sendMessage", kind, chat_id=CHATS[1]))
    await desk.work()
    await desk.recover()
    assert desk.judge() == final


async def test_two_workers_at_once(postgresql_url: str, tmp_path: Path) -> None:
    async with desk_on(postgresql_url, tmp_path) as desk:
        await two_at_once(desk)


@pytest.mark.whole
async def test_two_workers_at_once_on_sqlite(sqlite_desk: Desk) -> None:
    await two_at_once(sqlite_desk)


async def two_at_once(desk: Desk) -> None:
    both = [desk.start(name=name) for name in ("one", "two")]
    for process in both:
        assert await desk.ended(process) == 0
    await desk.recover()
    assert desk.judge() == {"sent": 3}


@pytest.mark.whole
@pytest.mark.parametrize("point", range(1, POINTS))
async def test_frozen_past_its_lease(desk: Desk, point: int) -> None:
    frozen = desk.start(at=point, ending=int(signal.SIGSTOP), name="frozen")
    await desk.passes(frozen, point, name="frozen")
    desk.move_to(MORNING + timedelta(minutes=2))
    if desk.url.startswith("postgresql"):  # on SQLite it may hold the only write lock
        await desk.work(name="other")
    thaw(frozen)
    await desk.ended(frozen)
    await desk.recover()
    desk.judge()


@pytest.mark.whole
@pytest.mark.parametrize("jump", [timedelta(hours=-2), timedelta(days=2)], ids=["back", "on"])
async def test_clock_jumps_between_ticks(sqlite_desk: Desk, jump: timedelta) -> None:
    await sqlite_desk.work(at=6)
    sqlite_desk.move_to(MORNING + jump)
    await sqlite_desk.work(name="jumped")
    sqlite_desk.move_to(MORNING + timedelta(days=2, hours=1))
    await sqlite_desk.work(name="recovery")
    sqlite_desk.judge()


async def test_store_locked_for_longer_than_is_waited(sqlite_desk: Desk) -> None:
    connection = sqlite3.connect(sqlite_desk.url.removeprefix("sqlite:///"), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    process = sqlite_desk.start(busy_ms=100)
    await asyncio.sleep(0.5)
    connection.execute("ROLLBACK")
    connection.close()
    await sqlite_desk.ended(process)
    await sqlite_desk.recover()
    assert sqlite_desk.judge() == {"sent": 3}


@pytest.mark.parametrize("point", [3, *(pytest.param(n, marks=pytest.mark.whole) for n in (1, 5))])
async def test_disk_full(sqlite_desk: Desk, point: int) -> None:
    await sqlite_desk.work(full_at=point)
    await sqlite_desk.recover()
    sqlite_desk.judge()


@pytest.mark.whole
@pytest.mark.parametrize("round_", range(5))
async def test_connections_cut_while_working(
    postgresql_url: str, tmp_path: Path, round_: int
) -> None:
    async with desk_on(postgresql_url, tmp_path) as desk:
        process = desk.start()
        for _ in range(4):
            await asyncio.sleep(0.03 * (round_ + 1))
            with desk.store() as store, store.writes.begin() as session:
                session.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                )
        await desk.ended(process)
        await desk.recover()
        desk.judge()


@pytest.mark.whole
@pytest.mark.parametrize("mode", ["fast", "immediate"])
@pytest.mark.parametrize("point", range(1, POINTS))
async def test_postgresql_restarted_at_every_commit_and_call(
    restartable: Restartable, restartable_url: str, tmp_path: Path, mode: str, point: int
) -> None:
    async with desk_on(restartable_url, tmp_path) as desk:
        process = desk.start(at=point, ending=int(signal.SIGSTOP))
        await desk.passes(process, point, name="worker")
        await asyncio.to_thread(restartable.stop, mode)
        thaw(process)  # it meets a server that is away, then one that knows nothing of it
        await asyncio.to_thread(restartable.start)
        await desk.ended(process)
        await desk.recover()
        assert desk.judge().total() == len(CHATS)
