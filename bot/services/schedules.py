"""From a subscription's row to its schedule, and the next due moment into the row."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from db.models import SubscriptionRow
from db.queries.digests import prepared_slots
from db.queries.subscriptions import Subscription, active_under_other_zones
from facts.calendar import DAY, Days, QuietHours, Schedule, Slot, Turn, next_slot, slot_from, turn
from facts.zones.version import zone_version


def schedule_of(row: SubscriptionRow | Subscription) -> Schedule:
    """Return the schedule that a subscription was given."""
    return _schedule(row.at, row.zone, row.days, row.quiet_from, row.quiet_to)


def turn_of(row: Subscription, now: datetime) -> Turn:
    """Return what is to be done for a due subscription."""
    pending = row.next_slot
    if pending is None:
        raise ValueError(f"subscription {row.id} has no slot")
    return _turn(schedule_of(row), pending, now)


def moved_to(slot: Slot) -> Mapping[str, Any]:
    """Return the columns of a subscription whose next slot this is."""
    return {"next_slot": slot.day, "next_due_at": slot.due_at, "zone_version": zone_version()}


def set_next(session: Session, now: datetime, row: SubscriptionRow) -> Slot:
    """Give a subscription its next slot after now, and return that.

    A local date that has its digest is left out: at a new hour it would be briefed twice.
    """
    schedule = schedule_of(row)
    slot = next_slot(schedule, now)
    taken = prepared_slots(session, row.id, slot.day) if row.id else set()
    while slot.day in taken:
        slot = slot_from(schedule, slot.day + DAY)
    row.next_slot, row.next_due_at, row.zone_version = slot.day, slot.due_at, zone_version()
    return slot


def recompute(session: Session, now: datetime) -> int:
    """Work out due moments anew where the zone data changed since; return how many moved.

    The slot stays, so that a date that was prepared is not prepared again.
    """
    stale = active_under_other_zones(session, zone_version())
    moved = 0
    for row in stale:
        before = row.next_due_at
        slot = slot_from(schedule_of(row), row.next_slot or now.date())
        row.next_slot, row.next_due_at, row.zone_version = slot.day, slot.due_at, zone_version()
        moved += before != slot.due_at
    return moved


@lru_cache(maxsize=10_000)
def _schedule(
    at: str, zone: str, days: str, quiet_from: str | None, quiet_to: str | None
) -> Schedule:
    quiet = None
    if quiet_from and quiet_to:
        quiet = QuietHours(time.fromisoformat(quiet_from), time.fromisoformat(quiet_to))
    return Schedule(time.fromisoformat(at), ZoneInfo(zone), Days(days), quiet)


@lru_cache(maxsize=10_000)
def _turn(schedule: Schedule, pending: date, now: datetime) -> Turn:
    return turn(schedule, pending, now)
