"""Whose words a sentence is, where a description, a label or a clause could mean somebody else."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

MINISTER = "Energy Minister Cassius Brand met growers in Sarn on Monday."
OTHER = "Ida Roe, a nurse, watched them."


def who(*paragraphs: str) -> Attribution:
    return facts_of(*paragraphs)[-1].attribution


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the dam was safe.",
        "The energy minister said the dam was safe.",
        '"The dam is safe," the minister said.',
    ],
)
def test_a_role_that_one_person_holds_is_theirs(text: str) -> None:
    found = who(MINISTER, OTHER, text)
    assert (found.speaker, found.sure) == ("Cassius Brand", True)


@pytest.mark.parametrize(
    "text",
    [
        "The health minister said the dam was safe.",
        "The agriculture chief said the dam was safe.",
        "Its boss said the dam was safe.",
        "The deputy minister said the dam was safe.",
    ],
)
def test_a_role_that_nobody_is_known_to_hold_is_not_shown(text: str) -> None:
    assert not who(MINISTER, OTHER, text).sure


def test_a_former_holder_does_not_hold_the_office() -> None:
    assert not who(
        "Former minister Cassius Brand was there.", "The minister said it was safe."
    ).sure


def test_two_holders_leave_it_open() -> None:
    assert not who(MINISTER, "Health Minister Ida Roe came too.", "The minister said so.").sure


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Jon Arke, who was flanked by the clerk, Ida Roe, lamented that it was late.",
            "Jon Arke",
        ),
        (
            "Jon Arke, a nurse who is married to the former mayor Ida Roe, accused her of lying.",
            "Jon Arke",
        ),
        (
            "Opening the case, Jon Arke KC, prosecuting, said Roe had lied.",
            "Jon Arke",
        ),
        (
            "A person close to the talks, who asked not to be named, said it was late.",
            "A person close to the talks",
        ),
        ("Their owner, the Tannery Group, has promised a new stand.", "Tannery Group"),
        ("The pipes burst, said Midland & Erie Railroad spokeswoman Ida Roe.", "Ida Roe"),
        (
            "Neighbouring date growers complained that the wells were dry.",
            "Neighbouring date growers",
        ),
        ("Police confirm that a man has died.", "Police"),
        ("The opposition National Accord said it would vote.", "National Accord"),
        ("Rival Kestrel Mobility plc said it was well.", "Kestrel Mobility plc"),
        ("The delegate of Karsk said his country could not accept it.", "The delegate of Karsk"),
        ("Jon Arke assured residents that lorries had been sent.", "Jon Arke"),
    ],
)
def test_the_subject_is_found_past_what_stands_between(text: str, speaker: str) -> None:
    found = who(text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "It was built like a mine, just as its name says.",
        "The film tells the story of a baker.",
        "The levy, announced in March, was meant to raise money.",
        "The last song from said album, a waltz, was played.",
        "Ambassador Ida Roe called on Deputy Speaker Otto Lind on Friday.",
    ],
)
def test_what_nobody_claims_has_no_speaker(text: str) -> None:
    assert who(text).speaker is None


def test_a_number_is_not_cut_at_its_comma() -> None:
    found = who("According to a survey of 1,201 residents, the town is safe.")
    assert found.speaker == "a survey of 1,201 residents"


def test_a_body_is_told_by_the_end_of_its_name() -> None:
    first = "The European Water Board met in Sarn."
    assert who(first, "The Board said the wells were low.").speaker == "European Water Board"
    rovers = "Hexley Rovers have a new coach."
    assert who(rovers, "Rovers have denied it.").speaker == "Hexley Rovers"


def test_a_suffix_is_no_surname() -> None:
    found = who("Mayor Rodrigo Villaflor Jr. spoke in Sarn.", "Villaflor said it was late.")
    assert found.speaker == "Rodrigo Villaflor Jr."


def test_a_title_shortened_is_the_title() -> None:
    found = who("Sen. Imelda Catacutan came.", "Ida Roe left.", "The senator said she would vote.")
    assert found.speaker == "Imelda Catacutan"


def test_somebody_named_since_keeps_the_topic_from_speaking() -> None:
    title = "# Mbeki strikes late"
    told = facts_of(
        title,
        "Kofi Mbeki scored.",
        "Captain Tom Aske missed a chance.",
        "The striker, 29, has gone 11 games without a goal.",
        '"I will take the stick," he said.',
    )
    assert not told[-1].attribution.sure


def test_a_label_in_capitals_is_written_as_in_the_text() -> None:
    told = facts_of(
        "After 19 years, Ines Barth is closing her shop.",
        "OWEN TRASK: When did you decide?",
        "INES BARTH: In May. It was late.",
    )
    assert told[-1].attribution.speaker == "Ines Barth"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alhaji Musa Dantsoho-Bello spoke to newsmen.", "Musa Dantsoho-Bello"),
        ("NDP MPP Lise Beaulieu spoke to reporters.", "Lise Beaulieu"),
        ("RCMP Staff Sgt. Kyle Nakogee spoke to reporters.", "Kyle Nakogee"),
        ("House Minority Leader Jose Banzon spoke to reporters.", "Jose Banzon"),
        ("DSP Patience Egbo spoke to reporters.", "Patience Egbo"),
    ],
)
def test_titles_of_many_lands_are_no_names(text: str, name: str) -> None:
    (fact,) = facts_of(text)
    assert name in {found.name for found in fact.names}


def test_a_line_that_introduces_a_paragraph_gives_it_to_its_speaker() -> None:
    told = facts_of(
        OTHER,
        "Commenting on the plan, Jon Arke, Chief Executive, said:",
        "“It is a good plan. We like it.”",
    )
    assert [draft.attribution.speaker for draft in told[-2:]] == ["Jon Arke", "Jon Arke"]
    assert all(draft.attribution.sure for draft in told[-2:])


def test_what_somebody_calls_it_is_theirs() -> None:
    found = who("The leader of the Civic Platform, Ida Roe, called the vote a stay of execution.")
    assert (found.speaker, found.sure) == ("Ida Roe", True)


def test_a_record_that_hears_each_once_is_one() -> None:
    told = facts_of(
        "The Assembly of Tarrant",
        "Ms Ida Roe (West Moor): To ask how many patients have waited for surgery.",
        "The Minister of Health (Hon. Jon Arke): At 30 September, 1,284 patients had waited.",
        "Ms Roe: Does the Minister accept it?",
        "Hon. Jon Arke: Only 96 patients went.",
        "Madam Speaker: The Member will withdraw.",
    )
    heard = [draft.attribution.speaker for draft in told[-5:]]
    assert heard == ["Ida Roe", "Jon Arke", "Ida Roe", "Jon Arke", "Madam Speaker"]


def test_he_behind_a_coauthor_is_the_coauthor() -> None:
    found = facts_of(
        '"It comes from one valley," said Otto Lind, who was not involved. He noted a flaw.',
        'The trick could help, coauthor Devon Larch suggested. "It has a day," he explained.',
    )
    assert found[-1].attribution.speaker == "Devon Larch"
