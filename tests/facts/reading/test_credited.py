"""Quotations that stand alone, and the line beneath that names who is quoted."""

import pytest

from facts.reading.read import read_here
from facts.types import Block, Reading

PAGE = (
    "<html><body><article><h1>Board adopts plan</h1><p>The Water Board adopted a plan on water"
    " today, after a long day of talks in Sarn.</p><blockquote><p>“Four dry summers have shown us"
    " how thin our reserves are.”</p><p>Ida Roe, President of the Water Board</p></blockquote>"
    "<p>The plan was backed by 24 of the 27 members of the board.</p></article></body></html>"
)
MARKDOWN = (
    "# A plan\n\nThe board met.\n\n> The wells are low.\n> — Ida Roe, the mayor\n\nIt rained."
)
TEXT = "A plan\n\nThe board met.\n\n“The wells are low.”\n\n— Ida Roe, the mayor\n\nIt rained."


def read(name: str, text: str) -> Reading:
    return read_here(name, text.encode())[0].reading


def words(reading: Reading, block: Block) -> str:
    return reading.text[block.start : block.end]


@pytest.mark.parametrize(("name", "text"), [("a.html", PAGE), ("a.md", MARKDOWN), ("a.txt", TEXT)])
def test_the_name_beneath_speaks_and_states_nothing(name: str, text: str) -> None:
    reading = read(name, text)
    spoken = [words(reading, block) for block in reading.blocks if block.speaker == "Ida Roe"]
    assert len(spoken) == 1
    assert not any("Ida Roe" in words(reading, block) for block in reading.blocks)


def test_a_line_that_goes_on_beneath_is_no_name() -> None:
    reading = read("a.txt", TEXT.replace("— Ida Roe, the mayor", "Ida Roe, the mayor, left."))
    assert not any(block.speaker for block in reading.blocks)
