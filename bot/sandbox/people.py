"""What persons do in the sandbox: write, press buttons, send files, forward, block the bot.

Used by the chat page and by tests; each deed becomes the update that Telegram would send.
"""

from uuid import uuid4

from bot.sandbox.editing import ANSWER_WITHIN
from bot.sandbox.entities import polished, to_json
from bot.sandbox.groups import tell_change, topic_start
from bot.sandbox.parameters import Upload
from bot.sandbox.refusals import bad_request
from bot.sandbox.sending import answered, kept_file, quoted, without
from bot.sandbox.texts import LONGEST_TEXT
from bot.sandbox.world import Chat, Json, Press, World

BLOCKED = "bot was blocked by the user"
LARGEST_FROM_PERSON = 100 << 20
CONTENT = ("text", "entities", "caption", "caption_entities", "document", "photo", "location")


def own_chat(world: World, person: int, chat_id: int) -> Chat:
    """A chat that the person is in; others do not exist for them."""
    chat = world.chats.get(chat_id)
    if chat is None or person not in chat.members:
        raise bad_request("chat not found")
    return chat


def say(world: World, person: int, chat: Chat, text: str, extra: Json) -> list[Json]:
    """Sends a text as a Telegram app would, cut in parts if it is too long for one message."""
    text, _ = polished(text, [])
    if not text:
        raise bad_request("message text is empty")
    return [write(world, person, chat, _entities(part, world), extra) for part in _parts(text)]


def _parts(text: str) -> list[str]:
    parts = []
    while len(text) > LONGEST_TEXT:
        cut = max(text.rfind("\n", 1, LONGEST_TEXT), text.rfind(" ", 1, LONGEST_TEXT))
        cut = cut if cut > 0 else LONGEST_TEXT
        parts.append(text[:cut])
        text = text[cut:].strip()
    return [*parts, text]


def _entities(text: str, world: World) -> Json:
    text, entities = polished(text, [])
    shown: Json = {"text": text}
    return shown | ({"entities": [to_json(e, world.people) for e in entities]} if entities else {})


def write(world: World, person: int, chat: Chat, content: Json, extra: Json) -> Json:
    """Puts a person's message into a chat and tells the bot, if it may see it."""
    if chat.private and chat.bot_out:
        set_blocked(world, person, blocked=False)  # an app unblocks the bot when one writes to it
    if not chat.started:
        chat.started = True
        world.keep_chat(chat)
    message = world.new_message(chat, world.people[person], content | _place(world, chat, extra))
    if chat.private or (not chat.bot_out and _reaches_bot(world, chat, message)):
        world.updates.push("message", without(message, "reactions"))
    return message


def _place(world: World, chat: Chat, extra: Json) -> Json:
    """What a message replies to and quotes, its topic, and where it was first published."""
    place: Json = {}
    thread = extra.get("thread")
    if thread:
        place = {"message_thread_id": thread, "is_topic_message": True}
        place["reply_to_message"] = topic_start(world, chat, thread)
    if extra.get("reply_to"):
        reply = {"message_id": extra["reply_to"], "quote": extra.get("quote")}
        original = answered(world, chat, reply, optional=False)
        place |= {"reply_to_message": original} | quoted(original, reply, world.people)
    if extra.get("channel"):
        place["forward_origin"] = _from_channel(world, str(extra["channel"]))
    return place


def _from_channel(world: World, title: str) -> Json:
    number = sum(ord(letter) << 7 * at for at, letter in enumerate(title[:4]))
    chat = {"id": -1000000000000 - number, "type": "channel", "title": title}
    date = int(world.clock.seconds())
    return {"type": "channel", "date": date, "chat": chat, "message_id": 1}


def _reaches_bot(world: World, chat: Chat, message: Json) -> bool:
    """In groups a bot in privacy mode gets commands meant for it, and replies to itself."""
    if chat.bot_status == "administrator":
        return True
    first = message.get("text", "").split(" ")[0]
    name, _, addressee = first.partition("@")
    if name.startswith("/") and len(name) > 1:
        return addressee.lower() in ("", world.bot["username"])
    replied = message.get("reply_to_message", {})
    return bool(replied.get("from", {}).get("id") == world.bot["id"])


def send_file(
    world: World, person: int, chat: Chat, upload: Upload, caption: str, extra: Json
) -> Json:
    """Sends a document; or a picture, if `extra` has its width and height."""
    file = kept_file(world, upload, LARGEST_FROM_PERSON)
    content: Json = {"document": file}
    if extra.get("width") and extra.get("height"):
        size = {"width": extra["width"], "height": extra["height"]}
        content = {"photo": [without(file, "file_name", "mime_type") | size]}
    shown = _entities(caption, world)
    named = {"caption": shown["text"], "caption_entities": shown.get("entities")}
    content |= {name: value for name, value in named.items() if value}
    return write(world, person, chat, content, extra)


def send_location(
    world: World, person: int, chat: Chat, latitude: float, longitude: float, extra: Json
) -> Json:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("there is no such place")
    place = {"latitude": latitude, "longitude": longitude}
    return write(world, person, chat, {"location": place}, extra)


def forward(world: World, person: int, chat: Chat, message: Json, extra: Json) -> Json:
    """Forwards a message that the person sees into another of their chats."""
    content = {name: message[name] for name in CONTENT if name in message}
    if not content:
        raise bad_request("this cannot be forwarded")
    origin = {"type": "user", "date": message["date"], "sender_user": message["from"]}
    content["forward_origin"] = message.get("forward_origin", origin)
    return write(world, person, chat, content, extra)


def press(world: World, person: int, chat: Chat, message_id: int, row: int, column: int) -> str:
    """Presses a button of callback data; the answer comes as an event with this query's id."""
    message = world.message(chat.id, message_id)
    rows = (message or {}).get("reply_markup", {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise bad_request("there is no such button")
    button = rows[row][column]
    if message is None or "callback_data" not in button:
        raise bad_request("this button does nothing on the bot's side")
    known = _number_alone(message) if world.forgetful else without(message, "reactions")
    query, now = str(uuid4().int >> 66), world.clock.seconds()
    world.presses = {k: p for k, p in world.presses.items() if now - p.at <= ANSWER_WITHIN}
    world.presses[query] = Press(person, chat.id, message_id, now)
    callback = {
        "id": query, "from": world.people[person], "message": known,
        "chat_instance": str(chat.id), "data": button["callback_data"],
    }  # fmt: skip
    world.updates.push("callback_query", callback)
    return query


def _number_alone(message: Json) -> Json:
    """A message that is inaccessible to the bot, as old ones are."""
    return {"chat": message["chat"], "message_id": message["message_id"], "date": 0}


def set_blocked(world: World, person: int, *, blocked: bool) -> None:
    """Blocks or unblocks the bot in the person's private chat."""
    chat = world.chats[person]
    if bool(chat.bot_out) == blocked:
        return
    chat.bot_out, chat.started = (BLOCKED if blocked else ""), True
    world.keep_chat(chat)
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    tell_change(world, chat, person, before, after)
    world.announce("blocked", chat.id, blocked=blocked)
