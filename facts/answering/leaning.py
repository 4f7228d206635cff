"""Of whom a fact speaks that leans on the sentence before: "it" of another cyclone kills nobody."""

import re
from collections.abc import Iterator

from facts.answering import language
from facts.answering.capitals import capitalised
from facts.answering.evidence import date_sort
from facts.answering.seen import Lack, Lacking, Seen, bears
from facts.text import Word, words

_STANDS_FOR = re.compile(r"[\"“]?(?:he|she|it|they)\b", re.IGNORECASE)
_PERSON = re.compile(r"[\"“]?s?he\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|was|were|are|called|named) (?:the )?$", re.IGNORECASE)
_OPENS = 2  # words that may stand before the subject's name: "the retired"


def leaning(seen: Seen) -> Iterator[Lacking]:
    """Ask that "it" of a fact is not another of which the sentence before speaks by name."""
    candidate = seen.candidate
    if not candidate.dependent or not candidate.previous or not _STANDS_FOR.match(candidate.text):
        return
    before = candidate.previous[-1]
    held = {word.stem for word in words(before)}
    claims = seen.question.claims
    # "She" is not Velden, whose flood she speaks of.
    elsewhere = claims.dated | (claims.located if _PERSON.match(candidate.text) else frozenset())
    given = [m for m in seen.matches.values() if m.term.name and m.term.place not in elsewhere]
    if not given or any(m.inside or not bears(m) for m in given):
        return
    known = any(m.term.among(held) for m in given)
    if not known and _own_name(before, set(seen.question.lowered)):
        yield Lacking(Lack.NAME, seen.shown(m.term.place for m in given))


def _own_name(sentence: str, asked: set[str]) -> bool:
    """Tell whether a sentence speaks by name of something that the question does not name.

    Its subject counts, and what it says the subject is: "the last storm was Ileda".
    """
    placed = words(sentence)
    opening = placed[: _OPENS + 1]
    for name in capitalised(sentence, placed):
        first = bool(opening) and name.start <= opening[-1].start
        if first or _IS.search(sentence[: name.start]):
            inside = [w for w in placed if name.start <= w.start and w.end <= name.end]
            if any(_telling(word) and word.folded not in asked for word in inside):
                return True
    return False


def _telling(word: Word) -> bool:
    common = word.folded in language.stop_words() or language.is_english(word.folded)
    return not common and not date_sort(word.folded)
