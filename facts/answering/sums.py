"""Whether a fact gives a sum of money, a unit or a toll where the question asks for one."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.money import COINS
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.extraction.givennames import is_common
from facts.types import FactKind

_SUMS = word_set(
    "fine fee fees cost price salary salaries wage wages earn earns earned rent fare fares paid "
    "pay pays worth charge loan grant compensation penalty pension bonus ransom bill subsidy"
)
_ASKS_SUM = re.compile(
    r"(?:how much|what(?:'s|s)? (?:is|are|was|were|do|does|did|will|would)\b"
    r"|(?:current )?(?:price|cost|fees?|fares?|rent|salary|wages?) (?:of|for|at|to)\b)"
)
_MONEY = re.compile(
    r"[$€£¥₹₽₴₱%]|\b(?:dollars?|euros?|pounds?|pence|cents?|crowns?|rupees?|shillings?|lakh|crore"
    rf"|{COINS}"
    r"|million|billion|trillion|per ?cent|percentage|free|nothing|half|twice|double|triple"
    r"|(?-i:[A-Z][A-Za-z]{0,2})\s?\d[\d,.]*(?:[kmb]n?)?|\d[\d,.]*(?:[kmb]n?| ?(?-i:[A-Z]{3})))\b"
    r"|\d\.\d",
    re.IGNORECASE,
)
_IN_UNIT = re.compile(
    r"\bin (?P<unit>tonn|ton|kilomet|km|mile|euro|dollar|pound|per ?cent|hectare|acre|litre|degree"
    r"|met[re]{2}|feet|kilo|megawatt|gigawatt|barrel)[a-z]*\??$"
)
_WRITTEN: dict[str, str] = {
    "euro": "€",
    "dollar": "$",
    "pound": "£",
    "percent": "%",
    "per cent": "%",
    "kilomet": "km",
    "degree": "°",
    "tonn": "ton",
    "megawatt": "mw",
    "gigawatt": "gw",
}
_SICK = re.compile(r"\b(?:cases?|infect\w+|patients?|sick|ill|injur\w+|wounded|hurt)\b", re.I)
_DEAD = re.compile(
    r"\b(?:die[ds]?|dying|dead|deaths?|kill\w*|fatal\w*|lives|toll|perish\w*|drown\w*|bod(?:y|ies)"
    r"|murder\w*|victims?|casualt\w+|arrest\w*|injur\w+|lost)\b",
    re.IGNORECASE,
)
_TOLLS = word_set("deaths dead toll casualties fatalities injuries injured arrests victims")


@only_where(lambda q: q.holds(_SUMS) and q.kind is not Kind.SAID and _ASKS_SUM.match(q.small))
def sums(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how much is the fine" that a fact holds money, and not 1,846 signatures."""
    if seen.candidate.kind is FactKind.ROW:
        return
    if not holds_money(seen, seen.evidence.text):
        yield Lacking(Lack.ANSWER, seen.shown(seen.asked(_SUMS)[:1]), open=True)


def holds_money(seen: Seen, text: str) -> bool:
    """Tell whether a text of the fact holds money, or a figure in what may be money.

    Money of lands that no list knows: "9 lirans", but not "9 signatures".
    """
    units = (figure.unit for figure in seen.candidate.figures if figure.unit)
    strange = any(unit != "%" and not _is_plain(unit.split()[0]) for unit in units)
    return strange or bool(_MONEY.search(text))


def _is_plain(word: str) -> bool:
    return is_common(word) or is_common(word.removesuffix("s"))


@only_where(lambda q: _IN_UNIT.search(q.small))
def units(seen: Seen) -> Iterator[Lacking]:
    """Ask of "the quota in tonnes" that a fact, or its column's head, holds tonnes."""
    asked = _IN_UNIT.search(seen.question.small)
    if asked is None:
        return
    beside = " ".join((seen.evidence.text, *seen.candidate.headings)).lower()
    unit = asked["unit"]
    if unit not in beside and _WRITTEN.get(unit, unit) not in beside:
        yield Lacking(Lack.NUMBER, asked.group(), open=True)


@only_where(lambda q: q.holds(_TOLLS), of={Kind.WHAT})
def tolls(seen: Seen) -> Iterator[Lacking]:
    """Ask of "cholera deaths in Toram" that a fact tells of deaths, or counts somebody."""
    for place in seen.asked(_TOLLS):
        match = seen.matches.get(place)
        told = seen.candidate.figures and not _SICK.search(seen.evidence.text)
        if (
            match is not None
            and not match.inside
            and not told
            and not _DEAD.search(seen.evidence.text)
        ):
            yield Lacking(Lack.COUNTED, seen.shown([place]), open=True)
