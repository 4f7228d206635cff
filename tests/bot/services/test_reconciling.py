"""Later documents beside earlier ones: links, corrections, other contents and newer readers."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from bot.services.loading import apply, rehearse
from bot.services.understanding import understand
from db.engine import Store
from db.models import FactRow, PassageRow
from db.queries.links import links_of
from db.queries.quotes import all_quotes
from db.viewer import Viewer
from facts.links import LinkKind
from facts.reading.read import read_here
from facts.types import Particulars, Published, PublishedBasis
from tests.factories import HARBOUR, NOW, load_text, question

FLOOD = """Flood in Port Velden

At least 286 people were killed in the flood in Port Velden.

The water stood 4 metres high in the old town.
"""
LATER = """Port Velden counts the dead of the flood

At least 297 people were killed in the flood in Port Velden.
"""


def links(store: Store, *fact_ids: int) -> list[tuple[LinkKind, int, int]]:
    with store.reads.begin() as session:
        found = links_of(session, fact_ids or range(1, 50), viewer=Viewer(), now=NOW)
    return [(link.kind, link.earlier_id, link.later_id) for link in found]


def standing(store: Store) -> dict[int, str]:
    with store.reads.begin() as session:
        rows = session.scalars(select(FactRow).where(FactRow.live_until.is_(None)))
        return {row.id: row.text for row in rows}


def ended(store: Store) -> dict[str, str | None]:
    with store.reads.begin() as session:
        rows = session.scalars(select(FactRow).where(FactRow.live_until.is_not(None)))
        return {row.text: row.end_reason for row in rows}


def test_later_figure_is_linked_and_both_stand(store: Store) -> None:
    load_text(store, FLOOD, name="a.txt", published=date(2026, 3, 2))
    load_text(store, LATER, name="b.txt", published=date(2026, 3, 5))
    assert links(store) == [(LinkKind.UPDATED, 1, 3)]
    assert len(standing(store)) == 3


def test_older_document_loaded_later_is_still_the_earlier(store: Store) -> None:
    load_text(store, LATER, name="b.txt", published=date(2026, 3, 5))
    load_text(store, FLOOD, name="a.txt", published=date(2026, 3, 2))
    assert links(store) == [(LinkKind.UPDATED, 2, 1)]


def test_other_source_of_the_same_day_differs(store: Store) -> None:
    day = date(2026, 3, 2)
    load_text(store, FLOOD.replace("At least ", ""), name="a.txt", outlet="A", published=day)
    load_text(store, LATER.replace("At least ", ""), name="b.txt", outlet="B", published=day)
    assert [kind for kind, *_ in links(store)] == [LinkKind.DIFFERS]


def test_correction_ends_the_wrong_fact_and_tells_why(store: Store) -> None:
    load_text(store, FLOOD, name="a.txt", outlet="Gazette", published=date(2026, 3, 2))
    note = "\nCorrection: An earlier version of this article said 286 people were killed.\n"
    load_text(store, LATER + note, name="b.txt", outlet="Gazette", published=date(2026, 3, 5))
    assert links(store, 1)[0] == (LinkKind.CORRECTED, 1, 3)
    assert list(ended(store).values()) == [note.strip()]
    assert not any("286" in q.text for q in question(store, "how many killed in flood").quotes[:1])


def test_copy_of_what_was_taken_back_does_not_bring_it_back(store: Store) -> None:
    test_correction_ends_the_wrong_fact_and_tells_why(store)
    load_text(store, FLOOD + "\nThe school is shut.\n", name="c.txt", outlet="Gazette")
    assert 1 not in standing(store)


def test_other_content_of_a_document_keeps_what_stays_and_ends_what_is_gone(
    store: Store, harbour: None
) -> None:
    changed = HARBOUR.replace("About 300 fishing boats", "About 340 fishing boats")
    load_text(store, changed.replace("for the next storm ", ""))
    assert sorted(standing(store)) == [1, 2, 5, 6]
    assert len(ended(store)) == 2
    assert (LinkKind.UPDATED, 4, 6) in links(store)
    with store.reads.begin() as session:
        assert {q.document.id for q in all_quotes(session)} == {1}


def test_open_weekday_stays_the_same_fact_in_another_content(store: Store) -> None:
    text = "Bridge opens\n\nThe bridge over the Orle opened on Wednesday.\n"
    load_text(store, text, name="bridge.txt")
    load_text(store, f"{text}\nIt is blue.\n", name="bridge.txt")
    assert sorted(standing(store)) == [1, 2]


def test_untitled_file_of_the_same_name_is_another_document(store: Store) -> None:
    load_text(store, "The ferry runs hourly from Orle.\n", name="message.txt")
    load_text(store, "The museum in Maren is shut.\n", name="message.txt")
    assert len(standing(store)) == 2


def test_daily_briefing_of_another_day_is_another_document(store: Store) -> None:
    first = "Morning briefing\n\nThe ferry runs hourly from Orle.\n"
    second = "Morning briefing\n\nThe museum in Maren is shut.\n"
    load_text(store, first, name="briefing.txt", published=date(2026, 3, 2))
    load_text(store, second, name="briefing.txt", published=date(2026, 3, 3))
    assert len(standing(store)) == 2


def test_date_given_before_holds_for_another_content(store: Store) -> None:
    text = "Bridge opens\n\nThe bridge over the Orle opened on Wednesday.\n"
    load_text(store, text, name="bridge.txt", published=date(2026, 11, 20))
    load_text(store, f"{text}\nA kiosk opened on Thursday.\n", name="bridge.txt")
    with store.reads.begin() as session:
        days = [q.moments[0].earliest for q in all_quotes(session)]
    assert days == [date(2026, 11, 18), date(2026, 11, 19)]


def read_again(store: Store, text: str, reader: str) -> None:
    """Load the same bytes as a later version of the reader would give them."""
    document = read_here("harbour.txt", text.encode())[0]
    newer = replace(document, reading=replace(document.reading, reader=reader))
    with store.writes.begin() as session:
        understood = understand([newer])
        plan = rehearse(session, NOW, file_name="harbour.txt", documents=understood, actor="test")
        if plan.load_id is not None:
            apply(session, NOW, load_id=plan.load_id, actor="test")


def reader_of(text: str) -> str:
    return read_here("harbour.txt", text.encode())[0].reading.reader


def test_newer_reader_keeps_identities(store: Store, harbour: None) -> None:
    before = standing(store)
    name, _, version = reader_of(HARBOUR).rpartition("/")
    read_again(store, HARBOUR, f"{name}/{int(version) + 1}")
    assert standing(store) == before
    with store.reads.begin() as session:
        live = session.scalars(select(PassageRow).where(PassageRow.live_until.is_(None))).all()
        assert {passage.reading_id for passage in live} == {2}
    assert question(store, "how many fishing boats").quotes[0].also_in == 0


def test_newer_reader_keeps_the_date_that_was_given(store: Store) -> None:
    text = "Bridge opens\n\nThe bridge over the Orle opened on Wednesday.\n"
    load_text(store, text, name="harbour.txt", published=date(2026, 11, 20))
    name, _, version = reader_of(text).rpartition("/")
    read_again(store, text, f"{name}/{int(version) + 1}")
    with store.reads.begin() as session:
        quote = next(iter(all_quotes(session)))
    assert quote.moments[0].earliest == date(2026, 11, 18)
    assert list(standing(store)) == [1]


@pytest.mark.parametrize("reader", ["other/9", ""])
def test_another_reader_of_the_same_content_is_no_newer_one(
    store: Store, harbour: None, reader: str
) -> None:
    read_again(store, HARBOUR, reader or reader_of(HARBOUR))
    with store.reads.begin() as session:
        assert len(session.scalars(select(PassageRow)).all()) == 4


def test_documents_of_one_file_are_weighed_against_each_other(store: Store) -> None:
    rows = "".join(
        f'{{"text": "The Sorrel Bridge costs {cost} million crowns.", "document": "{name}",'
        f' "date": "{day}", "title": "Sorrel Bridge"}}\n'
        for name, cost, day in (("a", 4, "2026-03-02"), ("b", 5, "2026-03-09"))
    )
    given = Particulars(published=Published(None, None, PublishedBasis.NONE))
    documents = understand(read_here("rows.jsonl", rows.encode(), given))
    with store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name="rows.jsonl", documents=documents, actor="test")
        apply(session, NOW, load_id=plan.load_id or 0, actor="test")
    assert len(plan.documents[1].links) == 1
    assert [(earlier, later) for _, earlier, later in links(store)] == [(1, 2)]


def test_plan_is_weighed_again_when_it_is_applied(store: Store) -> None:
    """A load rehearsed before another was applied is linked with what that one brought."""
    day = Published(date(2026, 3, 5), date(2026, 3, 5), PublishedBasis.ADMIN)
    documents = understand(read_here("b.txt", LATER.encode(), Particulars(published=day)))
    with store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name="b.txt", documents=documents, actor="test")
    assert plan.documents[0].links == ()
    load_text(store, FLOOD, name="a.txt", published=date(2026, 3, 2))
    with store.writes.begin() as session:
        applied = apply(session, NOW, load_id=plan.load_id or 0, actor="test")
    assert (applied.facts, applied.links) == (1, 1)
    assert links(store) == [(LinkKind.UPDATED, 1, 3)]
