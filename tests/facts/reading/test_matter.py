"""Lines before a text and below it that say only what text it is, and the titles of tables."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here

BODY = "The council voted on Monday to close the old mill. Nobody spoke against the plan."
MORE = "It was built in 1881 and has stood empty since 2011, the clerk told the meeting."


def told(name: str, text: str) -> list[str]:
    """Return the words of each fact of a document."""
    return [fact.text for fact in extract(read_here(name, text.encode())[0].reading)]


@pytest.mark.parametrize(
    "line",
    [
        "5 August 2026 07:40 am | Port Selm",
        "Coastal Relief Network | Issued: 2 March 2026",
        "Situation as of 5 May 2026",
        "Issue No. 14 | May 2026",
        "Vol. XII No. 3 (May 2026)",
        "Reporting period: 1-5 May 2026",
        "Last updated 3 hours ago",
        "Listen to this article",
        "Minutes of the meeting held on 5 May 2026",
        "Ida Roe, Political Correspondent",
        "A village that nobody wanted to leave",
    ],
)
def test_a_line_before_the_prose_is_no_fact(line: str) -> None:
    page = f"<article><h1>Mill to close</h1><p>{line}</p><p>{BODY} {MORE}</p></article>"
    sentences = [*BODY.split(". ", maxsplit=1)]
    wanted = [sentences[0] + ".", sentences[1]]
    assert told("a.md", f"# Mill to close\n\n{line}\n\n{BODY}\n") == wanted
    whole = (
        f"<html><head><title>Mill to close</title></head><body><main>{page}</main></body></html>"
    )
    assert told("a.html", whole) == [*wanted, MORE]


@pytest.mark.parametrize(
    "lines",
    [
        ("God bless,", "Odran Quill", "Club Treasurer"),
        ("Yours in sport,", "Ida Roe"),
        ("With love and prayers,", "Ida"),
        ("Stay safe,", "The Orl Residents' Association"),
        ("Happy reading!", "Ida Roe, Editor"),
        ("Ida Roe", "Chair"),
        ("Ida Roe", "Chief Executive, Orl Ferries"),
        ("The Committee",),
    ],
)
def test_who_signs_below_is_no_fact(lines: tuple[str, ...]) -> None:
    head = "From: O <a@b.example>\nTo: x@b.example\nSubject: News\n\nDear all,\n\n"
    below = "\n".join(lines)
    assert (
        told("a.eml", f"{head}{BODY}\n\nThe hall is shut.\n\n{below}\n")[-1] == "The hall is shut."
    )
    assert told("a.txt", f"Mill to close\n\n{BODY}\n\nThe hall is shut.\n\n{below}\n")[-1] == (
        "The hall is shut."
    )


def test_names_within_a_text_stay() -> None:
    listed = "- Ida Roe\n- Tam Bly\n"
    assert told("a.md", f"# Elected\n\nThese were elected to the board in May.\n\n{listed}")[
        1:
    ] == [
        "Ida Roe",
        "Tam Bly",
    ]


def test_the_caption_of_a_table_is_its_title() -> None:
    table = (
        "<table><caption>Table 2: Rents by district, crowns</caption><tr><th>District</th>"
        "<th>Rent</th></tr><tr><td>Selm</td><td>410</td></tr></table>"
    )
    page = f"<html><body><main><h1>Rents</h1><p>{BODY} {MORE}</p>{table}</main></body></html>"
    assert told("a.html", page)[-1] == "Selm | 410"


def test_a_clock_time_before_what_it_tells_of_ends_no_sentence() -> None:
    text = "Rents\n\nThe bazaar follows the 9 a.m. Mass. It ends at 4 p.m. Nobody pays.\n"
    assert told("a.txt", text) == [
        "The bazaar follows the 9 a.m. Mass.",
        "It ends at 4 p.m.",
        "Nobody pays.",
    ]
