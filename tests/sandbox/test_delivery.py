"""Updates are given until confirmed, to one poller; faults come on demand; strangers stay out."""

import asyncio
from typing import Any

import httpx
import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID, Fault, Sandbox
from tests.sandbox.conftest import Call
from tests.sandbox.person import Person

SEND = {"chat_id": READER_ID, "text": "x"}


def ids(answer: Any) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


async def test_updates_come_again_until_confirmed(rita: Person, call: Call) -> None:
    for text in "abc":
        await rita.say(text)
    assert ids(await call("getUpdates")) == [1, 2, 3]
    assert ids(await call("getUpdates", limit=2)) == [1, 2]
    assert ids(await call("getUpdates", offset=3)) == [3]
    assert ids(await call("getUpdates")) == [3]
    assert ids(await call("getUpdates", offset=-1)) == [3]
    assert ids(await call("getUpdates", offset=4)) == []


async def test_hasty_poller_gets_one_update(rita: Person, call: Call) -> None:
    for text in "abc":
        await rita.say(text)
    assert ids(await call("getUpdates", offset=1)) == [1, 2, 3]
    assert ids(await call("getUpdates", offset=1)) == [1]


async def test_updates_are_kept_for_a_day(rita: Person, call: Call, sandbox: Sandbox) -> None:
    await rita.say("yesterday")
    sandbox.world.move_on(25 * 3600)
    await rita.say("today")
    assert ids(await call("getUpdates")) == [2]


async def polled(call: Call, http: httpx.AsyncClient, **fields: Any) -> asyncio.Task[Any]:
    """A long poll that the server has already taken up."""
    task = asyncio.create_task(call("getUpdates", timeout=30, **fields))
    await http.get("/control/calls")  # goes to the server behind the poll
    return task


async def test_poll_waits_for_news(rita: Person, call: Call, http: httpx.AsyncClient) -> None:
    waiting = await polled(call, http)
    await rita.say("news")
    assert ids(await waiting) == [1]


async def test_second_poller_ends_the_first(
    rita: Person, call: Call, http: httpx.AsyncClient, sandbox: Sandbox
) -> None:
    first = await polled(call, http)
    second = await polled(call, http)
    assert (await first)["error_code"] == 409
    assert (await first)["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await rita.say("news")
    assert ids(await second) == [1]


async def test_allowed_updates_are_remembered(rita: Person, call: Call) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    await rita.say("unwanted")
    assert ids(await call("getUpdates")) == []
    await call("getUpdates", allowed_updates=[])
    await rita.say("wanted")
    assert ids(await call("getUpdates")) == [1]


async def test_stop_ends_open_polls_and_streams() -> None:
    sandbox = Sandbox()
    await sandbox.start()
    async with httpx.AsyncClient(base_url=sandbox.url) as http:
        poll = http.get(f"/bot{sandbox.token}/getUpdates", params={"timeout": 50}, timeout=60)
        waiting = asyncio.create_task(poll)
        async with http.stream("GET", f"/client/events?person={READER_ID}") as stream:
            await anext(stream.aiter_bytes())
            async with asyncio.timeout(3):
                await sandbox.stop()
        assert (await waiting).json() == {"ok": True, "result": []}


REFUSING = [
    (Fault("sendMessage", "too_many", retry_after=3), 429, "Too Many Requests: retry after 3"),
    (Fault("sendMessage", "blocked"), 403, "Forbidden: bot was blocked by the user"),
    (Fault("*", "refused", text="Bad Request: no"), 400, "Bad Request: no"),
    (Fault("sendMessage", "server_error", chat_id=READER_ID), 500, "Internal Server Error"),
]


@pytest.mark.parametrize(("fault", "code", "words"), REFUSING)
async def test_fault_comes_instead(
    started: Person, call: Call, sandbox: Sandbox, fault: Fault, code: int, words: str
) -> None:
    sandbox.faults.add(Fault(**vars(fault)))
    refusal = await call("sendMessage", **SEND)
    assert (refusal["error_code"], refusal["description"]) == (code, words)
    assert (await call("sendMessage", **SEND))["ok"] is True
    assert len(sandbox.world.accepted) == 1


async def test_fault_is_for_its_chat_only(started: Person, call: Call, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("sendMessage", "blocked", chat_id=ADMIN_ID))
    assert (await call("sendMessage", **SEND))["ok"] is True


@pytest.mark.parametrize("kind", ["reset", "silence"])
async def test_message_arrives_though_its_answer_is_lost(
    started: Person, call: Call, http: httpx.AsyncClient, kind: str
) -> None:
    fault = {"method": "sendMessage", "kind": kind, "seconds": 0.05}
    assert (await http.post("/control/faults", json=fault)).is_success
    with pytest.raises(httpx.TransportError):
        await call("sendMessage", **SEND)
    assert (await started.next_message()).text == "x"
    assert len((await http.get("/control/accepted")).json()) == 1


async def test_bad_gateway_is_a_page(
    started: Person, sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault("sendMessage", "bad_gateway"))
    answer = await http.post(f"/bot{sandbox.token}/sendMessage", json=SEND)
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html; charset=utf-8")


async def test_unknown_fault_is_explained(http: httpx.AsyncClient) -> None:
    answer = await http.post("/control/faults", json={"method": "getMe", "kind": "odd"})
    assert answer.status_code == 400
    assert "no fault is called 'odd'" in answer.json()["description"]


STRANGERS = [
    ("/client/people", {"host": "evil.example:80"}),
    ("/client/say", {"origin": "http://evil.example"}),
    ("/client/say", {"origin": "null"}),
    ("/control/clear", {"sec-fetch-site": "cross-site"}),
    ("/bot{token}/getMe", {"origin": "https://evil.example"}),
]


@pytest.mark.parametrize(("path", "headers"), STRANGERS)
async def test_other_sites_stay_out(
    sandbox: Sandbox, http: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    answer = await http.post(path.format(token=sandbox.token), headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1:1", "[::1]:1"])
async def test_own_page_is_let_in(http: httpx.AsyncClient, host: str) -> None:
    headers = {"host": host, "origin": f"http://{host}", "sec-fetch-site": "same-origin"}
    form = {"person": READER_ID, "text": "x"}
    assert (await http.post("/client/say", data=form, headers=headers)).is_success


@pytest.mark.parametrize("path", ["/", "/chat.css", "/chat.js"])
async def test_page_is_served_and_asks_no_other_host(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(path)
    assert answer.is_success
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "https://" not in answer.text


async def test_nobody_sees_anothers_chat(rita: Person, http: httpx.AsyncClient) -> None:
    await rita.say("secret")
    file = (await rita.send_document("a.txt", b"x")).raw["document"]["file_id"]
    asked = {"person": ADMIN_ID, "chat": READER_ID, "id": file}
    assert (await http.get("/client/chat", params=asked)).status_code == 400
    assert (await http.get("/client/file", params=asked | {"chat": ADMIN_ID})).status_code == 404
    changes = await http.get("/client/changes", params={"person": ADMIN_ID})
    assert changes.json()["events"] == []


async def test_group_in_privacy_mode_tells_the_bot_what_is_meant_for_it(
    sandbox: Sandbox, call: Call
) -> None:
    sandbox.world.add_group(-1005, "The desk", [READER_ID, ADMIN_ID], topics=[7])
    async with Person(sandbox.url, READER_ID, chat=-1005) as rita:
        await rita.say("just talk")
        await rita.say("/ask@other_bot not you")
        await rita.say("/ask who?", thread=7)
        await call("sendMessage", chat_id=-1005, text="This one", message_thread_id=7)
        await rita.say("and when?", reply_to=await rita.next_message())
    texts = [update["message"]["text"] for update in (await call("getUpdates"))["result"]]
    assert texts == ["/ask who?", "and when?"]


async def test_long_text_is_cut_as_apps_cut_it(rita: Person, call: Call) -> None:
    await rita.say("word " * 1000)
    parts = [update["message"]["text"] for update in (await call("getUpdates"))["result"]]
    assert [len(part) for part in parts] == [4094, 904]
    assert " ".join(parts) == " ".join(["word"] * 1000)
