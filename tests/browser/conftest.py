"""The chat page in Debian's Chromium, with the whole bot behind it, all in one event loop."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from bot.cli.library import load_library
from bot.cli.opening import SystemClock
from bot.cli.tour import first_steps
from bot.sandbox.server import ADMIN_ID, Sandbox
from bot.scheduler import all_ticks, ticking
from bot.telegram.app import add_handlers, build_application
from bot.telegram.edge import Edge
from bot.telegram.files import TelegramFiles
from bot.telegram.pacing import NoRates
from bot.telegram.running import polling
from bot.telegram.sender import TelegramSender
from bot.telegram.sending import close
from db.engine import Store
from tests.kept import Kept
from tests.waiting import PATIENCE

playwright = pytest.importorskip(
    "playwright.async_api", reason="Playwright is not installed: the chat page was not tried"
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
PATIENCE_MS = PATIENCE * 1_000
OwnPage = Any  # Playwright is not there for everybody who reads these tests
Open = Callable[..., Awaitable[OwnPage]]
Picture = Callable[..., Awaitable[bytes]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for all of them, since the browser belongs to one; or say why not."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
        if CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed, or not in PATH"))


@asynccontextmanager
async def running(store: Store, history: Path | None = None, **more: Any) -> AsyncIterator[Sandbox]:
    """The bot as `briefing run` starts it, in this event loop; `more` is given to its edge."""
    zone = ZoneInfo("Europe/Paris")
    sandbox = Sandbox(history=history, zone=zone, steps=first_steps())
    async with AsyncExitStack() as stack:
        await sandbox.start()
        stack.push_async_callback(sandbox.stop)
        urls = {"base_url": sandbox.base_url, "base_file_url": sandbox.base_file_url}
        app = build_application(sandbox.token, **urls)
        edge = Edge(
            store=store, clock=sandbox.clock, sender=TelegramSender(app.bot), zone=zone,
            worker="browser", stop=pytest.fail, admin_ids=frozenset({ADMIN_ID}),
            files=TelegramFiles(app.bot), **more,
        )  # fmt: skip
        add_handlers(app, edge)
        await stack.enter_async_context(polling(app, [ADMIN_ID]))
        stack.push_async_callback(close, edge)
        await stack.enter_async_context(ticking(edge, all_ticks()))
        sandbox.clock.on_moved = edge.stirred.set
        yield sandbox


def library(store: Store) -> None:
    """Loaded at the moment of the first test: for the others that is a while ago."""
    load_library(store, SystemClock().now())


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(sqlite_store: Store, kept: Kept) -> AsyncIterator[Sandbox]:
    kept(sqlite_store, library)
    # Telegram's limits are held elsewhere: here they would be most of the time.
    async with running(sqlite_store, rates=NoRates()) as sandbox:
        yield sandbox


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Any]:
    async with playwright.async_playwright() as library:
        # Chromium's own sandbox refuses to run as root, as in a container.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = await library.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Any, sandbox: Sandbox) -> AsyncIterator[Open]:
    """Opens the page; afterwards nothing may have gone wrong in it, nor been asked elsewhere."""
    wrong: list[str] = []
    contexts: list[Any] = []

    async def open_page(url: str = "", *, size: Any = DESKTOP, scheme: str = "light") -> OwnPage:
        context = await browser.new_context(
            viewport=size, color_scheme=scheme, device_scale_factor=1.5, reduced_motion="reduce"
        )
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: wrong.extend(_elsewhere(asked.url)))
        await page.goto(url or sandbox.url)
        await page.locator(".pane.active .top h2").get_by_text("Briefing bot").wait_for()
        return page

    yield open_page
    for context in contexts:
        await context.close()
    assert wrong == []


def _elsewhere(url: str) -> list[str]:
    own = ("http://127.0.0.1:", "data:", "blob:")
    return [] if url.startswith(own) else [url]


@pytest.fixture
def picture() -> Picture:
    """Takes a screenshot; with PICTURES set, keeps it in that folder for the documents."""
    folder = os.environ.get("PICTURES")

    async def picture(page: OwnPage, name: str) -> bytes:
        kept = {"path": Path(folder) / f"{name}.png"} if folder else {}
        await page.mouse.move(0, 0)
        if folder:
            await page.locator("#toast").wait_for(state="hidden")
        content: bytes = await page.screenshot(**kept)
        return content

    return picture


def phone_of(page: OwnPage, person: int) -> OwnPage:
    """The pane of one person."""
    return page.locator(f'[data-person="{person}"]')


async def ask(pane: OwnPage, text: str) -> None:
    """Writes a message and sends it with the Enter key."""
    box = pane.get_by_role("textbox")
    await box.fill(text)
    await box.press("Enter")


async def start(pane: OwnPage) -> None:
    await pane.get_by_role("button", name="Start", exact=True).click()
    await pane.locator(".message:not(.mine)").first.wait_for()


async def drop(page: OwnPage, pane: OwnPage, name: str, text: str) -> None:
    """Drags a file of text over a pane, and lets go."""
    files = await page.evaluate_handle(
        "([name, text]) => { const files = new DataTransfer();"
        " files.items.add(new File([text], name, { type: 'text/plain' })); return files; }",
        [name, text],
    )
    for kind in ("dragenter", "dragover", "drop"):
        await pane.dispatch_event(kind, {"dataTransfer": files})


async def serious(page: Any) -> list[Any]:
    """What axe finds that keeps people out: the rule and the elements that break it."""
    axe = pytest.importorskip("axe_playwright_python.async_playwright").Axe()
    found = (await axe.run(page)).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in grave]
