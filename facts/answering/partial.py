"""Whether a fact tells of the thing itself: not of a part of it, a change in it, or a habit."""

import re
from collections.abc import Iterator

from facts.answering.claimed import Side
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import EMPTY_VERBS
from facts.answering.nearest import of_its_clause
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
_OF_A_PART = re.compile(rf"\b{_PART}\b")
_WHOLE_LENGTH = re.compile(r"\b(?:long|length|entire|whole|full|all)\b|-(?:km|mile|kilomet)", re.I)
_ASKS_LENGTH = re.compile(
    r"^(?:how long (?:is|was|are)\b|(?:what is |what's |whats )?(?:the )?(?:total )?length of\b)"
)


@only_where(lambda q: _ASKS_LENGTH.search(q.small) and not _OF_A_PART.search(q.small))
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


@only_where(lambda q: q.holds(_EARNS), of=QUANTITIES | {Kind.WHAT})
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


@only_where(lambda q: q.claims.verb is not None, of={Kind.WHEN})
def habits(seen: Seen) -> Iterator[Lacking]:
    """Tell "these are people who start at 4am" from when a strike starts."""
    verb = seen.question.claims.verb
    if verb is not None and seen.each_after(seen.verbs, _ANY_WHO):
        yield Lacking(Lack.VERB, seen.shown([verb]), open=True)


_SET_OFF_BY = re.compile(r" by\b")
_BEGINNING = word_set("start begin started began")


@only_where(lambda q: q.holds(_BEGINNING), of={Kind.WHEN})
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


@only_where(of={Kind.WHY})
def other_reasons(seen: Seen) -> Iterator[Lacking]:
    """Ask of a reason that its fact, or the one before, holds a word of what it is asked for."""
    plain = [m for m in seen.matches.values() if m.term.word not in EMPTY_VERBS]
    own = [m for m in plain if m.places and m.origin not in OTHER_WORDS]
    carried = any(m.term.place in seen.before for m in plain)
    if seen.candidate.dependent and plain and not own and not carried:
        yield Lacking(Lack.TOPIC, seen.shown(m.term.place for m in plain), open=True)


_CHANGES = re.compile(
    r"\b(?:cut|cuts|rais\w+|rise|rises|rose|risen|fall|falls|fell|fallen|increas\w+|reduc\w+"
    r"|drop\w*|lower\w*|grew|grow\w*|shr[aiu]nk\w*|trim\w*|up|down)\b[^,;]*"
    r"\bby (?:about |some |nearly |almost |up to |a )?$",
    re.IGNORECASE,
)
_ASKS_CHANGE = re.compile(
    r"\b(?:by|cut\w*|rais\w+|ris\w+|rose|fall\w*|fell|increas\w+|reduc\w+|drop\w*|lower\w*|grow\w*"
    r"|grew|gr[oe]w\w*|shr[aiu]nk\w*|chang\w+|more|less|fewer|lost|lose|up|down|trim\w*|slash\w*)\b"
)


@only_where(lambda q: not _ASKS_CHANGE.search(q.small), of={Kind.HOW_MUCH})
def changes_of(seen: Seen) -> Iterator[Lacking]:
    """Tell "cut its grant by $35,000" from how much the grant is."""
    evidence, text = seen.evidence, seen.evidence.text
    marked = of_its_clause(evidence.undated, seen.question, evidence, [*seen.matches.values()])
    if marked and all(_CHANGES.search(text[: n.start].rstrip("$€£¥")) for n in marked):
        yield Lacking(Lack.NUMBER, seen.question.kind.in_words, open=True)


_PRISON = word_set("prison jail jailed imprisoned")
_SUSPENDED = re.compile(r"\bsuspended (?:prison |jail )?(?:sentence|term)\b")
_INSIDE = re.compile(r"\b(?:jail\w*|imprison\w*|prison (?:for|term)|in prison|to prison)\b")


@only_where(lambda q: q.holds(_PRISON), of=QUANTITIES)
def suspended(seen: Seen) -> Iterator[Lacking]:
    """Tell a suspended sentence from how long somebody goes to prison."""
    if _SUSPENDED.search(seen.evidence.text) and not _INSIDE.search(seen.evidence.text):
        yield Lacking(Lack.NUMBER, "how long", open=True)


_OF_THESE = re.compile(r"[\"“]?(?:of|among) (?:these|them|those)\b", re.IGNORECASE)


@only_where(of={Kind.WHEN, Kind.WHERE, Kind.WHO, Kind.HOW_LONG})
def some_of_them(seen: Seen) -> Iterator[Lacking]:
    """Tell "of these, 27 were built before 1960" from when the one asked about was built."""
    if _OF_THESE.match(seen.evidence.text) and seen.evidence.undated:
        yield Lacking(Lack.NAME, seen.question.kind.in_words, open=True)


_OF_DOERS = QUANTITIES | {Kind.WHEN, Kind.WHERE, Kind.YES_NO}
_SAID_OF = re.compile(
    r"\b(?:said|says|claimed|claims|told|argued|insisted|complained|added|wrote)\b"
    r"(?: [\w']+){0,3}? that (?P<who>you|the \w+|[A-Z]\w+)\b"
)


@only_where(lambda q: q.claims.side is Side.DOER and q.kind in _OF_DOERS)
def told_of_others(seen: Seen) -> Iterator[Lacking]:
    """Tell "the minister said that you had paid" from what the minister paid."""
    said = _SAID_OF.search(seen.evidence.text)
    verb = seen.question.claims.verb
    if said is None or verb is None or not seen.verbs:
        return
    words, taken = seen.evidence.words, seen.taken
    doers = [at for place in seen.matches if place < verb for at in seen.inside(place)]
    doers = [at for at in doers if at not in seen.verbs]
    other = [at for at, w in enumerate(words) if said.start("who") <= w.start < said.end()]
    later = all(words[at].start > said.end() for at in seen.verbs)
    sayers = bool(doers) and all(words[at].start < said.start() for at in doers)
    if later and sayers and taken.isdisjoint(other):
        yield Lacking(Lack.ROLE, seen.shown([verb]), open=True)


_ATTRIBUTE = re.compile(
    r"\b[\w.]+-(?:met(?:re|er)|kilomet(?:re|er)|km|mile|foot|year|day|hour|minute|m)"
    r"(?:-long)? (?P<what>\w+)"
)


@only_where(lambda q: _ASKS_LENGTH.search(q.small))
def attributed_lengths(seen: Seen) -> Iterator[Lacking]:
    """Tell a 62-metre vessel in a channel from how long the channel is."""
    text = seen.evidence.text
    told = list(_ATTRIBUTE.finditer(text))
    lasting = [*seen.evidence.durations, *seen.evidence.lengths]
    if not told or not all(
        any(m.start() < s.end and s.start < m.end() for m in told) for s in lasting
    ):
        return
    taken = {seen.evidence.begins(at) for at in seen.taken}
    if taken.isdisjoint(m.start("what") for m in told):
        yield Lacking(Lack.NUMBER, "how long", open=True)


_GOING_AWAY = re.compile(
    r"\b(?:leav\w+|left|quit\w*|fle[ed]\w*|escap\w+|exit\w*|depart\w*|resign\w*|retir\w+|withdr\w+"
    r"|graduat\w+|from|of|since)\b"
)


@only_where(lambda q: q.claims.verb is not None and not _GOING_AWAY.search(q.small))
def come_from(seen: Seen) -> Iterator[Lacking]:
    """Tell "joined from Velden" from when somebody joined Velden."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb + 1) if verb is not None else None
    if verb is None or match is None or not match.term.name or not seen.verbs:
        return
    held = seen.inside(verb + 1)
    if held and all(at and seen.evidence.word_at(at - 1) == "from" for at in held):
        yield Lacking(Lack.ROLE, seen.shown([verb + 1]), open=True)


_ASKS_PAID = word_set("pay paid cost costs price fee spend spent")
# "£22m on Abara and the goalkeeper Reid": for both, and not for either.
_ON = re.compile(r"\b(?:on|for|of)\s(?:the\s)?$")
_AND_ANOTHER = re.compile(r"\sand\s(?:the\s)?(?:[a-z-]+\s){0,2}[A-Z]")


@only_where(lambda q: q.holds(_ASKS_PAID) and "and" not in q.lowered)
def joint_sums(seen: Seen) -> Iterator[Lacking]:
    """Tell what was paid for two together from the price of one."""
    text = seen.evidence.text
    for name in seen.evidence.names:
        asked = seen.named.intersection(seen.evidence.within(name))
        if asked and _ON.search(text[: name.start]) and _AND_ANOTHER.match(text, name.end):
            yield Lacking(Lack.ANSWER, "how much", open=True)
            return


@only_where(lambda q: q.small.startswith(("how far along", "how far advanced")))
def progress(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how far along is the bridge" that the fact tells how much of it is done."""
    if not _DONE.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how far along", open=True)


_DONE = re.compile(
    r"%|per ?cent|\b(?:complete[d]?|completion|finished|built|done|half|halfway|third|quarter|stage"
    r"|phase|under way|ahead|behind|schedule|\d+ of (?:its |the )?\d+)\b",
    re.IGNORECASE,
)


RULES: tuple[Rule, ...] = (
    joint_sums,
    progress,
    part_lengths,
    earnings,
    held_elsewhere,
    habits,
    causes,
    changed_by,
    changes_of,
    suspended,
    other_reasons,
    some_of_them,
    told_of_others,
    attributed_lengths,
    come_from,
)
