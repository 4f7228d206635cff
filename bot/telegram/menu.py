"""The command menus: one for everybody, one for each admin."""

from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest

from bot.telegram.handlers.briefing import BRIEFINGS
from bot.telegram.handlers.commands import COMMANDS, READER
from bot.views.texts import say


async def set_menus(bot: Bot, admins: Iterable[int]) -> None:
    """Set the menu of readers, and of those admins who have started the bot."""
    await bot.set_my_commands(_menu(admin=False), scope=BotCommandScopeDefault())
    for admin in admins:
        await set_admin_menu(bot, admin)


async def set_admin_menu(bot: Bot, admin: int) -> None:
    """Set an admin's menu; an admin who never wrote to the bot has no chat for it yet."""
    try:
        await bot.set_my_commands(_menu(admin=True), scope=BotCommandScopeChat(admin))
    except BadRequest as error:
        if "chat not found" not in str(error).lower():
            raise


def _menu(*, admin: bool) -> list[BotCommand]:
    briefings = [command.name for command in BRIEFINGS if command.in_menu]
    listed = [command for command in COMMANDS if command.in_menu]
    others = [command.name for command in listed if admin or command.offered == READER]
    return [BotCommand(name, say(f"command-{name}")) for name in ("ask", *briefings, *others)]
