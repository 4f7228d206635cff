"""Reactions: the bot's and persons', and what the bot is told of theirs."""

from typing import Any

import pytest

from bot.sandbox import groups
from bot.sandbox.server import READER_ID, Sandbox
from bot.sandbox.world import GROUP_ID
from tests.sandbox.conftest import Call
from tests.sandbox.person import Person

WANTED = ["message", "message_reaction"]


def kinds(*emojis: str) -> list[dict[str, str]]:
    return [{"type": "emoji", "emoji": emoji} for emoji in emojis]


async def reactions_told(call: Call, **fields: Any) -> list[Any]:
    updates = (await call("getUpdates", **fields))["result"]
    return [update["message_reaction"] for update in updates if "message_reaction" in update]


async def test_bot_is_told_of_a_reaction_that_it_asked_for(started: Person, call: Call) -> None:
    await call("getUpdates", allowed_updates=WANTED)
    shown = (await call("sendMessage", chat_id=READER_ID, text="286"))["result"]
    said = await started.next_message()
    for emoji in ("👍", "👎", ""):
        await started.react(said, emoji)
    told = await reactions_told(call)
    changes = [(one["old_reaction"], one["new_reaction"]) for one in told]
    assert changes == [
        ([], kinds("👍")),
        (kinds("👍"), kinds("👎")),
        (kinds("👎"), []),
    ]
    assert {one["message_id"] for one in told} == {shown["message_id"]}
    assert {one["user"]["id"] for one in told} == {READER_ID}


async def test_bot_is_told_of_no_reaction_by_default(started: Person, call: Call) -> None:
    await call("sendMessage", chat_id=READER_ID, text="286")
    await started.react(await started.next_message(), "👍")
    assert await reactions_told(call) == []


async def test_both_reactions_stand_on_the_message(started: Person, call: Call) -> None:
    await call("sendMessage", chat_id=READER_ID, text="286")
    said = await started.next_message()
    await call("setMessageReaction", chat_id=READER_ID, message_id=said.id, reaction=kinds("👀"))
    await started.react(said, "❤️")
    shown = await started.wait_for(lambda m: m.id == said.id and len(m.reactions) == 2)
    assert sorted(shown.reactions) == sorted(["👀", "❤"])
    assert not shown.edited
    await call("setMessageReaction", chat_id=READER_ID, message_id=said.id)
    await started.wait_for(lambda m: m.id == said.id and m.reactions == ["❤"])


async def test_reaction_that_is_none_is_refused(started: Person, call: Call) -> None:
    await call("sendMessage", chat_id=READER_ID, text="286")
    with pytest.raises(AssertionError, match="REACTION_INVALID"):
        await started.react(await started.next_message(), "!")
    one = {"chat_id": READER_ID, "message_id": 1}
    joined = kinds("🤷\u200d♂")  # one emoji of three characters
    assert (await call("setMessageReaction", **one, reaction=joined))["ok"]


@pytest.mark.parametrize(("status", "told"), [("member", 0), ("administrator", 1)])
async def test_in_a_group_only_an_administrator_is_told(
    sandbox: Sandbox, call: Call, status: str, told: int
) -> None:
    await call("getUpdates", allowed_updates=WANTED)
    groups.set_state(sandbox.world, sandbox.world.chats[GROUP_ID], READER_ID, status)
    await call("sendMessage", chat_id=GROUP_ID, text="286")
    async with Person(sandbox.url, READER_ID, GROUP_ID) as rita:
        await rita.react(await rita.wait_for(lambda m: m.text == "286"), "🔥")
    assert len(await reactions_told(call)) == told
