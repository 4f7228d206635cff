"""How a submission is shown in a chat, as it is now: made anew from its rows each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.deciding import UNDO_WITHIN
from bot.services.particulars import moment_told, seen_version
from bot.services.submitting import SubmissionRefused
from bot.views import documents
from bot.views import loadbuttons as buttons
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.encoding import parse_day, particulars
from db.models import LoadRow, SubmissionRow
from db.queries.submissions import (
    ASKED,
    DROPPED,
    KNOWN,
    RECEIVED,
    REFUSED,
    WAITING,
    frequent_sources,
    messages_of,
    open_submissions,
    person_name,
    submission_by_load,
)
from db.viewer import LABELS
from facts.reading.mapping import FIELDS
from facts.types import Particulars

MOST_OUTLETS, MOST_LISTED = 4, 9
LONGEST_WORDS, LONGEST_OUTLET, LONGEST_REFUSAL = 300, 80, 600
PAGED = ("all", "golden")
MORE = ("more", "label", "moment", "columns")
COLUMN = "in-"


@dataclass(frozen=True, slots=True)
class View:
    """What of a submission is looked at: its summary, a page of facts, a choice, a question."""

    part: str = ""
    page: int = 0
    chats: int | None = None


SUMMARY = View()


@dataclass(frozen=True, slots=True)
class Place:
    """A chat that a submission is shown in, and in which message if there is one yet."""

    chat_id: int
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk has set: whether two decide about a load, its date and its zone."""

    by_two: bool
    today: date
    zone: ZoneInfo


def places(session: Session, now: datetime, *, submission_id: int) -> list[Place]:
    """Return where a submission is shown."""
    return [Place(row.chat_id, row.message_id) for row in messages_of(session, submission_id)]


def state_of(session: Session, now: datetime, *, submission_id: int) -> str | None:
    """Return the state of a submission."""
    row = session.get(SubmissionRow, submission_id)
    return row.state if row else None


def submission_of_load(session: Session, now: datetime, *, load_id: int) -> int:
    """Return the submission that a load was made of; raises SubmissionRefused."""
    number = submission_by_load(session, load_id)
    if number is None:
        raise SubmissionRefused(say("button-expired"))
    return number


def message_of(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    chat_id: int,
    desk: Desk,
    view: View = SUMMARY,
) -> Message:
    """Return what a chat is shown of a submission; raises SubmissionRefused for none."""
    row = session.get(SubmissionRow, submission_id)
    if row is None:
        raise SubmissionRefused(say("button-expired"))
    name = escape(row.file_name)
    if row.state in (RECEIVED, ASKED):
        return _question(row)
    if row.state == WAITING:
        return Message(say("reading", name=name))
    if row.state == REFUSED:
        return Message(say("load-refused", name=name, reason=escape(row.reason or "")))
    if row.state == DROPPED:
        return Message(say("load-as-question"))
    if row.state == KNOWN:
        return _known(session, row, desk, view)
    load = session.get(LoadRow, row.load_id) if row.load_id else None
    if load is not None and load.state == "rehearsed" and load.live_at is not None:
        return _held(row, load.live_at, desk)
    if load is not None and load.state == "rehearsed":
        if view.part in MORE or view.part.startswith(COLUMN):
            return _more(row, load, desk, view)
        return _rehearsal(session, row, load, chat_id, desk, view)
    return _decided(row, load, now, view)


def _known(session: Session, row: SubmissionRow, desk: Desk, view: View) -> Message:
    text, offered = row.shown["pages"][0], row.shown.get("days")
    if offered is None or row.content is None:
        return Message(text)
    if view.part == "day":
        days = [each for each in map(parse_day, offered) if each]
        return Message(
            text,
            (*buttons.day_buttons(row.id, days, desk.today, unknown=False), *buttons.back(row.id)),
        )
    if view.part == "outlet":
        outlets = frequent_sources(session, most=MOST_OUTLETS)
        return Message(
            text, (*buttons.outlet_buttons(row.id, outlets, unknown=False), *buttons.back(row.id))
        )
    return Message(text, buttons.known(row.id))


def list_open(session: Session, now: datetime) -> Message:
    """Return the submissions that wait for a decision, with buttons that open them."""
    rows = open_submissions(session, most=MOST_LISTED)
    if not rows:
        return Message(say("loads-none"))
    lines = [
        say(
            "loads-row",
            id=str(row.id),
            name=escape(shortened(row.file_name, LONGEST_OUTLET)),
            actor=escape(person_name(session, str(row.person_id))),
            day=documents.day(row.created_at.date()),
        )
        for row in rows
    ]
    return Message("\n".join([say("loads"), *lines]), buttons.opening([row.id for row in rows]))


def _question(row: SubmissionRow) -> Message:
    words = escape(shortened(" ".join((row.content or b"").decode().split()), LONGEST_WORDS))
    proposed: Particulars = particulars(row.proposed)
    told = ""
    if proposed.published.day:
        outlet = escape(proposed.outlet or say("outlet-unknown"))
        told = say("load-or-ask-from", outlet=outlet, day=documents.day(proposed.published.day))
    text = say("load-or-ask", proposed=f"{told}\n" if told else "", words=words)
    return Message(text, buttons.load_or_ask(row.id))


def _rehearsal(
    session: Session, row: SubmissionRow, load: LoadRow, chat_id: int, desk: Desk, view: View
) -> Message:
    shown: dict[str, Any] = row.shown
    pages: Sequence[str] = shown.get(view.part, ()) if view.part in PAGED else ()
    if pages:
        page = min(view.page, len(pages) - 1)
        return Message(pages[page], buttons.paging(row.id, view.part, page, len(pages)))
    ask_day = shown["ask_day"] if view.part != "day" else say("rehearsal-day")
    ask_outlet = shown["ask_outlet"] if view.part != "outlet" else say("rehearsal-outlet")
    refused = shortened(shown.get("refused") or "", LONGEST_REFUSAL)
    lines = [f"⚠ {escape(refused)}"] if refused else []
    lines += [say("rehearsal-store-changed")] if shown.get("store_changed") else []
    lines += [say("rehearsal"), shown["summary"], *_columns(shown.get("columns", {}))]
    lines += _terms(row, load, desk)
    lines += [line for line in (ask_day, ask_outlet) if line]
    own = chat_id == row.person_id
    if not own or desk.by_two:
        sender = escape(person_name(session, str(row.person_id)))
        lines.append(say("rehearsal-another" if desk.by_two else "rehearsal-from", name=sender))
    days = [each for each in map(parse_day, shown["days"]) if each]
    known = frequent_sources(session, most=MOST_OUTLETS) if ask_outlet else []
    rows = (
        *(buttons.day_buttons(row.id, days, desk.today) if ask_day else ()),
        *(buttons.outlet_buttons(row.id, known) if ask_outlet else ()),
        *buttons.changing(
            row.id, day=not ask_day, outlet=not ask_outlet, golden=shown.get("otherwise", 0)
        ),
        *buttons.deciding(
            row.id,
            seen_version(row, load),
            fix=(load.id, shown["doubts"]),
            asks_another=own and desk.by_two,
        ),
    )
    return Message("\n".join(lines), rows)


def _terms(row: SubmissionRow, load: LoadRow, desk: Desk, *, every: bool = False) -> list[str]:
    """Return who may see a load's documents and from when, if that was said, or `every` one."""
    label, moment = load.visibility, moment_told(row)
    told = say(f"label-{label}") if label else say("more-label-none")
    when = _moment(moment, desk.zone) if moment else say("more-moment-none")
    lines = [(label, say("more-label", label=told)), (moment, say("more-moment", moment=when))]
    return [line for given, line in lines if given or every]


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    at = moment.astimezone(zone)
    return say("moment-written", day=documents.day(at.date()), time=f"{at:%H:%M}", zone=zone.key)


def _more(row: SubmissionRow, load: LoadRow, desk: Desk, view: View) -> Message:
    shown: dict[str, Any] = row.shown
    lines = [say("more-title", name=escape(row.file_name))]
    if view.part.startswith(COLUMN):
        field = view.part.removeprefix(COLUMN)
        lines.append(say("column-choose", field=escape(field)))
        return Message("\n".join(lines), buttons.heads(row.id, field, shown.get("heads", [])))
    lines += _terms(row, load, desk, every=True)
    choices = {
        "more": buttons.more(row.id, table=bool(shown.get("heads"))),
        "columns": buttons.columns(row.id, shown.get("columns", {}), FIELDS),
        "label": buttons.labels(row.id, LABELS),
        "moment": buttons.moments(row.id, desk.today),
    }
    return Message("\n".join(lines), choices[view.part])


def _held(row: SubmissionRow, moment: datetime, desk: Desk) -> Message:
    done = row.shown.get("done") or say("held-elsewhere", name=escape(row.file_name))
    when = say("more-moment", moment=_moment(moment, desk.zone))
    return Message(f"{done}\n{when}", buttons.holding(row.id))


def _columns(columns: dict[str, str]) -> list[str]:
    """Return how a table was read, if it was under other heads than our own."""
    if not columns:
        return []
    pairs = [
        say("column", field=field, head=escape(shortened(head, LONGEST_OUTLET)))
        for field, head in columns.items()
    ]
    return [say("columns-guessed", columns=", ".join(pairs))]


def _decided(row: SubmissionRow, load: LoadRow | None, now: datetime, view: View) -> Message:
    state = load.state if load else "discarded"
    name = escape(row.file_name)
    text = row.shown.get("done") if row.shown.get("state") == state else None
    text = text or say(f"{state}-elsewhere", name=name)
    applied_at = load.applied_at if load else None
    if load is None or state != "applied" or applied_at is None:
        return Message(text)
    if now - applied_at > UNDO_WITHIN:
        return Message(text)
    if view.chats is not None:
        text = f"{text}\n⚠ {say('undo-asked', count=view.chats)}"
        return Message(text, buttons.undoing(row.id, view.chats))
    return Message(f"{text}\n{say('applied-undo')}", buttons.undoing(row.id, None))
