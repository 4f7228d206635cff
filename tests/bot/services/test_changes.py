"""A correction reaches every chat that was shown the old fact: once, and never in quiet hours."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from sqlalchemy import select, update

from db.engine import Store
from db.models import ChatRow, DeliveryRow, SubscriptionRow
from db.queries.links import NewLink, add_links
from facts.links import LinkKind
from tests.bot.services.digest_desk import (
    at,
    morning,
    send_all,
    subscription,
    tell_changes,
)
from tests.bot.services.test_asking import CHAT, put
from tests.factories import load_text
from tests.kept import Kept

FIRST = "The ferry made 30 crossings in May.\n"
SECOND = "The ferry made 44 crossings in May.\n"
TOLD = "<s>30 crossings</s> → <b>44 crossings</b>"

MORNING = at(24, "10:00")

Draw = Callable[..., None]


@pytest.fixture
def draw(store: Store) -> Draw:
    """Loads the later fact and links it to the earlier one, at a moment."""

    def draw(kind: LinkKind = LinkKind.CORRECTED, moment: datetime = MORNING) -> None:
        load_text(store, SECOND, name="second.txt")
        with store.writes.begin() as session:
            link = NewLink(kind, 1, 2, "miscounted")
            add_links(session, [link], load_id=2, now=moment)

    return draw


def brief_once(store: Store) -> None:
    load_text(store, FIRST, name="first.txt")
    subscription(store)
    morning(store, at(24))


@pytest.fixture
def reader(store: Store, kept: Kept) -> Store:
    """A chat that was shown fact 1 in its first digest, and is told of changes with a digest."""
    kept(store, brief_once)
    return store


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (LinkKind.CORRECTED, "1 corrected"),
        (LinkKind.UPDATED, "1 updated"),
        (LinkKind.DIFFERS, "1 differs"),
    ],
)
def test_change_comes_with_the_next_digest_once(
    reader: Store, draw: Draw, kind: LinkKind, label: str
) -> None:
    draw(kind)
    assert tell_changes(reader, at(24, "10:01")) == 0
    [second] = morning(reader, at(25))
    assert second.startswith(f"<b>Everything</b> · {label}\n")
    assert TOLD in second
    assert "you saw this on Tuesday" in second
    assert TOLD not in "".join(morning(reader, at(26)))


def test_asked_question_is_corrected_at_once_without_a_subscription(
    store: Store, draw: Draw
) -> None:
    load_text(store, FIRST, name="first.txt")
    put(store, "How many crossings did the ferry make in May?")
    with store.writes.begin() as session:
        session.execute(update(DeliveryRow).values(state="pending"))
    send_all(store, at(24))
    draw()
    assert tell_changes(store, at(24, "10:01")) == 1
    assert tell_changes(store, at(24, "10:02")) == 0
    [told] = send_all(store, at(24, "10:03"))
    assert (told.chat_id, told.kind) == (CHAT, "correction")
    assert told.body["html"].startswith("<b>Corrected</b> · you saw this today\n")


def test_change_at_once_waits_for_the_end_of_quiet_hours(store: Store, draw: Draw) -> None:
    load_text(store, FIRST, name="first.txt")
    quiet = {"quiet_from": "22:00", "quiet_to": "07:00"}
    subscription(store, corrections="at_once", **quiet)
    morning(store, at(24))
    draw(moment=at(24, "22:30"))
    assert tell_changes(store, at(24, "22:31")) == 1
    assert send_all(store, at(25, "06:59")) == []
    assert TOLD in send_all(store, at(25, "07:00"))[0].body["html"]


def test_chat_that_takes_no_messages_is_a_counted_failure(store: Store, draw: Draw) -> None:
    load_text(store, FIRST, name="first.txt")
    subscription(store, corrections="at_once")
    morning(store, at(24))
    draw()
    with store.writes.begin() as session:
        session.execute(update(ChatRow).values(state="blocked"))
    tell_changes(store, at(24, "10:01"))
    with store.reads.begin() as session:
        last = session.scalars(select(DeliveryRow).order_by(DeliveryRow.id.desc())).first()
    assert last is not None
    assert (last.kind, last.state, last.failure) == (
        "correction",
        "failed",
        "the chat takes no messages",
    )


def test_paused_reader_is_told_when_briefed_again(reader: Store, draw: Draw) -> None:
    with reader.writes.begin() as session:
        session.execute(update(SubscriptionRow).values(state="paused"))
    draw()
    assert tell_changes(reader, at(24, "10:01")) == 0
    with reader.writes.begin() as session:
        session.execute(update(SubscriptionRow).values(state="active"))
    assert TOLD in morning(reader, at(25))[0]


def test_fact_like_a_seen_one_is_only_counted(reader: Store, draw: Draw) -> None:
    draw(LinkKind.SIMILAR)
    load_text(reader, "The bridge was opened in June.\n", name="third.txt")
    [second] = morning(reader, at(25))
    assert "44 crossings" not in second
    assert "· 1 new" in second
    with reader.reads.begin() as session:
        last = session.scalars(select(DeliveryRow).order_by(DeliveryRow.id.desc())).first()
    assert last is not None
    assert last.body["buttons"][-1][0]["text"] == "1 repeat"


def test_load_with_a_later_figure_is_told_as_an_update(store: Store) -> None:
    said = "Ferry report\n\nThe ferry made {} crossings in May 2025, the harbour office said.\n"
    load_text(store, said.format(30), name="a.txt", outlet="Wire", published=date(2025, 6, 1))
    subscription(store)
    morning(store, at(24))
    load_text(store, said.format(44), name="b.txt", outlet="Wire", published=date(2025, 6, 3))
    [second] = morning(store, at(25))
    assert second.startswith("<b>Everything</b> · 1 updated\n")
    assert TOLD in second
