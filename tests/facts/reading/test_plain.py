"""Plain text: headline, caption, body, wrapped text, labels, clock times, lists."""

from datetime import date
from pathlib import Path

from facts.reading.read import read_here
from facts.types import BlockKind, PublishedBasis, Reading

LIBRARY = Path(__file__).parents[3] / "facts" / "library"
ARTICLE = (LIBRARY / "blinken-aliyev-normalizing-ties.txt").read_bytes()


def reading(text: str) -> Reading:
    return read_here("a.txt", text.encode())[0].reading


def blocks(text: str) -> list[tuple[str, str]]:
    read = reading(text)
    return [(block.kind.value, read.text[block.start : block.end]) for block in read.blocks]


def test_headline_and_caption_stand_on_their_own_lines() -> None:
    read = read_here("a.txt", ARTICLE)[0].reading
    kinds = [block.kind for block in read.blocks]
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH]
    assert len(kinds) == 12
    assert read.particulars.title == "Blinken, Aliyev talk normalizing Azerbaijan-Armenia ties"


def test_outlet_is_not_taken_from_a_photo_credit() -> None:
    particulars = read_here("a.txt", ARTICLE)[0].reading.particulars
    assert particulars.outlet is None
    assert particulars.published.basis is PublishedBasis.NONE


WRAPPED = """Harbour reopens in Sorn

The harbour of Sorn reopened on Monday after divers had removed the last
of three wrecks from the fairway, the port office said in a statement that
was sent to the shipping companies late in the evening.

Ferries will sail again from Wednesday, first to the islands in the north
and a week later to the mainland, where the new pier is still being built
by a firm from Velda.
"""


def test_wrapped_lines_are_joined() -> None:
    found = blocks(WRAPPED)
    assert [kind for kind, _ in found] == ["heading", "paragraph", "paragraph"]
    assert found[1][1].endswith("that was sent to the shipping companies late in the evening.")


def test_single_newlines_end_paragraphs_in_unwrapped_text() -> None:
    found = blocks("Title here\nThe first line stands alone.\nThe second line does too.\n")
    assert [text for _, text in found][1:] == [
        "The first line stands alone.",
        "The second line does too.",
    ]


def test_list_marks_stand_outside_the_words() -> None:
    found = blocks("Points\n\nThe Ministers:\n1. Welcomed the truce.\n2) Agreed.\n- Left.\n")
    assert [text for kind, text in found if kind == "item"] == [
        "Welcomed the truce.",
        "Agreed.",
        "Left.",
    ]


def test_labels_of_a_transcript_name_the_speakers() -> None:
    read = reading("Talk\n\nOKAFOR: We open in June.\n\nREPORTER: Is that so?\n\nOKAFOR: It is.\n")
    assert [block.speaker for block in read.blocks[1:]] == ["OKAFOR", "REPORTER", "OKAFOR"]


def test_a_place_that_opens_a_report_speaks_none_of_it() -> None:
    read = reading(
        "Floods in Meru\n\nKOTA MERU: The river rose by a metre overnight, police said.\n\n"
        "They moved 300 people to schools.\n\nMeru Hotline: call the town hall for help.\n\n"
        "Ida Roe said the dam had held.\n\nIt will be looked at again today.\n\n"
        "No one was hurt.\n\nTwo roads are shut.\n"
    )
    assert {block.speaker for block in read.blocks} == {None}


def test_labels_of_a_form_are_no_speakers() -> None:
    read = reading("Notice\n\nVenue: the town hall.\n\nNote: bring a coat.\n\nNote: no dogs.\n")
    assert [block.speaker for block in read.blocks] == [None] * 4


def test_clock_times_are_headings() -> None:
    found = blocks("Live: flood\n\n00.10\nThe river fell.\n\n22:15 - Shelters opened.\n")
    assert found[1:] == [
        ("heading", "00.10"),
        ("paragraph", "The river fell."),
        ("heading", "22:15"),
        ("paragraph", "Shelters opened."),
    ]


def test_header_lines_give_the_particulars() -> None:
    particulars = reading(
        "Title: Rain\nSource: Velda Post\nDate: 4 May 2025\n\nIt rained in Velda.\n"
    ).particulars
    assert (particulars.title, particulars.outlet) == ("Rain", "Velda Post")
    assert particulars.published.day == date(2025, 5, 4)
    assert particulars.published.basis is PublishedBasis.HEADER


def test_updated_is_not_published() -> None:
    read = reading("Rain in Velda\nUpdated 5 May 2025\n\nIt rained in Velda.\n")
    assert read.particulars.published.day is None


def test_invisible_direction_marks_are_dropped() -> None:
    assert blocks("The \u202eevil\u202c word\u200b stands.\n") == [
        ("paragraph", "The evil word stands.")
    ]


def test_short_lines_in_a_row_are_items() -> None:
    found = blocks("Opening hours\n\nMonday 9 to 5\nTuesday 9 to 6\nSaturday 9 to 1\nSunday no\n")
    assert "heading" not in [kind for kind, _ in found[1:]]


def test_lines_of_a_title_down_to_the_day_are_headings() -> None:
    found = blocks(
        "SENATE OF VELDEN\nCommittee on Ports\nReport on the Safety of Quays\n"
        "Ordered to be printed 23 March 2026\n\nSummary\n\n"
        "The committee visited all of the eleven quays of the country in the spring.\n"
    )
    assert found[1:4] == [
        ("heading", "Committee on Ports"),
        ("heading", "Report on the Safety of Quays"),
        ("heading", "Summary"),
    ]


def test_heading_in_capitals_joins_no_list_of_short_lines() -> None:
    found = blocks(
        "THE QUAY LETTER\nEvery Monday, in five minutes\n\nGood morning,\n\nRATES\n"
        "The Velden index fell by four per cent last week, its lowest level since October 2023.\n"
    )
    assert ("heading", "RATES") in found
    assert not [text for kind, text in found if kind == "item"]


def test_note_of_first_publication_is_no_block() -> None:
    found = blocks("A quay fell.\n\nThis report by Velden Wire was first published July 2, 2026.\n")
    assert found == [("paragraph", "A quay fell.")]
