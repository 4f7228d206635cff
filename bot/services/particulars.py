"""What people tell about a submission: its day, outlet and title, who may see it and when."""

import hashlib
import json
import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.open_loads import check_seen, open_load
from bot.services.planning import NOT_BEFORE
from bot.services.rehearsing import plan_again
from bot.services.submitting import SubmissionRefused, to_be_told
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.models import LoadRow, SubmissionRow
from db.queries.prompts import drop_prompt, prompt_of, put_prompt
from db.queries.submissions import KNOWN, WAITING, source_name, submission
from db.viewer import LABELS, Viewer
from facts.reading.dates import first_full_date

PURPOSE = "submission"
TYPED_WITHIN = timedelta(minutes=30)
LONGEST_OUTLET = 80
_LONGEST = {"outlet": LONGEST_OUTLET, "title": 200}
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
    """Take a person's word for the day, the outlet or the title, and have it planned anew.

    `what` is "day" (a date as YYYY-MM-DD), "outlet" (its name) or "title"; None means that it is
    unknown. Of a document that stands already it is set at once. Raises SubmissionRefused.
    """
    row = _to_tell_of(session, submission_id)
    row.told, row.told_by = {**row.told, what: value}, actor
    row.state = WAITING
    to_be_told(row, now, worker)


def set_label(
    session: Session, now: datetime, *, submission_id: int, label: str, today: date, worker: str
) -> None:
    """Give the documents of a rehearsal a label, and plan it anew; raises SubmissionRefused."""
    _, load = open_load(session, submission_id)
    if label not in LABELS:
        raise SubmissionRefused(say("button-expired"))
    load.visibility = label
    plan_again(session, now, submission_id=submission_id, today=today, worker=worker)


def set_moment(
    session: Session, now: datetime, *, submission_id: int, moment: datetime | None, worker: str
) -> None:
    """Let a rehearsal go live at a moment once it is applied, or at once; SubmissionRefused."""
    row, load = open_load(session, submission_id)
    if moment is not None and moment <= now:
        raise SubmissionRefused(say("moment-past"))
    refuse_expired(load.expires_at, moment or now)
    written = moment.isoformat() if moment else None
    row.told = {**row.told, "not_before": written}
    load.plan = {**load.plan, NOT_BEFORE: written}  # for who applies it in the terminal
    to_be_told(row, now, worker)


def set_expiry(
    session: Session, now: datetime, *, submission_id: int, moment: datetime | None, worker: str
) -> None:
    """Let the documents of a rehearsal end at a moment, or at none; SubmissionRefused."""
    row, load = open_load(session, submission_id)
    if moment is not None and moment <= now:
        raise SubmissionRefused(say("moment-past"))
    refuse_expired(moment, moment_told(row) or now)
    load.expires_at = moment
    to_be_told(row, now, worker)


def refuse_expired(expires_at: datetime | None, seen_from: datetime) -> None:
    """Raise SubmissionRefused where documents would end before anybody sees them."""
    if expires_at is not None and expires_at <= seen_from:
        raise SubmissionRefused(say("expiry-before"))


def moment_told(row: SubmissionRow) -> datetime | None:
    """Return the moment before which a submission shall not be seen."""
    written = row.told.get("not_before")
    return datetime.fromisoformat(written) if written else None


def seen_version(row: SubmissionRow, load: LoadRow) -> str:
    """Return a short name of all that is decided on: the plan, its label, its moments."""
    expires = load.expires_at.isoformat() if load.expires_at else None
    told = [row.shown.get("version"), load.visibility, row.told.get("not_before"), expires]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def outlet_named(session: Session, now: datetime, *, source_id: int, viewer: Viewer) -> str:
    """Return the name of an outlet on a button; raises SubmissionRefused."""
    name = source_name(session, source_id, viewer)
    if name is None:
        raise SubmissionRefused("This outlet is not there any more.")
    return name


def ask_to_type(
    session: Session, now: datetime, *, submission_id: int, what: str, chat_id: int, person_id: int
) -> Message:
    """Wait for a day, outlet, title or moment to be typed in a chat; return what asks for it."""
    if what in _MOMENTS:
        row, _ = open_load(session, submission_id)
    else:
        row = _to_tell_of(session, submission_id)
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
    if prompt is None or prompt.purpose != PURPOSE or "\n" in text.strip():
        return None
    number, what = prompt.subject["id"], prompt.subject["what"]
    if "?" in text and what != "title":  # a question in between
        return None
    check_seen(session, now, submission_id=number, person_id=person_id)
    if what in _MOMENTS:
        moment = _moment(text, zone)
        _MOMENTS[what](session, now, submission_id=number, moment=moment, worker=worker)
    else:
        value = _day(text, today) if what == "day" else _line(text, what)
        told = {"submission_id": number, "what": what, "value": value}
        set_told(session, now, **told, worker=worker, actor=str(person_id))
    drop_prompt(session, chat_id=chat_id, person_id=person_id)
    return int(number)


def _line(text: str, what: str) -> str:
    if len(text) > _LONGEST[what]:
        raise SubmissionRefused(say(f"{what}-too-long"))
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
    return open_load(session, submission_id)[0]


_MOMENTS = {"moment": set_moment, "expiry": set_expiry}
