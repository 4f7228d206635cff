"""HTML as Telegram's server reads it: text and entities, or a refusal in its words.

Offsets in refusals count bytes of UTF-8; offsets of entities count UTF-16 units.
"""

import re
from dataclasses import dataclass, field, replace

from bot.sandbox.links import BadLink, checked_link, mentioned_user

SPACE = b" \t\r\n\0\v"
NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "u": "underline", "ins": "underline", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "pre": "pre", "code": "code", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
# Where entities begin and end together, the outer one comes first.
RANK = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49,
    "text_mention": 49, "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93,
    "spoiler": 94, "custom_emoji": 99,
}  # fmt: skip


class MarkupError(Exception):
    """Telegram cannot parse this; the text says why, in its words."""


@dataclass(frozen=True)
class Entity:
    """One entity; `argument` is the link, language, user, emoji or moment that it carries."""

    type: str
    offset: int
    length: int
    argument: str = ""

    @property
    def end(self) -> int:
        return self.offset + self.length


@dataclass
class _Tag:
    name: str
    offset: int
    start: int
    attributes: dict[str, str]


@dataclass
class _Parser:
    source: bytes
    at: int = 0
    offset: int = 0
    text: list[str] = field(default_factory=list)
    tags: list[_Tag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


def utf16_length(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def in_order(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (e.offset, -e.length, RANK.get(e.type, 50)))


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """Text and entities of a message in parse mode HTML; raises MarkupError."""
    parser = _Parser(html.encode())
    while parser.at < len(parser.source):
        _step(parser)
    if parser.tags:
        raise MarkupError(
            f'Can\'t find end tag corresponding to start tag "{parser.tags[-1].name}"'
        )
    text = "".join(parser.text)
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise MarkupError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    plain = [replace(e, argument="") if e.type == "code" else e for e in parser.entities]
    return text, in_order(plain)


def _step(parser: _Parser) -> None:
    char = parser.source[parser.at : parser.at + 1]
    if char == b"<":
        end = parser.source[parser.at + 1 : parser.at + 2] == b"/"
        return _end_tag(parser) if end else _start_tag(parser)
    if char == b"&":
        decoded, parser.at = _character(parser.source, parser.at)
        return _emit(parser, decoded)
    run = re.compile(rb"[^<&]+").match(parser.source, parser.at)
    assert run
    parser.at = run.end()
    return _emit(parser, run[0].decode())


def _emit(parser: _Parser, text: str) -> None:
    parser.text.append(text)
    parser.offset += utf16_length(text)


def _character(source: bytes, at: int) -> tuple[str, int]:
    """The character that a reference stands for, or a plain ampersand; and where it ends."""
    if found := re.compile(rb"&#(?:x([0-9a-fA-F]*)|([0-9]*))").match(source, at):
        digits, base = (found[2], 10) if found[1] is None else (found[1], 16)
        number = int(digits, base) if 0 < len(digits) < 10 else 0
        if not 0 < number < 0x10FFFF or found.end() - at >= 10:
            return "&", at + 1
        return chr(number), found.end() + (source[found.end() : found.end() + 1] == b";")
    name = re.compile(rb"&([A-Za-z]*)").match(source, at)
    if name and name[1] in NAMED:
        return NAMED[name[1]], name.end() + (source[name.end() : name.end() + 1] == b";")
    return "&", at + 1


def _peek(parser: _Parser) -> bytes:
    """The byte ahead; a zero byte stands for the end, as in Telegram's own parser."""
    return parser.source[parser.at : parser.at + 1] or b"\0"


def _until(parser: _Parser, stops: bytes) -> bytes:
    start = parser.at
    while _peek(parser) not in {bytes((stop,)) for stop in SPACE + stops}:
        parser.at += 1
    return parser.source[start : parser.at]


def _skip_space(parser: _Parser) -> None:
    while _peek(parser) in SPACE and _peek(parser) != b"\0":
        parser.at += 1


def _lower(raw: bytes) -> str:
    return raw.lower().decode()


def _start_tag(parser: _Parser) -> None:
    begin = parser.at
    parser.at += 1
    name = _lower(_until(parser, b">"))
    if _peek(parser) == b"\0":
        raise MarkupError(f"Unclosed start tag at byte offset {begin}")
    if name not in TYPES:
        raise MarkupError(f'Unsupported start tag "{name}" at byte offset {begin}')
    tag = _Tag(name, parser.offset, len(parser.text), {})
    while _peek(parser) != b">":
        _skip_space(parser)
        if _peek(parser) != b">":
            _attribute(parser, tag, begin)
    parser.at += 1
    if name == "span" and tag.attributes.get("class") != "tg-spoiler":
        raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
    parser.tags.append(tag)


def _attribute(parser: _Parser, tag: _Tag, begin: int) -> None:
    name = _until(parser, b"=>/\"'").decode()
    if not name:
        raise MarkupError(f'Empty attribute name in the tag "{tag.name}" at byte offset {begin}')
    _skip_space(parser)
    value = ""
    given = _peek(parser) == b"="
    if given:
        parser.at += 1
        _skip_space(parser)
    if _peek(parser) == b"\0":
        raise MarkupError(f'Unclosed start tag "{tag.name}" at byte offset {begin}')
    if given:
        value = _quoted(parser) if _peek(parser) in b"'\"" else _token(parser)
    if _peek(parser) == b"\0":
        raise MarkupError(f"Unclosed start tag at byte offset {begin}")
    tag.attributes[name] = value


def _token(parser: _Parser) -> str:
    begin = parser.at
    found = re.compile(rb"[A-Za-z0-9.-]*").match(parser.source, begin)
    assert found
    parser.at = found.end()
    if _peek(parser) not in SPACE + b">":
        raise MarkupError(f"Unexpected end of name token at byte offset {begin}")
    return _lower(found[0])


def _quoted(parser: _Parser) -> str:
    quote = _peek(parser)
    parser.at += 1
    value = ""
    while _peek(parser) not in (quote, b"\0"):
        if _peek(parser) == b"&":
            decoded, parser.at = _character(parser.source, parser.at)
            value += decoded
            continue
        run = re.compile(rb"[^&\0%b]+" % quote).match(parser.source, parser.at)
        assert run
        parser.at = run.end()
        value += run[0].decode()
    if _peek(parser) == quote:
        parser.at += 1
    return value


def _end_tag(parser: _Parser) -> None:
    begin = parser.at
    if not parser.tags:
        raise MarkupError(f"Unexpected end tag at byte offset {begin}")
    parser.at += 2
    name = _lower(_until(parser, b">"))
    _skip_space(parser)
    if _peek(parser) != b">":
        raise MarkupError(f"Unclosed end tag at byte offset {begin}")
    parser.at += 1
    tag = parser.tags.pop()
    if name not in ("", tag.name):
        raise MarkupError(
            f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"'
        )
    if parser.offset > tag.offset:
        _close(parser, tag)


def _close(parser: _Parser, tag: _Tag) -> None:
    entity = Entity(TYPES[tag.name], tag.offset, parser.offset - tag.offset)
    if tag.name in ("pre", "code"):
        return _close_code(parser, tag, entity)
    if tag.name == "a":
        return _close_link(parser, tag, entity)
    if tag.name == "blockquote" and "expandable" in tag.attributes:
        entity = replace(entity, type="expandable_blockquote")
    if tag.name == "tg-emoji":
        entity = replace(entity, argument=_emoji(tag))
    if tag.name == "tg-time":
        return _close_time(parser, tag, entity)
    return parser.entities.append(entity)


def _emoji(tag: _Tag) -> str:
    number = tag.attributes.get("emoji-id", "")
    if not re.fullmatch(r"-?[0-9]+", number, re.ASCII) or not 0 < abs(int(number)) < 1 << 63:
        raise MarkupError("Invalid custom emoji identifier specified")
    return str(int(number))


def _close_time(parser: _Parser, tag: _Tag, entity: Entity) -> None:
    form = tag.attributes.get("format", "")
    if not re.fullmatch("r|[wdDtT]*", form):
        raise MarkupError("Invalid date format used")
    digits = re.match("[0-9]*", tag.attributes.get("unix", ""))
    moment = int(digits[0] or 0) & 0xFFFFFFFF if digits else 0  # as a 32-bit number wraps
    if 0 < moment < 1 << 31:
        parser.entities.append(replace(entity, argument=f"{moment} {form}"))


def _close_link(parser: _Parser, tag: _Tag, entity: Entity) -> None:
    url = tag.attributes.get("href", "") or "".join(parser.text[tag.start :])
    if user := mentioned_user(url):
        parser.entities.append(replace(entity, type="text_mention", argument=str(user)))
        return
    try:
        parser.entities.append(replace(entity, argument=checked_link(url)))
    except (BadLink, UnicodeEncodeError):
        return


def _language(tag: _Tag) -> str:
    value = tag.attributes.get("class", "")
    return value.removeprefix("language-") if value.startswith("language-") else ""


def _close_code(parser: _Parser, tag: _Tag, entity: Entity) -> None:
    """<pre> directly around <code class="language-..."> (or inside it) names the language."""
    last = parser.entities[-1] if parser.entities else None
    same = last and (last.offset, last.length) == (entity.offset, entity.length)
    language = _language(tag) if tag.name == "code" else ""
    if last and same and tag.name == "pre" and last.type == "code" and last.argument:
        parser.entities[-1] = replace(last, type="pre")
    elif last and same and language and last.type == "pre" and not last.argument:
        parser.entities[-1] = replace(last, argument=language)
    else:
        parser.entities.append(replace(entity, argument=language))
