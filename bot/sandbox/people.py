"""What persons do in the sandbox: write, press buttons, send files, block the bot.

Used by the chat page and by tests; each deed becomes the update that Telegram would send.
"""

from uuid import uuid4

from bot.sandbox.entities import polished, to_json
from bot.sandbox.parameters import Upload
from bot.sandbox.refusals import bad_request
from bot.sandbox.sending import answered, kept_file, without
from bot.sandbox.texts import LONGEST_TEXT
from bot.sandbox.world import Chat, Json, Press, World

BLOCKED = "bot was blocked by the user"
LARGEST_FROM_PERSON = 100 << 20


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
    return [_write(world, person, chat, _entities(part, world), extra) for part in _parts(text)]


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


def _write(world: World, person: int, chat: Chat, content: Json, extra: Json) -> Json:
    if chat.private and chat.bot_out:
        set_blocked(world, person, blocked=False)  # an app unblocks the bot when one writes to it
    if not chat.started:
        chat.started = True
        world.keep_chat(chat)
    reply_to = extra.get("reply_to")
    if reply_to:
        reply = {"message_id": reply_to}
        content |= {"reply_to_message": answered(world, chat, reply, optional=False)}
    if extra.get("thread"):
        content |= {"message_thread_id": extra["thread"], "is_topic_message": True}
    message = world.new_message(chat, world.people[person], content)
    if chat.private or _reaches_bot(world, message):
        world.updates.push("message", message)
    return message


def _reaches_bot(world: World, message: Json) -> bool:
    """In groups a bot in privacy mode gets commands meant for it, and replies to itself."""
    first = message.get("text", "").split(" ")[0]
    name, _, addressee = first.partition("@")
    if name.startswith("/") and len(name) > 1:
        return addressee.lower() in ("", world.bot["username"])
    replied = message.get("reply_to_message", {})
    return bool(replied.get("from", {}).get("id") == world.bot["id"])


def send_document(
    world: World, person: int, chat: Chat, upload: Upload, caption: str, extra: Json
) -> Json:
    content: Json = {"document": kept_file(world, upload, LARGEST_FROM_PERSON)}
    shown = _entities(caption, world)
    named = {"caption": shown["text"], "caption_entities": shown.get("entities")}
    content |= {name: value for name, value in named.items() if value}
    return _write(world, person, chat, content, extra)


def press(world: World, person: int, chat: Chat, message_id: int, row: int, column: int) -> str:
    """Presses a button of callback data; the answer comes as an event with this query's id."""
    message = world.message(chat.id, message_id)
    rows = (message or {}).get("reply_markup", {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise bad_request("there is no such button")
    button = rows[row][column]
    if message is None or "callback_data" not in button:
        raise bad_request("this button does nothing on the bot's side")
    query = str(uuid4().int >> 66)
    world.presses[query] = Press(person, chat.id, message_id, world.clock.seconds())
    callback = {
        "id": query, "from": world.people[person], "message": without(message, "reactions"),
        "chat_instance": str(chat.id), "data": button["callback_data"],
    }  # fmt: skip
    world.updates.push("callback_query", callback)
    return query


def set_blocked(world: World, person: int, *, blocked: bool) -> None:
    """Blocks or unblocks the bot in the person's private chat."""
    chat = world.chats[person]
    if bool(chat.bot_out) == blocked:
        return
    chat.bot_out, chat.started = (BLOCKED if blocked else ""), True
    world.keep_chat(chat)
    user = without(world.bot, *(name for name in world.bot if name.startswith(("can_", "has_"))))
    member = {"user": user, "status": "member"}
    kicked = {"user": user, "status": "kicked", "until_date": 0}
    change = {
        "chat": chat.body, "from": world.people[person], "date": int(world.clock.seconds()),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }  # fmt: skip
    world.updates.push("my_chat_member", change)
    world.announce("blocked", chat.id, blocked=blocked)
