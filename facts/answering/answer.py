"""Question and candidates to an answer: rank, weigh, decide, and mark the words that answer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facts.answering import weights
from facts.answering.decide import confidence, decide
from facts.answering.evidence import prepare
from facts.answering.matching import matches
from facts.answering.question import Question
from facts.answering.score import eligible, parts
from facts.answering.span import answer_span
from facts.answering.spelling import Vocabulary
from facts.answering.types import Answer, Candidate, RankedFact, Score
from facts.text import fold

FULLY_WEIGHED = 60


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with the parts of its score and their weighted sum."""

    candidate: Candidate
    parts: Mapping[str, float]
    rank: float


def answer(
    question: Question,
    candidates: Sequence[Candidate],
    vocabulary: Vocabulary,
    *,
    limit: int = 3,
) -> Answer:
    """Return the best facts for `question` and whether they answer it."""
    ranked = rank(question, candidates)
    sure = confidence(question, signs(ranked), gap(ranked)) if ranked else 0.0
    status, reason = decide(question, sure, [r.parts for r in ranked[:limit]])
    facts = tuple(_fact(question, r, sure, ranked[0].rank) for r in ranked[:limit])
    return Answer(status=status, reason=reason, facts=facts, read_as=question.read_as)


def rank(question: Question, candidates: Sequence[Candidate]) -> list[Ranked]:
    """Return the candidates that are on the subject, best first; the same words count once."""
    weighed = [_weigh(question, c) for c in _promising(question, candidates)]
    ordered = sorted(weighed, key=_place)
    kept: dict[str, Ranked] = {}
    for ranked in ordered:
        kept.setdefault(fold(ranked.candidate.text), ranked)
    return list(kept.values())


def gap(ranked: Sequence[Ranked]) -> float:
    """Return how far the best fact is ahead of the next different one."""
    return ranked[0].rank - ranked[1].rank if len(ranked) > 1 else ranked[0].rank


def signs(ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """Return what the confidence in the best fact rests on."""
    return {**ranked[0].parts, "rank": ranked[0].rank}


def _place(ranked: Ranked) -> tuple[float, int, int]:
    return (-round(ranked.rank, 9), -ranked.candidate.went_live, ranked.candidate.fact_id)


def _weigh(question: Question, candidate: Candidate) -> Ranked:
    found = parts(question, candidate)
    total = sum(worth * found.get(name, 0.0) for name, worth in weights.RANK.items())
    return Ranked(candidate, found, total)


def _promising(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates on the subject with the most telling words, for full weighing."""
    told: list[tuple[float, int, int, Candidate]] = []
    for candidate in candidates:
        evidence = prepare(candidate)
        found = matches(question, evidence)
        if eligible(found, evidence):
            weight = sum(m.term.weight * m.factor * (1 if m.inside else 0.5) for m in found)
            told.append((-weight, -candidate.went_live, candidate.fact_id, candidate))
    return [row[-1] for row in sorted(told, key=lambda row: row[:3])[:FULLY_WEIGHED]]


def _fact(question: Question, ranked: Ranked, sure: float, best: float) -> RankedFact:
    total = sure * math.exp(min(0.0, ranked.rank - best))
    return RankedFact(
        candidate=ranked.candidate,
        score=Score(total, ranked.parts),
        answer=answer_span(question, ranked.candidate),
    )
