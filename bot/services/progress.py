"""How far a correction has got: for the editor who made it, and for the list of all."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.views.corrections import Progress
from db.queries.quotes import quotes
from db.queries.reach import TakenBackFact, newest_taken_back, reach_of
from db.queries.statements import newest_passage
from db.queries.submissions import person_name
from db.viewer import Viewer
from facts.quote import Quote

MOST_LISTED = 20


def list_corrections(
    session: Session, now: datetime, *, viewer: Viewer, fact_id: int | None = None
) -> Sequence[Progress]:
    """Return what was corrected or withdrawn last, by editors and by documents, newest first.

    What the viewer may not see is left out.
    """
    found = []
    for back in newest_taken_back(session, most=MOST_LISTED, fact_id=fact_id):
        old, new = _quote(session, back.fact_id, viewer), None
        if back.later_id is not None:
            new = _quote(session, back.later_id, viewer)
        if old is not None and (new is not None or back.later_id is None):
            found.append(_progress(session, back, old, new))
    return found


def progress_of(
    session: Session, now: datetime, *, fact_id: int, viewer: Viewer
) -> Progress | None:
    """Return how far the last correction of a fact has got; None when there was none."""
    return next(iter(list_corrections(session, now, viewer=viewer, fact_id=fact_id)), None)


def _progress(session: Session, back: TakenBackFact, old: Quote, new: Quote | None) -> Progress:
    reach = reach_of(session, back.fact_id, back.at)
    return Progress(
        old=old,
        new=new,
        reason=back.reason,
        by=back.by,
        by_name=person_name(session, back.by),
        at=back.at,
        load_id=back.load_id,
        by_document=back.by_document,
        undone=back.undone_at is not None,
        shown=reach.shown,
        states=reach.states,
        marks=reach.marks,
    )


def _quote(session: Session, fact_id: int, viewer: Viewer) -> Quote | None:
    passage = newest_passage(session, fact_id)
    shown = quotes(session, [passage], viewer=viewer) if passage is not None else []
    return shown[0] if shown else None
