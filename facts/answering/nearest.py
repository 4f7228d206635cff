"""Which of the runs that may answer stands nearest to what is asked."""

import re
from collections.abc import Sequence

from facts.answering.evidence import Evidence
from facts.answering.lexicon import ANYBODY, EMPTY_VERBS, may_be_verb
from facts.answering.matching import Match
from facts.answering.question import Question
from facts.answering.types import Candidate
from facts.types import Span

FARTHEST = 14  # words, on average, between an answer and the question's words
_NEXT_CLAUSE = re.compile(
    r"[,;:](?=\s)|(?<=\s)(?:and|or|but|while|when|where|who|which|that|whose|after|before|as"
    r"|because|since|until|compared|than|against)(?=\s)",
    re.IGNORECASE,
)
_THEM = re.compile(r"\bof (?:them|whom|which|those|these)\b")
_BEFORE = 4  # characters of "of " before "which" that opens a clause
# What each word tells: what is counted or done, and where, against any other word. "And $500 on a
# hat" goes on with the verb before it.
_DEED, _GOES_ON, _PLACE, _OTHER = 4, 3, 6, 2


def nearest(offered: Sequence[Span], evidence: Evidence, taken: Sequence[int]) -> Span | None:
    """Return the offered run nearest to the question's words."""
    best: tuple[float, int, Span] | None = None
    for span in offered:
        inside = evidence.within(span)
        if not inside:
            continue
        distance = sum(min(abs(i - place) for i in inside) for place in taken) / (len(taken) or 1)
        if distance <= FARTHEST and (best is None or (distance, span.start) < best[:2]):
            best = (distance, span.start, span)
    return best[2] if best else None


def of_its_time(
    offered: Sequence[Span], question: Question, candidate: Candidate
) -> Sequence[Span]:
    """Return the moments that lie where the question looks.

    Of "in dock since April and expected to sail by February" it will sail in February.
    """
    asks, day = question.lowered[1:2], candidate.published
    if len(offered) < 2 or day is None or asks not in (("will",), ("did",)):
        return offered
    to_come = {m.start: m.latest > day for m in candidate.moments if m.latest}
    looks_ahead = asks == ("will",)
    return [s for s in offered if to_come.get(s.start) is looks_ahead] or offered


def of_its_clause(
    offered: Sequence[Span], question: Question, evidence: Evidence, found: Sequence[Match]
) -> Sequence[Span]:
    """Return the figures of the clauses that hold most of what is asked, above all its deed.

    Of "two were killed and eleven hurt when a charge went off at the quarry" two died there,
    however near eleven stands to the quarry.
    """
    if len(offered) < 2 or "far" in question.lowered:  # a distance belongs to no deed
        return offered
    told, text = _told(question, evidence, found), evidence.text
    ends = [m.start() for m in _NEXT_CLAUSE.finditer(text) if _apart(m.start(), offered)]
    counts = max((counts for counts, counted, _ in told if counted), default=0)
    verb = next((m for m in found if m.term.place == question.claims.verb), None)
    points: dict[int, int] = {}
    for span in offered:
        clause = _clause(ends, span.start)
        if clause not in points:
            start, end = (0, *ends)[clause], (*ends, len(text))[clause]
            held = sum(n for n, _, at in told if clause in {_clause(ends, place) for place in at})
            held += counts * _of_them(text, start, end)
            points[clause] = held + _GOES_ON * _goes_on(verb, evidence, start, end)
    best = max(points.values())
    return [span for span in offered if points[_clause(ends, span.start)] == best]


def _told(
    question: Question, evidence: Evidence, found: Sequence[Match]
) -> list[tuple[int, bool, list[int]]]:
    """Return how much each word of the question tells, whether it is counted, and where it stands.

    A name that is no place of the deed stands for its whole sentence, and tells nothing.
    """
    claims, told = question.claims, []
    for match in found:
        term, place = match.term, match.term.place
        counted = place in claims.counted and term.word not in ANYBODY
        if term.name:
            points = _PLACE if place in claims.located else 0
        elif place == claims.verb:
            points = 0 if term.word in EMPTY_VERBS else _DEED
        else:
            points = _DEED if counted else _OTHER * (term.word not in ANYBODY)
        if points and match.places:
            told.append((points, counted, [evidence.begins(at) for at in match.places]))
    return told


def _of_them(text: str, start: int, end: int) -> bool:
    """Tell whether a clause counts some of those before it: "of which 65,000", "14 of them"."""
    return bool(_THEM.search(text[max(0, start - _BEFORE) : end]))


def _goes_on(verb: Match | None, evidence: Evidence, start: int, end: int) -> bool:
    """Tell whether a clause without a verb of its own goes on with the one asked, before it."""
    if verb is None or verb.term.word in EMPTY_VERBS or not verb.places:
        return False
    before = evidence.words[verb.places[0]].start < start
    own = (w.folded for w in evidence.words if start <= w.start < end)
    return before and not any(map(may_be_verb, own))


def _apart(at: int, offered: Sequence[Span]) -> bool:
    """Tell whether a place is inside none of the runs: "between 12 and 15"."""
    return not any(span.start <= at < span.end for span in offered)


def _clause(ends: Sequence[int], at: int) -> int:
    return sum(end <= at for end in ends)
