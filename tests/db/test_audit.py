"""The audit record is append-only, whoever asks the database."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import Store
from db.queries.audit import record
from tests.factories import NOW


@pytest.fixture
def audited(store: Store) -> Store:
    with store.writes.begin() as session:
        for actor in ("501", "terminal"):
            record(
                session, NOW, actor=actor, verb="grant", subject="person 501",
                particulars={"before": "reader", "after": "editor"},
            )  # fmt: skip
    return store


CHANGES = (
    "DELETE FROM audit",
    "UPDATE audit SET verb = 'other'",
    "UPDATE audit SET at = '2020-01-01'",
    "UPDATE audit SET particulars = '{}'",
    "UPDATE audit SET actor = '502'",
    "UPDATE audit SET actor = 'terminal'",
    "UPDATE audit SET subject = 'person 502'",
    "UPDATE audit SET actor = 'forgotten-1' WHERE actor = 'terminal'",
    "UPDATE audit SET actor = 'forgotten-1', verb = 'other' WHERE actor = '501'",
    "UPDATE audit SET subject = 'load forgotten-1'",
)


@pytest.mark.parametrize("change", CHANGES)
def test_no_change_of_the_record_is_let_through(audited: Store, change: str) -> None:
    with (
        pytest.raises(DBAPIError, match="append-only"),
        audited.writes.begin() as session,
    ):
        session.execute(text(change))


def test_record_cannot_be_emptied(audited: Store) -> None:
    if audited.engine.dialect.name == "postgresql":
        with (
            pytest.raises(DBAPIError, match="append-only"),
            audited.writes.begin() as session,
        ):
            session.execute(text("TRUNCATE audit"))


def test_number_of_a_forgotten_person_is_taken_out(audited: Store) -> None:
    with audited.writes.begin() as session:
        session.execute(
            text("UPDATE audit SET actor = 'forgotten-1' WHERE actor = '501'"),
        )
        session.execute(text("UPDATE audit SET subject = 'person forgotten-1'"))
        found = session.execute(text("SELECT actor, subject FROM audit ORDER BY id")).all()
    assert found == [("forgotten-1", "person forgotten-1"), ("terminal", "person forgotten-1")]
