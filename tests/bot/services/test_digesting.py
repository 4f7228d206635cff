"""A digest holds what is new to a chat, at its hour, once, whoever prepares it."""

import threading
from datetime import timedelta

from sqlalchemy import func, select, update

from bot.services.digesting import due_now, prepare_due
from bot.services.topics import add_topic
from db.engine import Store, open_store
from db.models import ChatRow, DeliveryRow, DigestRow, ReadingRow, SubscriptionRow
from tests.bot.services.digest_desk import at, digests, morning, prepare, send_all, subscription
from tests.bot.services.test_asking import CHAT, put
from tests.factories import load_text

BRIDGE = "Mayor Ilse Brandt opened the bridge of Old Velden on 4 May 2025.\n"
FERRY = "The ferry made 30 crossings in May.\n"


def test_first_digest_tells_what_stands(store: Store, harbour: None) -> None:
    subscription(store)
    [first] = morning(store, at(24))
    assert first.startswith("<b>Everything</b> · 4 facts to begin with\n")
    assert "About 300 fishing boats use the harbour in summer." in first


def test_next_digest_holds_only_what_is_new(store: Store, harbour: None) -> None:
    subscription(store)
    morning(store, at(24))
    load_text(store, BRIDGE, name="bridge.txt")
    [second] = morning(store, at(25))
    assert second.startswith("<b>Everything</b> · 1 new\n")
    assert "fishing boats" not in second


def test_first_day_without_news_says_so_once(store: Store, harbour: None) -> None:
    subscription(store)
    mornings = [morning(store, at(day)) for day in (24, 25, 26)]
    assert mornings[1] == ["Nothing new on Everything."]
    assert mornings[2] == []
    assert [state for _, state in digests(store)] == ["owed", "empty", "empty"]


def test_fact_seen_in_an_answer_is_not_new(store: Store, harbour: None) -> None:
    subscription(store, CHAT)
    put(store, "How many fishing boats use the harbour?")
    with store.writes.begin() as session:
        session.execute(update(DeliveryRow).values(state="pending"))
    send_all(store, at(23, "10:00"))
    [first] = morning(store, at(24))
    assert "3 facts to begin with" in first
    assert "fishing boats" not in first


def test_nothing_is_due_before_its_hour_or_twice(store: Store, harbour: None) -> None:
    subscription(store)
    assert prepare(store, at(24, "07:59")) == 0
    assert prepare(store, at(24)) == 1
    assert prepare(store, at(24, "09:00")) == 0
    with store.reads.begin() as session:
        assert not due_now(session, at(24, "23:59"))


def test_after_downtime_one_digest_is_made_up_for(store: Store, harbour: None) -> None:
    subscription(store)
    assert len(morning(store, at(27, "10:00"))) == 1
    assert digests(store) == [
        ("2026-11-24", "skipped"),
        ("2026-11-25", "skipped"),
        ("2026-11-26", "skipped"),
        ("2026-11-27", "owed"),
    ]


def test_slot_too_late_is_skipped_and_its_facts_come_next(store: Store, harbour: None) -> None:
    subscription(store)
    assert morning(store, at(24, "20:01")) == []
    assert digests(store) == [("2026-11-24", "skipped")]
    assert "4 facts to begin with" in morning(store, at(25))[0]


def test_blocked_chat_is_left_alone(store: Store, harbour: None) -> None:
    subscription(store)
    with store.writes.begin() as session:
        session.execute(update(ChatRow).values(state="blocked"))
    assert morning(store, at(24)) == []
    with store.reads.begin() as session:
        assert session.scalars(select(SubscriptionRow.state)).all() == ["blocked"]


def test_topic_narrows_what_is_told(store: Store, harbour: None) -> None:
    with store.writes.begin() as session:
        add_topic(session, at(23), written="Boats: fishing boats", actor="test")
    subscription(store, topic="boats")
    [first] = morning(store, at(24))
    assert first.startswith("<b>Boats</b> · 1 fact to begin with\n")


def test_two_subscriptions_of_a_chat_do_not_tell_a_fact_twice(store: Store, harbour: None) -> None:
    with store.writes.begin() as session:
        add_topic(session, at(23), written="Boats: fishing boats", actor="test")
    subscription(store, topic="boats")
    subscription(store)
    told = "\n".join(morning(store, at(24)))
    assert told.count("About 300 fishing boats") == 1
    assert "3 facts to begin with" in told


def test_what_does_not_fit_is_behind_a_button(store: Store) -> None:
    lines = "".join(
        f"The ferry {name} made {n} crossings.\n\n" for n, name in enumerate("ABCDEFGHI")
    )
    load_text(store, FERRY, name="first.txt")
    subscription(store)
    morning(store, at(24))
    load_text(store, lines, name="many.txt")
    prepare(store, at(25))
    [row] = send_all(store, at(25))
    labels = [button["text"] for line in row.body["buttons"] for button in line]
    assert labels[-1] == "and 4 more"
    assert "· 5 new" in row.body["html"]


def test_chats_told_the_same_have_each_their_own_digest_behind_the_button(store: Store) -> None:
    lines = "".join(f"Ferry {{digest}} of pier {n} made {n} crossings.\n\n" for n in range(10, 19))
    load_text(store, lines)
    mine = [subscription(store, chat_id, mark=0) for chat_id in (601, 602)]
    prepare(store, at(24))
    rows = send_all(store, at(24))
    with store.reads.begin() as session:
        owners = [
            session.get_one(DigestRow, int(row.body["buttons"][-1][-1]["data"].split(":")[2]))
            for row in rows
        ]
    assert [owner.subscription_id for owner in owners] == mine
    assert rows[0].body["html"] == rows[1].body["html"]
    assert "Ferry {digest} of pier" in rows[0].body["html"]


def test_broken_document_keeps_nobody_elses_facts_back(store: Store, harbour: None) -> None:
    load_text(store, BRIDGE, name="bridge.txt")
    subscription(store)
    with store.writes.begin() as session:
        session.execute(update(ReadingRow).where(ReadingRow.id == 1).values(text="changed"))
    [first] = morning(store, at(24))
    assert "opened the bridge" in first
    assert "fishing boats" not in first


def test_several_processes_prepare_each_digest_once(
    store: Store, harbour: None, database_url: str
) -> None:
    for chat_id in range(600, 640):
        subscription(store, chat_id)
    start = threading.Barrier(4)

    def tick() -> None:
        own = open_store(database_url)
        start.wait()
        for _ in range(20):
            with own.writes.begin() as session:
                if not prepare_due(session, at(24), most=5):
                    break
        own.close()

    ticking = [threading.Thread(target=tick) for _ in range(4)]
    for thread in ticking:
        thread.start()
    for thread in ticking:
        thread.join()
    with store.reads.begin() as session:
        per_chat = session.execute(
            select(DeliveryRow.chat_id, func.count()).group_by(DeliveryRow.chat_id)
        ).all()
        assert session.scalar(select(func.count()).select_from(DigestRow)) == 40
    assert sorted(per_chat) == [(chat_id, 1) for chat_id in range(600, 640)]


def test_clock_set_back_prepares_nothing_again(store: Store, harbour: None) -> None:
    subscription(store)
    prepare(store, at(24))
    assert prepare(store, at(24) - timedelta(hours=2)) == 0
    assert prepare(store, at(24, "12:00")) == 0
