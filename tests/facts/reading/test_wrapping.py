"""Text set to a width among lists and headings, and the lines that only present a text."""

import pytest

from facts.extraction.extract import extract
from facts.reading.boilerplate import is_boilerplate
from facts.reading.read import read_here
from facts.types import Reading

MAIL = """Dear members,

Please find attached our notes on the hives.

THE YEAR
The bees of the northern orchards came through the frost with the loss of
four hives.

The inspectors saw the farms of Ulla Grefsen, Pat Doyle and Anders
Vik. They found mites in nine of them, and a rare kind of wasp on 14
March.

- 60 new hives
- two new sheds

Honey was sold at three fairs, and the rest of it went to the schools
in Brenn. The price is the same as before.

Kind regards,
Tova Lien
This e-mail and its attachments are confidential. If you are not the
addressee, please delete them.
"""
HEADLINES = """Floods close the coast road between Alder Bay and the old lighthouse
Two farms lose a year of barley to the hail of the first week of May
Council puts off the vote on the new library to the end of next year
"""
OCCASION = (
    "Speech by Dr Tova Lien, Warden of the Orchard Trust of the Northern Valleys, at the opening"
    " of the new School of Beekeeping"
)
SPEECH = f"""{OCCASION}
Brenn, 3 May 2025

Mayor, dear friends, ladies and gentlemen,

We have waited for this day.
"""


def read(text: str) -> Reading:
    return read_here("a.txt", text.encode())[0].reading


def facts(text: str) -> list[str]:
    return [draft.text for draft in extract(read(text))]


def test_a_short_last_line_belongs_to_its_paragraph() -> None:
    found = facts(MAIL)
    assert found[0].endswith("with the loss of four hives.")
    assert "Anders Vik." in found[1]
    assert found[2].endswith("on 14 March.")
    assert "60 new hives" in found
    assert found[-1] == "The price is the same as before."


def test_long_lines_that_go_on_in_capitals_stay_apart() -> None:
    assert len(read(HEADLINES).blocks) == 3
    assert not any("lighthouse Two" in text for text in facts(HEADLINES))


def test_what_announces_a_speech_is_its_title() -> None:
    assert facts(SPEECH) == ["We have waited for this day."]
    assert read(SPEECH).particulars.published.day is not None


def test_a_line_of_names_and_a_date_beneath_a_heading_is_no_fact() -> None:
    page = "# A good year\n\n*Lien & Doyle plc, shareholder letter, 4 May 2025*\n\nSales rose."
    draft = extract(read_here("a.md", page.encode())[0].reading)
    assert [each.text for each in draft] == ["Sales rose."]


@pytest.mark.parametrize(
    "line",
    [
        "14 Orchard Lane, 4021 Brenn",
        "Unit Nine, 3 Mill Road, Alder Bay",
        "Minister, ladies and gentlemen,",
        "Please find below the minutes of our meeting.",
        "Contact for reporters:",
    ],
)
def test_what_only_reaches_or_greets_is_no_fact(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", ["14 Mill Road flooded on Monday.", "Please close the gates."])
def test_a_sentence_that_opens_so_is_kept(line: str) -> None:
    assert not is_boilerplate(line)


def test_who_took_part_is_no_fact_but_gives_the_full_name() -> None:
    talk = "Panel on frost\n\nChair: Ms Tova Lien\n\nMS LIEN: It froze.\n\nMR VIK: Badly.\n"
    draft = extract(read(f"{talk}\nMS LIEN: Yes, it did."))
    assert (draft[0].text, draft[0].attribution.speaker) == ("It froze.", "Tova Lien")
