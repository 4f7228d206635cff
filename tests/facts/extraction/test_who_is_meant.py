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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Berg says he never owned a car. “I like trains,” the billionaire says.", "Tom Berg"),
        ("Scans show that she died at 40, says Livia Manfredi, whose dentist helped.", "Livia"),
        ("“My coach said, ‘What have you got to lose?’” Aliyah Monroe said.", "Aliyah Monroe"),
        ("Presiding judge Olav Strand asked the witness whether he had seen it.", "Olav Strand"),
        ("Foreign Affairs Minister Ida Roe said it was late.", "Ida Roe"),
        ("Campaigner Gil Prentice wondered why it had taken so long.", "Gil Prentice"),
        ("The Court of Appeal held that he had acted beyond his powers.", "Court of Appeal"),
        ("Bosch-Tanaka said it was late. Owners should stop at once, it said.", "Bosch-Tanaka"),
    ],
)
def test_a_text_of_one_speaker_is_theirs(text: str, speaker: str) -> None:
    found = facts_of(text)[-1].attribution
    assert found.sure
    assert (found.speaker or "").startswith(speaker)


def test_who_alone_was_named_is_no_other_person() -> None:
    told = "Tom Berg says a billionaire rang him. “I like trains,” the billionaire says."
    assert facts_of(told)[-1].attribution.speaker != "Tom Berg"


def test_somebody_told_of_in_a_quotation_does_not_speak_it() -> None:
    told = facts_of("“I sat with Dr. Ahmad Khair,” he said. “They were glad,” he said.")
    assert not any(draft.attribution.speaker and draft.attribution.sure for draft in told)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A new report suggests the costs of an old town have been exaggerated.", "A new report"),
        ("The unions claim 90 per cent of the workforce voted against it.", "The unions"),
        ("Local Torvian commanders say they have left.", "Local Torvian commanders"),
    ],
)
def test_bare_clauses_are_claims(text: str, speaker: str) -> None:
    found = who(text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Roe found the pier she had built.",
        "Police found a man who had been shot.",
        "Police found two guns and have arrested a man.",
    ],
)
def test_what_was_found_is_no_claim(text: str) -> None:
    assert who(text).speaker is None
