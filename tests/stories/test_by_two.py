"""REVIEW=two: what becomes live needs a second person, what is taken back needs one."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID
from db.engine import Store
from db.models import PersonRow
from tests.factories import load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_correcting import ASKED, RIGHT
from tests.stories.test_editor_clearance import BOATS, fact_with
from tests.stories.test_fixing import pressed
from tests.stories.test_leaks_by_button import forged
from tests.stories.test_loading import press


@pytest.fixture
async def desk(store: Store, clock: FakeClock) -> AsyncIterator[Desk]:
    load_text(store)
    async with running(store, clock, by_two=True) as desk:
        yield desk


@pytest.fixture
async def rita(desk: Desk, rita: Person) -> Person:
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).role = "editor"
    return rita


async def test_right_words_wait_for_another_editor(desk: Desk, ada: Person, rita: Person) -> None:
    number = fact_with(desk, "About 300")
    confirm = await ask(ada, f"/correct {number} {RIGHT} reason: miscounted")
    assert confirm.buttons == ["Ask another editor", "Cancel"]
    card = await pressed(ada, confirm, "Ask another editor", "Shown to 1 other editor")
    assert card.buttons == ["Ask another editor", "Discard"]
    hers = await rita.next_message()
    assert f"Corrects fact {number}: {BOATS}" in hers.text
    assert "Reason: miscounted" in hers.text
    assert hers.buttons == ["Add", "Discard"]
    assert BOATS in (await ask(rita, ASKED)).text
    add = next(b["callback_data"] for row in hers.rows for b in row if b["text"] == "Add")
    ada.answers.clear()
    assert await forged(desk, ada, card, add) == "Another editor has to apply it."
    listed = (await ask(rita, "/loads")).text
    assert f"“{RIGHT}” · Ada" in listed
    await pressed(rita, hers, "Add", "Added as fact")
    assert "Added as fact" in (await ada.next_message()).text
    assert RIGHT in (await ask(rita, ASKED)).text
    assert f"Fact {number}: 23 Nov 09:00 · Ada" in (await ask(ada, "/corrections")).text
    assert "corrected already" in (await ask(ada, f"/correct {number} It is 1. reason: x")).text


async def test_right_words_of_what_was_taken_back_meanwhile_are_refused(
    desk: Desk, ada: Person, rita: Person
) -> None:
    number = fact_with(desk, "About 300")
    confirm = await ask(ada, f"/correct {number} {RIGHT} reason: miscounted")
    await pressed(ada, confirm, "Ask another editor", "Shown to 1 other editor")
    hers = await rita.next_message()
    gone = await ask(rita, f"/withdraw {number} not true")
    await pressed(rita, gone, "Withdraw it", "Withdrawn")
    assert "withdrawn already" in await _last(rita, hers, "Add")
    assert "280" not in (await ask(rita, ASKED)).text
    await pressed(rita, hers, "Discard", "Discarded")


async def _last(person: Person, shown: object, label: str) -> str:
    person.answers.clear()
    return await press(person, shown, label)  # type: ignore[arg-type]


async def test_hidden_correction_is_shown_to_nobody_who_may_not_see_it(
    desk: Desk, ada: Person, rita: Person
) -> None:
    load_text(desk.edge.store, "The barge Anna carries coal.", name="b.txt", visibility="internal")
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).editor_clearance = "public"
    number = fact_with(desk, "The barge")
    confirm = await ask(ada, f"/correct {number} The barge Anna carries salt. reason: seen")
    card = await pressed(ada, confirm, "Ask another editor", "There is no other editor")
    assert "Nothing waits" in (await ask(rita, "/loads")).text
    shown = await ask(rita, ASKED)
    data = next(b["callback_data"] for row in card.rows for b in row if b["text"] == "Discard")
    for verb in ("add", "show", "drop", "ask"):
        told = await forged(desk, rita, shown, data.replace("drop", verb))
        assert "no statement that waits" in told
    assert not [m for m in rita.messages.values() if m.from_bot and "salt" in m.text]
    assert ADMIN_ID != READER_ID


async def test_gap_is_answered_by_no_words_of_one_person(
    desk: Desk, ada: Person, rita: Person
) -> None:
    await ask(rita, "Who painted the lighthouse of Lund?")
    listed = await ask(ada, "/gaps")
    await ada.press(listed, "1")
    card = await ada.wait_for(lambda m: m.id == listed.id and "Add a statement" in m.buttons)
    assert "state them by /fact" in await _last(ada, card, "Add a statement")
