"""Buttons to Telegram's keyboards, and presses back to what they mean."""

import re
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.ports import Button

_PRESS = re.compile(r"(context|document|pick|none|up|down):(\d{1,15})(?::(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Press:
    """What a button under an answer asks for."""

    verb: str
    answer_id: int
    rank: int


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """Return the keyboard for rows of buttons, None for none."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(b.text, callback_data=b.data, url=b.url) for b in row]
            for row in rows
        ]
    )


def press(callback_data: str | None) -> Press | None:
    """Return what a press means; None for anything that we never sent."""
    match = _PRESS.fullmatch(callback_data or "")
    if match is None:
        return None
    return Press(match.group(1), int(match.group(2)), int(match.group(3) or 0))
