"""Who speaks where reports put it otherwise: termed, disputed, expects, put at, figures from."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

OPENING = "Ulla Brenn, the mayor of Vardo, met Gus Ahlberg of the Kestrel Trust on Monday."


def who(text: str) -> Attribution:
    return facts_of(OPENING, text)[-1].attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brenn, however, termed the sale illegal.", "Ulla Brenn"),
        ("Brenn, for her part, said it was over.", "Ulla Brenn"),
        ("Brenn disputed this version of events.", "Ulla Brenn"),
        ("The Kestrel Trust, which sent a team, described the count as fair.", "Kestrel Trust"),
        ("The Kestrel Trust expects 9,000 guests in May.", "Kestrel Trust"),
        ("The Sarnian side reaffirmed its position that the wall was lawful.", "The Sarnian side"),
        ("Port Amber's navy said it had found the raft.", "Port Amber's navy"),
        ("The Ministers expressed concern about the dam.", "The Ministers"),
        ("The Mayors noted the rise in rents and called on all towns to act.", "The Mayors"),
        ("“Who will pay for all of this now?” posed Ms Brenn.", "Ulla Brenn"),
        (
            "The Relief Coordinator, Ms. Ida Roe, visited Sarn and called for “open roads”.",
            "Ida Roe",
        ),
        ("Rents rose, according to figures published today by the Kestrel Trust.", "Kestrel Trust"),
        ("Rents rose, according to data from the Kestrel Trust.", "Kestrel Trust"),
        ("The loss is put at 4 million euros by the Kestrel Trust.", "Kestrel Trust"),
    ],
)
def test_speaker_is_heard_however_it_is_put(text: str, speaker: str) -> None:
    found = who(text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Brenn posed a threat to the plan.",
        "Brenn is described as shy.",
        "Brenn disputed the final set with a friend.",
        "Brenn voiced a puppet in the show.",
        "Rents rose, according to data seen by the Kestrel Trust.",
    ],
)
def test_what_reports_no_words_has_no_speaker(text: str) -> None:
    assert who(text).speaker is None
