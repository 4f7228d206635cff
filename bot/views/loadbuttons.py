"""The buttons under a submission: what is asked, what can be decided, and the pages."""

from calendar import day_name, month_abbr
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.ports import Button, rows
from bot.views.texts import say

Rows = tuple[tuple[Button, ...], ...]
LONGEST_LABEL, MOST_HEADS = 24, 40
NEAR_DAYS = 2
WEEKDAYS = [name.lower() for name in day_name]


def offered_days(words: Sequence[str], earliest: date | None, today: date) -> list[date]:
    """Return the days that an undated document may well be of, at most three.

    For an undated "Wednesday" they are the Wednesdays near: after what it certainly follows, else
    before today. Otherwise there is today and yesterday.
    """
    weekday = next((w for word in words if (w := _weekday(word)) is not None), None)
    if weekday is None:
        return [today, today - timedelta(days=1)]
    if earliest is not None and earliest <= today:
        first = earliest + timedelta(days=(weekday - earliest.weekday()) % 7)
        near = [first + timedelta(weeks=week) for week in range(NEAR_DAYS)]
    else:
        last = today - timedelta(days=(today.weekday() - weekday) % 7)
        near = [last - timedelta(weeks=week) for week in reversed(range(NEAR_DAYS))]
    return [day for day in near if day <= today]


def day_buttons(number: int, days: Sequence[date], today: date, *, unknown: bool = True) -> Rows:
    """Return the buttons that choose a day of publication."""
    offered = [_button(_day_label(day, today), number, "day", day.isoformat()) for day in days]
    return rows([*offered, *_other_or_unknown(number, "day", unknown=unknown)], 4)


def outlet_buttons(
    number: int, outlets: Sequence[tuple[int, str]], *, unknown: bool = True
) -> Rows:
    """Return the buttons that choose an outlet: those known, another one, or unknown."""
    offered = [_button(_short(name), number, "outlet", str(source)) for source, name in outlets]
    return (*rows(offered, 2), tuple(_other_or_unknown(number, "outlet", unknown=unknown)))


def deciding(number: int, version: str, *, fix: tuple[int, int], asks_another: bool) -> Rows:
    """Return the buttons that decide about a rehearsal and lead to its pages.

    `fix` is the load whose facts can be put right, and how many of them are doubtful.
    """
    load_id, doubts = fix
    asking = _button(say("button-ask-another"), number, "review")
    apply = _button(say("button-apply"), number, "apply", version)
    looking = [Button(say("button-fix", count=doubts), data=f"fix:load:{load_id}:0")]
    looking.append(_button(say("button-all"), number, "all", "0"))
    discard = _button(say("button-discard"), number, "discard")
    if asks_another:
        return ((asking,), (*looking, discard))
    return ((apply, *looking, discard),)


def changing(number: int, *, day: bool, outlet: bool, golden: int) -> Rows:
    """Return the buttons that open what is known for another choice, and what is looked at less."""
    offered = [_button(say("button-change-day"), number, "change", "day")] if day else []
    offered += [_button(say("button-change-outlet"), number, "change", "outlet")] if outlet else []
    if golden:
        offered.append(_button(say("button-golden", count=golden), number, "golden", "0"))
    return ((*offered, _button(say("button-more"), number, "more")),)


def good_rows(number: int, good: int) -> Rows:
    """Return the buttons under a table of facts with wrong rows."""
    load, discard = say("button-good-rows", count=good), say("button-discard")
    return ((_button(load, number, "rows"), _button(discard, number, "forgo")),)


def known(number: int) -> Rows:
    """Return the buttons that tell more of a document that stands already."""
    day = _button(say("button-change-day"), number, "change", "day")
    outlet = _button(say("button-change-outlet"), number, "change", "outlet")
    return ((day, outlet, _button(say("button-title"), number, "type", "title")),)


def more(number: int, *, table: bool, alone: bool) -> Rows:
    """Return the buttons that open what may be said about a load besides its day and outlet.

    Of a load of one document (`alone`) also its title.
    """
    label = _button(say("button-label"), number, "change", "label")
    moment = _button(say("button-moment"), number, "change", "moment")
    last = [_button(say("button-expiry"), number, "change", "expiry")]
    last += [_button(say("button-title"), number, "type", "title")] if alone else []
    last += [_button(say("button-columns"), number, "change", "columns")] if table else []
    return ((label, moment), tuple(last), *back(number))


def tables(number: int, names: Sequence[str]) -> Rows:
    """Return a button for each table of a file whose columns can be chosen."""
    offered = [
        _button(_short(name), number, "change", f"table-{at}")
        for at, name in enumerate(names[:MOST_HEADS])
    ]
    return (*rows(offered, 2), *back(number))


def columns(number: int, table: int, chosen: Mapping[str, str], fields: Sequence[str]) -> Rows:
    """Return a button for each field of a fact, with the head of the column that it is in.

    Below them one that has a table of facts read as a plain table.
    """
    offered = [
        _button(
            _short(f"{field}: {chosen.get(field, '–')}"), number, "change", f"in-{table}-{field}"
        )
        for field in fields
    ]
    plain = _button(say("button-plain-table"), number, "plain", str(table))
    return (*rows(offered, 2), *(((plain,),) if chosen else ()), *back(number))


def heads(number: int, table: int, field: str, offered: Sequence[str]) -> Rows:
    """Return a button for each column that a field may be in, and one for none."""
    buttons = [
        _button(_short(head), number, "column", f"{table}-{field}-{at}")
        for at, head in enumerate(offered[:MOST_HEADS])
    ]
    if field != "text":
        buttons.append(_button(say("button-no-column"), number, "column", f"{table}-{field}-no"))
    return (*rows(buttons, 2), *back(number))


def labels(number: int, offered: Sequence[str]) -> Rows:
    """Return the buttons that choose who may see a load's documents."""
    chosen = [_button(say(f"button-{label}"), number, "label", label) for label in offered]
    return (tuple(chosen), *back(number))


def moments(number: int, today: date) -> Rows:
    """Return the buttons that choose when a load goes live."""
    tomorrow = _at_nine(today + timedelta(days=1))
    return (
        (
            _button(say("button-tomorrow"), number, "moment", tomorrow),
            _button(say("button-other-moment"), number, "type", "moment"),
            _button(say("button-at-once"), number, "moment", "-"),
        ),
        *back(number),
    )


def expiries(number: int, today: date) -> Rows:
    """Return the buttons that choose when a load's documents end."""
    week, month = (_at_nine(today + timedelta(days=days)) for days in (7, 30))
    return (
        (
            _button(say("button-in-a-week"), number, "expiry", week),
            _button(say("button-in-a-month"), number, "expiry", month),
        ),
        (
            _button(say("button-other-moment"), number, "type", "expiry"),
            _button(say("button-never"), number, "expiry", "-"),
        ),
        *back(number),
    )


def _at_nine(day: date) -> str:
    return f"{day:%Y%m%d}T0900"


def holding(number: int) -> Rows:
    """Return the buttons under what is held back."""
    live, discard = say("button-live-now"), say("button-discard")
    return ((_button(live, number, "live"), _button(discard, number, "discard")),)


def paging(number: int, part: str, page: int, pages: int) -> Rows:
    """Return the buttons of a page of a part: all facts, or golden questions."""
    buttons = []
    if page > 0:
        buttons.append(_button(say("button-previous"), number, part, str(page - 1)))
    if page + 1 < pages:
        buttons.append(_button(say("button-next"), number, part, str(page + 1)))
    turning = (tuple(buttons),) if buttons else ()
    return (*turning, (_button(say("button-fix-rehearsal"), number, "back"),))


def back(number: int) -> Rows:
    """Return the button that leads back to the summary."""
    return ((_button(say("button-back"), number, "back"),),)


def load_or_ask(number: int) -> Rows:
    """Return the buttons under a text of which we do not know what is wanted."""
    load, ask = say("button-load"), say("button-ask")
    return ((_button(load, number, "take", "load"), _button(ask, number, "take", "ask")),)


def undoing(number: int, chats: int | None) -> Rows:
    """Return the button that takes a load back; with `chats`, whether they are to be told."""
    if chats is None:
        return ((_button(say("button-undo"), number, "undo"),),)
    return (
        (_button(say("button-undo-tell", count=chats), number, "undo", "tell"),),
        (
            _button(say("button-undo-quietly"), number, "undo", "quietly"),
            _button(say("button-keep"), number, "undo", "keep"),
        ),
    )


def opening(numbers: Sequence[int], statements: Sequence[int] = ()) -> Rows:
    """Return a button for each submission, and each statement, that waits for a decision."""
    opens = [_button(say("button-open", id=str(n)), n, "open") for n in numbers]
    opens += [
        Button(say("button-open-statement", id=str(n)), data=f"state:show:{n}") for n in statements
    ]
    return rows(opens, 3)


def _other_or_unknown(number: int, what: str, *, unknown: bool) -> list[Button]:
    which = "-outlet" if what == "outlet" else ""
    other = _button(say(f"button-other{which}"), number, "type", what)
    none = [_button(say(f"button-unknown{which}"), number, what, "-")] if unknown else []
    return [other, *none]


def _button(label: str, number: int, verb: str, argument: str = "") -> Button:
    return Button(label, data=":".join(["load", verb, str(number), *([argument] * bool(argument))]))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1] + "…"


def _day_label(day: date, today: date) -> str:
    if day == today:
        return say("button-today")
    if day == today - timedelta(days=1):
        return say("button-yesterday")
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {month_abbr[day.month]}{year}"


def _weekday(words: str) -> int | None:
    parts = {part.strip(".,") for part in words.lower().split()}
    found = [at for at, name in enumerate(WEEKDAYS) if parts & {name, name[:3]}]
    return found[0] if len(found) == 1 else None
