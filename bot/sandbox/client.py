"""The persons' side over HTTP, under /client: what the chat page and the tests call."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox import groups, people, reactions
from bot.sandbox.bodies import read_body
from bot.sandbox.parameters import Upload
from bot.sandbox.profile import menu_for
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.world import ADMIN_ID, READER_ID, Chat, Json, World

PAGE_OF_MESSAGES = 60
PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
Handler = Callable[[World, "Asked"], Any]


class Asked:
    """A person's request: who asks, about which chat, with what."""

    def __init__(self, world: World, fields: Json, files: dict[str, Upload]) -> None:
        self.fields, self.files = fields, files
        self.person = self.number("person")
        if self.person not in world.people:
            raise bad_request("there is no such person")
        self.chat: Chat = people.own_chat(world, self.person, self.number("chat", self.person))

    def number(self, name: str, default: int = 0) -> int:
        value = str(self.fields.get(name) or default)
        return int(value) if value.lstrip("-").isdecimal() else 0

    @property
    def extra(self) -> Json:
        """Where a message belongs: what it replies to and quotes, its topic, its channel."""
        numbers = {name: self.number(name) for name in ("reply_to", "thread", "width", "height")}
        texts = {name: str(self.fields.get(name, "")) for name in ("quote", "channel")}
        return numbers | texts


def overview(world: World) -> Json:
    chats = [
        {**chat.body, "members": chat.members, "admins": chat.admins}
        for chat in world.chats.values()
    ]
    return {
        "bot": world.bot, "profile": world.profile, "people": list(world.people.values()),
        "roles": {READER_ID: "reader", ADMIN_ID: "admin"},
        "chats": chats, "clock": world.clock.shown(), "tour": world.tour.left(),
    }  # fmt: skip


def chat(world: World, asked: Asked) -> Json:
    """A chat as the person sees it, with its newest messages, or those `before` a number."""
    held = asked.chat
    topics = [
        {"id": id_, "name": held.titles.get(str(id_), f"Topic {id_}"), "closed": id_ in held.closed}
        for id_ in held.topics
    ]
    before, limit = asked.number("before"), asked.number("limit", PAGE_OF_MESSAGES)
    messages = [m for id_, m in world.messages.get(held.id, {}).items() if not 0 < before <= id_]
    return {
        "chat": held.body, "started": held.started, "blocked": bool(held.bot_out),
        "bot": groups.bot_status(held), "topics": topics, "keyboard": held.keyboard,
        "messages": messages[-limit:], "earlier": len(messages) > limit,
        "commands": menu_for(world, held, asked.person), "seq": world.last_event,
    }  # fmt: skip


def say(world: World, asked: Asked) -> list[Json]:
    text = str(asked.fields.get("text", ""))
    return people.say(world, asked.person, asked.chat, text, asked.extra)


def press(world: World, asked: Asked) -> Json:
    place = (asked.number("message"), asked.number("row"), asked.number("column"))
    return {"query": people.press(world, asked.person, asked.chat, *place)}


def react(world: World, asked: Asked) -> bool:
    """Sets the person's reaction to a message; an empty emoji takes it off."""
    emoji = str(asked.fields.get("emoji", ""))
    reactions.react(world, asked.person, asked.chat, asked.number("message"), emoji)
    return True


def document(world: World, asked: Asked) -> Json:
    if "document" not in asked.files:
        raise bad_request("there is no document in the request")
    upload, caption = asked.files["document"], str(asked.fields.get("caption", ""))
    return people.send_file(world, asked.person, asked.chat, upload, caption, asked.extra)


def location(world: World, asked: Asked) -> Json:
    try:
        place = (float(asked.fields["latitude"]), float(asked.fields["longitude"]))
    except (KeyError, ValueError):
        raise bad_request("give a latitude and a longitude in degrees") from None
    return people.send_location(world, asked.person, asked.chat, *place, asked.extra)


def forward(world: World, asked: Asked) -> Json:
    """Forwards `message` of the chat `origin` into the asked chat."""
    origin = people.own_chat(world, asked.person, asked.number("origin"))
    message = world.message(origin.id, asked.number("message"))
    if message is None:
        raise bad_request("message to forward not found")
    return people.forward(world, asked.person, asked.chat, message, asked.extra)


def state(world: World, asked: Asked) -> bool:
    """Lets the bot into a group, puts it out, closes a topic, and the like."""
    wanted = str(asked.fields.get("state", ""))
    groups.set_state(world, asked.chat, asked.person, wanted, asked.number("topic"))
    return True


def step(world: World, asked: Asked) -> Any:
    """Takes one step of the guided start for the person."""
    taken = world.tour.take(str(asked.fields.get("step", "")))
    world.announce("tour", 0, tour=world.tour.left())
    if taken is None:
        return False
    if taken.tomorrow:
        world.move_on(world.clock.until_tomorrow(taken.tomorrow))
        return True
    if taken.file:
        upload = Upload(taken.file, "text/plain", taken.content)
        return people.send_file(world, asked.person, asked.chat, upload, "", {})
    return people.say(world, asked.person, asked.chat, taken.text, {})


def block(world: World, asked: Asked) -> bool:
    blocked = str(asked.fields.get("blocked", "")).lower() in ("true", "1")
    people.set_blocked(world, asked.person, blocked=blocked)
    return blocked


async def changes(world: World, asked: Asked) -> Json:
    """Events after a given one; waits for the first if there is none yet."""
    after, timeout = asked.number("after"), min(asked.number("timeout"), 50)
    if not world.events_for(asked.person, after) and timeout:
        await world.changed(timeout)
    return {"events": world.events_for(asked.person, after), "seq": world.last_event}


def _served(world: World, handler: Handler) -> Callable[..., Any]:
    async def serve(request: Request) -> Response:
        try:
            result = handler(world, Asked(world, *await read_body(request)))
            result = await result if isinstance(result, Awaitable) else result
        except Refusal as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        return JSONResponse(result)

    return serve


def _file(world: World) -> Callable[..., Any]:
    async def serve(request: Request) -> Response:
        try:
            asked = Asked(world, *await read_body(request))
        except Refusal as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        id_ = str(asked.fields.get("id", ""))
        file, content = world.file(id_), world.history.content("file", id_)
        if not (file and content and _holds(world, asked.person, id_)):
            return JSONResponse(bad_request("file not found").body(), 404)
        kind = file["mime_type"] if file["mime_type"] in PICTURES else "application/octet-stream"
        return Response(content, media_type=kind, headers={"content-disposition": "attachment"})

    return serve


def _holds(world: World, person: int, file_id: str) -> bool:
    """Whether a file is in one of the person's chats."""
    chats = (chat.id for chat in world.chats.values() if person in chat.members)
    shown = (message for id_ in chats for message in world.messages.get(id_, {}).values())
    return any(f'"{file_id}"' in json.dumps(message) for message in shown)


def _events(world: World, closing: asyncio.Event) -> Callable[..., Any]:
    async def follow(person: int) -> AsyncIterator[str]:
        after = world.last_event
        yield ": hello\n\n"
        while not closing.is_set():
            for event in world.events_for(person, after):
                yield f"data: {json.dumps(event)}\n\n"
            after = world.last_event
            if not world.events_for(person, after):
                await world.changed(20)
                yield ": still here\n\n"

    async def serve(request: Request) -> Response:
        try:
            asked = Asked(world, dict(request.query_params), {})
        except Refusal as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        return StreamingResponse(follow(asked.person), media_type="text/event-stream")

    return serve


def routes(world: World, closing: asyncio.Event) -> list[Route]:
    asking = [("chat", chat), ("changes", changes)]
    doing = [
        ("say", say), ("press", press), ("document", document), ("block", block),
        ("location", location), ("forward", forward), ("state", state), ("step", step),
        ("react", react),
    ]  # fmt: skip
    return [
        Route("/client/people", lambda _request: JSONResponse(overview(world))),
        Route("/client/events", _events(world, closing)),
        Route("/client/file", _file(world)),
        *(Route(f"/client/{name}", _served(world, do)) for name, do in asking),
        *(Route(f"/client/{name}", _served(world, do), methods=["POST"]) for name, do in doing),
    ]
