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
