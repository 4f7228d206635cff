"""Question and candidates to an answer: rank, weigh, decide, and mark the words that answer."""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from operator import itemgetter, mul

from facts.answering import weights
from facts.answering.answered import only_asks
from facts.answering.asked import Asked, asked_of
from facts.answering.considered import (
    Before,
    Considered,
    Home,
    SmallName,
    at_home,
    consider,
    held_before,
    just_before,
    small_names,
)
from facts.answering.decide import (
    DIFFERS,
    NO_WORDS,
    NOTHING,
    SAID,
    UPDATED,
    confidence,
    decide,
)
from facts.answering.evidence import prepare
from facts.answering.headinglike import titles_only
from facts.answering.identity import asks_identity, told_of
from facts.answering.lacks import lacks, rules_for
from facts.answering.phrasing import EXACT
from facts.answering.question import Question
from facts.answering.ranked import Ranked
from facts.answering.replies import is_reply, reply
from facts.answering.rivals import Standing, at_odds, bearings, settled, the_same
from facts.answering.score import parts
from facts.answering.seen import Lack, Lacking, Rule
from facts.answering.span import answer_spans
from facts.answering.spelling import Vocabulary
from facts.answering.sureness import gap, signs
from facts.answering.together import completing, said_together
from facts.answering.types import Answer, Bearing, Candidate, RankedFact, Score, Status
from facts.answering.weights import Thresholds
from facts.text import fold_once

FULLY_WEIGHED = 20
LOOKED_THROUGH = 6  # how many of the best are asked whether they bear the question out
TITLE = 1.0  # how far a line without a verb falls behind a statement
ASKED = 4.0  # how far a question that somebody put falls behind what answers it
INTRODUCED = 3.0  # how far ahead is what tells who somebody is, where that is asked
# What a fact lacks is asked of the best alone.
_NAMED = tuple(name for name in weights.RANK if not name.startswith("lacks_"))
_WORTHS = tuple(map(weights.RANK.__getitem__, _NAMED))
_named_parts = itemgetter(*_NAMED)


def answer(
    question: Question,
    candidates: Sequence[Candidate],
    vocabulary: Vocabulary,
    *,
    limit: int = 3,
    thresholds: Thresholds | None = None,
) -> Answer:
    """Return the best facts for `question` and whether they answer it.

    `thresholds` are a desk's own, where it has fitted any; the vocabulary has already weighed the
    question's words when it was parsed.
    """
    bars = thresholds or weights.shipped_thresholds()
    ranked = settled(rank(question, candidates))
    if not ranked:
        reason = NOTHING if question.terms else NO_WORDS
        return Answer(Status.UNKNOWN, reason, (), question.read_as)
    different = different_facts(question, ranked)
    sure = confidence(signs(question, different))
    if _introduces(question, ranked[0]):
        sure = max(sure, bars.answer_only_above)
    said = said_together(question, ranked)
    if said and sure >= bars.offer_above:
        shown = [(one, Bearing.ANSWERS) for one in said]
        return _told(question, Status.FOUND, SAID, sure, shown)
    standing, bearing = bearings(question, ranked)
    lead = gap(different) if len(different) > 1 else math.inf
    status, reason = decide(question, sure, ranked[0].parts, lead, bars, ranked[0].lacks)
    if status is not Status.FOUND:
        return _told(question, status, reason, sure, [(r, Bearing.NEAR) for r in ranked[:limit]])
    if standing is Standing.AT_ODDS:
        status, reason = Status.CONFLICT, DIFFERS
    elif standing is Standing.UPDATED:
        reason = UPDATED
    shown = _with_first(question, ranked, bearing)[:limit]
    return _told(question, status, reason, sure, shown)


def _introduces(question: Question, best: Ranked) -> bool:
    """Tell whether the best fact tells who somebody is, where just that is asked."""
    asks = asks_identity(question) and not best.lacks
    return asks and told_of(question, prepare(best.candidate), best.found) is not None


def different_facts(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the best fact and those of the others that are not about the very same thing."""
    best = ranked[0]
    others = (r for r in ranked[1:] if not the_same(best, r) and not at_odds(question, best, r))
    return [best, *others]


def _with_first(
    question: Question, ranked: Sequence[Ranked], bearing: Sequence[Bearing]
) -> list[tuple[Ranked, Bearing]]:
    """Return the facts with what they are to the question: those shown with the best one first."""
    pairs = list(zip(ranked, bearing, strict=True))
    added = completing(question, ranked)
    pairs = [(one, Bearing.COMPLETES if one is added else what) for one, what in pairs]
    return sorted(pairs, key=lambda pair: (pair[0] is not ranked[0], pair[1] is Bearing.NEAR))


def _told(
    question: Question,
    status: Status,
    reason: str,
    sure: float,
    shown: Sequence[tuple[Ranked, Bearing]],
) -> Answer:
    best = shown[0][0].rank
    facts = tuple(_fact(question, one, bearing, sure, best) for one, bearing in shown)
    return Answer(status=status, reason=reason, facts=facts, read_as=question.read_as)


def rank(
    question: Question, candidates: Sequence[Candidate], *, looked_through: int = LOOKED_THROUGH
) -> list[Ranked]:
    """Return the candidates that are on the subject, best first; the same words count once.

    The best `looked_through` are asked what they lack.
    """
    considered = consider(question, candidates)
    promising = sorted((one for one in considered if one.eligible), key=_promise)
    asked = asked_of(question)
    before, home = just_before(considered), at_home(considered)
    small = small_names(question, considered)
    weighed = [_weigh(asked, one, before(one)) for one in promising[:FULLY_WEIGHED]]
    known = {one.candidate.fact_id: one for one in promising[:FULLY_WEIGHED]}
    if asks_identity(question):
        weighed = [_introduced(question, one, known) for one in weighed]
    kept: dict[str, Ranked] = {}
    for ranked in sorted(weighed, key=_place):
        kept.setdefault(fold_once(ranked.candidate.text), ranked)
    ordered = list(kept.values())
    rules = rules_for(question)
    best = [(one, known[one.candidate.fact_id]) for one in ordered[:looked_through]]
    seen = [
        _looked_through(rules, question, one, as_found, before(as_found), home(as_found), small)
        for one, as_found in best
    ]
    # One that lacks nothing goes first.
    return [*sorted(seen, key=_place), *ordered[looked_through:]]


def _introduced(question: Question, one: Ranked, known: Mapping[int, Considered]) -> Ranked:
    """Put a fact ahead that tells who somebody is."""
    as_found = known[one.candidate.fact_id]
    told = told_of(question, as_found.evidence, as_found.inside)
    return replace(one, rank=one.rank + INTRODUCED) if told else one


def _looked_through(
    rules: Sequence[Rule],
    question: Question,
    one: Ranked,
    considered: Considered,
    before: Before,
    home: Set[Home],
    small: tuple[SmallName, ...],
) -> Ranked:
    # A reader and an admin said that it answers this, or it was said in answer to this.
    known = one.candidate.phrasing >= EXACT or is_reply(
        question, considered, before, one.parts["replies"]
    )
    lacking = () if known else _lacking(rules, question, considered, before, home, small)
    lacked = {f"lacks_{lack.kind.value}": 1.0 for lack in lacking}
    parts_ = {**one.parts, **lacked}
    behind = -sum(weights.RANK.get(name, 0.0) for name in lacked)
    behind += TITLE if titles_only(question.kind, one.candidate, considered.evidence) else 0.0
    behind += ASKED if only_asks(one.candidate) else 0.0
    return Ranked(one.candidate, parts_, one.rank - behind, lacking, one.found)


def _lacking(
    rules: Sequence[Rule],
    question: Question,
    one: Considered,
    before: Before,
    home: Set[Home],
    small: tuple[SmallName, ...],
) -> tuple[Lacking, ...]:
    held = held_before(before)
    return lacks(rules, question, one.candidate, one.evidence, one.found, held, home, small)


def _place(ranked: Ranked) -> tuple[float, int, int]:
    return (-round(ranked.rank, 9), -ranked.candidate.went_live, ranked.candidate.fact_id)


def _promise(one: Considered) -> tuple[float, int, int]:
    return (-round(one.told, 9), -one.candidate.went_live, one.candidate.fact_id)


def _weigh(asked: Asked, one: Considered, before: Before) -> Ranked:
    found = parts(asked, one, before)
    found["replies"] = reply(asked.question, one, before)
    total = _worth(found)
    if before[0] and is_reply(asked.question, one, before, found["replies"]):
        # A reply has the place of the question that it replies to.
        total = max(total, _worth({**parts(asked, before[0]), "replies": 0.0}))
    return Ranked(one.candidate, found, total, (), one.found)


def _worth(found: Mapping[str, float]) -> float:
    total: float = sum(map(mul, _WORTHS, _named_parts(found)))
    return total


def _fact(
    question: Question, ranked: Ranked, bearing: Bearing, sure: float, best: float
) -> RankedFact:
    total = sure * math.exp(min(0.0, ranked.rank - best))
    denied = any(lack.kind is Lack.DENIED for lack in ranked.lacks)
    spans = () if denied else answer_spans(question, ranked.candidate, ranked.found)
    return RankedFact(
        candidate=ranked.candidate,
        score=Score(total, ranked.parts),
        answer=spans[0] if spans else None,
        also=spans[1:],
        bearing=bearing,
        lacks=tuple(lack.words for lack in ranked.lacks),
    )
