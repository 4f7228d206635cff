"""A load taken back: its passages end, what it ended returns, its links go; nothing is deleted.

Rows stay, so that receipts still show what was answered and ids are never used again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.loading import LoadRefused
from bot.services.recomposing import recompose_ended
from bot.services.returning import owe_returns
from db.models import CorrectionRow, LoadRow
from db.queries.audit import record
from db.queries.corrections import correction_of_load, draw_again, told_by_load, told_gone
from db.queries.gaps import reopen_answered
from db.queries.learning import drop_carried
from db.queries.links import remove_links_of_load
from db.queries.loads import documents_of_load, load_by_id, newest_loads, withdraw_documents
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.standing import end_placed_by, end_unstated, restore_ended_by, return_stated
from db.queries.visibility import settle_visibility


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing a load changed: facts withdrawn, facts standing again, documents gone."""

    withdrawn: tuple[int, ...]
    returned: tuple[int, ...]
    documents: tuple[int, ...]


def undo(session: Session, now: datetime, *, load_id: int, actor: str) -> Undone:
    """Take back an applied load; raise LoadRefused when it is not applied.

    A fact that another document states stays. What the load ended stands again, unless a later
    load of the same document replaced it as well; those who were told otherwise are told so.
    """
    take_one(session, STORE_VERSION)
    load = load_by_id(session, load_id)
    if load is None or load.state != "applied":
        state = f"{load.state}" if load else "not there"
        raise LoadRefused(f"Load {load_id} is {state}: only an applied load can be undone.")
    load.state = "undone"
    told = told_by_load(session, load_id)
    correction = _close_correction(session, now, load_id, actor)
    if correction is not None and correction.later_id is not None:
        drop_carried(session, correction.fact_id, correction.later_id)
    touched = end_placed_by(session, load_id, now=now)
    remove_links_of_load(session, load_id)
    draw_again(session, correction.former if correction else None)
    restored = restore_ended_by(session, load_id)
    told += told_gone(session, [*touched, *restored])
    returned = return_stated(session, [*touched, *restored])
    reason = "the desk took its document back"  # readers are told this; which load, the audit
    withdrawn = end_unstated(session, dict.fromkeys([*touched, *restored], reason), now=now)
    settle_visibility(session, now, [*touched, *restored])
    documents = withdraw_documents(session, documents_of_load(session, load_id), now=now)
    undone = Undone(tuple(withdrawn), tuple(returned), tuple(documents))
    owe_returns(session, now, told, undone.returned, undone.withdrawn)
    recompose_ended(session, now)
    reopen_answered(session, undone.withdrawn)
    counts = {name: len(getattr(undone, name)) for name in ("withdrawn", "returned", "documents")}
    record(session, now, actor=actor, verb="undo", subject=f"load {load_id}", particulars=counts)
    return undone


def _close_correction(
    session: Session, now: datetime, load_id: int, actor: str
) -> CorrectionRow | None:
    row = correction_of_load(session, load_id)
    if row is not None:
        row.undone_at, row.undone_by = now, actor
    session.flush()
    return row


def list_loads(session: Session, now: datetime, *, most: int) -> Sequence[tuple[LoadRow, int]]:
    """Return the newest loads, each with how many facts stand by it."""
    return newest_loads(session, most=most)
