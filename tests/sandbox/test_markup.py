"""HTML and entities come out as Telegram's own library (tdjson) has them, word for word."""

import json
import random
from typing import Any

import pytest

from bot.sandbox.entities import EntityError, polished, unfound
from bot.sandbox.markup import Entity, MarkupError, parse_html, utf16_length

tdjson = pytest.importorskip("tdjson", reason="tdjson, Telegram's own parser, is not installed")
TEXTS, SEED = 6000, 20261123
PREFIX = "textEntityType"
NAMES = {
    "Bold": "bold", "Italic": "italic", "Underline": "underline",
    "Strikethrough": "strikethrough", "Spoiler": "spoiler", "Code": "code", "Pre": "pre",
    "PreCode": "pre", "TextUrl": "text_link", "MentionName": "text_mention",
    "BlockQuote": "blockquote", "ExpandableBlockQuote": "expandable_blockquote",
    "CustomEmoji": "custom_emoji", "DateTime": "date_time", "Url": "url", "Mention": "mention",
    "EmailAddress": "email", "BotCommand": "bot_command", "Hashtag": "hashtag",
}  # fmt: skip
PIECES = [
    *"<>/=\"'&;@:?#-_.1w é😀", "</", "b", "i", "pre", "code", "a", "span", "tg-spoiler", "B",
    "tg-emoji", "tg-time", "p", "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<s>", "</s>",
    "<pre>", "</pre>", '<code class="language-py">', "<code>", "</code>", "<a>", "</a>", "</>",
    '<a href="http://x.com/a b">', '<a href="', '">', "x.com", "tg://user?id=5", " expandable",
    "<blockquote expandable>", "<blockquote>", "</blockquote>", '<span class="tg-spoiler">',
    "</span>", '<tg-emoji emoji-id="', '12">', "</tg-emoji>", "\n", "\t", "\v", "\f", "\r",
    "&amp;", "&lt;", "&gt", "&quot;", "&#65;", "&#x1F600;", "&#xd800;", "&#", "&nbsp;", "word",
    "<b a=b c>", '<i x="&lt;">', "<b =", "[::1]", ":80", "%20", "HTTPS://", "ftp://", "www.",
    '<tg-time unix="5">', '<tg-time unix="', '" format="', "r", "w", "D", "t", "</tg-time>", "-1",
    "2147483648", "language-",
]  # fmt: skip
STYLES = ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
          "expandable_blockquote", "code", "pre", "text_link", "text_mention"]  # fmt: skip


def ask(kind: str, **fields: Any) -> Any:
    tdjson.td_execute(b'{"@type":"setLogVerbosityLevel","new_verbosity_level":0}')
    return json.loads(tdjson.td_execute(json.dumps({"@type": kind, **fields}).encode()))


def theirs(answer: Any) -> Any:
    if answer["@type"] == "error":
        return answer["message"].removeprefix("Can't parse entities: ")
    entities = [
        (NAMES[e["type"]["@type"].removeprefix(PREFIX)], e["offset"], e["length"], e["type"])
        for e in answer["entities"]
    ]
    return answer.get("text"), [(*rest, carried(type_)) for *rest, type_ in entities]


def carried(type_: dict[str, Any]) -> str:
    kept = ("url", "language", "user_id", "custom_emoji_id", "unix_time")
    return str(next((type_[name] for name in kept if name in type_), ""))


def ours(text: str, entities: list[Entity]) -> Any:
    shown = [
        (
            e.type,
            e.offset,
            e.length,
            e.argument.split(" ")[0] if e.type == "date_time" else e.argument,
        )
        for e in entities
    ]
    return text, shown


def parsed(html: str) -> Any:
    try:
        return ours(*parse_html(html))
    except MarkupError as refusal:
        return str(refusal)


def test_random_html_is_read_as_telegram_reads_it() -> None:
    chance = random.Random(SEED)
    for _ in range(TEXTS):
        count = chance.randint(1, chance.choice([4, 10, 25]))
        html = "".join(chance.choice(PIECES) for _ in range(count))
        mode = {"@type": "textParseModeHTML"}
        assert parsed(html) == theirs(ask("parseTextEntities", text=html, parse_mode=mode)), html


WRAPS = [
    ("<b>", "</b>"), ("<strong>", "</>"), ("<i>", "</i>"), ("<em>", "</em>"), ("<u>", "</u>"),
    ("<ins>", "</INS>"), ("<s>", "</s>"), ("<strike>", "</strike>"), ("<del>", "</del>"),
    ("<tg-spoiler>", "</tg-spoiler>"), ('<span class="tg-spoiler">', "</span>"),
    ('<a href="example.com">', "</a>"), ("<a href='tg://user?id=7'>", "</a>"),
    ("<code>", "</code>"), ("<pre>", "</pre>"),
    ('<pre><code class="language-py">', "</code></pre>"),
    ("<blockquote>", "</blockquote>"), ("<blockquote expandable>", "</blockquote>"),
    ('<tg-time unix="1700000000" format="wDT">', "</tg-time>"),
    ('<tg-emoji emoji-id="5">', "</tg-emoji>"),
]  # fmt: skip
WORDS = [
    "286 people",
    "é",
    "😀",
    " ",
    "\n",
    "&lt;",
    "&#128512;",
    "/help",
    "a@b.c",
    "مرحبا",
    "",
    "x",
]


def nested(chance: random.Random, depth: int) -> str:
    """Well-formed HTML: what a bot really sends, where random pieces are mostly refused."""
    parts = []
    for _ in range(chance.randint(1, 3)):
        inner = nested(chance, depth - 1) if depth and chance.random() < 0.7 else ""
        begin, end = chance.choice(WRAPS)
        parts.append(chance.choice(WORDS) + begin + chance.choice(WORDS) + inner + end)
    return "".join(parts)


def test_random_nested_html_is_read_as_telegram_reads_it() -> None:
    chance = random.Random(SEED + 1)
    for _ in range(TEXTS // 3):
        html = nested(chance, 2)
        mode = {"@type": "textParseModeHTML"}
        assert parsed(html) == theirs(ask("parseTextEntities", text=html, parse_mode=mode)), html


LINKS = [
    "example.com", "HTTP://Example.COM/Path?x=1#y", "https://user:pw@x.com:8443/a", "foo",
    "http://[::1]/x", "http://[::g]/", "x.com:0", "x.com:65536", "x.com:080", "tg://resolve?domain=x",
    "tg:user?id=7", "tg://user?id=0", "tg://user/?id=7", "ton://x", "tonsite://x.ton/a", "x.com/ ü",
    "ftp://x.com", "//x.com", "http://.", "http://", "x%zz.com", "x%20.com", "ü.com", "a b.com",
    "tg://x:80", "tg:http://x", "http://x.com?", "x.com#", "http:/x.com", "x.com:", "@x.com",
]  # fmt: skip


@pytest.mark.parametrize("link", LINKS)
def test_link_is_kept_or_dropped_as_telegram_does(link: str) -> None:
    html = f'<a href="{link}">x</a>'
    mode = {"@type": "textParseModeHTML"}
    assert parsed(html) == theirs(ask("parseTextEntities", text=html, parse_mode=mode))


def test_every_date_format_gets_telegrams_verdict() -> None:
    forms = {"".join(random.Random(i).choices("rwdDtTx", k=i % 4)) for i in range(400)}
    for form in sorted(forms):
        html = f'<tg-time unix="9" format="{form}">x</tg-time>'
        mode = {"@type": "textParseModeHTML"}
        assert parsed(html) == theirs(ask("parseTextEntities", text=html, parse_mode=mode)), form


def random_entities(chance: random.Random, length: int) -> list[Entity]:
    found = []
    for _ in range(chance.randint(0, 5)):
        type_, offset = chance.choice(STYLES), chance.randint(0, length)
        room = length - offset + (2 if chance.random() < 0.05 else 0)
        found.append(Entity(type_, offset, chance.randint(0, room)))
    return found


def as_td(entity: Entity) -> dict[str, Any]:
    name = next(name for name, ours in NAMES.items() if ours == entity.type)
    type_ = {"@type": PREFIX + name, "url": "x.com", "user_id": 5}
    place = {"offset": entity.offset, "length": entity.length}
    return {"@type": "textEntity", **place, "type": type_}


def test_random_entities_are_fitted_as_telegram_fits_them() -> None:
    chance = random.Random(SEED)
    for _ in range(TEXTS):
        text = "".join(chance.choices("aab \né😀😀\t\r\u2028\u030a", k=chance.randint(1, 12)))
        entities = random_entities(chance, utf16_length(text))
        formatted = {"@type": "formattedText", "text": text}
        formatted["entities"] = [as_td(e) for e in entities]
        expected = theirs(ask("parseMarkdown", text=formatted))
        try:
            cleaned, fitted = unfound(text, entities)
            blank = not cleaned.strip(" \n")
            found = ("", []) if blank else (cleaned, [(e.type, e.offset, e.length) for e in fitted])
        except EntityError as refusal:
            found = str(refusal)
        if not isinstance(expected, str):
            expected = (expected[0], [e[:3] for e in expected[1]])
        assert found == expected, (text, entities)


FINDS = [
    "/start", "/start@some_bot now", "see /help.", "a/b", "/", "//x", "/a/b", "</x>", "(/x)",
    "@someone", "@ab", "mail a@b.com now", "a@b", "#tag and #1", "#1a", "x#tag", "#é_1",
    "https://example.com/a?b=c.", "(https://example.com)", "www.example.com!", "http://x",
    "see https://a.com, https://b.org", "😀 /start 😀", "/start\n/help", "/StArT_1", "@x/y",
    "https://example.com/a_(b)", "«https://example.com»", "user@@name", "e-mail: x.y-z@sub.a.org.",
]  # fmt: skip


@pytest.mark.parametrize("text", FINDS)
def test_links_and_commands_are_found_as_telegram_finds_them(text: str) -> None:
    expected = theirs(ask("getTextEntities", text=text))[1]
    assert ours(*polished(text, []))[1] == expected


@pytest.mark.parametrize(
    ("text", "entities", "kept"),
    [
        (" \n a b \n ", [], ("a b", [])),
        ("  a  ", [Entity("bold", 1, 2)], (" a", [("bold", 0, 2, "")])),
        ("a  ", [Entity("bold", 0, 3)], ("a", [("bold", 0, 1, "")])),
        (" \n\t", [Entity("bold", 0, 3)], ("", [])),
        ("a\u200bb\0c", [], ("a\u200bb c", [])),
    ],
    ids=["both ends", "inside an entity stays", "entity is cut", "nothing left", "control chars"],
)
def test_ends_are_trimmed(text: str, entities: list[Entity], kept: object) -> None:
    assert ours(*polished(text, entities)) == kept
