"""A conversation in the chat page: asking, choosing, looking behind an answer, judging it."""

from pathlib import Path
from typing import Any

import pytest

from bot.cli.library import load_library
from bot.cli.opening import SystemClock
from bot.sandbox.parameters import Shared
from bot.sandbox.reactions import set_message_reaction
from bot.sandbox.sending import send_message
from bot.sandbox.server import ADMIN_ID, READER_ID, Fault, Sandbox
from db.engine import Store
from tests.browser.conftest import (
    PHONE,
    Open,
    Picture,
    ask,
    drop,
    phone_of,
    running,
    serious,
    start,
)

QUESTION = "How many people were killed in September?"


async def test_cited_answer_and_an_honest_nothing(open_page: Open, picture: Picture) -> None:
    page = await open_page(size=PHONE | {"height": 930})
    rita = phone_of(page, READER_ID)
    await rita.get_by_text(QUESTION).click()  # a step of the guided start
    answer = rita.locator(".message:not(.mine)").last
    await answer.locator("blockquote b", has_text="at least 286 people").wait_for()
    assert await answer.get_by_role("button").filter(has_text="Context").count() == 1
    await rita.get_by_role("button", name="Who won the football final?").click()
    await rita.get_by_text("Nothing on that").wait_for()
    await picture(page, "answer")


async def test_steps_disappear_once_taken(open_page: Open) -> None:
    page = await open_page()
    steps = phone_of(page, READER_ID).locator(".steps button")
    before = await steps.count()
    await steps.first.click()
    await phone_of(page, READER_ID).get_by_text("at least 286 people").first.wait_for()
    assert await steps.count() == before - 1
    await page.reload()
    await phone_of(page, READER_ID).get_by_text("at least 286 people").first.wait_for()
    assert await steps.count() == before - 1


async def test_choice_of_three_becomes_an_answer_in_place(
    open_page: Open, picture: Picture
) -> None:
    page = await open_page(size=PHONE)
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, "Where did the ministers meet?")
    choice = rita.locator(".message.has-keys").last
    await choice.get_by_role("button", name="None of these").wait_for()
    await picture(page, "choice")
    await choice.get_by_role("button", name="1", exact=True).click()
    await rita.get_by_text("met on Nov. 7 in Washington").last.wait_for()
    await choice.get_by_role("button", name="None of these").wait_for(state="detached")


async def test_context_opens_and_thumbs_are_thanked(open_page: Open, picture: Picture) -> None:
    page = await open_page(size=PHONE)
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, QUESTION)
    await rita.get_by_role("button", name="👍").click()
    await page.locator("#toast").get_by_text("Thank").wait_for()
    await rita.get_by_role("button", name="Context").click()
    await rita.get_by_text("6,500 lives").wait_for()
    await page.locator("#toast").wait_for(state="hidden")
    await picture(page, "context")


async def test_reactions_of_a_person_and_of_the_bot_stand_on_the_bubble(
    open_page: Open, picture: Picture, sandbox: Sandbox
) -> None:
    page = await open_page(size=PHONE)
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, QUESTION)
    answer = rita.locator(".message:not(.mine)").last
    await answer.locator("blockquote b", has_text="at least 286 people").wait_for()
    await answer.hover()
    await answer.locator("[aria-label=React]").click()
    await answer.locator(".picker").get_by_role("button", name="👎").click()
    own = answer.locator(".reactions").get_by_role("button", name="👎 by Rita", pressed=True)
    await own.wait_for()
    held = sandbox.world.messages[READER_ID].values()
    asked = next(message["message_id"] for message in held if message.get("text") == QUESTION)
    eyes = [{"type": "emoji", "emoji": "👀"}]
    set_message_reaction(sandbox.world, chat_id=str(READER_ID), message_id=asked, reaction=eyes)
    seen = rita.locator(".mine .reactions")
    await seen.get_by_role("button", name="👀 by Briefing bot").wait_for()
    assert await serious(page) == []
    await picture(page, "reactions")
    await own.click()
    await own.wait_for(state="detached")


async def test_link_is_previewed_only_where_it_can_be(
    open_page: Open, picture: Picture, sandbox: Sandbox
) -> None:
    page = await open_page(size=PHONE)
    rita, world = phone_of(page, READER_ID), sandbox.world
    await start(rita)
    own = f"https://t.me/{world.bot['username']}?start=x"
    named: dict[str, Any] = {"url": "https://example.org/bridge", "show_above_text": True}
    for text, options in (
        (own, {}), (own, {"is_disabled": True}), ("https://example.org/a", {}), ("See", named),
    ):  # fmt: skip
        send_message(
            world, text=text, chat_id=str(READER_ID), link_preview_options=options, shared=Shared()
        )
    shown = rita.locator(".message:not(.mine)")
    await shown.last.get_by_text("See").wait_for()
    await picture(page, "previews")
    cards = [await shown.nth(-place).locator(".preview").count() for place in (4, 3, 2, 1)]
    assert cards == [1, 0, 0, 1]
    assert await shown.nth(-4).locator(".preview b").text_content() == "Briefing bot"
    assert await shown.last.locator(".bubble > *").nth(1).text_content() == "example.org/bridge"


async def test_digest_of_tomorrow_is_seen_today(open_page: Open, picture: Picture) -> None:
    page = await open_page(size=PHONE | {"height": 930})
    rita = phone_of(page, READER_ID)
    await start(rita)
    await rita.get_by_role("button", name="Subscribe to a topic").click()
    await rita.get_by_role("button", name="Everything", exact=True).click()
    await rita.get_by_role("button", name="✅ Subscribe").click()
    await rita.get_by_text("Next:").wait_for()
    seen = await rita.locator(".message:not(.mine)").count()
    await page.locator("#clock summary").click()
    await page.get_by_role("button", name="Tomorrow, 08:00").click()
    digest = rita.locator(".message:not(.mine)").nth(seen)
    await digest.locator("blockquote").first.wait_for()
    assert "Everything" in (await digest.text_content() or "")
    await picture(page, "digest")


async def test_reply_with_a_quote(open_page: Open) -> None:
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, QUESTION)
    words = rita.locator("blockquote b").last
    await words.select_text()
    await words.hover()
    await rita.locator(".message").last.get_by_role("button", name="Reply").click()
    await ask(rita, "and before that?")
    assert await rita.locator(".mine .quoted").last.text_content() == "Briefing bot" + (
        await words.text_content() or ""
    )


async def test_forward_from_further_up_beside_the_other_person(
    open_page: Open, sandbox: Sandbox
) -> None:
    world = sandbox.world
    world.chats[READER_ID].started = True
    for number in range(40):
        world.new_message(world.chats[READER_ID], world.bot, {"text": f"Message {number}."})
    page = await open_page()
    rita, ada = phone_of(page, READER_ID), phone_of(page, ADMIN_ID)
    await start(ada)
    await ada.get_by_role("textbox").focus()
    message = rita.locator(".message", has_text="Message 12.")
    await message.hover()
    await message.get_by_role("button", name="Forward").click()
    await page.locator("#forward").get_by_role("button", name="Newsroom").click()
    await page.locator("#toast").get_by_text("Forwarded").wait_for()
    await rita.get_by_role("button", name="Newsroom").click()
    await rita.locator(".mine", has_text="Forwarded from Briefing bot").wait_for()


async def test_command_menu_differs_for_the_admin(open_page: Open) -> None:
    page = await open_page()
    offered = {}
    for person in (READER_ID, ADMIN_ID):
        pane = phone_of(page, person)
        await start(pane)
        await pane.get_by_role("button", name="Commands").click()
        offered[person] = set(await pane.locator('[role="option"] b').all_text_contents())
    assert "/ask" in offered[READER_ID] < offered[ADMIN_ID]


async def test_command_is_chosen_with_the_arrow_keys(open_page: Open) -> None:
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await start(rita)
    box = rita.get_by_role("textbox")
    await box.press_sequentially("/a")
    first = await rita.locator('[role="option"] b').all_text_contents()
    assert first == ["/ask", "/about"]
    await box.press("ArrowDown")
    chosen = await box.get_attribute("aria-activedescendant")
    assert await page.locator(f"#{chosen} b").text_content() == "/about"
    await box.press("Enter")
    await rita.locator(".mine", has_text="/about").wait_for()


async def test_blocked_bot_is_silent_until_it_is_written_to(
    open_page: Open, sandbox: Sandbox
) -> None:
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await start(rita)
    await rita.get_by_label("More").click()
    await rita.get_by_role("button", name="Block the bot").click()
    await rita.get_by_text("blocked by you").wait_for()
    assert sandbox.world.chats[READER_ID].bot_out == "bot was blocked by the user"
    await ask(rita, QUESTION)
    await rita.locator("blockquote b", has_text="at least 286 people").wait_for()
    assert await rita.get_by_text("blocked by you").count() == 0


async def test_markup_of_a_person_is_only_text(open_page: Open) -> None:
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, "<img src=x onerror=alert(1)><script>alert(2)</script>")
    await rita.locator(".mine", has_text="onerror=alert(1)").wait_for()
    assert await page.locator(".log img, .log script").count() == 0


async def test_file_is_dragged_in(open_page: Open) -> None:
    page = await open_page()
    pane = phone_of(page, ADMIN_ID)
    await start(pane)
    await drop(page, pane, "bridge.txt", "A bridge was closed.")
    await pane.locator(".mine .file", has_text="bridge.txt").wait_for()
    assert await pane.locator(".drop").is_hidden()


async def test_picture_is_shown(open_page: Open, tmp_path: Path) -> None:
    page = await open_page()
    pane = phone_of(page, READER_ID)
    await start(pane)
    (tmp_path / "view.png").write_bytes(await page.screenshot())
    async with page.expect_file_chooser() as chosen:
        await pane.locator("[aria-label=Attach]").click()
        await pane.get_by_role("button", name="Picture").click()
    await (await chosen.value).set_files(tmp_path / "view.png")
    image = pane.locator(".mine img.picture")
    await image.wait_for()
    await page.wait_for_function(
        "image => image.naturalWidth > 0", arg=await image.element_handle()
    )


async def test_trouble_on_demand_is_seen_in_the_panel(open_page: Open, sandbox: Sandbox) -> None:
    page = await open_page()
    await start(phone_of(page, READER_ID))
    await page.get_by_role("button", name="Faults and calls").click()
    await page.locator("#faults select[name=kind]").select_option("refused")
    await page.get_by_role("button", name="Add this fault").click()
    await page.locator("#armed li", has_text="sendMessage").wait_for()
    assert [type(fault) for fault in sandbox.faults.waiting] == [Fault]
    await ask(phone_of(page, READER_ID), QUESTION)
    await page.locator("#calls .refused", has_text="fault: refused").wait_for()


async def test_history_is_there_after_a_restart(
    browser: Any, sqlite_store: Store, tmp_path: Path
) -> None:
    load_library(sqlite_store, SystemClock().now())
    for asked in (True, False):
        async with running(sqlite_store, tmp_path / "chats") as sandbox:
            page = await browser.new_page()
            await page.goto(sandbox.url)
            rita = phone_of(page, READER_ID)
            if asked:
                await start(rita)
                await ask(rita, QUESTION)
            await rita.locator("blockquote b", has_text="at least 286 people").wait_for()
            await page.close()


@pytest.mark.parametrize("text", ["😀" * 300, "x" * 4096, "مرحبا، كم عدد القتلى؟", "<b>&amp;</b>"])
async def test_any_text_is_shown_as_it_was_typed(open_page: Open, text: str) -> None:
    page = await open_page()
    rita = phone_of(page, READER_ID)
    await start(rita)
    await ask(rita, text)
    shown = await rita.locator(".mine .body").nth(1).text_content()  # after /start
    assert shown is not None
    assert shown.startswith(text)
