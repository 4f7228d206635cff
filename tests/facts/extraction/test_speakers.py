"""Who says it: the safe cases, and those where nobody may be named."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Attribution, Basis

OPENING = "Mayor Ida Roe met Jon Arke, the head of Velda Lines, in Sorn."


def attribution(text: str, *, after: str = OPENING) -> Attribution:
    document = read_here("a.txt", f"{after}\n\n{text}".encode())[0]
    return extract(document.reading)[-1].attribution


@pytest.mark.parametrize(
    ("text", "speaker", "basis"),
    [
        ("“We will open the pier in June,” said Roe.", "Ida Roe", Basis.QUOTE),
        ("The pier is safe, Roe said.", "Ida Roe", Basis.INDIRECT),
        ("Roe said the pier is safe.", "Ida Roe", Basis.INDIRECT),
        ("According to Jon Arke, the pier is safe.", "Jon Arke", Basis.INDIRECT),
        ("Roe, who has led the town since 2019, said it is safe.", "Ida Roe", Basis.INDIRECT),
        ("The mayor said the pier is safe.", "Ida Roe", Basis.INDIRECT),
        ("The mayor, Ida Roe, said the pier is safe.", "Ida Roe", Basis.INDIRECT),
        ("A spokesman for Velda Lines said it is safe.", None, Basis.INDIRECT),
        ("Police said two people died.", "Police", Basis.INDIRECT),
        ("Ida Roe and Jon Arke said they agree.", "Ida Roe and Jon Arke", Basis.JOINT),
        ("Roe said so. She added that it is safe.", "Ida Roe", Basis.PRONOUN),
    ],
)
def test_speaker_is_named(text: str, speaker: str | None, basis: Basis) -> None:
    found = attribution(text)
    assert found.speaker == (speaker or "A spokesman for Velda Lines")
    assert (found.basis, found.sure) == (basis, True)


@pytest.mark.parametrize(
    "text",
    [
        "It claimed over 6,500 lives in six weeks.",
        "Roe declined to say what the pier would cost.",
        "Roe has not said when the pier opens.",
        "The pier is said to be safe.",
        "Velda Lines reported a loss of €3 million.",
        "Arke was a noted artist and painter.",
        'The film "The Long Pier" won the prize.',
    ],
)
def test_narration_has_no_speaker(text: str) -> None:
    assert attribution(text) == Attribution()


@pytest.mark.parametrize(
    "text",
    [
        "“We will open the pier in June, whatever it may cost us.”",
        "They said the pier is safe.",
        "It said in a statement that the pier is safe.",
        "Roe met Arke. He said the pier is safe.",
        'Ray Moe of "The Harbour Sun" said the pier is safe.',
    ],
)
def test_uncertain_speaker_is_not_named_as_sure(text: str) -> None:
    found = attribution(text)
    assert not found.sure
