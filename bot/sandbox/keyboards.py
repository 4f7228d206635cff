"""Inline keyboards: what Telegram takes for one, and what it refuses."""

from typing import Any

from bot.sandbox.links import BadLink, checked_link
from bot.sandbox.refusals import bad_request

MOST_BUTTONS, BUTTONS_A_ROW = 100, 8
CALLBACK_BYTES, COPIED_CHARACTERS = 64, 256
ACTIONS = ("url", "callback_data", "copy_text", "switch_inline_query",
           "switch_inline_query_current_chat", "login_url", "web_app", "pay")  # fmt: skip
STYLES = ("danger", "success", "primary")


def checked_markup(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """The inline keyboard to keep with a message; other keyboards are accepted and not kept."""
    if not markup:
        return None
    for name in ("inline_keyboard", "keyboard"):
        if name in markup and not isinstance(markup[name], list):
            raise bad_request(f'field "{name}" must be of type Array')
    for name in ("remove_keyboard", "force_reply", "selective"):
        if not isinstance(markup.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')
    if "inline_keyboard" not in markup:
        return None
    rows = [_row(row) for row in markup["inline_keyboard"]]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > BUTTONS_A_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _row(row: Any) -> list[dict[str, Any]]:
    if not isinstance(row, list):
        raise bad_request("can't parse inline keyboard button: Expected an Array")
    return [_button(button) for button in row]


def _button(button: Any) -> dict[str, Any]:
    wrong = "can't parse inline keyboard button:"
    if not isinstance(button, dict):
        raise bad_request(f"{wrong} InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request(f'{wrong} Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise bad_request(f'{wrong} Field "text" must be of type String')
    actions = [name for name in ACTIONS if button.get(name) not in (None, "", False)]
    if not actions:
        raise bad_request(f"{wrong} Text buttons are unallowed in the inline keyboard")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    kept = {"text": button["text"].strip(), actions[0]: button[actions[0]]}
    _check_action(actions[0], kept)
    if button.get("style") in STYLES:
        kept["style"] = button["style"]
    return kept


def _check_action(action: str, button: dict[str, Any]) -> None:
    value = button[action]
    if action == "callback_data" and len(str(value).encode()) > CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= COPIED_CHARACTERS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if action == "url":
        try:
            button["url"] = checked_link(str(value))
        except BadLink as reason:
            raise bad_request(
                f"inline keyboard button URL '{value}' is invalid: {reason}"
            ) from None
    if action in ("pay", "web_app", "login_url"):
        raise bad_request("BUTTON_TYPE_INVALID")
