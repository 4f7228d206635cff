"""What keeps searches quick after loads changes no answer."""

from sqlalchemy import text

from bot.services.upkeep import keep_up, upkeep_due
from db.engine import Store
from db.queries.upkeep import MOST_PARTS, gather_statistics, index_parts
from tests.factories import HARBOUR, NOW, load_text, question

ASKED = "how many fishing boats use the harbour of Port Velden"


def loaded_often(store: Store) -> None:
    for number in range(MOST_PARTS * 3):
        text = f"Notes of day {number}\n\nThe ferry {number}X carried {number + 20} cars."
        load_text(store, text, name=f"{number}.txt")
    load_text(store, HARBOUR)


def parts(store: Store) -> int:
    with store.reads.begin() as session:
        return index_parts(session)


def test_index_is_merged_step_by_step(sqlite_store: Store) -> None:
    loaded_often(sqlite_store)
    before = question(sqlite_store, ASKED)
    # How many parts so many loads leave is SQLite's own affair: one more each, some merged.
    assert parts(sqlite_store) > 1
    more = True
    while more:
        with sqlite_store.writes.begin() as session:
            more = keep_up(session, NOW)
    assert parts(sqlite_store) == 1
    assert question(sqlite_store, ASKED).answer == before.answer


def test_nothing_is_due_in_a_store_loaded_once(sqlite_store: Store) -> None:
    load_text(sqlite_store)
    with sqlite_store.reads.begin() as session:
        assert not upkeep_due(session, NOW)


def test_postgresql_sorts_in_and_gathers_statistics(both_stores: tuple[Store, Store]) -> None:
    store = both_stores[1]
    load_text(store)
    with store.writes.begin() as session:
        assert not keep_up(session, NOW)  # all in one step
        assert session.scalar(text("SELECT gin_clean_pending_list('ix_fact_search')")) == 0
        gather_statistics(session, ["fact", "passage"])
        counted = text("SELECT reltuples FROM pg_class WHERE relname = 'fact'")
        assert session.scalar(counted) == session.scalar(text("SELECT count(*) FROM fact"))
