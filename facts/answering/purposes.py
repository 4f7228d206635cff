"""What else must be told of those that are counted: "centres that take pets", not any centres."""

import re
from collections.abc import Iterator

from facts.answering.lexicon import AUXILIARIES, EMPTY_VERBS, PREPOSITIONS
from facts.answering.seen import Lack, Lacking, Seen, only_where

_ENDS = PREPOSITIONS | {"and", "or", "but", "when", "while", "that", "who", "which"}
_TAKING = frozenset({"take", "takes", "accept", "accepts", "offer", "offers", "sell", "sells"})
_SAYING_LITTLE = (EMPTY_VERBS | _TAKING) - AUXILIARIES | {"have"}
_WIDE = frozenset({"now", "today", "currently", "far", "left"})


@only_where(lambda q: q.claims.counted)
def purposes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many centres take pets" that pets are told of, where the verb says little."""
    typed = seen.question.lowered
    for counted in seen.question.claims.counted:
        verb = counted + 1
        if not typed[verb : verb + 1] or typed[verb] not in _SAYING_LITTLE:
            continue
        ends = (at for at in range(verb + 1, len(typed)) if typed[at] in _ENDS)
        objects = range(verb + 1, next(ends, len(typed)))
        told = [m for at in objects if (m := seen.matches.get(at)) and typed[at] not in _WIDE]
        if told and not any(m.factor for m in told):
            yield Lacking(Lack.TOPIC, seen.shown(m.term.place for m in told))


_WHAT_FOR = re.compile(r"^(?:whats|what(?:'s|’s| is| are| was| were)) .* for$")
_FOR = re.compile(
    r"\b(?:for|to (?!the\b|[A-Z£$€\d])[a-z]+|towards|so that|use[sd]?|spen[dt]\w*|pay\w*|help\w*"
    r"|fund\w*|cover\w*|buy\w*|let(?:s|ting)?|allow\w*|aim\w*|intend\w*|which|where)\b"
)


@only_where(lambda q: _WHAT_FOR.match(q.small))
def what_for(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what is the grant for" that a fact says what for: "£400 to the school" does not."""
    beside = " ".join((seen.evidence.text, *seen.candidate.headings))
    if not _FOR.search(beside):
        yield Lacking(Lack.ANSWER, "what for", open=True)
