"""Whose words they are beyond one sentence: quotations cut apart, speeches, interviews."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Attribution


def told(text: str) -> dict[str, Attribution]:
    reading = read_here("a.txt", text.encode())[0].reading
    return {draft.text: draft.attribution for draft in extract(reading)}


def sure_speakers(text: str) -> list[str | None]:
    return [who.speaker if who.sure else None for who in told(text).values()]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"It came at night. We ran," said Ida Roe. "All is lost."', ["Ida Roe"] * 3),
        (
            "Ida Roe (Independent, Mill Ward), the chair, said: 'It is old. We sold it.'",
            ["Ida Roe"] * 2,
        ),
        (
            "Jon Arke said so.\n\n“It is not safe. It is hot,” said Ida Roe.",
            ["Jon Arke", "Ida Roe", "Ida Roe"],
        ),
        (
            "“They gave their word,” Ida Roe and Jon Arke, the foreign ministers of Morland and "
            "Vask, said in a joint statement. “We hold them to it.”",
            ["Ida Roe and Jon Arke"] * 2,
        ),
        ("The ministry’s statement said that schools would open.", ["The ministry"]),
        ("A letter from the Harbour Office said the pier is safe.", ["Harbour Office"]),
        ("Sources close to the talks said it failed.", ["Sources close to the talks"]),
        ("“We see no fix,” its analyst Hugo Prins wrote in a note.", ["Hugo Prins"]),
        ("Our reporter Mira Lund writes: The hall is half empty.", ["Mira Lund"]),
        ("Velda Lines said so. It added that it is new.", ["Velda Lines"] * 2),
        ("The company lost money last year, it said in a report.", ["The company"]),
        ("Ida Roe urged calm, saying that the islands are safe.", ["Ida Roe"]),
        ("“This ends in court,” predicted Ida Roe.", ["Ida Roe"]),
        ("Ida Roe, a producer for “The Today Show”, said: “It is new.”", ["Ida Roe"]),
        ("Ida Roe also noted there will be costs.", ["Ida Roe"]),
        ("Ida Roe said no date had been set.", ["Ida Roe"]),
        ("“There is no crisis.” — Ida Roe, 30 May", ["Ida Roe"]),
        ("The toll rose, the Harbour Office reported on Monday.", ["Harbour Office"]),
        (
            "Ted Hale said he left.\n\nCallum Reyes lost his field. “It was new,” the 46-year-old "
            "farmer said.",
            ["Ted Hale", None, "Callum Reyes"],
        ),
    ],
)
def test_speaker_is_carried_to_every_sentence(text: str, speakers: list[str | None]) -> None:
    assert sure_speakers(text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that the vote was on Tuesday.",
        "Ida Roe admitted 17 counts of fraud.",
        "England formally declared war on France.",
        "A party called the “Boston Tea Party” was founded.",
        "Ida Roe wrote and sang her verse on “Payphone”.",
        "Some critics and fans, such as Ida Roe, argue that it is old.",
        "Her neighbour, Tor Aas, agreed.",
        "Ida Roe said nothing.",
        "An old map showed that the road was there.",
    ],
)
def test_what_nobody_claims_has_no_sure_speaker(text: str) -> None:
    assert sure_speakers(text) == [None]


SPEECH = """Speech by Prime Minister Ada Lind at the opening of the Sorn Bridge
22 August 2024

The hall was full.

Today we open a bridge. In 2013 Aksel Moe promised that it would be cheap. I will not hide it.
"""


def test_speech_is_its_givers_from_where_they_begin_to_speak() -> None:
    assert sure_speakers(SPEECH) == [None, *["Ada Lind"] * 3]


def test_report_of_a_speech_is_not_the_speakers_throughout() -> None:
    report = SPEECH.replace("we open", "they open").replace("I will not", "She did not")
    assert "Ada Lind" not in sure_speakers(report)


INTERVIEW = """“I am tired”: an interview with Noor van Dijk

{byline}Noor van Dijk, 58, runs Harbour Lights.

Q: Why now?
A: Because I am tired.

Q: And then?
A: Then I sleep.
"""


def test_letters_of_an_interview_stand_for_its_two_people() -> None:
    found = sure_speakers(INTERVIEW.format(byline="By Petra Hale\n\n"))
    assert found == [None, *["Petra Hale", "Noor van Dijk"] * 2]


def test_letter_whose_person_is_unknown_is_nobodys_for_sure() -> None:
    assert sure_speakers(INTERVIEW.format(byline=""))[1] is None


def test_only_woman_of_a_text_is_meant_by_she() -> None:
    text = "Maria Voss, the maker, is dead.\n\nHer son Peter said so.\n\nShe left school at 14."
    assert sure_speakers(f"{text}\n\n“I sewed first,” she told this paper.")[-1] == "Maria Voss"


@pytest.mark.parametrize(
    "text",
    [
        "Velda Lines said the company it bought, Orrin Mills, is safe. It said that it failed.",
        "The ministry said the bank had lied. It said it would sue.",
        "Ida Roe said so. It said that it was over.",
    ],
)
def test_it_is_nobody_for_sure_where_two_can_be_meant(text: str) -> None:
    assert sure_speakers(text)[-1] is None
