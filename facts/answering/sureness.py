"""What the confidence in the best fact rests on, in named signs that compare between questions.

Ranking asks which fact of a question is nearest; these ask whether the nearest is an answer at all:
how far ahead it is, how many others hold as many of the asked words, how long the question is.
`fitted.CONFIDENCE` holds what each is worth, `fitted.UNTITLED` what to add for a fact that has no
title.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from facts.answering.evidence import Evidence, prepare
from facts.answering.kinds import PART_OF_NAME, Kind
from facts.answering.matching import Match
from facts.answering.question import Question
from facts.answering.ranked import Ranked

NO_RIVAL = 2.0  # how much farther one that lacks something is taken to be from one that does not
MUCH = 0.5  # a share of the question's weight; a fact that holds less says little of it itself
NEXT, BESIDE = 12, 6  # how many of the best are looked at
FARTHEST = 12.0  # a fact so far behind is as good as none
COUNTED_WITHIN = 3  # words from a number to what it counts: "four more new buses"
SURELY = 0.85  # other words for a word count for less
_OFTEN_ASKED = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.HOW_MANY, Kind.NAME, Kind.WHAT})
_NAMES = frozenset({"name", "names"})


def signs(question: Question, ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """Return what the confidence in the first of these different facts rests on."""
    best, whole = ranked[0], question.weight or 1.0
    unknown = sum(term.weight for term in question.terms if not term.known)
    telling = [r.parts["telling"] for r in ranked]
    asked = question.kind.value if question.kind in _OFTEN_ASKED else "otherwise"
    return {
        **best.parts,
        **_rivalry(ranked),
        **_length(question),
        **_held(best),
        **_part_of_name(question, best),
        **_counted(question, best),
        "bias": 1.0,
        "untitled": float(not best.candidate.title),
        "rank": best.rank / 10,
        "also_telling": math.log1p(sum(t >= 0.85 * telling[0] for t in telling[1:])),
        "more_telling": max(telling) - telling[0],
        "unknown": unknown / whole,
        "little_inside": max(0.0, MUCH - _inside(best)) / MUCH,
        "question_weight": min(whole, 80) / 80,
        f"asks_{asked}": 1.0,
    }


def gap(ranked: Sequence[Ranked]) -> float:
    """Return how far the best fact is ahead of the next different one."""
    return ranked[0].rank - max(_rivals(ranked), default=0.0)


def _rivals(ranked: Sequence[Ranked]) -> list[float]:
    """Return the ranks of the other facts; one that lacks something is no near rival."""
    back = 0.0 if ranked[0].lacks else NO_RIVAL
    return [r.rank - (back if r.lacks else 0.0) for r in ranked[1:]]


def _rivalry(ranked: Sequence[Ranked]) -> dict[str, float]:
    """Return how many others come near, hold as much, and stand in the same document."""
    best, others = ranked[0], ranked[1:NEXT]
    ranks, mine = _rivals(ranked), _places(best)
    behind = [min(max(rank - best.rank, -FARTHEST), FARTHEST / 2) for rank in ranks]
    own = _weight(best)
    beside = [r for r in ranked[1:BESIDE] if r.candidate.document_id == best.candidate.document_id]
    return {
        "gap": min(gap(ranked), 4.0) / 4,
        "rivals": math.log1p(sum(rank > best.rank - 1 for rank in ranks)),
        "crowd": math.log1p(sum(map(math.exp, behind))),
        "as_many": math.log1p(sum(mine <= _places(r) for r in others)) / 3,
        "most_elsewhere": min(max(map(_weight, others), default=0.0) / own, 1.5) if own else 1.5,
        "same_document": len(beside) / (BESIDE - 1),
    }


def _length(question: Question) -> dict[str, float]:
    asked = len(question.terms)
    return {
        "question_words": min(asked, 8) / 8,
        "one_word": float(asked == 1),
        "two_words": float(asked == 2),
        "three_words": float(asked == 3),
    }


def _held(best: Ranked) -> dict[str, float]:
    """Return how the fact itself holds the asked words."""
    inside = [match for match in best.found if match.places]
    rarest = max(best.found, key=lambda match: match.term.weight, default=None)
    as_meant = rarest is not None and _as_meant(rarest, prepare(best.candidate))
    return {
        "rarest_as_meant": float(as_meant),
        "other_words_only": float(bool(inside) and all(m.factor < SURELY for m in inside)),
        "one_found": float(len(inside) == 1),
    }


def _as_meant(match: Match, evidence: Evidence) -> bool:
    return bool(match.places) and evidence.written(match.term.shown, match.places)


def _part_of_name(question: Question, best: Ranked) -> dict[str, float]:
    """Tell whether a longer name holds the one whose first or last name is asked for."""
    typed = question.lowered
    asked = any(one in PART_OF_NAME and two in _NAMES for one, two in pairwise(typed))
    if not asked:
        return {}
    evidence = prepare(best.candidate)
    places = {place for match in best.found for place in match.places}
    longer = (evidence.within(name) for name in evidence.names)
    held = any(places.intersection(name) and not places.issuperset(name) for name in longer)
    return {"longer_name": float(held), "no_longer_name": float(not held)}


def _counted(question: Question, best: Ranked) -> dict[str, float]:
    """Tell whether a number stands just before what is counted: "how many buses"."""
    typed = question.lowered
    if question.kind is not Kind.HOW_MANY or "many" not in typed:
        return {}
    after = typed.index("many") + 1
    found = [m for m in best.found if m.term.place in (after, after + 1)]
    places = [place for match in found for place in match.places]
    if not places:
        return {}
    evidence = prepare(best.candidate)
    numbers = {at for number in evidence.undated for at in evidence.within(number)}
    near = any(numbers.intersection(range(p - COUNTED_WITHIN, p)) for p in places)
    return {"counted": float(near), "uncounted": float(not near)}


def _places(ranked: Ranked) -> frozenset[int]:
    """Return the places in the question of what the fact itself holds."""
    return frozenset([match.term.place for match in ranked.found if match.places])


def _weight(ranked: Ranked) -> float:
    return sum([match.weight for match in ranked.found if match.places])


def _inside(ranked: Ranked) -> float:
    """Return the share of the question that the fact's own words hold."""
    return sum([ranked.parts[how] for how in ("written", "forms", "spelling", "synonyms", "kin")])
