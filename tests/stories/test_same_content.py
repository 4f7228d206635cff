"""An editor loads the very content of a document that is hidden from them: as if it were new."""

from sqlalchemy import func, select

from bot.services.labelling import relabel
from db.models import DocumentRow, FactRow, PassageRow, RevisionRow
from tests.factories import HARBOUR, load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_editor_clearance import BOATS, fact_with, rita
from tests.stories.test_fixing import pressed
from tests.stories.test_loading import _tick_everything, edited, press, rehearsed

__all__ = ["rita"]
TITLE = "Port Velden reopens after storm damage"
LATER = HARBOUR.replace("About 300", "About 310")


def documents(desk: Desk) -> list[tuple[int, str]]:
    """The documents of this title, each with its label."""
    with desk.edge.store.reads.begin() as session:
        named = select(DocumentRow.id, DocumentRow.visibility).where(DocumentRow.title == TITLE)
        return [
            (number, label) for number, label in session.execute(named.order_by(DocumentRow.id))
        ]


def stated_in(desk: Desk, document: int) -> int:
    with desk.edge.store.reads.begin() as session:
        standing = select(func.count(PassageRow.id)).where(PassageRow.live_until.is_(None))
        return session.scalar(standing.where(PassageRow.document_id == document)) or 0


def facts_saying(desk: Desk, words: str) -> list[str]:
    with desk.edge.store.reads.begin() as session:
        labels = select(FactRow.visibility).where(FactRow.text == words)
        return list(session.scalars(labels.where(FactRow.live_until.is_(None))))


async def shown_for_nothing_hidden(desk: Desk, rita: Person, clock: FakeClock) -> str:
    """What she is shown of a document when the desk holds nothing like it."""
    shown = await rehearsed(rita, "boats.txt", HARBOUR.replace("Velden", "Lund"))
    await press(rita, shown, "Discard")
    await edited(rita, shown, "Discarded")
    return shown.text.replace("Lund", "Velden")


async def test_hidden_content_is_rehearsed_and_applied_as_if_it_were_new(
    desk: Desk, ada: Person, rita: Person, clock: FakeClock
) -> None:
    new = await shown_for_nothing_hidden(desk, rita, clock)
    load_text(desk.edge.store, name="boats.txt", outlet="Velden Secret", visibility="internal")
    [(hidden, _)] = documents(desk)
    hers = await rehearsed(rita, "boats.txt", HARBOUR)
    assert hers.text == new
    await press(ada, await ask(ada, "/loads"), "Open 2")
    seen = await ada.next_message()
    assert f"the same content as document {hidden}" in seen.text
    await press(rita, hers, "Apply")
    applied = await edited(rita, hers, "4 facts stand")
    await edited(ada, seen, "0 facts stand")
    assert documents(desk) == [(hidden, "internal"), (hidden + 1, "public")]
    assert stated_in(desk, hidden) == stated_in(desk, hidden + 1) == 4
    assert facts_saying(desk, BOATS) == ["public"]
    found = await ask(rita, "How many fishing boats use the harbour?")
    assert BOATS in found.text
    assert "Secret" not in found.text
    again = await _sent_again(rita, "boats.txt")
    assert "is loaded already" in again
    await press(rita, applied, "Undo")
    await edited(rita, applied, "4 facts are withdrawn")
    await edited(ada, seen, "0 facts are withdrawn")
    assert stated_in(desk, hidden) == 4
    assert facts_saying(desk, BOATS) == ["internal"]
    assert BOATS not in (await ask(rita, "How many fishing boats use the harbour?")).text


async def _sent_again(person: Person, name: str) -> str:
    await person.send_document(name, HARBOUR.encode())
    shown = await person.next_message()
    return (await person.wait_for(lambda m: m.id == shown.id and "already" in m.text)).text


async def test_later_content_of_a_hidden_document_is_one_of_its_own(
    desk: Desk, rita: Person
) -> None:
    load_text(desk.edge.store, name="boats.txt", visibility="restricted")
    [(hidden, _)] = documents(desk)
    hers = await rehearsed(rita, "boats.txt", LATER)
    assert "revision" not in hers.text
    assert "4 new · 0 repeats" in hers.text
    await press(rita, hers, "Apply")
    await edited(rita, hers, "4 facts stand")
    assert documents(desk) == [(hidden, "restricted"), (hidden + 1, "public")]
    assert stated_in(desk, hidden) == 4
    assert "310" in (await ask(rita, "How many fishing boats use the harbour?")).text


async def test_what_was_fixed_in_the_hidden_document_is_not_in_hers(
    desk: Desk, ada: Person, rita: Person
) -> None:
    load_text(desk.edge.store, visibility="internal")
    card = await ask(ada, f"/fix {fact_with(desk, 'About 300')}")
    await pressed(ada, card, "Leave out", "Leave it out?")
    await pressed(ada, card, "Yes, leave it out", "Left out.")
    hers = await rehearsed(rita, "boats.txt", HARBOUR)
    assert "4 new" in hers.text


async def test_document_hidden_while_hers_waits_stays_what_it_is(
    desk: Desk, ada: Person, rita: Person, clock: FakeClock
) -> None:
    hers = await rehearsed(rita, "boats.txt", HARBOUR)
    load_text(desk.edge.store, visibility="internal")
    [(hidden, _)] = documents(desk)
    await press(rita, hers, "Apply")
    await edited(rita, hers, "4 facts stand")
    assert documents(desk) == [(hidden, "internal"), (hidden + 1, "public")]


async def test_known_content_that_was_hidden_since_is_not_told_of(
    desk: Desk, ada: Person, rita: Person, clock: FakeClock
) -> None:
    load_text(desk.edge.store, outlet="Velden Secret")
    await rita.send_document("boats.txt", HARBOUR.encode())
    shown = await rita.next_message()
    shown = await edited(rita, shown, "is loaded already")
    [(number, _)] = documents(desk)
    with desk.edge.store.writes.begin() as session:
        relabel(session, clock.now(), document_id=number, label="internal", actor="test")
    await press(rita, shown, "Date")
    shown = await rita.wait_for(lambda m: m.id == shown.id and "Today" in m.buttons)
    await press(rita, shown, "Today")
    hers = await edited(rita, shown, "nothing changed yet")
    assert "4 new · 0 repeats" in hers.text
    await press(rita, hers, "Apply")
    await edited(rita, hers, "4 facts stand")
    assert documents(desk) == [(number, "internal"), (number + 1, "public")]
    with desk.edge.store.reads.begin() as session:
        assert session.get_one(DocumentRow, number).latest is None


async def test_one_content_stays_one_document_for_who_sees_it(desk: Desk, ada: Person) -> None:
    load_text(desk.edge.store, visibility="internal")
    await ada.send_document("again.txt", HARBOUR.encode())
    shown = await ada.next_message()
    await edited(ada, shown, "is loaded already")
    assert len(documents(desk)) == 1
    with desk.edge.store.reads.begin() as session:
        hashes = select(func.count(RevisionRow.id)).group_by(RevisionRow.sha256)
        assert set(session.scalars(hashes)) == {1}


async def test_undo_asks_and_counts_only_what_the_editor_may_see(
    desk: Desk, ada: Person, rita: Person, clock: FakeClock
) -> None:
    hers = await rehearsed(rita, "boats.txt", HARBOUR)
    await press(rita, hers, "Apply")
    applied = await edited(rita, hers, "4 facts stand")
    assert BOATS in (await ask(ada, "How many fishing boats use the harbour?")).text
    await desk.settled("sent")
    clock.move(minutes=5)
    [(number, _)] = documents(desk)
    with desk.edge.store.writes.begin() as session:
        relabel(session, clock.now(), document_id=number, label="internal", actor="test")
    await press(rita, applied, "Undo")
    undone = await edited(rita, applied, "Undone")
    assert "0 facts are withdrawn" in undone.text
    assert "nobody is told" in undone.text
    await _tick_everything(desk)
    await ada.wait_for(lambda m: m.from_bot and "Withdrawn" in m.text)
