"""Whether a fact bears out the numbers that a question gives: "the second", "stage four"."""

import re
from collections.abc import Iterator

from facts.answering.language import word_set
from facts.answering.question import Term
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.answering.signs import NUMBER_WORDS

_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)
_COUNTED_OFF = word_set(
    "stage phase round part chapter episode season group division line gate platform terminal unit "
    "reactor volume act scene level grade district zone ward room page article section game leg"
)


@only_where(lambda q: any(term.number for term in q.terms))
def numbers(seen: Seen) -> Iterator[Lacking]:
    """Ask for each number that is no date."""
    for place, match in seen.matches.items():
        if match.term.number and place not in seen.question.claims.dated and not match.factor:
            held = {figure.low for figure in seen.candidate.figures}
            if _value(match.term.word) not in held:
                yield Lacking(Lack.NUMBER, seen.shown([place]))


def _counts_off(term: Term) -> bool:
    return bool(_ORDINAL.fullmatch(term.shown)) or term.shown in NUMBER_WORDS


@only_where(lambda q: any(map(_counts_off, q.terms)))
def ordinals(seen: Seen) -> Iterator[Lacking]:
    """Ask that "the second conference" is not a conference in the second quarter."""
    for place, match in seen.matches.items():
        noun = seen.matches.get(place + 1)
        counted = _ORDINAL.fullmatch(match.term.shown) and not match.term.number
        if counted and not match.factor and match.term.shown != "first":
            yield Lacking(Lack.NUMBER, seen.shown([place]))  # "who came third"
        numbered = match.term.shown in NUMBER_WORDS and not match.factor
        if numbered and seen.question.lowered[max(0, place - 1)] in _COUNTED_OFF:
            yield Lacking(Lack.NUMBER, seen.shown([place - 1, place]))  # "stage eight"
        if not _ORDINAL.fullmatch(match.term.shown) or noun is None or not noun.places:
            continue
        if match.term.shown == "first" and place + 1 == seen.question.claims.verb:
            continue  # "when did it first open": no other opening is told apart
        held = [(at, seen.evidence.word_at(at)) for at in seen.inside(place)]
        # "The fourth stage", "stage four", "the second line of the metro", but not "four stages".
        heads = [m for p in (place + 1, place + 2) if (m := seen.matches.get(p)) and m.places]
        nouns = [n for m in heads for n in m.places]
        before = {n - at for n in nouns for at, word in held if _ORDINAL.fullmatch(word)}
        after = {at - n for n in noun.places for at, _ in held}
        if any(_the_first_to(seen, at) for at, _ in held):
            continue
        if not before & {1, 2} and 1 not in after:
            yield Lacking(Lack.NUMBER, seen.shown([place]))


def _the_first_to(seen: Seen, at: int) -> bool:
    """Tell "became the first to travel", where whoever is asked about is the first."""
    words, text = seen.evidence.words, seen.evidence.text
    return text[words[at].end :].startswith(" to ") and text[: words[at].start].endswith("the ")


_OTHER = word_set("other another others else")
_NOT_THE_FIRST = _OTHER | word_set(
    "second third two three four both also besides too and younger elder older former latter more"
)


@only_where(lambda q: q.holds(_OTHER))
def others(seen: Seen) -> Iterator[Lacking]:
    """Ask that "her other son" is not the only one a fact speaks of."""
    asked = seen.asked(_OTHER)
    if not _NOT_THE_FIRST & seen.evidence.folded:
        yield Lacking(Lack.NUMBER, seen.shown([asked[0], asked[0] + 1]))


def _value(folded: str) -> float | None:
    try:
        return float(folded.replace(",", ""))
    except ValueError:
        return None
