"""How a text is written: which labels speak in it, whether its points are numbered."""

import re
from collections import Counter
from dataclasses import dataclass

from facts.reading import lines, topwords

_SPEAKING_SHARE, _FEWEST_ADDRESSED = 0.4, 3
_ADDRESSED = re.compile(
    r"(?:mr|mrs|ms|miss|dr|hon|sir|dame|madam|mx)\b|the (?:minister|speaker|president|chair)"
)

# What the one who keeps a record says between and after the speeches.
_NARRATES = re.compile(
    r"(?:,\s[^,.]{3,60},)?\s(?:(?:then|also|again|in reply|himself|herself)\s)*"
    r"(?:said|replied|answered|asked|told|moved|added|thanked|agreed|rejected|confirmed|explained"
    r"|noted|stated|stressed|urged|proposed|seconded|withdrew|tabled|introduced|concluded|rose"
    r"|resumed|took|left|opened|closed)\b"
)
_RECORDS = re.compile(
    r"(?:The|An?)\s(?:[\w-]+\s){0,2}?(?:(?i:house|assembly|senate|chamber|parliament|council"
    r"|committee|court|sitting|session|meeting|debate|hearing)\s"
    r"(?:rose|adjourned|divided|(?:was|were)\s(?:adjourned|suspended|closed|resumed|opened))"
    r"|(?i:bill|motion|amendments?|resolution|question|clause|report)\b[^.]{0,120}?\s(?:was|were)\s"
    r"(?:then\s|accordingly\s)?(?:read|put|agreed|carried|defeated|passed|rejected|adopted"
    r"|negatived|withdrawn|referred)\b)"
)
# What stands below a talk: "Low Water is published by Roe & Lund." The speakers say "my book is".
_BELOW_A_TALK = re.compile(
    r"(?!.*\b(?:I|me|my|we|us|our|you|your)\b)(?:This\s(?:interview|conversation|talk)\b"
    r"|[A-Z][^.!?]{2,90}?\s(?:is|are|was|will\sbe)\s(?:published|released|out|on\s(?:show|sale|tour)"
    r"|available|broadcast|screened|distributed)\s(?:by|on|at|in|from|now|until)\b)"
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text is written: which labels speak in it, whether its points are numbered "2.15"."""

    speakers: frozenset[str]
    numbered: bool


def habits_of(paragraphs: list[str]) -> Habits:
    """Return the habits of a text, given all its paragraphs."""
    return Habits(speakers_of(paragraphs), lines.numbers_its_points(paragraphs))


def ends_speech(line: str, speakers: frozenset[str]) -> bool:
    """Tell a line of the record itself, below a speech: "Mr Roe, replying, said", "The House rose".

    So is a note on a book or a film below an interview.

    `speakers` are the labels that speak, folded.
    """
    if _RECORDS.match(line) or _BELOW_A_TALK.match(line):
        return True
    folded = line.casefold()
    return any(folded.startswith(name) and _NARRATES.match(line, len(name)) for name in speakers)


# What people say to each other, and no report: "we were told", "have you read it?".
_SPOKEN = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Uu]s|[Yy]ou|[Yy]ours?|[Oo]urs?(?!\s(?:correspondent|reporter|staff)))\b|\?"
)
_QUOTED = re.compile(r"[“\"‘][^”\"’]*[”\"’]")
_PLACED = re.compile(
    r"(?:[a-z]+day|port|the|new|san|santa|st|north|south|east|west|upper|lower|great|little|mount|fort|lake)\s"
)
_POST = re.compile(
    r".*\b(?:chair\w*|clerk|secretary|moderator|host|interviewer|question\w*|reporter|journalist"
    r"|presenter|speaker|counsel|judge|coroner|witness|minister|president|mayor|officer|operator"
    r"|members?|audience|spokes\w+|director|narrator|caller)\b"
)


def _is_somebody(name: str) -> bool:
    """Tell "Ida Roe", "Q" and "The Chair" from "SORN" and "The Echo", which may open a report."""
    folded = name.casefold()
    if folded in ("q", "a") or _ADDRESSED.match(folded) or _POST.fullmatch(folded):
        return True
    return " " in folded and not _PLACED.match(folded)


def _in_turn(placed: list[tuple[int, str]]) -> bool:
    """Tell whether those addressed follow one another, whatever the record tells around them."""
    heard = [at for at, name in placed if _ADDRESSED.match(name.casefold())]
    return len(heard) >= _SPEAKING_SHARE * (heard[-1] - heard[0] + 1)


def _entitles(rest: str) -> bool:
    """Tell "School Meals Bill: second reading", which names a matter, from what somebody says."""
    words = rest.strip()
    return words[:1].islower() and not lines.ends_in_stop(words)


def speakers_of(paragraphs: list[str]) -> frozenset[str]:
    """Return, folded, the labels that speak: those of a transcript, not those of a form."""
    placed, talk = [], False
    for at, line in enumerate(paragraphs):
        if (found := lines.label(line)) and not _entitles(line[found.end :]):
            placed.append((at, found.name))
            talk = talk or bool(_SPOKEN.search(_QUOTED.sub("", line[found.end :])))
    if not talk:
        placed = [(at, name) for at, name in placed if _is_somebody(name)]
    named = [name for _, name in placed]
    shouted = {name.casefold() for name in named if name.isupper()} - topwords.NO_SPEAKER
    counts = Counter(
        name.casefold() for name in named if name.casefold() not in topwords.NO_SPEAKER
    )
    if not {"q", "a"} <= counts.keys():
        counts.pop("q", None), counts.pop("a", None)
    again = {name for name, count in counts.items() if count >= 2}
    spoken = sum(counts.values()) >= _SPEAKING_SHARE * len(paragraphs)
    addressed = {name for name in counts if _ADDRESSED.match(name)}
    # "KOTA MERU: The river rose ..." opens a report: a lone label is nobody who speaks.
    heard = again or spoken or len(shouted) > 1
    sure = again | (shouted & counts.keys() if heard else set())
    if len(addressed) >= _FEWEST_ADDRESSED and (spoken or _in_turn(placed)):
        sure |= addressed  # "Ms Tuhoe:", "The Minister of Health:": a record, each heard once
    if not sure or sum(counts.values()) < 2:
        return frozenset()
    return frozenset(counts if len(again) >= 2 or spoken else sure)
