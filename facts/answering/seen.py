"""A question before a fact: which of its words the fact holds, and what it may lack."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from facts.answering.considered import Home, SmallName
from facts.answering.evidence import Evidence
from facts.answering.kinds import EVERY, Kind
from facts.answering.matching import Match
from facts.answering.question import Origin, Question
from facts.answering.types import Candidate
from facts.answering.wording import OTHER_WORDS
from facts.anycase import AnyCase
from facts.once import once

WEAK = 0.5  # a form that counts for less does not bear a word out
SENSED = 0.25  # of words that only share a sense
CLAUSE = re.compile(r"[;:\"“”()]|,? (?:which|who|whom|whose|while|but|because|although)\b")


class Lack(StrEnum):
    """What is not borne out."""

    NAME = "name"
    DATE = "date"
    NUMBER = "number"
    VERB = "verb"
    COUNTED = "counted"
    PLACE = "place"
    HOLDER = "holder"
    ROLE = "role"
    SPEAKER = "speaker"
    TOPIC = "topic"
    ANSWER = "answer"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that is not borne out, and the words of the question that ask for it.

    `open` when it may be meant: "September" of an unknown year for September 2021.
    """

    kind: Lack
    words: str = ""
    open: bool = False


@dataclass(frozen=True)
class Seen:
    """A question before a fact: what the rules look at, worked out once for all of them."""

    question: Question
    candidate: Candidate
    evidence: Evidence
    matches: dict[int, Match]
    before: Set[int]  # places of the question's words that the facts before it hold
    home: Set[Home]  # names of the question that its document is about
    small_names: tuple[SmallName, ...]  # that any candidate holds

    @once
    def taken(self) -> set[int]:
        """Where the fact's own words hold any word of the question."""
        return {at for match in self.matches.values() for at in match.places}

    @once
    def given(self) -> set[int]:
        """Where the fact's own words hold the names given for one side of the verb."""
        return {at for place in self.question.claims.given for at in self.inside(place)}

    @once
    def verbs(self) -> tuple[int, ...]:
        """Where the fact's own words hold the question's verb, if it has one."""
        verb = self.question.claims.verb
        return self.inside(verb) if verb is not None else ()

    @once
    def named(self) -> set[int]:
        """Where the fact's own words hold any name of the question."""
        return {at for m in self.matches.values() if m.term.name for at in m.places}

    def asked(self, listed: Set[str]) -> list[int]:
        """Return where the question holds any of these words."""
        return [at for at, word in enumerate(self.question.lowered) if word in listed]

    def borne(self, place: int) -> bool:
        """Tell whether a word of the question is in the fact or beside it."""
        match = self.matches.get(place)
        return match is None or bears(match)

    def inside(self, place: int) -> tuple[int, ...]:
        """Return where the fact's own words hold a word of the question, in any form."""
        match = self.matches.get(place)
        if match is None or not match.places or not bears(match):
            return ()
        likely = [f for f in match.term.forms if f.factor >= WEAK and len(f.stems) == 1]
        held = (self.evidence.places.get(form.stems[0], ()) for form in likely)
        return tuple(sorted({*match.places, *(at for places in held for at in places)}))

    def each_after(self, places: Iterable[int], *before: AnyCase | re.Pattern[str]) -> bool:
        """Tell whether one of the patterns meets what stands before each of these words.

        Where there are none it says no.
        """
        text, starts = self.evidence.text, [self.evidence.begins(at) for at in places]
        return bool(starts) and all(any(p.search(text[:at]) for p in before) for at in starts)

    def shown(self, places: Iterable[int]) -> str:
        typed = self.question.typed
        return " ".join(typed[at] for at in sorted(places) if at < len(typed))


Rule: TypeAlias = Callable[[Seen], Iterator[Lacking]]
Asks: TypeAlias = Callable[[Question], object]
_ASKING: dict[Rule, Asks] = {}
_KINDS: dict[Rule, Set[Kind]] = {}


def only_where(asks: Asks | None = None, *, of: Set[Kind] = EVERY) -> Callable[[Rule], Rule]:
    """Let a rule look at facts only where a question is of these kinds and this is true of it.

    Whatever the fact: both are asked once a question, the kinds not even that.
    """

    def kept(rule: Rule) -> Rule:
        _KINDS[rule] = of
        if asks is not None:
            _ASKING[rule] = asks
        return rule

    return kept


def asking(kind: Kind, rules: Iterable[Rule]) -> tuple[tuple[Rule, Asks | None], ...]:
    """Return the rules for questions of a kind, each with what must be true of the question."""
    return tuple((rule, _ASKING.get(rule)) for rule in rules if kind in _KINDS.get(rule, EVERY))


def asked_by(question: Question, rules: Iterable[tuple[Rule, Asks | None]]) -> list[Rule]:
    """Return those of the rules for its kind that look for what a question asks, in their order."""
    return [rule for rule, asks in rules if asks is None or asks(question)]


def bears(match: Match) -> bool:
    """Tell whether a match is good enough to bear a word out."""
    likely = match.factor >= WEAK or match.origin is Origin.SYNONYM
    return match.factor > 0 and (likely or match.kin)


def only_sense(match: Match) -> bool:
    """Tell whether a fact holds a word that but shares a sense with the one asked."""
    return match.origin in OTHER_WORDS and match.factor < SENSED
