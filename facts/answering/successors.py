"""Who comes after somebody: a fact that names the one who goes alone does not say."""

import re
from collections.abc import Iterator

from facts.answering.answered import stands_for
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import AUXILIARIES, BE, is_person
from facts.answering.offers import settings
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.types import Span

_FOLLOWING = word_set(
    "replace replaces replaced replacing succeed succeeds succeeded succeeding follow follows "
    "followed following"
)
_TAKING = word_set("take takes took taking taken")
_AFTER_GOING = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|(?:tak(?:e|es|ing)|took|taken) over from)\s"
    r"(?:(?:the|its|their|an?) )?(?:[a-z][\w-]* ){0,4}$"
)
_GOING = re.compile(
    r"(?:,[^,.;]{1,80},)?(?: (?:who|will|would|is|was|are|were|has|have|to|be|been|had))*"
    r" (?:(?:succeeded|replaced|followed) by|retir(?:es?|ed|ing)|resign(?:s|ed|ing)?"
    r"|leav(?:es?|ing)|left|step(?:s|ped|ping)? down|depart(?:s|ed|ing)?|quits?|sacked|dismissed"
    r"|ousted)\b"
)
_LOOKS_BACK = word_set(
    "before previous previously former formerly predecessor was were did outgoing"
)
_TAKES_OVER = re.compile(
    r"\b(?:succe(?:ed|ss)|replac|t(?:ak|ook)\w* over|new\b|next\b|follow|bec[ao]m|appoint|nominat"
    r"|elect|named\b|designate|will be\b|is to be\b|sworn)",
    re.IGNORECASE,
)
_BECOMES = word_set("be become becomes became is was")
_COMES = word_set("new next")
_HELPING = AUXILIARIES | word_set("to going set likely due expected")
_TITLE = 3  # words before a name that may be its own title: "acting athletic director X"


def _following(question: Question) -> int:
    """Return the place of "replace", or of "over" in "take over from", else 0."""
    typed = question.lowered
    for at, word in enumerate(typed):
        if word in _FOLLOWING:
            return at
        if word in _TAKING and typed[at + 1 : at + 3] == ("over", "from"):
            return at
    return 0


@only_where(lambda q: _following(q) or "after" in q.lowered)
def successors(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who will replace X" that the fact speaks of somebody besides X with X's title."""
    typed = seen.question.lowered
    verb = _following(seen.question)
    if not verb and "after" in typed and not _BECOMES.isdisjoint(typed[1:3]):
        yield from _after(seen, typed.index("after"))
        return
    between = typed[1:verb]
    undergone = typed[verb].endswith("ed") and bool(BE.intersection(between))
    if seen.question.kind is not Kind.WHO or not verb or undergone or set(between) - _HELPING:
        return
    named = (m for m in seen.matches.values() if m.term.name and m.term.place > verb)
    gone = {i for m in named for i in m.places}
    if gone and not _another(seen, gone, seen.taken):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)


def _after(seen: Seen, place: int) -> Iterator[Lacking]:
    """Ask of "who will be minister after X" that the fact speaks of somebody besides X."""
    names = {at for name in seen.evidence.names for at in seen.evidence.within(name)}
    gone = {i for m in seen.matches.values() if m.term.place > place for i in m.places} & names
    if seen.question.kind is not Kind.WHO or not gone:
        return
    if not (_TAKES_OVER.search(seen.evidence.text) and _another(seen, gone, seen.taken)):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)


def without_leaving(question: Question, text: str, offered: list[Span]) -> list[Span]:
    """Leave out who goes, "will succeed Otto Dass", unless the question looks back.

    Who is new is nobody who goes, even where a fact names nobody else.
    """
    if not _LOOKS_BACK.isdisjoint(question.lowered):
        return offered
    new = not _COMES.isdisjoint(question.lowered)
    stay = [
        span
        for span in offered
        if not _AFTER_GOING.search(text[: span.start])
        and not (new and _GOING.match(text, span.end))
    ]
    return stay if new else stay or offered


def _another(seen: Seen, gone: set[int], asked: set[int]) -> bool:
    """Tell whether the fact speaks of anybody but the one who goes, of whom title is a part."""
    evidence = seen.evidence
    placing = settings(seen.candidate)
    named = [set(evidence.within(name)) for name in evidence.names if name not in placing]
    own = set().union(gone, *(name for name in named if name & gone))
    titled = {at for at in range(min(own) - _TITLE, min(own)) if at >= 0}
    if any(name and not name & own and name.isdisjoint(asked | titled) for name in named):
        return True
    people = (
        at
        for at, word in enumerate(evidence.words)
        if is_person(word.folded) and not (at and evidence.word_at(at - 1) == "as")
    )
    return any(at not in own | titled | asked for at in people) or stands_for(seen)
