"""A sandbox for each test, and ways to talk to it as the bot and as a person."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from telegram.ext import Application

from bot.sandbox.server import READER_ID, Sandbox
from tests.sandbox.person import Person

Call = Callable[..., Any]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=60, verify=False) as client:
        yield client


@pytest.fixture
async def rita(sandbox: Sandbox) -> AsyncIterator[Person]:
    async with Person(sandbox.url, READER_ID) as person:
        yield person


@pytest.fixture
def call(sandbox: Sandbox, http: httpx.AsyncClient) -> Call:
    """Calls a Bot API method with JSON parameters; returns the decoded body."""

    async def call(method: str, **fields: Any) -> Any:
        return (await http.post(f"/bot{sandbox.token}/{method}", json=fields)).json()

    return call


@pytest.fixture
async def started(rita: Person) -> Person:
    """Rita, who has started the bot, so that it may write to her."""
    await rita.say("/start")
    return rita


def application(sandbox: Sandbox) -> Application[Any, Any, Any, Any, Any, Any]:
    builder = Application.builder().token(sandbox.token)
    return builder.base_url(sandbox.base_url).base_file_url(sandbox.base_file_url).build()
