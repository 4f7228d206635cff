"""When and how far a fact holds: what can or will be is not what is, and the past no future."""

import re
from collections.abc import Iterator

from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.seen import CLAUSE, Lack, Lacking, Rule, Seen, only_where
from facts.anycase import AnyCase
from facts.types import FactKind

_HOLDING = r"carry|hold|seat|take|accommodate|sleep|fit|house|store|serve|handle|transport"
_CAPACITY = AnyCase(
    rf"\b(?:(?:can|could|may|able to|(?:designed|built|licensed) to)(?: \w+)? (?:{_HOLDING})"
    r"|(?:room|space|capacity|berths?) (?:for|of)|with a capacity|maximum)\b"
)
_ASKS_CAPACITY = word_set(
    "can could may fit fits hold holds carry carries seat seats take takes accommodate capacity "
    "room space maximum max house houses sleep sleeps allowed able have has serve serves handle"
)
_NOW = word_set("now currently already today presently")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|going to|plan(?:s|ned)? to|propos\w+ to|expect(?:s|ed)? to|due to|to be"
    r"|hop(?:es|ed) to|aims? to|could|may|might|from next|wants? to)\b|['’]ll\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:(?:up|down) from|instead of|rather than|compared (?:to|with))\b", re.I)
_OF_PLANS = QUANTITIES | {Kind.WHEN, Kind.YES_NO}
_OF_VALUES = word_set("cost price date deadline fee")
_LOOKS_BACK = word_set(
    "was were had did supposed planned originally meant due intended first before should scheduled "
    "would expected"
)
_NEXT = word_set("next upcoming forthcoming")
_TOLD_NEXT = re.compile(
    r"\b(?:next|upcoming|forthcoming|coming|following|future|later|again|another|further|will"
    r"|would|shall|to be|going to|is to|are to|plan\w*|due|schedul\w+|expect\w*|set"
    r"|new|starts?|begins?|opens?|takes? place|from|until|ahead)\b|['’]ll\b",
    re.IGNORECASE,
)


# "A boat with room for 12 people will make four crossings".
_ANOTHER_VERB = re.compile(r"\b(?:will|would|is|are|was|were|has|have|had|makes?|made)\b")


@only_where(lambda q: not q.holds(_ASKS_CAPACITY), of={Kind.HOW_MANY})
def capacities(seen: Seen) -> Iterator[Lacking]:
    """Tell "can carry 60 cars" from how many cars were on board."""
    told = _CAPACITY.search(seen.evidence.text) if seen.question.claims.counted else None
    if told is None:
        return
    for place in seen.question.claims.counted:
        held = seen.inside(place)
        if held and all(_within(seen, told.end(), at) for at in held):
            yield Lacking(Lack.COUNTED, seen.shown([place]), open=True)


def _within(seen: Seen, start: int, at: int) -> bool:
    """Tell whether a word of the fact stands after `start`, in the same clause and phrase."""
    word = seen.evidence.begins(at)
    between = seen.evidence.text[start:word]
    return start <= word and not (CLAUSE.search(between) or _ANOTHER_VERB.search(between))


@only_where(lambda q: q.holds(_NOW), of=QUANTITIES)
def nowadays(seen: Seen) -> Iterator[Lacking]:
    """Tell the pupils that a school has now from those that it will get in August."""
    text = seen.evidence.text
    if _CHANGED.search(text):
        return
    numbers = seen.evidence.undated
    if numbers and all(_AHEAD.search(CLAUSE.split(text[: n.start])[-1]) for n in numbers):
        yield Lacking(Lack.DATE, seen.shown(seen.asked(_NOW)), open=True)


@only_where(lambda q: q.holds(_NEXT))
def coming(seen: Seen) -> Iterator[Lacking]:
    """Ask of "where is the next trial" that the fact looks ahead."""
    asked = seen.asked(_NEXT)
    last = len(seen.question.lowered) - 1
    follows = any(at + 1 in seen.matches or at == last for at in asked)
    if not follows or seen.candidate.kind is FactKind.ROW:
        return
    if not _TOLD_NEXT.search(seen.evidence.text):
        yield Lacking(Lack.DATE, seen.shown([asked[0], asked[0] + 1]), open=True)


_HAS_TO = re.compile(
    r"^(?:by )?when (?:do|does|must|is|are|has|have)\b.*\b(?:have to|need to|must|has to)\b"
)
_DUTY = re.compile(
    r"\b(?:must|ha(?:ve|s|d) to|needs? to|required?|requires|order(?:ed|s)|told to|by|until|before"
    r"|deadlines?|due|will|shall|is to|are to|expected|no later|from|gave|given|within|starts?"
    r"|begins?|closes?|ends?|expires?|report(?:s|ing)? (?:to|on)|should|supposed)\b|['’]ll\b",
    re.IGNORECASE,
)


@only_where(lambda q: _HAS_TO.search(q.small))
def duties(seen: Seen) -> Iterator[Lacking]:
    """Ask of "when does Varn have to leave" that the fact tells of a duty, or of what is ahead."""
    if not _DUTY.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "when", open=True)


@only_where(lambda q: (q.kind in _OF_PLANS or q.holds(_OF_VALUES)) and not q.holds(_LOOKS_BACK))
def overtaken(seen: Seen) -> Iterator[Lacking]:
    """Tell what was planned once from what is or will be: "It was to open in 2027"."""
    if _WAS_TO.search(seen.evidence.text):
        yield Lacking(Lack.DENIED, seen.question.kind.in_words, open=True)


_WAS_TO = re.compile(
    r"\b(?:(?:was|were) (?:to (?!be found|blame|come)[a-z]+|supposed to|meant to|due to (?:be|open"
    r"|start|begin|end|close|take|run))|had (?:been due|hoped|planned|intended|been (?:expected"
    r"|scheduled|planned|supposed|meant)) to)\b",
    re.IGNORECASE,
)


_STANDING = word_set("current existing present")
_NEWLY = re.compile(r"\b(?:new|future|next|planned|proposed)\b", re.IGNORECASE)
_TOLD_STANDING = re.compile(
    r"\b(?:current\w*|existing|present\w*|now|old|previous\w*|so far|today|still|already|former"
    r"|from|against|than|has|have)\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.holds(_STANDING))
def standing(seen: Seen) -> Iterator[Lacking]:
    """Tell the new contract from the current one."""
    text = seen.evidence.text
    asked = [at for at in seen.asked(_STANDING) if at + 1 in seen.matches and not seen.borne(at)]
    if asked and _NEWLY.search(text) and not _TOLD_STANDING.search(text):
        yield Lacking(Lack.DATE, seen.shown(asked), open=True)


_AIM = re.compile(
    r"\b(?:aim(?:s|ed|ing)?|target(?:s|ed|ing)?|hop(?:es|ed|ing)|plan(?:s|ned|ning)?"
    r"|intend(?:s|ed|ing)?|goal|forecasts?|guidance|expectations?|want(?:s|ed)?|set out"
    r"|seek(?:s|ing)?|due|expect(?:s|ed|ing))\b",
    re.IGNORECASE,
)
_OF_AMOUNTS = {Kind.HOW_MANY, Kind.HOW_MUCH, Kind.WHAT}
_BEHIND = word_set("did was were has have had got received reached")


@only_where(lambda q: q.holds(_BEHIND) and not _AIM.search(q.small), of=_OF_AMOUNTS)
def aims(seen: Seen) -> Iterator[Lacking]:
    """Tell "aiming to reach 620,000 people" from how many were reached."""
    text, numbers = seen.evidence.text, seen.evidence.undated
    if numbers and all(_AIM.search(CLAUSE.split(text[: n.start])[-1][-_CLOSE:]) for n in numbers):
        yield Lacking(Lack.DATE, seen.question.kind.in_words, open=True)


_CLOSE = 80  # characters from an aim to its number

RULES: tuple[Rule, ...] = (capacities, nowadays, coming, duties, overtaken, standing, aims)
