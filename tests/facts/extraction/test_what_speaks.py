"""Which labels speak: people, offices and bodies that talk; no place, day or heading."""

import pytest

from facts.types import Basis
from tests.facts.extraction.told import facts_of

RIVER = "The river rose by two metres overnight."
BRIDGE = "A second bridge was shut at noon."


def labels(*paragraphs: str) -> set[str | None]:
    found = (draft.attribution for draft in facts_of("The week in brief", *paragraphs))
    return {each.speaker for each in found if each.basis is Basis.LABEL}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SORN", "TARN"),
        ("Sorn", "Tarn"),
        ("Monday", "Tuesday"),
        ("Monday SORN", "Tuesday TARN"),
        ("May", "June"),
        ("North", "South"),
        ("New Sorn", "Upper Tarn"),
        ("Summary", "Background"),
        ("Analysis", "Opinion"),
        ("Cost", "Timing"),
        ("Update", "Note"),
        ("Rovers", "United"),
        ("The Echo", "The Courier"),
    ],
)
def test_headings_and_datelines_do_not_speak(one: str, other: str) -> None:
    told = (f"{one}: {RIVER}", f"{other}: {BRIDGE}", f"{one}: {BRIDGE} It was old.")
    assert labels(*told) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("ROE", "ARKE"), ("Ida Roe", "Jon Arke"), ("The Chair", "Cllr Roe"), ("Torvia", "Kelmark")],
)
def test_those_who_talk_do(one: str, other: str) -> None:
    told = (f"{one}: We were told in May.", f"{other}: Nobody told us.", f"{one}: I have it here.")
    assert labels(*told) == {one, other}


def test_those_who_are_addressed_speak_whatever_they_say() -> None:
    told = (f"The Chair: {RIVER}", f"Mr Roe: {BRIDGE}", f"The Chair: {BRIDGE} It was old.")
    assert labels(*told) == {"The Chair", "Roe"}


def test_an_office_in_capitals_is_the_one_who_holds_it() -> None:
    told = (
        "MINISTER OF TRANSPORT (Hon. Grace Ola): The bridge will open in August.",
        "MR. TEMBO: Is the minister aware that the road to it floods?",
        "MINISTER OF TRANSPORT: I am. We have set aside 40 million shillings for drains.",
    )
    assert labels(*told) == {"Grace Ola", "MR. TEMBO"}


@pytest.mark.parametrize(
    "opening",
    [
        "Cllr Ida Roe (Chair) opened the meeting.",
        "The Chair (Mrs Ida Roe) opened the meeting.",
        "The chair, Mrs Ida Roe, opened the meeting.",
    ],
)
def test_an_office_in_brackets_is_held(opening: str) -> None:
    told = facts_of("Minutes of the meeting", opening, "The Chair reported that it was late.")
    assert (told[-1].attribution.speaker, told[-1].attribution.sure) == ("Ida Roe", True)
