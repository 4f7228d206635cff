"""Facts that answer what was asked just before: "Why did it burst?", "It had rusted through."."""

from functools import lru_cache

from facts.answering.answered import only_asks
from facts.answering.considered import Before, Considered
from facts.answering.kinds import Kind, kind_of
from facts.answering.question import Question
from facts.text import words

_MOST = 0.6  # how much of a question the one asked in the document must hold to be the same
_OTHERWISE = 0.5  # what a reply to a question of another kind counts for


def reply(question: Question, one: Considered, before: Before) -> float:
    """Return how far a fact replies to this very question, asked just before it: from 0 to 1."""
    asking = before[0]
    if asking is None or not one.candidate.dependent or not only_asks(asking.candidate):
        return 0.0
    held = sum([match.weight for match in asking.inside]) / (question.weight or 1.0)
    same = _kind(asking.candidate.text) is question.kind
    return held * (1.0 if same else _OTHERWISE)


def is_reply(question: Question, one: Considered, before: Before, replies: float) -> bool:
    """Tell whether a fact is what was said to this question: then it need not say it again.

    `replies` is what `reply` gives for it. Names, dates and numbers of the question must stand in
    one of the two.
    """
    asking = before[0]
    if asking is None or replies < _MOST:
        return False
    told = {match.term.place for match in (*asking.inside, *one.inside)}
    exact = (term for term in question.terms if term.name or term.number or term.date)
    return all(term.place in told for term in exact)


@lru_cache(maxsize=1_000)
def _kind(text: str) -> Kind:
    return kind_of(words(text))[0]
