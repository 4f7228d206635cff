"""Who speaks in the many ways that reports put it, by any noun, between commas or after "who"."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

OPENING = "Ulla Brenn, the mayor of Vardo, met Gus Ahlberg of the Kestrel Trust on Monday."


def who(text: str) -> Attribution:
    return facts_of(OPENING, text)[-1].attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Bank said rates would stay on hold.", "The Bank"),
        ("The rebels said they had left the town.", "The rebels"),
        ("Two people familiar with the matter said so.", "Two people familiar with the matter"),
        ("The pipes had burst, the force added.", "the force"),
        ("State television said the road was open.", "State television"),
        ("It was, Brenn added, a hard choice.", "Ulla Brenn"),
        ("Talks had failed, the Kestrel Trust reported, citing two clerks.", "Kestrel Trust"),
        ("“It was like thunder,” recalls Brenn, who runs the pool.", "Ulla Brenn"),
        ("“The party is over,” as Brenn put it.", "Ulla Brenn"),
        ("The Kestrel Trust website quoted Brenn as saying it was over.", "Ulla Brenn"),
        ("The Kestrel Trust website said that it was over.", "Kestrel Trust"),
        ("It ran a talk with a clerk, Ida Roe, 27, who said the roof fell.", "Ida Roe"),
        ("The lead author, Dr. Ida Roe of the University of Sarn, says it is thin.", "Ida Roe"),
        ("Brenn called for the resignation of the minister.", "Ulla Brenn"),
        ("Brenn accused the trust of lying.", "Ulla Brenn"),
        ("Brenn ruled out a new tax.", "Ulla Brenn"),
        ("Brenn expects the fair to return in May.", "Ulla Brenn"),
        ("Brenn forecast that growth would slow.", "Ulla Brenn"),
        ("Brenn underlines that it is safe.", "Ulla Brenn"),
        ("The coastguard believes the boat sank.", "The coastguard"),
        ("Officials confirm that it is safe.", "Officials"),
        ("“We will fight on!” Brenn shouted.", "Ulla Brenn"),
        ("Her successor, Jun Park, said it was late.", "Jun Park"),
        ("It was late, said Ben Shearer, a warden.", "Ben Shearer"),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    found = who(text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Brenn is the author of a report that tells of the flood.",
        "The plan called for a new bridge.",
        "The clock said nothing of it.",
        "Brenn expects a loss of 3 million crowns.",
    ],
)
def test_what_is_no_speech_has_no_speaker(text: str) -> None:
    assert who(text) == Attribution()


def test_the_only_woman_of_the_last_sentences_is_she() -> None:
    told = facts_of("Ulla Brenn's neighbour lost a field. Today there are rooms. She says it pays.")
    assert told[-1].attribution.speaker == "Ulla Brenn"


def test_a_paragraph_of_nothing_but_speech_is_still_hers() -> None:
    told = facts_of("“We are late,” Ulla Brenn said.", "“We will not be late again, I promise.”")
    assert (told[-1].attribution.speaker, told[-1].attribution.sure) == ("Ulla Brenn", True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("All ferries are cancelled, the coastal administration confirms.", None),
        ("Gus Ahlberg asked whether the work would be done by spring.", "Gus Ahlberg"),
        ("Gus Ahlberg proposed that the fee rise.", "Gus Ahlberg"),
        ("Our reporter Gus Ahlberg writes from Måløy: The quay is under water.", "Gus Ahlberg"),
        ("One eyewitness claimed that the roof had burst.", "One eyewitness"),
    ],
)
def test_minutes_and_live_pages_name_speakers_too(text: str, speaker: str | None) -> None:
    assert who(text).speaker == (speaker or "the coastal administration")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "VELMORA CITY (Wire) - Velmora's central bank left its rate, saying prices had risen.",
            "Velmora's central bank",
        ),
        ("The cost will be borne by insurers, according to the canton.", "the canton"),
        (
            "Orvand Foods plc (“Orvand” or the “Group”) announces that it will buy a mill.",
            "Orvand Foods plc",
        ),
    ],
)
def test_bodies_speak_by_what_they_are_called(text: str, speaker: str) -> None:
    assert who(text).speaker == speaker


def test_what_goes_according_to_plan_has_no_speaker() -> None:
    assert who("The work went according to the plan.").speaker is None


def test_an_office_alone_speaks_where_nobody_is_named() -> None:
    told = facts_of("Two people died.", "The district governor said all were civilians.")
    assert (told[-1].attribution.speaker, told[-1].attribution.sure) == (
        "The district governor",
        True,
    )
