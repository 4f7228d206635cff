"""An editor rules between two facts in the chat; a reader sees it with the answer."""

from datetime import date

import pytest

from tests.factories import load_text
from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask

SAID = "{}\n\nThe ferry made {} crossings in May 2025, the harbour office said.\n"
ASKED = "How many crossings did the ferry make in May 2025?"


@pytest.fixture(autouse=True)
def differing(desk: Desk) -> None:
    for name, outlet, count in (("a.txt", "Wire", 30), ("b.txt", "Agency", 44)):
        text = SAID.format(f"{outlet} report", count)
        load_text(desk.edge.store, text, name=name, outlet=outlet, published=date(2025, 6, 1))


async def test_conflict_is_ruled_on_shown_and_taken_back(
    desk: Desk, rita: Person, ada: Person
) -> None:
    listed = await ask(ada, "/conflicts")
    assert "1 of 1" in listed.text
    assert "Wire" in listed.text
    assert "Agency" in listed.text
    await ada.press(listed, "2 holds")
    await ada.wait_for(lambda m: m.id == listed.id and "Type the reason" in m.text)
    await ask(ada, "counted at the quay")
    answer = await ask(rita, ASKED)
    assert "⚖ The desk holds to this value" in answer.text
    assert "“counted at the quay”" in answer.text
    ruled = await ask(ada, "/conflicts")
    await ada.press(ruled, "Ruled on")
    page = await ada.wait_for(lambda m: m.id == ruled.id and "Take the ruling back" in m.buttons)
    await ada.press(page, "Take the ruling back")
    await ada.wait_for(lambda m: m.id == ruled.id and m.buttons == ["To be ruled on"])
    assert "documents differ" in (await ask(rita, ASKED)).text


async def test_reader_may_not_rule(desk: Desk, rita: Person) -> None:
    assert "Only editors" in (await ask(rita, "/conflicts")).text
    answer = await ask(rita, ASKED)
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "rule:one:15:16"
    await rita.press(answer, answer.buttons[0])
    assert "Only editors" in (await rita.next_answer())["text"]


async def test_contested_terms_are_listed_added_and_taken_off_by_editors(
    desk: Desk, rita: Person, ada: Person
) -> None:
    assert "Only editors" in (await ask(rita, "/terms regime")).text
    assert "“harbour office” is contested" in (await ask(ada, "/terms harbour office")).text
    listed = await ask(ada, "/terms")
    assert "harbour office" in listed.text
    await ada.press(listed, listed.buttons[0])
    assert "Taken off" in (await ada.next_answer())["text"]
    await ada.wait_for(lambda m: m.id == listed.id and "No term is contested" in m.text)


async def test_term_is_added_by_a_button_and_typed_words(ada: Person) -> None:
    empty = await ask(ada, "/terms")
    await ada.press(empty, "+ Add a term")
    assert "Type the words" in (await ada.next_message()).text
    told = await ask(ada, "harbour office")
    assert "“harbour office” is contested" in told.text
    assert told.buttons == ["✗ 1", "+ Add a term"]
    answer = await ask(ada, "How many people were killed in September?")
    assert "286" in answer.text  # it asks for one term only
