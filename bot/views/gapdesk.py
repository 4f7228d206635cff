"""Gaps as an editor works through them: pages, one gap, and what is asked to close it."""

from collections.abc import Sequence
from typing import Protocol

from bot.ports import Button, Message
from bot.views.gaps import gap_list
from bot.views.html import escape, shortened
from bot.views.quoting import brief
from bot.views.texts import say
from facts.quote import Quote

LONGEST = 200


class GapShown(Protocol):
    """What is shown of a gap."""

    @property
    def gap_id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def wordings(self) -> tuple[str, ...]: ...
    @property
    def people(self) -> int: ...
    @property
    def waiting(self) -> int: ...
    @property
    def nearest(self) -> tuple[Quote, ...]: ...


def page_of_gaps(gaps: Sequence[tuple[int, str, int, int]], page: int, pages: int) -> Message:
    """Return one page of the open gaps, with a button for each and to turn the page."""
    if not gaps:
        return Message(gap_list(gaps))
    each = tuple(Button(str(number), data=f"gap:card:{number}:0") for number, *_ in gaps)
    turn = []
    if page > 0:
        turn.append(Button(say("button-previous"), data=f"gap:page:{page - 1}:0"))
    if page + 1 < pages:
        turn.append(Button(say("button-next"), data=f"gap:page:{page + 1}:0"))
    return Message(gap_list(gaps), (each, tuple(turn)) if turn else (each,))


def card(gap: GapShown) -> Message:
    """Return one gap: how it was asked, the nearest facts, and the three ways to close it."""
    lines = [
        say(
            "gap",
            id=str(gap.gap_id),
            question=escape(shortened(gap.text, LONGEST)),
            people=gap.people,
            waiting=gap.waiting,
        )
    ]
    lines += [f"· <i>{escape(shortened(words, LONGEST))}</i>" for words in gap.wordings]
    if gap.nearest:
        lines += ["", say("gap-nearest")]
    for number, quote in enumerate(gap.nearest, start=1):
        lines += [f"<b>{number}</b>", *brief(quote, LONGEST)]
    point = tuple(
        Button(
            say("button-gap-fact", number=str(number)), data=f"gap:point:{gap.gap_id}:{q.fact_id}"
        )
        for number, q in enumerate(gap.nearest, start=1)
    )
    add = Button(say("button-gap-add"), data=f"gap:add:{gap.gap_id}:0")
    cannot = Button(say("button-gap-cannot"), data=f"gap:cannot:{gap.gap_id}:0")
    back = Button(say("button-back"), data="gap:page:0:0")
    return Message("\n".join(lines), tuple(row for row in (point, (add, cannot), (back,)) if row))


def confirm_point(gap: GapShown, quote: Quote) -> Message:
    """Return what those who wait would be told, to be confirmed."""
    lines = [escape(shortened(gap.text, LONGEST)), *brief(quote)]
    lines.append(say("gap-will-tell", count=gap.waiting))
    do = Button(say("button-gap-send"), data=f"gap:fact:{gap.gap_id}:{quote.fact_id}")
    back = Button(say("button-back"), data=f"gap:card:{gap.gap_id}:0")
    return Message("\n".join(lines), ((do, back),))


def ask_words(gap: GapShown, purpose: str) -> Message:
    """Return the request to type an answer (add) or why there is none (cannot)."""
    asked = say("gap-type-add") if purpose == "add" else say("gap-type-cannot")
    lines = [escape(shortened(gap.text, LONGEST)), say("gap-will-tell", count=gap.waiting), asked]
    cancel = Button(say("button-cancel"), data="corr:cancel:0")
    return Message("\n".join(lines), ((cancel,),))


def settled(told: int, waiting: int) -> str:
    """Return how many were told, and how many may not see the fact and wait on."""
    lines = [say("gap-settled", count=told)] if told or not waiting else []
    return "\n".join([*lines, say("gap-still-open", count=waiting)] if waiting else lines)
