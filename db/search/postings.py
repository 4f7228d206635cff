"""Which standing facts are filed under a term."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.among import among, ids_of
from db.models import FactRow
from db.queries.postings import postings
from db.queries.terms import chunks
from db.viewer import Viewer


def facts_under(session: Session, term_id: int, *, viewer: Viewer, now: datetime) -> list[int]:
    """Return the ids of all standing facts filed under a term, newest id first."""
    return list(_standing_under(session, term_id, viewer, now))


def newest_under(
    session: Session, term_id: int, *, viewer: Viewer, now: datetime, most: int
) -> list[int]:
    """Return ids of standing facts filed under a term, newest id first, at most `most`."""
    return list(islice(_standing_under(session, term_id, viewer, now), most))


def stands(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions under which a fact stands at `now`."""
    until = FactRow.live_until
    return (FactRow.live_from <= now, until.is_(None) | (until > now))


def _standing_under(session: Session, term_id: int, viewer: Viewer, now: datetime) -> Iterator[int]:
    filed = postings(session, [term_id], viewer).get(term_id)
    newest_first: Sequence[int] = [] if filed is None else filed[::-1].tolist()
    for some in chunks(newest_first, 1_000):
        standing = select(FactRow.id).where(among(FactRow.id, ids_of(some)), *stands(now))
        yield from sorted(session.scalars(standing), reverse=True)
