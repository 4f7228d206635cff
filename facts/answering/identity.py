"""Who somebody is, and who came before: that somebody is named tells neither."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.language import stop_words
from facts.answering.lexicon import BE, is_person
from facts.answering.offers import settings
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.types import FactKind

_IT_IS = re.compile(r"(?:, |\bis )$")
_SAID_TO_BE = re.compile(
    r",? ?(?:\(|,|[–—-]|(?:is|was|were|are|who|whose|became|has been|had been|served|works?"
    r"|worked|runs?|ran"
    r"|led|leads?|founded|owns?)\b)"
)


def _only_name(question: Question) -> bool:
    typed = question.lowered
    if typed[:1] != ("who",) or typed[1:2] == () or typed[1] not in BE:
        return False
    if any(word.endswith(("'s", "’s")) for word in typed):
        return False
    return any(term.name for term in question.terms) and len(question.terms) == len(typed) - 2


@only_where(_only_name)
def identities(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is Doris Wainfleet" that a fact says what she is, and not only names her."""
    if seen.candidate.kind is FactKind.ROW:
        return
    text, asked = seen.evidence.text, seen.taken
    for name in seen.evidence.names:
        inside = seen.evidence.within(name)
        if not asked.intersection(inside):
            continue
        before = [w.folded for w in seen.evidence.words[max(0, inside[0] - 3) : inside[0]]]
        titled = any(is_person(word) for word in before if word not in stop_words())
        told = _SAID_TO_BE.match(text, name.end) or _IT_IS.search(text[: name.start])
        if titled or told or not asked.issubset(inside):
            return
    if asked:
        yield Lacking(Lack.ANSWER, "who", open=True)


@only_where(lambda q: q.kind is Kind.WHO and "before" in q.lowered)
def predecessors(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who ran it before Varn" that a fact speaks of somebody besides Varn."""
    typed, evidence = seen.question.lowered, seen.evidence
    start = typed.index("before")
    later = {
        i for m in seen.matches.values() if m.term.place > start and m.term.name for i in m.places
    }
    if not later:
        return
    placing = settings(seen.candidate)
    others = (set(evidence.within(n)) for n in evidence.names if n not in placing)
    if not any(other and other.isdisjoint(seen.taken | later) for other in others):
        yield Lacking(Lack.ANSWER, "who", open=True)


RULES: tuple[Rule, ...] = (
    identities,
    predecessors,
)
