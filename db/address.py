"""Where messages go: a chat and, in a forum, one of its threads."""

from typing import NamedTuple


class Address(NamedTuple):
    """A chat and a thread of it; thread 0 is the chat itself."""

    chat_id: int
    thread_id: int = 0


def address(chat_id: int, thread_id: int | None) -> Address:
    """Return the address of a chat and the thread that Telegram names, if any."""
    return Address(chat_id, thread_id or 0)
