"""Figures of the desk, before and after questions went, and the week's report, once."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.services.privacy import purge
from bot.services.statistics import owe_report, report_due, statistics
from bot.views.charts import picture
from bot.views.statistics import Day, Statistics, caption, figures_json
from db.engine import Store
from db.models import DeliveryRow
from db.queries.people import ensure_chat, ensure_person
from facts.calendar import Days, Schedule
from tests.bot.services.busy_desk import fill
from tests.factories import NOW
from tests.kept import Kept

DESK = ZoneInfo("UTC")
ADA, EVE = 900, 901
MONDAYS = Schedule(time(8), DESK, Days.MONDAY)
NEXT_MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


def figures(store: Store, now: datetime = NOW) -> Statistics:
    with store.reads.begin() as session:
        return statistics(session, now, zone=DESK)


def reports(store: Store, now: datetime, schedule: Schedule = MONDAYS) -> int:
    with store.writes.begin() as session:
        return owe_report(session, now, schedule=schedule, admin_ids={ADA})


def busy_with_admins(store: Store) -> None:
    fill(store)
    with store.writes.begin() as session:
        for person_id in (ADA, EVE):
            ensure_person(session, NOW, person_id=person_id, name="Ada", language=None)
            ensure_chat(session, NOW, chat_id=person_id, kind="private", title="Ada")


@pytest.fixture
def busy(store: Store, kept: Kept) -> Store:
    kept(store, busy_with_admins)
    return store


def test_figures_count_answers_and_judgements(busy: Store) -> None:
    found = figures_json(figures(busy))
    told = {name: found[name] for name in ("asked", "answered", "unanswered", "right", "wrong")}
    assert told == {"asked": 6, "answered": 3, "unanswered": 3, "right": 6, "wrong": 0}
    assert (found["people"], found["gaps"], found["waiting"]) == (2, 1, 3)
    assert found["messages"]["sent"] == 6


def test_figures_survive_the_questions(busy: Store) -> None:
    before = figures_json(figures(busy))
    with busy.writes.begin() as session:
        purge(session, NOW + timedelta(hours=1), days=1, zone=DESK)
        purge(session, NOW + timedelta(days=2), days=1, zone=DESK)
    after = figures_json(figures(busy))
    for name in ("asked", "answered", "unanswered", "right", "wrong", "days"):
        assert after[name] == before[name]


def test_report_is_owed_to_admins_on_monday_once(busy: Store) -> None:
    with busy.reads.begin() as session:
        assert not report_due(session, NEXT_MONDAY - timedelta(days=7, hours=1), schedule=MONDAYS)
    reports(busy, NOW)
    assert reports(busy, NEXT_MONDAY - timedelta(minutes=1)) == 0
    assert reports(busy, NEXT_MONDAY) == 1
    assert reports(busy, NEXT_MONDAY) == 0
    assert reports(busy, NEXT_MONDAY + timedelta(days=3)) == 0
    with busy.reads.begin() as session:
        owed = session.scalars(select(DeliveryRow).where(DeliveryRow.kind == "report")).all()
    assert [row.chat_id for row in owed] == [ADA]
    assert "6 right (100 %), 0 wrong (0 %)" in owed[0].body["html"]
    assert "3 not answered (50 %)" in owed[0].body["html"]


def test_monday_is_the_desks_monday(busy: Store) -> None:
    auckland = ZoneInfo("Pacific/Auckland")
    there = datetime(2026, 11, 30, 8, 0, tzinfo=auckland)
    mondays = Schedule(time(8), auckland, Days.MONDAY)
    reports(busy, NOW, mondays)
    assert reports(busy, there - timedelta(minutes=1), mondays) == 0
    assert reports(busy, there, mondays) == 1


def test_report_comes_at_the_moment_that_the_desk_has_set(busy: Store) -> None:
    fridays = Schedule(time(17, 30), DESK, Days.FRIDAY)
    reports(busy, NOW, fridays)
    friday = datetime(2026, 11, 27, 17, 30, tzinfo=UTC)
    assert reports(busy, friday - timedelta(minutes=1), fridays) == 0
    assert [reports(busy, friday, fridays) for _ in range(2)] == [1, 0]
    with busy.reads.begin() as session:
        owed = session.scalars(select(DeliveryRow).where(DeliveryRow.kind == "report")).one()
    assert "The week, 20 Nov to 26 Nov 2026" in owed.body["html"]


def test_week_without_anything_is_passed_over(store: Store) -> None:
    assert reports(store, NEXT_MONDAY) == 0


def month(**counts: int) -> Statistics:
    days = [Day((NOW + timedelta(days=n)).date(), counts) for n in range(30)]
    asked = [("$x_1$ & the talks of the foreign ministers", 9), ("🌍", 3), ("שלום", 1)]
    messages = {"sent": 9, "failed": 0, "unknown": 1}
    return Statistics(days, True, asked, messages, 4, 1, 1, 1)


def test_picture_is_the_same_for_the_same_figures() -> None:
    found = month(asked=3, found=2, unknown=1)
    drawn = picture(found)
    assert drawn.startswith(b"\x89PNG")
    assert drawn == picture(found)
    assert drawn != picture(month(asked=4, found=3, unknown=1))


def test_caption_tells_in_words_what_is_drawn() -> None:
    told = caption(month(asked=3, found=2, unknown=1, up=1, down=1))
    assert "90 questions: 60 answered" in told
    assert "30 right (50 %), 30 wrong (50 %)" in told
    assert "$x_1$ &amp; the talks" in told
    assert len(told) < 1_024
