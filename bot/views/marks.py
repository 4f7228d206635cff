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
    return "\n".join([*marks, "", html]) if marks else html


def overtaken_items(html: str, cuts: Sequence[tuple[int, int, str]]) -> str:
    """Return a message in which items say what became of them meanwhile, under their numbers.

    Each is given as its place, that of a whole item so that no tag is cut, and `withdrawn` or
    `standing`.
    """
    for start, end, what in sorted(cuts, reverse=True):
        number = _NUMBER.match(html[start:end])
        told = f"{number[0] if number else ''}{say(f'item-{what}')}"
        html = html[:start] + told + html[end:]
    return html
