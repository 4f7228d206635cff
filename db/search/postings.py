"""The only lines that differ between the engines: which facts are filed under terms."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.orm import Session

from db.models import FactRow
from db.queries.terms import encoded

_SEARCH = table("fact_search", column("rowid"), column("terms"))


def facts_under(session: Session, term_id: int, *, now: datetime) -> list[int]:
    """Return the ids of all standing facts filed under a term: ask for rare terms only.

    Without ORDER BY and LIMIT, which made PostgreSQL walk the primary key and unpack every row.
    """
    return list(session.scalars(_filed(session, [term_id]).where(*stands(now))))


def newest_under(
    session: Session, term_ids: Sequence[int], *, now: datetime, most: int
) -> list[int]:
    """Return ids of standing facts filed under all these terms, newest id first, at most `most`."""
    # OFFSET 0 keeps PostgreSQL from turning this into a walk of the primary key.
    filed = _filed(session, term_ids).where(*stands(now)).offset(0).subquery()
    return list(session.scalars(select(filed.c.id).order_by(filed.c.id.desc()).limit(most)))


def _filed(session: Session, term_ids: Sequence[int]) -> Select[Any]:
    words = [encoded(term_id) for term_id in term_ids]
    return _fts5(words) if session.get_bind().dialect.name == "sqlite" else _tsvector(words)


def stands(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions under which a fact stands at `now`."""
    until = FactRow.live_until
    return (FactRow.live_from <= now, until.is_(None) | (until > now))


def _fts5(words: Sequence[str]) -> Select[Any]:
    # Each word is quoted, so that nothing in it is ever taken for FTS5's own syntax.
    match: BindParameter[str] = bindparam("match", " AND ".join(f'"{word}"' for word in words))
    return (
        select(FactRow.id)
        .join(_SEARCH, _SEARCH.c.rowid == FactRow.id)
        .where(literal_column("fact_search").op("MATCH")(match))
    )


def _tsvector(words: Sequence[str]) -> Select[Any]:
    query = func.to_tsquery("simple", " & ".join(words))
    vector = func.to_tsvector(literal_column("'simple'::regconfig"), FactRow.terms)
    return select(FactRow.id).where(vector.op("@@")(query))
