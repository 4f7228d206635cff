"""An admin who writes in a group's own name: a reader who may ask, and nobody for the rest."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.cli.library import load_library
from bot.sandbox.server import READER_ID
from db.engine import Store
from db.models import PersonRow, QuestionRow
from tests.factories import load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk, running

GROUP = -100700
ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


CHANNEL = {"id": -100800, "type": "channel", "title": "The Gazette"}
IN_A_CHANNELS_NAME = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
FORWARDED_BY = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


def written(
    desk: Desk,
    text: str,
    *,
    sender: dict[str, Any] = ANONYMOUS,
    in_name_of: dict[str, Any] | None = None,
    **more: Any,
) -> None:
    """Put a message into the group as Telegram tells of one that is sent in a chat's name."""
    world = desk.sandbox.world
    chat = world.chats[GROUP]
    content: dict[str, Any] = {"text": text, "sender_chat": in_name_of or chat.body, **more}
    if text.startswith("/"):
        length = len(text.split()[0])
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    world.updates.push("message", world.new_message(chat, sender, content))


async def test_anonymous_admin_is_answered_as_a_reader_of_the_group(desk: Desk) -> None:
    load_text(desk.edge.store, visibility="restricted")
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        written(desk, "/ask How many people were killed in September?")
        assert "286" in (await answered(rita)).text
        written(desk, "/ask How many fishing boats use the harbour in summer?")
        assert "300" not in (await answered(rita)).text


@pytest.mark.parametrize(
    "command",
    [
        "/subscribe harbour",
        "/loads",
        "/people",
        "/fact It rains.",
        "/mydata",
        "/forget",
        "/start inv_abcdefgh",
        "/start",
    ],
)
async def test_anonymous_admin_is_told_to_write_as_themselves(desk: Desk, command: str) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        written(desk, "just talk")
        written(desk, command)
        assert "write this as yourself" in (await answered(rita)).text
        assert sum(own(desk, m) for m in desk.sandbox.world.messages[GROUP].values()) == 1


async def test_who_writes_in_a_groups_name_is_kept_as_nobody(desk: Desk) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        written(desk, "/ask How many people were killed in September?")
        await answered(rita)
        written(desk, "/mydata")
        await answered(rita)
    with desk.edge.store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(PersonRow)) == 0
        asked = session.scalars(select(QuestionRow)).one()
        assert (asked.chat_id, asked.person_id) == (GROUP, None)


async def test_who_writes_in_a_channels_name_is_told_to_write_as_themselves(desk: Desk) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    channel = {"sender": IN_A_CHANNELS_NAME, "in_name_of": CHANNEL}
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        for command in ("/mydata", "/ask How many people were killed in September?"):
            written(desk, command, **channel)
            assert "write this as yourself" in (await answered(rita)).text


async def test_post_of_a_linked_channel_is_no_question_and_nobodys(desk: Desk) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    name = desk.sandbox.world.bot["username"]
    posted = {"sender": FORWARDED_BY, "in_name_of": CHANNEL, "is_automatic_forward": True}
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        written(desk, f"@{name} How many people were killed in September?", **posted)
        written(desk, "/mydata", **posted)
        written(desk, "/mydata")
        assert "write this as yourself" in (await answered(rita)).text
        assert sum(own(desk, m) for m in desk.sandbox.world.messages[GROUP].values()) == 1
    with desk.edge.store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(PersonRow)) == 0


async def test_follow_up_in_a_groups_name_leans_on_what_was_asked_in_its_name(desk: Desk) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        await rita.say("/ask How many people were killed in September?")
        assert "286" in (await answered(rita)).text
        written(desk, "/ask and in May?")
        await answered(rita)
    with desk.edge.store.reads.begin() as session:
        theirs = session.scalars(select(QuestionRow).where(QuestionRow.person_id.is_(None))).one()
        assert theirs.stands_for is None


@pytest.mark.parametrize("gate_chat", [GROUP, -100900])
async def test_where_not_everybody_may_ask_only_the_gates_own_chat_asks_in_its_name(
    store: Store, clock: FakeClock, gate_chat: int
) -> None:
    load_library(store, clock.now())
    async with running(store, clock, open_to_all=False, gate_chat=gate_chat) as desk:
        desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
        async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
            written(desk, "/ask How many people were killed in September?")
            told = (await answered(rita)).text
            assert ("286" in told) == (gate_chat == GROUP)
            assert ("write this as yourself" in told) == (gate_chat != GROUP)


def own(desk: Desk, message: dict[str, Any]) -> bool:
    return bool(message["from"]["id"] == desk.sandbox.world.bot["id"])


async def answered(person: Person) -> Shown:
    shown = await person.next_message()
    while not shown.raw["from"]["is_bot"] or "sender_chat" in shown.raw:
        shown = await person.next_message()
    return shown
