"""What is kept about a person, as a document; taking all of it away; and letting questions go."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy.orm import Session

from db.models import PersonRow
from db.personal import FORGOTTEN
from db.queries.audit import record
from db.queries.erasing import (
    drop_proposals,
    erase_person,
    erase_questions,
    gaps_of,
    rows_of_person,
    take_from_gaps,
)
from db.queries.people import ADMIN, admins
from db.queries.rates import drop_rate
from db.queries.totals import add_totals, count_questions, expired_questions, questions_of
from facts.errors import BriefingError

BATCH = 200
THEMSELF = "themself"


class CannotForget(BriefingError):
    """The person is the last admin, or nothing is kept about them."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows and questions of a person there were."""

    rows: int
    questions: int


def everything_about(session: Session, now: datetime, *, person_id: int) -> dict[str, Any]:
    """Return all that is kept about a person, by table, as JSON takes it."""
    found = rows_of_person(session, person_id)
    kept = {
        table: [{name: _plain(value) for name, value in row.items()} for row in rows]
        for table, rows in found.items()
    }
    return {"person": person_id, "made_at": now.isoformat(), "kept": kept}


def require_forgettable(
    session: Session, now: datetime, *, person_id: int, admin_ids: Collection[int]
) -> None:
    """Raise CannotForget when nobody would be left who may grant, or nothing is kept."""
    person = session.get(PersonRow, person_id)
    if person is None and not rows_of_person(session, person_id):
        raise CannotForget(f"Nothing is kept about person {person_id}.")
    others = ({*admins(session), *admin_ids}) - {person_id}
    if person is not None and person.role == ADMIN and not others:
        raise CannotForget(
            "You are the last admin: make somebody else an admin first, then ask again."
        )


def forget(
    session: Session,
    now: datetime,
    *,
    person_id: int,
    admin_ids: Collection[int],
    zone: tzinfo,
    actor: str = THEMSELF,
) -> Forgotten:
    """Take a person out of the store: what is owed to them is off, their subscriptions end.

    Counts of their questions stay in the totals of the day. Raises CannotForget.
    """
    session.get(PersonRow, person_id, with_for_update=True)
    require_forgettable(session, now, person_id=person_id, admin_ids=admin_ids)
    count = sum(map(len, rows_of_person(session, person_id).values()))
    asked = questions_of(session, person_id)
    gaps = gaps_of(session, asked)
    add_totals(session, count_questions(session, asked, zone))
    drop_proposals(session, person_id)
    erase_questions(session, asked)
    erase_person(session, person_id, mark=f"{FORGOTTEN}{secrets.token_hex(3)}")
    take_from_gaps(session, gaps)
    # Neither who it was nor a mark that could be laid beside others: only that it was done.
    record(
        session,
        now,
        actor="system" if actor == THEMSELF else actor,
        verb="forget",
        subject="a person",
        particulars={"asked_by": actor if actor == THEMSELF else None, "rows": count},
    )
    return Forgotten(count, len(asked))


def drop_traces(session: Session, now: datetime, *, person_id: int) -> None:
    """Drop what the last message to a forgotten person left: how fast their chat may be sent to."""
    drop_rate(session, key=f"chat {person_id}")


def purge_due(session: Session, now: datetime, *, days: int) -> bool:
    """Say whether a question is older than it may get; 0 days keep all."""
    return bool(days and expired_questions(session, now - timedelta(days=days), most=1))


def purge(session: Session, now: datetime, *, days: int, zone: tzinfo) -> int:
    """Let some questions go that are older than `days`; return how many.

    Their counts stay in the totals of the day; learned phrasings and gaps stay, with no person.
    """
    if not days:
        return 0
    old = expired_questions(session, now - timedelta(days=days), most=BATCH)
    add_totals(session, count_questions(session, old, zone))
    erase_questions(session, old)
    return len(old)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
