"""Whether a fact holds anything of the kind asked for, besides what it is asked with."""

import re
from collections.abc import Iterator

from facts.answering import language
from facts.answering.capitals import capitalised
from facts.answering.cells import answering_cell
from facts.answering.converses import turned
from facts.answering.headinglike import without_verb
from facts.answering.identity import introduces
from facts.answering.kinds import NEEDED, PLACE_NOUNS, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import is_person
from facts.answering.none import tells_none
from facts.answering.offers import answering_spans, fresh, settings, uncounted
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.answering.spoken import days_of_saying, tells
from facts.answering.types import Candidate
from facts.answering.whereabouts import tells_somewhere
from facts.anycase import AnyCase
from facts.text import words
from facts.types import FactKind, Span

_ANSWERED = NEEDED | {Kind.WHO, Kind.NAME, Kind.WHERE}
_STATED_BY = frozenset({Kind.WHY, Kind.HOW, Kind.YES_NO, Kind.SAID})


def unanswered(seen: Seen) -> Iterator[Lacking]:
    """Ask for a number of "how many", a date of "when", a name or a sort of person of "who"."""
    taken = seen.taken
    meant = seen.question.kind is Kind.WHO and stands_for(seen)
    none = tells_none(seen)
    empty = _says_nothing(seen, taken) and not (meant or none)
    if empty or (only_asks(seen.candidate) and not _of_asking(seen)):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)
    if seen.question.kind is Kind.SAID and not _spoken(seen):
        yield Lacking(Lack.ANSWER, "what was said")
    if none or seen.question.kind not in _ANSWERED:
        return
    offered = answering_spans(seen.question.kind, seen.evidence)
    if seen.question.kind in {Kind.WHO, Kind.NAME} and not _asks_place(seen):
        placing = settings(seen.candidate)
        offered = tuple(span for span in offered if span not in placing)
    if seen.question.kind is Kind.WHEN:
        spoken = days_of_saying(seen.evidence, taken)
        offered = tuple(s for s in offered if s not in spoken and not _compared(seen, s))
    if _asks_year(seen):
        offered = tuple(span for span in offered if _year_known(seen, span))
    if seen.question.kind is Kind.WHERE:
        if not tells_somewhere(seen):
            yield Lacking(Lack.ANSWER, seen.question.kind.in_words)
        return
    if seen.question.kind is Kind.HOW_MANY and "many" in seen.question.lowered:
        offered = tuple(span for span in offered if not uncounted(span, seen.evidence))
        if _OF_TIME.isdisjoint(seen.question.lowered):
            lasting = {place for s in seen.evidence.durations for place in seen.evidence.within(s)}
            offered = tuple(s for s in offered if lasting.isdisjoint(seen.evidence.within(s)))
    if "many" not in seen.question.lowered:
        offered = tuple(s for s in offered if not _BOTH.fullmatch(s.of(seen.evidence.text)))
    if any(fresh(span, seen.evidence, taken) for span in offered) or meant or _otherwise(seen):
        return
    heads = seen.candidate.kind is FactKind.ROW and seen.candidate.headings
    if not heads:
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)


def _otherwise(seen: Seen) -> bool:
    """Tell whether a fact answers by words that are no name, figure or date of their own."""
    if seen.question.kind is Kind.WHO:
        return _somebody(seen, seen.taken) or turned(seen) or introduces(seen)
    if seen.question.kind is Kind.HOW_MANY:
        return _tells_one(seen)
    return seen.question.kind is Kind.NAME and _so_called(seen)


_OF_TIME = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks month months year "
    "years decade decades century centuries time times long seasons season"
)
_COMPARED = re.compile(r"\b(?:than|compared (?:with|to)|as against|versus) (?:in |at |for )?$")


def _compared(seen: Seen, span: Span) -> bool:
    """Tell a day that only something is measured by: "£3 more than in 2025"."""
    return bool(_COMPARED.search(seen.evidence.text[: span.start]))


@only_where(of=_STATED_BY)
def wordless(seen: Seen) -> Iterator[Lacking]:
    """Tell a line without a verb ("Edda Varn, mayor") where a reason, a way or words are asked."""
    if without_verb(seen.candidate, seen.evidence):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)


def cell(seen: Seen) -> Iterator[Lacking]:
    """Tell a row whose asked cell is empty, or a dash: it gives no value."""
    found = answering_cell(seen.question, seen.candidate, tuple(seen.matches.values()))
    if found is not None and _NO_VALUE.fullmatch(found.of(seen.candidate.text)):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)


_NO_VALUE = re.compile(
    r"\s*(?:[-–—.…?*]*|n/?a|none given|not (?:known|available))\s*", re.IGNORECASE
)


def _spoken(seen: Seen) -> bool:
    """Tell whether a fact holds somebody's words, or tells of their saying."""
    return bool(seen.candidate.attribution.speaker) or tells(seen.evidence.text)


def _says_nothing(seen: Seen, taken: set[int]) -> bool:
    """Tell a heading, or words before a list, from what answers: it holds nothing new."""
    question = seen.question
    stated = question.kind is Kind.YES_NO or question.claims.denied
    if stated:
        return False
    if not question.holds(_ASKING) and not without_verb(seen.candidate, seen.evidence):
        return False
    if seen.evidence.text.rstrip().endswith(":"):
        return True
    stop, evidence = language.stop_words(), seen.evidence
    if not all(at in taken or evidence.word_at(at) in stop for at in range(len(evidence))):
        return False
    if question.kind is Kind.HOW_MANY and _ONE.search(evidence.text):
        return False  # "the ministry confirmed one death": one is no telling word
    # "In May" says something.
    return taken.issuperset(at for span in evidence.dates for at in evidence.within(span))


_QUESTION = re.compile(r"\?[\"”»’')\]\s]*$")
_OF_ASKING = word_set("ask asks asked asking question questions wonder wondered wonders")


def only_asks(candidate: Candidate) -> bool:
    """Tell a question that somebody put ("Will Oda travel?") from what states something."""
    return bool(_QUESTION.search(candidate.text))


def _of_asking(seen: Seen) -> bool:
    return not _OF_ASKING.isdisjoint(seen.question.lowered)


_ASKING = word_set("who what which when where why how whom whose")
_CALLED = re.compile(
    r"\b(?:called|named|dubbed|nicknamed|titled|entitled|known as|by the name of)"
    r" (?:an? |the |it |them |him |her )?(?P<name>[\"“‘']?[^\W\d_][\w'’-]+)"
)
_NOT_CALLED = word_set("for on in at to off by as and after because when that only so before who")


def _so_called(seen: Seen) -> bool:
    """Tell whether a fact says what something is called: a name need not have a capital."""
    text = seen.evidence.text
    called = (m for m in _CALLED.finditer(text) if m["name"].casefold() not in _NOT_CALLED)
    return any(fresh(Span(*m.span("name")), seen.evidence, seen.taken) for m in called)


_YEAR = re.compile(r"\b\d{4}\b|['’]\d\d\b")


def _asks_year(seen: Seen) -> bool:
    framed = {match.term.word for match in seen.matches.values() if match.term.frame}
    return seen.question.kind is Kind.WHEN and "year" in framed


def _year_known(seen: Seen, span: Span) -> bool:
    """Tell whether a date gives the year, in its words or by what it comes to."""
    known = any(
        moment.start <= span.start < moment.end and moment.earliest
        for moment in seen.candidate.moments
    )
    return known or bool(_YEAR.search(span.of(seen.evidence.text)))


def _somebody(seen: Seen, taken: set[int]) -> bool:
    """Tell whether the fact speaks of a sort of people besides those that are asked with."""
    evidence = seen.evidence
    if "no one" in evidence.text.lower():
        return True
    others = (at for at in range(len(evidence)) if at not in taken)
    spoken = (at for at in others if is_person(evidence.word_at(at)))
    first = next(spoken, None)
    if first is None:
        return False
    # "Six members voted for it" does not say who.
    members = (evidence.within(Span(*m.span())) for m in _MEMBERS.finditer(evidence.text))
    counted = {at for within in members for at in within}
    return first not in counted or any(at not in counted for at in spoken)


_ONE = AnyCase(r"\b(?:one|a single|no one|nobody|none|neither|both)\b")
_BOTH = re.compile(r"\bboth\b", re.IGNORECASE)


def _tells_one(seen: Seen) -> bool:
    """Tell "a single death" and, of how many, "both mills"; "both sides gave it" is no toll."""
    found = _ONE.search(seen.evidence.text)
    return found is not None and ("many" in seen.question.lowered or not _BOTH.match(found.group()))


_MEMBERS = AnyCase(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: of (?:its |the )?[\w-]+)? (?:members|people|persons|others)\b"
)
_PRONOUN = re.compile(r"[\"“]?(?:He|She|They|It)\b")


def stands_for(seen: Seen) -> bool:
    """Tell whether "he" of a fact is somebody whom the sentence before names: "He succeeds Varn".

    A name that is asked with is not the answer.
    """
    candidate = seen.candidate
    if not candidate.dependent or not _PRONOUN.match(candidate.text):
        return False
    asked = set(seen.question.lowered)
    for text in candidate.previous:
        for name in capitalised(text, words(text)):
            if not asked & {word.folded for word in words(name.of(text))}:
                return True
    return False


def _asks_place(seen: Seen) -> bool:
    asked = {word.removesuffix("'s") for word in seen.question.lowered}
    return any(word in PLACE_NOUNS or word.removesuffix("s") in PLACE_NOUNS for word in asked)
