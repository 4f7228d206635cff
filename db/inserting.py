"""Inserting where a row may be there already: both engines can, and SQLAlchemy asks which it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.base import Row

AT_ONCE = 1_000  # rows a statement: their values have to fit an engine's limit


def insert_into(session: Session, into: type[Row]) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that can say what becomes of a row that is there already."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(into)
    return postgresql.insert(into)


def claimed(
    session: Session,
    into: type[Row],
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[InstrumentedAttribute[Any]],
) -> Iterator[Sequence[Any]]:
    """Insert the rows that nobody has inserted yet; yield these columns of each."""
    for at in range(0, len(rows), AT_ONCE):
        some = [dict(row) for row in rows[at : at + AT_ONCE]]
        claim = insert_into(session, into).values(some).on_conflict_do_nothing()
        yield from session.execute(claim.returning(*columns))
