"""Telegram's HTML: escaping, and marking spans without ever cutting a tag."""

from html import escape as _escape

from facts.types import Span

# Direction overrides and invisible marks could make a quotation look like other words.
_INVISIBLE = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060, 0xFEFF, 0x061C], None
)


def escape(text: str) -> str:
    """Return `text` as HTML that shows exactly its words."""
    return _escape(text.translate(_INVISIBLE), quote=False)


def marked(text: str, span: Span | None, tag: str = "b") -> str:
    """Return `text` as HTML with `span` of it inside `tag`."""
    if span is None or span.start >= span.end:
        return escape(text)
    before, within, after = text[: span.start], span.of(text), text[span.end :]
    return f"{escape(before)}<{tag}>{escape(within)}</{tag}>{escape(after)}"


def shortened(text: str, most: int) -> str:
    """Return `text` cut after a whole word to at most `most` characters, the cut shown by …."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return cut[: cut.rfind(" ")].rstrip() + "…" if " " in cut else cut + "…"
