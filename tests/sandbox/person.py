"""A person at the sandbox's chat, for tests: says, presses, sends, and waits for what the bot does.

async with Person(sandbox.url, READER_ID) as rita:
    await rita.say("/start")
    greeting = await rita.next_message()
    await rita.press(greeting, "Help")
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

import httpx

from bot.sandbox.server import READER_ID
from tests.waiting import PATIENCE


@dataclass(frozen=True)
class Shown:
    """A message as the person sees it; `raw` is Telegram's JSON."""

    raw: dict[str, Any]

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from"]["is_bot"])

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def reactions(self) -> list[str]:
        return [reaction["emoji"] for reaction in self.raw.get("reactions", [])]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        return list(self.raw.get("reply_markup", {}).get("inline_keyboard", []))

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    def marked(self, type_: str) -> list[str]:
        """The words under each entity of a type: marked("bold") -> ["at least 286 people"]."""
        units = self.text.encode("utf-16-le")
        entities = self.raw.get("entities") or self.raw.get("caption_entities") or []
        places = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] == type_]
        return [units[2 * begin : 2 * end].decode("utf-16-le") for begin, end in places]


class Person:
    """One person in one chat (the private one with the bot, if no other is named)."""

    def __init__(self, url: str, id_: int = READER_ID, chat: int | None = None) -> None:
        self.id, self.chat = id_, chat or id_
        self.messages: dict[int, Shown] = {}
        self.toasts: list[str] = []
        self.answers: deque[dict[str, Any]] = deque()
        self.actions: list[str] = []
        self._unread: deque[int] = deque()
        self._seen = 0
        self._http = httpx.AsyncClient(base_url=url, timeout=60, verify=False)

    async def __aenter__(self) -> Self:
        held = await self._get("chat")
        self._seen = held["seq"]
        self.messages = {m["message_id"]: Shown(m) for m in held["messages"]}
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def say(
        self, text: str, *, reply_to: Shown | None = None, thread: int = 0, channel: str = ""
    ) -> Shown:
        """Sends a text, or a post of a channel; of one that was cut, the last part is returned."""
        place = {"reply_to": reply_to.id if reply_to else 0, "thread": thread}
        more = {**place, **({"channel": channel} if channel else {})}
        return Shown((await self._post("say", text=text, **more))[-1])

    async def send_document(self, name: str, content: bytes, caption: str = "") -> Shown:
        files = {"document": (name, content)}
        return Shown(await self._post("document", files, caption=caption))

    async def share_location(self, latitude: float, longitude: float) -> None:
        await self._post("location", latitude=latitude, longitude=longitude)

    async def press(self, message: Shown, label: str) -> None:
        """Presses the button with this label, on the message as it stands now."""
        await self._catch_up(0)
        rows = self.messages.get(message.id, message).rows
        for y, row in enumerate(rows):
            for x, button in enumerate(row):
                if button["text"] == label:
                    await self._post("press", message=message.id, row=y, column=x)
                    return
        raise AssertionError(f"no button {label!r} under {message.text!r}")

    async def react(self, message: Shown, emoji: str) -> None:
        """Sets a reaction in place of the last; an empty one takes it off."""
        await self._post("react", message=message.id, emoji=emoji)

    async def block(self) -> None:
        await self._post("block", blocked="true")

    async def unblock(self) -> None:
        await self._post("block", blocked="false")

    async def commands(self) -> list[str]:
        """The command menu, as the person sees it."""
        return [entry["command"] for entry in (await self._get("chat"))["commands"]]

    async def next_message(self, patience: float = PATIENCE) -> Shown:
        """The bot's next new message, each once, as it stands now."""
        await self._until(lambda: self._unread, "a message of the bot", patience)
        return self.messages[self._unread.popleft()]

    async def next_answer(self, patience: float = PATIENCE) -> dict[str, Any]:
        """The next answer to a pressed button: {"text", "alert", "url", ...}."""
        await self._until(lambda: self.answers, "an answer to a button", patience)
        return self.answers.popleft()

    async def wait_for(self, wanted: Callable[[Shown], bool], patience: float = PATIENCE) -> Shown:
        """The newest message, edited ones included, that is as wanted."""
        await self._until(lambda: any(map(wanted, self.messages.values())), "it", patience)
        return next(m for m in reversed(self.messages.values()) if wanted(m))

    async def _until(self, there: Callable[[], object], what: str, patience: float) -> None:
        deadline = time.monotonic() + patience
        while not there():
            if time.monotonic() > deadline:
                texts = [message.text for message in self.messages.values()]
                raise AssertionError(f"waited {patience} s for {what}; the chat holds {texts}")
            await self._catch_up(1)

    async def _catch_up(self, patience: int) -> None:
        news = await self._get("changes", after=self._seen, timeout=patience)
        self._seen = news["seq"]
        for event in news["events"]:
            if event["chat_id"] == self.chat:
                self._take_in(event)

    def _take_in(self, event: dict[str, Any]) -> None:
        kind = event["kind"]
        if kind in ("message", "edited"):
            shown = Shown(event["message"])
            self.messages[shown.id] = shown
            if kind == "message" and shown.from_bot:
                self._unread.append(shown.id)
        if kind == "deleted":
            self.messages.pop(event["message_id"], None)
        if kind == "action":
            self.actions.append(event["action"])
        if kind == "answer":
            self.answers.append(event)
            self.toasts += [event["text"]] if event["text"] else []

    async def _get(self, path: str, **fields: Any) -> Any:
        query = {"person": self.id, "chat": self.chat, **fields}
        return (await self._http.get(f"/client/{path}", params=query)).raise_for_status().json()

    async def _post(self, path: str, files: Any = None, **fields: Any) -> Any:
        form = {"person": self.id, "chat": self.chat, **fields}
        answer = await self._http.post(f"/client/{path}", data=form, files=files)
        assert answer.is_success, answer.text
        await asyncio.sleep(0)
        return answer.json()
