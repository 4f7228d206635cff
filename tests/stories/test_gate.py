"""Members of one chat may ask without an invite, for as long as they are in it."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, READER_ID
from bot.sandbox.world import GROUP_ID, World
from bot.scheduler import briefing_tick, deliver_due
from bot.services.people import set_access
from db.engine import Store
from db.models import SubscriptionRow
from db.queries.doors import Doors
from tests.factories import HARBOUR, load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_briefings import define, morning, tap
from tests.waiting import until

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


@asynccontextmanager
async def _briefed(store: Store, clock: FakeClock) -> AsyncIterator[tuple[Desk, Person]]:
    """A desk with a member of the gate's chat who follows a topic at eight, from a day on."""
    load_text(store, HARBOUR)
    async with running(store, clock, open_to_all=False, gate_chat=GROUP_ID) as desk:
        group(desk.sandbox.world, members=[ADMIN_ID, READER_ID])
        define(desk, "Harbour: harbour")
        async with Person(desk.sandbox.url, READER_ID) as rita:
            await rita.say("/subscribe harbour")
            await tap(rita, await rita.next_message(), "✅ Subscribe")
            yield desk, rita


def _digests(rita: Person) -> int:
    return sum(message.text.startswith("Harbour ·") for message in rita.messages.values())


async def _digested(rita: Person) -> None:
    await rita.wait_for(lambda shown: shown.text.startswith("Harbour ·"))


def _state(desk: Desk) -> str:
    with desk.edge.store.reads.begin() as session:
        return session.scalars(select(SubscriptionRow.state)).one()


async def _told(desk: Desk, *, inside: bool, status: str) -> None:
    """Let Telegram tell the bot, an administrator of the gate's chat, who came or went."""
    world = desk.sandbox.world
    group(world, members=[ADMIN_ID, READER_ID] if inside else [ADMIN_ID])
    user = world.people[READER_ID]
    before = {"user": user, "status": "left" if inside else "member"}
    world.updates.push("chat_member", {
        "chat": world.chats[GROUP_ID].body, "from": user, "date": 1,
        "old_chat_member": before, "new_chat_member": {"user": user, "status": status},
    })  # fmt: skip
    assert await until(lambda: (_state(desk) == "active") is inside), _state(desk)


async def test_who_left_is_not_briefed_and_is_again_once_back(
    store: Store, clock: FakeClock
) -> None:
    async with _briefed(store, clock) as (desk, rita):
        group(desk.sandbox.world, members=[ADMIN_ID])
        await morning(desk, clock, "2026-11-24T08:00")
        assert _state(desk) == "blocked"
        await ask(rita, ASKED)  # a stranger's message takes nothing up again
        assert _state(desk) == "blocked"
        await morning(desk, clock, "2026-11-25T08:00")
        assert _digests(rita) == 0
        group(desk.sandbox.world, members=[ADMIN_ID, READER_ID])
        await morning(desk, clock, "2026-11-27T07:00")
        assert _state(desk) == "active"
        await morning(desk, clock, "2026-11-27T08:00")
        await _digested(rita)


async def test_what_was_owed_to_who_left_is_off_at_once(store: Store, clock: FakeClock) -> None:
    async with _briefed(store, clock) as (desk, rita):
        clock.at = datetime(2026, 11, 24, 8, tzinfo=UTC)
        await briefing_tick()(desk.edge)  # written down, not yet sent
        await _told(desk, inside=False, status="left")
        await desk.tick()
        assert _digests(rita) == 0
        await _told(desk, inside=True, status="member")
        await morning(desk, clock, "2026-11-25T08:00")
        assert _state(desk) == "active"


async def test_nobody_is_briefed_while_the_gate_cannot_be_asked(
    store: Store, clock: FakeClock
) -> None:
    async with _briefed(store, clock) as (desk, rita):
        group(desk.sandbox.world, members=[ADMIN_ID, READER_ID], bot_in=False)
        desk.sandbox.world.chats[GROUP_ID].bot_out = "bot is not a member of the {} chat"
        await morning(desk, clock, "2026-11-24T08:00")
        assert _digests(rita) == 0
        desk.sandbox.world.chats[GROUP_ID].bot_out = ""
        await morning(desk, clock, "2026-11-24T08:02")
        await _digested(rita)


async def test_closing_the_doors_ends_the_briefings_of_strangers(
    store: Store, clock: FakeClock
) -> None:
    async with _briefed(store, clock) as (desk, rita):
        closed = replace(desk.edge, doors=Doors(open_to_all=False), gate=None)
        clock.at = datetime(2026, 11, 24, 8, tzinfo=UTC)
        await briefing_tick()(desk.edge)
        await deliver_due(closed)
        assert _digests(rita) == 0
        clock.move(days=1)
        await briefing_tick()(closed)
        assert _state(desk) == "blocked"
        await desk.edge.write(set_access, person_id=READER_ID, admit=True, actor="1")
        assert _state(desk) == "active"
