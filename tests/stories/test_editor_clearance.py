"""An editor who may not see everything: what is hidden is in nothing that they are shown."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, READER_ID
from bot.services.learning import PROPOSED
from db.models import FactRow, LoadRow, PersonRow, PhrasingRow
from tests.factories import HARBOUR, NOW, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_briefings import tap
from tests.stories.test_loading import BRIDGE, edited, press, rehearsed
from tests.stories.test_terms_of_loads import more

BOATS = "About 300 fishing boats use the harbour in summer."
CROSSINGS = "The ferry made {} crossings in May 2025, the harbour office said.\n"


@pytest.fixture
async def rita(desk: Desk) -> AsyncIterator[Person]:
    """An editor who may see what is public, as an admin said."""
    async with Person(desk.sandbox.url, READER_ID) as person:
        await person.say("/start")
        await person.next_message()
        with desk.edge.store.writes.begin() as session:
            row = session.get_one(PersonRow, READER_ID)
            row.role, row.editor_clearance = "editor", "public"
        yield person


def fact_with(desk: Desk, words: str) -> int:
    with desk.edge.store.reads.begin() as session:
        wanted = select(FactRow.id).where(FactRow.text.startswith(words))
        return session.scalars(wanted.order_by(FactRow.id)).all()[-1]


async def forged(desk: Desk, person: Person, data: str) -> str:
    """Press a button that says something else than it was sent with."""
    answer = await ask(person, "How many people were killed in September?")
    held: dict[str, Any] = desk.sandbox.world.messages[person.chat][answer.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    return await press(person, answer, answer.buttons[0])


async def test_admin_says_what_an_editor_sees(desk: Desk, ada: Person, rita: Person) -> None:
    load_text(desk.edge.store, visibility="internal")
    assert "300" not in (await ask(rita, "How many fishing boats use the harbour?")).text
    listed = await ask(ada, "/people")
    card = await tap(ada, listed, next(b for b in listed.buttons if "editor" in b), "internal")
    assert "sees: internal" in card.text
    assert BOATS in (await ask(rita, "How many fishing boats use the harbour?")).text


async def test_hidden_fact_is_as_if_it_were_not_there(desk: Desk, rita: Person) -> None:
    load_text(desk.edge.store, visibility="restricted")
    number = fact_with(desk, "About 300")
    for asked in (f"/fix {number}", f"/withdraw {number}", f"/correct {number} It is 310."):
        told = (await ask(rita, asked)).text
        assert told == (await ask(rita, asked.replace(str(number), "99999"))).text.replace(
            "99999", str(number)
        )
    assert "Speaker" in (await ask(rita, f"/fix {fact_with(desk, 'In September')}")).text
    with desk.edge.store.writes.begin() as session:
        row = PhrasingRow(
            fact_id=number, text="harbour boats?", stem_key="x", stems=["which"], state=PROPOSED,
            chosen=1, against=0, proposed_by=None, proposed_at=NOW,
        )  # fmt: skip
        session.add(row)
        session.flush()
        phrasing = row.id
    assert "No phrasing is proposed" in (await ask(rita, "/phrasings")).text
    assert f"no phrasing {phrasing}" in await forged(desk, rita, f"live:{phrasing}:0")
    await forged(desk, rita, f"fix:out:{number}")
    await forged(desk, rita, f"fix:gone:{number}")
    assert fact_stands(desk, number)


def fact_stands(desk: Desk, number: int) -> bool:
    with desk.edge.store.reads.begin() as session:
        return session.get_one(FactRow, number).live_until is None


async def test_own_load_tells_nothing_of_what_is_hidden(
    desk: Desk, ada: Person, rita: Person
) -> None:
    load_text(desk.edge.store, HARBOUR, outlet="Velden Secret", visibility="restricted")
    hers = await rehearsed(rita, "boats.txt", f"{BOATS}\n\nMayor Ilse Brandt slept well.\n")
    assert "2 new · 0 repeats" in hers.text
    assert "Velden Secret" not in "".join(hers.buttons)
    await press(rita, hers, "All")
    page = await edited(rita, hers, "All facts · 1 of 1")
    assert "fact " not in page.text
    await press(rita, page, "Back to the rehearsal")
    await press(ada, await ask(ada, "/loads"), "Open 1")
    seen = await ada.next_message()
    assert "1 new · 1 repeat" in seen.text
    await press(rita, await edited(rita, hers, "nothing changed yet"), "Apply")
    await edited(rita, hers, "2 facts stand")
    await edited(ada, seen, "1 fact stands")
    assert BOATS in (await ask(rita, "How many fishing boats use the harbour?")).text


async def test_conflict_with_a_hidden_fact_is_told_to_those_who_see_it(
    desk: Desk, ada: Person, rita: Person
) -> None:
    day = date(2025, 6, 1)
    wire = f"Wire report\n\n{CROSSINGS.format(30)}"
    load_text(desk.edge.store, wire, outlet="Wire", published=day, visibility="internal")
    hers = await rehearsed(rita, "ferry.txt", f"Ferry report\n\n{CROSSINGS.format(44)}")
    await press(rita, hers, "Other")
    await rita.next_message()
    await rita.say("1 June 2025")
    hers = await edited(rita, hers, "Published: 1 Jun 2025")
    assert "conflict" not in hers.text
    assert "30" not in hers.text
    await press(ada, await ask(ada, "/loads"), "Open 1")
    seen = await ada.next_message()
    assert "1 conflict" in seen.text
    assert "30" in seen.text
    await press(rita, hers, "Apply")
    await edited(rita, hers, "stands")
    assert "No two facts that stand differ" in (await ask(rita, "/conflicts")).text
    assert "30 crossings" in (await ask(ada, "/conflicts")).text


async def test_load_for_others_is_not_listed_opened_or_decided(
    desk: Desk, ada: Person, rita: Person
) -> None:
    shown = await rehearsed(ada)
    await press(rita, await ask(rita, "/loads"), "Open 1")
    hers = await rita.next_message()
    assert "bolts" not in hers.text
    assert "Apply" in hers.buttons
    await press(ada, await more(ada, shown, "Who may see it"), "Internal")
    await edited(rita, hers, "This load is for people who may see more than you")
    assert "bridge.txt" not in (await ask(rita, "/loads")).text
    with desk.edge.store.reads.begin() as session:
        load_id = session.scalars(select(LoadRow.id).order_by(LoadRow.id)).all()[-1]
    for data in ("load:open:1", "load:all:1:0", "load:discard:1", f"load:show:{load_id}"):
        assert "people who may see more" in await forged(desk, rita, data)
    assert "not waiting" in await forged(desk, rita, f"fix:load:{load_id}:0")
    assert not [m for m in rita.messages.values() if "bolts" in m.text]
    await press(ada, await edited(ada, shown, "Who may see it: internal"), "Apply")
    await edited(ada, shown, "3 facts stand")
    assert "people who may see more" in await forged(desk, rita, "load:undo:1")


async def test_statement_is_weighed_as_if_what_is_hidden_were_not_there(
    desk: Desk, rita: Person
) -> None:
    load_text(desk.edge.store, visibility="restricted")
    number = fact_with(desk, "About 300")
    shown = await ask(rita, f"/fact {BOATS}")
    assert str(number) not in shown.text
    assert "stands already" not in shown.text


async def test_only_editors_who_may_see_it_are_asked_to_review(
    desk: Desk, ada: Person, rita: Person
) -> None:
    shown: Shown = await rehearsed(ada, "bridge.txt", BRIDGE)
    await press(ada, await more(ada, shown, "Who may see it"), "Restricted")
    await edited(ada, shown, "restricted")
    told = await forged(desk, ada, "load:review:1")
    assert "no other editor" in told
    assert ADMIN_ID != READER_ID
    assert not [m for m in rita.messages.values() if "bridge.txt" in m.text]
