"""Conflicts as editors see them, and rulings as they are told with an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.ports import Button, Message
from bot.views.documents import day
from bot.views.html import escape, shortened
from bot.views.quoting import brief
from bot.views.texts import say
from facts.quote import Quote

LONGEST = 500
REASONS = ("closer", "later", "definition")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts that differ, and the ruling on them: `chosen` is None when both stand."""

    one: Quote
    other: Quote
    ruled: bool = False
    chosen: int | None = None
    reason: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling told with a fact: what it says of that (chosen, refused, both), and the other."""

    other: Quote
    verdict: str
    reason: str
    on: date


def ruling_lines(rulings: Sequence[Ruled], most: int, shown: Sequence[int] = ()) -> list[str]:
    """Return rulings as lines, each with the other value unless that is `shown` already."""
    lines: list[str] = []
    for ruled in rulings:
        reason = escape(shortened(ruled.reason, LONGEST))
        lines += ["", say(f"ruled-{ruled.verdict}", day=day(ruled.on), reason=reason)]
        if ruled.other.fact_id not in shown:
            lines += brief(ruled.other, most)
    return lines


def conflict_page(conflicts: Sequence[Conflict], page: int, *, ruled: bool) -> Message:
    """Return one conflict of a list, with the buttons to rule or to take the ruling back."""
    which = "ruled" if ruled else "open"
    other = Button(
        say("button-open-conflicts") if ruled else say("button-ruled-conflicts"),
        data=f"rule:page:0:{'open' if ruled else 'ruled'}",
    )
    if not conflicts:
        return Message(say(f"conflicts-none-{which}"), ((other,),))
    page = min(page, len(conflicts) - 1)
    turn = []
    if page > 0:
        turn.append(Button(say("button-previous"), data=f"rule:page:{page - 1}:{which}"))
    if page + 1 < len(conflicts):
        turn.append(Button(say("button-next"), data=f"rule:page:{page + 1}:{which}"))
    head = say(f"conflicts-{which}", page=page + 1, of=len(conflicts))
    shown = conflicts[page]
    rows = (_deciding(shown), (*turn, other))
    return Message("\n".join([head, *_sides(shown)]), rows)


def ask_why(conflict: Conflict, chosen: int | None) -> Message:
    """Return the request for the reason of a ruling: typed, or one of the usual ones."""
    lines = [*_sides(conflict), "", _choice(conflict, chosen), say("rule-type-reason")]
    usual = tuple(
        (Button(say(f"rule-reason-{name}"), data=f"rule:why:{place}:0"),)
        for place, name in enumerate(REASONS)
    )
    return Message(
        "\n".join(lines), (*usual, (Button(say("button-cancel"), data="corr:cancel:0"),))
    )


def usual_reason(place: int) -> str | None:
    """Return one of the usual reasons by its place."""
    return say(f"rule-reason-{REASONS[place]}") if place < len(REASONS) else None


def conflict_done(conflict: Conflict) -> Message:
    """Return a conflict as it is decided now."""
    back = Button(say("button-open-conflicts"), data="rule:page:0:open")
    rows = ((*_deciding(conflict),), (back,)) if conflict.ruled else ((back,),)
    return Message("\n".join(_sides(conflict)), rows)


def conflict_json(conflict: Conflict) -> dict[str, object]:
    """Return a conflict for scripts."""
    return {
        "facts": [_side_json(conflict.one), _side_json(conflict.other)],
        "ruled": conflict.ruled,
        "chosen": conflict.chosen,
        "reason": conflict.reason,
        "actor": conflict.by,
    }


def _side_json(quote: Quote) -> dict[str, object]:
    published = quote.document.published.day
    return {
        "id": quote.fact_id,
        "text": quote.text,
        "figures": [figure.text for figure in quote.figures],
        "outlet": quote.document.outlet,
        "title": quote.document.title,
        "published": published.isoformat() if published else None,
    }


def _sides(conflict: Conflict) -> list[str]:
    lines = []
    for number, quote in enumerate((conflict.one, conflict.other), start=1):
        value = ", ".join(figure.text for figure in quote.figures)
        head = f"<b>{number}</b> · {say('correct-fact', id=str(quote.fact_id))}"
        lines += ["", f"{head} <b>{escape(value)}</b>" if value else head]
        lines += brief(quote, LONGEST)
    if conflict.ruled:
        lines += ["", _choice(conflict, conflict.chosen)]
        lines.append(say("correct-because", reason=escape(conflict.reason or "")))
    return lines


def _choice(conflict: Conflict, chosen: int | None) -> str:
    if chosen is None:
        return say("rule-both")
    return say("rule-for", number=1 if chosen == conflict.one.fact_id else 2)


def _deciding(conflict: Conflict) -> tuple[Button, ...]:
    pair = f"{conflict.one.fact_id}:{conflict.other.fact_id}"
    if conflict.ruled:
        return (Button(say("button-revoke-ruling"), data=f"rule:revoke:{pair}"),)
    return (
        Button(say("button-rule-one"), data=f"rule:one:{pair}"),
        Button(say("button-rule-two"), data=f"rule:two:{pair}"),
        Button(say("button-rule-both"), data=f"rule:both:{pair}"),
    )
