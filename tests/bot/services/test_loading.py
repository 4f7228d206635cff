"""Files become facts: whole or not at all, once, and word for word."""

from datetime import date

import pytest
from sqlalchemy import func, select, text, update

from bot.services.loading import LoadRefused, apply, ever_loaded, rehearse
from bot.services.understanding import understand
from db.engine import Store
from db.models import AuditRow, FactRow, PassageRow, ReadingRow, RevisionRow
from db.queries.quotes import all_quotes
from facts.errors import EvidenceBroken
from facts.reading.read import read_here
from facts.types import PublishedBasis
from tests.factories import HARBOUR, NOW, load_text, question


def rows(store: Store, table: type) -> int:
    with store.reads.begin() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_rehearsal_changes_nothing_that_stands(store: Store) -> None:
    documents = understand(read_here("harbour.txt", HARBOUR.encode()))
    with store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name="h.txt", documents=documents, actor="test")
    assert plan.new == 4
    assert rows(store, FactRow) == 0
    assert question(store, "fishing boats in summer").quotes == ()


def test_applied_load_stands_word_for_word(store: Store) -> None:
    load_text(store)
    with store.reads.begin() as session:
        quotes = list(all_quotes(session))
        reading = session.scalars(select(ReadingRow)).one()
        assert [reading.text[q.span.start : q.span.end] for q in quotes] == [q.text for q in quotes]
    assert all(quote.text in HARBOUR for quote in quotes)


def test_load_is_applied_only_once(store: Store) -> None:
    load_id = load_text(store)
    assert load_id is not None
    with store.writes.begin() as session, pytest.raises(LoadRefused, match="applied"):
        apply(session, NOW, load_id=load_id, actor="test")


def test_known_content_is_no_new_load(store: Store) -> None:
    load_text(store)
    assert load_text(store, name="another-name.txt") is None
    assert rows(store, FactRow) == 4


def test_two_rehearsals_of_one_file_load_it_once(store: Store) -> None:
    documents = understand(read_here("harbour.txt", HARBOUR.encode()))
    for _ in range(2):
        with store.writes.begin() as session:
            plan = rehearse(session, NOW, file_name="h.txt", documents=documents, actor="test")
    for load_id in (1, 2):
        with store.writes.begin() as session:
            apply(session, NOW, load_id=load_id, actor="test")
    assert plan.load_id == 2
    assert rows(store, FactRow) == 4
    assert rows(store, PassageRow) == 4


def test_failed_load_leaves_nothing(store: Store) -> None:
    documents = understand(read_here("harbour.txt", HARBOUR.encode()))
    with store.writes() as session:
        plan = rehearse(session, NOW, file_name="h.txt", documents=documents, actor="test")
        apply(session, NOW, load_id=plan.load_id or 0, actor="test")
        session.rollback()
    assert [rows(store, table) for table in (FactRow, RevisionRow, AuditRow)] == [0, 0, 0]
    with store.reads.begin() as session:
        assert not ever_loaded(session)


def test_same_sentence_elsewhere_is_one_fact_with_two_passages(store: Store) -> None:
    load_text(store)
    load_text(store, "About 300 fishing boats use the harbour in summer.\n", name="brief.txt")
    assert rows(store, FactRow) == 4
    assert rows(store, PassageRow) == 5
    assert question(store, "how many fishing boats use the harbour").quotes[0].also_in == 1


def test_another_number_is_another_fact(store: Store) -> None:
    load_text(store)
    load_text(store, "About 310 fishing boats use the harbour in summer.\n", name="brief.txt")
    assert rows(store, FactRow) == 5


def test_given_date_and_outlet_are_kept(store: Store) -> None:
    load_text(store, outlet="Velden Gazette", published=date(2025, 3, 4))
    card = question(store, "how many fishing boats use the harbour").quotes[0].document
    assert card.outlet == "Velden Gazette"
    assert card.published.day == date(2025, 3, 4)
    assert card.published.basis is PublishedBasis.ADMIN


def test_loading_time_never_stands_in_for_publication(store: Store) -> None:
    load_text(store, "The bridge carries trams.\n\nIt was painted green by the town.\n")
    card = question(store, "what does the bridge carry").quotes[0].document
    assert card.published.day is None


def test_changed_reading_is_never_quoted(store: Store) -> None:
    load_text(store)
    with store.writes.begin() as session:
        session.execute(update(ReadingRow).values(text=func.replace(ReadingRow.text, "300", "900")))
    with pytest.raises(EvidenceBroken, match="hash"):
        question(store, "how many fishing boats use the harbour")


def test_load_is_written_down_with_its_actor(store: Store) -> None:
    load_id = load_text(store)
    with store.reads.begin() as session:
        entry = session.scalars(select(AuditRow)).one()
    assert (entry.actor, entry.verb, entry.subject) == ("test", "apply", f"load {load_id}")


def test_full_text_index_is_sound(sqlite_store: Store) -> None:
    load_text(sqlite_store)
    with sqlite_store.writes.begin() as session:
        session.execute(text("INSERT INTO fact_search(fact_search) VALUES ('integrity-check')"))


def test_row_is_found_and_shown_with_its_column_heads(store: Store) -> None:
    table = "| Branch | Visitors |\n|---|---|\n| Harbour Street | 98,500 |\n| Central | 412,000 |\n"
    load_text(store, f"# Libraries\n\n{table}\nThe strike began on 28 October.\n", name="l.md")
    quote = question(store, "how many visitors did Harbour Street have").quotes[0]
    assert quote.text == "Harbour Street | 98,500"
    assert quote.context.heads == ("Branch", "Visitors")
    with store.reads.begin() as session:
        assert [q.leans_on for q in all_quotes(session)] == [(), (), ()]
