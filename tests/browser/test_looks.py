"""How the page looks and works for everybody: phone and desktop, light and dark, keyboard, axe."""

from typing import Any

import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID, Sandbox
from bot.sandbox.texts import formatted_text
from tests.browser.conftest import DESKTOP, PHONE, Open, Picture, ask, phone_of, serious, start

FORMATTED = (
    "<b>bold</b> <i>italic</i> <u>under</u> <s>struck</s> <tg-spoiler>hidden</tg-spoiler> "
    '<a href="https://example.com">link</a> <code>code</code> /help #tag\n'
    '<pre><code class="language-python">print(1)</code></pre>'
    "<blockquote>A quotation</blockquote>"
    f"<blockquote expandable>{'A long quotation that folds. ' * 20}</blockquote>"
    '<tg-time unix="1764000000" format="wDt">then</tg-time>'
)


async def group_of_two(open_page: Open) -> tuple[Any, Any]:
    page = await open_page()
    ada = phone_of(page, ADMIN_ID)
    await ada.get_by_role("button", name="Newsroom").click()
    await ada.get_by_role("button", name="Add Briefing bot to this group").click()
    await ada.get_by_text("Ada added Briefing bot").wait_for()
    return page, ada


async def test_group_answers_in_the_topic_and_others_see_it(
    open_page: Open, picture: Picture
) -> None:
    page, ada = await group_of_two(open_page)
    await ada.get_by_role("button", name="World").click()
    await ask(ada, "/ask how many people were killed in September?")
    await ada.locator("blockquote b", has_text="at least 286").wait_for()
    rita = phone_of(page, READER_ID)
    await rita.get_by_role("button", name="Newsroom").click()
    assert await rita.locator("blockquote").count() == 0
    await rita.get_by_role("button", name="World").click()
    await rita.locator("blockquote b", has_text="at least 286").wait_for()
    await picture(page, "group")


async def test_phone_shows_one_person_and_counts_for_the_other(
    open_page: Open, sandbox: Sandbox
) -> None:
    page = await open_page(size=PHONE)
    assert await phone_of(page, ADMIN_ID).is_hidden()
    await start(phone_of(page, READER_ID))
    chat = sandbox.world.chats[ADMIN_ID]
    sandbox.world.new_message(chat, sandbox.world.bot, {"text": "A correction"})
    await page.locator("#people .badge", has_text="1").wait_for()
    await page.locator("#people").get_by_role("button", name="Ada").click()
    await phone_of(page, ADMIN_ID).get_by_text("A correction").wait_for()
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_axe_finds_nothing_serious(
    open_page: Open, picture: Picture, sandbox: Sandbox, size: Any, scheme: str
) -> None:
    page = await open_page(size=size, scheme=scheme)
    rita = phone_of(page, READER_ID)
    await start(rita)
    world = sandbox.world
    keys = {"inline_keyboard": [[{"text": style, "callback_data": "x", "style": style}
                                 for style in ("primary", "success", "danger")]]}  # fmt: skip
    world.new_message(
        world.chats[READER_ID],
        world.bot,
        formatted_text(FORMATTED, "HTML", None, {}) | {"reply_markup": keys},
    )
    await rita.get_by_text("A quotation").wait_for()
    assert await serious(page) == []
    await picture(page, f"formatting-{scheme}-{'phone' if size is PHONE else 'desktop'}")


async def test_axe_finds_nothing_serious_in_panels_and_group(open_page: Open) -> None:
    page, ada = await group_of_two(open_page)
    await page.locator("#clock summary").click()
    await page.get_by_role("button", name="Faults and calls").click()
    await ada.get_by_role("button", name="Commands").click()
    assert await serious(page) == []


async def test_dark_is_dark_and_not_blank(open_page: Open, picture: Picture) -> None:
    page = await open_page(scheme="dark")
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, "How many people were killed in September?")
    await rita.locator("blockquote").wait_for()
    colours = await page.evaluate(
        "() => [...document.querySelectorAll('.pane, .bubble, .bar')]"
        ".map(e => getComputedStyle(e).backgroundColor)"
    )
    lightness = [max(map(int, c[4:-1].split(",")[:3])) for c in colours]
    assert max(lightness) < 110
    shown = await picture(page, "dark")
    assert len(shown) > 20_000  # a page of one colour packs into far less


async def test_everything_is_reached_by_keyboard(open_page: Open) -> None:
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, "How many people were killed in September?")
    context = rita.get_by_role("button", name="Context")
    await context.wait_for()
    await rita.get_by_role("textbox").focus()
    for _ in range(30):
        await page.keyboard.press("Shift+Tab")
        if await context.evaluate("button => button === document.activeElement"):
            break
    await page.keyboard.press("Enter")
    await rita.get_by_text("6,500 lives").wait_for()


async def test_earlier_messages_come_when_asked_for(open_page: Open, sandbox: Sandbox) -> None:
    world = sandbox.world
    world.chats[READER_ID].started = True
    for number in range(150):
        world.new_message(world.chats[READER_ID], world.bot, {"text": f"Message {number}"})
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await rita.get_by_text("Message 149").wait_for()
    assert await rita.locator(".message").count() == 60
    for shown in (120, 150):
        await rita.get_by_role("button", name="Earlier messages").click()
        await rita.locator(".message").nth(shown - 1).wait_for(state="attached")
    assert await rita.locator(".message .body").first.text_content() is not None
    assert await rita.get_by_role("button", name="Earlier messages").is_hidden()


async def test_clock_moves_on_from_the_page(open_page: Open, sandbox: Sandbox) -> None:
    page = await open_page()
    before = sandbox.clock.now()
    await page.locator("#clock summary").click()
    await page.get_by_role("button", name="Tomorrow, 08:00").click()
    await page.locator("#clock .now", has_text="08:0").wait_for()
    there = sandbox.clock.now().astimezone(sandbox.clock.zone)
    assert there.date() > before.astimezone(sandbox.clock.zone).date()
