"""Candidates: the same on both engines, within a budget, and never what does not stand."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.engine import Store
from db.models import DocumentRow, FactRow, PostingRow
from db.search import candidates as search
from db.search.candidates import candidates
from db.viewer import Viewer
from tests.factories import NOW, load_text

HUNDRED = "\n\n".join(
    f"Ship number {n} left the harbour with {n * 7} crates of {kind}."
    for n, kind in enumerate(["tea", "coal", "wool", "salt"] * 25)
)


def texts(store: Store, *stems: str, viewer: Viewer | None = None) -> list[str]:
    with store.reads.begin() as session:
        found = candidates(
            session, [(stem, 1.0) for stem in stems], viewer=viewer or Viewer(), now=NOW
        )
    return [candidate.text for candidate in found]


def test_rare_stem_finds_its_facts(store: Store) -> None:
    load_text(store, HUNDRED)
    assert len(texts(store, "coal")) == 25


def test_unknown_stems_find_nothing(store: Store) -> None:
    load_text(store, HUNDRED)
    assert texts(store, "zebra") == []


def test_facts_holding_more_come_first(store: Store) -> None:
    load_text(store, HUNDRED)
    assert texts(store, "coal", "35")[0] == "Ship number 5 left the harbour with 35 crates of coal."


def test_title_leads_to_its_facts(store: Store) -> None:
    load_text(store)
    assert len(texts(store, "storm")) >= 4


def test_rarest_stem_is_looked_up_however_small_the_budget(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "ROW_BUDGET", 20)
    load_text(store, HUNDRED)
    found = texts(store, "ship", "wool")
    assert len(found) == 25
    assert all("wool" in text for text in found)


def test_stems_beyond_the_budget_are_left_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text(store, HUNDRED)
    assert len(texts(store, "coal", "ship")) == search.LOADED
    monkeypatch.setattr(search, "ROW_BUDGET", 100)
    assert len(texts(store, "coal", "ship")) == 25


def test_common_stems_add_to_what_rare_ones_found(store: Store) -> None:
    load_text(store, HUNDRED + "\n\nOne crate of coal was lost.")
    assert "Ship" in texts(store, "coal", "ship")[0]


def test_common_stems_alone_find_the_fact_that_holds_most_of_them(store: Store) -> None:
    load_text(store, "A heavy ship of coal left the harbour of Velden.\n\n" + HUNDRED)
    found = texts(store, "ship", "left", "harbour", "heavi")
    assert found[0] == "A heavy ship of coal left the harbour of Velden."


def test_lists_may_lie_in_several_blocks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.queries.postings.BLOCK", 8)
    load_text(store, HUNDRED)
    with store.reads.begin() as session:
        assert session.scalar(select(func.count(PostingRow.block.distinct()))) == 13
    assert len(texts(store, "coal")) == 25
    assert texts(store, "coal", "35")[0] == "Ship number 5 left the harbour with 35 crates of coal."


def test_each_brings_the_stems_that_its_document_holds(store: Store) -> None:
    load_text(store, HUNDRED)
    stems = [(stem, 1.0) for stem in ("wool", "left", "harbour", "ship")]
    with store.reads.begin() as session:
        found = candidates(session, stems, viewer=Viewer(), now=NOW)
    assert set(found[0].nearby) == {"ship", "wool", "left", "harbour"}


def test_facts_that_ended_take_no_place_of_others(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "CANDIDATES", 3)
    load_text(store, HUNDRED)
    with store.writes.begin() as session:
        ended = update(FactRow).where(FactRow.text.like("%coal%"), FactRow.id > 20)
        session.execute(ended.values(live_until=NOW))
    assert len(texts(store, "coal")) == 3


def test_withdrawn_facts_are_not_found(store: Store) -> None:
    load_text(store, HUNDRED)
    with store.writes.begin() as session:
        session.execute(update(FactRow).values(live_until=NOW))
    assert texts(store, "coal") == []


def test_facts_under_embargo_are_not_found(store: Store) -> None:
    load_text(store, HUNDRED)
    with store.writes.begin() as session:
        session.execute(update(FactRow).values(live_from=NOW + timedelta(days=1)))
    assert texts(store, "coal") == []


def test_hidden_documents_are_not_found(store: Store) -> None:
    load_text(store, HUNDRED)
    with store.writes.begin() as session:
        session.execute(update(DocumentRow).values(visibility="internal"))
    assert texts(store, "coal") == []
    assert len(texts(store, "coal", viewer=Viewer(("internal", "public")))) == 25
