"""Subscriptions that are due get their digests, as rows; sending is another matter.

Claiming, composing, the digest's rows and the moved due time are one transaction: after a crash
either all of it happened or none of it. Several processes may do this at once.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Button, Message
from bot.services.became import record_with_digests, take_with_digests
from bot.services.composing import Batch, Composed, Kept, compose_all
from bot.services.owing import Later, owe_later
from bot.services.recovering import go_back
from bot.services.schedules import moved_to, turn_of
from bot.views.digests import empty_line
from bot.views.parts import Part
from bot.views.texts import say
from db.address import Address, address
from db.models import SubscriptionRow
from db.queries.clearances import viewers_of
from db.queries.digests import last_of_unknown_fate
from db.queries.documents import newest_document_day
from db.queries.doors import EVERYBODY, Doors, shut
from db.queries.owed import add_digests, add_parts
from db.queries.sequences import STORE_VERSION, last_number
from db.queries.subscriptions import (
    BLOCKED,
    Subscription,
    anything_due,
    as_read,
    blocked_among,
    cancel_deliveries,
    claim_due_subscriptions,
    topics_followed,
    update_all,
)
from db.queries.topics import match_new_facts
from facts.calendar import Slot, Turn, local_day
from facts.topics import Topic

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Due:
    """A subscription to be briefed now; `slot` is None when it is out of turn, asked for or not."""

    row: Subscription
    slot: Slot | None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A digest with its messages, before its rows."""

    due: Due
    digest_id: int
    parts: Sequence[Part]


def due_now(session: Session, now: datetime) -> bool:
    """Say whether any subscription is due: all that an idle tick does."""
    return anything_due(session, now)


def prepare_due(
    session: Session,
    now: datetime,
    *,
    most: int = BATCH,
    kept: Kept | None = None,
    doors: Doors = EVERYBODY,
) -> int:
    """Prepare the digests of due subscriptions; return how many were seen to, 0 when none is due.

    A slot that is too late is recorded as skipped, one without news as empty; the subscriptions of
    who may not ask any more rest. What one call has
    composed the next calls of a tick may use: they are given the same `kept`.
    """
    claimed = claim_due_subscriptions(session, now, most=most)
    if not claimed:
        return 0
    chats = [row.chat_id for row in claimed]
    blocked = blocked_among(session, chats) | shut(session, now, chats, doors).out
    _stop(session, now, [row.id for row in claimed if row.chat_id in blocked])
    turns = [(row, turn_of(row, now)) for row in claimed if row.chat_id not in blocked]
    _record_skipped(session, now, turns)
    due = [Due(row, told.due) for row, told in turns if told.due is not None]
    mark = match_new_facts(session) if due else 0
    kept = (kept or Kept()).for_store(now, last_number(session, STORE_VERSION))
    for wave in _one_a_chat(due):
        _prepare(session, kept, wave, mark=mark)
    _move_on(session, turns)
    return len(claimed)


def prepare_now(session: Session, now: datetime, *, row: SubscriptionRow, worker: str) -> list[int]:
    """Prepare a digest at once, its schedule unmoved; return its deliveries, leased to `worker`."""
    mark = match_new_facts(session)
    go_back(session, row)
    kept = Kept().for_store(now, last_number(session, STORE_VERSION))
    return _prepare(session, kept, [Due(as_read(row), None, asked=True)], mark=mark, worker=worker)


def prepare_again(session: Session, now: datetime, *, row: SubscriptionRow) -> None:
    """Prepare a digest in place of one taken back; the subscription's mark was put back before."""
    mark = match_new_facts(session)
    kept = Kept().for_store(now, last_number(session, STORE_VERSION))
    _prepare(session, kept, [Due(as_read(row), None)], mark=mark)
    session.expire(row)


def _stop(session: Session, now: datetime, ids: Sequence[int]) -> None:
    if ids:
        update_all(session, ids, state=BLOCKED)
        cancel_deliveries(session, now, ids)


def _move_on(session: Session, turns: Sequence[tuple[Subscription, Turn]]) -> None:
    by_slot: dict[Slot, list[int]] = defaultdict(list)
    for row, told in turns:
        by_slot[told.next].append(row.id)
    for slot, ids in by_slot.items():
        update_all(session, ids, **moved_to(slot))


def _record_skipped(
    session: Session, now: datetime, turns: Sequence[tuple[Subscription, Turn]]
) -> None:
    skipped = [(row.id, day) for row, told in turns for day in told.skipped]
    many = len(skipped)
    columns: dict[str, Sequence[object]] = {
        "subscription_id": [number for number, _ in skipped],
        "slot": [day for _, day in skipped],
        "state": ["skipped"] * many,
        "more": [()] * many,
        "repeats": [()] * many,
        "created_at": [now] * many,
    }
    add_digests(session, many, columns)


def _one_a_chat(due: Sequence[Due]) -> list[list[Due]]:
    """Cut into waves in which no chat is twice: its second digest must know of the first."""
    waves: list[list[Due]] = []
    place: dict[int, int] = {}
    for one in due:
        at = place.get(one.row.chat_id, 0)
        place[one.row.chat_id] = at + 1
        if at == len(waves):
            waves.append([])
        waves[at].append(one)
    return waves


def _prepare(
    session: Session, kept: Kept, due: Sequence[Due], *, mark: int, worker: str | None = None
) -> list[int]:
    """Prepare digests, those of chats that may see the same together."""
    viewers = viewers_of(session, [one.row.chat_id for one in due])
    owed = []
    for viewer in sorted(set(viewers.values()), key=repr):
        alike = [one for one in due if viewers[one.row.chat_id] == viewer]
        owed += _prepare_for(kept.batch(session, viewer), alike, mark, worker)
    return owed


def _prepare_for(batch: Batch, due: Sequence[Due], mark: int, worker: str | None) -> list[int]:
    session, now = batch.session, batch.now
    rows = [one.row for one in due]
    numbers = [row.id for row in rows]
    addresses = [address(row.chat_id, row.thread_id) for row in rows]
    viewers = dict.fromkeys((row.chat_id for row in rows), batch.viewer)
    topics = topics_followed(session, numbers)
    became = take_with_digests(session, now, addresses, viewers)
    missed = last_of_unknown_fate(session, numbers)
    composed = compose_all(batch, rows, topics, became, missed)
    ids = _add_digests(session, now, due, composed)
    newest = newest_document_day(session, batch.viewer)
    prepared = []
    for one, digest_id in zip(due, ids, strict=True):
        parts: Sequence[Part] = composed[one.row.id].parts
        if not parts and _says_so(one):
            parts = [_nothing_new(one.row, topics.get(one.row.id, ()), newest, now)]
        prepared.append(Prepared(one, digest_id, parts))
    owed, first = _owe(session, now, prepared, worker)
    record_with_digests(session, now, became, first)
    update_all(session, numbers, mark=mark, covered_at=now)
    told = [one.due.row.id for one in prepared if one.parts and not composed[one.due.row.id].parts]
    update_all(session, told, told_empty=True)
    return owed


def _says_so(one: Due) -> bool:
    """Say whether a day without news gets its line: the first one, or each if that was chosen."""
    return one.asked or not one.row.told_empty or one.row.when_empty == "line"


def _nothing_new(
    row: Subscription, topics: Sequence[Topic], newest: date | None, now: datetime
) -> Part:
    today = local_day(now, ZoneInfo(row.zone))
    line = empty_line([topic.name for topic in topics], newest, today)
    buttons = (
        Button(say("button-silent"), data=f"digest:silent:{row.id}:0"),
        Button(say("button-each-time"), data=f"digest:eachtime:{row.id}:0"),
    )
    return Part(Message(line, (buttons,)), ())


def _owe(
    session: Session,
    now: datetime,
    prepared: Sequence[Prepared],
    worker: str | None,
) -> tuple[list[int], dict[Address, int]]:
    """Owe the messages; return their deliveries, and the first one of each address."""
    messages, places = [], []
    for one in prepared:
        row, slot = one.due.row, one.due.slot
        due_at = slot.due_at if slot else now
        for number, part in enumerate(one.parts):
            messages.append(
                Later("digest", row.chat_id, row.thread_id, part, due_at, digest_id=one.digest_id)
            )
            places.append((one, number))
    ids = owe_later(session, now, messages, worker=worker)
    columns = {
        "digest_id": [one.digest_id for one, _ in places],
        "part": [number for _, number in places],
        "delivery_id": ids,
    }
    add_parts(session, columns)
    first = {
        address(one.due.row.chat_id, one.due.row.thread_id): delivery_id
        for (one, number), delivery_id in zip(places, ids, strict=True)
        if number == 0
    }
    return ids, first


def _add_digests(
    session: Session, now: datetime, due: Sequence[Due], composed: Mapping[int, Composed]
) -> list[int]:
    held = [composed[one.row.id] for one in due]
    columns: dict[str, Sequence[object]] = {
        "subscription_id": [one.row.id for one in due],
        "slot": [one.slot.day if one.slot else None for one in due],
        "state": ["owed" if one.parts else "empty" for one in held],
        "mark": [one.row.mark for one in due],
        "more": [one.composition.more if one.parts else () for one in held],
        "repeats": [one.composition.repeats if one.parts else () for one in held],
        "created_at": [now] * len(due),
    }
    return add_digests(session, len(due), columns)
