"""Which acts of speech are claims: verbs with what follows them, told in `acts.txt`."""

from pathlib import Path

import pytest

from tests.facts.extraction.told import sure_speaker

OPENING = "Talks on the harbour at Sorn failed on Monday after 14 hours."
ACTS = (Path(__file__).parent / "acts.txt").read_text("utf-8").splitlines()
CLAIMS = [line[2:] for line in ACTS if line.startswith("+ ")]
DEEDS = [line[2:] for line in ACTS if line.startswith("- ")]
SUBJECTS = {
    "Ida Roe": "Ida Roe",
    "The Fishers Union": "Fishers Union",
    "Its chairman, Jon Arke,": "Jon Arke",
}
BEFORE_THAT = ["avowed", "certified", "confessed", "contested", "guessed", "griped", "insinuated"]
NOT_TOLD = ["realised", "learned", "discovered", "decided", "noticed", "ensured", "ordered"]


def who(text: str) -> str | None:
    return sure_speaker(OPENING, text)


@pytest.mark.parametrize("act", CLAIMS)
def test_claims_are_given_to_their_speakers(act: str) -> None:
    assert {subject: who(f"{subject} {act}.") for subject in SUBJECTS} == SUBJECTS


@pytest.mark.parametrize("act", DEEDS)
def test_deeds_are_the_documents_to_tell(act: str) -> None:
    assert {who(f"{subject} {act}.") for subject in SUBJECTS} == {None}


@pytest.mark.parametrize("verb", BEFORE_THAT)
@pytest.mark.parametrize(
    "shape",
    [
        "Ida Roe {} that the ice was too thin.",
        "Ida Roe has {} that the ice was too thin.",
        "Ida Roe, who runs the rink, {} that the ice was too thin.",
        "In a statement on Monday, Ida Roe {} that the ice was too thin.",
        "Ida Roe, speaking at a rally in Sorn, {} that the ice was too thin.",
    ],
)
def test_any_verb_before_that_tells(verb: str, shape: str) -> None:
    assert who(shape.format(verb)) == "Ida Roe"


@pytest.mark.parametrize("verb", NOT_TOLD)
def test_what_is_learned_or_decided_is_told_by_the_document(verb: str) -> None:
    assert who(f"Ida Roe {verb} that the ice was too thin.") is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Metrolane told the Weavering Echo last week that it had no drivers.", "Metrolane"),
        ("Metrolane told the Echo it had no spare drivers.", "Metrolane"),
        ("There were no drivers, Metrolane told the Weavering Echo last week.", "Metrolane"),
        ("Quillon denied that it had no spare drivers.", "Quillon"),
        ("Quillon blames the weather.", "Quillon"),
        ("Quillon promised 200 new buses by June.", "Quillon"),
        ("In a statement on Monday Quillon said there were no drivers.", "Quillon"),
        ("The firm told the Weavering Echo last week that it had no drivers.", "The firm"),
        ("Ida Roe wrote in a letter that there were no drivers.", "Ida Roe"),
        ("The plan had come too late, Ida Roe conceded.", "Ida Roe"),
        ("Ida Roe grumbled that nobody had asked her.", "Ida Roe"),
        ("Ida Roe said nothing had been decided.", "Ida Roe"),
    ],
)
def test_whoever_tells_is_named(text: str, speaker: str) -> None:
    assert who(text) == speaker
