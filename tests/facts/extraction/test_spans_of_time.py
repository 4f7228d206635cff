"""Halves, seasons, months up to a day, long durations: and the figures that go with them."""

from datetime import date

import pytest

from facts.extraction.figures import figures
from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments
from tests.facts.extraction.dated import meant

DAY = date(2025, 6, 12)  # a Thursday


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ticket sales fell by 4% in the four months to 30 April.",
            [("four months to 30 April", "2025-01-01", "2025-04-30")],
        ),
        (
            "The zoo sold 900 tickets in the three months to 31 March, up from 700 a year earlier.",
            [
                ("three months to 31 March", "2025-01-01", "2025-03-31"),
                ("a year earlier", "2024-01-01", "2024-03-31"),
            ],
        ),
        (
            "Entries rose to 90 on Monday from 40 a week earlier.",
            [
                ("Monday", "2025-06-09", "2025-06-09"),
                ("a week earlier", "2025-06-02", "2025-06-02"),
            ],
        ),
        (
            "Visitors can see it from Saturday 14 June until 6 March.",
            [
                ("Saturday 14 June", "2025-06-14", "2025-06-14"),
                ("6 March", "2026-03-06", "2026-03-06"),
            ],
        ),
        (
            "The bridge opens in the autumn of 2027.",
            [("autumn of 2027", "2027-09-01", "2027-11-30")],
        ),
        (
            "Orders will grow in the second half.",
            [("the second half", "2025-07-01", "2025-12-31")],
        ),
        ("He scored two goals in the second half.", []),
        ("“Tomorrow the mill starts to grind.”", [("Tomorrow", "2025-06-13", "2025-06-13")]),
        ("She swam it in 3 hours 12 minutes.", [("3 hours 12 minutes", None, None)]),
        ("He taught for six and a half years.", [("six and a half years", None, None)]),
        ("The bell rang at 3.75 %.", []),
        ("The vet works four night shifts.", []),
        ("They sew nine hours a day.", []),
        (
            "The duke promised in October that it would reopen.",
            [("October", "2024-10-01", "2024-10-31")],
        ),
        (
            "The train left Sorn on Tuesday and is due on Saturday.",
            [("Tuesday", "2025-06-10", "2025-06-10"), ("Saturday", "2025-06-14", "2025-06-14")],
        ),
    ],
)
def test_time_is_read(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert meant(text, DAY) == wanted


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Rents rise by between 2.5 % and 3.1 %.", "between 2.5 % and 3.1 %", 2.5, 3.1),
        ("He taught for six and a half years.", "six and a half years", 6.5, 6.5),
        ("It drew two and a half million people.", "two and a half million people", 2.5e6, 2.5e6),
        ("It lacks at least four more nurses.", "at least four more nurses", 4, 4),
        ("They packed 3,000 jars of honey.", "3,000 jars of honey", 3000, 3000),
        ("Two men were killed and nine injured.", "nine", 9, 9),
        ("In two of our villages it rained.", "two of our villages", 2, 2),
        ("The bell rang at 3.75 %.", "3.75 %", 3.75, 3.75),
        ("They meet every three weeks.", "three weeks", 3, 3),
    ],
)
def test_figure_is_whole(text: str, words: str, low: float, high: float) -> None:
    found = list(figures(text, moments(text, Anchor(DAY))))[-1]
    assert (found.text, found.low, found.high) == (words, low, high)


def test_half_of_a_year_is_no_figure() -> None:
    text = "Growth slowed in the second half."
    assert not figures(text, moments(text, Anchor(DAY)))
