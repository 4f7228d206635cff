"""Topics: what an admin writes becomes a rule, and the rule says which facts are on it.

A fact is known here by the stems it is filed under (its own words, its title, headings and what
it leans on) and by the full names in it.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from facts.answering.language import stop_words
from facts.errors import BriefingError
from facts.text import fold, words

LONGEST_NAME = 40
MOST_ENTRIES = 40
# A deep link's payload is at most 64 characters of A-Z a-z 0-9 _ -.
LONGEST_KEY = 40


class TopicRefused(BriefingError):
    """What was written does not define a topic."""


class Rule(StrEnum):
    """How a topic's entries are joined: any of them, all of them, or everything there is."""

    ANY = "any"
    ALL = "all"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that can be followed. `id` is 0 before it is stored."""

    id: int
    key: str
    name: str
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    rule: Rule = Rule.ANY


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a topic looks for: all these stems, or the full name."""

    stems: frozenset[str]
    name: str | None = None

    def found_in(self, stems: Set[str], names: Set[str]) -> bool:
        """Say whether a fact with these stems and folded full names holds this entry."""
        return self.stems <= stems or (self.name is not None and self.name in names)


@dataclass(frozen=True, slots=True)
class Matcher:
    """A topic's rule, ready to be held against facts."""

    words: tuple[Entry, ...]
    names: tuple[Entry, ...]
    rule: Rule

    @property
    def stems(self) -> frozenset[str]:
        """All stems that this topic looks for."""
        return frozenset(stem for entry in (*self.words, *self.names) for stem in entry.stems)

    def holds(self, stems: Set[str], names: Set[str]) -> bool:
        """Say whether a fact with these stems and folded full names is on the topic."""
        if self.rule is Rule.EVERYTHING:
            return True
        named = any(entry.found_in(stems, names) for entry in self.names)
        worded = [entry.found_in(stems, names) for entry in self.words]
        if self.rule is Rule.ALL:
            return all(worded) and (named or not self.names)
        return named or any(worded)


def matcher(topic: Topic) -> Matcher:
    """Return the rule of a topic; aliases count as names, and so does a bare topic's own name."""
    named = (*topic.names, *topic.aliases)
    if not topic.words and not topic.names:
        named = (topic.name, *topic.aliases)
    return Matcher(
        words=tuple(Entry(entry_stems(entry)) for entry in topic.words),
        names=tuple(Entry(entry_stems(entry), fold(entry)) for entry in named),
        rule=topic.rule,
    )


def entry_stems(entry: str) -> frozenset[str]:
    """Return the stems an entry asks for, without words that find nothing by themselves."""
    found = words(entry)
    telling = [word.stem for word in found if word.folded not in stop_words()]
    return frozenset(telling or [word.stem for word in found])


def define(written: str) -> Topic:
    """Return the topic that an admin wrote: `Name`, `Name: a, b`, `Name: a + b`, `... | alias`.

    Entries with capitals throughout are names, others are words. Raises TopicRefused.
    """
    name, _, rest = written.partition(":")
    entries, _, aliases = rest.partition("|")
    name = " ".join(name.split())
    if not words(name) or len(name) > LONGEST_NAME:
        raise TopicRefused(f"Give the topic a name of 1 to {LONGEST_NAME} characters with letters.")
    rule = Rule.ALL if "+" in entries else Rule.ANY
    listed = _listed(entries, r"[+]" if rule is Rule.ALL else r"[,;\n]")
    known_as = _listed(aliases, r"[,;\n]")
    if len(listed) + len(known_as) > MOST_ENTRIES:
        raise TopicRefused(f"A topic takes up to {MOST_ENTRIES} words, names and aliases.")
    empty = [entry for entry in (*listed, *known_as) if not entry_stems(entry)]
    if empty:
        raise TopicRefused(f"“{empty[0]}” holds no word to look for: leave it out.")
    return Topic(
        id=0,
        key=topic_key(name),
        name=name,
        words=tuple(entry for entry in listed if not _is_name(entry)),
        names=tuple(entry for entry in listed if _is_name(entry)),
        aliases=known_as,
        rule=rule,
    )


def topic_key(name: str) -> str:
    """Return what stands for a topic in links: plain letters and digits, "" when it has none."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return plain[:LONGEST_KEY].strip("-")


def find_topic(topics: list[Topic], typed: str) -> list[Topic]:
    """Return the topics that somebody means by typed words: one when it is clear, else the near."""
    wanted = fold(" ".join(typed.split()))
    known = [(fold(called), topic) for topic in topics for called in _called(topic)]
    exact = [topic for called, topic in known if called == wanted]
    if exact:
        return exact[:1]
    begun = [topic for called, topic in known if wanted and called.startswith(wanted)]
    if begun:
        return list(dict.fromkeys(begun))
    allowed = 0 if len(wanted) < 4 else 1 if len(wanted) < 8 else 2
    near = [(OSA.distance(wanted, called), topic) for called, topic in known]
    close = [(away, topic) for away, topic in near if away <= allowed]
    best = min((away for away, _ in close), default=0)
    return list(dict.fromkeys(topic for away, topic in close if away == best))


def _called(topic: Topic) -> tuple[str, ...]:
    return (topic.name, topic.key, *topic.aliases)


def _listed(written: str, apart: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in re.split(apart, written))
    return tuple(dict.fromkeys(part for part in parts if part))


def _is_name(entry: str) -> bool:
    telling = [w for w in entry.split() if fold(w) not in stop_words()]
    return bool(telling) and all(word[:1].isupper() for word in telling)
