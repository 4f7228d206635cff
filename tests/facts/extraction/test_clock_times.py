"""Clock times in every dress, holidays, days that lie ahead, and numbers that are no years."""

from datetime import date

import pytest

from facts.extraction.figures import figures
from facts.extraction.holidays import easter
from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments
from tests.facts.extraction.dated import meant

DAY = date(2026, 10, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The bakery opens at six in the morning and sells out by nine.",
            "six in the morning|nine",
        ),
        (
            "He left at twenty to four and was home by five past six.",
            "twenty to four|five past six",
        ),
        ("The bell rang at a quarter to seven.", "a quarter to seven"),
        ("At half nine the lights went out.", "half nine"),
        ("The choir meets at seven o’clock in the hall.", "seven o’clock"),
        ("Trains stop at midnight and resume at 4.45.", "midnight|4.45"),
        ("The shift runs from 22:00 to 06:00.", "22:00|06:00"),
        ("The tide turned at 0430 hours.", "0430 hours"),
        ("The train at 7.15 was late.", "7.15"),
        ("The mine siren went off just after 02:15.", "02:15"),
    ],
)
def test_a_clock_time_is_a_moment_and_no_figure(text: str, wanted: str) -> None:
    found = moments(text, Anchor(DAY))
    assert [m.text for m in found] == wanted.split("|")
    assert not figures(text, found)


@pytest.mark.parametrize(
    "text",
    ["The jury voted ten to two to acquit him.", "They won 3:15 to 2:40.", "The ratio is 1:15."],
)
def test_votes_scores_and_ratios_are_no_clock_times(text: str) -> None:
    assert not moments(text, Anchor(DAY))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The valve burst at 3 p.m. Monday.", "3 p.m.", "Monday"),
        ("Ballots must arrive by noon on Friday.", "noon", "Friday"),
        ("The gates open at 6pm on Saturday.", "6pm", "Saturday"),
    ],
)
def test_a_clock_time_and_its_day_are_two_moments(text: str, first: str, second: str) -> None:
    assert [words for words, _, _ in meant(text, DAY)] == [first, second]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The school reopens after Easter.", "Easter", "2027-03-28"),
        ("The strike could last until Christmas Eve.", "Christmas Eve", "2026-12-24"),
        ("Families cleared the mud on Boxing Day.", "Boxing Day", "2025-12-26"),
        ("On Good Friday the shop will stay shut.", "Good Friday", "2027-03-26"),
        ("The bill must pass before the New Year.", "New Year", "2027-01-01"),
        ("The well ran dry on Easter Monday 2024.", "Easter Monday 2024", "2024-04-01"),
        ("On Christmas Day that year he left home.", "Christmas Day", None),
        ("The parish walks there each Good Friday.", "Good Friday", None),
    ],
)
def test_holidays_have_their_day(text: str, words: str, day: str | None) -> None:
    assert meant(text, DAY) == [(words, day, day)]


def test_a_day_of_another_name_is_no_weekday() -> None:
    assert not meant("Shops expect a busy Black Friday.", DAY)
    assert meant("The Christmas market opens on 27 November.", DAY)[0][0] == "27 November"


def test_easter_is_reckoned() -> None:
    assert [easter(year) for year in (1999, 2000, 2024, 2026, 2027)] == [
        date(1999, 4, 4),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2026, 4, 5),
        date(2027, 3, 28),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The court threw out one claim and next sits on 5 November.", "2026-11-05"),
        ("The ministry has suggested 3 December for the vote.", "2026-12-03"),
        ("Water off in Mill Lane on Thursday.", "2026-10-15"),
        ("Library: closed until Monday.", "2026-10-19"),
        ("Rain may reach the coast by Saturday but was light so far.", "2026-10-17"),
        ("The minister promised a decision on Friday.", "2026-10-16"),
        ("Forms can be had at the desk, or downloaded from 2 November.", "2026-11-02"),
        ("A hearing is listed for 9 November.", "2026-11-09"),
        ("Parliament reconvenes on Monday.", "2026-10-19"),
        ("Market Square was closed on Tuesday night.", "2026-10-13"),
        ("He set out from Port Sorn on Monday.", "2026-10-12"),
    ],
)
def test_days_lie_ahead_by_the_words_around_them(text: str, day: str) -> None:
    assert [first for _, first, _ in meant(text, DAY)] == [day]


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("The April index uses new weights.", "April", "2026-04-01"),
        ("A May frost killed the blossom.", "May", "2026-05-01"),
        ("Minutes of the March meeting are on our website.", "March", "2026-03-01"),
        ("The budget for June was passed.", "June", "2026-06-01"),
        ("On the second of December he signed the lease.", "the second of December", "2025-12-02"),
    ],
)
def test_months_before_and_behind_other_words(text: str, words: str, first: str) -> None:
    assert [m[:2] for m in meant(text, DAY)] == [(words, first)]


def test_the_previous_year_is_counted_from_the_year_named() -> None:
    text = "Turnover was 4.2 million florins in 2025, 8% more than in the previous year."
    assert meant(text, DAY)[1] == ("the previous year", "2024-01-01", "2024-12-31")
    text = "In 2021 the mill lost money, and the following year it closed."
    assert meant(text, DAY)[1] == ("the following year", "2022-01-01", "2022-12-31")
    assert meant("Exports fell from the previous month.", DAY)[0][1] is None


def test_what_comes_back_every_week_has_no_one_day() -> None:
    assert meant("The van stops there on Tuesdays.", DAY) == [("Tuesdays", None, None)]
    assert meant("The library stops there on Tuesdays and every other Friday.", DAY) == [
        ("Tuesdays", None, None),
        ("every other Friday", None, None),
    ]


def test_a_deadline_is_a_length_of_time() -> None:
    assert meant("She said she would appeal within two weeks.", DAY) == [("two weeks", None, None)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The lab gave 1000 mice the drug.", ["1000 mice"]),
        ("The farm keeps 1500 sheep and 2000 hens.", ["1500 sheep", "2000 hens"]),
        ("In 2000 researchers counted 1200 nests.", ["1200 nests"]),
        ("The 2000 elections were close.", []),
    ],
)
def test_a_round_number_of_things_is_no_year(text: str, counted: list[str]) -> None:
    assert [f.text for f in figures(text, moments(text, Anchor(DAY)))] == counted


def test_a_holiday_with_its_date_is_the_date() -> None:
    assert [m[1] for m in meant("He died on Good Friday, April 3, 2015.", DAY)] == ["2015-04-03"]
