"""Opening the store, and the promises of its transactions."""

import threading
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError

from db.engine import Store, open_store, store_url
from db.errors import StoreUnavailable
from db.models import AuditRow, PassageRow
from db.queries.sequences import take


@pytest.mark.parametrize("given", ["postgres://u:p@h/n", "postgresql://u:p@h/n"])
def test_postgresql_addresses_name_our_driver(given: str) -> None:
    assert store_url(given).drivername == "postgresql+psycopg"


@pytest.mark.parametrize("given", ["nonsense", "mysql://u@h/n", ""])
def test_unknown_addresses_are_refused(given: str) -> None:
    with pytest.raises(StoreUnavailable, match="sqlite:///FILE"):
        store_url(given)


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="DATABASE_URL"):
        open_store(f"sqlite:///{tmp_path}/file/store.sqlite3")


def test_links_between_rows_are_kept(store: Store) -> None:
    passage = PassageRow(
        id=1, fact_id=9, reading_id=9, document_id=9, block=0, start=0, end=1,
        context={}, moments=[], figures=[], names=[],
    )  # fmt: skip
    with pytest.raises(IntegrityError), store.writes.begin() as session:
        session.add(passage)


def test_moments_come_back_aware_and_in_utc(store: Store) -> None:
    berlin = datetime(2027, 3, 28, 3, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    with store.writes.begin() as session:
        row = AuditRow(at=berlin, actor="a", verb="v", subject="s", particulars={})
        session.add(row)
    with store.reads.begin() as session:
        assert session.get_one(AuditRow, row.id).at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_naive_moments_are_refused(store: Store) -> None:
    naive = datetime(2027, 1, 1)  # noqa: DTZ001 - the point of the test
    with pytest.raises(StatementError, match="naive"), store.writes.begin() as session:
        session.add(AuditRow(at=naive, actor="a", verb="v", subject="s", particulars={}))


def test_numbers_taken_at_once_never_meet(store: Store) -> None:
    taken: list[int] = []

    def take_some() -> None:
        for _ in range(20):
            with store.writes.begin() as session:
                taken.extend(take(session, "fact", 3))

    threads = [threading.Thread(target=take_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 241))


def test_numbers_of_a_failed_write_are_given_again(store: Store) -> None:
    with store.writes() as session:
        take(session, "fact", 5)
        session.rollback()
    with store.writes.begin() as session:
        assert list(take(session, "fact", 2)) == [1, 2]


def test_sqlite_writers_wait_for_each_other(sqlite_store: Store) -> None:
    """A deferred BEGIN would fail at once here with SQLITE_BUSY_SNAPSHOT."""
    order: list[str] = []

    def second() -> None:
        with sqlite_store.writes.begin() as session:
            session.scalar(text("SELECT 1"))
            order.append("second")
            take(session, "fact", 1)

    with sqlite_store.writes.begin() as session:
        session.scalar(text("SELECT 1"))
        thread = threading.Thread(target=second)
        thread.start()
        take(session, "fact", 1)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_sqlite_is_set_up_for_safety(sqlite_url: str) -> None:
    store = open_store(sqlite_url)  # that of the other tests waits for no disk
    for sessions in (store.reads, store.writes):
        with sessions.begin() as session:
            wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
            found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
        assert found == wanted
    store.close()
