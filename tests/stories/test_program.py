"""The program as its users start it: a process of its own, stopped and killed."""

import asyncio
import re
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bot.sandbox.server import READER_ID, Fault, Sandbox
from db.engine import Store, open_store
from db.models import DeliveryRow
from tests.kept import Kept
from tests.sandbox.person import Person
from tests.started import line_with, lines_up_to, program
from tests.stories.conftest import library
from tests.waiting import PATIENCE

QUESTION = "How many people were killed in September?"


async def test_starts_answers_stops_and_keeps_its_history(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/store.sqlite3"
    async with program(database, anew=True) as bot:
        url = re.findall(r"http://\S+", await line_with(bot, "answers in"))[0]
        async with Person(url, READER_ID) as rita:
            await rita.say(QUESTION)
            assert "at least 286 people" in (await rita.next_message(PATIENCE)).text
        bot.send_signal(signal.SIGINT)
        assert not [line for line in await lines_up_to(bot, "Stopped.") if "Traceback" in line]
        assert await asyncio.wait_for(bot.wait(), PATIENCE) == 0
    async with program(database) as bot:
        url = re.findall(r"http://\S+", await line_with(bot, "answers in"))[0]
        async with Person(url, READER_ID) as rita:
            assert any("at least 286" in shown.text for shown in rita.messages.values())


async def test_moved_clock_is_the_bots_clock_and_stays_so(
    sqlite_store: Store, sqlite_url: str, kept: Kept
) -> None:
    database, _ = sqlite_url, kept(sqlite_store, library)
    for restart in range(2):
        async with program(database) as bot:
            url = re.findall(r"http://\S+", await line_with(bot, "answers in"))[0]
            if not restart:
                async with httpx.AsyncClient() as http:
                    await http.post(f"{url}/control/clock", data={"seconds": 86_400})
            async with Person(url, READER_ID) as rita:
                await rita.say(QUESTION)
                await rita.next_message(PATIENCE)
    store = open_store(database)
    with store.reads.begin() as session:
        asked = [row.created_at for row in session.query(DeliveryRow)]
    store.close()
    assert all(moment - datetime.now(UTC) > timedelta(hours=23) for moment in asked)
    assert asked == sorted(asked)


async def test_wrong_token_is_told_in_one_sentence(tmp_path: Path) -> None:
    sandbox = Sandbox()
    await sandbox.start()
    wrong = {"TELEGRAM_BOT_TOKEN": "1:wrong", "TELEGRAM_BASE_URL": sandbox.base_url}
    async with program(f"sqlite:///{tmp_path}/store.sqlite3", **wrong) as bot:
        assert "copy it again from @BotFather" in await line_with(bot, "token")
        assert await asyncio.wait_for(bot.wait(), PATIENCE) == 1
    await sandbox.stop()


async def test_second_program_with_the_same_token_makes_one_stop(
    tmp_path: Path, sqlite_store: Store, sqlite_url: str, kept: Kept
) -> None:
    database, _ = sqlite_url, kept(sqlite_store, library)
    sandbox = Sandbox()
    await sandbox.start()
    same = {"TELEGRAM_BOT_TOKEN": sandbox.token, "TELEGRAM_BASE_URL": sandbox.base_url}
    async with program(database, **same) as first:
        await line_with(first, "answers on")
        async with program(database, **same) as second:
            await line_with(second, "Another bot runs on this store")
            assert await asyncio.wait_for(second.wait(), PATIENCE) == 1
        async with program(f"sqlite:///{tmp_path}/foreign.sqlite3", **same):
            assert "Another program polls" in await line_with(first, "Another program")
            assert await asyncio.wait_for(first.wait(), PATIENCE) == 1
    await sandbox.stop()


async def test_killed_while_sending_is_unknown_and_never_doubled(
    store: Store, database_url: str, kept: Kept
) -> None:
    kept(store, library)
    sandbox = Sandbox()
    await sandbox.start()
    real = {"TELEGRAM_BOT_TOKEN": sandbox.token, "TELEGRAM_BASE_URL": sandbox.base_url}
    async with Person(sandbox.url, READER_ID) as rita:
        async with program(database_url, **real) as bot:
            await line_with(bot, "answers on")
            sandbox.faults.add(Fault("sendMessage", "silence"))
            await rita.say(QUESTION)
            await rita.wait_for(lambda shown: shown.from_bot, PATIENCE)
            bot.send_signal(signal.SIGKILL)
            await bot.wait()
        assert _state(store) == "sending"
        with store.writes.begin() as session:  # as if its lease had run out since
            row = session.query(DeliveryRow).one()
            row.lease_until = row.created_at
        async with program(database_url, **real) as bot:
            await line_with(bot, "unknown fate")
        assert _state(store) == "unknown"
    await sandbox.stop()
    shown = [entry["message"] for entry in sandbox.world.accepted]
    assert sum("286" in one.get("text", "") for one in shown if isinstance(one, dict)) == 1


def _state(store: Store) -> str:
    with store.reads.begin() as session:
        return str(session.query(DeliveryRow).one().state)
