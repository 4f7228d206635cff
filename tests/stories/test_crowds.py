"""A crowd at one button of the desk: one press decides, the others are told; a reader's never."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from sqlalchemy import func, select

from bot.sandbox.server import READER_ID
from db.base import Row
from db.models import AuditRow, PersonRow
from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import _provoke_choice, ask
from tests.stories.test_editor_clearance import fact_with
from tests.stories.test_fixing import pressed
from tests.stories.test_leaks_by_button import forged
from tests.stories.test_loading import edited, press, rehearsed
from tests.stories.test_ruling import SAID

TIMES = 3
# What each of two admins sees of one thing, and the button that both press.
Set = Callable[[Desk, Person, Person], Awaitable[tuple[Shown, Shown, str]]]


def make_admin(desk: Desk) -> None:
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).role = "admin"


def done(desk: Desk) -> list[str]:
    """What the audit record tells, in its order."""
    with desk.edge.store.reads.begin() as session:
        return list(session.scalars(select(AuditRow.verb).order_by(AuditRow.id)))


async def an_undo(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    first = await rehearsed(ada)
    await press(rita, await ask(rita, "/loads"), "Open 1")
    second = await rita.next_message()
    await press(ada, first, "Apply")
    return await edited(ada, first, "3 facts"), await edited(rita, second, "3 facts"), "Undo"


async def a_statement(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    first = await ask(ada, "/fact The embassy is closed on 1 May 2027.")
    listed = await ask(rita, "/loads")
    await press(rita, listed, listed.buttons[0])
    return first, await rita.next_message(), "Add"


async def a_withdrawal(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    load_text(desk.edge.store, HARBOUR)
    asked = f"/withdraw {fact_with(desk, 'About 300')} Reason: not true"
    return await ask(ada, asked), await ask(rita, asked), "Withdraw it"


async def a_withdrawal_taken_back(
    desk: Desk, ada: Person, rita: Person
) -> tuple[Shown, Shown, str]:
    first, *_ = await a_withdrawal(desk, ada, rita)
    await press(ada, first, "Withdraw it")
    first = await edited(ada, first, "Withdrawn")
    listed = await ask(rita, "/corrections")
    await press(rita, listed, listed.buttons[0])
    return first, await edited(rita, listed, "Withdrawn"), "Undo"


async def a_cut(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    load_text(desk.edge.store, HARBOUR)
    number = fact_with(desk, "About 300")
    cards = [await ask(each, f"/fix {number}") for each in (ada, rita)]
    for each, card in zip((ada, rita), cards, strict=True):
        await pressed(each, card, "Leave out", "Leave it out?")
    return cards[0], cards[1], "Yes, leave it out"


async def a_gap(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    await press(rita, await ask(rita, "Who won the football final?"), "Tell me when you know")
    load_text(desk.edge.store, HARBOUR)
    found = []
    for each in (ada, rita):
        listed = await ask(each, "/gaps")
        await press(each, listed, "1")
        card = await each.wait_for(lambda m, at=listed.id: m.id == at and "◂ Back" in m.buttons)
        fact = next(label for label in card.buttons if label.startswith("Fact "))
        await press(each, card, fact)
        found.append(await each.wait_for(lambda m, at=card.id: m.id == at and SEND in m.buttons))
    return found[0], found[1], SEND


SEND = "Answer with it"


async def a_ruling_taken_back(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    for name, outlet, count in (("a.txt", "Wire", 30), ("b.txt", "Agency", 44)):
        text = SAID.format(f"{outlet} report", count)
        load_text(desk.edge.store, text, name=name, outlet=outlet, published=date(2025, 6, 1))
    listed = await ask(ada, "/conflicts")
    await pressed(ada, listed, "2 holds", "Type the reason")
    await ask(ada, "counted at the quay")
    found = []
    for each in (ada, rita):
        page = await ask(each, "/conflicts")
        await press(each, page, "Ruled on")
        found.append(await each.wait_for(lambda m, at=page.id: m.id == at and BACK in m.buttons))
    return found[0], found[1], BACK


BACK = "Take the ruling back"


async def a_phrasing(desk: Desk, ada: Person, rita: Person) -> tuple[Shown, Shown, str]:
    choice = await _provoke_choice(desk, rita)
    await press(rita, choice, "2")
    await rita.wait_for(lambda m: m.id == choice.id and m.edited)
    return await ask(ada, "/phrasings"), await ask(rita, "/phrasings"), "✓ 1"


@pytest.mark.parametrize(
    ("scene", "verb"),
    [
        (an_undo, "undo"),
        (a_statement, "apply"),
        (a_withdrawal, "withdraw"),
        (a_withdrawal_taken_back, "undo"),
        (a_cut, "fix"),
        (a_gap, "close"),
        (a_ruling_taken_back, "revoke"),
        (a_phrasing, "decide"),
    ],
)
async def test_of_a_crowd_one_press_decides(
    desk: Desk, ada: Person, rita: Person, scene: Set, verb: str
) -> None:
    make_admin(desk)
    first, second, label = await scene(desk, ada, rita)
    before = done(desk)
    for each in (ada, rita):
        each.answers.clear()
    both = ((ada, first), (rita, second))
    await asyncio.gather(*(each.press(on, label) for each, on in both for _ in range(TIMES)))
    told = [str((await each.next_answer())["text"] or "") for each, _ in both for _ in range(TIMES)]
    assert done(desk)[len(before) :].count(verb) == 1, told
    assert sum(map(bool, told)) >= 1, told  # who came late is told so


EDITORS = (
    *("load:undo:1:tell", "load:live:1", "load:review:1", "load:rows:1", "load:take:1:load"),
    *("state:add:1", "state:show:1", "state:drop:1", "state:ask:1", "corr:do:1", "corr:correct:1"),
    *("fix:gone:1", "fix:say:1:-", "fix:type:1:speaker", "fix:fact:1", "fix:be:1:quote"),
    *("gap:page:0:0", "gap:card:1:0", "gap:fact:1:1", "gap:add:1:0", "gap:cannot:1:0"),
    *("rule:page:0:open", "rule:two:1:2", "rule:both:1:2", "rule:revoke:1:2", "rule:why:0:0"),
    *("live:1:0", "refuse:1:0", "phrasings:0", "aliases:0", "alias:0", "unalias:1:0"),
    *("term:remove:1", "term:add:1", "golden:drop:1:0", "golden:keep:1"),
)
ADMINS = (
    *(f"people:{verb}:{READER_ID}" for verb in ("admit", "refuse", "card", "remove")),
    *(f"people:role:{READER_ID}:admin", f"people:clear:{READER_ID}:restricted", "people:page:0"),
    *("invite:make:admin:5:7", "invite:show:admin:5:7", "invite:revoke:1", "label:pick:1"),
    *("label:set:1:public", "audit:all:0:0", "delivery:resend:1", "topic:preview:x", "topic:add:1"),
)


async def test_reader_who_forges_buttons_of_the_desk_is_refused_each_time(
    desk: Desk, rita: Person, caplog: pytest.LogCaptureFixture
) -> None:
    shown = await ask(rita, "How many people were killed in September?")
    await desk.settled("sent")
    held, before = set(rita.messages), await rows(desk)
    rita.answers.clear()
    for data in (*EDITORS, *ADMINS):
        caplog.clear()
        told = await forged(desk, rita, shown, data)
        assert told.startswith("Only editors" if data in EDITORS else "Only admins"), (data, told)
        assert "efused" in caplog.text, data
    assert await rows(desk) == before
    assert {m for m in rita.messages if rita.messages[m].from_bot} <= held


async def rows(desk: Desk) -> dict[str, int]:
    """How many rows each table holds, but those that only say how fast somebody is."""
    with desk.edge.store.reads.begin() as session:
        tables = [t for t in Row.metadata.sorted_tables if t.name != "rate"]
        counts = {t.name: session.scalar(select(func.count()).select_from(t)) for t in tables}
    return {name: count or 0 for name, count in counts.items()}
