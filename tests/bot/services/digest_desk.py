"""Short ways to subscribe chats, to move time on, and to read what they are owed."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.ports import Fate, Outcome
from bot.services.changes import owe_changes
from bot.services.delivering import Sent, claim_due, mark_sending, record_outcomes
from bot.services.digesting import prepare_due
from bot.services.schedules import set_next
from db.engine import Store
from db.models import DeliveryRow, DigestRow, SubscriptionRow, TopicRow
from db.queries.people import ensure_chat, ensure_person
from db.queries.subscriptions import add_subscription
from tests.factories import NOW

READER = 501


def subscription(
    store: Store, chat_id: int = READER, *, topic: str = "everything", **columns: object
) -> int:
    """Subscribe a chat daily at 08:00 UTC, from NOW (Monday 09:00) on."""
    with store.writes.begin() as session:
        ensure_chat(session, NOW, chat_id=chat_id, kind="private", title="Rita")
        ensure_person(session, NOW, person_id=READER, name="Rita", language="en")
        row = SubscriptionRow(
            **{
                "chat_id": chat_id,
                "thread_id": None,
                "at": "08:00",
                "days": "daily",
                "zone": "UTC",
                "quiet_from": None,
                "quiet_to": None,
                "length": "short",
                "when_empty": "silence",
                "told_empty": False,
                "corrections": "digest",
                "state": "active",
                "mark": None,
                "covered_at": None,
                "awaits": None,
                "awaited_from": None,
                "awaits_until": None,
                "made_by": READER,
                "created_at": NOW,
                **columns,
            }
        )
        set_next(session, NOW, row)
        key = select(TopicRow.id).where(TopicRow.key == topic)
        return add_subscription(session, row, [session.scalars(key).one()])


def prepare(store: Store, now: datetime) -> int:
    """One tick's work: everything that is due."""
    handled = 0
    with store.writes.begin() as session:
        while done := prepare_due(session, now):
            handled += done
            session.expire_all()
    return handled


def tell_changes(store: Store, now: datetime) -> int:
    with store.writes.begin() as session:
        return owe_changes(session, now, since=None, zone=ZoneInfo("UTC"))


def send_all(store: Store, now: datetime, *, edits: bool = False) -> list[DeliveryRow]:
    """Send what is due, and return new messages as they were sent; with `edits` those too."""
    sent: list[int] = []
    with store.writes.begin() as session:
        while owed := claim_due(session, now, worker="w"):
            for delivery_id in [claim.delivery_id for claim in owed]:
                mark_sending(session, now, delivery_ids=[delivery_id], worker="w")
                outcome = Outcome(Fate.SENT, message_id=delivery_id)
                record_outcomes(session, now, sent=[Sent(delivery_id, outcome)], worker="w")
                sent.append(delivery_id)
    with store.reads.begin() as session:
        rows = [session.get_one(DeliveryRow, delivery_id) for delivery_id in sent]
    return [r for r in rows if r.state == "sent" and (edits or r.edits_message_id is None)]


def morning(store: Store, now: datetime) -> list[str]:
    """Prepare and send; return the messages as HTML."""
    prepare(store, now)
    return [row.body["html"] for row in send_all(store, now)]


def digests(store: Store) -> list[tuple[str, str]]:
    """All digests as (slot, state)."""
    with store.reads.begin() as session:
        rows = session.scalars(select(DigestRow).order_by(DigestRow.id)).all()
        return [(row.slot.isoformat() if row.slot else "", row.state) for row in rows]


def at(day: int, clock: str = "08:00") -> datetime:
    """A moment of November 2026, UTC."""
    return datetime.combine(
        NOW.replace(day=day).date(), time.fromisoformat(clock), tzinfo=NOW.tzinfo
    )
