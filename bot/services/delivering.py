"""What is owed to chats, from row to outcome.

`pending -> leased -> sending -> sent | failed | unknown`. `sending` is committed before the call,
so that after a crash a message whose fate cannot be known is marked unknown and not sent again.
Every function is one transaction of its caller, and none is open while a message is sent.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.ports import Button, Fate, Message, Outcome, Outgoing
from db.models import DeliveryFactRow, DeliveryRow
from db.queries.deliveries import (
    FAILED,
    LEASED,
    PENDING,
    SENT,
    UNKNOWN,
    add_sightings,
    begin_sending,
    expired_leases,
    facts_of,
    held_delivery,
    lease_due,
    stale_sendings,
)
from db.queries.people import block_chat
from db.queries.quotes import verify
from facts.errors import EvidenceBroken
from facts.quote import Quote

LEASE = timedelta(seconds=60)
BATCH = 10
MOST_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Owed:
    """A message owed to a chat, with the quotes that it shows."""

    kind: str
    chat_id: int
    message: Message
    quotes: Sequence[Quote] = ()
    thread_id: int | None = None
    answer_id: int | None = None
    reply_to: int | None = None
    edits: int | None = None


def owe(session: Session, now: datetime, owed: Owed, *, worker: str) -> int:
    """Write down a message before it is sent, leased to the `worker` that will send it."""
    row = DeliveryRow(
        kind=owed.kind,
        chat_id=owed.chat_id,
        thread_id=owed.thread_id,
        answer_id=owed.answer_id,
        reply_to=owed.reply_to,
        edits_message_id=owed.edits,
        body=asdict(owed.message),
        state=LEASED,
        due_at=now,
        worker=worker,
        lease_until=now + LEASE,
        attempts=0,
        created_at=now,
    )
    session.add(row)
    session.flush()
    passages = {quote.fact_id: quote.passage_id for quote in owed.quotes}
    session.add_all(
        DeliveryFactRow(delivery_id=row.id, fact_id=fact_id, passage_id=passage_id)
        for fact_id, passage_id in passages.items()
    )
    return row.id


def claim_due(session: Session, now: datetime, *, worker: str) -> list[int]:
    """Lease what is due and held by nobody, and return the ids."""
    return lease_due(session, now, worker=worker, until=now + LEASE, most=BATCH)


def mark_sending(
    session: Session, now: datetime, *, delivery_id: int, worker: str
) -> Outgoing | None:
    """Commit to sending: return the message, or None when it is no longer ours to send.

    Every fact in it is checked against its document once more; a broken one fails the delivery.
    """
    row = begin_sending(session, now, delivery_id=delivery_id, worker=worker, until=now + LEASE)
    if row is None:
        return None
    try:
        verify(session, [fact.passage_id for fact in facts_of(session, row.id)])
    except EvidenceBroken as broken:
        _settle(row, now, FAILED, str(broken))
        return None
    return Outgoing(
        chat_id=row.chat_id,
        message=_message(row),
        thread_id=row.thread_id,
        reply_to=row.reply_to,
        edits=row.edits_message_id,
    )


def record_outcome(
    session: Session, now: datetime, *, delivery_id: int, worker: str, outcome: Outcome
) -> None:
    """Settle a delivery by what the sender knows, or put it back to be sent later."""
    row = held_delivery(session, delivery_id, worker)
    if row is None:
        return
    if outcome.fate is Fate.LATER and row.attempts < MOST_ATTEMPTS:
        _put_back(row, now, outcome)
    elif outcome.fate is Fate.SENT:
        row.message_id = outcome.message_id
        _settle(row, now, SENT, None)
        add_sightings(session, now, row)
    elif outcome.fate is Fate.UNKNOWN:
        _settle(row, now, UNKNOWN, outcome.reason)
        add_sightings(session, now, row)
    else:
        _settle(row, now, FAILED, outcome.reason)
        if outcome.blocked:
            block_chat(session, row.chat_id)


def reap(session: Session, now: datetime) -> tuple[int, int]:
    """Tidy up after workers that went away; return how many were freed and how many unknown."""
    stale = stale_sendings(session, now)
    for row in stale:
        _settle(row, now, UNKNOWN, "the program ended while this was being sent")
        add_sightings(session, now, row)
    return expired_leases(session, now), len(stale)


def _message(row: DeliveryRow) -> Message:
    buttons = tuple(
        tuple(Button(**button) for button in line) for line in row.body.get("buttons", ())
    )
    return Message(html=row.body["html"], buttons=buttons)


def _put_back(row: DeliveryRow, now: datetime, outcome: Outcome) -> None:
    backoff = max(outcome.wait_seconds, 2.0**row.attempts)
    row.state, row.worker, row.lease_until = PENDING, None, None
    row.due_at = now + timedelta(seconds=backoff)
    row.failure = outcome.reason


def _settle(row: DeliveryRow, now: datetime, state: str, failure: str | None) -> None:
    row.state, row.settled_at, row.failure = state, now, failure
    row.worker, row.lease_until = None, None
