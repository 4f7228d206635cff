"""`briefing serve` as a desk runs it: Telegram pushes, the program answers."""

import signal
import socket

import httpx
import pytest

from bot.cli.library import load_library
from bot.sandbox.server import READER_ID, Sandbox
from db.engine import Store
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.started import line_with, lines_up_to, program
from tests.stories.test_program import QUESTION
from tests.waiting import PATIENCE

WORD = "a-long-word-of-ours"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_pushed_question_is_answered(
    store: Store, database_url: str, clock: FakeClock
) -> None:
    load_library(store, clock.now())
    sandbox = Sandbox()
    await sandbox.start()
    here = f"http://127.0.0.1:{(port := free_port())}"
    settings = {
        "TELEGRAM_BOT_TOKEN": sandbox.token,
        "TELEGRAM_BASE_URL": sandbox.base_url,
        "TELEGRAM_BASE_FILE_URL": sandbox.base_file_url,
        "WEBHOOK_URL": f"{here}/hook",
        "WEBHOOK_SECRET": WORD,
        "PORT": str(port),
    }
    async with program(database_url, "serve", anew=True, **settings) as bot:
        await line_with(bot, "Listening")
        async with Person(sandbox.url, READER_ID) as rita, httpx.AsyncClient() as stranger:
            await rita.say(QUESTION)
            assert "at least 286 people" in (await rita.next_message(PATIENCE)).text
            assert (await stranger.get(f"{here}/health")).json() == {"status": "ok"}
            assert (await stranger.post(f"{here}/hook", json={"update_id": 1})).status_code == 403
        bot.send_signal(signal.SIGTERM)
        assert not [line for line in await lines_up_to(bot, "Stopped.") if "Traceback" in line]
        assert await bot.wait() == 0
    await sandbox.stop()


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": "1:a"}, "WEBHOOK_URL"),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "WEBHOOK_URL": "https://b.example/h"}, "WEBHOOK_SECRET"),
    ],
)
async def test_does_not_start_without_its_settings(
    sqlite_url: str, given: dict[str, str], missing: str
) -> None:
    async with program(sqlite_url, "serve", **given) as bot:
        await line_with(bot, f"set {missing}")
        assert await bot.wait() == 1
