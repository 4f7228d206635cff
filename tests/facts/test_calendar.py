"""One due moment a slot, whatever the clocks of a zone do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.calendar import (
    Days,
    QuietHours,
    Schedule,
    after_quiet,
    exists,
    next_slot,
    slot_on,
    turn,
)

DAY = timedelta(days=1)
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})).map(ZoneInfo)
DATES = st.dates(date(1900, 1, 2), date(2099, 12, 1))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
QUIET = st.one_of(
    st.none(), st.tuples(TIMES, TIMES).filter(lambda q: q[0] != q[1]).map(lambda q: QuietHours(*q))
)
SCHEDULES = st.builds(Schedule, TIMES, ZONES, st.sampled_from(Days), QUIET)


def schedule(zone: str, at: str, days: Days = Days.DAILY) -> Schedule:
    return Schedule(time.fromisoformat(at), ZoneInfo(zone), days)


# Zone, wall time, local date, and the one moment it is due there (None: the date does not exist).
TABLE = [
    ("Europe/Berlin", "02:30", "2027-03-28", "2027-03-28T03:30+02:00"),
    ("Europe/Berlin", "02:30", "2027-10-31", "2027-10-31T00:30+00:00"),
    ("America/St_Johns", "02:30", "2027-03-14", "2027-03-14T03:30-02:30"),
    ("America/St_Johns", "01:30", "2027-11-07", "2027-11-07T01:30-02:30"),
    ("Africa/Cairo", "00:00", "2027-04-30", "2027-04-30T01:00+03:00"),
    ("America/Sao_Paulo", "00:00", "2018-11-04", "2018-11-04T01:00-02:00"),
    ("Australia/Lord_Howe", "02:15", "2027-10-03", "2027-10-03T02:45+11:00"),
    ("Asia/Kolkata", "09:00", "2027-03-28", "2027-03-28T09:00+05:30"),
    ("Pacific/Apia", "08:00", "2011-12-30", None),
    ("Pacific/Apia", "03:30", "2021-04-04", "2021-04-04T03:30+14:00"),
]


@pytest.mark.parametrize(("zone", "at", "day", "due"), TABLE)
def test_slot_is_due_once_through_gaps_and_folds(
    zone: str, at: str, day: str, due: str | None
) -> None:
    slot = slot_on(schedule(zone, at), date.fromisoformat(day))
    assert (slot.due_at if slot else None) == (datetime.fromisoformat(due) if due else None)


@pytest.mark.parametrize(("zone", "at", "day", "due"), TABLE)
def test_walking_on_meets_each_date_once(zone: str, at: str, day: str, due: str | None) -> None:
    wanted = schedule(zone, at)
    middle = date.fromisoformat(day)
    moment = datetime.combine(middle - 3 * DAY, time(0), tzinfo=UTC)
    seen = []
    while moment.date() < middle + 3 * DAY:
        slot = next_slot(wanted, moment)
        seen.append(slot.day)
        moment = slot.due_at
    assert len(seen) == len(set(seen))
    assert (middle in seen) == (due is not None)


@given(SCHEDULES, DATES)
def test_slots_follow_each_other_and_none_is_left_out(wanted: Schedule, start: date) -> None:
    walked, moment = [], datetime.combine(start, time(12), tzinfo=UTC)
    for _ in range(5):
        slot = next_slot(wanted, moment)
        assert slot.due_at > moment
        walked.append(slot.day)
        moment = slot.due_at
    between = [walked[0] + DAY * n for n in range((walked[-1] - walked[0]).days + 1)]
    assert walked == [d for d in between if wanted.days.hold(d) and exists(d, wanted.zone)]


@given(SCHEDULES, DATES)
def test_due_moment_is_never_in_quiet_hours(wanted: Schedule, day: date) -> None:
    slot = slot_on(wanted, day)
    if slot is not None and wanted.quiet is not None:
        assert not wanted.quiet.hold(slot.due_at.astimezone(wanted.zone).time())


def test_weekdays_are_judged_on_the_local_date() -> None:
    # Sunday evening in UTC is already Monday in Auckland.
    wanted = schedule("Pacific/Auckland", "07:00", Days.WEEKDAYS)
    slot = next_slot(wanted, datetime(2026, 11, 22, 6, tzinfo=UTC))
    assert (slot.day, slot.due_at) == (date(2026, 11, 23), datetime(2026, 11, 22, 18, tzinfo=UTC))


def test_message_waits_for_the_end_of_quiet_hours() -> None:
    zone, quiet = ZoneInfo("Europe/Paris"), QuietHours(time(22), time(7))
    late = datetime(2026, 11, 23, 23, 30, tzinfo=zone)
    assert after_quiet(late, zone, quiet) == datetime(2026, 11, 24, 7, tzinfo=zone)
    early = datetime(2026, 11, 24, 6, 59, tzinfo=zone)
    assert after_quiet(early, zone, quiet) == datetime(2026, 11, 24, 7, tzinfo=zone)
    assert after_quiet(late, zone, None) == late


DAILY = schedule("UTC", "08:00")
MONDAYS = schedule("UTC", "08:00", Days.MONDAY)


def test_only_the_newest_missed_slot_is_made_up_for() -> None:
    told = turn(DAILY, date(2026, 11, 20), datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert told.due is not None
    assert told.due.day == date(2026, 11, 23)
    assert told.skipped == (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22))
    assert told.next.day == date(2026, 11, 24)


@pytest.mark.parametrize(("wanted", "hours"), [(DAILY, 12), (MONDAYS, 36)])
def test_missed_slot_is_skipped_after_its_grace(wanted: Schedule, hours: int) -> None:
    slot = date(2026, 11, 23)
    edge = datetime(2026, 11, 23, 8, tzinfo=UTC) + timedelta(hours=hours)
    assert turn(wanted, slot, edge).due is not None
    late = turn(wanted, slot, edge + timedelta(seconds=1))
    assert (late.due, late.skipped) == (None, (slot,))


def test_nothing_is_due_before_its_time() -> None:
    told = turn(DAILY, date(2026, 11, 24), datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert (told.due, told.skipped, told.next.day) == (None, (), date(2026, 11, 24))


def test_clock_set_back_prepares_nothing_twice() -> None:
    first = turn(DAILY, date(2026, 11, 23), datetime(2026, 11, 23, 8, tzinfo=UTC))
    back = turn(DAILY, first.next.day, datetime(2026, 11, 23, 6, tzinfo=UTC))
    assert (back.due, back.next) == (None, first.next)
