"""How near a fact is to a question, in named parts.

Every part is a plain number that `/why` can print; `fitted` holds what each is worth. A part
depends on the question and the candidates alone, so that both database engines score alike.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from facts.answering.asked import Asked
from facts.answering.evidence import Evidence, prepare
from facts.answering.kinds import SPANNED, Kind
from facts.answering.matching import Match, matches, sought
from facts.answering.modifiers import other_modifier
from facts.answering.offers import answering_spans
from facts.answering.otherdates import date_differs
from facts.answering.question import Origin, Question
from facts.answering.types import Candidate

NEAR, WINDOW, EARLY = 6, 12, 3
LEARNED = 1_000  # a fact that people are known to ask for so is always weighed
_SHARES = {
    Origin.WRITTEN: "written",
    Origin.FORM: "forms",
    Origin.JOINED: "forms",
    Origin.SPELLING: "spelling",
    Origin.SYNONYM: "synonyms",
    Origin.PHRASE: "synonyms",
    Origin.ALIAS: "synonyms",
}
_NO_SHARES = dict.fromkeys((*_SHARES.values(), "kin", "beside"), 0.0)
_WHATS = ("verb", "head", "modifier", "elsewhere", "head_inside", "verb_inside")
_NONE_MISSING = dict.fromkeys((f"missing_{what}" for what in _WHATS), 0.0)
_DEFINING = frozenset({"is", "are", "was", "were", "be", "mean", "refer", "call", "name", "known"})


class Considered(NamedTuple):
    """A candidate, what it offers, and how each term of the question is found in it."""

    candidate: Candidate
    evidence: Evidence
    found: tuple[Match, ...]
    said: bool  # somebody's words, and such are asked for

    @property
    def eligible(self) -> bool:
        """Tell whether the fact itself is on the subject, not merely its title or neighbours."""
        inside = [match for match in self.found if match.places]
        if inside or self.candidate.phrasing > 0:
            return True
        return (self.candidate.dependent or self.said) and any(m.beside for m in self.found)

    @property
    def told(self) -> float:
        """The weight of what is found, for choosing the candidates to weigh fully."""
        told = sum([m.weight * (1 if m.places else 0.5) for m in self.found])
        return told + LEARNED * self.candidate.phrasing


def consider(question: Question, candidates: Sequence[Candidate]) -> list[Considered]:
    """Match the candidates against the question."""
    wanted = sought(question.terms)
    prepared = zip(candidates, map(prepare, candidates), strict=True)
    asks = question.kind is Kind.SAID
    return [
        Considered(c, evidence, matches(wanted, evidence), asks and c.attribution.sure)
        for c, evidence in prepared
    ]


def parts(asked: Asked, considered: Considered, nearby: Sequence[float]) -> dict[str, float]:
    """Return the named parts; `nearby` is how much of each term the same document holds."""
    found, evidence = considered.found, considered.evidence
    inside = [match for match in found if match.places]
    return {
        **_shares(asked.whole, found, len(evidence)),
        **_rarest(asked, found),
        **_missing(asked, found),
        **_names(asked, found, evidence),
        **_order(found, inside),
        **_wording(asked, found, inside, evidence),
        **_kind(asked.question, evidence, inside),
        "other_modifier": other_modifier(asked, found, evidence),
        **_around(asked.whole, found, evidence, nearby),
        "length": math.log(len(evidence) + 1) / 4,
        "dependent": float(considered.candidate.dependent),
        "phrasing": considered.candidate.phrasing,
    }


def nearby(asked: Asked, candidate: Candidate) -> tuple[float, ...]:
    """Return how much of each term the facts of the candidate's document hold."""
    held = frozenset(candidate.nearby)
    return tuple([_most(forms, held) for forms in asked.forms])


def _most(forms: Sequence[tuple[float, frozenset[str]]], held: frozenset[str]) -> float:
    for factor, stems in forms:  # what counts for the most comes first
        if stems <= held:
            return factor
    return 0.0


def _shares(whole: float, found: Sequence[Match], words: int) -> dict[str, float]:
    shares = _NO_SHARES.copy()
    inside = 0.0
    for match in found:
        weight = match.weight
        inside += weight if match.places else 0.0
        if match.beside:
            shares["beside"] += weight / whole
        elif match.kin:
            shares["kin"] += weight / whole
        elif match.origin is not None and match.places:
            shares[_SHARES[match.origin]] += weight / whole
    norm = 0.65 + 0.35 * words / 22
    shares["evidence"] = inside / (inside + 15)
    shares["telling"] = inside / (whole + 15) * 1.8 / (1 + 0.8 * norm)
    return shares


def _rarest(asked: Asked, found: Sequence[Match]) -> dict[str, float]:
    hit = [match.weight for match in found if match.places]
    missed = [match.term.weight for match in found if not match.factor]
    rarest = found[asked.rarest] if found else None
    return {
        "rarest_found": max(hit, default=0.0) / 10,
        "rarest_missing": max(missed, default=0.0) / 10,
        "rarest_inside": rarest.factor if rarest and rarest.places else 0.0,
        "found_count": min(len(hit), 6) / 6,
        "missing_count": min(len(missed), 6) / 6,
        "all_found": float(not missed),
        "last_inside": found[-1].factor if found and found[-1].places else 0.0,
        "first_inside": found[0].factor if found and found[0].places else 0.0,
    }


def _missing(asked: Asked, found: Sequence[Match]) -> dict[str, float]:
    """Return how much is missing by what it is in the question, and how much the store holds."""
    shares = _NONE_MISSING.copy()
    for match, (share, what) in zip(found, asked.shares, strict=True):
        if not what or match.places:
            continue
        if match.factor:  # only the title or the like holds it
            if what != "modifier":
                shares[f"missing_{what}_inside"] += share
            continue
        shares[f"missing_{what}"] += share
        shares["missing_elsewhere"] += share if match.term.known else 0.0
    return shares


def _names(asked: Asked, found: Sequence[Match], evidence: Evidence) -> dict[str, float]:
    names = [found[at] for at in asked.names]
    exact = [found[at] for at in asked.exact]
    given = [match for match in exact if match.places]
    total = asked.names_weigh
    return {
        "names_found": sum([m.weight for m in names if m.places]) / total,
        "names_missing": sum([m.term.weight for m in names if not m.factor]) / total,
        "numbers_missing": float(len(given) < len(exact)),
        "numbers_found": float(len(given) > 0),
        "date_differs": float(len(exact) > 0 and date_differs(asked, found, evidence)),
    }


def _order(found: Sequence[Match], inside: Sequence[Match]) -> dict[str, float]:
    gaps = [_gap(one.places, other.places) for one, other in pairwise(inside)]
    whole = len(found) or 1
    weighed = [(p, m.weight) for m in inside for p in m.places[:4]]
    early = [place for place, _ in weighed if place < EARLY]
    return {
        "near": len([gap for gap in gaps if abs(gap) <= NEAR]) / whole,
        "order": len([gap for gap in gaps if gap > 0]) / whole,
        "touching": len([gap for gap in gaps if 0 < gap <= 2]) / whole,
        "window": _window(weighed) / (sum([m.term.weight for m in found]) or 1.0),
        "early": float(len(early) > 0),
    }


def _gap(before: Sequence[int], after: Sequence[int]) -> int:
    """Return the smallest distance between two words, positive in the question's order."""
    if len(before) == len(after) == 1:
        return after[0] - before[0]
    return min((b - a for a in before for b in after), key=lambda gap: (abs(gap), -gap))


def _window(weighed: Sequence[tuple[int, float]]) -> float:
    """Return the greatest weight that any run of a few words holds."""
    starts, weights = [start for start, _ in weighed], [weight for _, weight in weighed]
    if weighed and max(starts) < min(starts) + WINDOW and min(weights) >= 0:
        return sum(weights)
    sums = [sum([w for p, w in weighed if start <= p < start + WINDOW]) for start, _ in weighed]
    return max(sums, default=0.0)


def _wording(
    asked: Asked, found: Sequence[Match], inside: Sequence[Match], evidence: Evidence
) -> dict[str, float]:
    question, places, telling = asked.question, evidence.places, evidence.telling
    pairs, pieces = question.pairs, question.pieces
    defines = _defines(question, found, evidence)
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


def _defines(question: Question, found: Sequence[Match], evidence: Evidence) -> float:
    """Tell whether the fact says what the only thing asked about is ("What is X?", "X is ...")."""
    if not question.defining or not found or not all(match.inside for match in found):
        return 0.0
    last = max(match.places[0] for match in found)
    after = evidence.words[last + 1 : last + 4]
    return float(last < 8 and any(word.stem in _DEFINING for word in after))


def _kind(question: Question, evidence: Evidence, inside: Sequence[Match]) -> dict[str, float]:
    kind = question.kind
    taken = {place for match in inside for place in match.places}
    offered = [evidence.within(span) for span in answering_spans(kind, evidence)]
    new = [held for held in offered if not (held and taken.issuperset(held))]
    near = kind in SPANNED and any(
        abs(i - place) <= NEAR for held in new for i in held for place in taken
    )
    expected = kind in SPANNED or kind in {Kind.WHY, Kind.SAID}
    return {
        "answer_missing": float(expected and not new),
        "answer_near": float(near),
        "number_given": float(kind is Kind.HOW_MANY and bool(new)),
        "date_given": float(kind is Kind.WHEN and bool(new)),
        "one_answer": float(kind in SPANNED and len(new) == 1),
        "more_words": min(len(evidence) - len(taken), 20) / 20 if kind is Kind.WHAT else 0.0,
    }


def _around(
    whole: float, found: Sequence[Match], evidence: Evidence, nearby: Sequence[float]
) -> dict[str, float]:
    title = weight = inside = around = 0.0
    for match, near in zip(found, nearby, strict=True):
        if not evidence.title.isdisjoint(match.term.forms[0].stems):
            title += match.term.weight
        elif match.places or not match.term.among(evidence.headed):
            # What a heading says is known of all beneath it.
            weight += match.term.weight
            inside += match.weight if match.places else 0.0
        around += 0.0 if match.places else match.term.weight * near
    rest = inside / weight if weight else 1.0
    return {"title": title / whole, "rest_inside": rest, "nearby": around / whole}
