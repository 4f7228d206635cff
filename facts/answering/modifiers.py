"""What stands before a noun: "library repair" is another repair than "bridge repair"."""

from collections.abc import Sequence

from facts.answering.asked import Asked
from facts.answering.evidence import Evidence
from facts.answering.language import stop_words
from facts.answering.lexicon import may_be_verb
from facts.answering.matching import Match


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
