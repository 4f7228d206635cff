"""The audit record in plain words: pages with buttons in the chat, lines in the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.ports import Button, Message, rows
from bot.views.html import escape, shortened
from bot.views.texts import say

LONGEST_VALUE, LONGEST_CHANGE, LONGEST_LABEL = 60, 240, 24
MOST_FILTERS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One change; names are what people are called now, None when that is not known."""

    number: int
    at: datetime
    actor: str
    actor_name: str | None
    verb: str
    subject: str
    subject_name: str | None
    particulars: Mapping[str, Any]


def page(
    entries: Sequence[Entry],
    *,
    filtered: tuple[str, int],
    about: str | None,
    newest: bool,
    more: bool,
) -> Message:
    """Return a page of the record with buttons to filter it and to turn it."""
    if not entries:
        return Message(say("audit-empty"), _back(filtered, newest))
    head = say("audit-title", zone=entries[0].at.tzname() or "UTC")
    if about is not None:
        first = entries[0]
        told = who(first) if filtered[0] == "who" else what(first)
        head += f"\n{say('audit-filtered', about=escape(told))}"
    html = "\n\n".join([head, *(_block(entry) for entry in entries)])
    turning = _turning(entries, filtered, newest=newest, more=more)
    choosing = rows(_choices(entries), 1) if filtered[0] == "all" else ()
    return Message(html, (*turning, *choosing, *_back(filtered, True)))


def who(entry: Entry) -> str:
    """Return who did it, by the name of today, with the number that stays."""
    if entry.actor in {"terminal", "system"}:
        return say(f"audit-actor-{entry.actor}")
    if not entry.actor.isdecimal() and not entry.actor.startswith("forgotten-"):
        return entry.actor
    if entry.actor.startswith("forgotten-"):
        return say("audit-actor-forgotten", mark=entry.actor.removeprefix("forgotten-"))
    name = entry.actor_name
    return f"{name} ({entry.actor})" if name else say("audit-actor-number", id=entry.actor)


def what(entry: Entry) -> str:
    """Return what it was done to."""
    return f"{entry.subject_name} ({entry.subject})" if entry.subject_name else entry.subject


def did(entry: Entry) -> str:
    """Return what was done, in the past tense where the verb is known."""
    verb = entry.verb.replace(" ", "-").replace("_", "-")
    try:
        return say(f"audit-verb-{verb}")
    except KeyError:
        return entry.verb


def changes(entry: Entry) -> str:
    """Return before and after, and what else was written down, in one line."""
    told = list(_changes(entry.particulars))
    return shortened(" · ".join(told), LONGEST_CHANGE)


def plain(entry: Entry) -> str:
    """Return an entry as one line for the terminal."""
    told = f"{entry.at:%Y-%m-%d %H:%M}  {who(entry)}  {did(entry)} {what(entry)}"
    more = changes(entry)
    return " ".join(f"{told}  {more}".split("\n")) if more else told


def _block(entry: Entry) -> str:
    when = f"{entry.at:%-d %b %Y %H:%M}"
    line = say(
        "audit-entry",
        when=when,
        who=escape(who(entry)),
        did=escape(did(entry)),
        what=escape(what(entry)),
    )
    more = changes(entry)
    return f"{line}\n{escape(more)}" if more else line


def _changes(particulars: Mapping[str, Any]) -> Iterator[str]:
    before, after = particulars.get("before"), particulars.get("after")
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            if before.get(name) != after.get(name):
                yield f"{name}: {_value(before.get(name))} → {_value(after.get(name))}"
    elif "before" in particulars or "after" in particulars:
        yield f"{_value(before)} → {_value(after)}"
    for name, value in particulars.items():
        if name not in {"before", "after"} and value not in (None, "", [], {}):
            yield f"{name.replace('_', ' ')}: {_value(value)}"


def _value(value: Any) -> str:
    if value is None or value == "":
        return say("audit-none")
    if isinstance(value, bool):
        return say("audit-yes") if value else say("audit-no")
    if isinstance(value, dict):
        return shortened(
            ", ".join(f"{name} {_value(each)}" for name, each in value.items()), LONGEST_VALUE
        )
    if isinstance(value, list):
        return shortened(", ".join(_value(each) for each in value), LONGEST_VALUE)
    return shortened(" ".join(str(value).split()), LONGEST_VALUE)


def _turning(
    entries: Sequence[Entry], filtered: tuple[str, int], *, newest: bool, more: bool
) -> tuple[tuple[Button, ...], ...]:
    which, number = filtered
    line = []
    if not newest:
        line.append(Button(say("audit-newest"), f"audit:{which}:{number}:0"))
    if more:
        line.append(Button(say("audit-older"), f"audit:{which}:{number}:{entries[-1].number}"))
    return (tuple(line),) if line else ()


def _choices(entries: Sequence[Entry]) -> list[Button]:
    people = {entry.actor: entry for entry in reversed(entries)}
    subjects = {entry.subject: entry for entry in reversed(entries)}
    found = [
        _only(who(entry), f"audit:who:{entry.number}:0")
        for entry in list(reversed(people.values()))[:MOST_FILTERS]
    ]
    return found + [
        Button(
            say("audit-only", what=shortened(what(e), LONGEST_LABEL)), f"audit:what:{e.number}:0"
        )
        for e in list(reversed(subjects.values()))[:MOST_FILTERS]
    ]


def _only(told: str, pressed: str) -> Button:
    return Button(say("audit-only", what=shortened(told, LONGEST_LABEL)), pressed)


def _back(filtered: tuple[str, int], newest: bool) -> tuple[tuple[Button, ...], ...]:
    if filtered[0] == "all" and newest:
        return ()
    return ((Button(say("audit-all"), "audit:all:0:0"),),)
