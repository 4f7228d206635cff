"""The desk at work in the chat page: what one person does reaches the other, side by side."""

import re
from pathlib import Path
from typing import Any

from bot.sandbox.server import ADMIN_ID, READER_ID
from tests.browser.conftest import (
    DESKTOP,
    PHONE,
    Open,
    Picture,
    ask,
    drop,
    phone_of,
    serious,
    start,
)

QUESTION = "How many people were killed in September?"
RIGHT = "In September, at least 291 people were killed on both sides."
BRIDGE = """Bridge of Port Velden closed

The bridge of Port Velden was closed on Wednesday for repairs.

Engineer Tomas Veld said 40 bolts were broken.

Storm Edda hit the town on 7 November 2026.
"""


def newest(pane: Any) -> Any:
    return pane.locator(".message:not(.mine)").last


async def move_on(page: Any, choice: str) -> None:
    await page.locator("#clock summary").click()
    await page.get_by_role("button", name=choice).click()
    await page.locator("#toast").get_by_text("It is now").wait_for()


async def press(pane: Any, label: str | re.Pattern[str], then: str) -> None:
    """Presses a button of the newest message that has it, and waits for what it brings."""
    await pane.locator(".keys").get_by_role("button", name=label, exact=True).last.click()
    await newest(pane).get_by_text(then).first.wait_for()


async def told(pane: Any, label: str | re.Pattern[str], offers: str) -> None:
    """Presses a day or an outlet; once it is planned anew, a button offers to change that."""
    await pane.locator(".keys").get_by_role("button", name=label, exact=True).last.click()
    await newest(pane).get_by_role("button", name=offers, exact=True).wait_for()


async def answered(pane: Any, words: str = "at least 286 people") -> Any:
    """The question asked and answered."""
    await ask(pane, QUESTION)
    answer = newest(pane)
    await answer.locator("blockquote b", has_text=words).wait_for()
    return answer


async def reply(message: Any, pane: Any, text: str) -> None:
    await message.hover()
    await message.get_by_role("button", name="Reply").click()
    await ask(pane, text)


async def correct(pane: Any) -> None:
    """Confirms a correction; by then the notice of it may stand beneath what was confirmed."""
    await pane.get_by_role("button", name="Correct it", exact=True).click()
    await pane.get_by_text("Corrected.", exact=False).first.wait_for()


async def corrected(page: Any) -> tuple[Any, Any]:
    """Ada corrects what she and Rita were shown, step by step."""
    rita, ada = phone_of(page, READER_ID), phone_of(page, ADMIN_ID)
    for pane in (rita, ada):
        await start(pane)
        answer = await answered(pane)
    await reply(answer, ada, "/correct")
    await ada.get_by_text("Type the right words").wait_for()
    await ask(ada, RIGHT)
    await ada.get_by_text("Type the reason").wait_for()
    await ask(ada, "miscounted by us")
    await ada.get_by_text("Shown in 2 places").wait_for()
    await correct(ada)
    for pane in (rita, ada):
        await pane.get_by_text("⚠ Corrected on").wait_for()  # the old message, in place, at once
    return rita, ada


async def test_correction_reaches_the_reader_side_by_side(
    open_page: Open, picture: Picture
) -> None:
    page = await open_page(size=DESKTOP)
    rita, ada = await corrected(page)
    await rita.locator(".message", has_text="291 people").last.wait_for()
    assert "miscounted by us" in (await newest(rita).text_content() or "")
    await ada.get_by_role("button", name="Refresh").click()
    await ada.get_by_text("2 of 2 old messages marked").wait_for()
    assert await serious(page) == []
    await picture(page, "correction")
    await answered(rita, "291")


async def test_undone_correction_is_told_and_the_fact_stands_again(open_page: Open) -> None:
    page = await open_page(size=DESKTOP)
    rita, ada = await corrected(page)
    await ada.get_by_role("button", name="Undo").click()
    await ada.get_by_text("Undone: the fact stands again").wait_for()
    await move_on(page, "One hour later")
    await rita.get_by_text("↩ Stands again since").wait_for()
    await answered(rita)


async def test_document_is_dropped_fixed_applied_and_asked(
    open_page: Open, picture: Picture
) -> None:
    page = await open_page(size=DESKTOP)
    ada = phone_of(page, ADMIN_ID)
    await start(ada)
    await drop(page, ada, "bridge.txt", BRIDGE)
    await newest(ada).get_by_text("nothing changed yet").wait_for()
    await told(ada, re.compile(r"^\d+ Nov$"), "Date")
    await told(ada, "Outlet unknown", "Outlet")
    assert await serious(page) == []
    await picture(page, "rehearsal")
    await press(ada, re.compile("^Fix"), "Facts of load")
    await press(ada, "2", "Speaker: Tomas Veld")
    await press(ada, "Speaker", "Who said it?")
    await press(ada, "Nobody", "Speaker: nobody")
    await press(ada, "Back to the rehearsal", "nothing changed yet")
    await press(ada, "Apply", "3 facts stand")
    await ask(ada, "How many bolts were broken?")
    await newest(ada).locator("blockquote b", has_text="40 bolts").wait_for()
    assert "nobody quoted" in (await newest(ada).text_content() or "")


async def test_document_given_by_the_button_is_applied_and_undone(
    open_page: Open, tmp_path: Path
) -> None:
    page = await open_page(size=PHONE)
    await page.locator("#people").get_by_role("button", name="Ada").click()
    ada = phone_of(page, ADMIN_ID)
    await start(ada)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    async with page.expect_file_chooser() as chosen:
        await ada.locator("[aria-label=Attach]").click()
        await ada.get_by_role("button", name="Document", exact=True).click()
    await (await chosen.value).set_files(tmp_path / "bridge.txt")
    await press(ada, "Apply", "3 facts stand")
    await press(ada, "Undo", "3 facts are withdrawn")
    await ask(ada, "How many bolts were broken?")
    await newest(ada).get_by_text("Nothing on that").wait_for()


async def test_story_of_a_day_by_taps(open_page: Open, picture: Picture) -> None:
    """The guided start: briefed tomorrow, a document loaded, corrected, seen by the reader."""
    page = await open_page(size={"width": 1180, "height": 800})
    rita, ada = phone_of(page, READER_ID), phone_of(page, ADMIN_ID)
    await rita.get_by_text("Subscribe to a topic").click()
    await press(rita, "Everything", "Everything")
    await press(rita, "✅ Subscribe", "Next:")
    await ada.get_by_text("Load an invented follow-up article").click()
    await told(ada, "Outlet unknown", "Outlet")
    await picture(page, "story-1")
    await press(ada, "Apply", "4 facts stand")
    await answered(rita, "at least 297 people")
    seen = await answered(ada, "at least 297 people")
    await picture(page, "story-2")
    await reply(seen, ada, "/correct At least 299 people were killed in September. Reason: typo")
    await correct(ada)
    await rita.get_by_text("⚠ Corrected on").wait_for()
    await picture(page, "story-3")
    await rita.get_by_text("On to the next morning").click()
    digest = rita.locator(".message:not(.mine)", has_text="08:0").last
    await digest.locator("blockquote").first.wait_for()
    await picture(page, "story-4")
