"""A statement of the desk as it is understood, before and after it is added."""

from collections.abc import Mapping, Sequence

from bot.ports import Button, Message
from bot.views.documents import day
from bot.views.fixing import understood
from bot.views.html import escape
from bot.views.texts import say
from facts.types import FactDraft, Particulars


def proposed(
    load_id: int,
    known: Particulars,
    facts: Sequence[FactDraft],
    stands: Mapping[int, int],
    *,
    asks_another: bool = False,
    corrects: tuple[int, str, str] | None = None,
) -> Message:
    """Return what the desk is about to state, with the buttons that decide.

    With `asks_another` somebody else has to add it, and a button shows it to them. `corrects` are
    the number and the words of the fact that it corrects, and why.
    """
    published = known.published.day
    lines = [
        say("statement-shown", outlet=escape(known.outlet or "")),
        say(
            "statement-signed",
            title=escape(known.title or ""),
            day=day(published) if published else "",
        ),
    ]
    if corrects is not None:
        number, words, reason = corrects
        told = {"id": str(number), "words": escape(words), "reason": escape(reason)}
        lines.append(say("statement-corrects", **told))
    for place, fact in enumerate(facts):
        lines += understood(fact)
        if place in stands:
            lines.append(say("statement-fact-stands", id=str(stands[place])))
    add = Button(say("button-statement-add"), data=f"state:add:{load_id}")
    ask = Button(say("button-ask-another"), data=f"state:ask:{load_id}")
    fix = Button(say("button-statement-fix"), data=f"fix:load:{load_id}:0")
    drop = Button(say("button-statement-drop"), data=f"state:drop:{load_id}")
    # The words of a correction are one fact, that is shown for the one which it corrects.
    fixing = (fix,) if corrects is None else ()
    return Message("\n".join(lines), ((ask if asks_another else add, *fixing, drop),))


def added(load_id: int, fact_ids: Sequence[int]) -> Message:
    """Return that a statement stands, with the button that takes it back."""
    numbers = ", ".join(map(str, fact_ids))
    told = say("statement-added", count=len(fact_ids), numbers=numbers)
    undo = Button(say("button-statement-undo"), data=f"state:undo:{load_id}")
    return Message(told, ((undo,),))
