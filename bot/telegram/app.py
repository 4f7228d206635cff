"""The python-telegram-bot application: all handlers in one table."""

import logging
import re
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, NetworkError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.services.people import INVITED
from bot.telegram.edge import Edge
from bot.telegram.handlers import (
    asking,
    briefing,
    commands,
    contesting,
    correcting,
    delivering,
    fixing,
    gapping,
    golden,
    ledger,
    loading,
    membership,
    people,
    pressing,
    privacy,
    rehearsing,
    reviewing,
    ruling,
    stating,
    teaching,
)
from bot.telegram.lean import LeanRequest, usual_request
from bot.telegram.menu import set_admin_menu
from bot.views.texts import say

log = logging.getLogger(__name__)

UPDATES = [
    Update.MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,
]
AT_ONCE = 16
PATIENCE_SECONDS = 20.0
Handle = Callable[[Edge, Update], Coroutine[Any, Any, None]]
Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
ErrorHandler = Callable[[object, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
App = Application[Any, Any, Any, Any, Any, Any]
TelegramBot = Bot

PLAIN: dict[str, Handle] = {
    "ask": asking.on_ask,
    "audit": ledger.on_audit,
    "stats": ledger.on_stats,
    "mydata": privacy.on_my_data,
    "forget": privacy.on_forget,
}
_PARTS = (teaching, correcting, fixing, rehearsing, ruling, contesting, stating, gapping, golden)
TABLES: tuple[dict[str, Handle], ...] = (PLAIN, *(part.COMMANDS for part in _PARTS))
BUTTONS: tuple[tuple[Handle, str | re.Pattern[str]], ...] = (
    (delivering.on_decision, delivering.PATTERN),
    (privacy.on_decision, privacy.PATTERN),
    (ledger.on_audit_page, ledger.AUDIT),
    (pressing.on_press, pressing.PATTERN),
    (people.on_press, people.PATTERN),
    (rehearsing.on_press, rehearsing.PATTERN),
    (correcting.on_press, correcting.PATTERN),
    (fixing.on_press, fixing.OURS),
    (ruling.on_press, ruling.PATTERN),
    (contesting.on_press, contesting.PATTERN),
    (stating.on_press, stating.PATTERN),
    (gapping.on_press, gapping.PATTERN),
    (golden.on_press, golden.PATTERN),
    (teaching.on_press, teaching.PATTERN),
)


# What the desk decides by these may be owed to many: it is not left to the next tick.
STIRRING = {
    rehearsing.on_press,
    correcting.on_press,
    fixing.on_press,
    ruling.on_press,
    contesting.on_press,
    stating.on_press,
    gapping.on_press,
}


def build_application(
    token: str, *, base_url: str, base_file_url: str, patience: float = PATIENCE_SECONDS
) -> App:
    """Return an application that talks to the given Bot API server, with no handlers yet.

    `patience` is how many seconds an answer of the server is waited for; given up, a message's
    fate is unknown for ever, so it is long.
    """
    return (
        Application.builder()
        .token(token)
        .base_url(base_url)
        .base_file_url(base_file_url)
        .concurrent_updates(AT_ONCE)
        .request(LeanRequest(patience=patience))
        .get_updates_request(usual_request(connections=1))
        .job_queue(None)
        .build()
    )


def add_handlers(app: App, edge: Edge) -> None:
    """Put every handler in its place."""
    new = filters.UpdateType.MESSAGE

    def on(handle: Handle) -> Handler:
        async def handler(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
            await handle(edge, update)
            if handle in STIRRING:
                edge.stirred.set()

        return handler

    link = new & filters.Regex(rf"^/start(@\w+)?\s+{briefing.LINK}")
    app.add_handler(CommandHandler("start", on(briefing.on_link), link))
    invite = new & filters.Regex(rf"^/start(@\w+)?\s+{INVITED}")
    app.add_handler(CommandHandler("start", on(people.on_invite_link), invite))
    for name in people.COMMANDS:
        app.add_handler(CommandHandler(name, on(_for_people(name)), new))
    for asked in briefing.BRIEFINGS:
        app.add_handler(CommandHandler(asked.name, on(_briefing(asked)), new))
    for command in commands.COMMANDS:
        app.add_handler(CommandHandler(command.name, on(_replying(app.bot, command)), new))
    for table in TABLES:
        for name, handle in table.items():
            app.add_handler(CommandHandler(name, on(handle), new))
    app.add_handler(CommandHandler("claim", on(_claiming(app.bot)), new))
    app.add_handler(MessageHandler(new & filters.StatusUpdate.MIGRATE, on(membership.on_move)))
    app.add_handler(MessageHandler(new & filters.COMMAND, on(commands.on_unknown)))
    app.add_handler(MessageHandler(new & filters.TEXT, on(loading.on_text)))
    app.add_handler(MessageHandler(new & filters.Document.ALL, on(loading.on_document)))
    app.add_handler(MessageHandler(new & filters.LOCATION, on(briefing.on_location)))
    app.add_handler(MessageHandler(new & ~filters.StatusUpdate.ALL, on(loading.on_other)))
    for press, pattern in BUTTONS:
        app.add_handler(CallbackQueryHandler(on(press), pattern))
    app.add_handler(CallbackQueryHandler(on(reviewing.on_button)))
    named = MessageReactionHandler.MESSAGE_REACTION_UPDATED
    app.add_handler(MessageReactionHandler(on(reviewing.on_reaction), message_reaction_types=named))
    app.add_handler(ChatMemberHandler(on(membership.on_membership)))
    app.add_handler(ChatMemberHandler(on(membership.on_member), ChatMemberHandler.CHAT_MEMBER))
    app.add_error_handler(_on_error(edge))


def _replying(bot: Bot, command: commands.Command) -> Handle:
    async def handle(edge: Edge, update: Update) -> None:
        await commands.on_command(edge, update, command)
        user = update.effective_user
        # The menu of an admin's own chat can only be set once the chat exists.
        if command.name == "start" and user is not None and user.id in edge.admin_ids:
            await set_admin_menu(bot, user.id)

    return handle


def _briefing(command: briefing.Briefing) -> Handle:
    async def handle(edge: Edge, update: Update) -> None:
        await briefing.on_briefing(edge, update, command)

    return handle


def _for_people(command: str) -> Handle:
    async def handle(edge: Edge, update: Update) -> None:
        await people.on_command(edge, update, command)

    return handle


def _claiming(bot: Bot) -> Handle:
    async def handle(edge: Edge, update: Update) -> None:
        words = (update.message.text if update.message else None) or ""
        user = update.effective_user
        if await commands.on_claim(edge, update, words.partition(" ")[2].strip()) and user:
            await set_admin_menu(bot, user.id)

    return handle


def _on_error(edge: Edge) -> ErrorHandler:
    async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        if isinstance(error, Conflict):
            edge.stop("Another program polls Telegram with this token: stop it, then start again.")
            return
        if isinstance(error, NetworkError) and update is None:
            log.warning("Telegram cannot be reached, trying on: %s", error)
            return
        log.error("A handler failed", exc_info=error)
        if isinstance(update, Update) and update.effective_chat and not update.callback_query:
            await edge.tell(update.effective_chat.id, say("failed"))

    return on_error
