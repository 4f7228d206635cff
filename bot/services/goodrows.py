"""A table of facts with wrong rows: kept apart, nothing live, until somebody decides about it.

Its good rows are loaded by the ordinary rehearsal, it is discarded, or the table as it was put
right takes its place.
"""

import re
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.submitting import SubmissionRefused, refuse, to_be_told
from bot.views.texts import say
from db.models import SubmissionRow
from db.queries.submissions import REFUSED, WAITING, kept_apart, submission

DISCARDED, REPLACED = "discarded", "replaced"
MOST_THE_SAME = 0.5
_COPY = re.compile(r"\s*\(\d{1,2}\)(?=\.\w{1,5}$|$)")


def keep_apart(
    session: Session, now: datetime, *, submission_id: int, worker: str, reason: str, good: int
) -> None:
    """Settle a table with wrong rows as not loaded, and keep it for its `good` ones."""
    row = submission(session, submission_id)
    if row is None or row.worker != worker or row.state != WAITING:
        return
    content = row.content
    refuse(session, now, submission_id=submission_id, worker=worker, reason=reason)
    replace_earlier(session, row)
    if row.state == REFUSED:
        row.content, row.shown = content, {"good": good}


def replace_earlier(session: Session, row: SubmissionRow) -> None:
    """Let a table that was read take the place of those kept apart that it is put right from."""
    for earlier in (each for each in kept_apart(session, row) if _put_right(each, row)):
        earlier.content, earlier.shown = None, {"ended": REPLACED}
        earlier.told_at = earlier.worker = earlier.lease_until = None  # by the next tick


def load_good_rows(
    session: Session, now: datetime, *, submission_id: int, actor: str, worker: str
) -> None:
    """Have the good rows of a table read and rehearsed; raises SubmissionRefused."""
    row = _kept(session, submission_id, actor)
    row.told, row.shown = {**row.told, "good_rows": True}, {}
    row.state, row.reason = WAITING, None
    to_be_told(row, now, worker)


def discard_rows(
    session: Session, now: datetime, *, submission_id: int, actor: str, worker: str
) -> None:
    """Give up a table that is kept apart; raises SubmissionRefused."""
    row = _kept(session, submission_id, actor)
    row.content, row.shown = None, {"ended": DISCARDED}
    to_be_told(row, now, worker)


def _put_right(earlier: SubmissionRow, row: SubmissionRow) -> bool:
    """Say whether a table is an earlier one put right: by its name, or by its rows.

    Apps number a second file of a name ("claims (1).csv"). Under another name it has the same head
    and holds most of what was good, as far as a table is lines of text.
    """
    if _COPY.sub("", earlier.file_name) == _COPY.sub("", row.file_name):
        return True
    head, *rows = _lines(earlier.content)
    now, *later = _lines(row.content)
    same, good = len(set(rows) & set(later)), earlier.shown.get("good", 0)
    return bool(same) and head == now and same >= MOST_THE_SAME * good


def _lines(content: bytes | None) -> list[bytes]:
    """Return the lines of a table that is text, at least one."""
    if content is None or b"\0" in content:
        return [b""]
    return [line.strip() for line in content.splitlines() if line.strip()] or [b""]


def _kept(session: Session, submission_id: int, actor: str) -> SubmissionRow:
    row = submission(session, submission_id)
    if row is None or row.state != REFUSED or row.content is None or str(row.person_id) != actor:
        raise SubmissionRefused(say("button-expired"))
    return row
