"""The only lines that differ between the engines: which facts are filed under terms.

The statements are made once: building them for every question took longer than running them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    String,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    union_all,
)
from sqlalchemy.orm import Session

from db.base import UtcDateTime
from db.models import FactRow
from db.queries.terms import chunks, encodings
from db.viewer import Viewer

_SEARCH = table("fact_search", column("rowid"), column("terms"))
_FACT = FactRow.__table__.c
# Terms looked up by one statement. On PostgreSQL each is planned by itself: the planner adds up
# the costs of a whole statement, and may then choose as for a large one.
AT_ONCE = {"sqlite": 16, "postgresql": 1}


@dataclass(frozen=True, slots=True)
class Sought:
    """Facts filed under all of some terms and, where some are given, under any of others."""

    all_of: tuple[int, ...]
    any_of: tuple[int, ...] = ()


def facts_under(session: Session, term_id: int, *, viewer: Viewer, now: datetime) -> list[int]:
    """Return the ids of all standing facts filed under a term: ask for rare terms only."""
    dialect = session.get_bind().dialect.name
    filed = _standing(dialect)
    asked = {"match0": _written(dialect, Sought((term_id,)), viewer), "now": now}
    return list(session.scalars(filed, asked).all())


def filed_under_each(
    session: Session, each: Sequence[Sought], *, viewer: Viewer, since: int = 0
) -> list[list[int]]:
    """Return for each what is filed so, also what has ended; ids under `since` are left out.

    Ask for what is rare, or where a rare term narrows a common one down. The index alone is read,
    which is far quicker than to look at every fact: whether one stands is asked of the few that
    are gone on with.
    """
    found: list[list[int]] = []
    dialect = session.get_bind().dialect.name
    for some in chunks(each, AT_ONCE[dialect]):
        asked: dict[str, str | int] = {
            f"match{place}": _written(dialect, sought, viewer) for place, sought in enumerate(some)
        }
        every = _filed_each(dialect, len(some), from_one=since > 0)
        rows = session.connection().execute(every, {**asked, "since": since} if since else asked)
        filed: dict[int, str | None] = dict(rows.all())
        found += [json.loads(filed[place] or "[]") for place in range(len(some))]
    return found


def newest_under(
    session: Session, term_ids: Sequence[int], *, viewer: Viewer, now: datetime, most: int
) -> list[int]:
    """Return ids of standing facts filed under all these terms, newest id first, at most `most`."""
    dialect = session.get_bind().dialect.name
    newest, match = _newest(dialect), _written(dialect, Sought(tuple(term_ids)), viewer)
    return list(session.scalars(newest, {"match0": match, "now": now, "most": most}).all())


def stands(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions under which a fact stands at `now`."""
    until = FactRow.live_until
    return (FactRow.live_from <= now, until.is_(None) | (until > now))


def _written(dialect: str, sought: Sought, viewer: Viewer) -> str:
    """Write in the engine's own syntax what is sought, at the levels that this viewer may see."""
    wanted = [_any_of(dialect, (term,), viewer) for term in sought.all_of]
    if sought.any_of:
        wanted.append(_any_of(dialect, sought.any_of, viewer))
    return (" AND " if dialect == "sqlite" else " & ").join(wanted)


@lru_cache(maxsize=1_000)
def _any_of(dialect: str, terms: tuple[int, ...], viewer: Viewer) -> str:
    each = [word for term in terms for word in encodings(term, viewer)]
    if dialect == "sqlite":
        # Each word is quoted, so that nothing in it is ever taken for FTS5's own syntax.
        either = " OR ".join([f'"{word}"' for word in each])
    else:
        either = " | ".join(each)
    return f"({either})" if len(each) > 1 else either


@lru_cache
def _filed_each(dialect: str, count: int, *, from_one: bool) -> Select[Any] | CompoundSelect[Any]:
    """Select (place, facts) for `match0`, `match1` and so on.

    The facts come as one JSON list: thousands of rows of one number took most of the time.
    """
    each = [_filed(dialect, place, from_one=from_one) for place in range(count)]
    return union_all(*each) if count > 1 else each[0]


@lru_cache
def _standing(dialect: str) -> Select[Any]:
    """Select the standing facts for `match0`.

    Without ORDER BY and LIMIT, which made PostgreSQL walk the primary key and unpack every row.
    """
    now, until = bindparam("now", type_=UtcDateTime()), _FACT.live_until
    standing = (_FACT.live_from <= now, until.is_(None) | (until > now))
    if dialect == "sqlite":
        joined = select(_FACT.id).join(_SEARCH, _SEARCH.c.rowid == _FACT.id)
        return joined.where(_matching(dialect, 0), *standing)
    return select(_FACT.id).where(_matching(dialect, 0), *standing)


@lru_cache
def _newest(dialect: str) -> Select[Any]:
    if dialect == "sqlite":  # FTS5 walks its lists backwards and stops at the limit
        return _standing(dialect).order_by(_SEARCH.c.rowid.desc()).limit(bindparam("most"))
    # OFFSET 0 keeps PostgreSQL from turning this into a walk of the primary key.
    filed = _standing(dialect).offset(0).subquery()
    return select(filed.c.id).order_by(filed.c.id.desc()).limit(bindparam("most"))


def _filed(dialect: str, place: int, *, from_one: bool) -> Select[Any]:
    sqlite = dialect == "sqlite"
    ids = func.json_group_array(_SEARCH.c.rowid) if sqlite else cast(func.json_agg(_FACT.id), Text)
    filed = select(literal_column(str(place), Integer), ids).where(_matching(dialect, place))
    if not from_one:
        return filed
    return filed.where((_SEARCH.c.rowid if sqlite else _FACT.id) >= bindparam("since", 0))


def _matching(dialect: str, place: int) -> ColumnElement[bool]:
    match = bindparam(f"match{place}", type_=String())
    if dialect == "sqlite":
        return literal_column("fact_search").op("MATCH")(match)
    vector = func.to_tsvector(literal_column("'simple'::regconfig"), _FACT.terms)
    return vector.op("@@")(func.to_tsquery("simple", match))
