"""A zone is found from what people give: a place, a clock, a language, a location."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.zones.clocks import clocks_now, read_time, zones_showing
from facts.zones.defaults import default_zone
from facts.zones.location import zone_at
from facts.zones.places import MOST_OFFERED, places

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("  bErlin ", "Europe/Berlin"),
        ("Münchn", "Europe/Berlin"),
        ("Yerevn", "Asia/Yerevan"),
        ("Ереван", "Asia/Yerevan"),
        ("الرياض", "Asia/Riyadh"),
        ("東京", "Asia/Tokyo"),
        ("San Fransisco", "America/Los_Angeles"),
        ("são paulo", "America/Sao_Paulo"),
        ("Kathmandu, Nepal", "Asia/Kathmandu"),
        ("georgia tbilisi", "Asia/Tbilisi"),
        ("Azerbajan", "Asia/Baku"),
        ("Deutschland", "Europe/Berlin"),
        ("Türkiye", "Europe/Istanbul"),
        ("europe/paris", "Europe/Paris"),
        ("America/New York", "America/New_York"),
        ("UTC+4", "Etc/GMT-4"),
        ("GMT", "UTC"),
        ("EST", "America/New_York"),
    ],
)
def test_place_as_typed_gives_its_zone(typed: str, zone: str) -> None:
    assert places().find(typed)[0].zone == zone


def test_country_of_several_zones_offers_them_the_most_peopled_first() -> None:
    offered = [place.zone for place in places().find("Australia")]
    assert offered[0] == "Australia/Sydney"
    assert "Australia/Perth" in offered


@pytest.mark.parametrize("typed", ["", "   ", "xqzwv", "🙂", "x" * 4096, "a/b/c", "UTC+99"])
def test_what_is_no_place_gives_nothing(typed: str) -> None:
    assert places().find(typed) == []


@given(st.text(max_size=60))
def test_any_text_gives_few_zones_that_exist(typed: str) -> None:
    found = places().find(typed)
    assert len(found) <= MOST_OFFERED
    assert all(ZoneInfo(place.zone) for place in found)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("8", time(8)),
        ("8:30", time(8, 30)),
        ("08.30", time(8, 30)),
        ("0830", time(8, 30)),
        ("8h30", time(8, 30)),
        ("8:30 pm", time(20, 30)),
        ("12 am", time(0)),
        ("12 p.m.", time(12)),
        ("18 Uhr", time(18)),
        ("٨:٣٠", time(8, 30)),
        ("24:00", None),
        ("8:61", None),
        ("13 pm", None),
        ("Berlin", None),
        ("in 8 days", None),
    ],
)
def test_time_of_day_is_read_as_people_type_it(typed: str, clock: time | None) -> None:
    assert read_time(typed) == clock


def test_clock_gives_the_zones_that_show_it_now() -> None:
    offered = [place.zone for place in zones_showing(time(15, 58), NOON)]
    assert "Asia/Dubai" in offered
    assert all(NOON.astimezone(ZoneInfo(zone)).hour == 16 for zone in offered)


def test_quarter_hours_have_their_zone() -> None:
    assert [place.zone for place in zones_showing(time(17, 45), NOON)] == ["Asia/Kathmandu"]


def test_clocks_of_the_world_fit_a_keyboard() -> None:
    assert time(17, 45) in clocks_now(NOON)
    assert 24 <= len(clocks_now(NOON)) <= 48


@pytest.mark.parametrize(
    ("language", "zone"),
    [
        ("de", "Europe/Berlin"),
        ("hy", "Asia/Yerevan"),
        ("pt-BR", "America/Sao_Paulo"),
        ("en-GB", "Europe/London"),
        ("en", "Europe/Vienna"),
        (None, "Europe/Vienna"),
        ("xx-YY", "Europe/Vienna"),
    ],
)
def test_language_gives_a_first_guess(language: str | None, zone: str) -> None:
    assert default_zone(language, "Europe/Vienna") == zone


def test_shared_location_gives_its_zone() -> None:
    assert zone_at(40.18, 44.51) == "Asia/Yerevan"
    assert zone_at(-33.87, 151.21) == "Australia/Sydney"
    assert zone_at(91, 0) is None
