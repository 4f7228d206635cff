"""Titles of works without quotation marks, laws, and what is called by its sort alone."""

import pytest

from tests.facts.extraction.told import named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The committee read a report, Safer Streets for Schools, by its clerk.",
            "Safer Streets for Schools work",
        ),
        ("An exhibition of her letters, Salt and Brine, opens in May.", "Salt and Brine work"),
        ("Her debut, Rust and Smoke, was filmed in 2018.", "Rust and Smoke work"),
        ("It was followed by A Field Guide to Snow in 1986.", "A Field Guide to Snow work"),
        ("She wrote Notes from a Cold Sea (1988) there.", "Notes from a Cold Sea work"),
        ("Then came The Moth Hunter by Teatro Polo.", "The Moth Hunter work"),
        (
            "The winner was The Miller's Daughter, Ines Holm's account of it.",
            "The Miller's Daughter work",
        ),
        (
            "The list included Winter in Tallow Street by Sven Arkwright.",
            "Winter in Tallow Street work",
        ),
        ("The Salt Ledger was rejected by two publishers.", "The Salt Ledger work"),
        ("Less happy is Monkey Parliament, a satire that drags.", "Monkey Parliament work"),
        ("It appears in the May issue of Fossil Letters.", "Fossil Letters work"),
        ("He broke the Prevention of Corruption Act.", "Prevention of Corruption Act work"),
        ("The Proceeds of Crime Bill passed.", "Proceeds of Crime Bill work"),
        ("Roe won the Harcourt Prize for Fiction.", "Harcourt Prize for Fiction other"),
    ],
)
def test_titles_and_laws(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "In a report, Harbour Police said so.",
        "Before the film, Lady Brisa spoke.",
        "Pupils take A Levels in June.",
        "In its study, North Coast College found it.",
    ],
)
def test_what_follows_a_word_for_a_work_may_be_none(text: str) -> None:
    assert not any(name.endswith(" work") for name in named(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Will Lanver lift its tariffs during the visit of Mr. Roe?",
            {"Lanver other", "Roe person"},
        ),
        ("Rival Tolliver Home Supply offered more.", {"Tolliver Home Supply organisation"}),
        ("Dean Farrow, 34, was jailed.", {"Dean Farrow person"}),
        ("Minister for Clean Energy, Ms Farah Lim, spoke.", {"Farah Lim person"}),
        ("She met the Minister for External Relations of Maurel.", {"Maurel place"}),
        ("The 62nd Ordinary Summit was held.", set()),
        ("The Fourth Meeting will be held in May.", set()),
        ("She is a student of Microbiology.", set()),
        ("Gran Tilda laughed.", {"Gran Tilda person"}),
        ("The firm grew from Oxford Nanopod.", {"Oxford Nanopod organisation"}),
    ],
)
def test_offices_and_openers_are_left_out(text: str, wanted: set[str]) -> None:
    assert named(text) == wanted


def test_a_sum_in_a_table_is_no_place() -> None:
    table = "Port | Ships\n--- | ---\nSelm | 4\nTotal | 4\nOther ports | 2"
    assert named(table, name="a.md") == {"Selm place"}
