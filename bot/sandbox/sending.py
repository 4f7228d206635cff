"""Methods of the Bot API that put messages into chats, change them and take them out again."""

from bot.sandbox.groups import topic_start, writable
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.links import BadLink, checked_link
from bot.sandbox.markup import utf16_length
from bot.sandbox.parameters import Array, File, Object, Shared, Upload
from bot.sandbox.refusals import bad_request
from bot.sandbox.texts import LONGEST_CAPTION, formatted_caption, formatted_text
from bot.sandbox.world import Chat, Json, World

LARGEST_DOWNLOAD, LARGEST_UPLOAD, LARGEST_PHOTO = 20 << 20, 50 << 20, 10 << 20
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def known_chat(world: World, chat_id: str) -> Chat:
    digits = chat_id.strip().removeprefix("-")
    chat = world.chats.get(int(chat_id)) if digits.isdecimal() and digits.isascii() else None
    if chat is None or not (chat.started or chat.bot_out):
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, chat_id: str, thread: int = 0) -> Chat:
    """A chat that the bot may write to."""
    return writable(known_chat(world, chat_id), thread)


def send_message(
    world: World, *, text: str, chat_id: str, parse_mode: str = "", entities: Array = None,
    link_preview_options: Object = None, shared: Shared,
) -> Json:  # fmt: skip
    content = formatted_text(text, parse_mode, entities, world.people)
    if preview := checked_preview(link_preview_options):
        content["link_preview_options"] = preview
    return _send(world, chat_id, content, shared)


def given(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value}


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


def quoted(message: Json | None, reply: Json, people: dict[int, Json]) -> Json:
    """The part of a message that a reply quotes; it must be there word for word."""
    words = str(reply.get("quote") or "")
    if not words or message is None:
        return {}
    shown = formatted_text(
        words, str(reply.get("quote_parse_mode") or ""), reply.get("quote_entities"), people
    )
    text = str(message.get("text") or message.get("caption") or "")
    at = text.find(shown["text"])
    if at < 0 or len(shown["text"]) > LONGEST_CAPTION:
        raise bad_request("QUOTE_TEXT_INVALID")
    place = {"position": utf16_length(text[:at]), "is_manual": True}
    return {"quote": shown | place}


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


def send_chat_action(
    world: World, *, chat_id: str, action: str, message_thread_id: int = 0,
    business_connection_id: str = "",
) -> bool:  # fmt: skip
    chat = open_chat(world, chat_id, message_thread_id)
    if action.lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.announce("action", chat.id, action=action.lower())
    return True


def send_document(
    world: World, *, chat_id: str, document: File, caption: str = "", parse_mode: str = "",
    caption_entities: Array = None, disable_content_type_detection: bool = False,
    thumbnail: File = "", shared: Shared,
) -> Json:  # fmt: skip
    content = {"document": kept_file(world, document, LARGEST_UPLOAD)}
    content |= formatted_caption(caption, parse_mode, caption_entities, world.people)
    return _send(world, chat_id, content, shared)


def send_photo(
    world: World, *, chat_id: str, photo: File, caption: str = "", parse_mode: str = "",
    caption_entities: Array = None, has_spoiler: bool = False,
    show_caption_above_media: bool = False, shared: Shared,
) -> Json:  # fmt: skip
    file = without(kept_file(world, photo, LARGEST_PHOTO), "file_name", "mime_type")
    content: Json = {"photo": [{**file, "width": 1280, "height": 720}]}
    content |= formatted_caption(caption, parse_mode, caption_entities, world.people)
    return _send(world, chat_id, content, shared)


def _send(world: World, chat_id: str, content: Json, shared: Shared) -> Json:
    """Sends what a method made of its own parameters, with those that all of them share."""
    thread = shared.message_thread_id
    chat = open_chat(world, chat_id, thread)
    _check_extras(chat, shared)
    reply = shared.reply_parameters or {"message_id": shared.reply_to_message_id or None}
    optional = bool(shared.allow_sending_without_reply or reply.get("allow_sending_without_reply"))
    original = answered(world, chat, reply, optional) if _replies(reply) else None
    extra = {
        "reply_markup": checked_markup(shared.reply_markup),
        "reply_to_message": original or (topic_start(world, chat, thread) if thread else None),
        "has_protected_content": shared.protect_content,
        "effect_id": shared.message_effect_id,
        "message_thread_id": thread,
        "is_topic_message": bool(thread),
        **quoted(original, reply, world.people),
    }
    set_keyboard(world, chat, shared.reply_markup or {})
    return world.new_message(chat, world.bot, content | given(extra))


def _check_extras(chat: Chat, shared: Shared) -> None:
    if shared.business_connection_id:
        raise bad_request("business connection not found")
    if shared.direct_messages_topic_id:
        raise bad_request("chat is not a channel direct messages chat")
    if shared.message_effect_id and not chat.private:
        raise bad_request("message effects can be used only in private chats")
    if shared.message_effect_id and not shared.message_effect_id.isdecimal():
        raise bad_request("invalid message effect identifier specified")


def set_keyboard(world: World, chat: Chat, markup: Json) -> None:
    """Shows, keeps or takes away the keyboard that stands in place of letters."""
    if "keyboard" in markup:
        chat.keyboard = markup
    elif markup.get("remove_keyboard"):
        chat.keyboard = {}
    else:
        return
    world.keep_chat(chat)
    world.announce("keyboard", chat.id, keyboard=chat.keyboard)


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
