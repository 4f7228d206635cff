"""Sentences beside speech: names that do not speak, verbs that tell deeds, told in `beside.txt`."""

from pathlib import Path

import pytest

from tests.facts.extraction.told import facts_of

OPENING = "Mayor Ida Roe met Jon Arke, the head of Velda Lines, in Sorn on Monday."
LINES = (Path(__file__).parent / "beside.txt").read_text("utf-8").splitlines()
CASES = [line.split(" | ") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize("case", CASES)
def test_only_whoever_says_it_is_sure(case: list[str]) -> None:
    text, *speaker = case
    found = facts_of(OPENING, text)[-1].attribution
    assert [found.speaker] * (found.sure and found.speaker is not None) == speaker
