"""Days ahead by more verbs, days behind whatever is ahead, moments inside names, named quarters."""

from datetime import date

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import FactDraft, Published, PublishedBasis

DAY = date(2026, 3, 10)  # a Tuesday


def read(text: str) -> FactDraft:
    reading = read_here("a.txt", text.encode())[0].reading
    return extract(reading, Published(DAY, DAY, PublishedBasis.ADMIN))[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Her successor, who takes the oath on Friday, is a nurse.", "2026-03-13"),
        ("Schools stay closed until 14 September, the officer notified.", "2026-09-14"),
        ("The Met Office has forecast a wet spell from 2 to 5 September.", "2026-09-02"),
        ("The posts will be filled by the Services Board (SSB) in July.", "2026-07-01"),
        ("She hinted that the rate could be reviewed in July.", "2026-07-01"),
        ("He could be heard singing in July.", "2025-07-01"),
        ("Councillors voted six to three to call for tenders in July.", "2026-07-01"),
        ("Equipment promised by the Union on 30 October has not arrived.", "2025-10-30"),
        ("This report covers the period from 2 to 8 November.", "2025-11-02"),
        ("He flies home on Thursday after a tour of the port.", "2026-03-12"),
        ("Its head said walkouts at the plant could start on Monday.", "2026-03-16"),
        ("The commissioner has invited both sides to a meeting on Friday.", "2026-03-13"),
        ("The mayor offered to chair a meeting on Thursday.", "2026-03-12"),
        ("The snow will come in two bursts, with a lull on Sunday.", "2026-03-15"),
        ("The offer is a premium to Monday's closing price.", "2026-03-09"),
        ("The bird is described in Tuesday's issue of Fossil Letters.", "2026-03-10"),
        ("The release for February is due soon.", "2026-02-01"),
        ("A decision on the mine is expected by July.", "2026-07-01"),
        ("Charges will rise from £3.50 to £5 a visit in May.", "2026-05-01"),
        ("A weaker storm could bring 20 mm of rain on Thursday.", "2026-03-12"),
        ("He has been asked to appear in person on September 3.", "2026-09-03"),
        ("The ministry has called both sides to a meeting in Lokuta on Thursday.", "2026-03-12"),
        ("The price will rise from 3 crowns in May.", "2025-05-01"),
        ("He was asked to resign on Thursday.", "2026-03-05"),
        ("It asked them to share data before the filling begins in October.", "2026-10-01"),
        ("Roe, who turns 33 in December, confirmed that he would retire.", "2026-12-01"),
        ("The appeal seeks £2m until December and has received half.", "2026-12-01"),
        ("Profit fell in the fourth quarter, missing the sum expected by analysts.", "2025-10-01"),
        ("Rents rose 3.8 per cent in the December quarter.", "2025-10-01"),
        ("We have asked for screens in all cabs by 1 December.", "2026-12-01"),
        ("She proposed a reduction to £25 from 1 September.", "2026-09-01"),
        ("The Forum demanded the release of the crew by Friday.", "2026-03-13"),
        ("The king has declared Friday a day of mourning.", "2026-03-13"),
        ("He said a new completion date of 30 May had been agreed.", "2026-05-30"),
        ("The plea was refused: it had come after the deadline of 30 January.", "2026-01-30"),
    ],
)
def test_a_day_lies_ahead_or_behind(text: str, wanted: str) -> None:
    assert [str(moment.earliest) for moment in read(text).moments] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Police spokesman Sunday Ekpo said no arrest was made.",
        "It stands in the journal Materials Tomorrow.",
        "Overnight leader Paul Roe lost contact.",
    ],
)
def test_words_for_days_inside_names_are_no_moments(text: str) -> None:
    assert read(text).moments == ()


def test_a_sum_is_no_day() -> None:
    fact = read("Fares are capped at €2 until 31 December 2027.")
    assert [moment.text for moment in fact.moments] == ["31 December 2027"]
    assert [figure.text for figure in fact.figures] == ["€2"]


def test_a_sum_in_one_letter_is_worth_what_it_says() -> None:
    assert [figure.low for figure in read("The pay is R145 an hour.").figures] == [145]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bucket sold for N600 there.", ["N600"]),
        ("The fee of R90 a month is low.", ["R90 a month"]),
        ("They earn less than R12 000 a month.", ["less than R12 000 a month"]),
        ("Drive along the R90 there.", []),
        ("Drive along the N600 there.", []),
        ("Shift workers make up about a fifth of the staff.", ["about a fifth"]),
        ("Since then three overseas clubs have asked.", ["three overseas clubs"]),
        ("It recalled two earlier strikes.", ["two earlier strikes"]),
        ("She praised her back four.", []),
    ],
)
def test_sums_and_counts(text: str, wanted: list[str]) -> None:
    assert [figure.text for figure in read(text).figures] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Kites beat the Comets on Wednesday to take a lead.", "2026-03-04"),
        ("The union called a 48-hour strike from Thursday.", "2026-03-12"),
    ],
)
def test_who_beat_whom_and_what_is_called(text: str, wanted: str) -> None:
    assert str(read(text).moments[-1].earliest) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It ran from November to February.", ["2025-11-01", "2026-02-01"]),
        ("It ran between July and September.", ["2025-07-01", "2025-09-01"]),
        ("It will run from February to September.", ["2026-02-01", "2026-09-01"]),
    ],
)
def test_the_first_month_of_two_comes_before_the_second(text: str, wanted: list[str]) -> None:
    assert [str(moment.earliest) for moment in read(text).moments] == wanted
