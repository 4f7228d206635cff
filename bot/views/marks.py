"""What a message says of a fact that stands no more: one that was sent, one about to be."""

import re
from collections.abc import Sequence

from bot.views.html import escape, shortened
from bot.views.texts import say

LONGEST_WORDS = 60
_NUMBER = re.compile(r"<b>\d+\.</b> ")


def mark(verdict: str, words: str, day: str) -> str:
    """Return the line for a fact: corrected, withdrawn, mended or returned (it stands again)."""
    return say(f"mark-{verdict}", day=day, words=escape(shortened(words, LONGEST_WORDS)))


def marked_message(html: str, marks: Sequence[str]) -> str:
    """Return a message with its marks above it: they must be read before its words."""
    return "\n".join([*marks, "", html])


def withdrawn_items(html: str, cuts: Sequence[tuple[int, int]]) -> str:
    """Return a message in which the items at these places are told withdrawn, under their numbers.

    The places are those of whole items, so no tag is cut.
    """
    for start, end in sorted(cuts, reverse=True):
        number = _NUMBER.match(html[start:end])
        told = f"{number[0] if number else ''}{say('item-overtaken')}"
        html = html[:start] + told + html[end:]
    return html
