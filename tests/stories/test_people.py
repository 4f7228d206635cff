"""A stranger is let in by a link or on request; nobody else gets in, and no old button helps."""

import asyncio

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, READER_ID
from db.engine import Store
from db.models import DocumentRow, PersonRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_briefings import tap

GROUP = -100700


async def test_stranger_asks_admin_lets_in_and_removes(store: Store, clock: FakeClock) -> None:
    async with running(store, clock, open_to_all=False) as desk:
        url = desk.sandbox.url
        async with Person(url, ADMIN_ID) as ada, Person(url, READER_ID) as rita:
            await ada.say("/start")
            await ada.next_message()
            await rita.say("hello")
            assert "Give your id" in (await rita.next_message()).text
            await rita.say("hello?")
            asking = await ada.next_message()
            assert "asks to be let in" in asking.text
            card = await tap(ada, asking, "Let in")
            assert "let in" in card.text
            assert (await rita.next_message()).text.startswith("You are let in")
            card = await tap(ada, card, "Remove")
            assert "removed" in card.text
            await rita.say("When did it happen?")
            await ada.say("/people")
            assert (await ada.next_message()).text.startswith("People, page 1")
            assert rita.messages[max(rita.messages)].text.startswith("You are let in")


async def test_request_is_decided_once_whoever_presses_what(store: Store, clock: FakeClock) -> None:
    async with running(store, clock, open_to_all=False) as desk:
        url = desk.sandbox.url
        async with Person(url, ADMIN_ID) as ada, Person(url, READER_ID) as rita:
            await ada.say("/start")
            await ada.next_message()
            await rita.say("hello")
            await rita.next_message()
            asking = await ada.next_message()
            await asyncio.gather(*(ada.press(asking, "Let in") for _ in range(3)))
            told = [str((await ada.next_answer())["text"] or "") for _ in range(3)]
            assert sorted(told) == ["", *["This was decided already."] * 2]
            assert (await rita.next_message()).text.startswith("You are let in")
            held = desk.sandbox.world.messages[ada.chat][asking.id]
            data = {"text": "Refuse", "callback_data": f"people:refuse:{READER_ID}"}
            held["reply_markup"]["inline_keyboard"][0][0] = data
            await ada._post("press", message=asking.id, row=0, column=0)
            assert "decided already" in str((await ada.next_answer())["text"])
            with store.reads.begin() as session:
                assert session.get_one(PersonRow, READER_ID).access == "admitted"


async def test_invite_link_lets_in_one_and_a_forged_one_nobody(
    store: Store, clock: FakeClock
) -> None:
    async with running(store, clock, open_to_all=False) as desk:
        url = desk.sandbox.url
        async with Person(url, ADMIN_ID) as ada, Person(url, READER_ID) as rita:
            await ada.say("/invite")
            made = await tap(ada, await ada.next_message(), "editor", "Make the link")
            payload = made.text.split("?start=")[1].split()[0]
            await rita.say("/start inv_forged")
            assert "not valid" in (await rita.next_message()).text
            await rita.say(f"/start {payload}")
            assert (await rita.next_message()).text.startswith("Welcome")
            await rita.say("/people")
            assert (
                await rita.next_message()
            ).text == "Only admins can do that, in a private chat with me."
            with store.reads.begin() as session:
                assert session.get_one(PersonRow, READER_ID).role == "editor"


@pytest.mark.parametrize("command", ["/start inv_forged", "/claim 12345678"])
async def test_code_sent_in_a_group_is_asked_for_in_private(desk: Desk, command: str) -> None:
    desk.sandbox.world.add_group(GROUP, "Newsroom", [READER_ID], [])
    async with Person(desk.sandbox.url, READER_ID, GROUP) as rita:
        assert "in our private chat" in (await ask(rita, command)).text


async def test_label_is_chosen_by_buttons(desk: Desk, ada: Person) -> None:
    listed = await ask(ada, "/label")
    number = listed.buttons[0]
    await ada.press(listed, number)
    card = await ada.wait_for(lambda m: m.id == listed.id and "internal" in m.buttons)
    await ada.press(card, "internal")
    done = await ada.wait_for(lambda m: m.id == listed.id and "→ internal" in m.text)
    await ada.press(done, "◂ Back")
    await ada.wait_for(lambda m: m.id == listed.id and f"{number} · internal" in m.text)


async def test_reader_changes_no_label_by_a_forged_button(desk: Desk, rita: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "label:set:1:restricted"
    await rita.press(answer, answer.buttons[0])
    assert "Only admins" in (await rita.next_answer())["text"]
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(DocumentRow.visibility).distinct()).all() == ["public"]
