"""Candidates matched against a question, and what stands just before each in its document."""

from collections import Counter
from collections.abc import Callable, Sequence, Set
from typing import NamedTuple, TypeAlias

from facts.answering.evidence import Evidence, prepare
from facts.answering.kinds import Kind
from facts.answering.lexicon import PLACING
from facts.answering.matching import Match, matches, sought
from facts.answering.question import Question
from facts.answering.types import Candidate
from facts.types import NameKind

AT_HOME = 2  # facts of a document that name a place or a body before it is at home there
HOMES = frozenset({NameKind.PLACE, NameKind.ORGANISATION})
LEARNED = 1_000  # a fact that people are known to ask for so is always weighed


class Considered(NamedTuple):
    """A candidate, what it offers, and how each term of the question is found in it."""

    candidate: Candidate
    evidence: Evidence
    found: tuple[Match, ...]
    inside: tuple[Match, ...]  # of these, what the fact's own words hold
    said: bool  # somebody's words, and such are asked for

    @property
    def eligible(self) -> bool:
        """Tell whether the fact itself is on the subject, not merely its title or neighbours."""
        if self.inside or self.candidate.phrasing > 0:
            return True
        return (self.candidate.dependent or self.said) and any(m.beside for m in self.found)

    @property
    def told(self) -> float:
        """The weight of what is found, for choosing the candidates to weigh fully."""
        told = sum([m.weight * (1 if m.places else 0.5) for m in self.found])
        return told + LEARNED * self.candidate.phrasing


class SmallName(NamedTuple):
    """A name of candidates that a question gives in small letters, and its places there.

    `plain` tells that its words alone do not show it to be a name, `located` that it says where.
    """

    small: str
    places: tuple[int, ...]
    plain: bool
    located: bool


def consider(question: Question, candidates: Sequence[Candidate]) -> list[Considered]:
    """Match the candidates against the question."""
    wanted, asks = sought(question.terms), question.kind is Kind.SAID
    considered: list[Considered] = []
    for candidate in candidates:
        evidence = prepare(candidate)
        found = matches(wanted, evidence)
        inside = tuple([match for match in found if match.places])
        said = asks and candidate.attribution.sure
        considered.append(Considered(candidate, evidence, found, inside, said))
    return considered


# What stands one fact before, and two, where it is among the candidates.
Before: TypeAlias = tuple[Considered | None, Considered | None]


def just_before(considered: Sequence[Considered]) -> Callable[[Considered], Before]:
    """Return what tells which candidates stand just before one in its document.

    Passages of a document are numbered in their order.
    """
    there = {(one.candidate.document_id, one.candidate.passage_id): one for one in considered}

    def before(one: Considered) -> Before:
        document, passage = one.candidate.document_id, one.candidate.passage_id
        return there.get((document, passage - 1)), there.get((document, passage - 2))

    return before


def held_before(before: Before) -> frozenset[int]:
    """Return the places of the question's words that a fact goes on from.

    Those which the fact before it holds, and where that names nobody, the one before that.
    """
    one, other = before
    told = list(one.inside) if one else []
    if other and not (one and one.evidence.names):
        told += other.inside
    return frozenset([match.term.place for match in told if not _left(match, before)])


def _left(match: Match, before: Before) -> bool:
    """Tell a place that something only came from: "crossed from Nubra into Kessa"."""
    if not match.term.name:
        return False
    held = [(one.evidence, m) for one in before if one for m in one.inside if m.term == match.term]
    return all(at and evidence.word_at(at - 1) == "from" for evidence, m in held for at in m.places)


_OPENS = 3  # letters of a name that are compared first


def small_names(question: Question, considered: Sequence[Considered]) -> tuple[SmallName, ...]:
    """Return the names of the candidates that the question gives in small letters.

    "Granger falls factory" names Granger Falls, where a candidate does, though both are English
    words.
    """
    typed = f" {plain(question.small)} "
    named = {term.place for term in question.terms if term.name}
    openings = {word[:_OPENS] for word in question.lowered if len(word) >= _OPENS}
    found: dict[str, tuple[int, ...]] = {}
    for one in considered:
        for name in one.candidate.names:
            written = one.candidate.text[name.start : name.end].casefold()
            if written[:_OPENS] not in openings:  # most names of a store are not asked for
                continue
            small = plain(written)
            at = _where(typed, small, name.kind)
            if at >= 0 and small not in found:
                first = typed[:at].count(" ")
                found[small] = tuple(range(first, first + small.count(" ") + 1))
    return tuple(
        [
            SmallName(small, at, named.isdisjoint(at), _follows_placing(question, at[0]))
            for small, at in found.items()
        ]
    )


def _follows_placing(question: Question, at: int) -> bool:
    before = question.lowered[max(0, at - 2) : at]
    return not PLACING.isdisjoint(before[-1:]) or (
        before[-1:] == ("the",) and not PLACING.isdisjoint(before)
    )


_OWNING = frozenset({"does", "did", "has", "have", "of"})  # "how many pupils does calder have"


def _where(typed: str, small: str, kind: NameKind) -> int:
    """Return where a name stands in a question: of one word only what is plainly a place."""
    if " " in small:
        return max(typed.find(f" {small} "), typed.find(f" {small}s "))
    at = typed.find(f" {small} ") if kind is NameKind.PLACE else -1
    before = typed[:at].rpartition(" ")[2] if at > 0 else ""
    return at if before in PLACING or before in _OWNING else -1


def plain(small: str) -> str:
    """Leave out the apostrophes: a question seldom has them."""
    return small.replace("'", "").replace("’", "")


# A name of the question by its place there, and what it names in a document.
Home: TypeAlias = tuple[int, NameKind]


def at_home(considered: Sequence[Considered]) -> Callable[[Considered], Set[Home]]:
    """Return what tells which places and bodies of the question a candidate's document is about.

    A document that keeps naming Velden is about Velden, also where a fact of it does not say so.
    """
    counts = Counter((one.candidate.document_id, home) for one in considered for home in _held(one))
    found: dict[int, set[Home]] = {}
    for (document, home), count in counts.items():
        if count >= AT_HOME:
            found.setdefault(document, set()).add(home)
    return lambda one: found.get(one.candidate.document_id, set())


def _held(one: Considered) -> set[Home]:
    """Return which places and bodies of the question a fact names."""
    asked = [match for match in one.inside if match.term.name]
    named = [n for n in one.candidate.names if n.kind in HOMES] if asked else []
    words = one.evidence.words if named else ()
    return {
        (match.term.place, name.kind)
        for match in asked
        for name in named
        if any(name.start <= words[at].start < name.end for at in match.places)
    }
