"""Commands and menus, for readers and for admins."""

import re

import pytest
from sqlalchemy import update
from telegram.ext import CommandHandler

from bot.sandbox.server import READER_ID, Fault
from bot.services.access import new_claim
from bot.telegram.app import add_handlers, build_application
from bot.telegram.edge import Edge
from db.engine import Store
from db.models import PersonRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask


def registered(edge: Edge) -> set[str]:
    app = build_application("1:x", base_url="http://x/bot", base_file_url="http://x/file/bot")
    add_handlers(app, edge)
    handlers = [each for group in app.handlers.values() for each in group]
    return {name for each in handlers if isinstance(each, CommandHandler) for name in each.commands}


async def reply(person: Person, text: str) -> str:
    await person.say(text)
    return (await person.next_message()).text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/start", "word for word"),
        ("/help", "typos are fine"),
        ("/settings", f"Your Telegram id: {READER_ID}"),
        ("/about", "1 document, 14 facts"),
        ("/privacy", "What I keep"),
        ("/nonsense", "do not know that command"),
        ("/documents", "Only editors"),
        ("/delivery", "Only admins"),
    ],
)
async def test_reader_is_answered(rita: Person, command: str, words: str) -> None:
    assert words in await reply(rita, command)


async def test_admin_sees_documents_and_deliveries(desk: Desk, ada: Person) -> None:
    assert "Blinken, Aliyev talk" in await reply(ada, "/documents")
    await reply(ada, "How many people were killed in September?")
    await desk.settled("sent")
    assert "sent: 1" in await reply(ada, "/delivery")


async def test_admin_decides_about_an_unknown_fate(desk: Desk, ada: Person) -> None:
    desk.sandbox.faults.add(Fault(method="sendMessage", kind="bad_gateway"))
    await ada.say("How many people were killed in September?")
    row = await desk.settled("unknown")
    await ada.say("/delivery")
    shown = await ada.next_message()
    assert "fate unknown: 1" in shown.text
    await ada.press(shown, f"Send #{row.id} again")
    await ada.wait_for(lambda message: message.edited and "fate unknown: 0" in message.text)
    await desk.tick()
    assert "at least 286" in (await ada.next_message()).text


async def test_reader_decides_nothing(desk: Desk, rita: Person, ada: Person) -> None:
    desk.sandbox.faults.add(Fault(method="sendMessage", kind="bad_gateway"))
    await ada.say("How many people were killed in September?")
    row = await desk.settled("unknown")
    update = {"id": "1", "from": {"id": rita.id, "is_bot": False, "first_name": "Rita"},
              "chat_instance": "1", "data": f"delivery:resend:{row.id}",
              "message": next(iter(rita.messages.values())).raw}  # fmt: skip
    desk.sandbox.world.updates.push("callback_query", update)
    await reply(rita, "/help")
    assert (await desk.settled("unknown")).state == "unknown"


@pytest.mark.parametrize("role", ["reader", "editor", "admin"])
async def test_help_names_what_a_role_may_use_and_no_more(
    desk: Desk, rita: Person, role: str
) -> None:
    with desk.edge.store.writes.begin() as session:
        session.execute(update(PersonRow).where(PersonRow.id == rita.id).values(role=role))
    offered = set(re.findall(r"/([a-z]+)", await reply(rita, "/help")))
    refused = registered(desk.edge) - offered - {"start", "help", "claim"}
    assert offered <= registered(desk.edge)
    assert bool(refused) == (role != "admin")
    for name in sorted(refused):
        assert (await reply(rita, f"/{name}")).startswith("Only "), name


async def test_help_in_a_group_is_a_readers(desk: Desk, ada: Person) -> None:
    desk.sandbox.world.add_group(-1007, "The desk", [ada.id], topics=[])
    async with Person(desk.sandbox.url, ada.id, -1007) as in_group:
        told = await reply(in_group, "/help")
    assert "/subscribe" in told
    assert "/gaps" not in told


async def test_menus_stay_short(rita: Person, ada: Person) -> None:
    reader, admin = await rita.commands(), await ada.commands()
    assert {"start", "help", "settings", "about", "privacy"} <= set(reader)
    assert set(reader) < set(admin)
    assert len(reader) <= 8
    assert len(admin) <= 10


async def test_readers_documents_are_declined_kindly(rita: Person) -> None:
    await rita.send_document("cable.pdf", b"%PDF-1.4")
    assert "Only editors load documents" in (await rita.next_message()).text


async def test_claim_code_works_once(store: Store, clock: FakeClock) -> None:
    with store.writes.begin() as session:
        old = new_claim(session, clock.now(), ())
        code = new_claim(session, clock.now(), ())
    async with running(store, clock) as desk, Person(desk.sandbox.url, READER_ID) as rita:
        for wrong in ("wrong", str(old), ""):
            assert "not valid" in await reply(rita, f"/claim {wrong}")
        assert "admin now" in await reply(rita, f"/claim {code}")
        assert "not valid" in await reply(rita, f"/claim {code}")
        assert "documents" in await rita.commands()


async def test_uninvited_are_told_whom_to_ask(store: Store, clock: FakeClock) -> None:
    async with (
        running(store, clock, open_to_all=False) as desk,
        Person(desk.sandbox.url, READER_ID) as rita,
    ):
        assert str(READER_ID) in await reply(rita, "How many people were killed?")


async def test_group_is_answered_only_when_addressed(desk: Desk, rita: Person) -> None:
    desk.sandbox.world.add_group(-100500, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, chat=-100500) as member:
        await member.say("How many people were killed in September?")
        await member.say("/ask@briefing_sandbox_bot how many people were killed in September?")
        answer = await member.next_message()
    assert "at least 286 people" in answer.text
    assert answer.raw["reply_to_message"]["text"].startswith("/ask")


async def test_cancel_ends_what_was_asked_for_or_says_that_nothing_was(
    desk: Desk, ada: Person, rita: Person
) -> None:
    assert (await ask(rita, "/cancel")).text == "Nothing is in progress."
    await ask(ada, "/withdraw 1")
    assert (await ask(ada, "/cancel")).text == "Stopped: nothing was changed by it."
    assert (await ask(ada, "/cancel")).text == "Nothing is in progress."
    answer = await ask(ada, "How many people were killed in September?")
    assert "286" in answer.text  # the next words are a question again, no reason


async def test_unknown_command_is_told_with_the_way_to_help(rita: Person) -> None:
    told = (await ask(rita, "/brefing")).text
    assert told == "I do not know that command: type your question, or see /help."
