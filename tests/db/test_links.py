"""Links between facts: read from both ends, seen only by those who may see both."""

from collections.abc import Sequence

import pytest
from sqlalchemy import update

from db.engine import Store
from db.models import DocumentRow, FactRow
from db.queries.links import NewLink, add_links, links_of, links_of_load, remove_links_of_load
from db.queries.quotes import quotes
from db.viewer import Viewer
from facts.links import FactLink, LinkKind
from tests.factories import NOW, load_text
from tests.kept import Kept

FIRST = "The ferry made 30 crossings in May.\n"
SECOND = "The barge made 44 crossings in May.\n"


def link_both(store: Store) -> None:
    load_text(store, FIRST, name="first.txt")
    load_text(store, SECOND, name="second.txt")
    draw(store, NewLink(LinkKind.UPDATED, 1, 2, "30 → 44"))


@pytest.fixture
def linked(store: Store, kept: Kept) -> Store:
    """Fact 2, of load 2, says another figure than fact 1."""
    kept(store, link_both)
    return store


def draw(store: Store, *links: NewLink) -> None:
    with store.writes.begin() as session:
        add_links(session, links, load_id=2, now=NOW)


def seen(store: Store, *fact_ids: int, viewer: Viewer | None = None) -> Sequence[FactLink]:
    with store.reads.begin() as session:
        return links_of(session, fact_ids, viewer=viewer or Viewer(), now=NOW)


@pytest.mark.parametrize("end", [1, 2])
def test_link_is_found_from_both_ends(linked: Store, end: int) -> None:
    link = seen(linked, end)[0]
    assert (link.kind, link.earlier_id, link.later_id) == (LinkKind.UPDATED, 1, 2)
    assert link.other(end) == 3 - end
    assert (link.reason, link.load_id) == ("30 → 44", 2)


def test_both_ends_can_be_quoted(linked: Store) -> None:
    link = seen(linked, 1)[0]
    with linked.reads.begin() as session:
        shown = quotes(session, [link.earlier_passage, link.later_passage], viewer=Viewer())
    assert [quote.text for quote in shown] == [FIRST.strip(), SECOND.strip()]


def test_link_to_what_may_not_be_seen_is_not_told(linked: Store) -> None:
    with linked.writes.begin() as session:
        session.execute(
            update(DocumentRow).where(DocumentRow.id == 2).values(visibility="embargoed")
        )
    assert seen(linked, 1) == []
    assert len(seen(linked, 1, viewer=Viewer(("public", "embargoed")))) == 1


def test_ended_end_is_told_as_ended(linked: Store) -> None:
    with linked.writes.begin() as session:
        session.execute(update(FactRow).where(FactRow.id == 1).values(live_until=NOW))
    assert [(link.earlier_stands, link.later_stands) for link in seen(linked, 2)] == [(False, True)]


def test_pair_keeps_its_first_link(linked: Store) -> None:
    draw(linked, NewLink(LinkKind.DIFFERS, 2, 1), NewLink(LinkKind.SIMILAR, 1, 2))
    assert [link.kind for link in seen(linked, 1)] == [LinkKind.UPDATED]


def test_links_of_a_load_are_taken_back_together(linked: Store) -> None:
    with linked.writes.begin() as session:
        drawn = links_of_load(session, 2, viewer=Viewer(), now=NOW)
        remove_links_of_load(session, 2)
    assert len(drawn) == 1
    assert seen(linked, 1, 2) == []
