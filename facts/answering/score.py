"""How near a fact is to a question, in named parts.

Every part is a plain number that `/why` can print; `weights` holds what each is worth. A part
depends on the question and the fact alone, so that both database engines give the same score.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from facts.answering.evidence import Evidence, durations, prepare
from facts.answering.kinds import Kind
from facts.answering.matching import Match, matches
from facts.answering.question import Origin, Question
from facts.answering.types import Candidate
from facts.types import Span

NEAR = 6
_SHARES = {
    Origin.WRITTEN: "written",
    Origin.FORM: "forms",
    Origin.JOINED: "forms",
    Origin.SPELLING: "spelling",
    Origin.SYNONYM: "synonyms",
}


def parts(question: Question, candidate: Candidate) -> Mapping[str, float]:
    """Return the named parts of the score of `candidate`."""
    evidence = prepare(candidate)
    found = matches(question, evidence)
    return {
        **_shares(question, found, evidence),
        **_rarest(found),
        **_names(found),
        **_closeness(question, found, evidence),
        **_kind(question, found, evidence, candidate.text),
        "length": math.log(len(evidence.words) + 1) / 4,
        "dependent": float(evidence.dependent),
    }


def eligible(found: Sequence[Match], evidence: Evidence) -> bool:
    """Tell whether the fact itself is on the subject, not merely its title or neighbours."""
    inside = any(match.inside for match in found)
    return inside or (evidence.dependent and any(match.beside for match in found))


def _shares(question: Question, found: Sequence[Match], evidence: Evidence) -> dict[str, float]:
    whole = question.weight or 1.0
    shares = dict.fromkeys((*_SHARES.values(), "kin", "beside", "title"), 0.0)
    inside = 0.0
    for match in found:
        weight = match.term.weight * match.factor
        if match.beside:
            shares["beside"] += weight / whole
        elif match.kin:
            shares["kin"] += weight / whole
        elif match.origin is not None and match.inside:
            shares[_SHARES[match.origin]] += weight / whole
        if match.inside:
            inside += weight
        if any(s in evidence.title for form in match.term.forms[:1] for s in form.stems):
            shares["title"] += weight / whole
    norm = 0.65 + 0.35 * len(evidence.words) / 22
    shares["evidence"] = inside / (inside + 15)
    shares["telling"] = inside / (whole + 15) * 1.8 / (1 + 0.8 * norm)
    return shares


def _rarest(found: Sequence[Match]) -> dict[str, float]:
    hit = [match.term.weight * match.factor for match in found if match.inside]
    missed = [match.term.weight for match in found if not match.factor]
    return {
        "rarest_found": max(hit, default=0.0) / 10,
        "rarest_missing": max(missed, default=0.0) / 10,
        "found_count": min(len(hit), 6) / 6,
        "missing_count": min(len(missed), 6) / 6,
    }


def _names(found: Sequence[Match]) -> dict[str, float]:
    names = [match for match in found if match.term.name]
    exact = [match for match in found if match.term.number or match.term.date]
    total = sum(match.term.weight for match in names) or 1.0
    return {
        "names_found": sum(m.term.weight * m.factor for m in names if m.inside) / total,
        "names_missing": sum(m.term.weight for m in names if not m.factor) / total,
        "numbers_missing": float(any(not match.inside for match in exact)),
        "numbers_found": float(any(match.inside for match in exact)),
    }


def _closeness(question: Question, found: Sequence[Match], evidence: Evidence) -> dict[str, float]:
    inside = [match for match in found if match.inside]
    pairs = list(pairwise(inside))
    gaps = [_gap(one.places, other.places) for one, other in pairs]
    surface = sum(match.term.word in evidence.folded for match in inside)
    whole = len(found) or 1
    return {
        "near": sum(1 for gap in gaps if abs(gap) <= NEAR) / whole,
        "order": sum(1 for gap in gaps if gap > 0) / whole,
        "touching": sum(1 for gap in gaps if 0 < gap <= 2) / whole,
        "surface": surface / whole,
        "little_words": _little_words(question, evidence),
    }


def _gap(before: Sequence[int], after: Sequence[int]) -> int:
    """Return the smallest distance between two words, positive in the question's order."""
    return min((b - a for a in before for b in after), key=lambda gap: (abs(gap), -gap))


def _little_words(question: Question, evidence: Evidence) -> float:
    telling = {term.word for term in question.terms}
    little = [s for s in question.asked if s not in telling]
    return sum(s in evidence.places for s in little) / (len(little) + 2)


def _kind(
    question: Question, found: Sequence[Match], evidence: Evidence, text: str
) -> dict[str, float]:
    kind = question.kind
    answers = answering_spans(kind, evidence, text)
    taken = {place for match in found if match.inside for place in match.places}
    fresh = [span for span in answers if not _taken(span, evidence, taken)]
    values = {f"{kind.value}_given": float(bool(fresh))}
    if kind in _SPANNED:
        values["answer_given"] = float(bool(fresh))
        values["answer_missing"] = float(not fresh)
        values["answer_near"] = float(any(_near(span, evidence, taken) for span in fresh))
    return values


_SPANNED = {
    *(Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.HOW_MANY, Kind.HOW_MUCH, Kind.HOW_LONG, Kind.NAME)
}


def answering_spans(kind: Kind, evidence: Evidence, text: str) -> tuple[Span, ...]:
    """Return the runs of a fact that are of the expected kind."""
    if kind in {Kind.WHO, Kind.NAME}:
        return evidence.names
    if kind is Kind.WHERE:
        return evidence.names if "place" in evidence.signs else ()
    if kind is Kind.WHEN:
        return evidence.dates
    if kind in {Kind.HOW_MANY, Kind.HOW_MUCH}:
        return evidence.numbers
    if kind is Kind.HOW_LONG:
        return durations(text) if "duration" in evidence.signs else evidence.numbers
    sign = {Kind.WHY: "reason", Kind.SAID: "said"}.get(kind)
    return (Span(0, len(text)),) if sign in evidence.signs else ()


def _taken(span: Span, evidence: Evidence, taken: set[int]) -> bool:
    """Tell whether the question already holds the words of the span."""
    inside = [
        i for i, w in enumerate(evidence.words) if w.start >= span.start and w.end <= span.end
    ]
    return bool(inside) and all(place in taken for place in inside)


def _near(span: Span, evidence: Evidence, taken: set[int]) -> bool:
    inside = [
        i for i, w in enumerate(evidence.words) if w.start >= span.start and w.end <= span.end
    ]
    return any(abs(i - place) <= NEAR for i in inside for place in taken)
