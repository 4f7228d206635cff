"""An editor works through unanswered questions by buttons; those who wait are told."""

import pytest

from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask


@pytest.fixture(autouse=True)
async def waiting(desk: Desk, rita: Person) -> None:
    answer = await ask(rita, "Who won the football final?")
    await rita.press(answer, "Tell me when you know")
    await rita.next_answer()


async def test_gap_is_answered_by_a_statement(desk: Desk, rita: Person, ada: Person) -> None:
    listed = await ask(ada, "/gaps")
    await ada.press(listed, "1")
    card = await ada.wait_for(lambda m: m.id == listed.id and "Add a statement" in m.buttons)
    await ada.press(card, "Add a statement")
    await ada.wait_for(lambda m: m.id == listed.id and "Type the answer" in m.text)
    assert "there is no word in them" in (await ask(ada, "😀")).text
    done = await ask(ada, "The harbour office won the football final.")
    assert "1 chat is told" in done.text
    await desk.tick()
    told = await rita.next_message()
    assert "The harbour office won the football final." in told.text
    assert "No question is open" in (await ask(ada, "/gaps")).text


async def test_gap_is_answered_by_pointing_to_a_fact_once(
    desk: Desk, rita: Person, ada: Person
) -> None:
    load_text(desk.edge.store, HARBOUR.replace("About 300 fishing boats", "The football final"))
    listed = await ask(ada, "/gaps")
    await ada.press(listed, "1")
    card = await ada.wait_for(lambda m: m.id == listed.id and "◂ Back" in m.buttons)
    assert "The nearest facts" in card.text
    await ada.press(card, "Fact 1")
    sure = await ada.wait_for(lambda m: m.id == listed.id and "Answer with it" in m.buttons)
    await ada.press(sure, "Answer with it")
    await ada.wait_for(lambda m: m.id == listed.id and "Done; 1 chat is told" in m.text)
    await desk.tick()
    assert "You wanted to be told" in (await rita.next_message()).text


async def test_gap_that_cannot_be_answered_is_closed_with_a_word(
    desk: Desk, rita: Person, ada: Person
) -> None:
    assert "Only editors" in (await ask(rita, "/gaps")).text
    listed = await ask(ada, "/gaps")
    await ada.press(listed, "1")
    card = await ada.wait_for(lambda m: m.id == listed.id and "◂ Back" in m.buttons)
    await ada.press(card, "Cannot be answered")
    await ada.wait_for(lambda m: m.id == listed.id and "Type why" in m.text)
    assert "1 chat is told" in (await ask(ada, "no sport here")).text
    await desk.tick()
    assert "no sport here" in (await rita.next_message()).text
