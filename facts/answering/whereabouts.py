"""Whether a fact tells where: by a name that is nobody's, or by "on the pier"."""

import re

from facts.answering.offers import fresh
from facts.answering.seen import Seen
from facts.anycase import AnyCase
from facts.types import NameKind, Span

_SOMEWHERE = AnyCase(
    r"\b(?:in|at|on|near|to|from|inside|outside|off|across|into|under|over|around|along|between|"
    r"behind|above|below|through|beside|throughout|where|within|home|abroad)\b(?! \d{4}\b)"
)
_TIMED = re.compile(r" (?:the |a |an |about |at least )?(?:[$€£¥]?\d|be\b)")
# "In cash", "in stages": how, and not where.
_NOWHERE = re.compile(
    r" (?:cash|stages|all|total|full|parts?|public|private|memory|protest|response|person|turns?"
    r"|advance|addition|return|talks|charge|danger|need|use|tears|fact|case|order|favou?r|exchange"
    r"|instalments|batches|groups|pairs|silence|secret|style|retirement|debt|trouble|doubt|least"
    r"|most|once|first|last|risk|length|work|strike|sale|bail|suspicion|charges|time|duty|average"
    r"|behalf|condition|account|penalties|goal|merit|schedule|loan)\b"
)
_ARTICLE = re.compile(r" (?:(?:the|an?|its|their|his|her|this|that) )?")
_NEXT = 5  # characters from a preposition to its date: "in the 1990s"


def tells_somewhere(seen: Seen) -> bool:
    """Tell a place from "on 15 November", "from 1,600", "in cash" and what is asked with."""
    evidence = seen.evidence
    persons = {n.start for n in seen.candidate.names if n.kind is NameKind.PERSON}
    names = (name for name in evidence.names if name.start not in persons)
    # "Almarsa Jade" does not tell where Jade was built.
    if any(fresh(name, evidence, seen.taken) and not _asked_after(seen, name) for name in names):
        return True
    return any(_is_place(seen, found.end()) for found in _SOMEWHERE.finditer(evidence.text))


def _asked_after(seen: Seen, name: Span) -> bool:
    kinds = [n.kind for n in seen.candidate.names if n.start == name.start]
    return kinds == [NameKind.OTHER] and not seen.taken.isdisjoint(seen.evidence.within(name))


def _is_place(seen: Seen, end: int) -> bool:
    """Tell whether what follows a preposition is a place that the question does not hold."""
    evidence, text = seen.evidence, seen.evidence.text
    if _TIMED.match(text, end) or _NOWHERE.match(text, end):
        return False
    if any(0 < date.start - end <= _NEXT for date in evidence.dates):
        return False
    article = _ARTICLE.match(text, end)
    start = article.end() if article else end
    return not any(evidence.begins(at) == start for at in seen.taken)
