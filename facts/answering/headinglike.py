"""Lines that stand over or under a text without saying anything: "Speech by Edda Varn, Velden"."""

import re

from facts.answering import language
from facts.answering.evidence import Evidence
from facts.answering.kinds import SPANNED, Kind
from facts.answering.lexicon import AUXILIARIES, may_be_verb
from facts.answering.types import Candidate
from facts.types import FactKind

_STATED = re.compile(r"[.!?…][\"”»’')\]]*\s*$")


def titles_only(kind: Kind, candidate: Candidate, evidence: Evidence) -> bool:
    """Tell a line without a verb where a figure, a date or a person is asked for."""
    return kind in SPANNED and without_verb(candidate, evidence)


def without_verb(candidate: Candidate, evidence: Evidence) -> bool:
    """Tell a line without a verb and a full stop from a statement, a row and a list's item."""
    line = candidate.kind in {FactKind.SENTENCE, FactKind.GIVEN, FactKind.CAPTION}
    if not line or _STATED.search(candidate.text):
        return False
    return not any(_finite(evidence, at) for at in range(len(evidence)))


def _finite(evidence: Evidence, at: int) -> bool:
    """Tell whether a word is surely a verb: "was", "met", "opened", "he draws"."""
    word = evidence.word_at(at)
    if word in AUXILIARIES or word in language.irregular_pasts():
        return True
    inflected = word.endswith(("ed", "s")) and not word.endswith("ss")
    if not inflected or at == 0 or not may_be_verb(word):
        return False
    return evidence.text[evidence.begins(at)].islower()
