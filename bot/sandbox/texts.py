"""Texts and captions of the bot: parse mode or given entities in, what Telegram keeps out."""

import re
from typing import Any

from bot.sandbox.entities import EntityError, polished, to_json
from bot.sandbox.links import BadLink, checked_link
from bot.sandbox.markup import TYPES, Entity, MarkupError, parse_html
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.world import Json

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
FOUND_ANYWAY = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number",
                "bank_card_number"}  # fmt: skip
GIVEN = {*TYPES.values(), "text_mention", "expandable_blockquote"}


def formatted_text(text: str, mode: str, given: list[Any] | None, people: dict[int, Json]) -> Json:
    shown = _formatted(text, mode, given, people)
    if not shown["text"]:
        raise bad_request("text must be non-empty")
    if len(shown["text"]) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return shown


def formatted_caption(
    caption: str, mode: str, given: list[Any] | None, people: dict[int, Json]
) -> Json:
    shown = _formatted(caption, mode, given, people)
    if len(shown["text"]) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    named = {"caption": shown["text"], "caption_entities": shown.get("entities")}
    return {name: value for name, value in named.items() if value}


def _formatted(text: str, mode: str, given: list[Any] | None, people: dict[int, Json]) -> Json:
    try:
        text, entities = _parsed(text, mode, given, people)
        text, entities = polished(text, entities)
    except MarkupError as reason:
        raise bad_request(f"can't parse entities: {reason}") from None
    except EntityError as reason:
        raise bad_request(lower_first(str(reason))) from None
    shown: Json = {"text": text}
    return shown | ({"entities": [to_json(e, people) for e in entities]} if entities else {})


def lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _parsed(
    text: str, mode: str, given: list[Any] | None, people: dict[int, Json]
) -> tuple[str, list[Entity]]:
    if mode.lower() == "html":
        text, entities = parse_html(text)
        known = [e for e in entities if e.type != "text_mention" or int(e.argument) in people]
        return text, known
    if mode.lower() in ("markdown", "markdownv2"):
        raise bad_request(f"the sandbox does not read {mode}; send HTML or entities")
    if mode:
        raise bad_request("unsupported parse_mode")
    entities = [found for raw in given or [] if (found := _given(raw, people))]
    return text, entities


def _given(raw: Any, people: dict[int, Json]) -> Entity | None:
    if not isinstance(raw, dict):
        raise _unreadable("expected an Object")
    for name in ("type", "offset", "length"):
        if name not in raw:
            raise _unreadable(f'Can\'t find field "{name}"')
        if name != "type" and not isinstance(raw[name], int):
            raise _unreadable(f'Field "{name}" must be a valid Number')
    if raw["type"] in FOUND_ANYWAY:
        return None
    if raw["type"] not in GIVEN:
        raise _unreadable("Unsupported type specified")
    return Entity(raw["type"], int(raw["offset"]), int(raw["length"]), _argument(raw, people))


def _unreadable(reason: str) -> Refusal:
    return bad_request(f"can't parse MessageEntity: {reason}")


def _argument(raw: Json, people: dict[int, Json]) -> str:
    needed = {
        "text_link": "url", "custom_emoji": "custom_emoji_id", "text_mention": "user",
        "date_time": "unix_time",
    }.get(raw["type"])  # fmt: skip
    if needed and needed not in raw:
        raise _unreadable(f'Can\'t find field "{needed}"')
    if raw["type"] == "text_link":
        return _link(str(raw["url"]))
    if raw["type"] == "text_mention":
        if raw["user"].get("id") not in people:
            raise bad_request("user not found")
        return str(raw["user"]["id"])
    if raw["type"] == "custom_emoji":
        if not re.fullmatch(r"[0-9]{1,18}", str(raw["custom_emoji_id"])):
            raise _unreadable('Field "custom_emoji_id" must be a valid Number')
        return str(raw["custom_emoji_id"])
    if raw["type"] == "date_time":
        return f"{raw['unix_time']} {raw.get('date_time_format', '')}"
    return str(raw.get("language", ""))


def _link(url: str) -> str:
    try:
        return checked_link(url)
    except BadLink as reason:
        raise bad_request(f"entity URL '{url}' is invalid: {reason}") from None
