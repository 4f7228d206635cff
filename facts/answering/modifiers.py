"""What stands before a noun: "library repair" is another repair than "bridge repair"."""

import re
from collections.abc import Iterator, Sequence

from facts.answering.asked import Asked
from facts.answering.evidence import Evidence
from facts.answering.kinds import NEEDED, Kind
from facts.answering.language import stop_words, word_set
from facts.answering.lexicon import ANYBODY, DETERMINERS, may_be_verb
from facts.answering.matching import Match
from facts.answering.question import Term
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.wording import OTHER_WORDS

_MEASURED = word_set("rate price cost tax budget fee fare profit revenue index")


def other_modifier(asked: Asked, found: Sequence[Match], evidence: Evidence) -> float:
    """Return the share of modifiers whose head the fact has with another: "library repair"."""
    other = 0.0
    for at, head, share in asked.modifiers:
        if found[at].places or not found[head].places:
            continue
        taken = {place for match in found for place in match.places}
        before = [place - 1 for place in found[head].places if place and place - 1 not in taken]
        if any(_modifies(evidence, place) for place in before):
            other += share
    return other


def _modifies(evidence: Evidence, at: int) -> bool:
    word = evidence.word_at(at)
    if word in stop_words() or not evidence.spaced(at):
        return False
    joined = at > 0 and evidence.text[evidence.begins(at) - 1] == "-"  # "long-distance"
    return joined or not may_be_verb(word)


@only_where(lambda q: q.kind in NEEDED or (q.kind is Kind.WHAT and q.holds(_MEASURED)))
def modified(seen: Seen) -> Iterator[Lacking]:
    """Ask that "the paper test" is no laboratory test, nor "the library repair" one of a bridge."""
    taken = seen.taken
    for term, head in _unheld(seen):
        # "How many people die" and "the shops open" are no such pair.
        if head.kin or term.word.endswith(("ed", "ing", "ly", "s")):
            continue
        at = [one for one in head.places if one - 1 not in taken]
        if (
            at
            and len(at) == len(head.places)
            and all(_otherwise(seen, term.word, one) for one in at)
        ):
            yield Lacking(Lack.TOPIC, seen.shown([term.place, head.term.place]))


_OF_NAME = re.compile(r" (?:of|for|to|at|on) (?:the )?[A-Z]")


@only_where(of=NEEDED)
def of_another(seen: Seen) -> Iterator[Lacking]:
    """Tell "the repair of Mercy Bridge" from the library repair."""
    text, taken = seen.evidence.text, seen.taken
    for term, head in _unheld(seen):
        if not head.places:
            continue
        words = seen.evidence.words
        named = [n for n in seen.evidence.names if taken.isdisjoint(seen.evidence.within(n))]
        if all(
            _OF_NAME.match(text, words[at].end)
            and any(0 < n.start - words[at].end <= _NEXT for n in named)
            for at in head.places
        ):
            yield Lacking(Lack.TOPIC, seen.shown([term.place, head.term.place]), open=True)


_NEXT = 9  # characters of " for the "


def _unheld(seen: Seen) -> Iterator[tuple[Term, Match]]:
    """Return what stands before a noun of the question and is not in the fact, and the noun."""
    verb = seen.question.claims.verb
    for place, match in seen.matches.items():
        head, term = seen.matches.get(place + 1), match.term
        if head is None or match.places or term.frame or term.date or term.number:
            continue
        if head.term.name or term.name or term.word in _PLAIN or verb in {place, place + 1}:
            continue
        if term.word not in ANYBODY and head.origin not in OTHER_WORDS:
            yield term, head


def _otherwise(seen: Seen, asked: str, at: int) -> bool:
    before = seen.evidence.word_at(at - 1) if at else ""
    if not before.isalpha() or before in _SCALES:
        return False
    if any({before, asked} <= alike for alike in _ALIKE):
        return False
    # "Its key rate": between "its" and its noun a word that may be a verb is none.
    article = at > 1 and seen.evidence.word_at(at - 2) in DETERMINERS
    return _modifies(seen.evidence, at - 1) or (article and before not in stop_words())


# "The key rate" is the bank's interest rate, "the pump price" that of petrol.
_ALIKE = (
    word_set("interest key policy base lending benchmark repo bank"),
    word_set("petrol pump fuel gas gasoline diesel"),
    word_set("share stock"),
    word_set("house home property housing"),
)
_SCALES = word_set("hundred thousand million billion trillion dozen several more fewer")
_PLAIN = word_set(
    "new old total full overall average main first last latest current whole own big large small "
    "great other high low good bad annual yearly daily recent next long exact actual official"
)

RULES: tuple[Rule, ...] = (modified, of_another)
