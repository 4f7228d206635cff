"""How soon the chat page is there and answers: `python -m benchmarks.page` (needs Chromium).

Prints milliseconds from opening the page to its Start button, and from Enter to the answer.
"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.async_api import async_playwright

from bot.cli.library import load_library
from bot.cli.opening import SystemClock
from bot.sandbox.server import READER_ID
from db.engine import open_store
from db.migrate import migrate
from tests.browser.conftest import CHROMIUM, ask, phone_of, running, start

ROUNDS = 10
PAUSE_SECONDS = 1.1  # the bot holds itself to a message a second in a chat
QUESTION = "How many people were killed in September?"


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder)}/store.sqlite3")
        migrate(store)
        load_library(store, SystemClock().now())
        async with running(store) as sandbox, async_playwright() as library:
            browser = await library.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            ready = [await _opened(browser, sandbox.url) for _ in range(5)]
            replies = await _replies(await browser.new_page(), sandbox.url)
            await browser.close()
        store.close()
    print(f"page ready   {_shown(ready)}")
    print(f"reply shown  {_shown(replies)}")


async def _opened(browser: Any, url: str) -> float:
    page = await browser.new_page()
    began = time.perf_counter()
    await page.goto(url)
    await phone_of(page, READER_ID).get_by_role("button", name="Start", exact=True).wait_for()
    took = (time.perf_counter() - began) * 1000
    await page.close()
    return took


async def _replies(page: Any, url: str) -> list[float]:
    """Milliseconds for each question, all of them through the whole bot."""
    await page.goto(url)
    rita = phone_of(page, READER_ID)
    await start(rita)
    took = []
    for number in range(ROUNDS):
        await asyncio.sleep(PAUSE_SECONDS)
        began = time.perf_counter()
        await ask(rita, QUESTION)
        await rita.locator(".message:not(.mine) blockquote").nth(number).wait_for()
        took.append((time.perf_counter() - began) * 1000)
    return took


def _shown(times: list[float]) -> str:
    return f"median {statistics.median(times):6.0f} ms, slowest {max(times):6.0f} ms"


if __name__ == "__main__":
    asyncio.run(main())
