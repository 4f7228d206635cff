"""Who somebody is, and who came before: that somebody is named tells neither."""

import re
from collections.abc import Collection, Iterator

from facts.answering.acronyms import written_out
from facts.answering.evidence import Evidence
from facts.answering.introducing import definition, introduction
from facts.answering.kinds import Kind
from facts.answering.lexicon import BE, DETERMINERS, is_person
from facts.answering.matching import Match
from facts.answering.offers import settings
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.types import FactKind, NameKind, Span

_IS_NOW = re.compile(r"who(?:['’]?s| is) the (?:new|current|present)\b")
_BEFORE = frozenset({"before", "after"})


def _who_is(question: Question) -> bool:
    """Tell "who is Doris Wainfleet" from "who is the mayor" and from "who is Roe's coach"."""
    typed = question.lowered
    if typed[:1] != ("who",) or not (typed[1:2] and typed[1] in BE):
        return False
    owned = any(word.endswith(("'s", "’s")) for word in typed)
    return not owned and [term.place for term in question.terms] == list(range(2, len(typed)))


def _what_is(question: Question) -> bool:
    """Tell "what is infrasound" from "what is the cost of the MPC"."""
    typed = question.lowered
    if typed[:1] != ("what",) or not (typed[1:2] and typed[1] in BE):
        return False
    rest = [at for at in range(2, len(typed)) if typed[at] not in DETERMINERS]
    return bool(rest) and rest == [term.place for term in question.terms]


def asks_identity(question: Question) -> bool:
    """Tell whether a question may ask who somebody is, what a thing is or letters stand for."""
    return bool(question.letters) or _who_is(question) or _what_is(question)


def told_of(question: Question, evidence: Evidence, found: Collection[Match]) -> Span | None:
    """Return the words of a fact that tell who, or what, a question of identity asks for."""
    text, taken = evidence.text, {at for match in found for at in match.places}
    if question.letters:
        return written_out(text, question.letters)
    if not taken:
        return None
    first = evidence.begins(min(taken))
    if _who_is(question):
        if not names_asked(question, evidence, found):
            return None
        # What the fact names may begin with a title: "Mayor Lucan Frey".
        both = [(name, Span(first, name.end)) for name in _named(evidence, taken)]
        every = (introduction(text, name) for names in both for name in names)
        return next(filter(None, every), None)
    if len(question.terms) == 1 and (full := written_out(text, question.terms[0].word)):
        return full
    run = max(taken) - min(taken) + 1 == len(question.terms)
    return definition(text, Span(first, evidence.words[max(taken)].end)) if run else None


def names_asked(question: Question, evidence: Evidence, found: Collection[Match]) -> bool:
    """Tell whether a fact names the one of whom "who is Doris Wainfleet" asks."""
    if not _who_is(question) or not all(match.places for match in found):
        return False  # of Ida Roe "the painter Jon Roe" tells nothing
    return bool(_named(evidence, {at for match in found for at in match.places}))


def is_about_name(question: Question, evidence: Evidence, found: Collection[Match]) -> bool:
    """Tell whether a fact names somebody by words of "who is Doris Wainfleet", her or another."""
    taken = {at for match in found for at in match.places}
    return _who_is(question) and bool(_named(evidence, taken))


def _named(evidence: Evidence, taken: set[int]) -> list[Span]:
    """Return the names of a fact that hold all its words that are asked with."""
    return [n for n in evidence.names if taken and taken.issubset(evidence.within(n))]


def introduces(seen: Seen) -> bool:
    """Tell whether a fact tells who somebody is, where just that is asked."""
    found = seen.matches.values()
    asked = asks_identity(seen.question)
    return asked and told_of(seen.question, seen.evidence, found) is not None


@only_where(lambda q: bool(q.letters) or _what_is(q))
def letters(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what does the MPC stand for", and of "what is the MPC", that a fact writes it out."""
    written = [seen.evidence.words[at] for at in seen.taken]
    alone = len(seen.question.terms) == 1 and bool(written)
    short = alone and all(seen.evidence.text[w.start : w.end].isupper() for w in written)
    if (seen.question.letters or short) and not introduces(seen):
        yield Lacking(Lack.ANSWER, "what it stands for", open=True)


@only_where(_who_is)
def identities(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is Doris Wainfleet" that a fact says what she is, and not only names her."""
    found = seen.matches.values()
    named = any(match.term.name for match in found) or _named(seen.evidence, seen.taken)
    if seen.candidate.kind is FactKind.ROW or not named:
        return
    if told_of(seen.question, seen.evidence, found) is None:
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
    letters,
    identities,
    predecessors,
    once,
    winners,
)
