"""Parameters of a Bot API call, read by the types that a method's signature asks for.

One place for what every method shares: which are required, how text becomes a number or an
object, and in which words Telegram complains.
"""

import inspect
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from bot.sandbox.refusals import bad_request

REQUIRED = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "file_id": "file_id not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "action": "wrong parameter action in request",
}
UNREADABLE = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "entities": "can't parse entities JSON object",
    "caption_entities": "can't parse entities JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "link_preview_options": "can't parse link preview options JSON object",
    "commands": "can't parse commands JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "reaction": "can't parse reaction types JSON object",
    "allowed_updates": "can't parse allowed updates JSON object",
}
WRONG_KIND = {
    "reply_markup": "object expected as reply markup",
    "entities": "expected an Array of MessageEntity",
    "caption_entities": "expected an Array of MessageEntity",
    "commands": "expected an Array of BotCommand",
    "scope": "BotCommandScope must be an Object",
    "reaction": "expected an Array of ReactionType",
}


@dataclass(frozen=True)
class Upload:
    """A file within a request."""

    name: str
    mime_type: str
    content: bytes


@dataclass
class Call:
    """One request to the Bot API: its method, its parameters as sent, and its files."""

    method: str
    fields: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)


Object = dict[str, Any] | None
Array = list[Any] | None
File = Upload | str


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What every method that sends takes besides its own parameters."""

    business_connection_id: str = ""
    message_thread_id: int = 0
    direct_messages_topic_id: int = 0
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    message_effect_id: str = ""
    suggested_post_parameters: Object = None
    reply_parameters: Object = None
    reply_markup: Object = None
    reply_to_message_id: int = 0  # older clients give these two in place of reply_parameters
    allow_sending_without_reply: bool = False


def known(function: Callable[..., Any]) -> set[str]:
    """The names of a method's parameters."""
    names = set(inspect.signature(function).parameters) - {"world"}
    shared = set(inspect.signature(Shared).parameters) if "shared" in names else set()
    return (names - {"shared"}) | shared


def unknown(function: Callable[..., Any], call: Call) -> list[str]:
    """Parameters that the method does not know; Telegram ignores them, we log them."""
    attached = {str(v)[9:] for v in call.fields.values() if str(v).startswith("attach://")}
    return sorted({*call.fields, *call.files} - known(function) - attached)


def arguments(function: Callable[..., Any], call: Call) -> dict[str, Any]:
    hints = get_type_hints(function)
    found: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is not parameter.KEYWORD_ONLY:
            continue
        if hints[name] is Shared:
            found[name] = Shared(**arguments(Shared, call))
            continue
        raw = call.files.get(name, call.fields.get(name))
        if raw is not None and raw != "":
            found[name] = READERS[hints[name]](name, raw, call)
        elif parameter.default is parameter.empty:
            raise bad_request(REQUIRED.get(name, f'parameter "{name}" is required'))
    return found


def _string(_name: str, raw: Any, _call: Call) -> str:
    return raw if isinstance(raw, str) else json.dumps(raw)


def _integer(_name: str, raw: Any, _call: Call) -> int:
    """Telegram reads the digits in front; of anything else it makes zero."""
    found = re.match(r"\s*(-?[0-9]+)", str(raw))
    return int(found[1]) if found else 0


def _boolean(_name: str, raw: Any, _call: Call) -> bool:
    return str(raw).strip().lower() in ("true", "yes", "1")


def _json(name: str, raw: Any) -> Any:
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        raise bad_request(UNREADABLE.get(name, f"can't parse {name} JSON object")) from None


def _object(name: str, raw: Any, _call: Call) -> Object:
    value = _json(name, raw)
    if value is not None and not isinstance(value, dict):
        raise bad_request(WRONG_KIND.get(name, f"{name} must be an Object"))
    return value


def _array(name: str, raw: Any, _call: Call) -> Array:
    value = _json(name, raw)
    if value is not None and not isinstance(value, list):
        raise bad_request(WRONG_KIND.get(name, f"{name} must be an Array"))
    return value


def _file(_name: str, raw: Any, call: Call) -> File:
    if isinstance(raw, str) and raw.startswith("attach://"):
        return call.files.get(raw.removeprefix("attach://"), "")
    return raw if isinstance(raw, Upload) else str(raw)


READERS: dict[Any, Callable[[str, Any, Call], Any]] = {
    str: _string,
    int: _integer,
    bool: _boolean,
    Object: _object,
    Array: _array,
    File: _file,
}
