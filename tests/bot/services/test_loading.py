"""Files become facts: whole or not at all, once, and word for word."""

from datetime import date

import pytest
from sqlalchemy import func, select, update

from bot.services.loading import (
    LoadRefused,
    Rehearsal,
    StoreChanged,
    apply,
    discard,
    ever_loaded,
    rehearse,
    rehearse_again,
)
from bot.services.understanding import understand
from db.engine import Store
from db.models import AuditRow, BlockRow, FactRow, LoadRow, PassageRow, ReadingRow, RevisionRow
from db.queries.quotes import all_quotes
from facts.errors import EvidenceBroken
from facts.reading.read import read_here
from facts.types import Particulars, Published, PublishedBasis
from tests.bot.services.digest_desk import at, morning, subscription
from tests.bot.services.test_reconciling import FLOOD, LATER
from tests.factories import HARBOUR, NOW, load_text, question
from tests.filed import filed_in_lists, filed_with_facts


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


def test_facts_are_filed_under_their_terms_alone(store: Store) -> None:
    load_text(store)
    assert filed_in_lists(store) == filed_with_facts(store)


def test_row_is_found_and_shown_with_its_column_heads(store: Store) -> None:
    table = "| Branch | Visitors |\n|---|---|\n| Harbour Street | 98,500 |\n| Central | 412,000 |\n"
    load_text(store, f"# Libraries\n\n{table}\nThe strike began on 28 October.\n", name="l.md")
    quote = question(store, "how many visitors did Harbour Street have").quotes[0]
    assert quote.text == "Harbour Street | 98,500"
    assert quote.context.heads == ("Branch", "Visitors")
    with store.reads.begin() as session:
        assert [q.leans_on for q in all_quotes(session)] == [(), (), ()]


def rehearsed(
    store: Store, text: str = HARBOUR, *, again: int | None = None, on: date | None = None
) -> Rehearsal:
    given = Particulars(published=Published(on, on, PublishedBasis.ADMIN)) if on else Particulars()
    documents = understand(read_here("h.txt", text.encode(), given))
    with store.writes.begin() as session:
        return rehearse(
            session, NOW, file_name="h.txt", documents=documents, actor="test", again=again
        )


def test_discarded_load_leaves_nothing_and_cannot_be_applied(store: Store) -> None:
    plan = rehearsed(store)
    with store.writes.begin() as session:
        discard(session, NOW, load_id=plan.load_id or 0, actor="7")
    assert [rows(store, t) for t in (RevisionRow, ReadingRow, BlockRow)] == [0, 0, 0]
    with store.writes.begin() as session, pytest.raises(LoadRefused, match="discarded"):
        apply(session, NOW, load_id=plan.load_id or 0, actor="7")


def test_discarding_leaves_what_another_load_holds(store: Store) -> None:
    first, second = rehearsed(store), rehearsed(store)
    with store.writes.begin() as session:
        discard(session, NOW, load_id=first.load_id or 0, actor="7")
        apply(session, NOW, load_id=second.load_id or 0, actor="7", as_rehearsed=True)
    assert rows(store, FactRow) == 4


def test_load_is_not_applied_as_rehearsed_once_it_would_do_something_else(store: Store) -> None:
    plan = rehearsed(store)
    load_text(store, "About 300 fishing boats use the harbour in summer.\n", name="brief.txt")
    with store.writes.begin() as session, pytest.raises(StoreChanged, match="look again"):
        apply(session, NOW, load_id=plan.load_id or 0, actor="7", as_rehearsed=True)
    with store.writes.begin() as session:
        anew = rehearse_again(session, NOW, load_id=plan.load_id or 0)
    assert (anew.new, anew.documents[0].repeats) == (3, 1)
    with store.writes.begin() as session:
        apply(session, NOW, load_id=plan.load_id or 0, actor="7", as_rehearsed=True)
    assert rows(store, FactRow) == 4


def test_load_is_applied_as_rehearsed_when_other_things_changed(store: Store) -> None:
    plan = rehearsed(store)
    load_text(store, "The crane is new.\n", name="crane.txt")
    with store.writes.begin() as session:
        apply(session, NOW, load_id=plan.load_id or 0, actor="7", as_rehearsed=True)
    assert rows(store, FactRow) == 5


def test_file_planned_anew_keeps_its_number(store: Store) -> None:
    plan = rehearsed(store)
    anew = rehearsed(store, HARBOUR.replace("300", "340"), again=plan.load_id)
    assert anew.load_id == plan.load_id
    assert anew.fingerprint != plan.fingerprint
    assert [rows(store, t) for t in (RevisionRow, LoadRow)] == [1, 1]


def test_rehearsal_tells_how_many_chats_would_be_told(store: Store) -> None:
    load_text(store, FLOOD, name="a.txt", published=date(2026, 3, 2))
    subscription(store, corrections="at_once")
    morning(store, at(24))
    assert rehearsed(store, LATER, on=date(2026, 3, 5)).told == 1
    assert rehearsed(store, "The crane is new.\n").told == 0
