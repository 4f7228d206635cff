"""Buttons to Telegram's keyboards, and presses back to what they mean."""

import re
from dataclasses import dataclass
from typing import Any

from bot.ports import Button
from bot.views.html import visible

_PRESS = re.compile(r"(context|document|pick|none|up|down|page|wait):(\d{1,15})(?::(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Press:
    """What a button under an answer asks for."""

    verb: str
    answer_id: int
    rank: int


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> dict[str, Any]:
    """Return the inline keyboard for rows of buttons, as the Bot API takes it.

    Names stand in them as people wrote them: marks that turn words about are left out here.
    """
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button) -> dict[str, str]:
    does = {"url": button.url} if button.url is not None else {"callback_data": button.data or ""}
    return {"text": visible(button.text) or "…", **does}


def press(callback_data: str | None) -> Press | None:
    """Return what a press means; None for anything that we never sent."""
    match = _PRESS.fullmatch(callback_data or "")
    if match is None:
        return None
    return Press(match.group(1), int(match.group(2)), int(match.group(3) or 0))
