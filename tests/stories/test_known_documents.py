"""A document that stands already is sent again: its day and outlet are told by buttons."""

from sqlalchemy import select

from bot.scheduler import tend
from db.models import AuditRow, DocumentRow, FactRow, LoadRow, SubmissionRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import BRIDGE, counted, edited, press, rehearsed


async def loaded(person: Person) -> None:
    shown = await rehearsed(person)
    await press(person, shown, "Apply")
    await edited(person, shown, "Applied by Ada")


async def sent_again(person: Person) -> Shown:
    await person.send_document("bridge.txt", BRIDGE.encode())
    shown = await person.next_message()
    return await edited(person, shown, "is loaded already")


async def test_day_and_outlet_of_a_known_document_are_set(desk: Desk, ada: Person) -> None:
    await loaded(ada)
    facts = counted(desk, FactRow)
    shown = await sent_again(ada)
    assert "Nothing changed." in shown.text
    assert shown.buttons == ["Date", "Outlet", "Title"]
    await press(ada, shown, "Date")
    shown = await ada.wait_for(lambda m: m.id == shown.id and "Other" in m.buttons)
    assert shown.buttons == ["11 Nov", "18 Nov", "Other", "◂ Back"]
    await press(ada, shown, "18 Nov")
    shown = await edited(ada, shown, "Published: now 18 Nov 2026.")
    await press(ada, shown, "Outlet")
    shown = await ada.wait_for(lambda m: m.id == shown.id and "Other outlet" in m.buttons)
    await press(ada, shown, "Other outlet")
    assert "Type who published" in (await ada.next_message()).text
    await ada.say("Velden <Gazette>")
    await edited(ada, shown, "Outlet: now Velden <Gazette>.")
    assert counted(desk, FactRow) == facts
    with desk.edge.store.reads.begin() as session:
        row = session.scalars(select(DocumentRow).order_by(DocumentRow.id.desc())).first()
        assert row is not None
        assert str(row.earliest) == "2026-11-18"
        verbs = list(session.scalars(select(AuditRow.verb).order_by(AuditRow.id)))
    assert verbs[-2:] == ["amend", "amend"]
    found = await ask(ada, "When was the bridge of Port Velden closed?")
    assert "Velden <Gazette>" in found.text
    assert "Published: 18 Nov 2026" in found.text


async def test_bytes_of_a_known_document_are_kept_a_day(
    desk: Desk, ada: Person, clock: FakeClock
) -> None:
    await loaded(ada)
    shown = await sent_again(ada)
    clock.move(hours=25)
    await tend(desk.edge)
    with desk.edge.store.reads.begin() as session:
        assert set(session.scalars(select(SubmissionRow.content))) == {None}
    await press(ada, shown, "Date")
    shown = await ada.wait_for(lambda m: m.id == shown.id and not m.buttons)


async def test_known_document_that_was_undone_meanwhile_is_rehearsed(
    desk: Desk, ada: Person
) -> None:
    await loaded(ada)
    shown = await sent_again(ada)
    first = min(ada.messages[i].id for i in ada.messages if "Undo" in ada.messages[i].buttons)
    await press(ada, ada.messages[first], "Undo")
    await press(ada, shown, "Date")
    shown = await ada.wait_for(lambda m: m.id == shown.id and "Other" in m.buttons)
    await press(ada, shown, "11 Nov")
    shown = await edited(ada, shown, "nothing changed yet")
    assert "Published: 11 Nov 2026" in shown.text


async def test_day_told_of_a_rehearsal_changes_nothing_that_another_load_brought(
    desk: Desk, ada: Person
) -> None:
    first, second = await rehearsed(ada), await rehearsed(ada, "again.txt")
    await press(ada, second, "Apply")
    await edited(ada, second, "Applied by Ada")
    await press(ada, first, "11 Nov")
    shown = await edited(ada, first, "is loaded already")
    assert "Nothing changed." in shown.text
    with desk.edge.store.reads.begin() as session:
        days = session.scalars(select(DocumentRow.earliest).order_by(DocumentRow.id.desc()))
        assert str(days.first()) == "2026-11-07"
        assert session.scalars(select(LoadRow.state).order_by(LoadRow.id)).all()[1:] == [
            "discarded",
            "applied",
        ]
