"""When a subscription is due: wall time, zone, days and quiet hours -> one moment a local date.

A slot is a local date. Its due moment is that date's wall time in the zone, the earlier one where
clocks go back. Where they go forward over it, the same number of hours after midnight is taken,
so a slot is neither lost nor doubled. Only a date that the zone never had has no due moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
DAILY_GRACE = timedelta(hours=12)
WEEKLY_GRACE = timedelta(hours=36)
# No slot of a schedule is further away, even where a zone skips a date.
LONGEST_WAIT = 15


class Days(StrEnum):
    """On which local dates a subscription has a slot."""

    DAILY = "daily"
    WEEKDAYS = "weekdays"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def weekday(self) -> int | None:
        """The day of a weekly schedule, Monday being 0; None for several days."""
        several = (Days.DAILY, Days.WEEKDAYS)
        return None if self in several else [d for d in Days if d not in several].index(self)

    def hold(self, day: date) -> bool:
        """Say whether a local date is one of these days."""
        if self is Days.WEEKDAYS:
            return day.weekday() < 5
        return self is Days.DAILY or day.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local hours without messages, from `start` up to `end`; they may run over midnight."""

    start: time
    end: time

    def hold(self, at: time) -> bool:
        """Say whether a local time is within these hours."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a reader chose: local time, IANA zone, days, and hours to be left alone."""

    at: time
    zone: ZoneInfo
    days: Days = Days.DAILY
    quiet: QuietHours | None = None

    @property
    def grace(self) -> timedelta:
        """How late a missed slot is still worth sending."""
        return DAILY_GRACE if self.days.weekday is None else WEEKLY_GRACE


@dataclass(frozen=True, slots=True)
class Slot:
    """One local date of a schedule, and the moment (UTC) when it is due."""

    day: date
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """What is to be done at a moment: the slot to prepare, those skipped, and the next one."""

    due: Slot | None
    skipped: tuple[date, ...]
    next: Slot


def exists(day: date, zone: ZoneInfo) -> bool:
    """Say whether a zone ever had this date: a country that crosses the date line skips one."""
    return _moment(day, time(0), zone) < _moment(day + DAY, time(0), zone)


def slot_on(schedule: Schedule, day: date) -> Slot | None:
    """Return the slot of a local date; None when it is not one of the days, or no date at all."""
    if not schedule.days.hold(day) or not exists(day, schedule.zone):
        return None
    due = _moment(day, schedule.at, schedule.zone)
    return Slot(day, after_quiet(due, schedule.zone, schedule.quiet))


def next_slot(schedule: Schedule, after: datetime) -> Slot:
    """Return the first slot that is due after a moment."""
    return next(slot for slot in _slots(schedule, after) if slot.due_at > after)


def slot_from(schedule: Schedule, day: date) -> Slot:
    """Return the slot of a local date, or of the first date after it that has one."""
    return next(_from(schedule, day))


def turn(schedule: Schedule, pending: date, now: datetime) -> Turn:
    """Return what to do at `now` for a schedule whose slot `pending` was not prepared yet.

    After downtime only the newest missed slot is made up for, and only within its grace.
    """
    missed = []
    for slot in _from(schedule, pending):
        if slot.due_at > now:
            break
        missed.append(slot)
    due = missed[-1] if missed and now - missed[-1].due_at <= schedule.grace else None
    skipped = tuple(slot.day for slot in missed if slot != due)
    return Turn(due, skipped, slot)


def after_quiet(moment: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """Return the first moment, not before `moment`, that is outside the quiet hours."""
    local = moment.astimezone(zone)
    if quiet is None or not quiet.hold(local.time()):
        return moment
    over_midnight = local.time() >= quiet.end
    day = local.date() + DAY if over_midnight else local.date()
    while (end := _moment(day, quiet.end, zone)) <= moment:
        day += DAY  # the clock went back into the quiet hours, or skipped a date
    return end


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Return the date of a moment in a zone."""
    return moment.astimezone(zone).date()


def _slots(schedule: Schedule, after: datetime) -> Iterator[Slot]:
    # A slot put off by quiet hours may belong to the date before.
    return _from(schedule, local_day(after, schedule.zone) - 2 * DAY)


def _from(schedule: Schedule, day: date) -> Iterator[Slot]:
    barren = 0
    while barren <= LONGEST_WAIT:
        slot = slot_on(schedule, day)
        barren = 0 if slot else barren + 1
        if slot:
            yield slot
        day += DAY
    raise ValueError(f"{schedule} has no slot near {day}")


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at.replace(fold=0), tzinfo=zone).astimezone(UTC)
