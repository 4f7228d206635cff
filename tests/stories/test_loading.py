"""An editor loads documents and texts in the chat: rehearsed, applied, discarded, undone."""

import asyncio

import pytest
from sqlalchemy import func, select, text

from bot.sandbox.server import ADMIN_ID, Fault
from bot.scheduler import briefing_tick, upkeep_tick
from bot.services.evaluating import Golden
from bot.services.golden import keep_golden
from bot.services.submitting import LEASE
from bot.telegram.reading import take_up_submissions
from db.models import AuditRow, FactRow, LoadRow, RevisionRow, SubmissionRow
from tests.factories import HARBOUR, load_text
from tests.facts.reading.test_office import attached
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask

BRIDGE = """Bridge of Port Velden closed

The bridge of Port Velden was closed on Wednesday for repairs.

Engineer Tomas Veld said 40 bolts were broken.

Storm Edda hit the town on 7 November 2026.
"""
DATED = "\n\n".join([HARBOUR.strip(), "Published on 4 March 2025 by the desk."])


def counted(desk: Desk, table: type) -> int:
    with desk.edge.store.reads.begin() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


async def rehearsed(person: Person, name: str = "bridge.txt", text: str = BRIDGE) -> Shown:
    await person.send_document(name, text.encode())
    shown = await person.next_message()
    return await person.wait_for(lambda m: m.id == shown.id and "Discard" in m.buttons)


async def edited(person: Person, shown: Shown, words: str) -> Shown:
    return await person.wait_for(lambda m: m.id == shown.id and words in m.text)


async def press(person: Person, shown: Shown, label: str) -> str:
    await person.press(shown, label)
    return str((await person.next_answer())["text"] or "")


async def test_guessed_columns_of_a_table_are_shown(ada: Person) -> None:
    table = "Statement,Who,When\nThe quay <b> is 90 m long.,Mara Lind,2026-03-04\n"
    shown = await rehearsed(ada, "claims.csv", table)
    assert "text = column “Statement”" in shown.text
    assert "speaker = column “Who”" in shown.text


async def test_document_is_rehearsed_dated_and_applied(desk: Desk, ada: Person) -> None:
    facts = counted(desk, FactRow)
    shown = await rehearsed(ada)
    assert "nothing changed yet" in shown.text
    assert "Bridge of Port Velden closed · outlet unknown" in shown.text
    assert "3 new · 0 repeats" in shown.text
    assert "Published on which day? “Wednesday” hangs on it." in shown.text
    assert shown.buttons[:4] == ["11 Nov", "18 Nov", "Other", "Unknown"]
    await press(ada, shown, "11 Nov")
    shown = await edited(ada, shown, "Published: 11 Nov 2026")
    assert "which day" not in shown.text
    assert counted(desk, FactRow) == facts
    assert await press(ada, shown, "Apply") == "Applied."
    shown = await edited(ada, shown, "Applied by Ada: bridge.txt")
    assert "3 facts stand" in shown.text
    found = await ask(ada, "How many bolts were broken?")
    assert "40 bolts" in found.text


async def test_day_and_outlet_are_typed(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    rows = [[button["text"] for button in row] for row in shown.rows]
    await ada._post("press", message=shown.id, row=0, column=2)
    await ada.next_answer()
    assert "Type the day of publication" in (await ada.next_message()).text
    for wrong, told in (("yesterday evening", "is no full date"), ("1 May 2031", "future")):
        assert told in (await ask(ada, wrong)).text
    await ada.say("12 November 2026")
    shown = await edited(ada, shown, "Published: 12 Nov 2026")
    assert rows[0] != [button["text"] for button in shown.rows[0]]
    await press(ada, shown, "Other outlet")
    assert "Type who published" in (await ada.next_message()).text
    await ada.say("Velden <Gazette> 🗞")
    shown = await edited(ada, shown, "Velden <Gazette> 🗞")
    assert shown.buttons[:2] == ["Date", "Outlet"]


async def test_unknown_is_an_answer_too(ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, shown, "Unknown")
    await ada.wait_for(lambda m: m.id == shown.id and "Date" in m.buttons)
    shown = ada.messages[shown.id]
    assert "not before 7 Nov 2026" in shown.text


async def test_all_facts_are_shown_in_pages(ada: Person) -> None:
    text = "\n\n".join(f"The town has {n} bridges in district {n}." for n in range(1, 21))
    shown = await rehearsed(ada, "bridges.txt", text)
    await press(ada, shown, "All")
    shown = await edited(ada, shown, "All facts · 1 of 3")
    await press(ada, shown, "Next ▸")
    shown = await edited(ada, shown, "All facts · 2 of 3")
    assert shown.buttons == ["◂ Back", "Next ▸", "Back to the rehearsal"]
    await press(ada, shown, "Back to the rehearsal")
    await edited(ada, shown, "nothing changed yet")


async def test_discarded_document_leaves_nothing(desk: Desk, ada: Person) -> None:
    revisions = counted(desk, RevisionRow)
    shown = await rehearsed(ada)
    await press(ada, shown, "Discard")
    shown = await edited(ada, shown, "Discarded by Ada: bridge.txt")
    assert shown.buttons == []
    assert counted(desk, RevisionRow) == revisions
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(SubmissionRow.content)).all() == [None]


async def test_crowd_of_presses_applies_once(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await asyncio.gather(*(ada.press(shown, "Apply") for _ in range(5)))
    told = [(await ada.next_answer())["text"] for _ in range(5)]
    assert sorted(told) == ["Ada has decided that already."] * 4 + ["Applied."]
    with desk.edge.store.reads.begin() as session:
        verbs = session.scalars(select(AuditRow.verb).where(AuditRow.actor == str(ADMIN_ID)))
        assert list(verbs).count("apply") == 1


async def test_store_that_changed_is_shown_again_before_anything_is_applied(
    desk: Desk, ada: Person
) -> None:
    shown = await rehearsed(ada, "harbour.txt", HARBOUR)
    load_text(desk.edge.store, "About 300 fishing boats use the harbour in summer.\n", name="b.txt")
    assert "look again" in await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "The store changed meanwhile")
    assert "3 new · 1 repeat" in shown.text
    assert await press(ada, shown, "Apply") == "Applied."


async def test_plan_that_was_replaced_cannot_be_applied_by_its_old_button(
    desk: Desk, ada: Person
) -> None:
    shown = await rehearsed(ada)
    old = next(b for row in shown.rows for b in row if b["text"] == "Apply")["callback_data"]
    await press(ada, shown, "11 Nov")
    shown = await edited(ada, shown, "Published: 11 Nov 2026")
    held = desk.sandbox.world.messages[ada.chat][shown.id]
    held["reply_markup"]["inline_keyboard"][-1][0]["callback_data"] = old
    assert "planned anew" in await press(ada, shown, "Apply")
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(LoadRow.state).order_by(LoadRow.id)).all()[-1] == "rehearsed"


async def test_load_is_undone_within_a_day_in_one_tap(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "Can be undone within a day")
    assert await press(ada, shown, "Undo") == "Undone."
    shown = await edited(ada, shown, "Undone by Ada: bridge.txt")
    assert "3 facts are withdrawn" in shown.text
    assert "nobody is told" in shown.text


@pytest.mark.parametrize(("label", "told"), [("Undo and tell 1 chat", 1), ("Undo, tell nobody", 0)])
async def test_those_who_were_shown_it_are_told_of_the_undoing_if_so_chosen(
    desk: Desk, ada: Person, rita: Person, clock: FakeClock, label: str, told: int
) -> None:
    shown = await rehearsed(ada)
    await press(ada, shown, "Apply")
    await ask(rita, "How many bolts were broken?")
    await desk.settled("sent")
    clock.move(minutes=5)
    await press(ada, shown, "Undo")
    shown = await edited(ada, shown, "1 chat was shown facts of it")
    await press(ada, shown, label)
    await edited(ada, shown, "1 chat is told" if told else "nobody is told")
    await _tick_everything(desk)
    withdrawn = [m for m in rita.messages.values() if "Withdrawn" in m.text]
    assert len(withdrawn) == 0 if not told else "Withdrawn" in (await rita.next_message()).text


async def test_undo_is_for_a_day(desk: Desk, ada: Person, clock: FakeClock) -> None:
    shown = await rehearsed(ada)
    await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "Can be undone")
    clock.move(hours=25)
    assert "more than a day ago" in await press(ada, shown, "Undo")


async def _tick_everything(desk: Desk) -> None:
    await briefing_tick()(desk.edge)
    await desk.tick()


async def test_document_left_behind_by_a_crash_is_taken_up(
    desk: Desk, ada: Person, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: object) -> None:
        raise ConnectionAbortedError

    with monkeypatch.context() as broken:
        broken.setattr("bot.telegram.handlers.loading.bring_on", dies)
        await ada.send_document("bridge.txt", BRIDGE.encode())
        await ada.next_message()  # that something went wrong
    await take_up_submissions(desk.edge)
    assert counted(desk, LoadRow) == 1
    clock.move(seconds=LEASE.total_seconds() + 1)
    await take_up_submissions(desk.edge)
    assert "nothing changed yet" in (await ada.next_message()).text


async def test_rehearsal_that_was_not_shown_is_shown_later(
    desk: Desk, ada: Person, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: object) -> None:
        raise ConnectionAbortedError

    with monkeypatch.context() as broken:
        broken.setattr("bot.telegram.reading.present", dies)
        await ada.send_document("bridge.txt", BRIDGE.encode())
        shown = await ada.next_message()
        await ada.next_message()
    clock.move(seconds=LEASE.total_seconds() + 1)
    await take_up_submissions(desk.edge)
    await edited(ada, shown, "nothing changed yet")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b" ", "was not loaded"),
        ("broken.pdf", b"%PDF-1.4 nothing", "was not loaded"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "I cannot read old.doc"),
        ("film.txt", b"\x89PNG\r\n", "The file is a picture"),
    ],
)
async def test_unreadable_document_gets_one_sentence(
    desk: Desk, ada: Person, name: str, content: bytes, words: str
) -> None:
    await ada.send_document(name, content)
    shown = await ada.next_message()
    await edited(ada, shown, words)
    assert counted(desk, LoadRow) == 1


async def test_document_too_large_is_not_fetched(desk: Desk, ada: Person) -> None:
    await ada.send_document("large.txt", b"x" * (20 * 1024 * 1024 + 1))
    assert "larger than 20 MB" in (await ada.next_message()).text
    assert counted(desk, SubmissionRow) == 0


async def test_file_that_telegram_does_not_hand_over_is_refused(desk: Desk, ada: Person) -> None:
    desk.sandbox.faults.add(Fault("getFile", "refused", text="Bad Request: wrong file_id"))
    await ada.send_document("bridge.txt", BRIDGE.encode())
    shown = await ada.next_message()
    await edited(ada, shown, "did not hand the file over")


async def test_known_document_says_since_when_and_by_whom(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada)
    await press(ada, shown, "Apply")
    await edited(ada, shown, "Applied")
    await ada.send_document("again.txt", BRIDGE.encode())
    again = await ada.next_message()
    await edited(ada, again, "again.txt is loaded already: 23 Nov 2026, by Ada")


async def test_new_content_of_a_known_document_is_shown_as_a_difference(ada: Person) -> None:
    shown = await rehearsed(ada, "harbour.txt", HARBOUR)
    await press(ada, shown, "Apply")
    await edited(ada, shown, "Applied")
    shown = await rehearsed(ada, "harbour.txt", HARBOUR.replace("About 300", "About 340"))
    assert "Another content of document 2" in shown.text
    await press(ada, shown, "All")
    shown = await edited(ada, shown, "All facts")
    assert "− About 300 fishing boats" in shown.text
    assert "+ 4. About 340 fishing boats" in shown.text


async def test_reader_loads_nothing(desk: Desk, rita: Person) -> None:
    await rita.send_document("bridge.txt", BRIDGE.encode())
    assert "Only editors load documents" in (await rita.next_message()).text
    assert counted(desk, SubmissionRow) == 0
    assert "Only editors" in (await ask(rita, "/loads")).text


@pytest.mark.parametrize(
    "argument",
    ["apply:1:{version}", "discard:1", "all:1:0", "undo:1", "open:1", "day:1:2026-11-11"],
)
async def test_reader_who_forges_a_button_gets_nothing(
    desk: Desk, ada: Person, rita: Person, argument: str
) -> None:
    await rehearsed(ada)
    with desk.edge.store.reads.begin() as session:
        version = session.scalars(select(SubmissionRow.shown)).one()["version"]
    answer = await ask(rita, "How many people were killed in September?")
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    data = f"load:{argument.format(version=version)}"
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    assert "Only editors" in await press(rita, answer, "Context")
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(LoadRow.state).order_by(LoadRow.id)).all()[-1] == "rehearsed"
    assert not [m for m in rita.messages.values() if "bolts" in m.text]


@pytest.mark.parametrize(
    "data",
    ["load:apply:99:x", "load:apply:1", "load:all:1:-3", "load:day:1:2031-01-01", "load:no:1",
     "load:day:1:soon", "load:outlet:1:999", "load:type:1:name", "load:apply:1:" + "x" * 20,
     "load:expiry:1:soon", "load:plain:1:7", "load:column:1:0-text", "load:column:1:text"],
)  # fmt: skip
async def test_forged_button_of_an_editor_does_nothing(desk: Desk, ada: Person, data: str) -> None:
    shown = await rehearsed(ada)
    held = desk.sandbox.world.messages[ada.chat][shown.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    assert await press(ada, shown, shown.buttons[0])
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(SubmissionRow.state)).one() == "rehearsed"


async def test_golden_questions_that_would_be_answered_otherwise_are_paged(
    desk: Desk, ada: Person
) -> None:
    load_text(desk.edge.store, HARBOUR)
    boats = Golden("How many fishing boats use the harbour in summer?", ("About 300",))
    with desk.edge.store.writes.begin() as session:
        keep_golden(session, desk.edge.clock.now(), questions=[boats], actor="terminal")
    shown = await rehearsed(ada, "harbour.txt", HARBOUR.replace("About 300", "About <340>"))
    assert "1 golden question would be answered otherwise, 1 for the worse" in shown.text
    await press(ada, shown, "Golden 1")
    shown = await edited(ada, shown, "Golden questions · 1 of 1")
    assert "− “About 300 fishing boats use the harbour in summer.” · right" in shown.text
    assert "+ “About <340> fishing boats use the harbour in summer.” · wrong" in shown.text
    await press(ada, shown, "Back to the rehearsal")
    await edited(ada, shown, "nothing changed yet")


async def test_attachment_that_cannot_be_read_is_told_and_told_again(
    desk: Desk, ada: Person
) -> None:
    shown = await rehearsed(ada, "mail.eml", attached("plan <b>.pdf", b"%PDF-1.7 cut").decode())
    assert '⚠ "plan <b>.pdf" attached to the e-mail' in shown.text
    await press(ada, shown, "Fix")
    page = await edited(ada, shown, "Facts of load")
    await press(ada, page, "Back to the rehearsal")
    shown = await edited(ada, shown, "nothing changed yet")
    assert '⚠ "plan <b>.pdf" attached to the e-mail' in shown.text


async def test_planner_is_told_what_there_is_once_nothing_more_is_loaded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only of a large load would PostgreSQL's own counts say so.
    monkeypatch.setattr("bot.services.upkeep.changed_tables", lambda _session: ["fact"])
    tick = upkeep_tick()
    for number in range(3):
        load_text(desk.edge.store, f"The ferry {number}X carried {number + 20} cars.")
        await tick(desk.edge)
    await tick(desk.edge)
    with desk.edge.store.writes.begin() as session:
        if session.get_bind().dialect.name == "postgresql":
            counted = text("SELECT reltuples FROM pg_class WHERE oid = 'fact'::regclass")
            assert session.scalar(counted) == session.scalar(text("SELECT count(*) FROM fact"))
