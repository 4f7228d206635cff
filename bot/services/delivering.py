"""What is owed to chats, from row to outcome.

`pending -> leased -> sending -> sent | retry | failed | unknown`. `sending` is committed before the
call, so that after a crash a message whose fate cannot be known is marked unknown and not sent
again by itself. Every function is one transaction of its caller, and none is open while a message
is sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.ports import Button, Fate, Message, Outcome, Outgoing
from bot.services.rechecking import OVERTAKEN, is_behind, is_mark, recheck
from db.models import DeliveryFactRow, DeliveryRow
from db.queries.chats import close_chat, drop_topic, move_chat
from db.queries.clearances import viewer_of
from db.queries.deliveries import (
    FAILED,
    LEASED,
    PENDING,
    PUSHED,
    RETRY,
    SENDING,
    SENT,
    UNKNOWN,
    add_sightings,
    begin_sending,
    expired_leases,
    facts_of_each,
    held_deliveries,
    lease_due,
    postpone_leased,
    release_leased,
    stale_sendings,
)
from db.queries.doors import EVERYBODY, Doors, shut
from db.queries.quotes import verify
from db.queries.rechecks import changed_since
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.subscriptions import blocked_among
from db.viewer import PUBLIC
from facts.errors import EvidenceBroken
from facts.quote import Quote

LEASE = timedelta(seconds=60)
BATCH = 20
UNSURE_SECONDS = 60
# Twice as long after each try, at most ten minutes: about a day of trying in all.
LONGEST_BACKOFF = 600.0
MOST_ATTEMPTS = 150


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


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery leased to us; `pushed` are those that nobody waits for in the chat."""

    delivery_id: int
    chat_id: int
    pushed: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A delivery that we called Telegram for, and what it said."""

    delivery_id: int
    outcome: Outcome


def owe(
    session: Session,
    now: datetime,
    owed: Owed,
    *,
    worker: str | None = None,
    due_at: datetime | None = None,
) -> int:
    """Write down a message before it is sent, and return its number.

    It is leased to the `worker` that will send it at once; without one it is sent by whichever
    worker comes first once it is due, which is now if `due_at` is not given.
    """
    row = DeliveryRow(
        kind=owed.kind,
        chat_id=owed.chat_id,
        thread_id=owed.thread_id,
        answer_id=owed.answer_id,
        reply_to=owed.reply_to,
        edits_message_id=owed.edits,
        body=asdict(owed.message),
        state=LEASED if worker else PENDING,
        due_at=due_at or now,
        worker=worker,
        lease_until=now + LEASE if worker else None,
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


def claim_due(session: Session, now: datetime, *, worker: str) -> list[Claim]:
    """Lease what is due and held by nobody, live answers first."""
    rows = lease_due(session, now, worker=worker, until=now + LEASE, most=BATCH)
    return [Claim(row.id, row.chat_id, row.kind in PUSHED) for row in rows]


def claim_of(session: Session, now: datetime, *, delivery_id: int) -> Claim:
    """Return the claim of a delivery that was leased to us as it was written down."""
    row = session.get_one(DeliveryRow, delivery_id)
    return Claim(row.id, row.chat_id, row.kind in PUSHED)


def postpone(session: Session, now: datetime, *, waits: Mapping[int, float], worker: str) -> None:
    """Give claims back untried, since the passing of each comes only in so many seconds."""
    for delivery_id, seconds in sorted(waits.items()):
        due_at = now + timedelta(seconds=seconds)
        postpone_leased(session, delivery_id=delivery_id, worker=worker, due_at=due_at)


def release(session: Session, now: datetime, *, worker: str) -> None:
    """Give back all that a worker holds and has not begun, as it ends."""
    release_leased(session, worker=worker)


def mark_sending(
    session: Session,
    now: datetime,
    *,
    delivery_ids: Sequence[int],
    worker: str,
    doors: Doors = EVERYBODY,
) -> dict[int, Outgoing]:
    """Commit to sending: return the messages, without those that are not to be sent by us.

    Every fact in them is checked against its document once more; a broken one fails the delivery,
    as does one that may no longer be seen there, a chat that takes no messages, and a person who
    may not ask any more. What was taken back meanwhile is taken out.
    """
    rows = begin_sending(session, now, delivery_ids=delivery_ids, worker=worker, until=now + LEASE)
    ids = [row.id for row in rows]
    chats = [row.chat_id for row in rows]
    closed, barred = blocked_among(session, chats), shut(session, now, chats, doors)
    changed = changed_since(session, ids, now)
    standing = []
    for row in rows:
        if row.chat_id in closed:
            _settle(row, now, FAILED, "the chat takes no messages")
        elif row.chat_id in barred.out:
            _settle(row, now, FAILED, "the person may not ask any more")
        elif row.chat_id in barred.unsure:  # a tick asks whether they still may
            row.state, row.worker, row.lease_until = RETRY, None, None
            row.due_at = now + timedelta(seconds=UNSURE_SECONDS)
        elif not recheck(session, now, row, changed.get(row.id)):
            _settle(row, now, FAILED, OVERTAKEN)
        else:
            standing.append(row)
    labels = _labels(session, standing)
    for row in standing:
        if (refused := _refused(session, row, labels[row.id])) is not None:
            _settle(row, now, FAILED, refused)
    return {row.id: _outgoing(row) for row in standing if row.state == SENDING}


def _labels(session: Session, rows: Sequence[DeliveryRow]) -> dict[int, list[str | EvidenceBroken]]:
    """Check what deliveries quote; return the labels of each one's documents, or what is broken."""
    quoted = facts_of_each(session, [row.id for row in rows])
    passages = {fact.passage_id for facts in quoted.values() for fact in facts}
    found = verify(session, sorted(passages))
    return {number: [found[f.passage_id] for f in facts] for number, facts in quoted.items()}


def _refused(
    session: Session, row: DeliveryRow, labels: Sequence[str | EvidenceBroken]
) -> str | None:
    """Return why a delivery may not be sent, by the labels of what it quotes."""
    for label in labels:
        if isinstance(label, EvidenceBroken):
            return str(label)
    # Who is asked about only where it matters: nearly all of what is sent is public.
    if set(labels) - {PUBLIC} and not set(labels) <= set(viewer_of(session, row.chat_id).labels):
        return "a fact in it may not be seen in this chat any more"
    return None


def _outgoing(row: DeliveryRow) -> Outgoing:
    return Outgoing(
        chat_id=row.chat_id,
        message=_message(row),
        thread_id=row.thread_id,
        reply_to=row.reply_to,
        edits=row.edits_message_id,
        only_edits=is_mark(row),
    )


def record_outcomes(session: Session, now: datetime, *, sent: Sequence[Sent], worker: str) -> None:
    """Settle deliveries by what the sender knows, or put them back to be sent later."""
    held = held_deliveries(session, [one.delivery_id for one in sent], worker)
    ours = [(held[one.delivery_id], one.outcome) for one in sent if one.delivery_id in held]
    shown = []
    for row, outcome in ours:
        if outcome.fate is Fate.SENT:
            row.message_id = outcome.message_id
            _settle(row, now, SENT, outcome.reason or None)
            shown.append(row)
        elif outcome.fate is Fate.UNKNOWN:
            _settle(row, now, UNKNOWN, outcome.reason)
            shown.append(row)
    _add_sightings(session, now, shown)
    for row, outcome in ours:
        if row not in shown and not _may_try_again(session, now, row, outcome):
            _settle(row, now, FAILED, outcome.reason)
            if outcome.blocked:
                close_chat(session, now, chat_id=row.chat_id, reason=outcome.reason)


def reap(session: Session, now: datetime) -> tuple[int, int]:
    """Tidy up after workers that went away; return how many were freed and how many unknown."""
    stale = stale_sendings(session, now)
    for row in stale:
        _settle(row, now, UNKNOWN, "the program ended while this was being sent")
    _add_sightings(session, now, stale)
    return expired_leases(session, now), len(stale)


def _add_sightings(session: Session, now: datetime, rows: Sequence[DeliveryRow]) -> None:
    # A mark shows nothing anew.
    add_sightings(session, now, [row for row in rows if not is_mark(row)])
    if any(map(is_behind, rows)):
        take_one(session, STORE_VERSION)  # the next tick looks at everything


def _may_try_again(session: Session, now: datetime, row: DeliveryRow, outcome: Outcome) -> bool:
    """Put a delivery back, at its chat's new place if it has one; False after too many tries."""
    if outcome.fate is Fate.NEVER or row.attempts >= MOST_ATTEMPTS:
        return False
    if outcome.fate is Fate.MOVED:
        return _follow(session, now, row, outcome)
    if outcome.topic_gone:
        if row.thread_id is None:
            return False
        drop_topic(session, chat_id=row.chat_id, thread_id=row.thread_id)
        session.refresh(row)
        _put_back(row, now, outcome, seconds=0)
        return True
    backoff = min(2.0**row.attempts, LONGEST_BACKOFF)
    _put_back(row, now, outcome, seconds=max(outcome.wait_seconds, backoff))
    return True


def _follow(session: Session, now: datetime, row: DeliveryRow, outcome: Outcome) -> bool:
    number, new_id = row.id, outcome.new_chat_id
    if new_id is None:
        return False
    move_chat(session, now, old_id=row.chat_id, new_id=new_id)
    _put_back(session.get_one(DeliveryRow, number), now, outcome, seconds=0)
    return True


def _message(row: DeliveryRow) -> Message:
    buttons = tuple(
        tuple(Button(**button) for button in line) for line in row.body.get("buttons", ())
    )
    return Message(html=row.body["html"], buttons=buttons)


def _put_back(row: DeliveryRow, now: datetime, outcome: Outcome, *, seconds: float) -> None:
    row.state, row.worker, row.lease_until = RETRY, None, None
    row.due_at = now + timedelta(seconds=seconds)
    row.failure = outcome.reason


def _settle(row: DeliveryRow, now: datetime, state: str, failure: str | None) -> None:
    row.state, row.settled_at, row.failure = state, now, failure
    row.worker, row.lease_until = None, None
