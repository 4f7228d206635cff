"""What may be said about a load under More, and how it is shown: label, moments, columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.ports import Message
from bot.services.particulars import moment_told
from bot.services.submitting import SubmissionRefused
from bot.services.tables import ShownTable, tables_of
from bot.views import documents
from bot.views import loadbuttons as buttons
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.models import LoadRow, SubmissionRow
from db.viewer import LABELS
from facts.reading.mapping import FIELDS

LONGEST_HEAD = 80
TABLE, COLUMN = "table-", "in-"
MORE = ("more", "label", "moment", "expiry", "columns")


@dataclass(frozen=True, slots=True)
class View:
    """What of a submission is looked at: its summary, a page of facts, a choice, a question."""

    part: str = ""
    page: int = 0
    chats: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk has set: whether two decide about a load, its date and its zone."""

    by_two: bool
    today: date
    zone: ZoneInfo


def opens_more(view: View) -> bool:
    """Say whether a view is a part of More."""
    return view.part in MORE or view.part.startswith((TABLE, COLUMN))


def more_message(row: SubmissionRow, load: LoadRow, desk: Desk, view: View) -> Message:
    """Return what may be said about a load, or the choices of one part of it."""
    shown: dict[str, Any] = row.shown
    lines = [say("more-title", name=escape(row.file_name))]
    tables = tables_of(shown)
    if view.part == "columns" or view.part.startswith((TABLE, COLUMN)):
        return _tables(row.id, tables, lines, view)
    lines += terms_lines(row, load, desk, every=True)
    choices = {
        "more": buttons.more(row.id, table=bool(tables), alone=shown.get("alone", True)),
        "label": buttons.labels(row.id, LABELS),
        "moment": buttons.moments(row.id, desk.today),
        "expiry": buttons.expiries(row.id, desk.today),
    }
    return Message("\n".join(lines), choices[view.part])


def terms_lines(row: SubmissionRow, load: LoadRow, desk: Desk, *, every: bool = False) -> list[str]:
    """Return who may see a load's documents, from and until when, as was said, or `every` one."""
    label, moment, end = load.visibility, moment_told(row), load.expires_at
    told = say(f"label-{label}") if label else say("more-label-none")
    when = moment_written(moment, desk.zone) if moment else say("more-moment-none")
    until = moment_written(end, desk.zone) if end else say("more-expiry-none")
    lines = [
        (label, say("more-label", label=told)),
        (moment, say("more-moment", moment=when)),
        (end, say("more-expiry", moment=until)),
    ]
    return [line for given, line in lines if given or every]


def end_lines(load: LoadRow, desk: Desk) -> list[str]:
    """Return when the documents of a load end, if they do."""
    end = load.expires_at
    return [say("more-expiry", moment=moment_written(end, desk.zone))] if end is not None else []


def column_lines(tables: Sequence[ShownTable]) -> list[str]:
    """Return how tables were read that are facts under other heads than our own."""
    found = []
    for table in tables:
        pairs = [
            say("column", field=field, head=escape(shortened(head, LONGEST_HEAD)))
            for field, head in table.columns.items()
        ]
        if pairs and len(tables) > 1:
            told = {"name": escape(shortened(table.name, LONGEST_HEAD))}
            found.append(say("columns-guessed-in", columns=", ".join(pairs), **told))
        elif pairs:
            found.append(say("columns-guessed", columns=", ".join(pairs)))
    return found


def moment_written(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment as the desk writes it."""
    at = moment.astimezone(zone)
    return say("moment-written", day=documents.day(at.date()), time=f"{at:%H:%M}", zone=zone.key)


def _tables(number: int, tables: Sequence[ShownTable], lines: list[str], view: View) -> Message:
    """Return the tables to choose from if there are several, one's fields, or a field's heads."""
    what, _, asked = view.part.partition("-")
    place, _, field = asked.partition("-")
    if what == "columns" and len(tables) > 1:
        names = [table.name for table in tables]
        told = "\n".join([*lines, say("table-choose")])
        return Message(told, buttons.tables(number, names))
    at = int(place) if place.isdecimal() else 0
    if at >= len(tables) or (field and field not in FIELDS):
        raise SubmissionRefused(say("button-expired"))
    table = tables[at]
    lines += [say("table-named", name=escape(table.name))] if len(tables) > 1 else []
    if not field:
        return Message("\n".join(lines), buttons.columns(number, at, table.columns, FIELDS))
    told = "\n".join([*lines, say("column-choose", field=field)])
    return Message(told, buttons.heads(number, at, field, table.heads))
