"""What was before: "the previous mayor" is not today's, "the fee before the rise" not the new."""

import re
from collections.abc import Iterator, Set

from facts.answering.kinds import EVERY, QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.extraction.namewords import LOWER_TITLES
from facts.types import FactKind

_FORMER = word_set("previous former predecessor ex outgoing")
_TOLD_FORMER = re.compile(
    r"\b(?:previous(?:ly)?|former(?:ly)?|predecessors?|ex|outgoing|succe(?:ed|eds|eded|eding|ssor)"
    r"|replac(?:e|es|ed|ing)|took over|takes over|taking over|takeover|resign\w*|stepp?(?:ed|ing)"
    r" down|until|was|were|had|retir(?:ed|es|ing)|left|departed|sacked|ousted|inherit(?:ed|s)"
    r"|earlier|before|last|then|from|used to|since)\b",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"\b(?:from|against|versus|compared (?:with|to)|previous(?:ly)?|former(?:ly)?|earlier|before"
    r"|was|were|had|stood|used to|until|then|last|past|ago)\b|\b\w+ed\b|\b\d{4}\b|\(",
    re.IGNORECASE,
)


@only_where(lambda q: q.holds(_FORMER) or "before" in q.lowered)
def formerly(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who was the previous mayor" and "the fee before the rise" that a fact looks back."""
    question, text = seen.question, seen.evidence.text
    if seen.candidate.kind is FactKind.ROW:
        return
    typed = question.lowered
    asked = seen.asked(_FORMER)
    if asked and question.kind in {Kind.WHO, Kind.NAME} and not _TOLD_FORMER.search(text):
        yield Lacking(Lack.ROLE, seen.shown(asked[:1]))
    if question.kind in QUANTITIES and "before" in typed and not _TOLD_BEFORE.search(text):
        yield Lacking(Lack.DATE, "before", open=True)


_THE_ONE_BEFORE = re.compile(
    r"\b(?:(?:before (?:this|that)(?: one)?|the (?:time|year|one) before)$"
    r"|(?:previous|last) [\w-]+ before\b)"
)
_TOLD_THEN = re.compile(
    r"\b(?:(?:up|down|compared|rose|fell|dropped|climbed|risen|fallen) (?:\w+ )?(?:from|with|to)"
    r"|against|versus|previous(?:ly)?|former(?:ly)?|earlier|before|last|ago|than in"
    r"|(?<!since )in \d{4})\b|\(\d",
    re.IGNORECASE,
)


@only_where(lambda q: _THE_ONE_BEFORE.search(q.small), of=EVERY - {Kind.WHEN})
def one_before(seen: Seen) -> Iterator[Lacking]:
    """Ask of "turnout at the election before this one" that a fact tells of an earlier one."""
    if seen.candidate.kind is not FactKind.ROW and not _TOLD_THEN.search(seen.evidence.text):
        yield Lacking(Lack.DATE, "before", open=True)


_WHO_IS = re.compile(
    r"^(?:who is|who's|whos|who will be|name of)\b(?!.*\b(?:then|former|previous|was)\b)"
)
_THEN = re.compile(
    r"(?:\b(?:then|at the time|former|ex|outgoing)|, then)[ -](?:the |its |an? )?$", re.IGNORECASE
)


@only_where(lambda q: bool(_WHO_IS.search(q.small)), of={Kind.WHO, Kind.NAME})
def of_then(seen: Seen) -> Iterator[Lacking]:
    """Tell "then chief engineer" from who is chief engineer."""
    offices = [at for at, word in enumerate(seen.question.lowered) if word in LOWER_TITLES]
    held = [at for office in offices for at in seen.inside(office)]
    taken = seen.taken
    first = [_first_of_run(taken, at) for at in held]
    if seen.each_after(first, _THEN):
        yield Lacking(Lack.ROLE, seen.shown(offices), open=True)


def _first_of_run(taken: Set[int], at: int) -> int:
    while at - 1 in taken:
        at -= 1
    return at


_NEW = word_set("new next current became become becomes incoming")
_OF_OLD = re.compile(
    r"\b(?:previous|former|ex|outgoing|resign\w*|stepp?(?:ed|ing|s) down|sacked|ousted"
    r"|dismiss\w*)\b",
    re.IGNORECASE,
)
_OF_NEW = re.compile(
    r"\b(?:new|next|current|incoming|appoint\w*|success\w+|succeed\w*|replac\w+|elect\w*|named"
    r"|becom\w+|became|tak(?:es?|ing|en) over|took over|takes? up|took up|sworn|nominat\w+"
    r"|promot\w+|hired|joins?|joined|since|will|to be|goes to|w[io]ns?|chosen|picked|pick|move[ds]?"
    r"|confirm\w+|select\w+|inherit\w*|start\w*|beg[aiu]n\w*|arriv\w+|install\w*|now)\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.holds(_NEW), of={Kind.WHO, Kind.NAME})
def newly(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is the new operator" that a fact does not speak of the one before alone."""
    asked, text = seen.asked(_NEW), seen.evidence.text
    beside = any(map(seen.borne, (at for at in asked if at in seen.matches)))
    old = _OF_OLD.search(text) or (not beside and seen.question.claims.verb is None)
    if old and not _OF_NEW.search(text):
        yield Lacking(Lack.ROLE, seen.shown(asked[:1]), open=True)
