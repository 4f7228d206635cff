"""The desk's commands in the chat page: on a phone in the dark, by keyboard alone."""

from typing import Any

from bot.sandbox.server import ADMIN_ID, READER_ID, Sandbox
from tests.browser.conftest import PHONE, Open, Picture, ask, phone_of, serious, start

UNKNOWN = "Who won the football final?"
# A command, what it shows, which of its buttons is pressed, and what then stands in its place.
WALK = (
    ("/stats", "2 questions: 1 answered", "", ""),
    ("/gaps", UNKNOWN, "1", "The nearest facts"),
    ("/people", "page 1 of 1", "Rita", str(READER_ID)),
    ("/invite", "one person, 7 days long", "Make the link", "Pass this link on"),
)


async def tab_to(page: Any, button: Any) -> None:
    """Goes back from where the keyboard is, with the Tab key alone, until it is on a button."""
    for _ in range(60):
        await page.keyboard.press("Shift+Tab")
        if await button.evaluate("button => button === document.activeElement"):
            return
    raise AssertionError("the keyboard does not reach the button")


async def bring(pane: Any, command: str) -> Any:
    """Sends a command with the keyboard alone; returns what it brings."""
    before = await pane.locator(".message:not(.mine)").count()
    await ask(pane, command)
    shown = pane.locator(".message:not(.mine)").nth(before)
    await shown.wait_for()
    return shown


async def press(page: Any, pane: Any, button: Any) -> None:
    await pane.get_by_role("textbox").focus()
    await tab_to(page, button)
    await page.keyboard.press("Enter")


async def test_desk_works_on_a_phone_in_the_dark_by_keyboard(
    open_page: Open, picture: Picture, sandbox: Sandbox
) -> None:
    page = await open_page(size=PHONE, scheme="dark")
    rita, ada = phone_of(page, READER_ID), phone_of(page, ADMIN_ID)
    await start(rita)
    await bring(rita, "How many people were killed in September?")
    nothing = await bring(rita, UNKNOWN)
    await press(page, rita, nothing.get_by_role("button", name="Tell me when you know"))
    await page.locator("#toast").get_by_text("I will tell you").wait_for()
    await page.locator("#people").get_by_role("button", name="Ada").press("Enter")
    await start(ada)
    for command, words, button, then in WALK:
        shown = await bring(ada, command)
        await shown.get_by_text(words).wait_for()
        if button:
            await press(page, ada, shown.get_by_role("button", name=button))
            await shown.get_by_text(then).first.wait_for()
            assert await shown.evaluate("message => message.contains(document.activeElement)")
        assert await serious(page) == [], command
        assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        await picture(page, f"desk-{command[1:]}")
