"""Spans of two words for time, seasons of both halves of the globe, and what lies behind."""

from datetime import date

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Published, PublishedBasis
from tests.facts.extraction.dated import meant

DAY = date(2025, 11, 26)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Loans grew in the three months to August.", ("three months to August", "06-01", "08-31")),
        ("In the year to March it hired nobody.", ("year to March", "2024-04-01", "2025-03-31")),
        (
            "Rents rose in the quarter ended June 30.",
            ("quarter ended June 30", "2025-04-01", "2025-06-30"),
        ),
        (
            "Costs fell in the financial year ended 31 March 2024.",
            ("financial year ended 31 March 2024", "2023-04-01", "2024-03-31"),
        ),
        (
            "It sold more in the 52 weeks to 28 June 2025.",
            ("52 weeks to 28 June 2025", "2024-06-30", "2025-06-28"),
        ),
        ("From May I'll teach.", ("May", "2026-05-01", "2026-05-31")),
        ("It is called Low Water and comes out in March.", ("March", "2026-03-01", "2026-03-31")),
        ("He hoped they could return by Friday.", ("Friday", "2025-11-28", "2025-11-28")),
        ("It called a strike for Tuesday.", ("Tuesday", "2025-12-02", "2025-12-02")),
        ("The next brief will follow on Wednesday.", ("Wednesday", "2025-12-03", "2025-12-03")),
        (
            "Lessons will begin soon, under plans approved by councillors on Tuesday.",
            ("Tuesday", "2025-11-25", "2025-11-25"),
        ),
        (
            "Debt is £38m, down from £44m at the end of August.",
            ("August", "2025-08-01", "2025-08-31"),
        ),
        ("16 January: lecture by Ida Roe.", ("16 January", "2026-01-16", "2026-01-16")),
        ("a ceasefire from dawn on 3 December;", ("3 December", "2025-12-03", "2025-12-03")),
        ("In October last year it shut.", ("October last year", "2024-10-01", "2024-10-31")),
        ("It shuts on 30 June next year.", ("30 June next year", "2026-06-30", "2026-06-30")),
        (
            "Work starts in the second half of next year.",
            ("the second half of next year", "2026-07-01", "2026-12-31"),
        ),
        (
            "In the first nine months of the year they fell.",
            ("the first nine months of the year", "2025-01-01", "2025-09-30"),
        ),
        ("It sits on Tuesday next week.", ("Tuesday next week", "2025-12-02", "2025-12-02")),
        ("Join us on Monday 8 December.", ("Monday 8 December", "2025-12-08", "2025-12-08")),
        ("Last summer was dry.", ("Last summer", "2025-06-01", "2025-08-31")),
        ("This winter will be mild.", ("This winter", "2025-12-01", "2026-02-28")),
        ("It was built in the spring of 2019.", ("spring of 2019", "2019-03-01", "2019-05-31")),
        ("It will be done by mid-2028.", ("mid-2028", "2028-01-01", "2028-12-31")),
        ("It will land in two years' time.", ("in two years' time", "2027-01-01", "2027-12-31")),
    ],
)
def test_a_span_is_one_moment(text: str, wanted: tuple[str, str, str]) -> None:
    words, first, last = wanted
    first, last = (f"2025-{day}" if len(day) == len("06-01") else day for day in (first, last))
    assert meant(text, DAY) == [(words, first, last)]


def test_next_winter_stays_open() -> None:
    assert meant("They will measure again next winter.", DAY) == [("next winter", None, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She declared an emergency on Monday due to a fire.", "2025-11-24"),
        ("They will debate the pact signed in March.", "2025-03-01"),
        ("Inflation would slow from 5.6 percent in February.", "2025-02-01"),
        ("The fair will be held in March.", "2026-03-01"),
    ],
)
def test_a_thing_done_or_compared_with_lies_behind(text: str, wanted: str) -> None:
    assert meant(text, DAY)[-1][1] == wanted


@pytest.mark.parametrize(
    ("country", "wanted"), [("Chile", date(2024, 12, 1)), ("Norway", date(2025, 6, 1))]
)
def test_a_season_is_that_of_the_countries_told_of(country: str, wanted: date) -> None:
    words = f"Rivers in {country} ran dry last summer, the growers said.".encode()
    (fact,) = extract(
        read_here("dry.txt", words)[0].reading, Published(DAY, DAY, PublishedBasis.ADMIN)
    )
    assert [moment.earliest for moment in fact.moments] == [wanted]


@pytest.mark.parametrize(
    "words", ["six years and eight months", "ten working days", "3 days, 4 hours"]
)
def test_a_duration_of_two_units_is_one(words: str) -> None:
    assert meant(f"It took {words}.", DAY) == [(words, None, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Date of next meeting: Thursday 4 December.", "2025-12-04"),
        ("Roe proposed that the fee rise from 1 January.", "2026-01-01"),
        ("It was first promised for Nov. 7.", "2025-11-07"),
        ("Roe, who took over in April, said it would grow.", "2025-04-01"),
    ],
)
def test_the_year_of_a_bare_date_is_told_by_the_words_around(text: str, wanted: str) -> None:
    assert [first for _, first, _ in meant(text, DAY)] == [wanted]


def test_a_price_is_no_time_of_day() -> None:
    assert meant("Shares closed at 12.40 crowns.", DAY) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You promised 600 kits in June.", "2025-06-01"),
        ("They promised a report by 30 June.", "2026-06-30"),
        ("The ship should arrive on 14 July.", "2026-07-14"),
        ("Rain is forecast from Thursday.", "2025-11-27"),
        ("Gunmen came before dawn on Jan. 6, killing two guards.", "2025-01-06"),
        ("A hearing is set for 20 January.", "2026-01-20"),
        ("Monday is a rest day.", "2025-12-01"),
        ("It is payable on 3 December 2026 to holders at 19 November.", "2026-11-19"),
    ],
)
def test_what_lies_ahead_is_told_by_the_clause(text: str, wanted: str) -> None:
    assert meant(text, DAY)[-1][1] == wanted


def test_the_following_evening_is_that_of_the_day_after() -> None:
    found = meant("It returns on 16 December, with a vote the following evening.", DAY)
    assert found[1] == ("the following evening", "2025-12-17", "2025-12-17")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is to be completed within 45 days.", "45 days"),
        ("It promised to be back within two years.", "two years"),
        ("She won in 49.37 seconds.", "49.37 seconds"),
    ],
)
def test_a_length_whose_start_is_not_told_stays_open(text: str, words: str) -> None:
    assert meant(text, DAY) == [(words, None, None)]
