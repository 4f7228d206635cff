"""Whether a fact's figures measure what is asked: "how fast" is no length, "over 90" no "up to"."""

import re
from collections.abc import Iterator, Mapping

from facts.answering.evidence import Evidence
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.seen import Lack, Lacking, Seen

_LENGTH = (
    r"\d ?(?:m|km|cm|mm|ft)\b|met(?:re|er)|kilomet|centimet|millimet|\bmiles?\b|\bfeet\b|\bfoot\b"
    r"|\binch|\byards?\b|\bhalfway\b|\bstor(?:eys?|ies)\b|\bfloors?\b|\bfathoms?\b|\bknee|\bwaist"
)
_TIME = r"second|minute|hour|\bdays?\b|\bweeks?\b|\bmonths?\b|\d:\d\d|\d\.\d\d\b"
# What a measure's figure comes with, by the adjective that asks for it.
_SHOWN_BY: Mapping[str, re.Pattern[str]] = {
    asked: re.compile(pattern, re.IGNORECASE)
    for adjectives, pattern in (
        ("tall high deep wide", _LENGTH),
        ("far", rf"{_LENGTH}|{_TIME}|point|per ?cent|%|\bsets? of\b"),
        ("fast", rf"\bk/?m/?p?h\b|mph|knots|per hour|an hour|per second|{_TIME}"),
        ("heavy", r"\b(?:kg|kilo|gram|tonne|ton|pound|lb|stone|ounce)"),
        (
            "old",
            r"year|month|\b(?:was|is|were|are|turn(?:s|ed)?) \d{1,3}\b"
            r"|\baged?\b|\bage\b|\bborn\b|centur|\d{4}|, \d{1,3}\b|\bdays?\b|week",
        ),
    )
    for asked in adjectives.split()
}
_ABOVE = word_set("more longer over above older greater higher larger bigger exceeding beyond")
_BELOW = word_set("less fewer under below younger shorter lower smaller")
_UP_TO = re.compile(
    r"\b(?:up to|at most|no more than|not more than|no longer than|under|below|less than"
    r"|fewer than|maximum of|within)(?: \S+){0,2} $",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|above|no less than|no fewer than|not less than|longer than"
    r"|minimum of|exceeding)(?: \S+){0,2} $",
    re.IGNORECASE,
)
_BEGINNING = word_set("begin begins began start starts started commence open opens opened")
_ENDING = word_set("end ends ended finish finishes close closes closed stop stops expire expires")
_FROM = re.compile(r"\b(?:from|as of|starting|beginning|since)(?: \w+)? $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|to|through|by)(?: \w+)? $|[–-] ?$", re.IGNORECASE)
_NEAR = 3  # words from "longer" to its number: "longer than about 90 days"


def measures(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how fast", "how old" and the like that a figure of such a measure is there."""
    typed = [word.casefold() for word in seen.question.typed]
    if seen.question.kind is not Kind.HOW_MANY or "how" not in typed[:-1]:
        return
    asked = typed[typed.index("how") + 1]
    shown_by = _SHOWN_BY.get(asked)
    beside = " ".join(seen.candidate.headings)
    if shown_by and not shown_by.search(f"{seen.evidence.text} {beside}"):
        yield Lacking(Lack.ANSWER, f"how {asked}", open=True)


def bounds(seen: Seen) -> Iterator[Lacking]:
    """Tell "stays longer than 90 days" from "stays of up to 90 days"."""
    typed = [word.casefold() for word in seen.question.typed]
    for place, match in seen.matches.items():
        if not match.term.number or not match.places:
            continue
        before = frozenset(typed[max(0, place - _NEAR) : place])
        against = _UP_TO if before & _ABOVE else _AT_LEAST if before & _BELOW else None
        if against is None:
            continue
        starts = (seen.evidence.words[at].start for at in match.places)
        if all(against.search(seen.evidence.text[:start]) for start in starts):
            yield Lacking(Lack.NUMBER, seen.shown([place]))


def begins_or_ends(verb: str, evidence: Evidence) -> bool:
    """Tell whether a date's preposition says what the verb asks: a ban "from 1 July" begins."""
    sign = _FROM if verb in _BEGINNING else _UNTIL if verb in _ENDING else None
    return sign is not None and any(sign.search(evidence.text[: d.start]) for d in evidence.dates)
