"""Texts that an editor pastes or forwards, and loads that two decide about."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID
from db.engine import Store
from db.models import PersonRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_loading import BRIDGE, edited, press, rehearsed

LONG = "\n\n".join(f"District {n} of Port Velden has {n + 20} old lime trees." for n in range(150))


async def test_text_that_the_app_has_cut_is_joined_and_loaded(ada: Person) -> None:
    await ada.say(LONG)
    shown = await ada.next_message()
    assert shown.text.startswith("Load or ask?")
    assert shown.buttons == ["Load", "Ask"]
    await press(ada, shown, "Load")
    shown = await edited(ada, shown, "nothing changed yet")
    assert "149 new" in shown.text or "150 new" in shown.text


async def test_forward_proposes_outlet_and_day(ada: Person) -> None:
    await ada.say("The quay of Port Velden was closed.", channel="Velden Wire")
    shown = await ada.next_message()
    assert "From Velden Wire" in shown.text
    await press(ada, shown, "Load")
    shown = await edited(ada, shown, "Velden Wire (from the forward)")
    assert "which day" not in shown.text


async def test_text_may_be_a_question_after_all(ada: Person) -> None:
    await ada.say("How many people were killed in September?", channel="Velden Wire")
    shown = await ada.next_message()
    await press(ada, shown, "Ask")
    assert "at least 286" in (await ada.next_message()).text


async def test_link_is_refused_kindly(ada: Person) -> None:
    assert "do not fetch links" in (await ask(ada, "https://example.org/a?b=1")).text


@pytest.fixture
async def two(store: Store, clock: FakeClock) -> AsyncIterator[Desk]:
    async with running(store, clock, by_two=True) as desk:
        yield desk


async def test_another_editor_has_to_apply_it(two: Desk) -> None:
    async with Person(two.sandbox.url, ADMIN_ID) as ada, Person(two.sandbox.url, READER_ID) as ed:
        for person in (ada, ed):
            await person.say("/start")
            await person.next_message()
        with two.edge.store.writes.begin() as session:
            session.get_one(PersonRow, READER_ID).role = "editor"
        shown = await rehearsed(ada, "bridge.txt", BRIDGE)
        assert "Apply" not in shown.buttons
        assert "1 other editor" in await press(ada, shown, "Ask another editor")
        other = await ed.next_message()
        assert await press(ed, other, "Apply") == "Applied."
        await edited(ada, shown, "Applied by Rita")
