"""Whether a fact counts those that are asked about: all, a part of them, or only some more."""

import re
from collections.abc import Iterator, Sequence

from facts.answering.counting import LASTING
from facts.answering.dates import Fit, fit
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import stop_words, word_set
from facts.answering.lexicon import is_person
from facts.answering.money import is_money
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.anycase import AnyCase
from facts.text import words
from facts.types import FactKind, Figure

_PART = AnyCase(r",? (?:most|some|many|several|a few) of (?:them|whom|which|those)\b[^.;]*")
_MORE = word_set(
    "more additional extra further other others another new added add increase increased rise risen"
)
_WITHIN = 12  # characters behind a number
_MORE_AFTER = re.compile(r"^\S+ (?:more|additional|extra|further)\b")
_MORE_BEFORE = re.compile(r"\b(?:another|an? (?:further|extra|additional))\s$")
_HAS = re.compile(
    r"^how many (?:[\w-]+ ){1,3}(?:(?:does|do|did) .* have|(?:has|have) (?:the|a|its) [\w' -]+"
    r"|(?:has|have) .* got)$"
)
_GONE = re.compile(
    r"(?: [a-z]+)?(?: (?:have|has|had))? (?:left|leaving|resign\w*|quit|died|walked|fled|retired"
    r"|(?:have |has )?been \w+(?:ed|en)|were \w+(?:ed|en)|without|will (?:go|leave))\b"
)
_OF = 2  # words from "remains" to the number in "remains of 63 soldiers"
_FAR = 3  # words from a number to what it counts: "four more new buses"


@only_where(of={Kind.HOW_MANY})
def parts_of_a_count(seen: Seen) -> Iterator[Lacking]:
    """Tell "19 were killed, most of them by trees" from how many the trees killed."""
    told = _PART.search(seen.evidence.text)
    if told is None:
        return
    placed = seen.evidence.words
    asked = [at for at in seen.taken if told.start() <= placed[at].start < told.end()]
    if asked:
        yield Lacking(Lack.NUMBER, " ".join(placed[at].folded for at in sorted(asked)), open=True)


@only_where(lambda q: not q.holds(_MORE), of={Kind.HOW_MANY})
def more_of_them(seen: Seen) -> Iterator[Lacking]:
    """Tell "40 more students" and "another 200 hectares" from how many there are."""
    numbers, text = seen.evidence.undated, seen.evidence.text
    if not numbers or seen.candidate.kind is FactKind.ROW:
        return
    if all(
        _MORE_AFTER.search(text[n.start : n.end + _WITHIN]) or _MORE_BEFORE.search(text[: n.start])
        for n in numbers
    ):
        yield Lacking(Lack.NUMBER, "how many", open=True)


@only_where(lambda q: q.claims.counted and _HAS.search(q.small))
def those_who_left(seen: Seen) -> Iterator[Lacking]:
    """Tell "eleven nurses have left" from how many nurses a hospital has."""
    held = [at for place in seen.question.claims.counted for at in seen.inside(place)]
    text, words = seen.evidence.text, seen.evidence.words
    if held and all(_GONE.match(text, words[at].end) for at in held):
        yield Lacking(Lack.COUNTED, seen.shown(seen.question.claims.counted), open=True)


@only_where(lambda q: q.claims.counted and "many" in q.lowered)
def others_counted(seen: Seen) -> Iterator[Lacking]:
    """Tell "the two sides will exchange prisoners" from how many prisoners there are."""
    evidence, claims = seen.evidence, seen.question.claims
    held = [at for place in claims.counted for at in seen.inside(place)]
    if not held or not evidence.undated or seen.candidate.kind is FactKind.ROW:
        return
    matches = (seen.matches[place] for place in claims.counted if place in seen.matches)
    asked = {stem for match in matches for stem in match.term.stems}
    if all(_of_others(seen, evidence.within(n), held, asked) for n in evidence.undated):
        yield Lacking(Lack.COUNTED, seen.shown(claims.counted), open=True)


def _of_others(seen: Seen, number: Sequence[int], held: Sequence[int], asked: set[str]) -> bool:
    """Tell whether a number stands right before another noun in the plural, and far from those."""
    evidence = seen.evidence
    if not number or number[-1] + 1 >= len(evidence) or not evidence.spaced(number[-1]):
        return False
    noun = evidence.words[number[-1] + (len(number) == 1)]
    if any(0 < number[0] - at <= _OF for at in held):
        return False  # "the remains of 63 soldiers"
    plural = noun.folded.endswith("s") and noun.folded not in stop_words()
    if not plural or noun.stem in asked or any(0 <= at - number[-1] <= _FAR for at in held):
        return False
    return not (is_person(noun.folded) and any(is_person(evidence.word_at(at)) for at in held))


_LIVES = re.compile(r"^how many people live\b|^population\b|\binhabitants\b")
_FLED = re.compile(
    r"\b(?:(?:moved|driven) from|(?:ordered|told|had) to leave|left their|forc\w+"
    r"|flee\w*|fled|homeless|displac\w+|evacuat\w+|kill\w+|died|injur\w+|without"
    r"|affected|rescued|protest\w*|march\w*|attend\w*)\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\b(?:liv(?:e|es|ing)|population|inhabitants|of \d|home to)\b"
    r"|(?:\b(?:all|its|the|their)|['’]s) (?:about )?[\d,]+ residents\b|\d residents (?:in|live)\b"
)


@only_where(
    lambda q: (
        ("people live" in q.small or "population" in q.small or "inhabitants" in q.small)
        and _LIVES.search(q.small)
    )
)
def populations(seen: Seen) -> Iterator[Lacking]:
    """Tell those who had to leave their homes from all who live in a place."""
    text = seen.evidence.text
    if _FLED.search(text) and not _LIVE.search(text):
        yield Lacking(Lack.COUNTED, "live", open=True)


_AMOUNT = re.compile(
    r"\d|%|[$€£]|\b(?:free|half|twice|double\w*|triple\w*|third|quarter|fifth|tenth|all|most|much"
    r"|nothing|none|no|little|enough|one|two|three|four|five|six|seven|eight|nine|ten|dozen"
    r"|hundreds?|thousands?|millions?|billions?|lot|too|more|less|entire\w*|full\w*|whole|part\w*"
    r"|same|record|undisclosed|secret|sum)\b",
    re.IGNORECASE,
)
# An age, and a share of what was asked for, are no amounts.
_AGE = re.compile(r"(?<=[a-z]), \d\d?(?=[,.;]| and\b)")
_OF_WHAT = re.compile(
    r"\b(?:(?:less|more) than )?(?:half|twice|double|three times|a (?:third|quarter|fraction))"
    r"(?: of)? what\b|\b(?:less|more) than (?=what)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[;]|, (?:and|but|while|which|when|against|compared|from)\b| but | while |\. "
)


@only_where(of={Kind.HOW_MUCH})
def amounts(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how much is the lawsuit for" an amount: a day is none."""
    text, parts, at = seen.evidence.text, [], 0
    for date in seen.evidence.dates:
        parts.append(text[at : date.start])
        at = date.end
    told = _OF_WHAT.sub(" ", _AGE.sub(" ", " ".join([*parts, text[at:]])))
    if seen.candidate.kind is not FactKind.ROW and not _AMOUNT.search(told):
        yield Lacking(Lack.ANSWER, "how much", open=True)


@only_where(lambda q: q.claims.dates, of=QUANTITIES)
def dated_figures(seen: Seen) -> Iterator[Lacking]:
    """Tell "visited in 2021, and trade reached $3bn last year" from the trade of 2021."""
    evidence, text = seen.evidence, seen.evidence.text
    if seen.candidate.kind is FactKind.ROW or not evidence.undated:
        return
    ends = [*(m.start() for m in _CLAUSES.finditer(text)), len(text)]
    for asked in seen.question.claims.dates:
        given = [
            moment.start
            for moment in seen.candidate.moments
            if fit(asked, (moment,), text) in {Fit.GIVEN, Fit.FINER}
        ]
        dated = {_clause(date.start, ends) for date in evidence.dates}
        told = {_clause(start, ends) for start in given}
        figured = {_clause(number.start, ends) for number in evidence.undated}
        if given and not figured & told and figured <= dated:
            yield Lacking(Lack.DATE, asked.moment.text, open=True)


def _clause(start: int, ends: Sequence[int]) -> int:
    return next(end for end in ends if start < end)


# No such unit counts people; a share of them ("12 per cent") may.
_NO_PEOPLE = LASTING | word_set(
    "metre meter kilometre kilometer centimetre centimeter mile foot feet inch yard tonne ton "
    "kilo kilogram gram litre liter gallon hectare acre degree knot megawatt kilowatt mw kw "
    "m km cm mm t kg g l ha usd eur gbp crown dollar euro pound mark yen rupee"
)
_PERSONS = word_set("people persons person individuals ppl")


@only_where(lambda q: "many" in q.lowered and q.holds(_PERSONS))
def people_counted(seen: Seen) -> Iterator[Lacking]:
    """Tell "raised by six metres" and "cost $3 million" from how many people there were."""
    figures = seen.candidate.figures
    if figures and seen.candidate.kind is not FactKind.ROW and all(map(_no_people, figures)):
        yield Lacking(Lack.COUNTED, seen.shown(seen.asked(_PERSONS)))


def _no_people(figure: Figure) -> bool:
    unit = figure.unit or ""
    named = any(word.folded.removesuffix("s") in _NO_PEOPLE for word in words(unit))
    return named or is_money(unit)


RULES: tuple[Rule, ...] = (
    people_counted,
    amounts,
    dated_figures,
    populations,
    parts_of_a_count,
    more_of_them,
    those_who_left,
    others_counted,
)
