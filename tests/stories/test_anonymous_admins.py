"""An admin who writes in a group's own name: a reader who may ask, and nobody for the rest."""

from typing import Any

import pytest

from bot.sandbox.server import READER_ID
from tests.factories import load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk

GROUP = -100700
ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def written(desk: Desk, text: str) -> None:
    """Put a message into the group as Telegram tells of one that is sent in its name."""
    world = desk.sandbox.world
    chat = world.chats[GROUP]
    content: dict[str, Any] = {"text": text, "sender_chat": chat.body}
    if text.startswith("/"):
        length = len(text.split()[0])
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    world.updates.push("message", world.new_message(chat, ANONYMOUS, content))


async def test_anonymous_admin_is_answered_as_a_reader_of_the_group(desk: Desk) -> None:
    load_text(desk.edge.store, visibility="restricted")
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        written(desk, "/ask How many people were killed in September?")
        assert "286" in (await answered(rita)).text
        written(desk, "/ask How many fishing boats use the harbour in summer?")
        assert "300" not in (await answered(rita)).text


@pytest.mark.parametrize("command", ["/subscribe harbour", "/loads", "/people", "/fact It rains."])
async def test_anonymous_admin_is_told_to_write_as_themselves(desk: Desk, command: str) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        written(desk, "just talk")
        written(desk, command)
        assert "write this as yourself" in (await answered(rita)).text
        assert sum(own(desk, m) for m in desk.sandbox.world.messages[GROUP].values()) == 1


def own(desk: Desk, message: dict[str, Any]) -> bool:
    return bool(message["from"]["id"] == desk.sandbox.world.bot["id"])


async def answered(person: Person) -> Shown:
    shown = await person.next_message()
    while shown.raw["from"]["id"] == ANONYMOUS["id"]:
        shown = await person.next_message()
    return shown
