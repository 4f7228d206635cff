"""How a text is written: which labels speak in it, whether its points are numbered."""

import re
from collections import Counter
from dataclasses import dataclass

from facts.reading import lines, topwords

_SPEAKING_SHARE, _FEWEST_ADDRESSED = 0.4, 3
_ADDRESSED = re.compile(
    r"(?:mr|mrs|ms|miss|dr|hon|sir|dame|madam|mx)\b|the (?:minister|speaker|president|chair)"
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text is written: which labels speak in it, whether its points are numbered "2.15"."""

    speakers: frozenset[str]
    numbered: bool


def habits_of(paragraphs: list[str]) -> Habits:
    """Return the habits of a text, given all its paragraphs."""
    return Habits(speakers_of(paragraphs), lines.numbers_its_points(paragraphs))


def speakers_of(paragraphs: list[str]) -> frozenset[str]:
    """Return, folded, the labels that speak: those of a transcript, not those of a form."""
    named = [found.name for found in map(lines.label, paragraphs) if found]
    shouted = {name.casefold() for name in named if name.isupper()} - topwords.NO_SPEAKER
    counts = Counter(
        name.casefold() for name in named if name.casefold() not in topwords.NO_SPEAKER
    )
    if not {"q", "a"} <= counts.keys():
        counts.pop("q", None), counts.pop("a", None)
    again = {name for name, count in counts.items() if count >= 2}
    spoken = sum(counts.values()) >= _SPEAKING_SHARE * len(paragraphs)
    addressed = {name for name in counts if _ADDRESSED.match(name)}
    sure = again | (shouted & counts.keys())
    if spoken and len(addressed) >= _FEWEST_ADDRESSED:
        sure |= addressed  # "Ms Tuhoe:", "The Minister of Health:": a record, each heard once
    if not sure or sum(counts.values()) < 2:
        return frozenset()
    return frozenset(counts if len(again) >= 2 or spoken else sure)
