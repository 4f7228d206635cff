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
        ("Velda Lines reported a loss of €3 million.", "Velda Lines", Basis.INDIRECT),
        ("Police said two people died.", "Police", Basis.INDIRECT),
        ("Ida Roe and Jon Arke said they agree.", "Ida Roe and Jon Arke", Basis.JOINT),
        ("Roe said so. She added that it is safe.", "Ida Roe", Basis.PRONOUN),
        ("The deputy, Per Kvamme, denied that it is safe.", "Per Kvamme", Basis.INDIRECT),
        ("Lamine Dubost of the Orchard Party said it is safe.", "Lamine Dubost", Basis.INDIRECT),
        ("‘It is safe,’ said the speaker, Dr. Ewan Rusk, today.", "Ewan Rusk", Basis.QUOTE),
        ("‘It is safe,’ Roe said, ‘and it will stay.’", "Ida Roe", Basis.QUOTE),
        ("“It is safe. It will stay,” said Roe.", "Ida Roe", Basis.QUOTE),
        ("Roe said so. The 58-year-old added that it is safe.", "Ida Roe", Basis.PRONOUN),
        ("Roe was blunt: “It is safe.”", "Ida Roe", Basis.QUOTE),
        ("Roe was quoted as saying the pier is safe.", "Ida Roe", Basis.INDIRECT),
        ("The ministry’s figure is 40.", "The ministry", Basis.INDIRECT),
        ("He was told by a clerk that it is safe.", "a clerk", Basis.INDIRECT),
        ("In a statement, the museum said it is safe.", "the museum", Basis.INDIRECT),
        ("Organisers claimed 8,000 had come.", "Organisers", Basis.INDIRECT),
        ("Supermarkets say it is safe.", "Supermarkets", Basis.INDIRECT),
        ("One visitor from Leeds said it is safe.", "One visitor from Leeds", Basis.INDIRECT),
        ("The union disputes that and says it is safe.", "The union", Basis.INDIRECT),
        ("The union puts the number of strikers at 400.", "The union", Basis.INDIRECT),
        ("Torvia denied that it had fired.", "Torvia", Basis.INDIRECT),
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
        "Velda Lines made a loss of €3 million.",
        "Roe resigned after an inquiry found that the pier is unsafe.",
        "Roe did not comment.",
        "Roe was told that the pier is safe.",
        "Roe, the author of a report that said the pier is unsafe, resigned.",
        "Neither Roe nor Arke said anything.",
        "Roe added three goals.",
        "The court heard that Arke lied.",
        "Nobody had been told.",
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
        "Arke met Hugo Brandt. He said the pier is safe.",
        'Ray Moe of "The Harbour Sun" said the pier is safe.',
    ],
)
def test_uncertain_speaker_is_not_named_as_sure(text: str) -> None:
    found = attribution(text)
    assert not found.sure


TWO = "Mayor Ida Roe met Jon Arke, the head of Velda Lines, in Sorn."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("She said the pier is safe.", "Ida Roe"),
        ("Arke laughed. He said the pier is safe.", "Jon Arke"),
        ("Arke’s wife, Petra Lund, said it is old. She added that the pier is safe.", "Petra Lund"),
    ],
)
def test_pronoun_goes_to_the_only_one_it_can_mean(text: str, speaker: str) -> None:
    found = attribution(f"{TWO} {text}")
    assert (found.speaker, found.basis, found.sure) == (speaker, Basis.PRONOUN, True)


def all_of(text: str) -> list[Attribution]:
    reading = read_here("a.txt", text.encode())[0].reading
    return [draft.attribution for draft in extract(reading)]


def test_quotation_before_its_attribution_is_the_speakers_too() -> None:
    one = "We have worked on this for many long years with all the people of this harbour town"
    found = all_of(f"“{one}. {one}. {one}. {one},” said Ida Roe.")
    assert [who.speaker for who in found] == ["Ida Roe"] * 4


def test_quotation_runs_over_paragraphs_that_open_with_a_mark() -> None:
    found = all_of("‘We came early,’ said Ida Roe. ‘It was dark.\n\n‘Nobody has come since.’")
    assert [(who.speaker, who.sure) for who in found] == [("Ida Roe", True)] * 3


def test_label_in_capitals_is_joined_to_the_full_name() -> None:
    found = all_of("We met Noor van Asselt.\n\nOHM: Why?\n\nVAN ASSELT: It was dark here.")
    assert [who.speaker for who in found][1:] == ["OHM", "Noor van Asselt"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("What Roe said was wrong, Arke argued.", "Jon Arke"),
        ("Roe said Arke had told her the pier was safe.", "Ida Roe"),
        ("According to Arke’s lawyer, Petra Lund, he is ill.", "Petra Lund"),
        ("After meeting Roe, Arke said it is safe.", "Jon Arke"),
        ("Roe’s office said it is safe.", "Roe’s office"),
        ("Witnesses said Arke shouted: “Stop!”", "Witnesses"),
        (
            "Ida Roe, Jon Arke and Petra Lund agreed that it is safe.",
            "Ida Roe, Jon Arke and Petra Lund",
        ),
        ("The Herald reported that Roe said it is safe.", "Herald"),
        ("“It is over,” a senior official told Arke.", "a senior official"),
    ],
)
def test_among_several_names_the_one_who_says_it_is_chosen(text: str, speaker: str) -> None:
    found = attribution(text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said Roe was ill, but she denied it.",
        "Prosecutors say Arke lied; his lawyer says he did not.",
    ],
)
def test_two_claims_in_one_sentence_are_nobodys_for_sure(text: str) -> None:
    assert not attribution(text).sure


def test_words_like_another_label_are_not_the_labels_for_sure() -> None:
    found = all_of("DR LUND: It was dark here.\n\nMR OHM: Why?\n\nDR LUND: Q: Who asked that?")
    assert (found[-1].speaker, found[-1].sure) != ("DR LUND", True)
