"""A load taken back leaves nothing behind, and everything else as it was."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.services.loading import LoadRefused
from bot.services.undoing import Undone, list_loads, undo
from db.engine import Store
from db.models import AuditRow, FactRow, TermRow
from db.queries.answers import document_count
from db.queries.documents import document_titles, newest_document_day
from db.queries.terms import standing_facts, vocabulary
from db.viewer import Viewer
from tests.bot.services.test_reconciling import FLOOD, LATER, ended, links, standing
from tests.factories import HARBOUR, NOW, load_text, question
from tests.filed import filed_in_lists, filed_with_facts

BRIEF = "About 300 fishing boats use the harbour in summer.\n\nThe crane is new.\n"


def take_back(store: Store, load_id: int | None) -> Undone:
    with store.writes.begin() as session:
        return undo(session, NOW + timedelta(hours=1), load_id=load_id or 0, actor="test")


def terms(store: Store) -> dict[str, tuple[int, int]]:
    with store.reads.begin() as session:
        rows = session.scalars(select(TermRow).where(TermRow.filed_count > 0))
        return {row.stem: (row.fact_count, row.filed_count) for row in rows}


def test_nothing_is_left_behind(store: Store) -> None:
    take_back(store, load_text(store, published=date(2025, 3, 4)))
    with store.reads.begin() as session:
        assert document_count(session, Viewer()) == 0
        assert document_titles(session, Viewer(), most=5) == []
        assert newest_document_day(session, Viewer()) is None
        assert vocabulary(session, Viewer()) == []
        assert standing_facts(session, Viewer()) == 0
    assert terms(store) == {}
    assert question(store, "how many fishing boats use the harbour").quotes == ()


def test_fact_that_another_document_states_stays(store: Store) -> None:
    first = load_text(store)
    load_text(store, BRIEF, name="brief.txt")
    take_back(store, first)
    quote = question(store, "how many fishing boats use the harbour").quotes[0]
    assert (quote.fact_id, quote.document.id, quote.also_in) == (4, 2, 0)
    assert sorted(standing(store)) == [4, 5]


def test_counts_of_terms_are_those_of_a_store_that_never_loaded_it(
    both_stores: tuple[Store, Store],
) -> None:
    never, undone = both_stores
    load_text(never, BRIEF, name="brief.txt")
    load_text(undone, BRIEF, name="brief.txt")
    take_back(undone, load_text(undone, FLOOD, name="flood.txt"))
    assert terms(never) == terms(undone)


def test_links_of_the_load_go_with_it(store: Store) -> None:
    load_text(store, FLOOD, name="a.txt", published=date(2026, 3, 2))
    later = load_text(store, LATER, name="b.txt", published=date(2026, 3, 5))
    assert links(store)
    take_back(store, later)
    assert links(store) == []


def test_what_a_correction_ended_stands_again(store: Store) -> None:
    load_text(store, FLOOD, name="a.txt", outlet="Gazette", published=date(2026, 3, 2))
    note = "\nCorrection: An earlier version of this article said 286 people were killed.\n"
    load_id = load_text(store, LATER + note, name="b.txt", outlet="Gazette")
    assert 1 not in standing(store)
    assert take_back(store, load_id).returned == (1,)
    assert sorted(standing(store)) == [1, 2]


def test_other_content_taken_back_gives_the_first_one_again(store: Store) -> None:
    load_text(store)
    before = terms(store)
    load_id = load_text(store, HARBOUR.replace("About 300", "About 340"))
    take_back(store, load_id)
    assert sorted(standing(store)) == [1, 2, 3, 4]
    assert terms(store) == before


def test_first_content_taken_back_leaves_the_second(store: Store) -> None:
    first = load_text(store)
    load_text(store, HARBOUR.replace("About 300", "About 340"))
    take_back(store, first)
    assert sorted(standing(store)) == [1, 2, 3, 5]
    assert take_back(store, 2).returned == ()
    assert standing(store) == {}


def test_middle_content_taken_back_brings_nothing_old_back(store: Store) -> None:
    load_text(store)
    second = load_text(store, HARBOUR.replace("About 300", "About 340"))
    third = load_text(store, HARBOUR.replace("About 300", "About 360"))
    take_back(store, second)
    assert sorted(standing(store)) == [1, 2, 3, 6]
    take_back(store, third)
    assert sorted(standing(store)) == [1, 2, 3, 4]


def test_same_content_can_be_loaded_again(store: Store) -> None:
    take_back(store, load_text(store))
    assert len(ended(store)) == 4
    assert load_text(store) == 2
    quote = question(store, "how many fishing boats use the harbour").quotes[0]
    assert (quote.fact_id, quote.document.id) == (4, 1)
    with store.reads.begin() as session:
        live = session.scalars(select(FactRow.went_live)).all()
    assert sorted(live) == [5, 6, 7, 8]


def test_undo_is_written_down_and_done_once(store: Store) -> None:
    load_id = load_text(store)
    take_back(store, load_id)
    with pytest.raises(LoadRefused, match="undone: only an applied load"):
        take_back(store, load_id)
    with pytest.raises(LoadRefused, match="not there"):
        take_back(store, 99)
    with store.reads.begin() as session:
        entry = session.scalars(select(AuditRow).where(AuditRow.verb == "undo")).one()
    assert (entry.actor, entry.subject) == ("test", f"load {load_id}")
    assert entry.particulars == {"withdrawn": 4, "returned": 0, "documents": 1}


def test_loads_are_listed_with_what_stands_by_them(store: Store) -> None:
    load_text(store)
    take_back(store, load_text(store, FLOOD, name="flood.txt"))
    with store.reads.begin() as session:
        loads = [(load.id, load.state, n) for load, n in list_loads(session, NOW, most=5)]
    assert loads == [(2, "undone", 0), (1, "applied", 4)]


def test_facts_stay_filed_under_their_terms_alone(store: Store) -> None:
    take_back(store, load_text(store))
    load_text(store)
    assert filed_in_lists(store) == filed_with_facts(store)
