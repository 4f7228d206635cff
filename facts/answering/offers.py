"""The runs of a fact that are of the kind a question expects."""

import re
from collections.abc import Collection

from facts.answering.evidence import Evidence
from facts.answering.kinds import Kind
from facts.answering.types import Candidate
from facts.types import NameKind, Span

_SETTING = re.compile(
    r"\b(?:in|at|near|off|on|inside|outside|around|across|throughout|from|over|between|into|via"
    r"|through|towards?)\s(?:the\s)?"
    r"(?:(?:central|north|south|east|west)\w*\s)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r",?\s(?:and|or)\s|,\s")


def settings(candidate: Candidate) -> frozenset[Span]:
    """Return the places that only say where: "in Velden and Sorn" is nobody who did anything."""
    found: list[Span] = []
    for name in sorted(candidate.names, key=lambda name: name.start):
        if name.kind is not NameKind.PLACE:
            continue
        joined = found and _JOINED.fullmatch(candidate.text[found[-1].end : name.start])
        if joined or _SETTING.search(candidate.text[: name.start]):
            found.append(Span(name.start, name.end))
    return frozenset(found)


def answering_spans(kind: Kind, evidence: Evidence) -> tuple[Span, ...]:
    """Return the runs of a fact that are of the expected kind."""
    if kind in {Kind.WHO, Kind.NAME}:
        return evidence.names
    if kind is Kind.WHERE:
        return evidence.names if evidence.holds("place") else ()
    if kind is Kind.WHEN:
        return (*evidence.dates, *_limits(evidence))
    if kind in {Kind.HOW_MANY, Kind.HOW_MUCH}:
        return evidence.numbers
    if kind is Kind.HOW_LONG:
        return (*evidence.durations, *evidence.lengths)
    sign = {Kind.WHY: "reason", Kind.SAID: "said"}.get(kind)
    return (Span(0, len(evidence.text)),) if sign and evidence.holds(sign) else ()


def _limits(evidence: Evidence) -> tuple[Span, ...]:
    """Return the durations by which something is due: "within 60 days"."""
    if not evidence.may_hold(("within ",)):
        return ()
    text = evidence.text
    return tuple(s for s in evidence.durations if text[: s.start].lower().endswith("within "))


def fresh(span: Span, evidence: Evidence, taken: Collection[int]) -> bool:
    """Tell whether the span says anything that the question does not."""
    inside = evidence.within(span)
    return not inside or any(place not in taken for place in inside)


_ORDINAL = re.compile(
    r"(?:an?|the)? ?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d+(?:st|nd|rd|th))",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:of|more|less|fewer|as)\b")
_AGE_ENDS = re.compile(r"[,.;)]|$| and\b")
_BOUND = re.compile(
    r"\b(?:under|over|aged|above|below|older than|younger than) \d{1,3}"
    r"(?=[.,;:)]|$| (?:from|in|to|at|and|or|on|who|will|is|are|get|gets|for|with)\b)",
    re.IGNORECASE,
)


def uncounted(span: Span, evidence: Evidence) -> bool:
    """Tell a number that counts nothing: "a third week", a date's, an age."""
    text = evidence.text
    if any(date.start <= span.start and span.end <= date.end for date in evidence.dates):
        return True
    if _ORDINAL.fullmatch(span.of(text)):
        return not _OF.match(text, span.end)
    if text[: span.start].endswith(", ") and _AGE_ENDS.match(text, span.end):
        return any(name.end == span.start - 2 for name in evidence.names)  # "Ida Roe, 41,"
    return any(bound.end() == span.end for bound in _BOUND.finditer(text))
