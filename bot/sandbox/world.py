"""Everything the sandbox knows: people, chats, messages, files, and what happened, in order.

Methods of the Bot API change it for the bot, `people.py` for persons; each change is an event
that the chat page and the tests follow.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.sandbox.clock import SandboxClock
from bot.sandbox.history import History
from bot.sandbox.limits import Limits
from bot.sandbox.tour import Step, Tour
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook

Json = dict[str, Any]
READER_ID, ADMIN_ID, GROUP_ID = 1001, 1002, -1001000000003
EVENTS_KEPT, LOG_KEPT = 5_000, 20_000


@dataclass
class Chat:
    """A private chat of one person with the bot, or a group; `body` is Telegram's Chat."""

    body: Json
    members: list[int]
    started: bool = False
    bot_out: str = ""  # why the bot cannot write here, in Telegram's words; empty: it can
    topics: list[int] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # of the topics, by number
    closed: list[int] = field(default_factory=list)
    admins: list[int] = field(default_factory=list)
    bot_status: str = "member"
    migrated_to: int = 0
    keyboard: Json = field(default_factory=dict)  # shown in place of letters, as the bot asked

    @property
    def id(self) -> int:
        return int(self.body["id"])

    @property
    def private(self) -> bool:
        return bool(self.body["type"] == "private")


@dataclass
class Press:
    """A pressed button that waits for its answer."""

    person: int
    chat: int
    message: int
    at: float


class World:
    """The state of one sandbox, kept in its history."""

    def __init__(
        self, history: Path | None, bot_id: int, zone: tzinfo = UTC, steps: Sequence[Step] = ()
    ) -> None:
        self.history = History(history)
        self.clock = SandboxClock(self.history, zone)
        self.tour = Tour(self.history, steps)
        self.updates = Updates(self.history, self.clock.seconds)
        self.webhook = Webhook(self.updates, self.clock.seconds)
        self.limits = Limits()
        self.forgetful = False  # of a message under a pressed button the bot is told little
        self.bot: Json = {
            "id": bot_id, "is_bot": True, "first_name": "Briefing bot",
            "username": "briefing_sandbox_bot", "can_join_groups": True,
            "can_read_all_group_messages": False, "supports_inline_queries": False,
            "can_connect_to_business": False, "has_main_web_app": False,
        }  # fmt: skip
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, dict[int, Json]] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[str, list[Json]] = {}
        self.profile: Json = {"description": "", "short_description": ""}
        self.accepted: deque[Json] = deque(maxlen=LOG_KEPT)
        self.calls: deque[Json] = deque(maxlen=LOG_KEPT)
        self.events: deque[Json] = deque(maxlen=EVENTS_KEPT)
        self._last_event = 0
        self._changed = asyncio.Event()
        self._remember()
        for id_, name, username in ((READER_ID, "Rita", "rita"), (ADMIN_ID, "Ada", "ada")):
            if id_ not in self.people:
                self.add_person(id_, name, username)
        if GROUP_ID not in self.chats:
            self._add_newsroom()

    def _remember(self) -> None:
        self.people = {person["id"]: person for person in self.history.all("person")}
        for kept in self.history.all("chat"):
            self.chats[kept["body"]["id"]] = Chat(**kept)
        for message in sorted(self.history.all("message"), key=lambda m: int(m["message_id"])):
            self.messages.setdefault(message["chat"]["id"], {})[message["message_id"]] = message
        self.commands = {kept["key"]: kept["list"] for kept in self.history.all("commands")}
        for kept in self.history.all("profile"):
            self.profile = kept
        ids = [id_ for chat in self.messages.values() for id_ in chat]
        last = next(self.history.all("last_message"), 0)
        self._last_message: int = max([last, *ids])

    # People and chats

    def add_person(self, id_: int, first_name: str, username: str = "") -> Json:
        person: Json = {"id": id_, "is_bot": False, "first_name": first_name, "language_code": "en"}
        person |= {"username": username} if username else {}
        self.people[id_] = person
        self.history.keep("person", id_, person)
        named: Json = {k: person[k] for k in ("id", "first_name", "username") if k in person}
        self._add_chat(Chat({**named, "type": "private"}, [id_]))
        return person

    def add_group(self, id_: int, title: str, members: list[int], topics: list[int]) -> Chat:
        kind = "supergroup" if str(id_).startswith("-100") else "group"
        body: Json = {"id": id_, "title": title, "type": kind}
        body |= {"is_forum": True} if topics else {}
        return self._add_chat(Chat(body, members, started=True, topics=topics))

    def _add_newsroom(self) -> None:
        """A group with topics that the bot is not in yet: adding it is part of trying it."""
        chat = self.add_group(GROUP_ID, "Newsroom", [READER_ID, ADMIN_ID], [11, 12])
        chat.titles, chat.admins = {"11": "World", "12": "Economy"}, [ADMIN_ID]
        chat.bot_out, chat.bot_status = "bot is not a member of the supergroup chat", "member"
        self.keep_chat(chat)

    def _add_chat(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self.keep_chat(chat)
        return chat

    def keep_chat(self, chat: Chat) -> None:
        self.history.keep("chat", chat.id, vars(chat))

    # Messages

    def new_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A message with its number and date, in the chat and announced."""
        self._last_message += 1
        self.history.keep("last_message", 1, self._last_message)
        shown = {k: v for k, v in sender.items() if not k.startswith(("can_", "has_", "supports_"))}
        message = {
            "message_id": self._last_message, "from": shown, "chat": chat.body,
            "date": int(self.clock.seconds()), **content,
        }  # fmt: skip
        self.keep_message(message)
        self.announce("message", chat.id, message=message)
        return message

    def keep_message(self, message: Json) -> None:
        chat, id_ = message["chat"]["id"], message["message_id"]
        self.messages.setdefault(chat, {})[id_] = message
        self.history.keep("message", f"{chat}/{id_}", message)

    def edit(self, message: Json) -> None:
        self.keep_message(message)
        self.announce("edited", message["chat"]["id"], message=message)

    def delete(self, chat_id: int, message_id: int) -> None:
        del self.messages[chat_id][message_id]
        self.history.forget("message", f"{chat_id}/{message_id}")
        self.announce("deleted", chat_id, message_id=message_id)

    def message(self, chat_id: int, message_id: int) -> Json | None:
        return self.messages.get(chat_id, {}).get(message_id)

    # Files

    def add_file(self, name: str, mime_type: str, content: bytes) -> Json:
        id_ = uuid4().hex
        file: Json = {"file_id": f"file-{id_}", "file_unique_id": id_[:16]}
        file |= {"file_name": name, "mime_type": mime_type, "file_size": len(content)}
        self.history.keep("file", file["file_id"], file, content)
        return file

    def file(self, file_id: str) -> Json | None:
        found = (file for file in self.history.all("file") if file["file_id"] == file_id)
        return next(found, None)

    # Time

    def move_on(self, seconds: float) -> None:
        """Moves the clock on and tells everybody."""
        self.clock.move_on(seconds)
        self.announce("clock", 0, clock=self.clock.shown())

    # Events

    def announce(self, kind: str, chat_id: int, *, only: int | None = None, **more: Any) -> None:
        """Tells everybody in the chat (or `only` one of them) what happened; chat 0 is all."""
        self._last_event += 1
        event = {"seq": self._last_event, "kind": kind, "chat_id": chat_id, "only": only, **more}
        self.events.append(event)
        self._changed.set()
        self._changed = asyncio.Event()

    def sees(self, person: int, event: Json) -> bool:
        if event["only"] is not None:
            return bool(event["only"] == person)
        if event["chat_id"] == 0:
            return True
        chat = self.chats.get(event["chat_id"])
        return chat is not None and person in chat.members

    @property
    def last_event(self) -> int:
        return self._last_event

    def events_for(self, person: int, after: int) -> list[Json]:
        return [e for e in self.events if e["seq"] > after and self.sees(person, e)]

    async def changed(self, seconds: float) -> None:
        """Waits for the next event, or for the time to pass."""
        try:
            await asyncio.wait_for(self._changed.wait(), seconds)
        except TimeoutError:
            return

    def close(self) -> None:
        self.webhook.stop()
        self.updates.close()
        self._changed.set()
        self.history.close()
