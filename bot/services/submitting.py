"""What editors give in a chat: stored first, then claimed by one worker, read, and told of.

A submission waits for a worker as long as its `told_at` is None; a lease says who has it, so that
another takes it up when a process dies.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from db.encoding import particulars_json
from db.models import LoadRow, SubmissionRow
from db.queries.submissions import (
    ASKED,
    DROPPED,
    RECEIVED,
    REFUSED,
    REHEARSED,
    WAITING,
    add_submission,
    claim_submission,
    drop_known_before,
    growing_text,
    known_before,
    renew_claim,
    set_message,
    submission,
    untold,
)
from facts.errors import BriefingError
from facts.types import Particulars

LEASE = timedelta(seconds=90)
# Bringing messages up to date is a matter of moments, and does no harm when two do it: after a
# crash nobody shall look long at buttons of what was decided.
SHOWN_WITHIN = timedelta(seconds=20)
# Texts longer than a message are cut by the apps near its end; the parts follow within moments.
NEARLY_FULL, FULL = 3_000, 4_096
TOGETHER = timedelta(seconds=60)
LAST_WORDS = 200
MOST_ATTEMPTS = 5
# So long may more be told of a document that was known when it was sent.
TOLD_WITHIN = timedelta(days=1)


class SubmissionRefused(BriefingError):
    """What was pressed or typed about a submission can no longer be done."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A document (by Telegram's file id, or by a link) or a text, as it was given in a chat.

    `proposed` is what the forward that it came by tells about it.
    """

    chat_id: int
    message_id: int
    person_id: int
    file_name: str
    file_id: str | None = None
    link: str | None = None
    text: str = ""
    proposed: Particulars = field(default_factory=Particulars)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A submission that this worker has: what is to be read, or None when only to be told."""

    submission_id: int
    state: str
    file_name: str
    file_id: str | None
    link: str | None
    content: bytes | None
    proposed: dict[str, Any]
    told: dict[str, Any]


def receive_document(
    session: Session, now: datetime, *, submitted: Submitted, worker: str
) -> int | None:
    """Store a document or a link, for this worker; None when it was stored before."""
    return _add(session, now, submitted, WAITING, worker)


def receive_text(
    session: Session, now: datetime, *, submitted: Submitted, worker: str
) -> int | None:
    """Store a text, or add it to the one that it goes on; None when it was stored before."""
    growing = growing_text(session, submitted.chat_id, submitted.person_id)
    if growing is not None and _goes_on(growing, submitted, now):
        text = submitted.text
        before = (growing.content or b"").decode()
        growing.content = f"{before}{_seam(before, growing.last_units, text)}{text}".encode()
        growing.last_message_id, growing.last_units = submitted.message_id, units(text)
        to_be_told(growing, now, worker)
        return growing.id
    first = growing.message_id if growing is not None else submitted.message_id
    if growing is not None and first <= submitted.message_id <= growing.last_message_id:
        return None
    return _add(session, now, submitted, RECEIVED, worker)


def goes_on(session: Session, now: datetime, *, submitted: Submitted) -> bool:
    """Say whether a text is the next part of a longer one that an app has cut."""
    growing = growing_text(session, submitted.chat_id, submitted.person_id)
    return growing is not None and _goes_on(growing, submitted, now)


def complete(session: Session, now: datetime, *, submission_id: int, message_id: int) -> bool:
    """Say whether a message is the last part so far of a text; then it is asked about."""
    row = submission(session, submission_id)
    if row is None or row.last_message_id != message_id or row.state not in (RECEIVED, ASKED):
        return False
    row.state, row.told_at = ASKED, None
    return True


def claim(session: Session, now: datetime, *, submission_id: int, worker: str) -> Claimed | None:
    """Take a submission that waits for a worker; None when another has it or none is needed."""
    row = claim_submission(session, submission_id, worker=worker, now=now, until=now + LEASE)
    if row is None:
        return None
    if row.state == RECEIVED:  # whoever waited for its other parts is gone
        row.state = ASKED
    row.lease_until = now + _lease(row.state)
    return _claimed(row)


def held(session: Session, now: datetime, *, submission_id: int, worker: str) -> Claimed | None:
    """Return a submission that this worker has."""
    row = submission(session, submission_id)
    return _claimed(row) if row is not None and row.worker == worker else None


def known_to_forget(session: Session, now: datetime) -> bool:
    """Say whether bytes are kept of a document known or refused, longer than is asked for."""
    return known_before(session, now - TOLD_WITHIN) > 0


def forget_known(session: Session, now: datetime) -> None:
    """Keep those bytes no longer: what is to be told of it then has to be sent again."""
    drop_known_before(session, now - TOLD_WITHIN)


def renew(session: Session, now: datetime, *, submission_id: int, worker: str) -> bool:
    """Hold a submission longer; say whether this worker still has it."""
    return renew_claim(session, submission_id, worker=worker, until=now + LEASE)


def waiting_submissions(session: Session, now: datetime) -> list[int]:
    """Return the submissions that wait for a worker."""
    return untold(session, now)


def keep_content(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    content: bytes,
    url: str | None = None,
) -> None:
    """Keep the bytes of a document that was fetched, with the address that a link led to."""
    row = submission(session, submission_id)
    if row is not None and row.state == WAITING:
        row.content = content
        row.proposed = {**row.proposed, "url": url or row.proposed["url"]}


def put_back(session: Session, now: datetime, *, submission_id: int, reason: str) -> None:
    """Let a document that could not be fetched be tried again later, some times."""
    row = submission(session, submission_id)
    if row is None or row.state != WAITING:
        return
    row.attempts += 1
    if row.attempts >= MOST_ATTEMPTS:
        row.state, row.reason = REFUSED, reason
    row.worker, row.lease_until = None, now + timedelta(seconds=2**row.attempts)


def refuse(
    session: Session, now: datetime, *, submission_id: int, worker: str, reason: str
) -> None:
    """Settle a submission that cannot be read, or not as a person told last.

    A plan made of it before is shown again, with the reason and with what was told until then.
    """
    row = submission(session, submission_id)
    if row is None or row.worker != worker or row.state != WAITING:
        return
    load = session.get(LoadRow, row.load_id) if row.load_id else None
    if load is not None and load.state == "rehearsed" and "as_told" in row.shown:
        row.state, row.told = REHEARSED, row.shown["as_told"]
        row.shown = {**row.shown, "refused": reason}
    else:
        row.state, row.reason, row.content = REFUSED, reason, None


def take_text(
    session: Session, now: datetime, *, submission_id: int, load: bool, worker: str
) -> Submitted:
    """Load a text, or have it taken as a question; return it. Raises SubmissionRefused."""
    row = submission(session, submission_id)
    if row is None or row.state not in (RECEIVED, ASKED):
        raise SubmissionRefused("That was decided already.")
    text = (row.content or b"").decode()
    taken = Submitted(row.chat_id, row.message_id, row.person_id, row.file_name, text=text)
    row.state = WAITING if load else DROPPED
    row.content = row.content if load else None
    to_be_told(row, now, worker)
    return taken


def show_in(
    session: Session, now: datetime, *, submission_id: int, chat_id: int, message_id: int | None
) -> None:
    """Remember the message of a chat that shows a submission."""
    set_message(session, submission_id, chat_id, message_id)


def to_be_told(row: SubmissionRow, now: datetime, worker: str) -> None:
    """Let this worker bring the messages of a submission up to date; another, if it dies."""
    row.told_at, row.worker, row.lease_until = None, worker, now + _lease(row.state)


def told(session: Session, now: datetime, *, submission_id: int, worker: str, state: str) -> None:
    """Settle that a submission is told as it is; one that is read anew stays with its worker."""
    row = submission(session, submission_id)
    if row is not None and row.worker == worker and row.state == state != WAITING:
        row.told_at, row.worker, row.lease_until = now, None, None


def units(text: str) -> int:
    """Return how long Telegram finds a text: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _add(
    session: Session, now: datetime, submitted: Submitted, state: str, worker: str
) -> int | None:
    text, given = submitted.text, submitted.file_id or submitted.link
    row = add_submission(
        session,
        {
            "kind": "document" if given else "text",
            "state": state,
            "chat_id": submitted.chat_id,
            "message_id": submitted.message_id,
            "last_message_id": submitted.message_id,
            "last_units": units(text),
            "person_id": submitted.person_id,
            "file_name": submitted.file_name,
            "file_id": submitted.file_id,
            "link": submitted.link,
            "content": None if given else text.encode(),
            "proposed": particulars_json(submitted.proposed),
            "told": {},
            "shown": {},
            "worker": worker,
            "lease_until": now + LEASE,
            "attempts": 0,
            "created_at": now,
        },
    )
    if row is None:
        return None
    set_message(session, row.id, submitted.chat_id, None)
    return row.id


def _lease(state: str) -> timedelta:
    return LEASE if state == WAITING else SHOWN_WITHIN


def _goes_on(row: SubmissionRow, submitted: Submitted, now: datetime) -> bool:
    gap = submitted.message_id - row.last_message_id
    alike = row.proposed == particulars_json(submitted.proposed)
    # Our own question about the text may have come between its parts.
    near = 0 < gap <= (1 if row.state == RECEIVED else 2) and now - row.created_at <= TOGETHER
    return near and alike and row.last_units >= NEARLY_FULL


def _seam(before: str, last_units: int, after: str) -> str:
    """Return what an app took away where it cut a text: a paragraph's end, a space, or nothing."""
    if before.rstrip()[-1:] in '.!?:”"’»':
        return "\n\n"
    unbroken = last_units >= FULL and not any(map(str.isspace, before[-LAST_WORDS:]))
    return "" if unbroken else " "


def _claimed(row: SubmissionRow) -> Claimed:
    return Claimed(
        row.id, row.state, row.file_name, row.file_id, row.link, row.content, row.proposed, row.told
    )
