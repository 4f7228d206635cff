"""Clock times over a live blog's entries -> the day of each entry, past midnight too."""

import re
from datetime import date, timedelta
from itertools import pairwise

from facts.types import Block, BlockKind, Reading

_CLOCK = re.compile(
    r"^(?P<hour>\d{1,2})(?:[.:h](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\b\.?)?", re.IGNORECASE
)
_FEWEST_OLDEST_FIRST = 3
_NOON = 12


def days_of_blocks(reading: Reading, day: date) -> dict[int, date]:
    """Return the day of each block under clock times that pass midnight; else nothing.

    `day` is the day of publication and of the oldest entry. Where the newest entry stands first,
    the clock runs backwards and jumps forward at midnight; where the oldest does, the other way.
    """
    minutes = [_minute(reading, block) for block in reading.blocks]
    clocks = [(at, minute) for at, minute in enumerate(minutes) if minute is not None]
    rises = [b[0] for a, b in pairwise(clocks) if b[1] > a[1]]
    falls = [b[0] for a, b in pairwise(clocks) if b[1] < a[1]]
    if len(clocks) < 2 or not rises:
        return {}
    blocks = range(clocks[0][0], len(reading.blocks))
    if len(rises) <= len(falls) or len(clocks) < _FEWEST_OLDEST_FIRST:
        if len(rises) > len(clocks) // 2:
            return {}
        return {at: day + timedelta(days=sum(1 for jump in rises if jump > at)) for at in blocks}
    return {at: day + timedelta(days=sum(1 for drop in falls if drop <= at)) for at in blocks}


def _minute(reading: Reading, block: Block) -> int | None:
    if block.kind is not BlockKind.HEADING:
        return None
    match = _CLOCK.match(reading.text[block.start : block.end])
    if not match or not (match["minute"] or match["half"]):
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    return 60 * hour + int(match["minute"] or 0)
