"""Asking Telegram whether it accepts the token, in one sentence."""

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from facts.errors import BriefingError

REFUSED = "Telegram does not accept the bot token: copy it again from @BotFather."


class TelegramRefused(BriefingError):
    """Telegram cannot be reached, or refuses the token."""


async def token_problem(token: str, *, base_url: str) -> str | None:
    """Return why the token cannot be used, None when Telegram accepts it."""
    try:
        async with Bot(token, base_url=base_url):
            return None
    except TelegramError as error:
        return sentence(error)


def sentence(error: TelegramError) -> str:
    """Return what a failed start means; the error's own text may hold the token."""
    if isinstance(error, InvalidToken):
        return REFUSED
    return "Telegram cannot be reached: check the network and TELEGRAM_BASE_URL, then try again."
