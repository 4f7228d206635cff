"""Methods of the Bot API that put messages into chats, change them and take them out again."""

from typing import Any

from bot.sandbox.keyboards import checked_markup
from bot.sandbox.links import BadLink, checked_link
from bot.sandbox.parameters import Array, File, Object, Upload
from bot.sandbox.refusals import bad_request, forbidden
from bot.sandbox.texts import formatted_caption, formatted_text
from bot.sandbox.world import Chat, Json, World

LARGEST_DOWNLOAD, LARGEST_UPLOAD, LARGEST_PHOTO = 20 << 20, 50 << 20, 10 << 20
ANSWER_WITHIN = 15 * 60
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
REACTIONS = set(
    "👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡❤"
)


def known_chat(world: World, chat_id: str) -> Chat:
    digits = chat_id.strip().removeprefix("-")
    chat = world.chats.get(int(chat_id)) if digits.isdecimal() and digits.isascii() else None
    if chat is None or not (chat.started or chat.bot_out):
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, chat_id: str, thread: int = 0) -> Chat:
    """A chat that the bot may write to."""
    chat = known_chat(world, chat_id)
    if chat.bot_out:
        raise forbidden(chat.bot_out)
    if thread and thread not in chat.topics:
        raise bad_request("message thread not found")
    return chat


def send_message(
    world: World, *, text: str, chat_id: str, parse_mode: str = "", entities: Array = None,
    reply_markup: Object = None, reply_parameters: Object = None, reply_to_message_id: int = 0,
    allow_sending_without_reply: bool = False, message_thread_id: int = 0,
    link_preview_options: Object = None, disable_notification: bool = False,
    protect_content: bool = False, message_effect_id: str = "",
) -> Json:  # fmt: skip
    shown = formatted_text(text, parse_mode, entities, world.people)
    chat = open_chat(world, chat_id, message_thread_id)
    reply = reply_parameters or {"message_id": reply_to_message_id or None}
    optional = allow_sending_without_reply or bool(reply.get("allow_sending_without_reply"))
    extra = {
        "reply_markup": checked_markup(reply_markup),
        "link_preview_options": checked_preview(link_preview_options),
        "reply_to_message": answered(world, chat, reply, optional) if _replies(reply) else None,
        "has_protected_content": protect_content or None,
        **_thread(message_thread_id),
    }
    return world.new_message(chat, world.bot, shown | given(extra))


def given(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value}


def _thread(thread: int) -> Json:
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}


def _replies(reply: Json) -> bool:
    if reply and "message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    return reply.get("message_id") is not None


def answered(world: World, chat: Chat, reply: Json, optional: bool) -> Json | None:
    """The message that is replied to, as it is shown within the reply."""
    number = str(reply["message_id"])
    message = world.message(chat.id, int(number) if number.isdecimal() else 0)
    if message is None and not optional:
        raise bad_request("message to be replied not found")
    return without(message, "reply_to_message", "reactions") if message else None


def without(message: Json, *names: str) -> Json:
    return {name: value for name, value in message.items() if name not in names}


def checked_preview(options: Object) -> Object:
    for name, value in (options or {}).items():
        if name != "url" and not isinstance(value, bool):
            raise bad_request(f'field "{name}" must be of type Boolean')
    if options and options.get("url"):
        try:
            checked_link(str(options["url"]))
        except BadLink:
            raise bad_request("WEBPAGE_URL_INVALID") from None
    return options


def edit_message_text(
    world: World, *, text: str, chat_id: str, message_id: int, parse_mode: str = "",
    entities: Array = None, reply_markup: Object = None, link_preview_options: Object = None,
) -> Json:  # fmt: skip
    shown = formatted_text(text, parse_mode, entities, world.people)
    message = _own_message(world, chat_id, message_id)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    kept = without(message, "text", "entities", "reply_markup", "link_preview_options")
    extra = {
        "reply_markup": checked_markup(reply_markup),
        "link_preview_options": checked_preview(link_preview_options),
    }
    return _edited(world, message, kept | shown | given(extra))


def edit_message_caption(
    world: World, *, chat_id: str, message_id: int, caption: str = "", parse_mode: str = "",
    caption_entities: Array = None, reply_markup: Object = None,
) -> Json:  # fmt: skip
    shown = formatted_caption(caption, parse_mode, caption_entities, world.people)
    message = _own_message(world, chat_id, message_id)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    kept = without(message, "caption", "caption_entities", "reply_markup")
    return _edited(
        world, message, kept | shown | given({"reply_markup": checked_markup(reply_markup)})
    )


def edit_message_reply_markup(
    world: World, *, chat_id: str, message_id: int, reply_markup: Object = None
) -> Json:
    message = _own_message(world, chat_id, message_id)
    markup = {"reply_markup": checked_markup(reply_markup)}
    return _edited(world, message, without(message, "reply_markup") | given(markup))


def _own_message(world: World, chat_id: str, message_id: int) -> Json:
    chat = open_chat(world, chat_id)
    message = world.message(chat.id, message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot["id"]:
        raise bad_request("message can't be edited")
    return message


def _edited(world: World, before: Json, after: Json) -> Json:
    if without(before, "edit_date") == without(after, "edit_date"):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    after["edit_date"] = int(world.clock.seconds())
    world.edit(after)
    return after


def delete_message(world: World, *, chat_id: str, message_id: int) -> bool:
    chat = open_chat(world, chat_id)
    message = world.message(chat.id, message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if not chat.private and message["from"]["id"] != world.bot["id"]:
        raise bad_request("message can't be deleted")
    world.delete(chat.id, message_id)
    return True


def answer_callback_query(
    world: World, *, callback_query_id: str, text: str = "", show_alert: bool = False,
    url: str = "", cache_time: int = 0,
) -> bool:  # fmt: skip
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    press = world.presses.pop(callback_query_id, None)
    if press is None or world.clock.seconds() - press.at > ANSWER_WITHIN:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.announce(
        "answer", press.chat, only=press.person, message_id=press.message,
        query=callback_query_id, text=text, alert=show_alert, url=url,
    )  # fmt: skip
    return True


def send_chat_action(
    world: World, *, chat_id: str, action: str, message_thread_id: int = 0
) -> bool:
    chat = open_chat(world, chat_id, message_thread_id)
    if action.lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.announce("action", chat.id, action=action.lower())
    return True


def set_message_reaction(
    world: World, *, chat_id: str, message_id: int, reaction: Array = None, is_big: bool = False
) -> bool:
    chat = open_chat(world, chat_id)
    message = world.message(chat.id, message_id)
    if message is None:
        raise bad_request("message to react not found")
    emojis = [str(r.get("emoji", "")) for r in reaction or [] if isinstance(r, dict)]
    if any(emoji.rstrip("\ufe0f") not in REACTIONS for emoji in emojis):
        raise bad_request("REACTION_INVALID")
    if len(emojis) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    world.edit(without(message, "reactions") | given({"reactions": emojis}))
    return True


def send_document(
    world: World, *, chat_id: str, document: File, caption: str = "", parse_mode: str = "",
    caption_entities: Array = None, reply_markup: Object = None, reply_parameters: Object = None,
    message_thread_id: int = 0, disable_notification: bool = False, protect_content: bool = False,
    disable_content_type_detection: bool = False, reply_to_message_id: int = 0,
    allow_sending_without_reply: bool = False,
) -> Json:  # fmt: skip
    content = {"document": kept_file(world, document, LARGEST_UPLOAD)}
    content |= formatted_caption(caption, parse_mode, caption_entities, world.people)
    return _send_file(world, chat_id, content, locals())


def send_photo(
    world: World, *, chat_id: str, photo: File, caption: str = "", parse_mode: str = "",
    caption_entities: Array = None, reply_markup: Object = None, reply_parameters: Object = None,
    message_thread_id: int = 0, disable_notification: bool = False, protect_content: bool = False,
    reply_to_message_id: int = 0, allow_sending_without_reply: bool = False,
    has_spoiler: bool = False, show_caption_above_media: bool = False,
) -> Json:  # fmt: skip
    file = without(kept_file(world, photo, LARGEST_PHOTO), "file_name", "mime_type")
    content: Json = {"photo": [{**file, "width": 1280, "height": 720}]}
    content |= formatted_caption(caption, parse_mode, caption_entities, world.people)
    return _send_file(world, chat_id, content, locals())


def _send_file(world: World, chat_id: str, content: Json, asked: dict[str, Any]) -> Json:
    thread = asked["message_thread_id"]
    chat = open_chat(world, chat_id, thread)
    reply = asked["reply_parameters"] or {"message_id": asked["reply_to_message_id"] or None}
    optional = bool(
        asked["allow_sending_without_reply"] or reply.get("allow_sending_without_reply")
    )
    extra = {
        "reply_markup": checked_markup(asked["reply_markup"]),
        "reply_to_message": answered(world, chat, reply, optional) if _replies(reply) else None,
        "has_protected_content": asked["protect_content"] or None,
        **_thread(thread),
    }
    return world.new_message(chat, world.bot, content | given(extra))


def kept_file(world: World, file: File, largest: int) -> Json:
    if isinstance(file, Upload):
        if not file.content:
            raise bad_request("file must be non-empty")
        if len(file.content) > largest:
            raise bad_request("file is too big")
        return world.add_file(file.name, file.mime_type, file.content)
    known = world.file(file)
    if known is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return known
