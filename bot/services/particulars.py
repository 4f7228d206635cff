"""What people tell about a submission: its day, its outlet, who may see it and from when."""

import hashlib
import json
import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.rehearsing import plan_again
from bot.services.submitting import SubmissionRefused, to_be_told
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.models import LoadRow, SubmissionRow
from db.queries.prompts import drop_prompt, prompt_of, put_prompt
from db.queries.submissions import KNOWN, REHEARSED, WAITING, source_name, submission
from db.viewer import LABELS
from facts.reading.dates import first_full_date
from facts.reading.mapping import FIELDS

PURPOSE = "submission"
TYPED_WITHIN = timedelta(minutes=30)
LONGEST_OUTLET = 80
_CLOCK = re.compile(r"(.*?)[\s,T]\s*([01]?\d|2[0-3]):([0-5]\d)\s*")


def set_told(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    what: str,
    value: str | None,
    worker: str,
    actor: str,
) -> None:
    """Take a person's word for the day of publication or the outlet, and have it planned anew.

    `what` is "day" (a date as YYYY-MM-DD) or "outlet" (its name); None means that it is unknown.
    Of a document that stands already it is set at once. Raises SubmissionRefused.
    """
    row = _to_tell_of(session, submission_id)
    row.told, row.told_by = {**row.told, what: value}, actor
    row.state = WAITING
    to_be_told(row, now, worker)


def set_label(
    session: Session, now: datetime, *, submission_id: int, label: str, today: date, worker: str
) -> None:
    """Give the documents of a rehearsal a label, and plan it anew; raises SubmissionRefused."""
    row = open_rehearsal(session, submission_id)
    if label not in LABELS:
        raise SubmissionRefused(say("button-expired"))
    session.get_one(LoadRow, row.load_id).visibility = label
    plan_again(session, now, submission_id=submission_id, today=today, worker=worker)


def set_column(
    session: Session, now: datetime, *, submission_id: int, field: str, at: int | None, worker: str
) -> None:
    """Take the column at a place among its heads for a field, and have the table read anew.

    None: no column holds the field. Raises SubmissionRefused.
    """
    row = open_rehearsal(session, submission_id)
    heads = row.shown.get("heads", [])
    if field not in FIELDS or (at is not None and at >= len(heads)):
        raise SubmissionRefused(say("button-expired"))
    columns = {k: v for k, v in row.shown.get("columns", {}).items() if k != field}
    if at is not None:
        columns = {k: v for k, v in columns.items() if v != heads[at]} | {field: heads[at]}
    if "text" not in columns:
        raise SubmissionRefused(say("column-text-first"))
    row.told = {**row.told, "columns": columns}
    row.state = WAITING
    to_be_told(row, now, worker)


def set_moment(
    session: Session, now: datetime, *, submission_id: int, moment: datetime | None, worker: str
) -> None:
    """Let a rehearsal go live at a moment once it is applied, or at once; SubmissionRefused."""
    row = open_rehearsal(session, submission_id)
    if moment is not None and moment <= now:
        raise SubmissionRefused(say("moment-past"))
    row.told = {**row.told, "not_before": moment.isoformat() if moment else None}
    to_be_told(row, now, worker)


def moment_told(row: SubmissionRow) -> datetime | None:
    """Return the moment before which a submission shall not be seen."""
    written = row.told.get("not_before")
    return datetime.fromisoformat(written) if written else None


def seen_version(row: SubmissionRow, load: LoadRow) -> str:
    """Return a short name of all that is decided on: the plan, its label, its moment."""
    told = [row.shown.get("version"), load.visibility, row.told.get("not_before")]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def outlet_named(session: Session, now: datetime, *, source_id: int) -> str:
    """Return the name of an outlet on a button; raises SubmissionRefused."""
    name = source_name(session, source_id)
    if name is None:
        raise SubmissionRefused("This outlet is not there any more.")
    return name


def ask_to_type(
    session: Session, now: datetime, *, submission_id: int, what: str, chat_id: int, person_id: int
) -> Message:
    """Wait for a day, an outlet or a moment to be typed in a chat; return what asks for it."""
    moment = what == "moment"
    row = (open_rehearsal if moment else _to_tell_of)(session, submission_id)
    put_prompt(
        session,
        chat_id=chat_id,
        person_id=person_id,
        purpose=PURPOSE,
        subject={"id": row.id, "what": what},
        until=now + TYPED_WITHIN,
    )
    return Message(say(f"type-{what}", name=escape(row.file_name)))


def typed(
    session: Session,
    now: datetime,
    *,
    chat_id: int,
    person_id: int,
    text: str,
    today: date,
    zone: ZoneInfo,
    worker: str,
) -> int | None:
    """Take words for what was asked for and return of which submission; None for other words.

    Raises SubmissionRefused when they cannot be what was asked for; it goes on being waited for.
    """
    prompt = prompt_of(session, now, chat_id=chat_id, person_id=person_id)
    if prompt is None or prompt.purpose != PURPOSE or "?" in text or "\n" in text.strip():
        return None
    number, what = prompt.subject["id"], prompt.subject["what"]
    if what == "moment":
        moment = _moment(text, zone)
        set_moment(session, now, submission_id=number, moment=moment, worker=worker)
    else:
        value = _outlet(text) if what == "outlet" else _day(text, today)
        told = {"submission_id": number, "what": what, "value": value}
        set_told(session, now, **told, worker=worker, actor=str(person_id))
    drop_prompt(session, chat_id=chat_id, person_id=person_id)
    return int(number)


def _outlet(text: str) -> str:
    if len(text) > LONGEST_OUTLET:
        raise SubmissionRefused(say("outlet-too-long"))
    return " ".join(text.split())


def _day(text: str, today: date) -> str:
    found = first_full_date(text)
    if found is None:
        raise SubmissionRefused(say("day-unread", typed=shortened(text, LONGEST_OUTLET)))
    if found > today:
        raise SubmissionRefused(say("day-future", day=documents.day(found)))
    return found.isoformat()


def _moment(text: str, zone: ZoneInfo) -> datetime:
    """Return a moment typed as a full date and a time; the time is never guessed."""
    written = _CLOCK.fullmatch(text)
    day = first_full_date(written[1]) if written else None
    if written is None or day is None:
        raise SubmissionRefused(say("moment-unread", typed=shortened(text, LONGEST_OUTLET)))
    return datetime.combine(day, time(int(written[2]), int(written[3])), zone)


def _to_tell_of(session: Session, submission_id: int) -> SubmissionRow:
    """Return a submission that waits for a decision, or that is known and can still be read."""
    row = submission(session, submission_id)
    if row is not None and row.state == KNOWN and row.content is not None:
        return row
    return open_rehearsal(session, submission_id)


def open_rehearsal(session: Session, submission_id: int) -> SubmissionRow:
    """Return a submission that waits for a decision; raises SubmissionRefused."""
    row = submission(session, submission_id)
    load = session.get(LoadRow, row.load_id) if row and row.load_id else None
    waits = load is not None and load.state == "rehearsed" and load.live_at is None
    if row is None or row.state != REHEARSED or not waits:
        raise SubmissionRefused(say("button-expired"))
    return row
