"""Anybody sees what is kept about them, and has it deleted."""

import json

from sqlalchemy import select

from bot.scheduler import tend
from db.models import PersonRow, QuestionRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask


async def test_reader_gets_all_that_is_kept_as_a_file(desk: Desk, rita: Person) -> None:
    await ask(rita, "How many people were killed in September?")
    sent = await ask(rita, "/mydata")
    file_id = sent.raw["document"]["file_id"]
    content = desk.sandbox.world.history.content("file", file_id)
    kept = json.loads(content or b"")
    assert sent.raw["document"]["file_name"] == "mydata.json"
    assert kept["person"] == rita.id
    assert kept["kept"]["question"][0]["text"] == "How many people were killed in September?"


async def test_reader_is_asked_once_and_forgotten(desk: Desk, rita: Person) -> None:
    await ask(rita, "How many people were killed in September?")
    asked = await ask(rita, "/forget")
    assert asked.buttons == ["Delete everything", "Keep it"]
    await rita.press(asked, "Delete everything")
    told = await rita.wait_for(lambda m: m.id == asked.id and m.edited)
    assert told.text.startswith("All of it is deleted")
    with desk.edge.store.reads.begin() as session:
        assert session.get(PersonRow, rita.id) is None
        assert session.scalars(select(QuestionRow.id)).all() == []


async def test_reader_may_think_again(desk: Desk, rita: Person) -> None:
    asked = await ask(rita, "/forget")
    await rita.press(asked, "Keep it")
    await rita.wait_for(lambda m: m.id == asked.id and m.text == "Nothing was deleted.")
    with desk.edge.store.reads.begin() as session:
        assert session.get(PersonRow, rita.id) is not None


async def test_old_button_forgets_nobody(desk: Desk, rita: Person, clock: FakeClock) -> None:
    asked = await ask(rita, "/forget")
    clock.move(hours=2)
    await rita.press(asked, "Delete everything")
    assert (await rita.next_answer())["text"]
    with desk.edge.store.reads.begin() as session:
        assert session.get(PersonRow, rita.id) is not None


async def test_who_is_not_let_in_can_be_forgotten_too(desk: Desk, clock: FakeClock) -> None:
    async with running(desk.edge.store, clock, open_to_all=False) as closed:
        async with Person(closed.sandbox.url) as stranger:
            await ask(stranger, "/start")
            asked = await ask(stranger, "/forget")
            assert "let in again" in asked.text
            await stranger.press(asked, "Delete everything")
            await stranger.wait_for(lambda m: m.id == asked.id and m.edited)
        with closed.edge.store.reads.begin() as session:
            assert session.get(PersonRow, stranger.id) is None


async def test_tick_lets_old_questions_go(desk: Desk, rita: Person, clock: FakeClock) -> None:
    await ask(rita, "How many people were killed in September?")
    assert "after 30 days" in (await ask(rita, "/privacy")).text
    clock.move(days=31)
    await tend(desk.edge)
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(QuestionRow.id)).all() == []
