"""The desk at work in the chat page: what one person does reaches the other, side by side."""

from typing import Any

from bot.sandbox.server import ADMIN_ID, READER_ID
from tests.browser.conftest import DESKTOP, Open, Picture, ask, phone_of, start

QUESTION = "How many people were killed in September?"
RIGHT = "In September, at least 291 people were killed on both sides."


def newest(pane: Any) -> Any:
    return pane.locator(".message:not(.mine)").last


async def move_on(page: Any, choice: str) -> None:
    await page.locator("#clock summary").click()
    await page.get_by_role("button", name=choice).click()
    await page.locator("#toast").get_by_text("It is now").wait_for()


async def answered(pane: Any) -> Any:
    """The question asked and answered."""
    await start(pane)
    await ask(pane, QUESTION)
    await pane.locator("blockquote b", has_text="at least 286 people").wait_for()
    return newest(pane)


async def corrected(page: Any) -> tuple[Any, Any]:
    """Ada corrects what she and Rita were shown, step by step."""
    rita, ada = phone_of(page, READER_ID), phone_of(page, ADMIN_ID)
    await answered(rita)
    answer = await answered(ada)
    await answer.hover()
    await answer.get_by_role("button", name="Reply").click()
    await ask(ada, "/correct")
    await ada.get_by_text("Type the right words").wait_for()
    await ask(ada, RIGHT)
    await ada.get_by_text("Type the reason").wait_for()
    await ask(ada, "miscounted by us")
    await ada.get_by_text("Shown in 2 places").wait_for()
    await ada.get_by_role("button", name="Correct it").click()
    await ada.get_by_text("Corrected.", exact=True).wait_for()
    await move_on(page, "One hour later")
    return rita, ada


async def test_correction_reaches_the_reader_side_by_side(
    open_page: Open, picture: Picture
) -> None:
    page = await open_page(size=DESKTOP)
    rita, ada = await corrected(page)
    for pane in (rita, ada):
        await pane.get_by_text("⚠ Corrected on").wait_for()  # the old message, in place
    await rita.locator(".message", has_text="291 people").last.wait_for()
    assert "miscounted by us" in (await newest(rita).text_content() or "")
    await ada.get_by_role("button", name="Refresh").click()
    await ada.get_by_text("2 of 2 old messages marked").wait_for()
    await page.locator("#toast").wait_for(state="hidden")
    await picture(page, "correction")
    await ask(rita, QUESTION)
    await rita.locator("blockquote b", has_text="291").wait_for()


async def test_undone_correction_is_told_and_the_fact_stands_again(open_page: Open) -> None:
    page = await open_page(size=DESKTOP)
    rita, ada = await corrected(page)
    await rita.get_by_text("⚠ Corrected on").wait_for()
    await ada.get_by_role("button", name="Undo").click()
    await ada.get_by_text("Undone: the fact stands again").wait_for()
    await move_on(page, "One hour later")
    await rita.get_by_text("↩ Stands again since").wait_for()
    await ask(rita, QUESTION)
    await newest(rita).locator("blockquote b", has_text="at least 286 people").wait_for()
