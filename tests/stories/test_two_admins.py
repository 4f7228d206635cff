"""Several people decide about the same thing at the same moment: one decision stands."""

import asyncio

from sqlalchemy import select

from bot.sandbox.server import READER_ID
from db.models import AuditRow, PersonRow
from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import edited, press, rehearsed


async def test_two_admins_apply_at_the_same_moment_and_both_are_told(
    desk: Desk, ada: Person, rita: Person
) -> None:
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).role = "admin"
    shown = await rehearsed(ada)
    await press(rita, await ask(rita, "/loads"), "Open 1")
    hers = await rita.next_message()
    await asyncio.gather(rita.press(hers, "Apply"), ada.press(shown, "Apply"))
    told = sorted([str((await each.next_answer())["text"]) for each in (ada, rita)])
    assert told[0] == "Ada has decided that already." or told[1].endswith("decided that already.")
    assert "Applied." in told
    first = await edited(ada, shown, "3 facts stand")
    assert (await edited(rita, hers, "3 facts stand")).text == first.text
    with desk.edge.store.reads.begin() as session:
        verbs = session.scalars(select(AuditRow.verb)).all()
    assert verbs.count("apply") == 2  # the library's, and this one


async def test_second_of_two_loads_of_one_file_is_told_that_it_stands(
    desk: Desk, ada: Person, rita: Person
) -> None:
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).role = "admin"
    first, second = await rehearsed(ada), await rehearsed(rita)
    await press(ada, first, "Apply")
    await edited(ada, first, "3 facts stand")
    assert "look again" in await press(rita, second, "Apply")
    known = await edited(rita, second, "bridge.txt is loaded already")
    assert "by Ada" in known.text
    assert known.buttons == ["Date", "Outlet", "Title"]
    assert "Nothing waits" in (await ask(rita, "/loads")).text
    with desk.edge.store.reads.begin() as session:
        verbs = session.scalars(select(AuditRow.verb)).all()
    assert verbs.count("apply") == 2
