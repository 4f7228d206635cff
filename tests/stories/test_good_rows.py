"""A table of facts with wrong rows: told, kept apart, and loaded without them when asked."""

import pytest
from sqlalchemy import select

from bot.scheduler import tend
from bot.services.submitting import TOLD_WITHIN
from bot.telegram.reading import take_up_submissions
from db.models import FactRow, LoadRow, SubmissionRow
from tests.facts.reading.test_office import attached
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_bundles import packed
from tests.stories.test_loading import counted, edited, press, rehearsed

TABLE = """text,date,speaker
The quay of Lund is 90 m long.,2026-03-04,Mara Lind
The crane of Lund lifts 40 tons.,on Monday,Mara Lind
,2026-03-05,Mara Lind
The dock of Lund holds 12 boats.,2026-03-05,Mara Lind
The mole of Lund, the old one, is 700 m long.,2026-03-05,Mara Lind
"""
RIGHT = "text,date,speaker\nThe crane of Lund lifts 40 tons.,2026-03-09,Mara Lind\n"


async def refused(person: Person, text: str = TABLE) -> Shown:
    await person.send_document("claims.csv", text.encode())
    shown = await person.next_message()
    return await edited(person, shown, "was not loaded")


async def test_good_rows_are_kept_apart_then_loaded_without_the_others(
    desk: Desk, ada: Person
) -> None:
    loads, facts = counted(desk, LoadRow), counted(desk, FactRow)
    shown = await refused(ada)
    assert 'Row 3 has "on Monday" in the column "date"' in shown.text
    assert 'Row 4 has an empty "text"' in shown.text
    assert "Row 6 has more cells than the head" in shown.text
    assert "The 2 good rows are kept apart" in shown.text
    assert shown.buttons == ["Load the 2 good rows", "Discard"]
    assert (counted(desk, LoadRow), counted(desk, FactRow)) == (loads, facts)
    await press(ada, shown, "Load the 2 good rows")
    shown = await edited(ada, shown, "nothing changed yet")
    assert "2 new" in shown.text
    assert "Left out: rows 3, 4, 6." in shown.text
    assert counted(desk, LoadRow) == loads + 1
    await press(ada, shown, "Apply")
    await edited(ada, shown, "2 facts stand")
    assert "12 boats" in (await ask(ada, "How many boats does the dock of Lund hold?")).text
    assert counted(desk, FactRow) == facts + 2


async def test_table_kept_apart_is_discarded(desk: Desk, ada: Person) -> None:
    shown = await refused(ada)
    assert await press(ada, shown, "Discard") == "Discarded."
    gone = await edited(ada, shown, "Its rows are discarded")
    assert not gone.buttons
    assert kept(desk) == [None]


async def test_corrected_table_takes_the_place_of_the_one_kept_apart(
    desk: Desk, ada: Person
) -> None:
    shown = await refused(ada)
    await rehearsed(ada, "claims.csv", RIGHT)
    assert "no longer leads anywhere" in await press(ada, shown, "Load the 2 good rows")
    assert kept(desk)[0] is None
    await take_up_submissions(desk.edge)
    gone = await edited(ada, shown, "sent later takes its place")
    assert not gone.buttons


async def test_rows_kept_apart_are_kept_for_a_day(
    desk: Desk, ada: Person, clock: FakeClock
) -> None:
    await refused(ada)
    await tend(desk.edge)
    assert kept(desk) == [TABLE.encode()]
    clock.move(minutes=TOLD_WITHIN.total_seconds() / 60 + 1)
    await tend(desk.edge)
    assert kept(desk) == [None]


@pytest.mark.parametrize("text", ["text,date\n,2026-03-05\nA quay.,never\n"])
async def test_table_without_a_good_row_offers_none(ada: Person, text: str) -> None:
    assert not (await refused(ada, text)).buttons


def kept(desk: Desk) -> list[bytes | None]:
    with desk.edge.store.reads.begin() as session:
        return list(session.scalars(select(SubmissionRow.content).order_by(SubmissionRow.id)))


async def test_corrected_table_under_another_name_takes_its_place_too(
    desk: Desk, ada: Person
) -> None:
    shown = await refused(ada)
    assert "send the corrected file, best as claims.csv" in shown.text
    right = TABLE.replace("on Monday", "2026-03-09").replace("\n,", "\nA tug waits.,")
    await rehearsed(ada, "corrected claims.csv", right.replace(", the old one,", ""))
    assert kept(desk)[0] is None
    await take_up_submissions(desk.edge)
    await edited(ada, shown, "sent later takes its place")


@pytest.mark.parametrize(
    ("name", "text", "stays"),
    [
        ("claims (1).csv", RIGHT, False),
        ("other.csv", RIGHT, True),
        ("ships.csv", TABLE.replace("text,date", "text,day").replace("on Monday", ""), True),
    ],
)
async def test_another_table_leaves_it_kept_apart(
    desk: Desk, ada: Person, name: str, text: str, stays: bool
) -> None:
    await refused(ada)
    await ada.send_document(name, text.encode())
    await ada.wait_for(lambda m: name in m.text and bool(m.buttons))
    assert (kept(desk)[0] is not None) == stays


@pytest.mark.parametrize("name", ["claims.zip", "claims.eml"])
async def test_good_rows_of_a_table_among_others_are_kept_apart(
    desk: Desk, ada: Person, name: str
) -> None:
    mail = attached("claims.csv", TABLE.encode())
    content = (
        mail if name.endswith("eml") else packed(claims_csv=TABLE.encode(), b_txt=b"A tug waits.\n")
    )
    facts = counted(desk, FactRow)
    await ada.send_document(name, content)
    shown = await ada.next_message()
    shown = await edited(ada, shown, "was not loaded")
    assert '"claims.csv"' in shown.text
    assert "What else it holds waits with them." in shown.text
    assert 'Row 3 has "on Monday" in the column "date"' in shown.text
    assert shown.buttons == ["Load the 2 good rows", "Discard"]
    assert counted(desk, FactRow) == facts
    await press(ada, shown, "Load the 2 good rows")
    shown = await edited(ada, shown, "nothing changed yet")
    assert "3 new" in shown.text
    assert '"claims.csv": Left out: rows 3, 4, 6.' in shown.text
    await press(ada, shown, "Apply")
    await edited(ada, shown, "3 facts stand")
