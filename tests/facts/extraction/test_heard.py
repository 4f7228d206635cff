"""Who is heard in a document and who is only mentioned."""

from facts.extraction.extract import extract
from facts.extraction.heard import Heard, Voice, heard_in
from facts.reading.read import read_here

STORY = """Mayor Ida Roe met Jon Arke in Sorn.

“The pier is safe,” Roe said. She said it would open in June.

The Harbour Office said it agreed.
"""


def heard(text: str) -> Heard:
    return heard_in(extract(read_here("a.txt", text.encode())[0].reading))


def test_speakers_are_heard_and_others_only_mentioned() -> None:
    found = heard(STORY)
    assert found.voices == (Voice("Ida Roe", "Mayor", 2), Voice("Harbour Office", None, 1))
    assert found.mentioned == ("Jon Arke",)


def test_joint_speakers_are_heard_one_by_one() -> None:
    found = heard("Ida Roe and Jon Arke said they agree.")
    assert [voice.name for voice in found.voices] == ["Ida Roe", "Jon Arke"]
    assert found.mentioned == ()


def test_doubtful_speaker_is_not_heard() -> None:
    found = heard("Roe met Arke. He said the pier is safe.")
    assert found.voices == ()


def test_nobody_is_heard_where_nothing_is_said() -> None:
    assert heard_in(()) == Heard()
