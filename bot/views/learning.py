"""Phrasings and aliases as admins see them."""

from collections.abc import Sequence
from typing import Protocol

from bot.ports import Button, Message
from bot.views.html import escape, shortened
from bot.views.texts import say

LONGEST = 120
SHORT, MOST_ALIASES = 50, 30


class PhrasingShown(Protocol):
    """What is shown of a phrasing."""

    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def chosen(self) -> int: ...
    @property
    def against(self) -> int: ...


def phrasing_list(listed: Sequence[tuple[PhrasingShown, str]]) -> Message:
    """Return phrasings with the words of their facts, and buttons to decide on each."""
    if not listed:
        return Message(say("phrasings-none"))
    lines, rows = [say("phrasings")], []
    for row, fact in listed:
        lines.append(f"\n{_phrasing(row)}\n   → {escape(shortened(fact, LONGEST))}")
        live = Button(say("button-live", id=str(row.id)), data=f"live:{row.id}")
        refuse = Button(say("button-refuse", id=str(row.id)), data=f"refuse:{row.id}")
        rows.append((live, refuse) if row.state == "proposed" else (refuse,))
    return Message("\n".join(lines), tuple(rows))


def alias_list(aliases: Sequence[tuple[int, str, str]]) -> str:
    """Return the aliases in use (number, words, meaning)."""
    if not aliases:
        return f"{say('aliases-none')}\n{say('alias-how')}"
    lines = [
        f"<b>{number}</b>  {escape(shortened(one, SHORT))} = {escape(shortened(other, SHORT))}"
        for number, one, other in aliases[-MOST_ALIASES:]
    ]
    return "\n".join([say("aliases"), *lines, say("alias-how")])


def _phrasing(row: PhrasingShown) -> str:
    state = "resting" if row.state == "live" and row.against > row.chosen else row.state
    return say(
        "phrasing",
        id=str(row.id),
        text=escape(shortened(row.text, LONGEST)),
        state=say(f"phrasing-state-{state}"),
        chosen=row.chosen,
        against=row.against,
    )
