"""The days of a live blog's entries, newest first or oldest first, past midnight."""

from datetime import date

import pytest

from facts.extraction.clocks import days_of_blocks
from facts.reading.read import read_here

DAY = date(2024, 11, 10)


def days(*clocks: str) -> list[int]:
    """Return how many days after the first each entry is; empty if they stay on one day."""
    entries = "\n\n".join(f"{clock}\nIt rained in the valley all day long." for clock in clocks)
    reading = read_here("a.txt", f"Rain: live\n\n{entries}\n".encode())[0].reading
    found = days_of_blocks(reading, DAY)
    told = [
        at
        for at, block in enumerate(reading.blocks)
        if "rained" in reading.text[block.start : block.end]
    ]
    return [(found[at] - DAY).days for at in told if at in found]


@pytest.mark.parametrize(
    ("clocks", "wanted"),
    [
        (("00.20", "23.35", "22.10", "19.30"), [1, 0, 0, 0]),
        (("21.05", "23.40", "00.30", "01.10"), [0, 0, 1, 1]),
        (("9.05pm", "11.50pm", "12.30am", "1.10am"), [0, 0, 1, 1]),
        (("1.10am", "12.30am", "11.50pm", "9.05pm"), [1, 1, 0, 0]),
        (("11.30am", "12.15pm", "1.05pm"), [0, 0, 0]),
        (("15.10", "14.20", "13.05"), []),
    ],
)
def test_entries_pass_midnight(clocks: tuple[str, ...], wanted: list[int]) -> None:
    assert days(*clocks) == wanted
