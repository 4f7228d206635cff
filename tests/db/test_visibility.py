"""Who may see a fact: kept with its terms, its words and its counts, through every change."""

import pytest
from sqlalchemy import select

from bot.services.labelling import LabelRefused, relabel
from bot.services.undoing import undo
from db.engine import Store
from db.models import AuditRow, FactRow, TermAboveRow, TermRow
from db.queries.terms import vocabulary
from db.search import candidates as search
from db.search.candidates import candidates
from db.viewer import EVERYTHING, NOTHING, Viewer, cleared
from facts.text import stem
from tests.factories import NOW, load_text, question
from tests.filed import filed_in_lists, filed_with_facts
from tests.kept import Kept

OPEN = (
    "Crossing times\n\nThe ferry carries 30 cars and 200 people.\n\n"
    "The nuclear plant was closed in June.\n"
)
SECRET = (
    "Operation Quorvex\n\nThe ferry carries 30 cars and 200 people.\n\n"
    "Commander Zelinka hid 77 nuclearized torpedoes near Obrisk in May.\n"
)
NAMES = {"quorvex", "zelinka", "torpedoes", "obrisk"}
WORDS = NAMES | {"nuclearized"}


def words(store: Store, viewer: Viewer) -> set[str]:
    with store.reads.begin() as session:
        return {word for word, _, _ in vocabulary(session, viewer)}


def found(store: Store, word: str, viewer: Viewer) -> list[str]:
    with store.reads.begin() as session:
        seen = candidates(session, [(stem(word.lower()), 1.0)], viewer=viewer, now=NOW)
    return [candidate.text for candidate in seen]


def label(store: Store, document_id: int, to: str) -> None:
    with store.writes.begin() as session:
        relabel(session, NOW, document_id=document_id, label=to, actor="test")


def counts(store: Store) -> dict[tuple[str, int], tuple[int, int]]:
    """All counts that are not nothing, by stem and level."""
    with store.reads.begin() as session:
        public = session.execute(select(TermRow.stem, TermRow.fact_count, TermRow.filed_count))
        held = {(s, 0): (facts, filed) for s, facts, filed in public}
        above = session.execute(
            select(TermRow.stem, TermAboveRow).join(TermRow, TermRow.id == TermAboveRow.term_id)
        )
        held |= {(s, row.level): (row.fact_count, row.filed_count) for s, row in above}
    return {key: count for key, count in held.items() if count != (0, 0)}


def mix(store: Store) -> None:
    load_text(store, OPEN, name="open.txt")
    load_text(store, SECRET, name="secret.txt", visibility="restricted")


@pytest.fixture
def mixed(store: Store, kept: Kept) -> Store:
    kept(store, mix)
    return store


def test_vocabulary_of_each_viewer_holds_what_they_may_see(mixed: Store) -> None:
    assert not words(mixed, Viewer()) & WORDS
    assert not words(mixed, cleared("internal")) & WORDS
    assert words(mixed, EVERYTHING) >= WORDS
    assert words(mixed, NOTHING) == set()


def test_search_finds_only_what_may_be_seen(mixed: Store) -> None:
    for word in NAMES:
        assert found(mixed, word, Viewer()) == []
        assert found(mixed, word, EVERYTHING)


def test_fact_of_two_documents_is_not_found_by_what_only_the_hidden_one_says(mixed: Store) -> None:
    assert found(mixed, "ferry", Viewer()) == ["The ferry carries 30 cars and 200 people."]
    assert found(mixed, "Quorvex", Viewer()) == []


def test_word_is_hidden_though_another_word_of_its_stem_is_not(mixed: Store) -> None:
    assert stem("nuclearized") == stem("nuclear")
    assert "nuclear" in words(mixed, Viewer())
    assert "nuclearized" not in words(mixed, Viewer())


def test_quotes_count_only_documents_that_may_be_seen(mixed: Store) -> None:
    asked = "how many cars does the ferry carry"
    assert question(mixed, asked).quotes[0].also_in == 0
    assert question(mixed, asked, viewer=EVERYTHING).quotes[0].also_in == 1


def test_budget_counts_only_what_may_be_seen(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "ROW_BUDGET", 5)
    hidden = "\n\n".join(f"Barge number {n} carried {n * 3} crates of coal." for n in range(1, 20))
    load_text(store, hidden, visibility="internal")
    load_text(store, "The barge Anna carried coal to Velden.", name="open.txt")
    assert found(store, "barge", Viewer()) == ["The barge Anna carried coal to Velden."]


def test_label_taken_back_leaves_every_count_as_it_was(mixed: Store) -> None:
    label(mixed, 2, "public")
    label(mixed, 2, "restricted")
    before = counts(mixed)
    label(mixed, 2, "public")
    assert words(mixed, Viewer()) >= WORDS
    label(mixed, 2, "internal")
    assert words(mixed, cleared("internal")) >= WORDS
    label(mixed, 2, "restricted")
    assert counts(mixed) == before
    assert not words(mixed, cleared("internal")) & WORDS
    assert filed_in_lists(mixed) == filed_with_facts(mixed)


def test_public_document_that_is_hidden_later_is_gone_for_readers(store: Store) -> None:
    load_text(store, OPEN, name="open.txt")
    load_text(store, SECRET, name="secret.txt")
    assert found(store, "Quorvex", Viewer())
    label(store, 2, "restricted")
    assert not words(store, Viewer()) & WORDS
    assert all(found(store, word, Viewer()) == [] for word in NAMES)
    assert found(store, "cars", Viewer()) == ["The ferry carries 30 cars and 200 people."]


def test_first_document_hidden_takes_its_words_from_a_fact_that_stays(store: Store) -> None:
    load_text(store, SECRET, name="secret.txt")
    load_text(store, OPEN, name="open.txt")
    label(store, 1, "restricted")
    assert not words(store, Viewer()) & WORDS
    assert found(store, "Quorvex", Viewer()) == []
    assert found(store, "ferry", Viewer()) == ["The ferry carries 30 cars and 200 people."]


def test_fact_that_more_may_see_is_new(mixed: Store) -> None:
    with mixed.reads.begin() as session:
        before = {row.text: row.went_live for row in session.scalars(select(FactRow))}
    label(mixed, 2, "public")
    with mixed.reads.begin() as session:
        after = {row.text: row.went_live for row in session.scalars(select(FactRow))}
    new = [text for text, number in after.items() if number > max(before.values())]
    assert new == ["Commander Zelinka hid 77 nuclearized torpedoes near Obrisk in May."]


def test_public_copy_taken_back_hides_the_fact_again(store: Store) -> None:
    load_text(store, SECRET, name="secret.txt", visibility="restricted")
    copy = load_text(store, SECRET + "\nA last line here.\n", name="copy.txt") or 0
    assert found(store, "Zelinka", Viewer())
    with store.writes.begin() as session:
        undo(session, NOW, load_id=copy, actor="test")
    assert found(store, "Zelinka", Viewer()) == []
    assert not words(store, Viewer()) & WORDS
    assert found(store, "Zelinka", EVERYTHING)


def test_label_is_recorded_once_and_must_be_known(mixed: Store) -> None:
    label(mixed, 1, "internal")
    label(mixed, 1, "internal")
    with mixed.reads.begin() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.verb == "label")).all()
        assert [row.particulars for row in rows] == [{"before": "public", "after": "internal"}]
    with pytest.raises(LabelRefused, match="is no label"):
        label(mixed, 1, "topmost")
    with pytest.raises(LabelRefused, match="no document 99"):
        label(mixed, 99, "public")
