"""Why a fact was taken for an answer: how it holds each word, and what spoke for it, in groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from facts.answering import weights
from facts.answering.considered import consider
from facts.answering.matching import Match
from facts.answering.question import Question
from facts.answering.seen import Lack
from facts.answering.types import Candidate

MOST_SHOWN = 3
_GROUPS = {
    "words": (
        *("written", "forms", "spelling", "synonyms", "kin", "surface", "pieces", "telling"),
        *("evidence", "all_found", "found_count", "missing_count", "rarest_found"),
        *("missing_verb", "missing_head", "missing_modifier", "missing_elsewhere"),
        *("missing_head_inside", "missing_verb_inside", "other_modifier"),
        *("rarest_missing", "rarest_inside", "first_inside", "last_inside", "rest_inside"),
    ),
    "order": ("near", "order", "touching", "window", "early", "phrases", "little_words"),
    "kind": (
        *("answer_missing", "answer_near", "number_given", "date_given", "more_words"),
        *("defines", "undefined", "one_answer"),
    ),
    "names": ("names_around", "names_found", "names_missing"),
    "dates": ("numbers_found", "numbers_missing", "date_differs"),
    "around": ("title", "beside", "nearby", "just_before", "shortly_before", "replies"),
    "lacks": tuple(f"lacks_{kind.value}" for kind in Lack),
    "phrasing": ("phrasing",),
    "shape": ("length", "dependent"),
}
_GROUP_OF = {part: group for group, parts in _GROUPS.items() for part in parts}
OTHER = "other"
GROUPS = (*_GROUPS, OTHER)


@dataclass(frozen=True, slots=True)
class MatchedWord:
    """A telling word of a question, how a fact holds it, and the fact's own words for it.

    `how` is one of written, form, spelling, joined, synonym, phrase, alias, kin, beside, missing.
    """

    asked: str
    how: str
    found: str | None
    weight: float


def matched_words(question: Question, candidate: Candidate) -> tuple[MatchedWord, ...]:
    """Return for each telling word of the question how the candidate holds it."""
    considered = consider(question, [candidate])[0]
    text = candidate.text
    return tuple(
        MatchedWord(
            asked=question.text[match.term.start : match.term.end],
            how=_how(match),
            found=_found(match, [text[w.start : w.end] for w in considered.evidence.words]),
            weight=round(match.term.weight, 3),
        )
        for match in considered.found
    )


def grouped(parts: Mapping[str, float]) -> dict[str, float]:
    """Return what the named parts of a score come to in groups that a person can read."""
    sums = dict.fromkeys(GROUPS, 0.0)
    for name, worth in weights.RANK.items():
        sums[_GROUP_OF.get(name, OTHER)] += worth * parts.get(name, 0.0)
    return {group: round(total, 2) for group, total in sums.items() if abs(total) >= 0.005}


def _how(match: Match) -> str:
    if match.kin:
        return "kin"
    if match.inside and match.origin is not None:
        return match.origin.value
    return "beside" if match.beside else "missing"


def _found(match: Match, surface: list[str]) -> str | None:
    words = dict.fromkeys(surface[place] for place in sorted(match.places))
    return " ".join(list(words)[:MOST_SHOWN]) or None
