"""Who somebody is, and who came before: that somebody is named tells neither."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.language import stop_words
from facts.answering.lexicon import BE, is_person
from facts.answering.offers import settings
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.types import FactKind, NameKind, Span

_IT_IS = re.compile(r"(?:, |\bis )$")
_SAID_TO_BE = re.compile(
    r",? ?(?:\(|,|[–—-]|(?:is|was|were|are|who|whose|became|has been|had been|served|works?"
    r"|worked|runs?|ran"
    r"|led|leads?|founded|owns?)\b)"
)
_IS_NOW = re.compile(r"who(?:['’]?s| is) the (?:new|current|present)\b")
_BEFORE = frozenset({"before", "after"})


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


@only_where(lambda q: _IS_NOW.match(q.small), of={Kind.WHO})
def once(seen: Seen) -> Iterator[Lacking]:
    """Tell "where she was dean" from who is the new dean there."""
    typed, text = seen.question.lowered, seen.evidence.text
    held = [at for place in seen.matches if is_person(typed[place]) for at in seen.inside(place)]
    starts = [seen.evidence.begins(at) for at in held]
    leaving = "new" in typed and _LEAVING.search(text)
    before = leaving or (starts and all(_WAS.search(text[:start]) for start in starts))
    if before and not _NEW.search(text):
        yield Lacking(Lack.DATE, "is", open=True)


_WAS = re.compile(
    r"\b(?:was|were|had been|served as|used to be)(?: (?:the|an?|its|their|his|her))?"
    r"(?: [a-z-]+){0,2} $"
)
_NEW = re.compile(
    r"\b(?:became|becom\w+|appoint\w+|new|named|elected|chosen|succe(?:ed|ss)\w*|replac\w+"
    r"|tak(?:e|es|ing|en) (?:over|charge)|took (?:over|charge)|hired|joins?|joined|sworn)\b"
)
_LEAVING = re.compile(
    r"\b(?:step(?:s|ped|ping)? down|resign\w*|retir(?:es?|ed|ing)|leav(?:es?|ing)|quits?|outgoing"
    r"|sacked|dismissed)\b"
)


@only_where(lambda q: "best" in q.lowered, of={Kind.WHO})
def winners(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who was best actress" that a fact tells of the best, or of a prize."""
    if not _WON.search(seen.evidence.text):
        yield Lacking(Lack.TOPIC, "best", open=True)


_WON = re.compile(r"\bbest\b|\bw[io]n|award|prize|\bfirst\b|\btop", re.IGNORECASE)


_LOOKS_BACK = re.compile(
    r"\b(?:succe(?:ed|ss)\w*|replac\w+|predecess\w+|former\w*|previous\w*|outgoing|ex|was|were|had"
    r"|before|until|left|leav\w+|resign\w*|sacked|dismiss\w*|ousted|oust|retir\w+|stepp?\w* down"
    r"|t(?:ak|ook)\w* over|took|place of|instead|handed|inherit\w*|follow\w*|then|drop(?:s|ped))\b",
    re.IGNORECASE,
)


@only_where(lambda q: not _BEFORE.isdisjoint(q.lowered), of={Kind.WHO})
def predecessors(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who ran it before Varn" that a fact speaks of somebody besides Varn."""
    typed, evidence = seen.question.lowered, seen.evidence
    start = next(at for at, word in enumerate(typed) if word in _BEFORE)
    last = seen.matches.get(len(typed) - 1)
    if len(typed) - start > _NAME_WORDS or last is None or not last.term.name:
        return  # "before Canada scored 55"
    later = {
        i for m in seen.matches.values() if m.term.place > start and m.term.name for i in m.places
    }
    if not later:
        return
    placing = settings(seen.candidate)
    looks_back = typed[start] != "before" or _LOOKS_BACK.search(evidence.text)
    if not looks_back and seen.candidate.kind is not FactKind.ROW:
        yield Lacking(Lack.ANSWER, "before", open=True)
        return
    brought = [n for n in seen.candidate.names if n.kind in _HOLDERS or typed[1] == "owned"]
    spans = [Span(n.start, n.end) for n in brought] if seen.candidate.names else evidence.names
    others = (set(evidence.within(n)) for n in spans if n not in placing)
    if not any(other and other.isdisjoint(seen.taken | later) for other in others):
        yield Lacking(Lack.ANSWER, "who", open=True)


_NAME_WORDS = 5
_HOLDERS = frozenset({NameKind.PERSON, NameKind.OTHER})


RULES: tuple[Rule, ...] = (
    identities,
    predecessors,
    once,
    winners,
)
