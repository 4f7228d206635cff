"""An editor says in the rehearsal who may see a document, and from which moment on."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID
from bot.scheduler import briefing_tick
from bot.services.deciding import Decision, PlannedAnew, apply_submission
from bot.services.embargo import terms_kept
from bot.services.submitting import SHOWN_WITHIN
from bot.telegram.reading import take_up_submissions
from db.models import AuditRow, DocumentRow, FactRow, LoadRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import BRIDGE, counted, edited, press, rehearsed

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
        states = session.scalars(select(LoadRow.state).order_by(LoadRow.id)).all()
    assert states == ["applied", "discarded"]


async def test_document_ends_at_the_moment_that_was_chosen(
    desk: Desk, ada: Person, clock: FakeClock
) -> None:
    shown = await rehearsed(ada)
    shown = await more(ada, shown, "Ends")
    assert shown.buttons[:4] == ["In a week", "In a month", "Other moment", "Never"]
    await press(ada, shown, "In a week")
    shown = await edited(ada, shown, "Ends: 30 Nov 2026, 09:00 (UTC)")
    await press(ada, shown, "11 Nov")  # read anew: the end stays
    shown = await edited(ada, shown, "Published: 11 Nov 2026")
    assert "Ends: 30 Nov 2026, 09:00 (UTC)" in shown.text
    await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "Ends: 30 Nov 2026")
    assert "Applied by Ada" in shown.text
    assert "40 bolts" in (await ask(ada, BOLTS)).text
    clock.move(hours=24 * 7)
    await briefing_tick()(desk.edge)
    assert "40 bolts" not in (await ask(ada, BOLTS)).text


async def test_end_is_typed_and_lies_after_the_beginning(ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Ends"), "Other moment")
    assert "Type the moment at which" in (await ada.next_message()).text
    assert "That moment is over" in (await ask(ada, "1 Dec 2025 09:00")).text
    await ada.say("24 Nov 2026, 08:00")
    shown = await edited(ada, shown, "Ends: 24 Nov 2026, 08:00 (UTC)")
    page = await more(ada, shown, "Not before")
    assert "would end before anybody sees it" in await press(ada, page, "Tomorrow 09:00")
    await press(ada, page, "◂ Back")
    shown = await edited(ada, shown, "nothing changed yet")
    await press(ada, await more(ada, shown, "Ends"), "Never")
    shown = await ada.wait_for(
        lambda m: m.id == shown.id and "nothing changed" in m.text and "Ends:" not in m.text
    )
    await press(ada, shown, "Apply")
    await edited(ada, shown, "Applied by Ada")


async def test_load_that_ended_before_it_was_applied_is_refused(
    ada: Person, clock: FakeClock
) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Ends"), "In a week")
    shown = await edited(ada, shown, "Ends: 30 Nov 2026")
    clock.move(hours=24 * 8)
    assert "would end before anybody sees it" in await press(ada, shown, "Apply")


async def test_title_is_typed_for_a_rehearsal_and_for_what_stands(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, shown, "More")
    page = await edited(ada, shown, "More about")
    await press(ada, page, "Title")
    assert "Type the title of bridge.txt" in (await ada.next_message()).text
    assert "too long for a title" in (await ask(ada, "long " * 60)).text
    await ada.say("Which  bridge is <closed>?")
    shown = await edited(ada, shown, "Which bridge is <closed>? · outlet unknown")
    await press(ada, shown, "Apply")
    await edited(ada, shown, "Applied by Ada")
    await ada.send_document("again.txt", BRIDGE.encode())
    again = await ada.next_message()
    again = await edited(ada, again, "is loaded already")
    await press(ada, again, "Title")
    await ada.next_message()
    await ada.say("The closed bridge")
    await edited(ada, again, "Title: now The closed bridge.")
    with desk.edge.store.reads.begin() as session:
        titles = session.scalars(select(DocumentRow.title).order_by(DocumentRow.id)).all()
    assert titles[-1] == "The closed bridge"


async def test_expired_document_is_loaded_again_with_what_is_said_of_it(
    desk: Desk, ada: Person, clock: FakeClock
) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Ends"), "In a week")
    await press(ada, await edited(ada, shown, "Ends: 30 Nov 2026"), "Apply")
    await edited(ada, shown, "Applied by Ada")
    clock.move(hours=24 * 8)
    await briefing_tick()(desk.edge)
    again = await rehearsed(ada)
    assert "3 new" in again.text
    await press(ada, again, "11 Nov")
    await press(ada, await edited(ada, again, "Published: 11 Nov 2026"), "Apply")
    again = await edited(ada, again, "3 facts stand")
    await briefing_tick()(desk.edge)
    assert "40 bolts" in (await ask(ada, BOLTS)).text
    await press(ada, again, "Undo")
    again = await ada.wait_for(lambda m: m.id == again.id and "Apply" not in m.buttons)
    if "Undo, tell nobody" in again.buttons:
        await press(ada, again, "Undo, tell nobody")
    await edited(ada, again, "3 facts are withdrawn")
    with desk.edge.store.reads.begin() as session:
        rows = session.scalars(select(DocumentRow).order_by(DocumentRow.id)).all()
        assert rows[-1].withdrawn_at is not None


async def test_message_of_what_was_decided_is_made_anew_soon_after_a_crash(
    desk: Desk, ada: Person, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: object) -> None:
        raise ConnectionAbortedError

    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Not before"), "Tomorrow 09:00")
    await press(ada, await edited(ada, shown, "Not before: 24 Nov"), "Apply")
    shown = await edited(ada, shown, "Held back by Ada")
    clock.move(hours=24)
    with monkeypatch.context() as broken:
        broken.setattr("bot.telegram.reading.present", dies)
        await briefing_tick()(desk.edge)
        with pytest.raises(ConnectionAbortedError):
            await take_up_submissions(desk.edge)
    await take_up_submissions(desk.edge)  # another process: the first may be at it still
    assert "Held back" in ada.messages[shown.id].text
    clock.move(seconds=SHOWN_WITHIN.total_seconds() + 1)
    await take_up_submissions(desk.edge)
    await edited(ada, shown, "Applied: bridge.txt")
    assert timedelta(seconds=30) > SHOWN_WITHIN


async def test_moment_told_in_the_chat_holds_in_the_terminal_too(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, await more(ada, shown, "Not before"), "Tomorrow 09:00")
    await press(ada, await edited(ada, shown, "Not before: 24 Nov"), "11 Nov")
    await edited(ada, shown, "Published: 11 Nov 2026")
    with desk.edge.store.reads.begin() as session:
        load = session.scalars(select(LoadRow).order_by(LoadRow.id.desc())).first()
        assert load is not None
        kept = terms_kept(load, desk.edge.zone)
    assert kept.live_at is not None
    assert f"{kept.live_at:%d %b %H:%M}" == "24 Nov 09:00"
