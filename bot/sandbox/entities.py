"""What Telegram does to a text and its entities before it keeps them.

Control characters go, ends are trimmed, entities are merged, split and cut to fit, and links,
commands and mentions are found. Called for every text that is sent, by the bot or by a person.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from bot.sandbox.markup import Entity, in_order, utf16_length

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
CODE = ("pre", "code")
LETTER, LAST = r"[^\s<>\"()«»]", r"(?:(?<=\))|[^\s<>\"()«».,;:!?'’”\]])"
FOUND_IN_TEXT = (
    ("bot_command", re.compile(r"(?<![\w/<>@.])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])")),
    ("email", re.compile(r"(?<![\w.-])[\w.-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?![\w@])")),
    (
        "url",
        re.compile(
            rf"(?<![\w@])(?:https?://|www\.){LETTER}*\.(?:\({LETTER}*\)|{LETTER})*{LAST}", re.I
        ),
    ),
    ("mention", re.compile(r"(?<![\w/.])@[A-Za-z]\w{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#/])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
)
LONGEST_KEPT = 100
REMOVED = dict.fromkeys([0x0D, *range(0x2028, 0x202F), 0x0333, 0x033F, 0x030A])
BLANKED = dict.fromkeys(code for code in range(32) if code not in (0x0A, 0x0D))


class EntityError(Exception):
    """An entity does not fit its text; the text says why, in Telegram's words."""


def polished(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text and entities as Telegram keeps them; the text is empty when nothing is left."""
    text, entities = unfound(text, entities)
    stripped = text.rstrip(" \n")
    end = utf16_length(stripped)
    entities = [replace(e, length=min(e.end, end) - e.offset) for e in entities if e.offset < end]
    first = min(
        len(stripped) - len(stripped.lstrip(" \n")), *(e.offset for e in entities), len(stripped)
    )
    entities = [replace(e, offset=e.offset - first) for e in entities]
    stripped = stripped[first:]
    return stripped, with_found(stripped, in_order(entities))[:LONGEST_KEPT]


def unfound(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text cleaned and entities fitted to it, before trimming and finding."""
    for entity in entities:
        for name, value in (("offset", entity.offset), ("length", entity.length)):
            if not 0 <= value <= 1_000_000:
                raise EntityError(f"Receive an entity with incorrect {name} {value}")
    entities = _consistent([e for e in entities if e.length])
    cleaned, entities = _cleaned(text, entities)
    return cleaned, _consistent(entities)


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    places: list[int | None] = []
    at = 0
    for char in text:
        size = 1 + (char > "\uffff")
        places += [at, None][:size]
        at += 0 if ord(char) in REMOVED else size
    places.append(at)
    # Of several, Telegram names the first that it meets; of entities ending together, the inner.
    wrong = [found for e in reversed(entities) for found in _misfits(e, places, text)]
    if wrong:
        raise EntityError(min(wrong, key=lambda found: found[0])[1])
    moved = [(e, places[e.offset] or 0, places[e.end] or 0) for e in entities]
    kept = [replace(e, offset=begin, length=end - begin) for e, begin, end in moved if end > begin]
    cleaned = text.translate(REMOVED).translate(dict.fromkeys(BLANKED, " "))
    return cleaned, kept


def _misfits(entity: Entity, places: list[int | None], text: str) -> Iterator[tuple[int, str]]:
    """What is wrong with an entity's ends, and where Telegram would notice."""
    last = len(places) - 1
    begins = f"Entity beginning at UTF-16 offset {entity.offset}"
    middle = "in a middle of a UTF-16 symbol at byte offset"
    if entity.offset > last:
        words = f"Entity begins after the end of the text at UTF-16 offset {entity.offset}"
        yield 2 * last + 4, words
    elif places[entity.offset] is None:
        at = entity.offset
        yield 2 * at + 1, f"Entity begins {middle} {_byte_offset(text, at)}"
    if entity.end > last:
        yield 2 * last + 5, f"{begins} ends after the end of the text at UTF-16 offset {entity.end}"
    elif places[entity.end] is None:
        at = entity.end
        yield 2 * at, f"{begins} ends {middle} {_byte_offset(text, at)}"


def _byte_offset(text: str, unit: int) -> int:
    """Bytes of UTF-8 up to the end of the character that holds this UTF-16 unit."""
    return len(text.encode("utf-16-le")[: 2 * unit + 2].decode("utf-16-le").encode())


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def _disjoint(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in in_order(entities):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _fits(entity: Entity, quotes: list[Entity]) -> bool:
    return all(
        not _overlap(entity, quote) or (quote.offset <= entity.offset and entity.end <= quote.end)
        for quote in quotes
    )


def _consistent(entities: list[Entity]) -> list[Entity]:
    """Links, code and quotes that do not cross; bold and the like cut where these begin or end."""
    quotes = _disjoint([e for e in entities if e.type in QUOTES])
    solid = _disjoint([e for e in entities if e.type not in (*QUOTES, *SPLITTABLE)])
    frame = in_order([e for e in solid if _fits(e, quotes)] + quotes)
    styles = [e for e in entities if e.type in SPLITTABLE]
    return in_order(frame + _split(styles, frame))


def _split(styles: list[Entity], frame: list[Entity]) -> list[Entity]:
    """Each style as its runs of letters, cut at the frame's edges and at other styles' starts."""
    bounds = sorted({edge for e in frame for edge in (e.offset, e.end)})
    banned = [e for e in frame if e.type in CODE]
    merged = {name: _merged([e for e in styles if e.type == name]) for name in SPLITTABLE}
    starts = sorted({e.offset for runs in merged.values() for e in runs})
    pieces: list[Entity] = []
    for runs in merged.values():
        for run in runs:
            cuts = sorted({*(c for c in (*bounds, *starts) if run.offset < c < run.end)})
            edges = [run.offset, *cuts, run.end]
            pieces += [replace(run, offset=a, length=b - a) for a, b in pairwise(edges)]
    return [piece for piece in pieces if not any(_overlap(piece, code) for code in banned)]


def _merged(runs: list[Entity]) -> list[Entity]:
    merged: list[Entity] = []
    for run in in_order(runs):
        if merged and run.offset <= merged[-1].end:
            longest = max(run.end, merged[-1].end)
            merged[-1] = replace(merged[-1], length=longest - merged[-1].offset)
        else:
            merged.append(run)
    return merged


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Adds the commands, links and mentions that the text holds."""
    solid = [e for e in entities if e.type not in (*SPLITTABLE, *QUOTES)]
    found: list[Entity] = []
    for name, pattern in FOUND_IN_TEXT:
        for match in pattern.finditer(text):
            entity = Entity(name, utf16_length(text[: match.start()]), utf16_length(match[0]))
            if not any(_overlap(entity, other) for other in [*solid, *found]):
                found.append(entity)
    return in_order(entities + found)


def to_json(entity: Entity, people: dict[int, dict[str, Any]]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "offset": entity.offset, "length": entity.length, "type": entity.type,
    }  # fmt: skip
    extra = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}
    if entity.type in extra and entity.argument:
        shown[extra[entity.type]] = entity.argument
    if entity.type == "text_mention":
        shown["user"] = people[int(entity.argument)]
    if entity.type == "date_time":
        moment, _, form = entity.argument.partition(" ")
        shown |= {"unix_time": int(moment)} | ({"date_time_format": form} if form else {})
    return shown
