"""Telegram's HTML: escaping, and marking spans without ever cutting a tag."""

import re
from html import escape as _escape
from html import unescape

from facts.types import Span

LONGEST_MESSAGE = 4_096
_TAG = re.compile(r"<[^>]*>")
# Direction overrides and invisible marks could make a quotation look like other words.
_INVISIBLE = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060, 0xFEFF, 0x061C], None
)


def visible(text: str) -> str:
    """Return `text` without marks that are not seen and turn or hide what is."""
    return text.translate(_INVISIBLE)


def escape(text: str) -> str:
    """Return `text` as HTML that shows exactly its words."""
    return _escape(visible(text), quote=False)


def marked(text: str, *spans: Span | None) -> str:
    """Return `text` as HTML with the spans of it in bold; what overlaps is marked once."""
    parts, at = [], 0
    for span in sorted((s for s in spans if s is not None), key=lambda s: (s.start, s.end)):
        start, end = max(at, span.start), min(span.end, len(text))
        if start < end:
            parts += [escape(text[at:start]), f"<b>{escape(text[start:end])}</b>"]
            at = end
    return "".join([*parts, escape(text[at:])])


def shown_length(html: str) -> int:
    """Return how long Telegram takes a message to be: its text without tags, in UTF-16 units."""
    return len(without_tags(html).encode("utf-16-le", "surrogatepass")) // 2


def without_tags(html: str) -> str:
    """Return the words of `html` as a reader sees them."""
    return unescape(_TAG.sub("", html))


def shortened(text: str, most: int) -> str:
    """Return `text` cut after a whole word to at most `most` characters, the cut shown by …."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return cut[: cut.rfind(" ")].rstrip() + "…" if " " in cut else cut + "…"
