"""Moments as many houses write them, told on Wednesday 10 June 2026."""

from datetime import date

import pytest

from tests.facts.extraction.dated import meant

DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Two people died overnight.", "overnight", "2026-06-09", "2026-06-10"),
        ("Snow is expected overnight.", "overnight", "2026-06-10", "2026-06-11"),
        ("She will be back tomorrow evening.", "tomorrow evening", "2026-06-11", "2026-06-11"),
        ("In early 2025 the mill shut.", "early 2025", "2025-01-01", "2025-12-31"),
        ("It shut in late March 2025.", "late March 2025", "2025-03-01", "2025-03-31"),
        ("It was dry this time last year.", "this time last year", "2025-06-10", "2025-06-10"),
        ("The court sits on the 14th.", "the 14th", "2026-06-14", "2026-06-14"),
        ("The court sat on the 14th.", "the 14th", "2026-05-14", "2026-05-14"),
        (
            "Votes are due on the 14th of next month.",
            "the 14th of next month",
            "2026-07-14",
            "2026-07-14",
        ),
        ("It broke on the 5th and 6th of May.", "5th and 6th of May", "2026-05-05", "2026-05-06"),
        ("The last tram ran on Sat 6 June.", "Sat 6 June", "2026-06-06", "2026-06-06"),
        ("It fell on Wed, Jan. 8, 2025.", "Wed, Jan. 8, 2025", "2025-01-08", "2025-01-08"),
        ("Exams begin in a fortnight.", "in a fortnight", "2026-06-22", "2026-06-28"),
        ("The deadline is a week today.", "a week today", "2026-06-17", "2026-06-17"),
        ("Lost at 2026-06-09T14:05Z.", "2026-06-09T14:05Z", "2026-06-09", "2026-06-09"),
        ("Lectures start in Michaelmas term.", "Michaelmas term", None, None),
        ("In the run-up to Christmas it froze.", "Christmas", "2025-12-25", "2025-12-25"),
        ("The hearing was put back to July 2.", "July 2", "2026-07-02", "2026-07-02"),
        (
            "It will be paid on 18 July to holders registered on 21 June.",
            "21 June",
            "2026-06-21",
            "2026-06-21",
        ),
        ("No trains from the port this weekend", "this weekend", "2026-06-13", "2026-06-14"),
        ("They played this weekend.", "this weekend", "2026-06-06", "2026-06-07"),
        ("I was there on 3 July and I shall go again.", "3 July", "2025-07-03", "2025-07-03"),
        ("It left on Friday and was due today.", "Friday", "2026-06-05", "2026-06-05"),
        ("Exams were to begin on 16 July.", "16 July", "2026-07-16", "2026-07-16"),
        (
            "The rule, published on Tuesday, applies from 15 July to 10 August.",
            "15 July to 10 August",
            "2026-07-15",
            "2026-08-10",
        ),
        ("They go to leaders Castle Vale on Saturday.", "Saturday", "2026-06-13", "2026-06-13"),
        ("It is forecasting more rain in August.", "August", "2026-08-01", "2026-08-31"),
        ("Highs near 31C Thursday, with rain.", "Thursday", "2026-06-11", "2026-06-11"),
        (
            "Many left on Monday and the rest go on Thursday.",
            "Thursday",
            "2026-06-11",
            "2026-06-11",
        ),
        ("As of 1800 on 9 June six were ill.", "1800", None, None),
        (
            "It will be paid to shareholders registered on 2 July.",
            "2 July",
            "2026-07-02",
            "2026-07-02",
        ),
        ("It is forecasting more seaweed in August.", "August", "2026-08-01", "2026-08-31"),
        ("Guidance for Q3 is unchanged.", "Q3", "2026-07-01", "2026-09-30"),
        ("It is the hottest June since 1976.", "June", "2026-06-01", "2026-06-30"),
        ("12 June, 18:30: talk by Ida Roe", "18:30", None, None),
        ("The 09:14 to Wexley was late.", "09:14", None, None),
    ],
)
def test_a_moment_is_read(text: str, words: str, first: str | None, last: str | None) -> None:
    assert (words, first, last) in meant(text, DAY)


def test_ends_joined_by_and_are_two_moments() -> None:
    text = "It ran between 6 October and 12 January 2026 and between January and April 2026."
    assert meant(text, DAY) == [
        ("6 October", "2025-10-06", "2025-10-06"),
        ("12 January 2026", "2026-01-12", "2026-01-12"),
        ("January", "2026-01-01", "2026-01-31"),
        ("April 2026", "2026-04-01", "2026-04-30"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Overnight lows of 3 degrees are likely.",
        "Drivers began a 64-hour strike.",
        "The last night tram leaves.",
        "They came on a Sunday.",
        "He signed a three-year, costly deal.",
        "A bus runs every 15 minutes.",
        "He was given 200 hours of unpaid work.",
        "She made a birdie on the 14th.",
        "They live on the 14th floor.",
        "Police went to the 1200 block of Larch Avenue.",
        "The crown fell to 11.42 per euro, from 11.31 since.",
    ],
)
def test_what_only_looks_like_a_moment_is_none(text: str) -> None:
    assert meant(text, DAY) == []
