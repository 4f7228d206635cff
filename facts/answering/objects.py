"""Who does what: the name that a verb belongs to, and the words after it that answer "what"."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from facts.answering import language
from facts.answering.claimed import Side
from facts.answering.dates import Fit, fit
from facts.answering.evidence import Evidence
from facts.answering.kinds import Kind
from facts.answering.lexicon import BE, EMPTY_VERBS, may_be_verb
from facts.answering.matching import Match
from facts.answering.question import Question
from facts.answering.types import Candidate
from facts.types import Span

MOST, MOST_BEFORE = 12, 20
_TIMELY = {Fit.GIVEN, Fit.FINER}
_OWNER = re.compile("['’]s")
_BY = re.compile(r"[^.;:,]{0,40}?\bby (?:the |a |an )?", re.IGNORECASE)
_END = re.compile(
    r"(?<!\d)[.,]|[.,](?!\d)|[;:()\"“”]|\s(?:and|but|or|when|after|before|while|because|who|which|that|as|at|on|in|from|"
    r"during|for|if|since|until|by|to)\s",
)

_HAS = re.compile(
    r"(?: (?:of|to|at|is|was|were|are|will|be|stands?|stood|fell|rose|grew|reached|totalled|came|"
    r"by|an estimated|about|nearly|between|up|down|for|only))+ "
)


def object_of(question: Question, evidence: Evidence, found: Sequence[Match]) -> Span | None:
    """Return what the asked verb is done to in a fact, where the order of words shows it.

    Only for "what did X do": X before the verb in the active, then a phrase of few words.
    """
    claims = question.claims
    if question.kind is not Kind.WHAT or claims.side is not Side.DOER or claims.verb is None:
        return None
    verb = next((m for m in found if m.term.place == claims.verb and m.inside), None)
    if verb is None or verb.kin or verb.term.word in EMPTY_VERBS:
        return None
    places = [p for p in verb.places if _active(evidence, p)]
    doers = {p for m in found if m.term.place in claims.given for p in m.places}
    known = [p for p in places if not claims.given or any(d < p for d in doers)]
    return _phrase_after(evidence, known[0], found) if len(known) == 1 else None


def figure_of(
    question: Question, candidate: Candidate, evidence: Evidence, found: Sequence[Match]
) -> Span | None:
    """Return the figure that a noun of the question has in the fact: "a budget of £31.5m"."""
    if any(fit(d, candidate.moments, evidence.text) not in _TIMELY for d in question.claims.dates):
        return None
    text = evidence.text
    ends = [evidence.words[p].end for m in found if not m.term.name for p in m.places]
    for figure, after in zip_longest(evidence.numbers, evidence.numbers[1:]):
        if any(end < figure.start and _HAS.fullmatch(text, end, figure.start) for end in ends):
            # "Rose 7.5% to €412.6m": what it came to, not by how much.
            came = after and text[figure.end : after.start] == " to "
            return after if came else figure
    return None


def doer_of(question: Question, evidence: Evidence, found: Sequence[Match]) -> Span | None:
    """Return the name of who did what the asked verb says: after "by", or before an active verb."""
    claims = question.claims
    verb = next((m for m in found if m.term.place == claims.verb and m.inside), None)
    if not claims.doer_asked or verb is None or verb.kin:
        return None
    at = evidence.words[verb.places[0]]
    by = _BY.match(evidence.text, at.end)
    if by:
        after = (n for n in evidence.names if by.end() <= n.start <= by.end() + MOST_BEFORE)
        named = next((n for n in after if not _OWNER.match(evidence.text, n.end)), None)
        clear = named and not _END.search(evidence.text[by.end() : named.start])
        return named if clear else None
    if not _active(evidence, verb.places[0]):
        return None
    before = [n for n in evidence.names if 0 <= at.start - n.end <= MOST_BEFORE]
    return (
        before[-1] if before and not _END.search(evidence.text[before[-1].end : at.start]) else None
    )


def _active(evidence: Evidence, at: int) -> bool:
    before = {word.folded for word in evidence.words[max(0, at - 2) : at]}
    return may_be_verb(evidence.word_at(at)) and not before & BE


def _phrase_after(evidence: Evidence, verb: int, found: Sequence[Match]) -> Span | None:
    start = evidence.words[verb].end
    end = _END.search(evidence.text, start + 1)
    span = Span(start + 1, end.start() if end else len(evidence.text.rstrip()))
    taken = {p for match in found for p in match.places}
    inside = evidence.within(span)
    new = [
        at for at in inside if at not in taken and evidence.word_at(at) not in language.stop_words()
    ]
    if not new or len(inside) > MOST or evidence.text[start : start + 1] != " ":
        return None
    return span
