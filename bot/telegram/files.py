"""Files from Telegram: fetched whole, never larger than a bot may."""

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.ports import FileNotFetched
from facts.reading.limits import LARGEST_FILE


class TelegramFiles:
    """Fetches over one bot; see `bot.ports.Files`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str) -> bytes:
        """Return the bytes of a file; raise FileNotFetched."""
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > LARGEST_FILE:
                raise FileNotFetched("file is too big", lost=True)
            return bytes(await file.download_as_bytearray())
        except (BadRequest, InvalidToken) as error:
            raise FileNotFetched(str(error), lost=True) from error
        except TelegramError as error:
            raise FileNotFetched(str(error)) from error
