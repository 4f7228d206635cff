"""Who published a text and when, wherever its first lines say it."""

from datetime import date

import pytest

from facts.reading.read import read_here

BODY = "The bridge over Tarn Creek will close on Monday.\n"


@pytest.mark.parametrize(
    "top",
    [
        "Bridge to close\nValley Post, 14 May 2026\n\n",
        "Bridge to close\n(Valley Post, 14 May 2026)\n\n",
        "Bridge to close\n(Valley Post) 14 May 2026\n\n",
        "Bridge to close\nBy Ida Roe (Valley Post)\n14 May 2026\n\n",
        "Bridge to close\n14 May 2026 - Valley Post staff reporter\n\n",
        "Valley Post\nThursday 14 May 2026\nBridge to close\n\n",
        "Bridge to close\n\nTARN CREEK, 14 May 2026 (Valley Post) - ",
        "Bridge to close\n\nTARN CREEK (Valley Post), 14 May 2026 – ",
    ],
)
def test_outlet_and_day_are_read_from_the_top(top: str) -> None:
    found = read_here("a.txt", (top + BODY).encode())[0].reading.particulars
    known = (found.title, found.outlet, found.published.day)
    assert known == ("Bridge to close", "Valley Post", date(2026, 5, 14))


def test_a_place_and_a_day_before_the_first_sentence_date_a_text() -> None:
    found = read_here("a.txt", f"Bridge to close\n\nTarn Creek, 14 May 2026. {BODY}".encode())
    assert found[0].reading.particulars.published.day == date(2026, 5, 14)


@pytest.mark.parametrize("sender", ["(see page 4)", "(Lab)", "(aged 34)"])
def test_other_brackets_name_no_outlet(sender: str) -> None:
    found = read_here("a.txt", f"Bridge to close\n\nIda Roe {sender} - {BODY}".encode())
    assert found[0].reading.particulars.outlet is None
