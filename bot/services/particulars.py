"""What people tell about a submission that it does not say itself: its day, its outlet."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.submitting import LEASE, SubmissionRefused
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.texts import say
from db.models import LoadRow, SubmissionRow
from db.queries.prompts import drop_prompt, prompt_of, put_prompt
from db.queries.submissions import REHEARSED, WAITING, source_name, submission
from facts.reading.dates import first_full_date

PURPOSE = "submission"
TYPED_WITHIN = timedelta(minutes=30)
LONGEST_OUTLET = 80


def set_told(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    what: str,
    value: str | None,
    worker: str,
) -> None:
    """Take a person's word for the day of publication or the outlet, and have it planned anew.

    `what` is "day" (a date as YYYY-MM-DD) or "outlet" (its name); None means that it is unknown.
    Raises SubmissionRefused.
    """
    row = _rehearsed(session, submission_id)
    row.told = {**row.told, what: value}
    row.state = WAITING
    row.told_at, row.worker, row.lease_until = None, worker, now + LEASE


def outlet_named(session: Session, now: datetime, *, source_id: int) -> str:
    """Return the name of an outlet on a button; raises SubmissionRefused."""
    name = source_name(session, source_id)
    if name is None:
        raise SubmissionRefused("This outlet is not there any more.")
    return name


def ask_to_type(
    session: Session, now: datetime, *, submission_id: int, what: str, chat_id: int, person_id: int
) -> Message:
    """Wait for a day or an outlet to be typed in a chat; return what asks for it."""
    row = _rehearsed(session, submission_id)
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
    worker: str,
) -> int | None:
    """Take words for what was asked for and return of which submission; None for other words.

    Raises SubmissionRefused when they cannot be what was asked for; it goes on being waited for.
    """
    prompt = prompt_of(session, now, chat_id=chat_id, person_id=person_id)
    if prompt is None or prompt.purpose != PURPOSE or "?" in text or "\n" in text.strip():
        return None
    number, what = prompt.subject["id"], prompt.subject["what"]
    value = _outlet(text) if what == "outlet" else _day(text, today)
    set_told(session, now, submission_id=number, what=what, value=value, worker=worker)
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


def _rehearsed(session: Session, submission_id: int) -> SubmissionRow:
    """Return a submission that waits for a decision; raises SubmissionRefused."""
    row = submission(session, submission_id)
    load = session.get(LoadRow, row.load_id) if row and row.load_id else None
    if row is None or row.state != REHEARSED or load is None or load.state != "rehearsed":
        raise SubmissionRefused(say("button-expired"))
    return row
