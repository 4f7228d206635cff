"""Subscriptions that are due get their digests, as rows; sending is another matter.

Claiming, composing, the digest's rows and the moved due time are one transaction: after a crash
either all of it happened or none of it. Several processes may do this at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Button, Message
from bot.services.changes import Told, corrected_there, record_told, to_tell_with_digests
from bot.services.composing import Batch, Composed, compose_all
from bot.services.marking import owe_marks
from bot.services.owing import Later, owe_later
from bot.services.reaching import ways
from bot.services.schedules import moved_to, turn_of
from bot.services.withdrawals import gone_there, record_with_digests, withdrawn_with_digests
from bot.views.digests import empty_line
from bot.views.parts import Part, with_last
from bot.views.texts import say
from db.address import Address, address
from db.models import SubscriptionRow
from db.queries.digests import add_digests, add_parts, last_of_unknown_fate
from db.queries.documents import newest_document_day
from db.queries.subscriptions import (
    BLOCKED,
    anything_due,
    blocked_among,
    cancel_deliveries,
    change_each,
    claim_due_subscriptions,
    topics_followed,
)
from db.queries.topics import match_new_facts
from db.viewer import Viewer
from facts.calendar import Slot, Turn, local_day
from facts.digests import Change, Withdrawal
from facts.topics import Topic

BATCH = 1_000
VIEWER = Viewer()


@dataclass(frozen=True, slots=True)
class Due:
    """A subscription to be briefed now; `slot` is None when it asked out of turn."""

    row: SubscriptionRow
    slot: Slot | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A digest with its messages, before its rows."""

    due: Due
    composed: Composed
    topics: Sequence[Topic]
    digest_id: int
    parts: Sequence[Part]


def due_now(session: Session, now: datetime) -> bool:
    """Say whether any subscription is due: all that an idle tick does."""
    return anything_due(session, now)


def prepare_due(session: Session, now: datetime, *, most: int = BATCH) -> int:
    """Prepare the digests of due subscriptions; return how many were seen to, 0 when none is due.

    A slot that is too late is recorded as skipped, one without news as empty.
    """
    claimed = claim_due_subscriptions(session, now, most=most)
    blocked = blocked_among(session, [row.chat_id for row in claimed])
    _stop(session, now, [row.id for row in claimed if row.chat_id in blocked])
    turns = [(row, turn_of(row, now)) for row in claimed if row.chat_id not in blocked]
    _record_skipped(session, now, turns)
    due = [Due(row, told.due) for row, told in turns if told.due is not None]
    mark = match_new_facts(session) if due else 0
    for wave in _one_a_chat(due):
        _prepare(session, now, wave, mark=mark)
    change_each(session, [{"id": row.id, **moved_to(told.next)} for row, told in turns])
    return len(claimed)


def prepare_now(session: Session, now: datetime, *, row: SubscriptionRow, worker: str) -> list[int]:
    """Prepare a digest at once, its schedule unmoved; return its deliveries, leased to `worker`."""
    mark = match_new_facts(session)
    return _prepare(session, now, [Due(row, None)], mark=mark, worker=worker)


def _stop(session: Session, now: datetime, ids: Sequence[int]) -> None:
    if ids:
        change_each(session, [{"id": at, "state": BLOCKED} for at in ids])
        cancel_deliveries(session, now, ids)


def _record_skipped(
    session: Session, now: datetime, turns: Sequence[tuple[SubscriptionRow, Turn]]
) -> None:
    skipped = [
        _digest_row(row.id, now, state="skipped", slot=day)
        for row, told in turns
        for day in told.skipped
    ]
    add_digests(session, skipped)


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
    session: Session, now: datetime, due: Sequence[Due], *, mark: int, worker: str | None = None
) -> list[int]:
    rows = [one.row for one in due]
    topics = topics_followed(session, [row.id for row in rows])
    addresses = [address(row.chat_id, row.thread_id) for row in rows]
    changes = to_tell_with_digests(session, now, addresses, VIEWER)
    withdrawn = withdrawn_with_digests(session, now, addresses)
    missed = last_of_unknown_fate(session, [row.id for row in rows])
    batch = Batch(session, now, VIEWER)
    composed = compose_all(batch, rows, topics, changes, frozenset(missed), withdrawn)
    ids = add_digests(session, [_digest(one, composed[one.row.id], now) for one in due])
    newest = newest_document_day(session, VIEWER)
    prepared = []
    for one, digest_id in zip(due, ids, strict=True):
        held = composed[one.row.id]
        followed = topics.get(one.row.id, ())
        parts = _with_buttons(held, digest_id, missed.get(one.row.id))
        if not parts and _says_so(one):
            parts = [_nothing_new(one.row, followed, newest, now)]
        prepared.append(Prepared(one, held, followed, digest_id, parts))
    owed, first = _owe(session, now, prepared, worker)
    _record(session, now, prepared, first, changes, withdrawn)
    change_each(session, [_covered(one, mark, now) for one in prepared])
    return owed


def _with_buttons(composed: Composed, digest_id: int, missed: int | None) -> list[Part]:
    if not composed.parts:
        return []
    last = []
    if composed.composition.more:
        label = say("button-and-more", count=len(composed.composition.more))
        last.append(Button(label, data=f"digest:more:{digest_id}:0"))
    if composed.composition.repeats:
        label = say("button-repeats", count=len(composed.composition.repeats))
        last.append(Button(label, data=f"digest:repeats:{digest_id}:0"))
    if missed is not None:
        last.append(Button(say("button-again"), data=f"digest:again:{missed}:0"))
    return with_last(composed.parts, last)


def _says_so(one: Due) -> bool:
    """Say whether a day without news gets its line: the first one, or each if that was chosen."""
    return one.slot is None or not one.row.told_empty or one.row.when_empty == "line"


def _nothing_new(
    row: SubscriptionRow, topics: Sequence[Topic], newest: date | None, now: datetime
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
            messages.append(Later("digest", row.chat_id, row.thread_id, part, due_at))
            places.append((one, number))
    ids = owe_later(session, now, messages, worker=worker)
    owned = [
        {"digest_id": one.digest_id, "part": number, "delivery_id": delivery_id}
        for (one, number), delivery_id in zip(places, ids, strict=True)
    ]
    add_parts(session, owned)
    first = {
        address(one.due.row.chat_id, one.due.row.thread_id): delivery_id
        for (one, number), delivery_id in zip(places, ids, strict=True)
        if number == 0
    }
    return ids, first


def _record(
    session: Session,
    now: datetime,
    prepared: Sequence[Prepared],
    first: Mapping[Address, int],
    changes: Mapping[Address, Sequence[Change]],
    withdrawn: Mapping[Address, Sequence[Withdrawal]],
) -> None:
    """Store which digest tells what became of facts, and mark the messages that showed them."""
    told: list[Told] = [(at, change) for at in first for change in changes.get(at, ())]
    record_told(session, told, [first[at] for at, _ in told])
    record_with_digests(session, withdrawn, first)
    changed = {at: some for at, some in changes.items() if at in first}
    gone = {at: some for at, some in withdrawn.items() if at in first}
    how = ways(session, now, [*changed, *gone], ZoneInfo("UTC"))
    owe_marks(session, now, corrected_there(changed), how, verdict="corrected")
    owe_marks(session, now, gone_there(gone), how, verdict="withdrawn")


def _digest(one: Due, composed: Composed, now: datetime) -> dict[str, Any]:
    composition = composed.composition
    state = "owed" if composed.parts else "empty"
    slot = one.slot.day if one.slot else None
    row = _digest_row(one.row.id, now, state=state, slot=slot)
    more = list(composition.more) if composed.parts else []
    repeats = list(composition.repeats) if composed.parts else []
    return {**row, "mark": one.row.mark, "more": more, "repeats": repeats}


def _digest_row(
    subscription_id: int, now: datetime, *, state: str, slot: date | None
) -> dict[str, Any]:
    return {
        "subscription_id": subscription_id,
        "slot": slot,
        "state": state,
        "mark": None,
        "more": [],
        "repeats": [],
        "created_at": now,
    }


def _covered(one: Prepared, mark: int, now: datetime) -> dict[str, Any]:
    row = one.due.row
    told_empty = row.told_empty or (not one.composed.parts and bool(one.parts))
    return {"id": row.id, "mark": mark, "covered_at": now, "told_empty": told_empty}
