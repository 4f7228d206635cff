"""Short ways to owe messages to chats, for tests of the outbox."""

from datetime import datetime

from bot.ports import Fate, Message, Outcome
from bot.services.delivering import Owed, Sent, mark_sending, owe, record_outcomes
from db.engine import Store
from db.models import ChatRow, DeliveryRow, SubscriptionRow
from db.queries.people import ensure_chat, ensure_person
from tests.factories import NOW

SENT = Outcome(Fate.SENT, message_id=5)


def chat(store: Store, chat_id: int) -> None:
    with store.writes.begin() as session:
        kind = "private" if chat_id > 0 else "group"
        ensure_chat(session, NOW, chat_id=chat_id, kind=kind, title="A chat")


def digest(
    store: Store,
    chat_id: int,
    text: str = "A digest",
    *,
    kind: str = "digest",
    thread_id: int | None = None,
    due_at: datetime = NOW,
    worker: str | None = None,
) -> int:
    """Owe a message to a chat; leased if a worker is given."""
    chat(store, chat_id)
    owed = Owed(kind=kind, chat_id=chat_id, message=Message(text), thread_id=thread_id)
    with store.writes.begin() as session:
        return owe(session, NOW, owed, worker=worker, due_at=due_at)


def subscribe(store: Store, chat_id: int, *, thread_id: int | None = None) -> int:
    chat(store, chat_id)
    with store.writes.begin() as session:
        ensure_person(session, NOW, person_id=1, name="Rita", language=None)
        row = SubscriptionRow(
            chat_id=chat_id, thread_id=thread_id, at="07:00", days="daily", zone="UTC",
            zone_version="x", length="short", when_empty="silence", told_empty=False,
            corrections="digest", state="active", next_due_at=NOW, made_by=1, created_at=NOW,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id


def send(store: Store, delivery_id: int, outcome: Outcome, now: datetime = NOW) -> DeliveryRow:
    """Send a delivery leased to "w", with this outcome."""
    with store.writes.begin() as session:
        assert mark_sending(session, now, delivery_ids=[delivery_id], worker="w")
    with store.writes.begin() as session:
        record_outcomes(session, now, sent=[Sent(delivery_id, outcome)], worker="w")
    return delivery(store, delivery_id)


def delivery(store: Store, delivery_id: int) -> DeliveryRow:
    with store.reads.begin() as session:
        return session.get_one(DeliveryRow, delivery_id)


def subscription(store: Store, subscription_id: int) -> SubscriptionRow:
    with store.reads.begin() as session:
        return session.get_one(SubscriptionRow, subscription_id)


def chat_row(store: Store, chat_id: int) -> ChatRow | None:
    with store.reads.begin() as session:
        return session.get(ChatRow, chat_id)
