"""What the best facts are to one another: the same, overtaken, taken back, or at odds.

Links that loads have drawn are taken first; figures for the same thing are compared besides.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from facts.answering.kinds import Kind
from facts.answering.question import Question
from facts.answering.ranked import Ranked
from facts.answering.types import Bearing
from facts.links import LinkKind
from facts.text import meant
from facts.types import Figure

LOOKED_AT = 8
CLOSE_RANK = 3.0
ALIKE = 0.4  # share of common words from which two facts with figures speak of one thing
_COUNTED = frozenset({Kind.HOW_MANY, Kind.HOW_MUCH})
LOOSE = 0.1  # "about 300" and "nearly 300" allow this much


class Standing(StrEnum):
    """What the best fact is among its rivals."""

    ALONE = "alone"
    UPDATED = "updated"
    AT_ODDS = "at_odds"


def settled(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the ranking without what was taken back, the later figure before the earlier."""
    ids = {one.candidate.fact_id for one in ranked}
    kept = [one for one in ranked if not _links(one, LinkKind.CORRECTED, later=False) & ids]
    for place in range(min(len(kept), LOOKED_AT)):
        newer = _newest_of(kept[place], kept)
        if newer is not kept[place] and not newer.lacks and kept.index(newer) > place:
            kept.remove(newer)
            kept.insert(place, replace(newer, rank=kept[place].rank))
    return kept


def _newest_of(one: Ranked, ranked: Sequence[Ranked]) -> Ranked:
    """Follow the updates from a fact to the last one."""
    there = {other.candidate.fact_id: other for other in ranked}
    for _ in range(LOOKED_AT):
        later = [there[i] for i in _links(one, LinkKind.UPDATED, later=False) if i in there]
        if not later:
            break
        one = max(later, key=lambda other: other.candidate.went_live)
    return one


def _links(one: Ranked, kind: LinkKind, *, later: bool) -> set[int]:
    linked = one.candidate.linked
    return {link.fact_id for link in linked if link.kind is kind and link.later is later}


def bearings(question: Question, ranked: Sequence[Ranked]) -> tuple[Standing, list[Bearing]]:
    """Return what the best fact is among its rivals, and how each of the ranked facts bears."""
    best = ranked[0]
    overtaken = _links(best, LinkKind.UPDATED, later=True)
    found = [Bearing.ANSWERS]
    for other in ranked[1:]:
        if other.candidate.fact_id in overtaken:
            found.append(Bearing.EARLIER)
        elif at_odds(question, best, other):
            found.append(Bearing.DIFFERS)
        else:
            found.append(Bearing.NEAR)
    if Bearing.DIFFERS in found:
        return Standing.AT_ODDS, found
    return (Standing.UPDATED if Bearing.EARLIER in found else Standing.ALONE), found


def the_same(one: Ranked, other: Ranked) -> bool:
    """Tell whether two facts count once: similar, or one overtaken by the other."""
    kinds = {LinkKind.SIMILAR, LinkKind.UPDATED, LinkKind.DIFFERS}
    linked = one.candidate.linked
    return any(n.fact_id == other.candidate.fact_id and n.kind in kinds for n in linked)


def at_odds(question: Question, best: Ranked, other: Ranked) -> bool:
    """Tell whether another fact gives another value for what is asked."""
    if best.lacks or other.lacks:
        return False
    if any(
        link.kind is LinkKind.DIFFERS and link.fact_id == other.candidate.fact_id
        for link in best.candidate.linked
    ):
        return True
    if question.kind not in _COUNTED:
        return False
    close = best.rank - other.rank <= CLOSE_RANK
    apart = best.candidate.document_id != other.candidate.document_id
    if not close or not apart or not _one_thing(best, other):
        return False
    mine, theirs = _figures(best), _figures(other)
    pairs = [(a, b) for a in mine for b in theirs if a.unit == b.unit]
    return bool(pairs) and not any(compatible(a, b) for a, b in pairs)


def _figures(one: Ranked) -> list[Figure]:
    return [figure for figure in one.candidate.figures if figure.of is None]


def _one_thing(one: Ranked, other: Ranked) -> bool:
    """Tell whether two facts speak of one thing: common words, and no two different days."""
    mine, theirs = _stems(_with_subject(one)), _stems(_with_subject(other))
    alike = len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
    days = [
        {(m.earliest, m.latest) for m in r.candidate.moments if m.earliest} for r in (one, other)
    ]
    same_day = not (days[0] and days[1]) or bool(days[0] & days[1])
    return alike >= ALIKE and same_day


@lru_cache(maxsize=2_000)  # each of the best facts is held against the others
def _stems(text: str) -> frozenset[str]:
    return frozenset([stemmed for _, stemmed in meant(text)])


def _with_subject(one: Ranked) -> str:
    """Return a fact's words, with what "it" stands for where it leans on the sentence before."""
    return " ".join((one.candidate.text, *one.candidate.leant_on))


def compatible(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can both be true: "at least 286" and "nearly 300"."""
    (low, high), (least, most) = _range(one), _range(other)
    return low <= most and least <= high


def _range(figure: Figure) -> tuple[float, float]:
    slack = abs(figure.high) * LOOSE
    if figure.qualifier in {">=", ">"}:
        return figure.low, float("inf")
    if figure.qualifier in {"<=", "<"}:
        return (figure.low - slack if figure.qualifier == "<" else 0.0), figure.high
    if figure.qualifier == "~":
        return figure.low - slack, figure.high + slack
    return figure.low, figure.high
