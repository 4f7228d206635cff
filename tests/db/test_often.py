"""A statement asked often gives on both engines what SQLAlchemy's own way gives."""

from datetime import date

import pytest
from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.exc import DBAPIError

from db.among import among, ids_named
from db.engine import Store
from db.models import DocumentRow, FactRow, PassageRow
from db.often import Often
from tests.factories import NOW, load_text

_FACT, _PASSAGE = FactRow.__table__.c, PassageRow.__table__.c
_DOCUMENT = DocumentRow.__table__.c


def test_rows_hold_the_values_that_columns_stand_for(store: Store) -> None:
    load_text(store, "The ferry sank off Velden.\n\nNobody was hurt.")
    statement = (
        select(_FACT.id, _FACT.text, _FACT.speaker_sure, _FACT.live_from, _FACT.live_until)
        .where(among(_FACT.id, ids_named("ids")), _FACT.live_from <= bindparam("now", NOW))
        .where(or_(False, _FACT.visibility == "public"))
        .order_by(_FACT.id)
    )
    with store.reads.begin() as session:
        own = session.execute(statement, {"ids": [1, 2, 9], "now": NOW}).all()
        often = Often(statement)
        for _ in range(2):
            assert [*map(tuple, often.rows(session, {"ids": [1, 2, 9], "now": NOW}))] == own
    assert len(own) == 2


def test_days_are_days(store: Store) -> None:
    load_text(store, "The ferry sank off Velden.")
    with store.writes.begin() as session:
        for document in session.scalars(select(DocumentRow)):
            document.earliest = document.latest = date(2026, 5, 4)
        session.flush()
        days = Often(select(_DOCUMENT.earliest, func.count()).group_by(_DOCUMENT.earliest))
        assert [*map(tuple, days.rows(session, {}))] == [(date(2026, 5, 4), 1)]


def test_what_the_engine_refuses_is_told_as_ever(store: Store) -> None:
    with pytest.raises(DBAPIError), store.reads.begin() as session:
        Often(select(func.no_such_function(_PASSAGE.id))).rows(session, {})
