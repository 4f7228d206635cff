"""Admins look at what was changed; nobody else does."""

from bot.scheduler import tend
from db.queries.audit import record
from tests.factories import NOW
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask


def note(desk: Desk, count: int, *, actor: str = "terminal") -> None:
    with desk.edge.store.writes.begin() as session:
        for number in range(count):
            record(
                session, NOW, actor=actor, verb="amend", subject=f"document {number + 1}",
                particulars={"before": {"title": "<Old>"}, "after": {"title": "שלום 🌍"}},
            )  # fmt: skip


async def test_admin_pages_through_the_record_and_filters_it(desk: Desk, ada: Person) -> None:
    note(desk, 9)
    note(desk, 1, actor=str(ada.id))
    newest = await ask(ada, "/audit")
    assert "Ada" in newest.text.splitlines()[2]
    assert "title: <Old> → שלום 🌍" in newest.text
    await ada.press(newest, "Next ▸")
    older = await ada.wait_for(lambda m: m.id == newest.id and m.edited)
    assert "the program\ngave a role to Ada" in older.text
    await ada.press(older, "◂ Newest")
    again = await ada.wait_for(lambda m: m.id == newest.id and "document 9" in m.text)
    only = next(label for label in again.buttons if label.startswith("Only Ada"))
    await ada.press(again, only)
    filtered = await ada.wait_for(lambda m: m.id == newest.id and "Only Ada" in m.text)
    assert "the terminal" not in filtered.text
    await ada.press(filtered, "All changes")
    await ada.wait_for(lambda m: m.id == newest.id and "the terminal" in m.text)


async def test_subject_shows_its_own_history(desk: Desk, ada: Person) -> None:
    note(desk, 3)
    listed = await ask(ada, "/audit")
    await ada.press(listed, "Only document 2")
    shown = await ada.wait_for(lambda m: m.id == listed.id and m.edited)
    assert "document 1" not in shown.text
    assert "document 2" in shown.text


async def test_reader_sees_nothing_of_the_record(desk: Desk, rita: Person) -> None:
    note(desk, 1)
    refused = await ask(rita, "/audit")
    assert refused.text == "Only admins can do that, in a private chat with me."
    answer = await ask(rita, "How many people were killed in September?")
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "audit:all:0:0"
    await rita.press(answer, "Context")
    assert "Only admins" in (await rita.next_answer())["text"]


async def test_admin_gets_a_picture_with_its_words(desk: Desk, rita: Person, ada: Person) -> None:
    assert "Nobody has asked" in (await ask(ada, "/stats")).text
    await ask(rita, "How many people were killed in September?")
    shown = await ask(ada, "/stats")
    assert shown.raw["photo"]
    assert "1 question: 1 answered" in shown.text
    assert (await ask(rita, "/stats")).text == "Only admins can do that, in a private chat with me."


async def test_week_is_reported_on_monday_and_not_again_after_a_restart(
    desk: Desk, rita: Person, ada: Person, clock: FakeClock
) -> None:
    await ask(rita, "How many people were killed in September?")
    clock.move(days=7)
    for _ in range(2):
        await tend(desk.edge)
        await desk.tick()
    report = await ada.next_message()
    assert report.text.startswith("The week, 23 Nov to 29 Nov 2026")
    clock.move(hours=1)
    await tend(desk.edge)
    await desk.tick()
    assert sum("The week," in m.text for m in ada.messages.values()) == 1
