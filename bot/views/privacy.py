"""The question before somebody is forgotten."""

from bot.ports import Button, Message
from bot.views.texts import say


def forget_question(minute: int, *, invited: bool) -> Message:
    """Ask once; the buttons hold when they were shown, `invited`: anybody may come back."""
    html = say("forget-ask") if invited else f"{say('forget-ask')}\n{say('forget-invited')}"
    line = (
        Button(say("button-forget"), f"forget:yes:{minute}"),
        Button(say("button-keep"), f"forget:no:{minute}"),
    )
    return Message(html, (line,))
