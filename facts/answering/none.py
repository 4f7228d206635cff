"""Whether a fact tells that there were none of what is counted: "No deaths have been reported"."""

import re

from facts.answering.kinds import Kind
from facts.answering.seen import Seen
from facts.types import Span

_WITHIN = 2  # words after "no": "no serious injuries"
_NOBODY = re.compile(r"\b(?:no one|nobody|none)\b", re.IGNORECASE)
_NOT_ANY = re.compile(r"\b(?:not|never|n[’']t|without)\b[^.;:]{0,60}\bany\b", re.IGNORECASE)


def tells_none(seen: Seen) -> bool:
    """Tell "No deaths have been reported", "Nobody died" and "has not laid off any workers".

    Asked of "how many" alone: there the answer is none, and the fact says so.
    """
    if seen.question.kind is not Kind.HOW_MANY:
        return False
    evidence, taken = seen.evidence, seen.taken
    numbers = [span for span in evidence.numbers if span.of(evidence.text).lower() != "one"]
    if not taken or numbers:
        return False
    for at, word in enumerate(evidence.words):
        if word.folded == "no" and not taken.isdisjoint(range(at + 1, at + 1 + _WITHIN)):
            return True
    named = {at for name in evidence.names for at in evidence.within(name)}
    if _NOBODY.search(evidence.text):
        return bool(taken - named)
    return any(
        not taken.isdisjoint(evidence.within(Span(match.end(), len(evidence.text)))[:_WITHIN])
        for match in _NOT_ANY.finditer(evidence.text)
    )
