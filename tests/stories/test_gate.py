"""Members of one chat may ask without an invite, for as long as they are in it."""

import logging
from datetime import timedelta

import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID
from bot.sandbox.world import GROUP_ID, World
from db.engine import Store
from tests.factories import HARBOUR, load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask

ASKED = "How many fishing boats use the harbour?"
LONG = timedelta(hours=1, seconds=1)


def group(world: World, *, members: list[int], bot_in: bool = True) -> None:
    chat = world.chats[GROUP_ID]
    chat.members, chat.bot_out = members, "" if bot_in else chat.bot_out


def lookups(desk: Desk) -> int:
    return sum(call["method"] == "getchatmember" for call in desk.sandbox.world.calls)


async def test_member_may_ask_and_loses_it_an_hour_after_leaving(
    store: Store, clock: FakeClock
) -> None:
    load_text(store, HARBOUR)
    async with running(store, clock, open_to_all=False, gate_chat=GROUP_ID) as desk:
        world = desk.sandbox.world
        group(world, members=[ADMIN_ID, READER_ID])
        async with Person(desk.sandbox.url, READER_ID) as rita:
            assert "300 fishing boats" in (await ask(rita, ASKED)).text
            assert "300 fishing boats" in (await ask(rita, ASKED)).text
            assert lookups(desk) == 1
            group(world, members=[ADMIN_ID])
            clock.at += LONG
            assert "Give your id" in (await ask(rita, ASKED)).text


async def test_stranger_who_joins_may_ask_a_minute_later(store: Store, clock: FakeClock) -> None:
    load_text(store, HARBOUR)
    async with running(store, clock, open_to_all=False, gate_chat=GROUP_ID) as desk:
        group(desk.sandbox.world, members=[ADMIN_ID])
        async with Person(desk.sandbox.url, READER_ID) as rita:
            assert "Give your id" in (await ask(rita, ASKED)).text
            group(desk.sandbox.world, members=[ADMIN_ID, READER_ID])
            clock.at += timedelta(minutes=1)
            assert "300 fishing boats" in (await ask(rita, ASKED)).text


@pytest.mark.parametrize("gate_chat", [GROUP_ID, -5])
async def test_gate_that_cannot_be_used_is_logged_once_and_lets_nobody_in(
    sqlite_store: Store, clock: FakeClock, caplog: pytest.LogCaptureFixture, gate_chat: int
) -> None:
    load_text(sqlite_store, HARBOUR)
    async with running(sqlite_store, clock, open_to_all=False, gate_chat=gate_chat) as desk:
        group(desk.sandbox.world, members=[ADMIN_ID, READER_ID], bot_in=False)
        async with Person(desk.sandbox.url, READER_ID) as rita:
            assert desk.edge.gate is not None
            await desk.edge.gate.try_out()
            assert "Give your id" in (await ask(rita, ASKED)).text
            await rita.say(ASKED)
            await rita.say("/help")
            async with Person(desk.sandbox.url, ADMIN_ID) as ada:
                assert "300 fishing boats" in (await ask(ada, ASKED)).text
    errors = [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR]
    assert len(errors) == 1
    assert errors[0].startswith(f"GATE_CHAT {gate_chat} lets nobody in: ")
