"""The real python-telegram-bot application, unchanged, lives on the sandbox."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
    Update,
)
from telegram.error import Forbidden, InvalidToken, RetryAfter
from telegram.ext import (
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.sandbox.server import ADMIN_ID, READER_ID, Fault, PortInUse, Sandbox
from tests.sandbox.conftest import application
from tests.sandbox.person import Person

Context = ContextTypes.DEFAULT_TYPE
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Context", callback_data="context")]])


async def greet(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_text(f"Hello {update.message.from_user.first_name}, {context.args}")


async def echo(update: Update, _: Context) -> None:
    assert update.message
    await update.message.set_reaction("👀")
    await update.message.reply_html(
        f"You said <b>{update.message.text}</b>",
        reply_markup=KEYS,
        reply_parameters=ReplyParameters(update.message.id),
    )


async def pressed(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query
    await query.answer("Here it is", show_alert=True)
    await query.edit_message_text(f"Data: {query.data}")


async def measure(update: Update, _: Context) -> None:
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_document(content[::-1], filename="back.txt", caption="Reversed")


async def noticed(update: Update, context: Context) -> None:
    assert update.my_chat_member
    context.bot_data["status"] = update.my_chat_member.new_chat_member.status
    context.bot_data["noticed"].set()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Context]:
    app = application(sandbox)
    app.bot_data["noticed"] = asyncio.Event()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(MessageHandler(filters.Document.ALL, measure))
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(pressed))
    app.add_handler(ChatMemberHandler(noticed))
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling()
        yield CallbackContext(app)
        await app.updater.stop()
        await app.stop()


async def test_command_reaches_its_handler(bot: Context, rita: Person) -> None:
    await rita.say("/start abc")
    assert (await rita.next_message()).text == "Hello Rita, ['abc']"


async def test_answer_is_formatted_and_a_reply(bot: Context, rita: Person) -> None:
    asked = await rita.say("who?")
    answer = await rita.next_message()
    assert answer.text == "You said who?"
    assert answer.marked("bold") == ["who?"]
    assert answer.raw["reply_to_message"]["message_id"] == asked.id
    assert rita.messages[asked.id].reactions == ["👀"]


async def test_press_is_answered_and_edits_in_place(bot: Context, rita: Person) -> None:
    await rita.say("who?")
    message = await rita.next_message()
    await rita.press(message, "Context")
    edited = await rita.wait_for(lambda m: m.text == "Data: context")
    assert edited.id == message.id
    assert edited.edited
    assert edited.buttons == []
    assert (await rita.next_answer())["alert"] is True
    assert rita.toasts == ["Here it is"]


async def test_document_goes_there_and_back(bot: Context, rita: Person) -> None:
    content = bytes(range(256)) * 9 + b"\r\n--boundary\r\n\r\n"
    await rita.send_document('a "strange" név.txt', content)
    answer = await rita.next_message()
    assert answer.text == "Reversed"
    file = answer.raw["document"]
    assert (file["file_name"], file["file_size"]) == ("back.txt", len(content))


async def test_blocking_is_noticed_and_refuses_sends(bot: Context, rita: Person) -> None:
    await rita.say("/start")
    await rita.next_message()
    await rita.block()
    await bot.bot_data["noticed"].wait()
    assert bot.bot_data["status"] == "kicked"
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.bot.send_message(READER_ID, "still there?")
    await rita.say("/start")  # writing again unblocks
    assert (await rita.next_message()).text == "Hello Rita, []"


async def test_flood_refusal_carries_its_wait(
    bot: Context, rita: Person, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it PTB warns at every RetryAfter
    await rita.say("/start")
    await rita.next_message()
    sandbox.faults.add(Fault("sendMessage", "too_many", retry_after=7))
    with pytest.raises(RetryAfter) as refusal:
        await bot.bot.send_message(READER_ID, "one too many")
    assert refusal.value.retry_after == timedelta(seconds=7)


async def test_menus_differ_by_person(bot: Context, rita: Person, sandbox: Sandbox) -> None:
    async with Person(sandbox.url, ADMIN_ID) as ada:
        await ada.say("/start")
        await ada.next_message()
        api = bot.bot
        await api.set_my_commands([BotCommand("help", "How to ask")])
        scope = BotCommandScopeChat(ADMIN_ID)
        await api.set_my_commands([BotCommand("load", "Load a document")], scope=scope)
        assert await rita.commands() == ["help"]
        assert await ada.commands() == ["load"]
        assert [c.command for c in await api.get_my_commands(scope=scope)] == ["load"]


async def test_wrong_token_is_told(sandbox: Sandbox) -> None:
    stranger = application(sandbox)
    stranger.bot._base_url = stranger.bot._base_url.replace(sandbox.token, "1:x")
    with pytest.raises(InvalidToken):
        await stranger.bot.initialize()
    await stranger.bot.shutdown()


async def test_port_in_use_says_so(sandbox: Sandbox) -> None:
    other = Sandbox()
    with pytest.raises(PortInUse, match="is in use"):
        await other.start(int(sandbox.url.rpartition(":")[2]))
    await other.stop()


async def test_unreadable_history_says_so(tmp_path: Path) -> None:
    (tmp_path / "chats.db").write_bytes(b"no database" * 100)
    with pytest.raises(OSError, match="cannot keep its chats in"):
        Sandbox(history=tmp_path / "chats.db")


async def test_history_outlives_a_restart(tmp_path: Path) -> None:
    first = Sandbox(history=tmp_path / "chats.db")
    await first.start()
    async with Person(first.url) as rita:
        await rita.say("before")
    await first.stop()
    second = Sandbox(history=tmp_path / "chats.db")
    await second.start()
    async with Person(second.url) as rita:
        again = await rita.say("after")
        assert [m.text for m in rita.messages.values()] == ["before"]
        assert again.id == 2
    assert [u["update_id"] for u in second.world.updates.waiting] == [1, 2]
    await second.stop()
