"""An editor says in the rehearsal who may see a document, and from which moment on."""

import asyncio

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID
from bot.scheduler import briefing_tick
from bot.services.deciding import Decision, PlannedAnew, apply_submission
from bot.telegram.reading import take_up_submissions
from db.models import AuditRow, DocumentRow, FactRow, LoadRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import counted, edited, press, rehearsed

BOLTS = "How many bolts were broken?"


async def more(person: Person, shown: Shown, label: str) -> Shown:
    await press(person, shown, "More")
    shown = await edited(person, shown, "More about")
    await press(person, shown, label)
    return await person.wait_for(lambda m: m.id == shown.id and "More" not in m.buttons)


async def test_label_is_chosen_and_kept_from_readers(desk: Desk, ada: Person, rita: Person) -> None:
    shown = await rehearsed(ada)
    shown = await more(ada, shown, "Who may see it")
    assert shown.buttons[:3] == ["Public", "Internal", "Restricted"]
    await press(ada, shown, "Restricted")
    shown = await edited(ada, shown, "nothing changed yet")
    assert "Who may see it: restricted" in shown.text
    await press(ada, shown, "11 Nov")  # read anew: the label stays
    shown = await edited(ada, shown, "Published: 11 Nov 2026")
    assert "Who may see it: restricted" in shown.text
    await press(ada, shown, "Apply")
    await edited(ada, shown, "Applied by Ada")
    assert "40 bolts" in (await ask(ada, BOLTS)).text
    assert "40 bolts" not in (await ask(rita, BOLTS)).text
    with desk.edge.store.reads.begin() as session:
        labels = session.scalars(select(DocumentRow.visibility).order_by(DocumentRow.id)).all()
    assert labels == ["public", "restricted"]


async def test_button_of_another_label_than_was_seen_applies_nothing(
    desk: Desk, ada: Person
) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Who may see it"), "Internal")
    internal = await edited(ada, shown, "Who may see it: internal")
    await press(ada, await more(ada, internal, "Who may see it"), "Public")
    await edited(ada, shown, "Who may see it: everybody (public)")
    facts = counted(desk, FactRow)
    old = next(b for row in internal.rows for b in row if b["text"] == "Apply")
    number, version = old["callback_data"].split(":")[2:]
    with pytest.raises(PlannedAnew):
        await desk.edge.write(
            apply_submission,
            decision=Decision(int(number), str(ADMIN_ID), "test"),
            version=version,
        )
    assert counted(desk, FactRow) == facts


async def test_held_back_until_its_moment_then_live(
    desk: Desk, ada: Person, clock: FakeClock
) -> None:
    facts = counted(desk, FactRow)
    shown = await rehearsed(ada)
    shown = await more(ada, shown, "Not before")
    assert shown.buttons[:3] == ["Tomorrow 09:00", "Other moment", "At once"]
    await press(ada, shown, "Tomorrow 09:00")
    shown = await edited(ada, shown, "Not before: 24 Nov 2026, 09:00 (UTC)")
    assert await press(ada, shown, "Apply") == "Held back."
    shown = await edited(ada, shown, "Held back by Ada: bridge.txt")
    assert shown.buttons == ["Live now", "Discard"]
    assert "40 bolts" not in (await ask(ada, BOLTS)).text
    assert counted(desk, FactRow) == facts
    clock.move(hours=24)
    await briefing_tick()(desk.edge)
    await take_up_submissions(desk.edge)
    shown = await edited(ada, shown, "Applied: bridge.txt")
    assert shown.buttons == ["Undo"]
    assert "40 bolts" in (await ask(ada, BOLTS)).text


async def test_moment_is_typed_with_its_time_and_let_live_before(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Not before"), "Other moment")
    assert "Type the moment" in (await ada.next_message()).text
    for wrong, why in (
        ("1 Dec 2026", "no date with a time"),
        ("1 Dec 2026 9 am", "no date with a time"),
        ("1 Dec 2026 25:00", "no date with a time"),
        ("1 Dec 2025 09:00", "That moment is over"),
    ):
        assert why in (await ask(ada, wrong)).text
    await ada.say("1 Dec 2026, 09:30")
    shown = await edited(ada, shown, "Not before: 1 Dec 2026, 09:30 (UTC)")
    await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "Held back")
    await asyncio.gather(*(ada.press(shown, "Live now") for _ in range(3)))
    told = sorted([str((await ada.next_answer())["text"]) for _ in range(3)])
    assert told == ["Ada has decided that already.", "Ada has decided that already.", "Live."]
    await edited(ada, shown, "Applied by Ada: bridge.txt")
    with desk.edge.store.reads.begin() as session:
        verbs = list(session.scalars(select(AuditRow.verb).order_by(AuditRow.id)))
    assert verbs[-2:] == ["embargo", "apply"]


async def test_held_back_is_discarded(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Not before"), "Tomorrow 09:00")
    shown = await edited(ada, shown, "Not before")
    await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "Held back")
    await press(ada, shown, "Discard")
    await edited(ada, shown, "Discarded by Ada")
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(LoadRow.state)).all() == ["applied", "discarded"]
