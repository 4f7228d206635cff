"""An editor takes a fact back in the chat; the reader who was shown it sees what became of it."""

import pytest
from sqlalchemy import select, update

from bot.scheduler import briefing_tick
from db.models import AuditRow, FactRow, PersonRow
from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask

ASKED = "How many fishing boats use the harbour?"
RIGHT = "About 280 fishing boats use the harbour in summer."


async def tick(desk: Desk) -> None:
    await briefing_tick()(desk.edge)
    await desk.tick()


def later(desk: Desk) -> None:
    desk.edge.clock.move(seconds=5)  # type: ignore[attr-defined]


async def reply(person: Person, shown: Shown, text: str) -> Shown:
    await person.say(text, reply_to=shown)
    return await person.next_message()


@pytest.fixture
async def seen(desk: Desk, rita: Person) -> Shown:
    """The answer that the reader was given."""
    load_text(desk.edge.store, HARBOUR)
    answer = await ask(rita, ASKED)
    later(desk)
    return answer


async def test_corrected_step_by_step_and_the_readers_message_changes(
    desk: Desk, rita: Person, ada: Person, seen: Shown
) -> None:
    answer = await ask(ada, ASKED)
    later(desk)
    asked = await reply(ada, answer, "/correct")
    assert "Type the right words" in asked.text
    asked = await ask(ada, RIGHT)
    assert "Type the reason" in asked.text
    confirm = await ask(ada, "miscounted")
    assert "Shown in 2 places" in confirm.text
    assert confirm.buttons == ["Correct it", "Cancel"]
    await ada.press(confirm, "Correct it")
    done = await ada.wait_for(lambda m: m.id == confirm.id and m.edited)
    assert "0 of 2 reached, 2 still on the way" in done.text
    later(desk)
    await tick(desk)
    notice = await rita.next_message()
    assert notice.text.startswith("Corrected · you saw this today")
    assert "miscounted" in notice.text
    marked = await rita.wait_for(lambda m: m.id == seen.id and m.edited)
    assert marked.text.startswith("⚠ Corrected on 23 Nov 2026, see below")
    assert marked.buttons == seen.buttons
    await ada.press(done, "Refresh")
    after = await ada.wait_for(lambda m: m.id == confirm.id and "2 of 2 reached" in m.text)
    assert "2 of 2 old messages marked" in after.text
    assert "280 fishing boats" in (await ask(rita, ASKED)).text
    await ada.say("/corrections")
    await ada.wait_for(lambda m: "· Ada\n" in m.text)  # a name, not an id


async def test_undo_tells_that_the_fact_stands_again(
    desk: Desk, rita: Person, ada: Person, seen: Shown
) -> None:
    fact = _fact_id(desk)
    confirm = await ask(ada, f"/withdraw {fact} Reason: never said")
    await ada.press(confirm, "Withdraw it")
    done = await ada.wait_for(lambda m: m.id == confirm.id and m.edited)
    later(desk)
    await tick(desk)
    assert "Withdrawn" in (await rita.next_message()).text
    await ada.press(done, "Undo")
    await ada.wait_for(lambda m: m.id == confirm.id and "stands again" in m.text)
    await tick(desk)
    assert "Stands again" in (await rita.next_message()).text
    marked = await rita.wait_for(lambda m: m.id == seen.id and "Stands again" in m.text)
    assert "Withdrawn" not in marked.text
    assert "Undone" in (await ask(ada, "/corrections")).text


async def test_reader_and_forger_are_refused_and_nothing_changes(
    desk: Desk, rita: Person, seen: Shown
) -> None:
    assert "Only editors" in (await ask(rita, f"/withdraw {_fact_id(desk)} Reason: x")).text
    assert "Only editors" in (await ask(rita, "/corrections")).text
    held = desk.sandbox.world.messages[rita.chat][seen.id]
    button = held["reply_markup"]["inline_keyboard"][0][0]
    for verb in ("do", "undo", "see"):
        button["callback_data"] = f"corr:{verb}:{_fact_id(desk)}"
        await rita.press(seen, "Context")
        assert "Only editors" in (await rita.next_answer())["text"]
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(AuditRow.id).where(AuditRow.verb == "withdraw")).all() == []


async def test_editor_may_and_a_second_press_finds_nothing(
    desk: Desk, rita: Person, seen: Shown
) -> None:
    with desk.edge.store.writes.begin() as session:
        session.execute(update(PersonRow).values(role="editor"))
    confirm = await reply(rita, seen, "/withdraw never said")
    await rita.press(confirm, "Withdraw it")
    await rita.wait_for(lambda m: m.id == confirm.id and m.edited)
    await rita.next_answer()
    held = desk.sandbox.world.messages[rita.chat][confirm.id]
    again = f"corr:do:{_fact_id(desk)}"  # pressed once more before the message had changed
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = again
    await rita.press(confirm, "Refresh")
    assert "no longer leads anywhere" in (await rita.next_answer())["text"]


async def test_bad_input_gets_one_sentence_and_the_request_stays_open(
    desk: Desk, ada: Person, seen: Shown
) -> None:
    assert "Reply to a message" in (await ask(ada, "/correct")).text
    assert "no fact 4040" in (await ask(ada, "/correct 4040 x")).text
    await ask(ada, f"/withdraw {_fact_id(desk)}")
    assert "up to 500" in (await ask(ada, "x" * 4000)).text
    confirm = await ask(ada, "نُشر بالخطأ 😀")
    assert "نُشر بالخطأ 😀" in confirm.text
    await ada.press(confirm, "Cancel")
    cancelled = await ada.wait_for(lambda m: m.id == confirm.id and m.edited)
    assert "nothing was changed" in cancelled.text
    assert "300 fishing boats" in (await ask(ada, ASKED)).text


def _fact_id(desk: Desk) -> int:
    with desk.edge.store.reads.begin() as session:
        found = select(FactRow.id).where(FactRow.text.like("About 300%"))
        return session.scalars(found).one()
