"""How near a fact is to a question, in named parts.

Every part is a plain number that `/why` can print; `fitted` holds what each is worth. A part
depends on the question and the candidates alone, so that both database engines score alike.
"""

import math
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from facts.answering.asked import Asked
from facts.answering.considered import Before, Considered
from facts.answering.evidence import Evidence
from facts.answering.kinds import SPANNED, Kind
from facts.answering.matching import Match
from facts.answering.modifiers import other_modifier
from facts.answering.offers import answering_spans
from facts.answering.otherdates import date_differs
from facts.answering.question import Origin, Question

NEAR, WINDOW, EARLY = 6, 12, 3
_SHARES: Mapping[Origin | None, str] = {
    Origin.WRITTEN: "written",
    Origin.FORM: "forms",
    Origin.JOINED: "forms",
    Origin.SPELLING: "spelling",
    Origin.SYNONYM: "synonyms",
    Origin.PHRASE: "synonyms",
    Origin.ALIAS: "synonyms",
}
_MISSING = {what: f"missing_{what}" for what in ("verb", "head", "modifier")}
_MISSING_INSIDE = {what: f"missing_{what}_inside" for what in ("verb", "head")}
_ABSENT = (*_MISSING.values(), *_MISSING_INSIDE.values(), "missing_elsewhere")
_NO_SHARES = dict.fromkeys((*_SHARES.values(), "kin", "beside", *_ABSENT), 0.0)
_NO_NAMES = dict.fromkeys(
    (
        "names_around",
        "names_found",
        "names_missing",
        "numbers_missing",
        "numbers_found",
        "date_differs",
    ),
    0.0,
)
_DEFINING = frozenset({"is", "are", "was", "were", "be", "mean", "refer", "call", "name", "known"})


def parts(asked: Asked, considered: Considered, before: Before = (None, None)) -> dict[str, float]:
    """Return the named parts."""
    candidate, evidence, found = considered.candidate, considered.evidence, considered.found
    inside = considered.inside
    return {
        **_held(asked, found, len(evidence)),
        **_names(asked, found, evidence, candidate.nearby),
        **_order(asked, inside),
        **_wording(asked, found, inside, evidence),
        **_kind(asked.question, evidence, inside),
        **_around(asked, found, evidence, candidate.nearby),
        **_before(asked, found, before),
        "other_modifier": other_modifier(asked, found, evidence),
        "length": math.log(len(evidence) + 1) / 4,
        "dependent": float(candidate.dependent),
        "phrasing": candidate.phrasing,
    }


def _held(asked: Asked, found: Sequence[Match], words: int) -> dict[str, float]:
    """Return how much of the question the fact holds, how, and what is missing of it.

    What is missing is told by what it is in the question, and by whether the store holds it.
    """
    shares, whole = _NO_SHARES.copy(), asked.whole
    inside = heaviest = missed = 0.0
    held = missing = 0
    for match, (share, what) in zip(found, asked.shares, strict=True):
        weight = match.weight
        if match.places:
            held += 1
            inside += weight
            heaviest = max(heaviest, weight)
            shares["kin" if match.kin else _SHARES[match.origin]] += weight / whole
        elif match.factor:  # only the title or the like holds it
            shares["beside"] += weight / whole
            if what and what != "modifier":
                shares[_MISSING_INSIDE[what]] += share
        else:
            missing += 1
            missed = max(missed, match.term.weight)
            if what:
                shares[_MISSING[what]] += share
                shares["missing_elsewhere"] += share if match.term.known else 0.0
    norm = 0.65 + 0.35 * words / 22
    shares["evidence"] = inside / (inside + 15)
    shares["telling"] = inside / (whole + 15) * 1.8 / (1 + 0.8 * norm)
    shares["rarest_found"], shares["rarest_missing"] = heaviest / 10, missed / 10
    shares["found_count"], shares["missing_count"] = min(held, 6) / 6, min(missing, 6) / 6
    shares["all_found"] = float(not missing)
    for name, at in (("rarest", asked.rarest), ("last", -1), ("first", 0)):
        shares[f"{name}_inside"] = found[at].factor if found and found[at].places else 0.0
    return shares


def _names(
    asked: Asked, found: Sequence[Match], evidence: Evidence, nearby: Sequence[str]
) -> dict[str, float]:
    if not asked.names and not asked.exact:
        return _NO_NAMES
    names = [found[at] for at in asked.names]
    exact = [found[at] for at in asked.exact]
    given = [match for match in exact if match.places]
    total = asked.names_weigh
    missing = [match for match in names if not match.factor]
    held = frozenset(nearby) if missing else frozenset()
    around = [match for match in missing if match.term.among(held)]
    if around and evidence.names:  # it names somebody else
        around = []
    return {
        "names_around": sum([m.term.weight for m in around]) / total,
        "names_found": sum([m.weight for m in names if m.places]) / total,
        "names_missing": sum([m.term.weight for m in missing]) / total,
        "numbers_missing": float(len(given) < len(exact)),
        "numbers_found": float(len(given) > 0),
        "date_differs": float(len(exact) > 0 and date_differs(asked, found, evidence)),
    }


def _order(asked: Asked, inside: Sequence[Match]) -> dict[str, float]:
    whole = len(asked.forms) or 1
    near = rising = touching = 0
    for one, other in pairwise(inside):
        gap = _gap(one.places, other.places)
        near += abs(gap) <= NEAR
        rising += gap > 0
        touching += 0 < gap <= 2
    weighed = [(p, m.weight) for m in inside for p in m.places[:4]]
    return {
        "near": near / whole,
        "order": rising / whole,
        "touching": touching / whole,
        "window": _window(weighed) / asked.whole if weighed else 0.0,
        "early": float(len(weighed) > 0 and min(weighed)[0] < EARLY),
    }


def _gap(before: Sequence[int], after: Sequence[int]) -> int:
    """Return the smallest distance between two words, positive in the question's order."""
    if len(before) == len(after) == 1:
        return after[0] - before[0]
    return min([b - a for a in before for b in after], key=lambda gap: (abs(gap), -gap))


def _window(weighed: Sequence[tuple[int, float]]) -> float:
    """Return the greatest weight that any run of a few words holds."""
    if max(weighed)[0] < min(weighed)[0] + WINDOW:  # no weight is below 0
        return sum([weight for _, weight in weighed])
    return max([sum([w for p, w in weighed if at <= p < at + WINDOW]) for at, _ in weighed])


def _wording(
    asked: Asked, found: Sequence[Match], inside: Sequence[Match], evidence: Evidence
) -> dict[str, float]:
    question, places, telling = asked.question, evidence.places, evidence.telling
    pairs, pieces = question.pairs, question.pieces
    defines = _defines(found, evidence) if question.defining else 0.0
    written = [m for m in inside if evidence.written(m.term.shown, m.places)]
    both = [p for p in pairs if p[0] in places and p[1] in places]
    touching = [p for p in both if evidence.neighbours(*p)]
    return {
        "surface": len(written) / (len(found) or 1),
        "little_words": len([s for s in asked.little if s in places]) / (len(asked.little) + 2),
        "phrases": len(touching) / (len(pairs) or 1),
        "pieces": len([p for p in pieces if p in telling]) / (len(pieces) or 1),
        "defines": defines,
        "undefined": float(question.defining and not defines),
    }


def _defines(found: Sequence[Match], evidence: Evidence) -> float:
    """Tell whether the fact says what the only thing asked about is ("What is X?", "X is ...")."""
    if not found or not all(match.places for match in found):
        return 0.0
    last = max(match.places[0] for match in found)
    after = evidence.stems_at(slice(last + 1, last + 4))
    return float(last < 8 and not _DEFINING.isdisjoint(after))


def _kind(question: Question, evidence: Evidence, inside: Sequence[Match]) -> dict[str, float]:
    kind = question.kind
    taken = {place for match in inside for place in match.places}
    offered = [evidence.within(span) for span in answering_spans(kind, evidence)]
    new = [held for held in offered if not (held and taken.issuperset(held))]
    near = kind in SPANNED and any(_beside(held, taken) for held in new if held)
    expected = kind in SPANNED or kind in {Kind.WHY, Kind.SAID}
    return {
        "answer_missing": float(expected and not new),
        "answer_near": float(near),
        "number_given": float(kind is Kind.HOW_MANY and bool(new)),
        "date_given": float(kind is Kind.WHEN and bool(new)),
        "one_answer": float(kind in SPANNED and len(new) == 1),
        "more_words": min(len(evidence) - len(taken), 20) / 20 if kind is Kind.WHAT else 0.0,
    }


def _beside(held: range, taken: Set[int]) -> bool:
    """Tell whether any of these places is near to any of the others."""
    first, last = held[0] - NEAR, held[-1] + NEAR
    return any(first <= place <= last for place in taken)


def _around(
    asked: Asked, found: Sequence[Match], evidence: Evidence, nearby: Sequence[str]
) -> dict[str, float]:
    """Return what stands around the fact; `nearby` are stems that its document's facts hold."""
    title = weight = inside = around = 0.0
    above, headed, held = evidence.title, evidence.headed, frozenset(nearby)
    for match, forms in zip(found, asked.forms, strict=True):
        term, places = match.term, match.places
        if not above.isdisjoint(term.forms[0].stems):
            title += term.weight
        elif places or not (headed and term.among(headed)):
            # What a heading says is known of all beneath it.
            weight += term.weight
            inside += match.weight if places else 0.0
        if held and not places:
            around += term.weight * _most(forms, held)
    rest = inside / weight if weight else 1.0
    return {"title": title / asked.whole, "rest_inside": rest, "nearby": around / asked.whole}


def _before(asked: Asked, found: Sequence[Match], before: Before) -> dict[str, float]:
    """Return what of the question only the facts before this one tell: "The rent is ..."."""
    one, other = before
    just = shortly = 0.0
    for at, match in enumerate(found):
        if match.places:
            continue
        if one and one.found[at].places:
            just += match.term.weight
        elif other and other.found[at].places:
            shortly += match.term.weight
    shortly += just
    return {"just_before": just / asked.whole, "shortly_before": shortly / asked.whole}


def _most(forms: Sequence[tuple[float, frozenset[str]]], held: frozenset[str]) -> float:
    for factor, stems in forms:  # what counts for the most comes first
        if stems <= held:
            return factor
    return 0.0
