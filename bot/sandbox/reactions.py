"""Reactions: the bot sets its own by a method, persons theirs in the chat, and the bot is told.

A message keeps them as a list of who reacted with what, which the Bot API's Message has not.
"""

from bot.sandbox.parameters import Array
from bot.sandbox.refusals import bad_request
from bot.sandbox.sending import given, open_chat, without
from bot.sandbox.world import Chat, Json, World

REACTIONS_OF_OTHERS = ("custom_emoji", "paid")
EMOJIS = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 "
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
REACTIONS = set(EMOJIS.split())


def set_message_reaction(
    world: World, *, chat_id: str, message_id: int, reaction: Array = None, is_big: bool = False
) -> bool:
    chat = open_chat(world, chat_id)
    message = world.message(chat.id, message_id)
    if message is None:
        raise bad_request("message to react not found")
    _put(world, message, world.bot["id"], [_emoji(kind) for kind in reaction or []])
    return True


def react(world: World, person: int, chat: Chat, message_id: int, emoji: str) -> None:
    """Sets a person's reaction in place of their last; an empty one takes it off.

    The bot is told in private chats, and in groups where it is an administrator.
    """
    message = world.message(chat.id, message_id)
    if message is None:
        raise bad_request("message to react not found")
    before, after = _of(message, person), [emoji] if emoji else []
    if before == after:
        return
    _put(world, message, person, after)
    if chat.bot_out or not (chat.private or chat.bot_status == "administrator"):
        return
    change = {
        "chat": chat.body, "message_id": message_id, "user": world.people[person],
        "date": int(world.clock.seconds()),
        "old_reaction": [_kind(one) for one in before],
        "new_reaction": [_kind(one) for one in after],
    }  # fmt: skip
    world.updates.push("message_reaction", change)


def _put(world: World, message: Json, actor: int, emojis: list[str]) -> None:
    emojis = [emoji.replace("\ufe0f", "") for emoji in emojis]
    if not REACTIONS.issuperset(emojis):
        raise bad_request("REACTION_INVALID")
    if len(emojis) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    others = [one for one in message.get("reactions", []) if one["by"] != actor]
    own = [{"by": actor, "emoji": emoji} for emoji in emojis]
    world.edit(without(message, "reactions") | given({"reactions": others + own}))


def _of(message: Json, actor: int) -> list[str]:
    return [one["emoji"] for one in message.get("reactions", []) if one["by"] == actor]


def _kind(emoji: str) -> Json:
    return {"type": "emoji", "emoji": emoji}


def _emoji(kind: object) -> str:
    if not isinstance(kind, dict):
        raise bad_request("can't parse reaction type: expected an Object")
    if "type" not in kind:
        raise bad_request("can't parse reaction type: Can't find field \"type\"")
    if kind["type"] in REACTIONS_OF_OTHERS:
        raise bad_request("REACTION_INVALID")
    if kind["type"] != "emoji":
        raise bad_request("can't parse reaction type: Invalid reaction type specified")
    return str(kind.get("emoji", ""))
