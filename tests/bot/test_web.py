"""The webhook's pages: only with the secret, confirmed only once handled."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update
from telegram.ext import ContextTypes, TypeHandler

from bot.sandbox.server import Sandbox
from bot.telegram.app import App, build_application
from bot.telegram.pushed import StoreAway, mind_the_store, take
from bot.web import MOST_BYTES, SECRET, AskAgain, Front, pages

WORD = "a-long-word-of-ours"
UPDATE = {"update_id": 7}


class Bot:
    """Keeps what it is given to handle; `away` makes its store fail."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.away = False

    async def take(self, update: dict[str, Any]) -> None:
        if self.away:
            raise AskAgain
        self.taken.append(update)

    async def store_answers(self) -> bool:
        return not self.away


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def http(bot: Bot) -> AsyncIterator[httpx.AsyncClient]:
    front = Front("https://bot.example.org/hook", WORD, bot.take, bot.store_answers)
    transport = httpx.ASGITransport(pages(front))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        yield client


async def test_update_with_the_secret_is_handled(bot: Bot, http: httpx.AsyncClient) -> None:
    answer = await http.post("/hook", json=UPDATE, headers={SECRET: WORD})
    assert (answer.status_code, bot.taken) == (200, [UPDATE])


@pytest.mark.parametrize("headers", [{}, {SECRET: "guessed"}, {SECRET: ""}])
async def test_nothing_is_taken_without_the_secret(
    bot: Bot, http: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await http.post("/hook", json=UPDATE, headers=headers)
    assert (answer.status_code, bot.taken) == (403, [])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id": "x"}', b"\xff", b" " * 2**20])
async def test_what_is_no_update_is_refused(bot: Bot, http: httpx.AsyncClient, body: bytes) -> None:
    assert len(body) < MOST_BYTES or body.isspace()
    answer = await http.post("/hook", content=body, headers={SECRET: WORD})
    assert (answer.status_code, bot.taken) == (400, [])


async def test_update_is_asked_for_again_while_the_store_is_away(
    bot: Bot, http: httpx.AsyncClient
) -> None:
    bot.away = True
    answer = await http.post("/hook", json=UPDATE, headers={SECRET: WORD})
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


async def test_health_tells_whether_the_store_answers(bot: Bot, http: httpx.AsyncClient) -> None:
    assert (await http.get("/health")).status_code == 200
    bot.away = True
    assert (await http.get("/health")).status_code == 503


@pytest.fixture
async def app() -> AsyncIterator[App]:
    sandbox = Sandbox()
    await sandbox.start()
    urls = {"base_url": sandbox.base_url, "base_file_url": sandbox.base_file_url}
    app = build_application(sandbox.token, **urls)
    mind_the_store(app)
    async with app:
        yield app
    await sandbox.stop()


@pytest.mark.parametrize(
    ("trouble", "again"),
    [(OperationalError("INSERT", {}, Exception("locked")), True), (ValueError("a bug"), False)],
)
async def test_only_a_failing_store_brings_an_update_again(
    app: App, trouble: Exception, again: bool
) -> None:
    async def fail(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        raise trouble

    app.add_handler(TypeHandler(Update, fail))
    app.add_error_handler(_heard)
    if again:
        with pytest.raises(StoreAway):
            await take(app, UPDATE)
    else:
        await take(app, UPDATE)


async def _heard(_update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Only what is not the store's comes as far as the reader's apology."""
    assert isinstance(context.error, ValueError)
