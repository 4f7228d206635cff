"""Phrasings and aliases as editors see them."""

from collections.abc import Sequence
from typing import Protocol

from bot.ports import Button, Message, rows
from bot.views.html import escape, shortened
from bot.views.texts import say

LONGEST = 120
SHORT = 50


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


def phrasing_page(listed: Sequence[tuple[PhrasingShown, str]], page: int, pages: int) -> Message:
    """Return phrasings with the words of their facts, and buttons to decide on each."""
    if not listed:
        return Message(say("phrasings-none"))
    lines, buttons = [say("phrasings")], []
    for row, fact in listed:
        lines.append(f"\n{_phrasing(row)}\n   → {escape(shortened(fact, LONGEST))}")
        live = Button(say("button-live", id=str(row.id)), data=f"live:{row.id}:{page}")
        out = "button-refuse" if row.state == "proposed" else "button-unlearn"
        refuse = Button(say(out, id=str(row.id)), data=f"refuse:{row.id}:{page}")
        buttons.append((live, refuse) if row.state == "proposed" else (refuse,))
    return Message("\n".join(lines), (*buttons, *turning("phrasings", page, pages)))


def alias_page(aliases: Sequence[tuple[int, str, str]], page: int, pages: int) -> Message:
    """Return the aliases in use (number, words, meaning), each with a button that ends it."""
    add = (Button(say("button-alias-add"), data="alias:0"),)
    if not aliases:
        return Message(f"{say('aliases-none')}\n{say('alias-how')}", (add,))
    lines = [
        f"<b>{number}</b>  {escape(shortened(one, SHORT))} = {escape(shortened(other, SHORT))}"
        for number, one, other in aliases
    ]
    out = [
        Button(say("button-alias-remove", id=str(number)), data=f"unalias:{number}:{page}")
        for number, *_ in aliases
    ]
    told = "\n".join([say("aliases"), *lines, say("alias-how")])
    return Message(told, (*rows(out, 5), add, *turning("aliases", page, pages)))


def ask_alias() -> Message:
    """Return the request to type two wordings."""
    cancel = Button(say("button-cancel"), data="corr:cancel:0")
    return Message(say("alias-type"), ((cancel,),))


def alias_added(words: str, meaning: str) -> Message:
    """Return that an alias is in use, with the way to all of them."""
    told = say("alias-added", words=escape(words), meaning=escape(meaning))
    return Message(told, ((Button(say("button-aliases"), data="aliases:0"),),))


def above(told: str, shown: Message) -> Message:
    """Return a message with a line put above it."""
    return Message(f"{told}\n\n{shown.html}", shown.buttons)


def turning(verb: str, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    """Return the row of buttons that turns a page; none for a single one."""
    turn = []
    if page > 0:
        turn.append(Button(say("button-previous"), data=f"{verb}:{page - 1}"))
    if page + 1 < pages:
        turn.append(Button(say("button-next"), data=f"{verb}:{page + 1}"))
    return (tuple(turn),) if turn else ()


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
