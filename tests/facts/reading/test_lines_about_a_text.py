"""Lines that tell of a text itself: who drafted a cable, a subtitle, who wrote from where."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here

BODY = "The harbour shut on Monday. Nobody was hurt."


def texts(content: str, name: str) -> list[str]:
    return [fact.text for fact in extract(read_here(name, content.encode())[0].reading)]


@pytest.mark.parametrize(
    "line", ["Drafted: I. Roe", "Cleared: J. Lund", "Drafted by: Ida Roe", "Cleared by: POL:JLund"]
)
def test_who_wrote_a_cable_is_no_fact(line: str) -> None:
    assert texts(f"A cable\n\n{BODY}\n\n{line}\n", "a.txt") == [
        "The harbour shut on Monday.",
        "Nobody was hurt.",
    ]


def test_decision_that_was_cleared_stays_a_fact() -> None:
    told = "Cleared: the road to Sarn, which had been shut since May."
    assert told in texts(f"A notice\n\n{BODY}\n\n{told}\n", "a.txt")


def test_subtitle_that_says_what_a_text_is_is_no_fact() -> None:
    subtitle = "*Summary of the yearly report for owners, 30 June 2025*"
    assert texts(f"# The port in brief\n\n{subtitle}\n\n{BODY}\n", "a.md")[0].startswith("The harb")


def test_author_in_a_place_above_a_page_is_no_fact() -> None:
    page = (
        "<html><body><article><h1>The quiet harbour</h1><p>Ida Brennock in Porto do Sol</p>"
        f"<p>{BODY}</p><p>The boats stay in until spring, the owners of the quay say.</p>"
        "</article></body></html>"
    )
    assert texts(page, "a.html")[0] == "The harbour shut on Monday."


def test_lead_in_that_states_a_number_is_a_fact_and_another_is_not() -> None:
    told = "The port will open 600 berths in two harbours:"
    items = "- Sarn: 400 berths\n- Lund: 200 berths\n"
    assert told in texts(f"# Port\n\n{told}\n\n{items}", "a.md")
    led = "Owners of 20 boats will receive:"
    assert led not in texts(f"# Port\n\n{led}\n\n{items}", "a.md")
