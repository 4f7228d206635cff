"""Who "he" is after somebody without a name, and subjects that other words hide."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

OPENING = "Mayor Ida Roe met Jon Arke, the head of Velda Lines, in Sorn."


def who(text: str) -> Attribution:
    return facts_of(OPENING, text)[-1].attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "An ambulance came but the director of nursing at Sarn hospital says no one went.",
            "the director of nursing at Sarn hospital",
        ),
        (
            "The Immigration Department claims the bill from the attacks and the fires over the"
            " past month has reached $2 million.",
            "Immigration Department",
        ),
        ("Local media reports say four people died.", "Local media reports"),
        (
            "“People were just running,” the Southern Radio quoted one witness as saying.",
            "one witness",
        ),
        ("The clinic was full while the mayor said it was empty.", "Ida Roe"),
        ("A senior Torvian official said so. He told reporters it was late.", "A senior Torvian"),
        ("The Reverend Tim Costello said Jesus was a refugee. He says it is late.", "Tim Costello"),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    found = who(text)
    assert found.sure
    assert (found.speaker or "").removesuffix(" official") == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile, the husband of crash victim, Ida Roe, says he is sad.",
        "The landslide claimed 20 lives in a village that was rebuilt.",
        "Authorities sought the men and their whereabouts but say neither came.",
    ],
)
def test_who_is_not_certain_is_not_named(text: str) -> None:
    found = who(text)
    assert not (found.sure and found.speaker)
