"""A subscription's row follows the calendar, also when the data on zones change."""

from datetime import date, timedelta

from sqlalchemy import select

from bot.services.schedules import recompute
from db.engine import Store
from db.models import SubscriptionRow
from facts.zones.version import zone_version
from tests.bot.services.digest_desk import at, digests, morning, prepare, subscription
from tests.bot.services.owed import subscription as row_of
from tests.factories import load_text


def under_old_data(store: Store, hours: int) -> None:
    """Let the due moment be one that an older release of the data had, so many hours off."""
    with store.writes.begin() as session:
        row = session.scalars(select(SubscriptionRow)).one()
        assert row.next_due_at is not None
        row.next_due_at += timedelta(hours=hours)
        row.zone_version = "package 2020a"


def worked_out_anew(store: Store) -> int:
    with store.writes.begin() as session:
        return recompute(session, at(23, "10:00"))


def test_new_zone_data_move_the_due_moment_and_not_the_slot(store: Store) -> None:
    number = subscription(store, zone="Europe/Paris")
    under_old_data(store, hours=1)
    assert [worked_out_anew(store) for _ in range(2)] == [1, 0]
    row = row_of(store, number)
    assert (row.next_slot, row.next_due_at) == (date(2026, 11, 24), at(24, "07:00"))
    assert row.zone_version == zone_version()


def test_new_zone_data_do_not_brief_a_day_twice(store: Store) -> None:
    load_text(store)
    subscription(store, zone="Europe/Paris")
    morning(store, at(24, "07:00"))
    under_old_data(store, hours=-1)
    worked_out_anew(store)
    assert prepare(store, at(24, "12:00")) == 0
    assert prepare(store, at(25, "07:00")) == 1
    assert [slot for slot, _ in digests(store)] == ["2026-11-24", "2026-11-25"]
