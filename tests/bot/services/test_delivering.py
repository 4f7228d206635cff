"""Deliveries: never doubled, never silently lost."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.ports import Fate, Outcome
from bot.services.delivering import LEASE, Sent, claim_due, mark_sending, reap, record_outcomes
from db.engine import Store
from db.models import ChatRow, DeliveryRow, ReadingRow, SightingRow
from tests.bot.services.test_asking import CHAT, put
from tests.factories import NOW, load_text
from tests.kept import Kept

LATER = NOW + LEASE + timedelta(seconds=1)


def owe(store: Store) -> int:
    load_text(store)
    return put(store, "How many fishing boats use the harbour?")[0]


@pytest.fixture
def owed(store: Store, kept: Kept) -> int:
    return kept(store, owe)


def begin(store: Store, delivery_id: int, worker: str = "w") -> object:
    with store.writes.begin() as session:
        return mark_sending(session, NOW, delivery_ids=[delivery_id], worker=worker).get(
            delivery_id
        )


def settle(store: Store, delivery_id: int, outcome: Outcome) -> DeliveryRow:
    with store.writes.begin() as session:
        record_outcomes(session, NOW, sent=[Sent(delivery_id, outcome)], worker="w")
    with store.reads.begin() as session:
        return session.get_one(DeliveryRow, delivery_id)


def sightings(store: Store) -> int:
    with store.reads.begin() as session:
        return session.scalar(select(func.count()).select_from(SightingRow)) or 0


def test_sent_message_is_a_sighting(store: Store, owed: int) -> None:
    begin(store, owed)
    row = settle(store, owed, Outcome(Fate.SENT, message_id=5))
    assert (row.state, row.message_id, sightings(store)) == ("sent", 5, 1)


def test_delivery_is_sent_by_one_worker_only(store: Store, owed: int) -> None:
    assert begin(store, owed, worker="other") is None
    assert begin(store, owed) is not None
    assert begin(store, owed) is None


def test_unknown_fate_is_not_sent_again(store: Store, owed: int) -> None:
    begin(store, owed)
    row = settle(store, owed, Outcome(Fate.UNKNOWN, reason="answer lost"))
    with store.writes.begin() as session:
        assert claim_due(session, LATER, worker="w") == []
    assert (row.state, row.failure, sightings(store)) == ("unknown", "answer lost", 1)


def test_crash_while_sending_is_unknown(store: Store, owed: int) -> None:
    begin(store, owed)
    with store.writes.begin() as session:
        assert reap(session, LATER) == (0, 1)
    with store.reads.begin() as session:
        assert session.get_one(DeliveryRow, owed).state == "unknown"


def test_crash_before_sending_is_sent_by_the_next(store: Store, owed: int) -> None:
    with store.writes.begin() as session:
        assert reap(session, LATER) == (1, 0)
        assert [c.delivery_id for c in claim_due(session, LATER, worker="next")] == [owed]
        assert claim_due(session, LATER, worker="third") == []


def test_worker_past_its_lease_is_refused(store: Store, owed: int) -> None:
    with store.writes.begin() as session:
        assert mark_sending(session, LATER, delivery_ids=[owed], worker="w") == {}


def test_flood_limit_puts_it_back(store: Store, owed: int) -> None:
    begin(store, owed)
    row = settle(store, owed, Outcome(Fate.LATER, reason="flood", wait_seconds=30))
    assert (row.state, row.due_at) == ("retry", NOW + timedelta(seconds=30))
    assert sightings(store) == 0


def test_blocked_chat_is_remembered(store: Store, owed: int) -> None:
    begin(store, owed)
    row = settle(store, owed, Outcome(Fate.NEVER, reason="blocked", blocked=True))
    with store.reads.begin() as session:
        assert session.get_one(ChatRow, CHAT).state == "blocked"
    assert (row.state, sightings(store)) == ("failed", 0)


def test_late_outcome_of_a_reaped_delivery_changes_nothing(store: Store, owed: int) -> None:
    begin(store, owed)
    with store.writes.begin() as session:
        reap(session, LATER)
    assert settle(store, owed, Outcome(Fate.SENT, message_id=5)).state == "unknown"


def test_fact_changed_since_is_not_sent(store: Store, owed: int) -> None:
    with store.writes.begin() as session:
        session.execute(update(ReadingRow).values(text="something else"))
    assert begin(store, owed) is None
    with store.reads.begin() as session:
        row = session.get_one(DeliveryRow, owed)
    assert row.state == "failed"
    assert "hash" in (row.failure or "")
