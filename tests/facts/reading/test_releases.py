"""What a press office, a newsletter and a live page write around their text is no fact."""

from datetime import date

import pytest

from facts.extraction.extract import extract
from facts.reading.boilerplate import is_boilerplate
from facts.reading.read import read_here
from facts.types import Reading

RELEASE = """MINISTRY OF FOOD AND COASTS
Press release No 12/2025
Contact: Maria Stahl, Head of Communications
Tel.: +49 30 555 0199 | presse@coasts.example

Oyster beds of Lough Arran to open for the first
time in two years

KIELSUND, 4 March 2025 - The beds will open on Monday. Licences are limited to
55 boats.

ENDS

Notes to editors

1. The parasite is harmless to people.

About the Ministry of Food and Coasts
The Ministry of Food and Coasts looks after 2,300 km of coast and the harbours
on it. Founded in 1998, it employs 410 people.

Press contact: Maria Stahl, tel. +49 30 555 0142, presse@coasts.example
Out of hours: duty press officer, +49 30 555 0199
To unsubscribe from this list, reply with STOP.
"""


def read(text: str) -> Reading:
    return read_here("a.txt", text.encode())[0].reading


def facts_of(text: str) -> list[str]:
    return [draft.text for draft in extract(read(text))]


def test_release_gives_only_what_it_states() -> None:
    assert facts_of(RELEASE) == [
        "KIELSUND, 4 March 2025 - The beds will open on Monday.",
        "Licences are limited to 55 boats.",
        "The parasite is harmless to people.",
        "The Ministry of Food and Coasts looks after 2,300 km of coast and the harbours on it.",
        "Founded in 1998, it employs 410 people.",
    ]


def test_sender_above_the_headline_is_the_outlet() -> None:
    found = read(RELEASE).particulars
    assert found.title == "Oyster beds of Lough Arran to open for the first time in two years"
    assert (found.outlet, found.published.day) == ("MINISTRY OF FOOD AND COASTS", date(2025, 3, 4))


@pytest.mark.parametrize(
    "line",
    [
        "Press contact: Máire Dunne, tel. +000 1 555 0142, press@mfc.example",
        "Maria Stahl, Head of Communications, +49 30 555 0199",
        "Press release No. 112/2025",
        "Last updated 18:42",
        "You get this letter because you signed up.",
        "To unsubscribe from this list, reply with STOP.",
        "Have you been affected? Email news@gazette.example or call 01555 010203.",
        "That's all from us for now. Thanks for reading.",
        "High-resolution photographs are available at www.velda.example/press.",
        "Source: Bell et al., 2025",
        "All the best,",
        "Check against delivery",
        "PRESS NOTICE",
        "Presenter: Ida Roe",
        "Guests: Ida Roe, head of Lund School; Ivo Tarr",
        "Transcript of programme broadcast on Tuesday 6 October 2026",
        "See you tomorrow,",
        "Until next week!",
        "Ossuna, 5-6 November 2025",
        "Week 6 (2-8 February 2026). Published 11 February 2026",
    ],
)
def test_furniture_of_a_release_or_letter_states_nothing(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "About 40 people came to Velda Lines.",
        "Contact tracing: 40 of 52 people were found by Monday.",
        "Statement of the Ministers, read at noon",
        "Email traffic rose by 5% in May.",
        "Press office staff went on strike on Monday.",
        "Information: the ministry published 12 reports in 2024.",
        "See you tomorrow was the last thing he wrote.",
        "Week 6 brought 1,284 cases to the clinics of Norrmark",
        "Ossuna, 5-6 November 2025, heard 40 ministers",
    ],
)
def test_line_that_only_looks_so_is_kept(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("The Meridian Courier, 5 May 2025", "The Meridian Courier", date(2025, 5, 5)),
        ("Trewarn Gazette | News | 2 October 2024", "Trewarn Gazette", date(2024, 10, 2)),
        ("By Petra Hale, The Lantern, 9 April 2025", "The Lantern", date(2025, 4, 9)),
        ("Lisse, 14 June 2025", None, date(2025, 6, 14)),
        ("04.03.2025", None, date(2025, 3, 4)),
        ("4. März 2025", None, date(2025, 3, 4)),
        ("Sainte-Aube, 1 août 2025", None, date(2025, 8, 1)),
        ("03/04/2025", None, None),
    ],
)
def test_line_beneath_the_headline_gives_outlet_and_day(
    line: str, outlet: str | None, day: date | None
) -> None:
    found = read(f"Toll climbs to 41\n{line}\n\nRain fell for nine days. It was warm.").particulars
    assert (found.title, found.outlet, found.published.day) == ("Toll climbs to 41", outlet, day)


def test_title_of_a_transcript_gives_its_day() -> None:
    text = "Transcript: press briefing, 12 February 2025\n\nMS ROE: It is safe.\n\nMS ROE: It was."
    assert read(text).particulars.published.day == date(2025, 2, 12)


def test_headline_of_a_live_entry_is_no_fact() -> None:
    text = "Live: Budget\n\n18:42 Raman: no deal\nShe told MPs so.\n\n18:05 It is over."
    assert facts_of(text) == ["She told MPs so.", "It is over."]


def test_union_with_its_short_form_above_the_headline_is_the_outlet() -> None:
    found = read(
        "PRESS NOTICE\nDockers' and Pilots' Union (DPU)\nEmbargo: 00.01, Monday 4 August 2025\n\n"
        "SEVEN IN TEN DOCKERS MADE ILL BY HEAT\n\nSeven in ten felt faint, a survey found.\n"
    ).particulars
    assert (found.title, found.outlet) == (
        "SEVEN IN TEN DOCKERS MADE ILL BY HEAT",
        "Dockers' and Pilots' Union (DPU)",
    )


def test_numbered_heading_in_capitals_may_ask() -> None:
    text = (
        "Your Monday briefing\n\n1. NO MORE FINES\n\nFines end on 1 July, the council said.\n\n"
        "2. HOW LOUD IS YOUR STREET?\n\nThe first noise map is out, and it is not quiet.\n"
    )
    assert facts_of(text) == [
        "Fines end on 1 July, the council said.",
        "The first noise map is out, and it is not quiet.",
    ]


def test_numbered_heading_in_capitals_stands_between_points() -> None:
    text = (
        "Bulletin No. 9\n\n1. SITUATION\n\nThe ministry counted 407 cases by Monday.\n\n"
        "2. DISTRICTS MOST AFFECTED\n\n• Tamsar: 512 cases\n• Upper Belo: 344 cases\n\n"
        "3. RESPONSE\n\nA campaign began on Monday in both districts.\n\n"
        "4. ADVICE TO THE PUBLIC\n\n• Call the toll-free line for advice.\n"
    )
    assert facts_of(text) == [
        "The ministry counted 407 cases by Monday.",
        "Tamsar: 512 cases",
        "Upper Belo: 344 cases",
        "A campaign began on Monday in both districts.",
        "Call the toll-free line for advice.",
    ]


def test_numbered_points_in_capitals_are_points() -> None:
    text = (
        "On sale\n\nThese are on sale.\n\n1. USB CABLES\n2. BBC MUGS\n3. FLAGS\n\nAll are cheap.\n"
    )
    assert facts_of(text) == [
        *("These are on sale.", "USB CABLES", "BBC MUGS", "FLAGS", "All are cheap.")
    ]


def test_bold_line_above_others_of_its_paragraph_is_a_heading() -> None:
    text = (
        "# Weekly bulletin\n\n**Health Agency of Norrmark**\nPublished 11 February 2026\n\n"
        "Nine people died of influenza in the county.\n"
    )
    reading = read_here("a.md", text.encode())[0].reading
    assert [draft.text for draft in extract(reading)] == [
        "Nine people died of influenza in the county."
    ]


def test_surname_alone_below_a_note_signs_it() -> None:
    text = "The talks broke down on Friday.\n\nWe will report again on Thursday.\n\nHOLLOWAY\n"
    assert facts_of(f"Talks stall\n\n{text}") == [
        "The talks broke down on Friday.",
        "We will report again on Thursday.",
    ]
