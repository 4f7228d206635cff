"""Methods of the Bot API that change messages, take them out again, and answer presses."""

from bot.sandbox.keyboards import checked_markup
from bot.sandbox.parameters import Array, Object
from bot.sandbox.refusals import bad_request
from bot.sandbox.sending import checked_preview, given, open_chat, without
from bot.sandbox.texts import formatted_caption, formatted_text
from bot.sandbox.world import Json, World

ANSWER_WITHIN = 15 * 60
DELETED_WITHIN = 48 * 3600


def edit_message_text(
    world: World, *, text: str, chat_id: str = "", message_id: int = 0, parse_mode: str = "",
    entities: Array = None, reply_markup: Object = None, link_preview_options: Object = None,
    inline_message_id: str = "", business_connection_id: str = "", rich_message: Object = None,
) -> Json:  # fmt: skip
    shown = formatted_text(text, parse_mode, entities, world.people)
    message = _own_message(world, chat_id, message_id, inline_message_id or business_connection_id)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    kept = without(message, "text", "entities", "reply_markup", "link_preview_options")
    extra = {
        "reply_markup": checked_markup(reply_markup),
        "link_preview_options": checked_preview(link_preview_options),
    }
    return _edited(world, message, kept | shown | given(extra))


def edit_message_caption(
    world: World, *, chat_id: str = "", message_id: int = 0, caption: str = "",
    parse_mode: str = "", caption_entities: Array = None, reply_markup: Object = None,
    inline_message_id: str = "", business_connection_id: str = "",
    show_caption_above_media: bool = False,
) -> Json:  # fmt: skip
    shown = formatted_caption(caption, parse_mode, caption_entities, world.people)
    message = _own_message(world, chat_id, message_id, inline_message_id or business_connection_id)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    kept = without(message, "caption", "caption_entities", "reply_markup")
    return _edited(
        world, message, kept | shown | given({"reply_markup": checked_markup(reply_markup)})
    )


def edit_message_reply_markup(
    world: World, *, chat_id: str = "", message_id: int = 0, reply_markup: Object = None,
    inline_message_id: str = "", business_connection_id: str = "",
) -> Json:  # fmt: skip
    message = _own_message(world, chat_id, message_id, inline_message_id or business_connection_id)
    markup = {"reply_markup": checked_markup(reply_markup)}
    return _edited(world, message, without(message, "reply_markup") | given(markup))


def _own_message(world: World, chat_id: str, message_id: int, foreign: str) -> Json:
    """A message of the bot's; there are none sent inline or for a business (`foreign`) here."""
    if foreign:
        raise bad_request("MESSAGE_ID_INVALID")
    if not chat_id:
        raise bad_request("chat_id is empty")
    if not message_id:
        raise bad_request("message identifier is not specified")
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
    own = message["from"]["id"] == world.bot["id"]
    if not (chat.private or own or chat.bot_status == "administrator"):
        raise bad_request("message can't be deleted")
    if world.clock.seconds() - message["date"] > DELETED_WITHIN and not (
        chat.bot_status == "administrator"
    ):
        raise bad_request("message can't be deleted for everyone")
    world.delete(chat.id, message_id)
    return True


def answer_callback_query(
    world: World, *, callback_query_id: str, text: str = "", show_alert: bool = False,
    url: str = "", cache_time: int = 0,
) -> bool:  # fmt: skip
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.lower().startswith((f"https://t.me/{world.bot['username']}?start=",)):
        raise bad_request("URL_INVALID")
    press = world.presses.pop(callback_query_id, None)
    if press is None or world.clock.seconds() - press.at > ANSWER_WITHIN:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.announce(
        "answer", press.chat, only=press.person, message_id=press.message,
        query=callback_query_id, text=text, alert=show_alert, url=url,
    )  # fmt: skip
    return True
