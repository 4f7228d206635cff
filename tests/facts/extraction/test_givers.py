"""Who gives a speech, as far as the line above it tells."""

import pytest

from tests.facts.extraction.told import sure_speaker

SPOKEN = (
    "It is my honour to open this college.",
    "When I was a girl in Orlu, there was one science teacher.",
    "We have hired 340 teachers.",
)


def giver(line: str) -> str | None:
    return sure_speaker(line, *SPOKEN)


@pytest.mark.parametrize(
    "line",
    [
        "Remarks by the Minister of Education at the opening of Sarn Technical College",
        "Speech by the mayor on the opening of the Kestrel Bridge",
        "Address by the chair to the Metal Union",
        "Statement by the Director before the Board of Sarn College",
    ],
)
def test_where_it_is_given_gives_no_speech(line: str) -> None:
    assert giver(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Remarks by the Minister of Education, Ida Roe, at the opening of Sarn College",
        "Remarks by Minister of Education Ida Roe at the opening of Sarn College",
        "Speech by Ida Roe on the opening of the Kestrel Bridge",
        "Ida Roe's speech to the Metal Union",
    ],
)
def test_who_is_named_gives_it(line: str) -> None:
    assert giver(line) == "Ida Roe"
