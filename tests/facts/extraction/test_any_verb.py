"""Who speaks where no listed verb tells, and where marks of quotation are opened anew."""

import re

import pytest

from facts.extraction.grouped import grouped
from facts.types import Attribution
from tests.facts.extraction.told import facts_of

OPENING = "Ulla Brenn, the mayor of Vardo, met Gus Ahlberg of the Kestrel Trust on Monday."


def who(text: str) -> Attribution:
    return facts_of(OPENING, text)[-1].attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We fell twice,” Brenn began.", "Ulla Brenn"),
        ("“We fell twice,” thundered Gus Ahlberg, who led the dive.", "Gus Ahlberg"),
        ("“Not a penny more” was how Gus Ahlberg, its clerk, put it.", "Gus Ahlberg"),
        ("But the Bureau of Ports’ Ida Roe says the rain has eased.", "Ida Roe"),
        ("Fans wept when Torvia, whose coach, Ida Roe, said it was late, lost.", "Ida Roe"),
        ("A rafter who raised the alarm, in Sorn, says he was lost.", "A rafter"),
        ("A man who saw the crash told reporters it was loud.", "A man"),
        ("Two men died, Torvian medics said.", "Torvian medics"),
        ("Torvian television is reporting that he fled.", "Torvian television"),
        ("Residents of West Moor dispute this.", "Residents of West Moor"),
        ("Local residents blame the mine.", "Local residents"),
        ("Management has called it fair.", "Management"),
        ("Local media reported at least nine dead.", "Local media"),
        ("Ida Roe and her counterpart, Jon Arke, said it was late.", "Ida Roe and Jon Arke"),
        (
            "The survey by the Polar Office and Norske Veritas, says the ice is thin.",
            "The survey",
        ),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    found = who(text)
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "In “Gone With the Wind,” stars Ida Roe.",
        "The man who police said had fired was caught.",
        "A nurse who said she was tired went home.",
        "Brenn called it off.",
        "Shares fell by 9 per cent, its lowest in years.",
    ],
)
def test_what_nobody_claims_has_no_speaker(text: str) -> None:
    assert not (who(text).sure and who(text).speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Roe said she had feared Ann Lund. “She was good,” she said.", "Ida Roe"),
        ("Robin Vale argued so. Judge Mary Roe disagreed. “It was valid,” she said.", "Mary Roe"),
    ],
)
def test_she_is_who_spoke_and_not_of_whom_was_told(text: str, speaker: str) -> None:
    assert who(text).speaker == speaker


def test_marks_opened_anew_part_sentences() -> None:
    told = facts_of(
        'The lake is low, Ida Roe said. "We want peace. "However, we are ready for war." '
        'The mayor left. "It was late," Roe said. Nobody came.'
    )
    assert [(draft.text, draft.attribution.speaker) for draft in told] == [
        ("The lake is low, Ida Roe said.", "Ida Roe"),
        ('"We want peace.', "Ida Roe"),
        ('"However, we are ready for war."', "Ida Roe"),
        ("The mayor left.", None),
        ('"It was late," Roe said.', "Ida Roe"),
        ("Nobody came.", None),
    ]


def test_words_under_their_first_letters_are_the_same_words() -> None:
    plain = r"said|says|called (?:for|on)|a[cd]d|(?:x|y)z|told(?=\s(?:us|me))"
    told = grouped(plain)
    words = ["said", "says", "called on", "acd", "add", "yz", "told us", "told", "sad", "call"]
    found = [bool(re.match(rf"(?:{told})\b", word)) for word in words]
    assert found == [bool(re.match(rf"(?:{plain})\b", word)) for word in words]
    assert found == [True, True, True, True, True, True, True, False, False, False]


def test_what_stands_in_a_quotation_never_closed_is_not_sure() -> None:
    told = facts_of(
        'Justice is done, Ida Roe said. "We have far to go. In Sorn, crowds stood in the rain.'
        ' A tree was lit. "They were ready," Roe said.'
    )
    assert [draft.attribution.sure for draft in told] == [True, True, False, False, True]
