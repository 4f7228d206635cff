"""Figures of several words: fractions of something, durations of two units, what names no unit."""

import pytest

from facts.extraction.figures import figures
from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments


def counted(text: str) -> list[tuple[str, float, float, str | None]]:
    return [(f.text, f.low, f.high, f.unit) for f in figures(text, moments(text, Anchor()))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two thirds of the jury agreed.", ("Two thirds", 0.6667, "fraction")),
        (
            "It cut the rate by a quarter of a percentage point.",
            ("a quarter of a percentage point", 0.25, "percentage points"),
        ),
        ("Half a million homes went dark.", ("Half a million homes", 500_000, "homes")),
        ("The fine was half a point.", ("half a point", 0.5, "point")),
        ("She ran it in 2 hours 30 minutes.", ("2 hours 30 minutes", 2.5, "hours")),
        ("He got six years and six months.", ("six years and six months", 6.5, "years")),
        ("One in every 12 roofs leaks.", ("One in every 12 roofs", 1, "roofs")),
        ("The path is 30 m wide.", ("30 m", 30, "m")),
        ("The error is plus or minus 3 points.", ("3 points", 3, "points")),
        ("Ten of the train's 118 cars left.", ("Ten of the train's 118 cars", 10, "cars")),
        ("Only 9 of our 41 leavers swim.", ("9 of our 41 leavers", 9, "leavers")),
        ("It was signed by 47 MPs.", ("47 MPs", 47, "MPs")),
        ("It met 11 Member States.", ("11 Member States", 11, "states")),
        ("It saved 24 crew members.", ("24 crew members", 24, "crew")),
        ("Three of the cars leaked.", ("Three of the cars", 3, "cars")),
        ("There were zero cases.", ("zero cases", 0, "cases")),
        ("It earned RM 210.7 million.", ("RM 210.7 million", 210_700_000, "RM")),
        ("It pays $0.35 per diluted share.", ("$0.35 per diluted share", 0.35, "$/share")),
        ("Twenty years ago it was a mill.", ("Twenty years", 20, "years")),
        ("It grew in the three months to June.", ("three months", 3, "months")),
    ],
)
def test_it_is_one_figure(text: str, wanted: tuple[str, float, str]) -> None:
    words, value, unit = wanted
    assert counted(text) == [(words, value, value, unit)]


@pytest.mark.parametrize("text", ["Two men fled and a third was held.", "It is a third road."])
def test_an_ordinal_is_no_fraction(text: str) -> None:
    assert all(unit != "fraction" for _, _, _, unit in counted(text))


@pytest.mark.parametrize("text", ["It is three times the estimate.", "It is 5 times as high."])
def test_how_many_times_as_much_is_no_figure(text: str) -> None:
    assert counted(text) == []


def test_a_verb_ends_what_is_counted() -> None:
    assert [found[0] for found in counted("The team of 12 found five bodies.")] == [
        "12",
        "five bodies",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It moved 842,000 TEU.", ["842,000 TEU"]),
        ("It costs 4.1 cents per kilowatt-hour.", ["4.1 cents per kilowatt-hour"]),
        ("The level rises above 50 micrograms.", ["50 micrograms"]),
        ("Its nine deputies said nothing.", ["nine deputies"]),
        ("The number 41 climbs the hill.", []),
        ("This was a quarter of full ships.", []),
        ("A bus 40 minutes late came.", ["40 minutes"]),
    ],
)
def test_units_and_numbers_that_name(text: str, wanted: list[str]) -> None:
    assert [found[0] for found in counted(text)] == wanted


def test_the_date_that_ends_a_span_is_no_figure() -> None:
    text = "It sold more in the 52 weeks to 27 September 2025."
    assert [found[0] for found in counted(text)] == ["52 weeks"]
