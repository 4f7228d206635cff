"""Facts that speak of a thing without telling it: causes left out, rumours, what nobody knows."""

import re
from collections.abc import Iterator

from facts.answering.kinds import EVERY, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import is_person
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.anycase import AnyCase
from facts.types import FactKind, NameKind

_ASKS_CAUSE = re.compile(
    r"\bdie[ds]?\b.*\b(?:of|from)\W*$|\bcauses? of (?:[\w'’-]+ ){0,4}?deaths?\b"
)
_CAUSE = re.compile(
    r"\b(?:of|from|after|following|due to|because|caused?|causes|by|when|in an? (?:\w+ )?(?:crash|"
    r"accident|fire|attack|blast|fall|explosion|collision))\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:at )?(?:the )?(?:age of|aged)\b", re.IGNORECASE)
_DEATH = re.compile(r"\b(?:die[ds]?|dying|deaths?|killed|perished)\b", re.IGNORECASE)
_CAUSE_NEAR = 60  # characters after the death
_ASKING = r"(?:who|what|which|when|where|why|how|whether|if)\b"
# "It did not say what had caused it", "it is unclear who paid".
_UNTOLD = AnyCase(
    r"\b(?:(?:did|does|do|would|could|can|has|have|had|will)(?: not|n['’]t)|cannot|never"
    r"|(?:refuses?|refused|declines?|declined) to) (?:yet |also )?(?:say|said|know|known|tell|told"
    r"|disclosed?|reveal(?:ed)?|specify|specified|confirm(?:ed)?|explain(?:ed)?|give|given"
    rf"|comment on)\b[^.;]{{0,30}}?\b{_ASKING}"
    rf"|\b(?:unclear|not clear|not known|unknown|no word(?: yet)? (?:on|about))\s{_ASKING}"
)
_UNTOLD_SIGNS = ("not", "never", "n't", "n’t", "refuse", "decline", "unclear", "unknown", "no word")
_RUMOUR = re.compile(
    r"\brumou?r(?:s|ed)?\b|\bclaims (?:on|in|that|circulating|spread)\b|\ballegedly\b"
    r"|\bthere (?:are|were|is|was) (?:\w+ )?(?:claims|reports|speculation)\b|\bunconfirmed\b"
    r"|\bspeculation\b|\bsocial media\b|\bsupposedly\b",
    re.IGNORECASE,
)
_ASKS_RUMOUR = re.compile(r"\b(?:rumou?r|claim|alleg|report|sa[iy]|unconfirmed|media)", re.I)


@only_where(lambda q: ("die" in q.small or "cause" in q.small) and _ASKS_CAUSE.search(q.small))
def causes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what did she die of" that the fact tells more than that she died."""
    text = _AGED.sub(" ", seen.evidence.text)
    died = _DEATH.search(text)
    near = text[died.end() : died.end() + _CAUSE_NEAR] if died else ""
    # "Has died aged 88, painted the flowers of Velden": of another clause.
    near = _CLAUSE.split(near)[0]
    if not any(map(_no_setting, _CAUSE.finditer(near))):
        yield Lacking(Lack.ANSWER, "the cause", open=True)


def _no_setting(sign: re.Match[str]) -> bool:
    """Tell "of a stroke" from "at the end of May" and from "was announced by her son"."""
    before = sign.string[: sign.start()]
    of_noun = sign.group() == "of" and _OF_NOUN.search(before)
    return not (of_noun or (sign.group() == "by" and _TOLD_BY.search(before)))


_CLAUSE = re.compile(r"(?<=[\w\s]{4}),\s(?!(?:of|from|after|when|following|due|because)\b)")
_OF_NOUN = re.compile(r"\b(?:the|an?|his|her) (?:\w+ ){1,3}$")
_TOLD_BY = re.compile(r"\b(?:announced|confirmed|reported|mourned|marked|told|said)(?: \w+){0,4} $")
_ASKS_MANNER = re.compile(
    r"^how (?:did|was|were|is|are|has|have)\b.*\b(?:die[ds]?|killed|perish(?:ed)?)$"
)
_MANNER = re.compile(
    r"\b(?:drown\w*|shot|shoot\w*|stabb\w*|crash\w*|collision|collided|crush\w*|burn\w*|poison\w*"
    r"|fell|fall(?:s|ing|en)?|hit|struck|strike|cancer|stroke|heart|illness|disease|pneumonia|overdose"
    r"|suicide|murder\w*|strangl\w*|beaten|buried|explo\w+|blast|accident|attack\w*|suffocat\w*"
    r"|froze|starv\w*|hang(?:ed|ing)|electrocut\w*|infect\w*|complications?|injur\w+|wounds?|trapped"
    r"|swept|of natural causes|in (?:his|her|their) sleep|run over|knocked|bombs?|shell\w*"
    r"|fire|flood\w*)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _ASKS_MANNER.search(q.small))
def manners(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how did Varn die" that the fact tells more than that, where and when she died."""
    text = _AGED.sub(" ", seen.evidence.text)
    died = _DEATH.search(text)
    told = died is not None and _CAUSE_OF.search(text, died.end(), died.end() + _CAUSE_NEAR)
    if not told and not _MANNER.search(text):
        yield Lacking(Lack.ANSWER, "how", open=True)


_CAUSE_OF = re.compile(
    r"\b(?:of|from|after|following|due to|because|by|when|while|as)\b", re.IGNORECASE
)


@only_where(of=EVERY - {Kind.YES_NO, Kind.SAID})
def untold(seen: Seen) -> Iterator[Lacking]:
    """Tell a fact that somebody left unsaid what is asked: "it did not say what had caused it"."""
    if not seen.evidence.may_hold(_UNTOLD_SIGNS):
        return
    if _UNTOLD.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words, open=True)


@only_where(of={Kind.YES_NO})
def rumoured(seen: Seen) -> Iterator[Lacking]:
    """Tell a rumour from what is so, where "did it" is asked."""
    if _RUMOUR.search(seen.evidence.text) and not _ASKS_RUMOUR.search(seen.question.text):
        yield Lacking(Lack.DENIED, "a confirmation", open=True)


_ANOTHER_ONE = re.compile(
    r"^[\"“]?(?:the|its|their|an?) (?:only )?(?P<which>last|previous|earlier|other|next|first"
    r"|second|third|later|similar)(?: (?:such|similar))? (?:one|time|\w+(?= of (?:its|this|that)"
    r" kind))\b",
    re.IGNORECASE,
)
_BEFORE = frozenset({"last", "previous", "earlier", "previously", "before"})


def another_one(seen: Seen) -> Iterator[Lacking]:
    """Tell another event from the one asked about: "The last one, in 2022, was caused by fire"."""
    told = _ANOTHER_ONE.search(seen.evidence.text)
    if told is None:
        return
    which = told["which"].lower()
    asked = set(seen.question.lowered)
    looked_for = {which, "one"} | (_BEFORE if which in _BEFORE else {which})
    if not asked & looked_for and not any(
        m.term.number and m.inside for m in seen.matches.values()
    ):
        yield Lacking(Lack.TOPIC, told.group(), open=True)


_SETS_TIME = re.compile(
    r"\b(?:before|after|until|till|by|ahead of|since) (?:(?:the|its|their|a|this) )?"
    r"(?:(?:next|following|last|coming) )?$",
    re.IGNORECASE,
)


@only_where(lambda q: "next" in q.lowered[:-1], of={Kind.WHERE, Kind.WHEN})
def timed_by(seen: Seen) -> Iterator[Lacking]:
    """Tell "to do so before the next session" from a fact on where the next session is."""
    place = seen.question.lowered.index("next") + 1
    held = [seen.evidence.begins(at) for at in seen.inside(place)]
    if held and all(_SETS_TIME.search(seen.evidence.text[:start]) for start in held):
        yield Lacking(Lack.TOPIC, seen.shown([place - 1, place]), open=True)


_SAYING = word_set(
    "say said says complain complained claim claimed announce announced insist insisted argue"
    " argued deny denied warn warned admit admitted confirm confirmed allege alleged state stated"
    " tell told think thinks believe believes demand demanded call called criticise criticised"
    " promise promised"
)
_SAID = (
    r"(?:said|says|complain(?:s|ed)|claim(?:s|ed)|announce[sd]|insist(?:s|ed)|argue[sd]|den(?:ies|ied)"
    r"|warn(?:s|ed)|admit(?:s|ted)|confirm(?:s|ed)|allege[sd]|state[sd]|added|told [^,.;]{1,30}?)"
)
# "Roe complained that the goal was offside": Roe did not score it; "said that he ..." may be Roe.
_TOLD_THAT = re.compile(rf"\b{_SAID}(?: on \w+)? that ")
_TOLD_BEHIND = re.compile(
    rf",[\"”]?\s(?:{_SAID}\s[^;:\"“”]+|[^,;:\"“”]{{3,60}}\s{_SAID}[^,;]{{0,20}})$"
)
_OF_ONESELF = re.compile(r"\b(?:s?he|they|it|I|we|his|her|their|its|our|my|who)\b", re.IGNORECASE)


@only_where(lambda q: not q.holds(_SAYING), of={Kind.WHO})
def tellers(seen: Seen) -> Iterator[Lacking]:
    """Tell who only speaks of a deed from who did it: "Roe complained that it was offside"."""
    text, taken = seen.evidence.text, [seen.evidence.begins(at) for at in seen.taken]
    names = [n for n in seen.evidence.names if not seen.taken.issuperset(seen.evidence.within(n))]
    if not (taken and names):
        return
    if that := _TOLD_THAT.search(text):
        clause, apart = text[that.end() :], all(name.end <= that.start() for name in names)
        apart = apart and min(taken) >= that.end()
    elif behind := _TOLD_BEHIND.search(text):
        clause, apart = text[: behind.start()], all(n.start >= behind.start() for n in names)
        apart = apart and max(taken) < behind.start()
    else:
        return
    if apart and not _OF_ONESELF.search(clause):
        yield Lacking(Lack.ANSWER, "who", open=True)


# "The ministry will publish the list of stations": who is on it is not told.
_TO_BE_TOLD = re.compile(
    r"\b(?:will|shall|would|to) (?:\w+ )?(?:publish|release|announce|reveal|issue|unveil|post)"
    r" (?:the |an? |its |their )?(?:\w+ )?(?:lists?|names?|details|findings|results)\b"
)


@only_where(of={Kind.WHO, Kind.NAME, Kind.WHAT})
def lists_to_come(seen: Seen) -> Iterator[Lacking]:
    """Tell a list that is still to be published from what stands on it."""
    if seen.evidence.may_hold(("list", "name", "detail", "finding", "result")):
        told = _TO_BE_TOLD.search(seen.evidence.text)
        listed = [m for m in seen.matches.values() if not (m.term.number or m.term.date)]
        asked = told and any(
            seen.evidence.begins(at) >= told.end() for match in listed for at in match.places
        )
        if asked and not seen.question.holds({"do", "publish", "announce", "release"}):
            yield Lacking(Lack.ANSWER, seen.question.kind.in_words, open=True)


_NAME_OF = re.compile(
    r"\bnames? of (?:the |an? |his |her |their )?(?P<whom>(?:[\w-]+ ){0,3}?[\w-]+)$"
)
_ANYBODY = frozenset({NameKind.PERSON, NameKind.OTHER})


@only_where(lambda q: _name_of_whom(q.small), of={Kind.NAME})
def names_of_people(seen: Seen) -> Iterator[Lacking]:
    """Ask of "the name of the pilot" that the fact names a person, and not only an airline."""
    named = [n.kind for n in seen.candidate.names]
    if named and _ANYBODY.isdisjoint(named) and seen.candidate.kind is not FactKind.ROW:
        yield Lacking(Lack.ANSWER, "name", open=True)


def _name_of_whom(asked: str) -> bool:
    found = _NAME_OF.search(re.split(r" (?:who|that|in|on|at|from|killed|of the)\b", asked)[0])
    return found is not None and is_person(found["whom"].rpartition(" ")[2])


RULES: tuple[Rule, ...] = (
    lists_to_come,
    names_of_people,
    tellers,
    causes,
    untold,
    rumoured,
    another_one,
    timed_by,
    manners,
)
