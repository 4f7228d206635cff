"""The ports to the outside: the clock, the sender of messages, and the passings to send."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from facts.errors import DocumentRefused


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: either `data` comes back to us, or `url` opens."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message as a reader will see it: Telegram's HTML and rows of buttons."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message with its address; `edits` names a message that it replaces.

    With `only_edits` it is not sent anew where that message cannot be edited any more.
    """

    chat_id: int
    message: Message
    thread_id: int | None = None
    reply_to: int | None = None
    edits: int | None = None
    only_edits: bool = False


class Fate(StrEnum):
    """What became of a message: only LATER may be sent again by itself."""

    SENT = "sent"
    LATER = "later"
    MOVED = "moved"
    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the sender knows after a call.

    `wait_seconds` goes with LATER, `new_chat_id` with MOVED, `blocked` with NEVER when the chat
    will take nothing more. `flooded`: we sent too fast. `topic_gone`: the chat stands, its topic
    does not. `stop` is why the program cannot go on. `reason` is for admins.
    """

    fate: Fate
    message_id: int | None = None
    reason: str = ""
    wait_seconds: float = 0
    new_chat_id: int | None = None
    blocked: bool = False
    flooded: bool = False
    topic_gone: bool = False
    stop: str = ""


class FileNotFetched(Exception):
    """A file could not be fetched; `lost` says that it never will be."""

    def __init__(self, reason: str, *, lost: bool = False) -> None:
        super().__init__(reason)
        self.lost = lost


class Files(Protocol):
    """Fetches what people send."""

    async def fetch(self, file_id: str) -> bytes:
        """Return the bytes of a file; raise FileNotFetched."""
        ...


class LinkRefused(DocumentRefused):
    """What a link leads to is not fetched."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link led to, and the address that it came from in the end."""

    content: bytes
    url: str


class Links(Protocol):
    """Fetches what links lead to."""

    async def fetch(self, link: str) -> Fetched:
        """Return what a link leads to; raise LinkRefused."""
        ...


class Sender(Protocol):
    """Hands a message to Telegram."""

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send or edit a message and tell what became of it; never raises for a Telegram error."""
        ...


@dataclass(frozen=True, slots=True)
class Limit:
    """How many a second in the long run, and how many at once after a rest."""

    per_second: float
    burst: int = 1


# Telegram lets about 30 messages a second pass in all, one a second in a chat with short bursts,
# and 20 a minute in a group. With these no window of a second, of three in a chat, or of a minute
# in a group holds more. The digests' lane may catch up a second that it was late for, within what
# the whole bot may send.
WHOLE_BOT = Limit(28)
DIGESTS = Limit(22, burst=22)
PRIVATE_CHAT = Limit(2 / 3, burst=2)
GROUP = Limit(18 / 60, burst=3)


class Rates(Protocol):
    """Gives out passings to send, so that Telegram's limits are held by all processes together."""

    async def take(
        self, keys: Sequence[str], limit: Limit, *, most: float, count: int = 1
    ) -> Sequence[Sequence[float]]:
        """Reserve the next `count` passings under each of the keys, in one trip.

        Returns for each key how many seconds away each of them is, 0 or less for now. Nothing is
        reserved under a key whose first is more than `most` away. No key is named twice.
        """
        ...

    async def freeze(self, key: str, seconds: float) -> None:
        """Telegram said stop: nobody sends under `key` for so long, and all more slowly after."""
        ...

    def call(self) -> AbstractAsyncContextManager[None]:
        """Hold a call to Telegram: entered when there is room for one more, however late."""
        ...


def rows(buttons: Sequence[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Lay buttons out in rows of `width`."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
