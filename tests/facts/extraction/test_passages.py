"""Short passages of the news in many house styles: their moments, figures and names as a table.

In `passages.txt` a line of "@" and the day of publication opens a passage; below its words stand
what is wanted: "M:" words | first day | last day, "F:" words | low | high, "N:" words and kind.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from facts.extraction.extract import extract
from facts.types import (
    Block,
    BlockKind,
    FactDraft,
    Particulars,
    Published,
    PublishedBasis,
    Reading,
)


@dataclass
class Passage:
    """A passage, one paragraph a line, and what it is wanted to hold."""

    day: date
    lines: list[str] = field(default_factory=list)
    wanted: dict[str, set[str]] = field(
        default_factory=lambda: {"M": set(), "F": set(), "N": set()}
    )


def passages() -> list[Passage]:
    """Return the passages of the table."""
    found: list[Passage] = []
    for line in Path(__file__).with_name("passages.txt").read_text("utf-8").splitlines():
        head, _, rest = line.partition(" ")
        if line.startswith("@"):
            found.append(Passage(date.fromisoformat(line[1:])))
        elif head in ("M:", "F:", "N:"):
            found[-1].wanted[head[0]] |= {mark.strip() for mark in rest.split(";") if mark.strip()}
        elif line:
            found[-1].lines.append(line)
    return found


def read(passage: Passage) -> tuple[FactDraft, ...]:
    """Return the facts of a passage."""
    text, blocks, at = "\n".join(passage.lines), [], 0
    for line in passage.lines:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    published = Published(passage.day, passage.day, PublishedBasis.ADMIN)
    return extract(Reading(text, tuple(blocks), Particulars(published=published), "test"))


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.lines[0][:40])
def test_a_passage_holds_what_it_says(passage: Passage) -> None:
    facts = read(passage)
    moments = {f"{m.text}|{m.earliest or ''}|{m.latest or ''}" for f in facts for m in f.moments}
    figures = {f"{g.text}|{g.low:.10g}|{g.high:.10g}" for f in facts for g in f.figures}
    named = {f"{n.text} {n.kind.value}" for f in facts for n in f.names}
    assert {"M": moments, "F": figures, "N": named} == passage.wanted
