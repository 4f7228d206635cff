"""What stands before a noun: "library repair" is another repair than "bridge repair"."""

from collections.abc import Iterator, Sequence

from facts.answering.asked import Asked
from facts.answering.evidence import Evidence
from facts.answering.kinds import NEEDED
from facts.answering.language import stop_words, word_set
from facts.answering.lexicon import ANYBODY, may_be_verb
from facts.answering.matching import Match
from facts.answering.seen import Lack, Lacking, Seen
from facts.answering.wording import OTHER_WORDS


def other_modifier(asked: Asked, found: Sequence[Match], evidence: Evidence) -> float:
    """Return the share of modifiers whose head the fact has with another: "library repair"."""
    taken = {place for match in found for place in match.places}
    heads = {match.term.place: match for match in found if match.places}
    other = 0.0
    for match, (share, what) in zip(found, asked.shares, strict=True):
        head = heads.get(match.term.place + 1)
        modifier = what in {"", "modifier"} and not match.places and not match.term.frame
        if modifier and head is not None:
            before = [at - 1 for at in head.places if at and at - 1 not in taken]
            if any(_modifies(evidence, at) for at in before):
                other += share
    return other


def _modifies(evidence: Evidence, at: int) -> bool:
    word, after = evidence.words[at], evidence.words[at + 1]
    joined = evidence.text[word.end : after.start] == " "
    return joined and word.folded not in stop_words() and not may_be_verb(word.folded)


def modified(seen: Seen) -> Iterator[Lacking]:
    """Ask that "the paper test" is no laboratory test, nor "the library repair" one of a bridge."""
    if seen.question.kind not in NEEDED:
        return
    taken = seen.taken
    for place, match in seen.matches.items():
        head = seen.matches.get(place + 1)
        term = match.term
        if head is None or match.places or term.frame or term.date or term.number:
            continue
        if head.origin in OTHER_WORDS or head.kin:
            continue
        verb = seen.question.claims.verb
        if head.term.name or term.name or term.word in _PLAIN or verb in {place, place + 1}:
            continue
        # "How many people die" and "the shops open" are no such pair.
        if term.word.endswith(("ed", "ing", "ly", "s")) or term.word in ANYBODY:
            continue
        at = [one for one in head.places if one - 1 not in taken]
        if at and len(at) == len(head.places) and all(_otherwise(seen, one) for one in at):
            yield Lacking(Lack.TOPIC, seen.shown([place, place + 1]))


def _otherwise(seen: Seen, at: int) -> bool:
    before = seen.evidence.words[at - 1].folded if at else ""
    return before.isalpha() and before not in _SCALES and _modifies(seen.evidence, at - 1)


_SCALES = word_set("hundred thousand million billion trillion dozen several more fewer")
_PLAIN = word_set(
    "new old total full overall average main first last latest current whole own big large small "
    "great other high low good bad annual yearly daily recent next long exact actual official"
)
