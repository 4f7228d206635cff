"""Groups, their topics, and whether the bot is in a chat: persons change it, the bot is told."""

from bot.sandbox.refusals import Refusal, bad_request, forbidden
from bot.sandbox.world import Chat, Json, World

OUT = {"left": "bot is not a member of the {} chat", "kicked": "bot was kicked from the {} chat"}
GONE = {"deactivated": "user is deactivated", "deleted": "the group chat was deleted"}
MAY_MANAGE = ("can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users",
              "can_restrict_members", "can_promote_members", "can_manage_video_chats",
              "can_post_stories", "can_edit_stories", "can_delete_stories")  # fmt: skip


def writable(chat: Chat, thread: int = 0) -> Chat:
    """The chat, if the bot may write there; raises Refusal in Telegram's words."""
    if chat.migrated_to:
        words = "group chat was upgraded to a supergroup chat"
        raise Refusal(400, f"Bad Request: {words}", migrate_to_chat_id=chat.migrated_to)
    if chat.bot_out:
        raise forbidden(chat.bot_out)
    if thread and thread not in chat.topics:
        raise bad_request("message thread not found")
    if thread in chat.closed:
        raise bad_request("TOPIC_CLOSED")
    return chat


def bot_member(world: World, chat: Chat, status: str) -> Json:
    """The bot as a ChatMember of this status."""
    hidden = ("can_", "has_", "supports_")
    user = {name: value for name, value in world.bot.items() if not name.startswith(hidden)}
    return member(user, status)


def member(user: Json, status: str) -> Json:
    extra: dict[str, Json] = {"kicked": {"until_date": 0}, "creator": {"is_anonymous": False}}
    more = extra.get(status, {})
    if status == "administrator":
        more = {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(MAY_MANAGE, True)}
    return {"user": user, "status": status, **more}


def bot_status(chat: Chat) -> str:
    if not chat.bot_out:
        return chat.bot_status
    return "left" if chat.bot_out.startswith("bot is not") else "kicked"


def set_bot_status(world: World, chat: Chat, person: int, status: str) -> None:
    """A person lets the bot in, promotes it or puts it out; the bot is told."""
    if status not in ("member", "administrator", "left", "kicked"):
        raise bad_request("a bot is a member, administrator, left or kicked")
    before = bot_status(chat)
    if before == status:
        return
    chat.bot_out = OUT[status].format(chat.body["type"]) if status in OUT else ""
    chat.bot_status, chat.started = ("member" if chat.bot_out else status), True
    world.keep_chat(chat)
    tell_change(world, chat, person, before, status)
    if chat.private or before == "administrator" or status == "administrator":
        return
    bot = bot_member(world, chat, status)["user"]
    word = {"left_chat_member": bot} if chat.bot_out else {"new_chat_members": [bot]}
    notice = world.new_message(chat, world.people[person], word)
    if not chat.bot_out:
        world.updates.push("message", notice)


def tell_change(world: World, chat: Chat, person: int, before: str, after: str) -> None:
    """The my_chat_member update of a change."""
    change = {
        "chat": chat.body, "from": world.people.get(person, world.bot),
        "date": int(world.clock.seconds()),
        "old_chat_member": bot_member(world, chat, before),
        "new_chat_member": bot_member(world, chat, after),
    }  # fmt: skip
    world.updates.push("my_chat_member", change)
    world.announce("state", chat.id)


def set_state(world: World, chat: Chat, person: int, state: str, topic: int = 0) -> None:
    """Puts a chat into a state by name: a status of the bot's, or one of the rarer ones."""
    if state in GONE:
        chat.bot_out = GONE[state]
    elif state in ("topic_closed", "topic_open"):
        chat.closed = [*({*chat.closed} - {topic}), *([topic] if state == "topic_closed" else [])]
    elif state == "migrated":
        return migrate(world, chat, person)
    else:
        return set_bot_status(world, chat, person, state)
    world.keep_chat(chat)
    world.announce("state", chat.id)
    return None


def migrate(world: World, chat: Chat, person: int) -> None:
    """A basic group becomes a supergroup with another id; both tell the bot."""
    if chat.body["type"] != "group" or chat.migrated_to:
        raise bad_request("only a basic group can become a supergroup")
    new = world.add_group(int(f"-100{abs(chat.id)}"), chat.body["title"], chat.members, [])
    chat.migrated_to = new.id
    world.keep_chat(chat)
    sender = world.people[person]
    last = world.new_message(chat, sender, {"migrate_to_chat_id": new.id})
    world.updates.push("message", last)
    first = world.new_message(new, sender, {"migrate_from_chat_id": chat.id})
    world.updates.push("message", first)


def topic_start(world: World, chat: Chat, thread: int) -> Json:
    """The message that opened a topic: whatever is written there is a reply to it."""
    name = chat.titles.get(str(thread), f"Topic {thread}")
    return {
        "message_id": thread, "from": world.people[chat.members[0]], "chat": chat.body,
        "date": 1, "message_thread_id": thread, "is_topic_message": True,
        "forum_topic_created": {"name": name, "icon_color": 0x6FB9F0},
    }  # fmt: skip
