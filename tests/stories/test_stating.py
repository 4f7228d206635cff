"""The desk's own statements: typed, seen, added, answered from, and taken back."""

from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, READER_ID
from db.engine import Store
from db.models import LoadRow, PersonRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_fixing import pressed

CLOSED = "The embassy is closed on 1 May 2027."


async def test_statement_is_added_answered_and_undone(
    desk: Desk, ada: Person, rita: Person
) -> None:
    shown = await ask(ada, f"/fact {CLOSED}")
    assert "nothing stands yet" in shown.text
    assert "Statement by Ada" in shown.text
    assert "1 May 2027 = 1 May 2027" in shown.text
    assert CLOSED not in (await ask(rita, "When is the embassy closed?")).text
    await pressed(ada, shown, "Add", "Added as fact")
    answer = await ask(rita, "When is the embassy closed?")
    assert CLOSED in answer.text
    assert "The desk" in answer.text
    await pressed(ada, shown, "Undo", "Taken back")
    assert CLOSED not in (await ask(rita, "When is the embassy closed?")).text


async def test_each_sentence_is_a_fact_that_can_be_fixed_first(desk: Desk, ada: Person) -> None:
    await ada.say("/fact")
    assert "a sentence a fact" in (await ada.next_message()).text
    shown = await ask(ada, "Visas cost 80 euros 🙂. They take ten days.")
    listed = await pressed(ada, shown, "Fix", "Facts of load")
    assert "2, none doubtful" in listed.text
    assert "They take ten days." in listed.text


async def test_statement_that_stands_or_is_decided_is_told(
    desk: Desk, ada: Person, clock: FakeClock
) -> None:
    shown = await ask(ada, f"/fact {CLOSED}")
    await pressed(ada, shown, "Add", "Added as fact")
    clock.move(minutes=1)
    assert "stands already: fact" in (await ask(ada, f"/fact {CLOSED}")).text
    other = await ask(ada, "/fact The consulate opens at nine.")
    await pressed(ada, other, "Discard", "Discarded")
    assert "no word in them" in (await ask(ada, "/fact ?!")).text
    assert "more than 20 sentences" in (await ask(ada, "/fact " + "It rains. " * 300)).text


async def test_reader_states_nothing(desk: Desk, rita: Person) -> None:
    assert "Only editors" in (await ask(rita, f"/fact {CLOSED}")).text
    answer = await ask(rita, "How many people were killed in September?")
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "state:undo:1"
    await rita.press(answer, "Context")
    assert "Only editors" in (await rita.next_answer())["text"]
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(LoadRow.state)).all() == ["applied"]


async def test_button_of_a_statement_undoes_no_other_load(desk: Desk, ada: Person) -> None:
    shown = await ask(ada, f"/fact {CLOSED}")
    held = desk.sandbox.world.messages[ada.chat][shown.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "state:undo:1"
    await ada.press(shown, "Add")
    assert "no statement that waits" in (await ada.next_answer())["text"]


async def test_under_two_another_editor_adds_a_statement(store: Store, clock: FakeClock) -> None:
    async with (
        running(store, clock, by_two=True) as desk,
        Person(desk.sandbox.url, ADMIN_ID) as ada,
        Person(desk.sandbox.url, READER_ID) as rita,
    ):
        for each in (ada, rita):
            await each.say("/start")
            await each.next_message()
        with store.writes.begin() as session:
            session.get_one(PersonRow, READER_ID).role = "editor"
        shown = await ask(ada, f"/fact {CLOSED}")
        assert shown.buttons == ["Ask another editor", "Fix", "Discard"]
        with store.reads.begin() as session:
            load_id = session.scalars(select(LoadRow.id).order_by(LoadRow.id)).all()[-1]
        held = desk.sandbox.world.messages[ada.chat][shown.id]
        held["reply_markup"]["inline_keyboard"][0][1]["callback_data"] = f"state:add:{load_id}"
        await ada.press(shown, "Fix")
        assert (await ada.next_answer())["text"] == "Another editor has to apply it."
        await pressed(ada, shown, "Ask another editor", "Shown to 1 other editor")
        asked_for = await rita.next_message()
        assert "Statement by Ada" in asked_for.text
        listed = await ask(ada, "/loads")
        assert f"Statement {load_id}  “{CLOSED}” · Ada" in listed.text
        await ada.press(listed, f"Statement {load_id}")
        assert (await ada.next_message()).buttons == ["Ask another editor", "Fix", "Discard"]
        await rita.press(await ask(rita, "/loads"), f"Statement {load_id}")
        hers = await rita.next_message()
        assert hers.buttons == ["Add", "Fix", "Discard"]
        assert CLOSED not in (await ask(rita, "When is the embassy closed?")).text
        await pressed(rita, hers, "Add", "Added as fact")
        assert "Added as fact" in (await ada.next_message()).text
        assert CLOSED in (await ask(rita, "When is the embassy closed?")).text
        assert "Nothing waits" in (await ask(ada, "/loads")).text
        await rita.press(asked_for, "Add")
        told = [(await rita.next_answer())["text"] for _ in range(3)]
        assert "is applied" in told[-1]
