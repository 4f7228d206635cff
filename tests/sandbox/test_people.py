"""What persons can do in the chat page, and what the bot is told of it."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID, Sandbox, Step
from bot.sandbox.world import GROUP_ID
from tests.sandbox.conftest import Call
from tests.sandbox.person import Person

RITA = {"person": READER_ID}
GROUP = {"chat": GROUP_ID, "person": ADMIN_ID}
PIXEL = bytes.fromhex("89504e470d0a1a0a")


async def do(http: httpx.AsyncClient, path: str, files: Any = None, **fields: Any) -> Any:
    answer = await http.post(f"/client/{path}", data=RITA | fields, files=files)
    return answer.json()


async def told(call: Call) -> list[Any]:
    return list((await call("getUpdates"))["result"])


async def test_picture_is_no_document(http: httpx.AsyncClient, call: Call) -> None:
    picture = {"document": ("a.png", PIXEL, "image/png")}
    await do(http, "document", picture, width=640, height=480, caption="A *view*")
    [update] = await told(call)
    assert update["message"]["photo"][0]["width"] == 640
    assert update["message"]["caption"] == "A *view*"


async def test_location_is_checked(http: httpx.AsyncClient, call: Call) -> None:
    assert (await do(http, "location", latitude=91, longitude=0))["ok"] is False
    assert (await do(http, "location", latitude="north", longitude=0))["ok"] is False
    await do(http, "location", latitude=40.18, longitude=44.51)
    assert [u["message"]["location"]["latitude"] for u in await told(call)] == [40.18]


async def test_forwarded_message_keeps_its_origin(
    http: httpx.AsyncClient, rita: Person, call: Call
) -> None:
    post = await do(http, "say", text="Bridge closed", channel="The Gazette")
    await do(http, "forward", origin=READER_ID, message=post[0]["message_id"])
    origins = [update["message"]["forward_origin"] for update in await told(call)]
    assert [origin["chat"]["title"] for origin in origins] == ["The Gazette"] * 2
    assert (await do(http, "forward", origin=ADMIN_ID, message=1))["ok"] is False


async def test_quote_must_be_word_for_word(http: httpx.AsyncClient, rita: Person) -> None:
    said = await rita.say("one two three")
    reply = {"text": "why two?", "reply_to": said.id}
    [message] = await do(http, "say", **reply, quote="two")
    assert (message["quote"]["text"], message["quote"]["position"]) == ("two", 4)
    assert (await do(http, "say", **reply, quote="five"))["ok"] is False


async def test_history_comes_in_pages(http: httpx.AsyncClient, rita: Person) -> None:
    for number in range(5):
        await rita.say(str(number))
    page = (await http.get("/client/chat", params=RITA | {"limit": 2})).json()
    assert ([m["text"] for m in page["messages"]], page["earlier"]) == (["3", "4"], True)
    before = page["messages"][0]["message_id"]
    more = (await http.get("/client/chat", params=RITA | {"limit": 9, "before": before})).json()
    assert ([m["text"] for m in more["messages"]], more["earlier"]) == (["0", "1", "2"], False)


async def test_bot_is_told_that_it_joined_and_left(http: httpx.AsyncClient, call: Call) -> None:
    send = {"chat_id": GROUP_ID, "text": "x"}
    assert (await call("sendMessage", **send))["error_code"] == 403
    await do(http, "state", **GROUP, state="member")
    assert (await call("sendMessage", **send))["ok"] is True
    await do(http, "state", **GROUP, state="kicked")
    refused = (await call("sendMessage", **send))["description"]
    assert refused == "Forbidden: bot was kicked from the supergroup chat"
    changes = [u["my_chat_member"] for u in await told(call) if "my_chat_member" in u]
    assert [c["new_chat_member"]["status"] for c in changes] == ["member", "kicked"]


async def test_bot_as_admin_sees_everything(http: httpx.AsyncClient, call: Call) -> None:
    await do(http, "state", **GROUP, state="administrator")
    await do(http, "say", **GROUP, text="just talk")
    assert (await told(call))[-1]["message"]["text"] == "just talk"


async def test_closed_topic_takes_no_message(http: httpx.AsyncClient, call: Call) -> None:
    await do(http, "state", **GROUP, state="member")
    await do(http, "state", **GROUP, state="topic_closed", topic=11)
    send = {"chat_id": GROUP_ID, "text": "x"}
    refusal = await call("sendMessage", **send, message_thread_id=11)
    assert refusal["description"] == "Bad Request: TOPIC_CLOSED"
    sent = (await call("sendMessage", **send, message_thread_id=12))["result"]
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "Economy"
    await do(http, "state", **GROUP, state="topic_open", topic=11)
    assert (await call("sendMessage", **send, message_thread_id=11))["ok"] is True


async def test_migrated_group_names_its_new_id(
    sandbox: Sandbox, http: httpx.AsyncClient, call: Call
) -> None:
    sandbox.world.add_group(-5, "Small", [READER_ID], [])
    await do(http, "state", chat=-5, state="migrated")
    refusal = await call("sendMessage", chat_id=-5, text="x")
    assert refusal["parameters"] == {"migrate_to_chat_id": -1005}
    assert (await call("sendMessage", chat_id=-1005, text="x"))["ok"] is True
    fields = [set(update["message"]) for update in await told(call)]
    assert {"migrate_to_chat_id" in fields[0], "migrate_from_chat_id" in fields[1]} == {True}


async def test_keyboard_stands_in_place_of_letters(started: Person, call: Call) -> None:
    keys = {"keyboard": [[{"text": "Where I am", "request_location": True}]]}
    send = {"chat_id": READER_ID, "text": "Where are you?"}
    sent = await call("sendMessage", **send, reply_markup=keys)
    assert "reply_markup" not in sent["result"]
    assert (await started._get("chat"))["keyboard"] == keys
    await call("sendMessage", **send, reply_markup={"remove_keyboard": True})
    assert (await started._get("chat"))["keyboard"] == {}


async def test_step_that_follows_another_moves_the_clock_to_tomorrow() -> None:
    ask = Step("ask", READER_ID, "Who?", "Ask", text="Who?")
    morning = Step("morning", READER_ID, "Tomorrow", "See", tomorrow="08:00", after="ask")
    sandbox = Sandbox(steps=(ask, morning))
    await sandbox.start()
    async with httpx.AsyncClient(base_url=sandbox.url) as http:
        before = sandbox.clock.now()
        left = (await http.get("/client/people")).json()["tour"]
        assert [step["name"] for step in left] == ["ask"]
        await do(http, "step", step="ask")
        assert await do(http, "step", step="morning") is True
        assert sandbox.clock.now() - before > timedelta(hours=8)
    await sandbox.stop()


@pytest.mark.parametrize("step", ["ask", "load"])
async def test_first_step_is_taken_once(step: str) -> None:
    steps = (Step("ask", READER_ID, "Who?", "Ask", text="Who?"),
             Step("load", READER_ID, "Load", "Load", file="a.txt", content=b"x"))  # fmt: skip
    sandbox = Sandbox(steps=steps)
    await sandbox.start()
    async with httpx.AsyncClient(base_url=sandbox.url) as http:
        sent = await do(http, "step", step=step)
        assert await do(http, "step", step=step) is False
        left = (await http.get("/client/people")).json()["tour"]
    assert sent
    assert step not in [entry["name"] for entry in left]
    assert len(sandbox.world.updates.waiting) == 1
    await sandbox.stop()
