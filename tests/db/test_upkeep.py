"""What keeps searches quick after loads changes no answer."""

from sqlalchemy import text

from bot.services.upkeep import keep_up, upkeep_due
from db.engine import Store
from db.queries.upkeep import gather_statistics
from tests.factories import NOW, load_text


def test_nothing_is_due_on_sqlite(sqlite_store: Store) -> None:
    load_text(sqlite_store)
    with sqlite_store.reads.begin() as session:
        assert not upkeep_due(session, NOW)


def test_postgresql_gathers_statistics(both_stores: tuple[Store, Store]) -> None:
    store = both_stores[1]
    load_text(store)
    with store.writes.begin() as session:
        keep_up(session, NOW)
        gather_statistics(session, ["fact", "passage"])
        counted = text("SELECT reltuples FROM pg_class WHERE relname = 'fact'")
        assert session.scalar(counted) == session.scalar(text("SELECT count(*) FROM fact"))
