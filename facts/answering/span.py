"""The shortest run of a fact's words that answers: never words that are not in the fact."""

import re
from collections.abc import Sequence

from facts.answering.evidence import Evidence
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.offers import answering_spans
from facts.answering.question import Question
from facts.answering.score import consider
from facts.answering.types import Candidate
from facts.types import Span

_QUALIFIER = re.compile(
    r"(?:at least|at most|more than|less than|fewer than|up to|about|around|approximately|nearly|"
    r"almost|over|under|some|roughly|an estimated|estimated|only|between|just over|just under|"
    r"as many as|no more than|no fewer than|well over|close to)\s+$",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?:[ -](?:hundred|thousand|million|billion|trillion|bn|m|per ?cent|percent|%|and|to|or"
    r"|\d+(?:[.,]\d+)*)\b)+|%",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|to|from|outside|across|around|into|on|of)(?: the)? $", re.IGNORECASE
)
_UNIT = re.compile(r"[ -][^\W\d_]+")
_QUOTE = re.compile(r"[\"“«][^\"“”«»]{3,}[\"”»]")
_REASON = re.compile(
    r"\b(?:because|due to|owing to|in order to|so that|as a result of|to avoid|to prevent|"
    r"to ensure|thanks to)\b[^.;]*",
    re.IGNORECASE,
)
_NOT_A_UNIT = word_set(
    "in of on at by for from to and or but with the a an was were is are had has have as than "
    "after before since when who which that it he she they"
)


def answer_span(question: Question, candidate: Candidate) -> Span | None:
    """Return the words of the candidate that answer the question, or None if that is not clear."""
    considered = consider(question, [candidate])[0]
    evidence, found, text = considered.evidence, considered.found, candidate.text
    if question.kind is Kind.SAID:
        return _first(_QUOTE, text)
    if question.kind is Kind.WHY:
        return _first(_REASON, text)
    offered = answering_spans(question.kind, evidence)
    if question.kind is Kind.WHERE:
        offered = _placed(text, offered)
    taken = sorted({p for m in found if m.inside for p in m.places})
    best = _nearest(offered, evidence, taken)
    if best is None or question.kind in {Kind.YES_NO, Kind.HOW, Kind.WHAT}:
        return None
    if question.kind in {Kind.HOW_MANY, Kind.HOW_MUCH, Kind.HOW_LONG}:
        return _widened(text, best)
    return best


def _first(pattern: re.Pattern[str], text: str) -> Span | None:
    match = pattern.search(text)
    return Span(match.start(), len(text[: match.end()].rstrip())) if match else None


def _placed(text: str, offered: Sequence[Span]) -> tuple[Span, ...]:
    """Keep the names that stand after a preposition of place."""
    before = re.compile(
        r"\b(?:in|at|near|to|from|outside|across|around|into|on|of)(?: the)? $", re.I
    )
    return tuple(span for span in offered if before.search(text[: span.start]))


def _nearest(offered: Sequence[Span], evidence: Evidence, taken: Sequence[int]) -> Span | None:
    """Return the offered run nearest to the question's words, none of which it holds."""
    best: tuple[float, int, Span] | None = None
    for span in offered:
        inside = evidence.within(span)
        if not inside or any(place in taken for place in inside):
            continue
        distance = sum(min(abs(i - place) for i in inside) for place in taken) / (len(taken) or 1)
        if best is None or (distance, span.start) < best[:2]:
            best = (distance, span.start, span)
    return best[2] if best else None


def _widened(text: str, span: Span) -> Span:
    """Take in the qualifier before a number, and its scale and unit after it."""
    qualifier = _QUALIFIER.search(text[: span.start])
    start = qualifier.start() if qualifier else span.start
    scale = _SCALE.match(text, span.end)
    end = scale.end() if scale else span.end
    unit = _UNIT.match(text, end)
    if unit and unit.group()[1:].casefold() not in _NOT_A_UNIT:
        end = unit.end()
    return Span(start, end)
