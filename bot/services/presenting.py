"""How a submission is shown in a chat, as it is now: made anew from its rows each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.bringing import words_brought
from bot.services.deciding import UNDO_WITHIN
from bot.services.more import (
    Desk,
    View,
    column_lines,
    end_lines,
    moment_written,
    more_message,
    opens_more,
    terms_lines,
)
from bot.services.open_loads import submission_seen
from bot.services.particulars import seen_version
from bot.services.seeing import by_label, may_see, seen_by
from bot.services.submitting import SubmissionRefused
from bot.services.tables import tables_of
from bot.views import documents
from bot.views import loadbuttons as buttons
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.encoding import parse_day, particulars
from db.models import LoadRow, SubmissionRow
from db.queries.clearances import viewer_of
from db.queries.submissions import (
    ASKED,
    DROPPED,
    KNOWN,
    RECEIVED,
    REFUSED,
    WAITING,
    frequent_sources,
    messages_of,
    open_statements,
    open_submissions,
    person_name,
    submission_by_load,
)
from db.viewer import Viewer
from facts.types import Particulars

MOST_OUTLETS, MOST_LISTED = 4, 9
LONGEST_WORDS, LONGEST_OUTLET, LONGEST_REFUSAL, LONGEST_STATED = 300, 80, 600, 120
PAGED = ("all", "golden")


SUMMARY = View()


@dataclass(frozen=True, slots=True)
class Place:
    """A chat that a submission is shown in, and in which message if there is one yet."""

    chat_id: int
    message_id: int | None


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
    if not submission_seen(session, row, chat_id):
        return Message(say("load-hidden"))
    name, viewer = escape(row.file_name), viewer_of(session, chat_id)
    if row.state in (RECEIVED, ASKED):
        return _question(row)
    if row.state == WAITING:
        return Message(say("reading", name=name))
    if row.state == REFUSED:
        return _refused(row)
    if row.state == DROPPED:
        return Message(say("load-as-question"))
    if row.state == KNOWN:
        return _known(session, row, viewer, desk, view)
    load = session.get(LoadRow, row.load_id) if row.load_id else None
    if load is not None and load.state == "rehearsed" and load.live_at is not None:
        return _held(row, load, viewer, desk)
    if load is not None and load.state == "rehearsed":
        if opens_more(view):
            return more_message(row, load, desk, view)
        return _rehearsal(session, row, load, chat_id, viewer, desk, view)
    return _decided(row, load, now, viewer, desk, view)


def _refused(row: SubmissionRow) -> Message:
    name, ended = escape(row.file_name), row.shown.get("ended")
    if ended:
        return Message(say(f"rows-{ended}", name=name))
    text = say("load-refused", name=name, reason=escape(row.reason or ""))
    good = row.shown.get("good", 0)
    if not good or row.content is None:
        return Message(text)
    return Message(
        f"{text}\n{say('rows-kept', count=good, name=name)}", buttons.good_rows(row.id, good)
    )


def _known(session: Session, row: SubmissionRow, viewer: Viewer, desk: Desk, view: View) -> Message:
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
        outlets = frequent_sources(session, viewer, most=MOST_OUTLETS)
        return Message(
            text, (*buttons.outlet_buttons(row.id, outlets, unknown=False), *buttons.back(row.id))
        )
    return Message(text, buttons.known(row.id))


def list_open(session: Session, now: datetime, *, person_id: int) -> Message:
    """Return what waits that an editor may see, with buttons that open it.

    First the submissions, then the statements of the desk.
    """
    waiting = open_submissions(session)
    seen = (row for row in waiting if submission_seen(session, row, person_id))
    rows = list(islice(seen, MOST_LISTED))
    viewer, actor = viewer_of(session, person_id), str(person_id)
    stated = (
        each
        for each in open_statements(session)
        if may_see(session, each, viewer=viewer, actor=actor)
    )
    statements = list(islice(stated, MOST_LISTED))
    if not rows and not statements:
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
    lines += [
        say(
            "loads-statement",
            id=str(load.id),
            words=escape(shortened(words_brought(session, load.id), LONGEST_STATED)),
            actor=escape(person_name(session, load.actor)),
            day=documents.day(load.created_at.date()),
        )
        for load in statements
    ]
    opening = buttons.opening([row.id for row in rows], [load.id for load in statements])
    return Message("\n".join([say("loads"), *lines]), opening)


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
    session: Session,
    row: SubmissionRow,
    load: LoadRow,
    chat_id: int,
    viewer: Viewer,
    desk: Desk,
    view: View,
) -> Message:
    shown: dict[str, Any] = {**row.shown, **seen_by(by_label(row.shown), viewer)}
    pages: Sequence[str] = shown.get(view.part, ()) if view.part in PAGED else ()
    if pages:
        page = min(view.page, len(pages) - 1)
        return Message(pages[page], buttons.paging(row.id, view.part, page, len(pages)))
    ask_day = shown["ask_day"] if view.part != "day" else say("rehearsal-day")
    ask_outlet = shown["ask_outlet"] if view.part != "outlet" else say("rehearsal-outlet")
    refused = shortened(shown.get("refused") or "", LONGEST_REFUSAL)
    lines = [f"⚠ {escape(refused)}"] if refused else []
    lines += [say("rehearsal-store-changed")] if shown.get("store_changed") else []
    lines += [say("rehearsal"), shown["summary"], *column_lines(tables_of(shown))]
    lines += terms_lines(row, load, desk)
    lines += [line for line in (ask_day, ask_outlet) if line]
    own = chat_id == row.person_id
    if not own or desk.by_two:
        sender = escape(person_name(session, str(row.person_id)))
        lines.append(say("rehearsal-another" if desk.by_two else "rehearsal-from", name=sender))
    days = [each for each in map(parse_day, shown["days"]) if each]
    known = frequent_sources(session, viewer, most=MOST_OUTLETS) if ask_outlet else []
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


def _held(row: SubmissionRow, load: LoadRow, viewer: Viewer, desk: Desk) -> Message:
    done = _done(row, viewer) or say("held-elsewhere", name=escape(row.file_name))
    assert load.live_at is not None
    lines = [done, say("more-moment", moment=moment_written(load.live_at, desk.zone))]
    return Message("\n".join([*lines, *end_lines(load, desk)]), buttons.holding(row.id))


def _done(row: SubmissionRow, viewer: Viewer) -> str | None:
    done: str | dict[str, str] | None = row.shown.get("done")
    return seen_by(done, viewer) if isinstance(done, dict) else done


def _decided(
    row: SubmissionRow,
    load: LoadRow | None,
    now: datetime,
    viewer: Viewer,
    desk: Desk,
    view: View,
) -> Message:
    state = load.state if load else "discarded"
    name = escape(row.file_name)
    text = _done(row, viewer) if row.shown.get("state") == state else None
    text = text or say(f"{state}-elsewhere", name=name)
    if load is not None and state == "applied":
        text = "\n".join([text, *end_lines(load, desk)])
    applied_at = load.applied_at if load else None
    if load is None or state != "applied" or applied_at is None:
        return Message(text)
    if now - applied_at > UNDO_WITHIN:
        return Message(text)
    if view.chats is not None:
        text = f"{text}\n⚠ {say('undo-asked', count=view.chats)}"
        return Message(text, buttons.undoing(row.id, view.chats))
    return Message(f"{text}\n{say('applied-undo')}", buttons.undoing(row.id, None))
