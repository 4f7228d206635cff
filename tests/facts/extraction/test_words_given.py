"""Claims told by nouns, adjectives and asides, and subjects with the day or the place of saying."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

OPENING = "Mayor Ida Roe met Jon Arke, the head of Velda Lines, in Sorn."


def who(*paragraphs: str) -> Attribution:
    return facts_of(*paragraphs)[-1].attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Roe gave assurances that the pier was safe.", "Ida Roe"),
        ("Roe issued a warning that the pier was unsafe.", "Ida Roe"),
        ("Roe made it clear that the pier was safe.", "Ida Roe"),
        ("Roe was quick to point out that the pier was safe.", "Ida Roe"),
        ("Roe took to X to say the pier was safe.", "Ida Roe"),
        ("Roe was adamant: the pier is safe.", "Ida Roe"),
        ("Roe's message was simple: the pier is safe.", "Ida Roe"),
        ("“Nonsense,” was Arke's reply.", "Jon Arke"),
        ("In Roe's view, the pier is safe.", "Ida Roe"),
        ("As Roe sees it, the pier is safe.", "Ida Roe"),
        ("Roe dismissed the claims as nonsense.", "Ida Roe"),
        ("Roe took aim at Arke, calling him “a vandal”.", "Ida Roe"),
        ("Roe has threatened to close the pier.", "Ida Roe"),
        ("Figures from Velda Lines show that sales rose.", "Velda Lines"),
        ("The pier is safe, say engineers.", "engineers"),
        ("People living near the pier say it is unsafe.", "People living near the pier"),
        ("The ministry on Friday said it was safe.", "The ministry"),
        ("A court in Sorn on Tuesday ruled that the sale was void.", "A court in Sorn"),
        ("In a statement the museum says it was safe.", "the museum"),
        ("Brightwell Foods, Inc. today announced that it will build.", "Brightwell Foods"),
        ("It is unsafe, according to the Cocoa Research Station.", "Cocoa Research Station"),
        ("“Gone,” repeated Yelena Sorokina, pointing at the mud.", "Yelena Sorokina"),
        (
            "An aide to governor Ida Roe, Akbar January, says it fell.",
            "An aide to governor Ida Roe",
        ),
        ("“Every pier is late,” shrugged project director Harald Moe.", "Harald Moe"),
    ],
)
def test_the_claim_is_theirs(text: str, speaker: str) -> None:
    found = who(OPENING, text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Roe said nothing about the pier.",
        "Roe disclosed this in Sorn while briefing reporters.",
        "Roe could not say whether the pier was safe.",
        "Roe gave Arke a warning.",
        "They nevertheless conclude that it is safe.",
    ],
)
def test_who_is_not_certain_is_not_named(text: str) -> None:
    found = who(OPENING, text)
    assert not (found.sure and found.speaker)


def test_it_is_the_body_that_spoke_just_before() -> None:
    found = who("The airline said the pilot had smelt smoke. “He did well,” it added.")
    assert (found.speaker, found.sure) == ("The airline", True)


def test_she_did_one_thing_and_said_another() -> None:
    told = "Dr. Hannah Kreuz said it was late. She urged calm, and said the pier was safe."
    assert who(told).speaker == "Hannah Kreuz"


@pytest.mark.parametrize(
    ("first", "text", "speaker", "sure"),
    [
        ("Sister Agnes Mwale was teaching.", "“They climbed,” the nun said.", "Agnes Mwale", True),
        ("Project director Harald Moe shrugged.", "The minister said so.", "The minister", True),
        ("Party leader Harald Moe shrugged.", "The minister said so.", "The minister", False),
    ],
)
def test_an_office_is_nobody_with_another_one(
    first: str, text: str, speaker: str, sure: bool
) -> None:
    found = who(first, text)
    assert (found.speaker, found.sure) == (speaker, sure)


def test_a_short_quotation_alone_is_no_claim_of_nobody() -> None:
    assert who("“We climbed,” Ida Roe said. “Nobody asked why.”").speaker == "Ida Roe"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rails will be laid, according to the transport company, Linie.", "Linie"),
        ("Rails will be laid, according to the transport company Linie.", "Linie"),
        ("Prosecutors said it was late. They argued that he had moved loans.", "Prosecutors"),
        ("Highways officers raised no objection, saying it was safe.", "Highways officers"),
        ("Roe urges caution.", "Ida Roe"),
        ("The union welcomed the ruling but called the sentence too light.", "The union"),
        ("Many are ill, according to a survey published today by Velda Lines.", "Velda Lines"),
    ],
)
def test_bodies_and_several_are_found(text: str, speaker: str) -> None:
    found = who(OPENING, text)
    assert (found.speaker, found.sure) == (speaker, True)


def test_they_are_not_a_company() -> None:
    assert not who("The company said it was late. They argued that he had moved loans.").sure
