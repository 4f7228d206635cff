"""Methods of the Bot API about the bot itself: updates, command menus, chats and files."""

import re

from bot.sandbox.groups import OUT, bot_member, bot_status, member, tell_change, writable
from bot.sandbox.parameters import Array, File, Object
from bot.sandbox.refusals import bad_request
from bot.sandbox.sending import LARGEST_DOWNLOAD, known_chat, without
from bot.sandbox.webhook import checked_secret, checked_url
from bot.sandbox.world import Chat, Json, World

MOST_COMMANDS = 100
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def get_me(world: World) -> Json:
    return world.bot


async def get_updates(
    world: World, *, offset: int = 0, limit: int = 100,
    timeout: int = 0, allowed_updates: Array = None,  # noqa: ASYNC109
) -> list[Json]:  # fmt: skip
    if allowed_updates is not None:
        world.updates.allowed = [str(name) for name in allowed_updates]
        world.updates.save()
    return await world.updates.poll(offset=offset, limit=limit, seconds=timeout)


def set_webhook(
    world: World, *, url: str = "", allowed_updates: Array = None, secret_token: str = "",
    max_connections: int = 40, drop_pending_updates: bool = False, certificate: File = "",
    ip_address: str = "",
) -> bool:  # fmt: skip
    if not url:
        return delete_webhook(world, drop_pending_updates=drop_pending_updates)
    where, secret = checked_url(url), checked_secret(secret_token)
    if allowed_updates is not None:
        world.updates.allowed = [str(name) for name in allowed_updates]
        world.updates.save()
    if drop_pending_updates:
        _drop_pending(world)
    world.updates.dismiss_poller("terminated by setWebhook request")
    world.updates.pushed_to = where
    world.webhook.set(where, secret, max_connections)
    return True


def delete_webhook(world: World, *, drop_pending_updates: bool = False) -> bool:
    if drop_pending_updates:
        _drop_pending(world)
    world.webhook.stop()
    world.updates.pushed_to = ""
    return True


def _drop_pending(world: World) -> None:
    if world.updates.waiting:
        world.updates.confirm(world.updates.waiting[-1]["update_id"] + 1)


def get_webhook_info(world: World) -> Json:
    info = {"url": world.webhook.url, "has_custom_certificate": False}
    info |= {"pending_update_count": len(world.updates.waiting)}
    if world.webhook.url:
        info |= {"max_connections": world.webhook.connections} | world.webhook.error
    return info | ({"allowed_updates": world.updates.allowed} if world.updates.allowed else {})


def get_chat_member(world: World, *, chat_id: str, user_id: int) -> Json:
    chat = writable(known_chat(world, chat_id))
    if user_id == world.bot["id"]:
        return bot_member(world, chat, bot_status(chat))
    if user_id not in world.people:
        raise bad_request("invalid user_id specified")
    if user_id not in chat.members:
        return member(world.people[user_id], "left")
    return member(world.people[user_id], _rank(chat, user_id))


def _rank(chat: Chat, person: int) -> str:
    if person not in chat.admins:
        return "member"
    return "creator" if person == chat.admins[0] else "administrator"


def get_chat_administrators(world: World, *, chat_id: str, return_bots: bool = False) -> list[Json]:
    chat = writable(known_chat(world, chat_id))
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    people = [member(world.people[id_], _rank(chat, id_)) for id_ in chat.admins]
    own = [bot_member(world, chat, "administrator")] if chat.bot_status == "administrator" else []
    return people + own


def get_chat_member_count(world: World, *, chat_id: str) -> int:
    chat = writable(known_chat(world, chat_id))
    return len(chat.members) + 1


def leave_chat(world: World, *, chat_id: str) -> bool:
    chat = writable(known_chat(world, chat_id))
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    before = bot_status(chat)
    chat.bot_out = OUT["left"].format(chat.body["type"])
    world.keep_chat(chat)
    tell_change(world, chat, world.bot["id"], before, "left")
    return True


def get_chat(world: World, *, chat_id: str) -> Json:
    chat = known_chat(world, chat_id)
    return chat.body | {
        "accent_color_id": 0, "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
             "gifts_from_channels"), False),
    }  # fmt: skip


def get_file(world: World, *, file_id: str) -> Json:
    file = world.file(file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file["file_size"] > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return without(file, "file_name", "mime_type") | {"file_path": f"documents/{file_id}"}


def set_my_commands(
    world: World, *, commands: Array, scope: Object = None, language_code: str = ""
) -> bool:
    key = _menu(world, scope, language_code)
    listed = [_command(raw) for raw in commands or []]
    if len(listed) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[key] = listed
    _menu_changed(world, key)
    return True


def get_my_commands(world: World, *, scope: Object = None, language_code: str = "") -> list[Json]:
    return world.commands.get(_menu(world, scope, language_code), [])


def delete_my_commands(world: World, *, scope: Object = None, language_code: str = "") -> bool:
    key = _menu(world, scope, language_code)
    world.commands[key] = []
    _menu_changed(world, key)
    return True


def _menu_changed(world: World, key: str) -> None:
    world.history.keep("commands", key, {"key": key, "list": world.commands[key]})
    for chat_id in world.chats:
        world.announce("commands", chat_id)


def _menu(world: World, scope: Object, language: str) -> str:
    """The name under which a menu is kept: scope, chat, member, language."""
    kind = str((scope or {}).get("type", "default"))
    if kind not in SCOPES + CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    place = ""
    if scope and kind in CHAT_SCOPES:
        place = str(known_chat(world, str(scope.get("chat_id", ""))).id)
    member = str((scope or {}).get("user_id", "")) if kind == "chat_member" else ""
    return f"{kind}/{place}/{member}/{language}"


def _command(raw: object) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("expected an Array of BotCommand")
    for name in ("command", "description"):
        if name not in raw:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = str(raw["command"]).strip().removeprefix("/")
    description = str(raw["description"]).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def menu_for(world: World, chat: Chat, person: int) -> list[Json]:
    """The menu that a person sees in a chat: the narrowest scope wins, then the language."""
    private = [f"chat/{chat.id}/", "all_private_chats//"]
    group = [f"chat_member/{chat.id}/{person}", f"chat/{chat.id}/", "all_group_chats//"]
    language = world.people[person].get("language_code", "")
    for scope in [*(private if chat.private else group), "default//"]:
        for key in (f"{scope}/{language}", f"{scope}/"):
            if world.commands.get(key):
                return world.commands[key]
    return []


def set_my_description(world: World, *, description: str = "", language_code: str = "") -> bool:
    return _describe(world, "description", description, 512)


def set_my_short_description(
    world: World, *, short_description: str = "", language_code: str = ""
) -> bool:
    return _describe(world, "short_description", short_description, 120)


def _describe(world: World, name: str, text: str, longest: int) -> bool:
    if len(text) > longest:
        raise bad_request(f"BOT_{name.upper()}_TOO_LONG")
    world.profile[name] = text
    world.history.keep("profile", 1, world.profile)
    return True
