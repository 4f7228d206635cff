"""Dates and durations: what each means from a Thursday, and what stays open or is none."""

from datetime import date

import pytest

from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments

DAY = date(2025, 6, 12)  # a Thursday


def meant(text: str, anchor: Anchor | None = None) -> list[tuple[str, str | None, str | None]]:
    return [
        (m.text, m.earliest and m.earliest.isoformat(), m.latest and m.latest.isoformat())
        for m in moments(text, anchor or Anchor(DAY))
    ]


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("The hearing opens Monday.", "Monday", "2025-06-16", "2025-06-16"),
        ("The museum reopens on Tuesday.", "Tuesday", "2025-06-17", "2025-06-17"),
        ("The envoy flies to Aldmark on Tuesday.", "Tuesday", "2025-06-17", "2025-06-17"),
        ("Debt stood at 5 at the end of December.", "December", "2024-12-01", "2024-12-31"),
        ("Fares go up starting July 1.", "July 1", "2025-07-01", "2025-07-01"),
        ("Effective March 1, fares go up.", "March 1", "2026-03-01", "2026-03-01"),
        ("Sales began falling, starting in May.", "May", "2025-05-01", "2025-05-31"),
        ("The raise was backdated to April.", "April", "2025-04-01", "2025-04-30"),
        ("The claim dates back to March.", "March", "2025-03-01", "2025-03-31"),
        ("The talks were put off to July.", "July", "2025-07-01", "2025-07-31"),
        ("A judge adjourned the case until May.", "May", "2026-05-01", "2026-05-31"),
        ("Her family was moved to Torvia in March.", "March", "2025-03-01", "2025-03-31"),
        ("The vote is on Sunday.", "Sunday", "2025-06-15", "2025-06-15"),
        ("A fair is planned for Sunday.", "Sunday", "2025-06-15", "2025-06-15"),
        ("A price rise is planned for April.", "April", "2026-04-01", "2026-04-30"),
        ("It would open “no earlier than Monday”.", "Monday", "2025-06-16", "2025-06-16"),
        ("Since Tuesday it rained.", "Tuesday", "2025-06-10", "2025-06-10"),
        ("Floods over the weekend killed two.", "weekend", "2025-06-07", "2025-06-08"),
        ("Rain is expected at the weekend.", "weekend", "2025-06-14", "2025-06-15"),
        ("They met in the week of 3 March.", "the week of 3 March", "2025-03-03", "2025-03-09"),
        ("It ends by the end of the year.", "the end of the year", "2025-01-01", "2025-12-31"),
        ("They asked it to publish a map by 1 October.", "1 October", "2025-10-01", "2025-10-01"),
        ("It waits until he reports in August.", "August", "2025-08-01", "2025-08-31"),
        ("It will be back in 60 days' time.", "in 60 days' time", "2025-08-11", "2025-08-11"),
        ("He is to go before the court on 4 July.", "4 July", "2025-07-04", "2025-07-04"),
        ("They rode from 3 to 5 May.", "3 to 5 May", "2025-05-03", "2025-05-05"),
        ("Sales rose in H1 2025.", "H1 2025", "2025-01-01", "2025-06-30"),
        (
            "It fell in the first half of 2024.",
            "the first half of 2024",
            "2024-01-01",
            "2024-06-30",
        ),
        ("Budget for 2024-25 passed.", "2024-25", "2024-01-01", "2025-12-31"),
        ("It closed in mid-March.", "mid-March", "2025-03-01", "2025-03-31"),
        ("Pay in fiscal 2025 rose.", "fiscal 2025", None, None),
        ("It took 4,000 years.", "4,000 years", None, None),
        ("He left two days after the flood.", "two days", None, None),
        ("It came on 03/04/2025.", "03/04/2025", None, None),
        ("He left the next day.", "the next day", None, None),
        ("It began at 0900 GMT.", "0900 GMT", None, None),
    ],
)
def test_moment_means(text: str, words: str, earliest: str | None, latest: str | None) -> None:
    assert meant(text) == [(words, earliest, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "The Sun sat on it and won 3-2.",
        "April Santos met June Abara and May Dunne.",
        "It was led by Jan Petrik.",
        "It rained for a second day.",
        "Three-quarters of voters agreed.",
        "It grew for years.",
    ],
)
def test_no_moment(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize("words", ["the weekend", "H1", "the week of 3 March"])
def test_unknown_publication_resolves_nothing(words: str) -> None:
    assert [found[1:] for found in meant(f"It rained in {words}.", Anchor())] == [(None, None)]


def test_clock_time_in_four_figures_is_no_year() -> None:
    assert all(
        moment.earliest is None or moment.earliest.year != 1040
        for moment in moments("It fell to 412 pence by 1040 GMT.", Anchor(DAY))
    )
