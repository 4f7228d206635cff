"""Whether somebody is in the chat whose members may ask: `GATE_CHAT`."""

import logging

from telegram import Bot, ChatMember, ChatMemberRestricted
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.settings import Settings

log = logging.getLogger(__name__)

IN = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}
# What Telegram says of people who have never been in the chat.
STRANGERS = ("user not found", "user_id", "participant", "member not found")


def gate_of(settings: Settings, bot: Bot) -> "Gate | None":
    """Return the gate that the settings name; None where everybody may ask anyway."""
    if settings.gate_chat is None or settings.access == "open":
        return None
    return Gate(bot, settings.gate_chat)


def is_in(member: ChatMember) -> bool:
    """Say whether a member of a chat, as Telegram tells of them, is in it."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in IN


class Gate:
    """Asks Telegram about one chat; what is wrong with it is logged once, until it works again."""

    def __init__(self, bot: Bot, chat_id: int) -> None:
        self.bot, self.chat_id, self._told = bot, chat_id, False

    async def inside(self, person_id: int) -> bool | None:
        """Say whether a person is in the chat; None when Telegram cannot tell."""
        try:
            member = await self.bot.get_chat_member(self.chat_id, person_id)
        except (BadRequest, Forbidden, ChatMigrated) as refused:
            if any(words in refused.message.lower() for words in STRANGERS):
                return False
            self._tell(refused.message)
            return None
        except TelegramError as error:
            log.warning("GATE_CHAT could not be asked about a person: %s", error)
            return None
        self._told = False
        return is_in(member)

    async def try_out(self) -> None:
        """Say at the start, not to the first who asks, when the gate cannot be used."""
        if await self.inside(self.bot.id) is False:
            self._tell("the bot is not a member of the chat")

    def _tell(self, why: str) -> None:
        if not self._told:
            log.error(
                "GATE_CHAT %d lets nobody in: %s. Add the bot to that chat, or correct the "
                "setting (a chat's id is a negative number).",
                *(self.chat_id, why),
            )
        self._told = True
