"""Whether a fact tells of the thing itself: not of a part of it, a change in it, or a habit."""

import re
from collections.abc import Iterator

from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import EMPTY_VERBS
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.values import PERCENT
from facts.answering.wording import OTHER_WORDS
from facts.types import FactKind

_PART = (
    r"(?:stretch|section|part|piece|leg|portion|segment|phase|metres|meters|kilomet(?:re|er)s|km"
    r"|miles)"
)
_LENGTH_OF = re.compile(
    rf"\b{_PART}(?:es|s)? of (?:the |its |this |a )?|[ -]{_PART} (?:stretch|section)"
    r"|[ -](?:stretch|section)\b",
    re.IGNORECASE,
)
_WHOLE_LENGTH = re.compile(r"\b(?:long|length|entire|whole|full|all)\b|-(?:km|mile|kilomet)", re.I)
_ASKS_LENGTH = re.compile(
    r"^(?:how long (?:is|was|are)\b|(?:what is |what's |whats )?(?:the )?(?:total )?length of\b)"
)


@only_where(lambda q: _ASKS_LENGTH.search(q.small) and not re.search(rf"\b{_PART}\b", q.small))
def part_lengths(seen: Seen) -> Iterator[Lacking]:
    """Tell "58 km of the highway were resurfaced" from how long the highway is."""
    text = seen.evidence.text
    if seen.candidate.kind is FactKind.ROW or _WHOLE_LENGTH.search(text):
        return
    if _LENGTH_OF.search(text) and not seen.evidence.durations:
        yield Lacking(Lack.NUMBER, "how long", open=True)


_EARNS = word_set("earn earns earned earning salary salaries wage wages")
_RAISE = re.compile(
    r"\b(?:(?:pay|wage|salary) (?:rise|raise|increase|offer|claim|deal|cut)|rise of|increase of"
    r"|raise of|per cent (?:rise|more)|bonus|arrears|strike pay)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:earn\w*|salar\w+|an? (?:hour|week|month|year|day)|per (?:hour|week|month|year|day|shift)"
    r"|annual\w*|hourly|monthly|weekly|average|paid|minimum wage)\b",
    re.IGNORECASE,
)
_OF_RAISES = word_set("rise raise raised increase more extra bonus up cut")


@only_where(lambda q: q.kind in QUANTITIES | {Kind.WHAT} and q.holds(_EARNS))
def earnings(seen: Seen) -> Iterator[Lacking]:
    """Tell a pay rise of 11 per cent and a bonus from what crews earn."""
    if seen.question.holds(_OF_RAISES) or seen.candidate.kind is FactKind.ROW:
        return
    if _RAISE.search(seen.evidence.text) and not _LEVEL.search(seen.evidence.text):
        yield Lacking(Lack.NUMBER, seen.shown(seen.asked(_EARNS)), open=True)


_SEIZED = word_set("arrested detained caught captured seized abducted kidnapped")
_HELD = re.compile(r"\b(?:held|jailed|imprisoned|in (?:custody|prison|jail|detention))\b", re.I)


def _asks_where_seized(question: Question) -> bool:
    verb = question.claims.verb
    return question.kind is Kind.WHERE and verb is not None and question.lowered[verb] in _SEIZED


@only_where(_asks_where_seized)
def held_elsewhere(seen: Seen) -> Iterator[Lacking]:
    """Tell where somebody is held from where they were arrested."""
    held = {seen.evidence.word_at(at) for at in seen.verbs}
    if held.isdisjoint(_SEIZED) and _HELD.search(seen.evidence.text):
        yield Lacking(Lack.VERB, seen.shown([seen.question.claims.verb or 0]), open=True)


_ANY_WHO = re.compile(
    r"\b(?:people|those|anyone|anybody|everyone|workers|men|women|person|somebody|someone|one) who"
    r"(?: \w+ly)? $",
    re.IGNORECASE,
)


@only_where(lambda q: q.kind is Kind.WHEN and q.claims.verb is not None)
def habits(seen: Seen) -> Iterator[Lacking]:
    """Tell "these are people who start at 4am" from when a strike starts."""
    verb = seen.question.claims.verb
    if verb is not None and seen.each_after(seen.verbs, _ANY_WHO):
        yield Lacking(Lack.VERB, seen.shown([verb]), open=True)


_SET_OFF_BY = re.compile(r" by\b")


@only_where(lambda q: q.kind is Kind.WHEN and q.holds(word_set("start begin started began")))
def causes(seen: Seen) -> Iterator[Lacking]:
    """Tell "set off by three days of rain" from when the rain started."""
    held, words, text = seen.verbs, seen.evidence.words, seen.evidence.text
    last = [at for at in held if words[at].folded == "off"]
    if last and all(_SET_OFF_BY.match(text, words[at].end) for at in last):
        verb = seen.question.claims.verb
        yield Lacking(Lack.VERB, seen.shown([] if verb is None else [verb]), open=True)


_BY = re.compile(
    r"\b(?:by|up|down|cut|rise of|fall of|increase of) (?:about |some |nearly )?$", re.I
)
_HOW_MUCH_OF = re.compile(r"how (?:much|many) of\b")


@only_where(lambda q: _HOW_MUCH_OF.search(q.small) and not q.holds(_OF_RAISES))
def changed_by(seen: Seen) -> Iterator[Lacking]:
    """Tell "cut deliveries by 15%" from how much of the gas comes from there."""
    text = seen.evidence.text
    told = list(PERCENT.finditer(text))
    if told and all(_BY.search(text[: share.start()]) for share in told):
        yield Lacking(Lack.NUMBER, "how much", open=True)


@only_where(lambda q: q.kind is Kind.WHY)
def other_reasons(seen: Seen) -> Iterator[Lacking]:
    """Ask of a reason that its fact, or the one before, holds a word of what it is asked for."""
    plain = [m for m in seen.matches.values() if m.term.word not in EMPTY_VERBS]
    own = [m for m in plain if m.places and m.origin not in OTHER_WORDS]
    carried = any(m.term.place in seen.before for m in plain)
    if seen.candidate.dependent and plain and not own and not carried:
        yield Lacking(Lack.TOPIC, seen.shown(m.term.place for m in plain), open=True)


RULES: tuple[Rule, ...] = (
    part_lengths,
    earnings,
    held_elsewhere,
    habits,
    causes,
    changed_by,
    other_reasons,
)
