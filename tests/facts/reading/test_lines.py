"""Lines of plain text and Markdown as outlets and press offices write them."""

from datetime import date

import pytest

from facts.extraction.extract import extract
from facts.reading.boilerplate import is_boilerplate
from facts.reading.read import read_here
from facts.types import Reading

NARROW = """Council approves new tram line

The council of Marlow Bay approved on
Tuesday a tram line between the station
and the university, 14 votes to 9.

Work is to start in March and will take
two years. The line will cost 48 million
euros, of which the state pays 30 million.
"""
RELEASE = """FOR IMMEDIATE RELEASE

Halden Energy to close Tarn plant

TARN, 12 March 2025 - Halden Energy will close its plant at Tarn.

- ENDS -

Media contact:
Jo Marsh
Tel: +44 20 7946 0000
Email: press@halden.example
Follow us on Twitter: @halden
"""
HEARING = """Budget hearing

CHAIR (Rosa Quill): We have one witness.

Mr. Danner (Treasury): Revenue rose.

Senator Moe: By how much?

JO BECK, TREASURY: By 4 percent.

[Laughter]
"""
LIVE = """Live: Storm Petra

10:15 am
Ferries are cancelled.

[16:20] Schools stay shut.

6pm
The storm moves east.
"""
REPORT = """1. FINDINGS

1.1 Fraud fell by 12%.
1.10 The office has 120 staff.

Table 1: Cases

Region    Cases
North     120
South     80
"""


def reading(text: str, name: str = "a.txt") -> Reading:
    return read_here(name, text.encode())[0].reading


def facts(read: Reading) -> list[str]:
    return [fact.text for fact in extract(read)]


def test_narrow_columns_are_joined() -> None:
    assert facts(reading(NARROW)) == [
        "The council of Marlow Bay approved on Tuesday a tram line between the station and the"
        " university, 14 votes to 9.",
        "Work is to start in March and will take two years.",
        "The line will cost 48 million euros, of which the state pays 30 million.",
    ]


def test_press_release_gives_its_statement_alone() -> None:
    read = reading(RELEASE)
    assert facts(read) == ["TARN, 12 March 2025 - Halden Energy will close its plant at Tarn."]
    assert read.particulars.title == "Halden Energy to close Tarn plant"
    assert read.particulars.published.day == date(2025, 3, 12)


def test_labels_with_roles_and_titles_speak() -> None:
    assert [block.speaker for block in reading(HEARING).blocks[1:]] == [
        "CHAIR (Rosa Quill)",
        "Mr. Danner (Treasury)",
        "Senator Moe",
        "JO BECK, TREASURY",
    ]


def test_clock_times_of_every_style_are_headings() -> None:
    read = reading(LIVE)
    heads = [read.text[b.start : b.end] for b in read.blocks if b.level == 3]
    assert heads == ["10:15 am", "16:20", "6pm"]


def test_numbers_of_points_are_no_clock_times() -> None:
    read = reading(REPORT)
    assert facts(read) == [
        "Fraud fell by 12%.",
        "The office has 120 staff.",
        "North | 120",
        "South | 80",
    ]
    assert read.blocks[-1].heads == ("Region", "Cases")


def test_lines_below_a_heading_in_markdown_are_no_marks() -> None:
    text = "Ports\n*****\n\nSummary\n=======\n\nCargo rose to 4.1 million tonnes.\n"
    assert facts(reading(text)) == ["Cargo rose to 4.1 million tonnes."]


def test_section_name_is_no_title() -> None:
    text = "BUSINESS\n\nMill sold to rival\n\nThe mill at Orla was sold on Monday.\n"
    assert reading(text).particulars.title == "Mill sold to rival"


def test_notes_and_definitions_of_markdown_lose_their_marks() -> None:
    text = "# A\n\nIt cost 5[^1].\n\n[^1]: Without tax.\n\n[x]: https://velda.example/a\n"
    assert facts(reading(text, "a.md")) == ["It cost 5.", "Without tax."]


def test_front_matter_of_the_other_kind_is_read() -> None:
    text = '+++\ntitle = "Rain"\ndate = 2025-03-04\n+++\n\nIt rained in Velda.\n'
    read = reading(text, "a.md")
    assert (read.particulars.title, read.particulars.published.day) == ("Rain", date(2025, 3, 4))
    assert facts(read) == ["It rained in Velda."]


def test_roman_numbers_open_points_and_initials_do_not() -> None:
    text = "Text\n\nThey:\n\nI. WELCOMED the truce;\n\nII. AGREED to meet.\n\nV. Roe signed it.\n"
    read = reading(text)
    assert facts(read) == ["WELCOMED the truce;", "AGREED to meet.", "V. Roe signed it."]


def test_section_name_without_a_headline_is_the_title() -> None:
    assert reading("Weather\n\nIt rained in Velda.\n").particulars.title == "Weather"


def test_fields_below_a_title_in_markdown_are_particulars() -> None:
    text = "# Brief\n\n**Date:** 4 March 2025\n**Source:** Orrin Desk\n\n- [x] It rained.\n"
    read = reading(text, "a.md")
    assert facts(read) == ["It rained."]
    found = read.particulars
    assert (found.title, found.outlet) == ("Brief", "Orrin Desk")
    assert found.published.day == date(2025, 3, 4)


@pytest.mark.parametrize(
    "line",
    [
        "ENDS",
        "- 30 -",
        "###",
        "(Reporting by Ines Calder; Editing by Max Ode)",
        "© 2024 Velda Courier. All rights reserved.",
        "[Applause]",
        "Read more: Storm hits coast",
        "Advertisement",
        "For further information, contact the press office.",
        "Tel. +49 30 1234567",
        "press@velda.example",
        "Kind regards,",
        "With warm wishes,",
        "With our warmest regards,",
        "Dear colleagues,",
        "Source: Audit Office",
        "Last updated 7 June 2024 at 14:05",
    ],
)
def test_line_that_states_nothing_is_boilerplate(line: str) -> None:
    assert is_boilerplate(line) or not any(c.isalnum() for c in line)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the audit office found abuses in 12 homes.",
        "Writing in the Orla Post, Ida Roe called the dam unsafe.",
        "Copyright law changes in May.",
        "Advertisement spending rose by 5%.",
        "Turnout: 1 234 567",
        "The end of the strike was welcome.",
        "More than 40 people came.",
        "Contact with the ship was lost at 3 a.m.",
        "Published studies agree.",
        "Thanks to rain, yields rose.",
        "Updated figures of 7 June 2024 show a fall.",
        "Share prices fell.",
        "Hello Kitty turns 50",
    ],
)
def test_line_that_states_something_is_none(line: str) -> None:
    assert not is_boilerplate(line)
