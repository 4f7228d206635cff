"""What is sent by itself (digests, changes, awaited answers) holds what its chat may see."""

import pytest
from sqlalchemy import select, update

from bot.services.delivering import mark_sending
from bot.services.labelling import relabel
from bot.services.people import set_clearance
from bot.services.recomposing import HIDDEN
from db.engine import Store
from db.models import ChatRow, DeliveryRow, PersonRow, SubscriptionRow
from db.queries.links import NewLink, add_links
from facts.links import LinkKind
from tests.bot.services.digest_desk import (
    READER,
    at,
    morning,
    prepare,
    send_all,
    subscription,
    tell_changes,
)
from tests.bot.services.test_gaps import let_wait, pending, put
from tests.factories import NOW, load_text
from tests.kept import Kept

OPEN = "The ferry carries 30 cars and 200 people.\n"
SECRET = "Commander Zelinka hid 77 torpedoes near Obrisk.\n"
GROUP = -77


def clear(store: Store, person: int, label: str = "restricted") -> None:
    with store.writes.begin() as session:
        session.execute(update(PersonRow).where(PersonRow.id == person).values(clearance=label))


def label(store: Store, document_id: int, to: str) -> None:
    with store.writes.begin() as session:
        relabel(session, NOW, document_id=document_id, label=to, actor="test")


def follow(store: Store) -> None:
    load_text(store, OPEN, name="open.txt")
    load_text(store, SECRET, name="secret.txt", visibility="restricted")
    subscription(store)
    subscription(store, GROUP)
    clear(store, READER)
    with store.writes.begin() as session:
        session.execute(update(ChatRow).where(ChatRow.id == GROUP).values(kind="group"))


@pytest.fixture
def followers(store: Store, kept: Kept) -> Store:
    """A cleared person, and a group that this same person subscribed."""
    kept(store, follow)
    return store


def test_each_digest_holds_what_its_chat_may_see(followers: Store) -> None:
    prepare(followers, at(24))
    told = {row.chat_id: row.body["html"] for row in send_all(followers, at(24))}
    assert "Zelinka" in told[READER]
    assert "Zelinka" not in told[GROUP]
    assert "30 cars" in told[GROUP]


def test_group_given_a_label_is_briefed_on_what_it_may_see_now(followers: Store) -> None:
    morning(followers, at(24))
    label(followers, 2, "internal")
    with followers.writes.begin() as session:
        session.execute(update(ChatRow).where(ChatRow.id == GROUP).values(clearance="internal"))
    prepare(followers, at(25))
    told = {row.chat_id: row.body["html"] for row in send_all(followers, at(25))}
    assert "Zelinka" in told[GROUP]
    assert "Zelinka" not in told.get(READER, "")


def test_change_is_told_only_where_the_later_fact_may_be_seen(store: Store) -> None:
    load_text(store, "The ferry made 30 crossings in May.\n", name="first.txt")
    subscription(store, corrections="at_once")
    subscription(store, READER + 1, corrections="at_once")
    clear(store, READER)
    morning(store, at(24))
    later = "The ferry made 44 crossings in May.\n"
    load_text(store, later, name="second.txt", visibility="restricted")
    with store.writes.begin() as session:
        add_links(session, [NewLink(LinkKind.CORRECTED, 1, 2)], load_id=2, now=at(24, "10:00"))
    assert tell_changes(store, at(24, "10:00")) == 1
    assert [row.chat_id for row in send_all(store, at(24, "10:00"))] == [READER]
    label(store, 2, "public")
    assert tell_changes(store, at(24, "10:01")) == 1


def test_answer_waited_for_comes_only_where_it_may_be_seen(store: Store) -> None:
    load_text(store, OPEN, name="open.txt")
    asked = "Who hid torpedoes near Obrisk?"
    assert let_wait(store, put(store, asked)) is True
    assert let_wait(store, put(store, asked, person=1002), 1002) is True
    clear(store, 1002)
    load_text(store, SECRET, name="secret.txt", visibility="restricted")
    assert [row.chat_id for row in pending(store)] == [1002]
    label(store, 2, "public")
    assert [row.chat_id for row in pending(store)] == [1002, 1001]


def owe(store: Store) -> None:
    load_text(store, SECRET, name="secret.txt", visibility="internal")
    load_text(store, OPEN, name="open.txt")
    subscription(store)
    clear(store, READER)
    prepare(store, at(24))


@pytest.fixture
def owed(store: Store, kept: Kept) -> Store:
    """A digest not yet sent, of what everybody may see and of what its chat may lose."""
    kept(store, owe)
    return store


def hide(store: Store) -> None:
    label(store, 1, "restricted")


def demote(store: Store) -> None:
    with store.writes.begin() as session:
        set_clearance(session, NOW, person_id=READER, label="public", actor="test")


def test_digest_still_owed_is_composed_anew_without_what_is_hidden(owed: Store) -> None:
    demote(owed)
    [told] = send_all(owed, at(24))
    assert "30 cars" in told.body["html"]
    assert "Zelinka" not in told.body["html"]
    assert len([button for row in told.body["buttons"] for button in row]) == 2
    with owed.reads.begin() as session:
        failed = session.scalars(select(DeliveryRow).where(DeliveryRow.state == "failed")).one()
    assert failed.failure == HIDDEN
    assert morning(owed, at(25)) == ["Nothing new on Everything."]


def test_digest_of_a_chat_that_may_still_see_it_stays(owed: Store) -> None:
    hide(owed)
    [told] = send_all(owed, at(24))
    assert "Zelinka" in told.body["html"]


def test_what_is_opened_again_is_new_with_the_next_digest(owed: Store) -> None:
    demote(owed)
    send_all(owed, at(24))
    label(owed, 1, "public")
    [told] = morning(owed, at(25))
    assert "Zelinka" in told
    assert "30 cars" not in told


def test_paused_subscription_gets_it_when_it_goes_on(owed: Store) -> None:
    with owed.writes.begin() as session:
        session.execute(update(SubscriptionRow).values(state="paused"))
    demote(owed)
    assert send_all(owed, at(24)) == []
    with owed.writes.begin() as session:
        session.execute(update(SubscriptionRow).values(state="active"))
    [told] = morning(owed, at(25))
    assert "30 cars" in told
    assert "Zelinka" not in told


def test_message_still_owed_is_not_sent_once_its_document_is_hidden(store: Store) -> None:
    load_text(store, SECRET, name="secret.txt")
    put(store, "Who hid torpedoes near Obrisk?")
    label(store, 1, "restricted")
    with store.writes.begin() as session:
        assert mark_sending(session, NOW, delivery_ids=[1], worker="w") == {}
        row = session.scalars(select(DeliveryRow)).one()
    assert (row.state, row.failure) == (
        "failed",
        "a fact in it may not be seen in this chat any more",
    )


def test_restricted_correction_ends_no_public_fact(store: Store) -> None:
    load_text(store, "The ferry made 30 crossings.\n", name="first.txt", outlet="Desk")
    note = "Correction: The ferry made 44 crossings, not 30 crossings.\n"
    load_text(store, note, name="note.txt", outlet="Desk", visibility="restricted")
    subscription(store)
    assert "30 crossings" in morning(store, at(24))[0]
