"""An editor chooses the columns of a table by buttons, where they were guessed wrongly."""

import asyncio

from sqlalchemy import select

from db.models import FactRow
from tests.facts.reading.samples import workbook
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import edited, press, rehearsed

CLAIMS = """Statement,Remark <1>,Who,When
The quay of Lund is 90 m long.,The mole of Lund is 700 m long.,Mara Lind,2026-03-04
The crane of Lund lifts 40 tons.,The dock of Lund holds 12 boats.,Mara Lind,2026-03-05
"""


async def columns_of(person: Person, shown: Shown) -> Shown:
    await press(person, shown, "More")
    await edited(person, shown, "More about")
    await press(person, shown, "Columns")
    return await person.wait_for(
        lambda m: m.id == shown.id and any(b.startswith("speaker: ") for b in m.buttons)
    )


async def choose(person: Person, shown: Shown, field: str, head: str) -> str:
    page = await columns_of(person, shown)
    label = next(b for b in page.buttons if b.startswith(f"{field}: "))
    await press(person, page, label)
    page = await edited(person, shown, f"Which column holds “{field}”?")
    return await press(person, page, head)


async def test_column_is_chosen_and_the_table_read_anew(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada, "claims.csv", CLAIMS)
    assert "text = column “Statement”" in shown.text
    page = await columns_of(ada, shown)
    assert page.buttons[:3] == ["text: Statement", "question: –", "speaker: Who"]
    await press(ada, page, "text: Statement")
    page = await edited(ada, shown, "Which column holds “text”?")
    assert page.buttons == ["Statement", "Remark <1>", "Who", "When", "◂ Back"]
    await press(ada, page, "Remark <1>")
    shown = await edited(ada, shown, "text = column “Remark <1>”")
    assert "2 new" in shown.text
    await press(ada, shown, "Apply")
    await edited(ada, shown, "Applied by Ada")
    assert "700 m" in (await ask(ada, "How long is the mole of Lund?")).text
    with desk.edge.store.reads.begin() as session:
        words = session.scalars(select(FactRow.speaker).where(FactRow.kind == "given")).all()
    assert words == ["Mara Lind", "Mara Lind"]


async def test_choice_that_cannot_be_read_is_told_and_the_former_one_stays(ada: Person) -> None:
    shown = await rehearsed(ada, "claims.csv", CLAIMS)
    await choose(ada, shown, "date", "Who")
    shown = await edited(ada, shown, 'has "Mara Lind" in the column "Who"')
    assert "write dates as YYYY-MM-DD" in shown.text
    assert "date = column “When”" in shown.text
    await choose(ada, shown, "speaker", "No column")
    shown = await ada.wait_for(
        lambda m: m.id == shown.id and "speaker =" not in m.text and "date =" in m.text
    )
    assert "write dates" not in shown.text
    await press(ada, shown, "Apply")
    await edited(ada, shown, "2 facts stand")


async def test_plain_table_becomes_facts_once_its_text_is_named(ada: Person) -> None:
    table = "Ship,Crates,Note\nAurelia,40,The Aurelia sank.\nBrava,50,The Brava sailed on.\n"
    shown = await rehearsed(ada, "ships.csv", table)
    assert "column “" not in shown.text
    assert await choose(ada, shown, "speaker", "Ship") == (
        "Choose first which column holds the facts: text."
    )
    await press(ada, shown, "◂ Back")
    shown = await edited(ada, shown, "nothing changed yet")
    await choose(ada, shown, "text", "Note")
    shown = await edited(ada, shown, "text = column “Note”")
    await choose(ada, shown, "title", "Ship")
    shown = await edited(ada, shown, "title = column “Ship”")
    await press(ada, shown, "All")
    await edited(ada, shown, "The Aurelia sank.")


async def test_two_editors_with_the_same_table_choose_each_their_own(ada: Person) -> None:
    """The same content is read in two ways, and each load keeps its own words."""
    first = await rehearsed(ada, "claims.csv", CLAIMS)
    second = await rehearsed(ada, "again.csv", CLAIMS)
    await choose(ada, second, "text", "Remark <1>")
    second = await edited(ada, second, "text = column “Remark <1>”")
    await press(ada, second, "Apply")
    await edited(ada, second, "2 facts stand")
    await press(ada, first, "All")
    shown = await edited(ada, first, "The quay of Lund is 90 m long.")
    assert "mole" not in shown.text
    assert "700 m" in (await ask(ada, "How long is the mole of Lund?")).text


async def test_crowd_of_choices_ends_in_one_plan(ada: Person) -> None:
    shown = await rehearsed(ada, "claims.csv", CLAIMS)
    page = await columns_of(ada, shown)
    await press(ada, page, "text: Statement")
    page = await edited(ada, shown, "Which column holds “text”?")
    await asyncio.gather(*(ada.press(page, "Remark <1>") for _ in range(4)))
    for _ in range(4):
        await ada.next_answer()
    shown = await edited(ada, shown, "text = column “Remark <1>”")
    await press(ada, shown, "Apply")
    await edited(ada, shown, "2 facts stand")


async def test_table_taken_for_facts_is_set_back_to_a_plain_one(desk: Desk, ada: Person) -> None:
    shown = await rehearsed(ada, "claims.csv", CLAIMS)
    assert "text = column “Statement”" in shown.text
    page = await columns_of(ada, shown)
    await press(ada, page, "No facts: a plain table")
    shown = await ada.wait_for(
        lambda m: m.id == shown.id and "Apply" in m.buttons and "column “" not in m.text
    )
    page = await columns_of(ada, shown)
    assert "No facts: a plain table" not in page.buttons
    await press(ada, page, "text: –")
    page = await edited(ada, shown, "Which column holds “text”?")
    await press(ada, page, "Statement")
    shown = await edited(ada, shown, "text = column “Statement”")
    page = await columns_of(ada, shown)
    await press(ada, page, "No facts: a plain table")
    shown = await ada.wait_for(
        lambda m: m.id == shown.id and "Apply" in m.buttons and "column “" not in m.text
    )
    await press(ada, shown, "Apply")
    await edited(ada, shown, "2 facts stand")
    with desk.edge.store.reads.begin() as session:
        kinds = session.scalars(select(FactRow.kind).order_by(FactRow.id)).all()
    assert kinds[-2:] == ["row", "row"]


BOOK = {
    "Said here": [
        ["Statement", "Remark", "Who"],
        ["The quay of Lund is 90 m long.", "The mole of Lund is 700 m long.", "Mara Lind"],
        ["The crane of Lund lifts 40 tons.", "The dock of Lund holds 12 boats.", "Mara Lind"],
    ],
    "Towns": [["Town", "Note"], ["Velda", "Velda has a new harbour."], ["Roe", "Roe has none."]],
}


async def test_columns_of_each_sheet_of_a_workbook_are_chosen(desk: Desk, ada: Person) -> None:
    await ada.send_document("book.xlsx", workbook(BOOK))
    shown = await ada.next_message()
    shown = await ada.wait_for(lambda m: m.id == shown.id and "Discard" in m.buttons)
    assert "“Said here” read as facts: text = column “Statement”" in shown.text
    page = await sheet_of(ada, shown, "Towns")
    assert page.buttons[0] == "text: –"
    await press(ada, page, "text: –")
    page = await edited(ada, shown, "Which column holds “text”?")
    await press(ada, page, "Note")
    shown = await edited(ada, shown, "“Towns” read as facts: text = column “Note”")
    assert "“Said here” read as facts: text = column “Statement”" in shown.text
    page = await sheet_of(ada, shown, "Said here")
    await press(ada, page, "text: Statement")
    page = await edited(ada, shown, "Which column holds “text”?")
    await press(ada, page, "Remark")
    shown = await edited(ada, shown, "“Said here” read as facts: text = column “Remark”")
    assert "“Towns” read as facts: text = column “Note”" in shown.text
    page = await sheet_of(ada, shown, "Towns")
    await press(ada, page, "No facts: a plain table")
    shown = await ada.wait_for(
        lambda m: m.id == shown.id and "Apply" in m.buttons and "“Towns” read" not in m.text
    )
    await press(ada, shown, "Apply")
    await edited(ada, shown, "4 facts stand")
    assert "700 m" in (await ask(ada, "How long is the mole of Lund?")).text
    with desk.edge.store.reads.begin() as session:
        kinds = session.scalars(select(FactRow.kind).order_by(FactRow.id)).all()
    assert sorted(kinds[-4:]) == ["given", "given", "row", "row"]


async def sheet_of(person: Person, shown: Shown, name: str) -> Shown:
    await press(person, shown, "More")
    await edited(person, shown, "More about")
    await press(person, shown, "Columns")
    page = await edited(person, shown, "Of which table?")
    await press(person, page, name)
    return await edited(person, shown, f"Table “{name}”")
