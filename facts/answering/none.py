"""Whether a fact tells that there were none of what is counted: "No deaths have been reported"."""

from facts.answering.kinds import Kind
from facts.answering.seen import Seen
from facts.anycase import AnyCase
from facts.types import Span

_WITHIN = 2  # words after "no": "no serious injuries"
_NOBODY = AnyCase(r"\b(?:no one|nobody|none)\b")
_NOT_ANY = AnyCase(r"\b(?:not|never|n[’']t|without)\b[^.;:]{0,60}\bany\b")


def tells_none(seen: Seen) -> bool:
    """Tell "No deaths have been reported", "Nobody died" and "has not laid off any workers".

    Asked of "how many" alone: there the answer is none, and the fact says so.
    """
    if seen.question.kind is not Kind.HOW_MANY:
        return False
    evidence, taken = seen.evidence, seen.taken
    if not taken or any(s.of(evidence.text).lower() != "one" for s in evidence.numbers):
        return False
    for at in evidence.places.get("no", ()):
        within = range(at + 1, at + 1 + _WITHIN)
        if evidence.word_at(at) == "no" and not taken.isdisjoint(within):
            return True
    if _NOBODY.search(evidence.text):
        return bool(taken - {at for name in evidence.names for at in evidence.within(name)})
    return any(
        not taken.isdisjoint(evidence.within(Span(match.end(), len(evidence.text)))[:_WITHIN])
        for match in _NOT_ANY.finditer(evidence.text)
    )
