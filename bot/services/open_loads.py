"""A submission that waits for a decision, what is said of one that does not, and who may see it."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.seeing import label_of_load
from bot.services.submitting import SubmissionRefused
from bot.views.texts import say
from db.models import LoadRow, SubmissionRow
from db.queries.clearances import viewer_of
from db.queries.submissions import REHEARSED, WAITING, person_name, submission


def open_load(
    session: Session, submission_id: int, *, held: bool = False
) -> tuple[SubmissionRow, LoadRow]:
    """Return a submission that waits for a decision, with its load; raises SubmissionRefused.

    With `held` also one that is held back until its moment.
    """
    row = submission(session, submission_id)
    load = session.get(LoadRow, row.load_id) if row and row.load_id else None
    if row is not None and row.state == WAITING:
        raise SubmissionRefused(say("note-planning"))
    if row is None or row.state != REHEARSED or load is None or load.state != "rehearsed":
        raise SubmissionRefused(decided_before(session, row, load))
    if load.live_at is not None and not held:
        raise SubmissionRefused(say("note-is-held"))
    return row, load


def decided_before(session: Session, row: SubmissionRow | None, load: LoadRow | None) -> str:
    """Return who decided about a submission, or what became of it."""
    if row is not None and row.shown.get("by"):
        return say("note-decided", actor=person_name(session, row.shown["by"]))
    return say("load-is", load=str(load.id), state=load.state) if load else say("button-expired")


def check_seen(session: Session, now: datetime, *, submission_id: int, person_id: int) -> None:
    """Raise SubmissionRefused for a submission that is there and that an editor may not see."""
    row = session.get(SubmissionRow, submission_id)
    if row is not None and not submission_seen(session, row, person_id):
        raise SubmissionRefused(say("note-load-hidden"))


def submission_seen(session: Session, row: SubmissionRow, person_id: int) -> bool:
    """Say whether an editor may see a submission: it is their own, or they are cleared for it."""
    load = session.get(LoadRow, row.load_id) if row.load_id else None
    if load is None or row.person_id == person_id:
        return True
    return label_of_load(session, load) in viewer_of(session, person_id).labels
