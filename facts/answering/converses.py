"""Deeds told from the other side: what one sells another buys, and whom one beats loses.

"Tarrow was sold to Lund" says who bought it; "Lund sold Tarrow" does not. So a converse word bears
a verb out only where the fact shows whom the question asks about on the side that it asks about.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from facts.answering.claimed import Side
from facts.answering.language import word_set
from facts.answering.lexicon import DETERMINERS
from facts.answering.question import Question
from facts.answering.seen import CLAUSE, Lack, Lacking, Seen, only_where
from facts.answering.sides import passive_at, past_at, tells_doer
from facts.answering.wording import OTHER_WORDS
from facts.text import stem

NAMED_WITHIN = 3
FARTHEST = 10  # words from a verb to the "to" or "from" that brings the other side


class _Told(StrEnum):
    """How a converse verb brings whom the question's verb has as its doer."""

    TO = "to"
    FROM = "from"
    BARE = ""


def _stems(listed: str) -> frozenset[str]:
    return frozenset(map(stem, listed.split()))


_BUYING = _stems("buy bought purchase purchased acquire acquired import")
_SELLING = _stems("sell sold sale sales export offload")
_BEATING = _stems("beat beaten defeat overcome overcame thrash")
_LOSING = _stems("lose lost")
_WINNING, _AWARDING = _stems("win won"), _stems("award grant")
_LENDING, _BORROWING = _stems("lend lent loan"), _stems("borrow")
_GETTING = _BUYING | _stems("get got receive")
_SUPPLYING = _stems("supply provide")
_GIVING = _LENDING | _SUPPLYING
# Verbs that are asked with, those that tell of it from the other side, and how.
_CONVERSES = (
    (_BUYING, _SELLING, _Told.TO),
    (_SELLING, _BUYING, _Told.FROM),
    (_LENDING, _BORROWING, _Told.FROM),
    (_BORROWING, _LENDING, _Told.TO),
    (_SUPPLYING, _GETTING, _Told.FROM),
    (_WINNING, _AWARDING, _Told.TO),
    (_BEATING, _LOSING, _Told.TO),
    (_LOSING, _BEATING, _Told.BARE),
)
_TO_WITHIN = 4  # words from the verb to its "to": "sent a letter to"
_NO_SUBJECT_BEFORE = word_set("to by for in on at after from over off")


@only_where(lambda q: q.claims.verb is not None)
def converses(seen: Seen) -> Iterator[Lacking]:
    """Ask of a converse verb, and of any other word, that all stand on the side asked about."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    if verb is None or match is None:
        return
    held, asked = seen.inside(verb), match.term.forms[0].stems[0]
    for same, other, told in _CONVERSES:
        if asked in same and held:
            if not all(seen.evidence.words[at].stem in other for at in held):
                continue
            if not any(_turns(seen, verb, at, told) for at in held):
                yield Lacking(Lack.ROLE, seen.shown([verb]))
            return
    if match.origin in OTHER_WORDS and held and all(_does_it(seen, at) for at in held):
        yield Lacking(Lack.ROLE, seen.shown([verb]))


def turned(seen: Seen) -> bool:
    """Tell whether a converse verb of the fact brings whom the question asks about."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    if verb is None or match is None or not seen.question.claims.doer_asked:
        return False
    asked, words = match.term.forms[0].stems[0], seen.evidence.words
    return any(
        words[at].stem in other and _turns(seen, verb, at, told)
        for same, other, told in _CONVERSES
        if asked in same
        for at in seen.inside(verb)
    )


@only_where(lambda q: q.claims.doer_asked)
def doers(seen: Seen) -> Iterator[Lacking]:
    """Ask that who did it is told: not by "the attack on the ship", nor by "it was attacked"."""
    verb = seen.question.claims.verb
    if verb is None or turned(seen):
        return
    held = seen.inside(verb)
    if held and not any(tells_doer(seen.evidence, at) for at in held):
        yield Lacking(Lack.ROLE, seen.shown([verb]))


def _from_whom(question: Question) -> int | None:
    """Return where the one stands who wrote to another in "when did the minister write to Roe"."""
    verb, typed = question.claims.verb, question.lowered
    if verb is None or question.claims.side is not Side.DOER or "to" not in typed[verb + 1 :]:
        return None
    return verb - 1


@only_where(_from_whom)
def directions(seen: Seen) -> Iterator[Lacking]:
    """Ask that whoever did it to another is not the one that it was done to."""
    verb, doer = seen.question.claims.verb, _from_whom(seen.question)
    held = seen.inside(verb) if verb is not None else ()
    doers = set(seen.inside(doer)) if doer is not None else set()
    if held and doers and all(doers & _brought_to(seen, at) for at in held):
        yield Lacking(Lack.ROLE, seen.shown(at for at in (doer, verb) if at is not None))


def _brought_to(seen: Seen, verb: int) -> set[int]:
    """Return where a fact tells to whom its verb was done: "wrote to the minister"."""
    evidence = seen.evidence
    near = range(verb + 1, min(verb + 1 + _TO_WITHIN, len(evidence.words) - 1))
    to = next((at for at in near if evidence.word_at(at) == "to"), None)
    if to is None:
        return set()
    at = to + 1 + (evidence.word_at(to + 1) in DETERMINERS)
    return {at, at + 1}


def _does_it(seen: Seen, at: int) -> bool:
    """Tell "Tarrow acquired Bexa" where the question is who bought Tarrow."""
    claims, evidence = seen.question.claims, seen.evidence
    given = seen.given
    if not claims.doer_asked or at - 1 not in given or max(given) > at:
        return False
    spaced, after = evidence.spaced(at - 1), evidence.words[at + 1 : at + 2]
    active = spaced and not passive_at(evidence, at) and past_at(evidence, at)
    return active and bool(after) and after[0].folded not in _NO_SUBJECT_BEFORE


def _turns(seen: Seen, verb: int, at: int, told: _Told) -> bool:
    """Tell whether a converse verb of the fact has everybody on the side that is asked about."""
    claims = seen.question.claims
    passive = passive_at(seen.evidence, at)
    given = seen.given
    doer = claims.side is Side.DOER
    if told is _Told.BARE:
        return _beaten(seen, verb, at, given, passive=passive)
    brought = _brought(seen, at, told)
    if doer and claims.given:
        # "Lund sold Torvia gas": whom it is sold to may stand right behind the verb.
        behind = {at + 1, at + 2} if told is _Told.TO and not passive else set[int]()
        # "Lorne was awarded the prize": she won it.
        honoured = passive and seen.evidence.words[at].stem in _AWARDING
        return bool(given & ({*brought} | behind)) or (honoured and max(given, default=at) < at)
    if claims.doer_asked or doer:
        subject = bool(given) and max(given) < at and not passive
        loses = seen.evidence.words[at].stem in _LOSING
        if seen.matches[verb].term.forms[0].stems[0] in _GIVING:
            subject = False  # "who lent Corrin the money": Corrin may well have borrowed it
        fresh = brought and not seen.taken.intersection(brought[:2])
        return bool(fresh) and loses == subject
    # "When was it sold" is when somebody bought it; "is Lund selling" asks of Lund.
    return not given.intersection(brought) and not seen.question.lowered[verb].endswith("ing")


def _beaten(seen: Seen, verb: int, at: int, given: set[int], *, passive: bool) -> bool:
    """Tell of "who lost to Keld" whether the fact has Keld as the winner, and another beaten."""
    claims = seen.question.claims
    if claims.side is Side.DOER and claims.given:
        return bool(given) and (max(given) < at if passive else min(given) > at)
    after = [m for place, m in seen.matches.items() if place > verb and m.term.name]
    won = {place for m in after for place in m.places}
    if not won:
        return False
    return min(won) > at if passive else min(won) < at


def _brought(seen: Seen, at: int, told: _Told) -> Sequence[int]:
    """Return the places behind the "to" or "from" of a verb, in its clause; none before a number.

    "From March", "to date" and "to 5 million" bring nobody.
    """
    evidence = seen.evidence
    for place in range(at + 1, min(at + 1 + FARTHEST, len(evidence) - 1)):
        if evidence.word_at(place) != told.value:
            continue
        if CLAUSE.search(evidence.text[evidence.words[at].end : evidence.begins(place)]):
            return ()
        if _somebody(seen, place + 1):
            return range(place + 1, min(place + 7, len(evidence)))
    return ()


def _somebody(seen: Seen, at: int) -> bool:
    """Tell "to the Lund family" and "to rival Lund Lines" from "to date" and "from March"."""
    evidence = seen.evidence
    near = evidence.words[at : at + NAMED_WITHIN]
    dated = any(date.start <= word.start < date.end for date in evidence.dates for word in near)
    named = any(evidence.text[word.start].isupper() for word in near)
    return (named or near[0].folded in DETERMINERS) and not dated
