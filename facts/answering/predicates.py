"""What a question asks of whom or what it names: the name alone is no answer."""

import re
from collections.abc import Iterator, Mapping

from facts.answering.claimed import Side
from facts.answering.index import filed_stems
from facts.answering.kinds import EVERY, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import ANYBODY, EMPTY_VERBS, is_person
from facts.answering.matching import Match
from facts.answering.money import SIGNED
from facts.answering.seen import Lack, Lacking, Seen, bears, only_where
from facts.answering.spoken import implied
from facts.answering.unsaid import unsaid
from facts.answering.wording import OTHER_WORDS
from facts.extraction.namewords import LOWER_TITLES
from facts.types import FactKind, NameKind, Span

_MONEY = re.compile(rf"{SIGNED}|\d\s?€", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«‘][^\"”»’]{3,}[\"”»’]")
_TELLING_LITTLE = EMPTY_VERBS | ANYBODY
# What says a thing without its word: "bought for $2 million" tells a price.
_SHOWN_BY: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(word_set("price cost fee fees"), _MONEY),
    **dict.fromkeys(word_set("phrase word words quote motto slogan term"), _QUOTED),
}


@only_where(of=EVERY - {Kind.WHO})
def named_alone(seen: Seen) -> Iterator[Lacking]:
    """Tell a fact that holds the names of a question, and nothing of what it asks of them.

    "Fabián Orozco claims the support of 22,000" does not say whether he is guilty.
    """
    if not any(m.term.name and bears(m) for m in seen.matches.values()):
        return
    plain = [m for m in seen.matches.values() if _plain(m)]
    if any((_said(seen, m) or _shown(seen, m)) and not _of_name(seen, m) for m in plain):
        return
    asked = [m for m in plain if _telling(m) and not _of_name(seen, m)]
    if asked:
        yield Lacking(Lack.TOPIC, seen.shown(match.term.place for match in asked), open=True)


def _said(seen: Seen, match: Match) -> bool:
    """Tell whether the fact, a row's head or what it leans on holds a word: not its title alone."""
    on_title = seen.question.kind is Kind.HOW or "do" in seen.question.lowered
    if match.inside or not match.factor or on_title or seen.candidate.kind is FactKind.ROW:
        return bears(match)
    beside = (*seen.candidate.leant_on, *seen.candidate.headings)
    return match.term.among({stem for text in beside for stem in filed_stems(text)})


def _plain(match: Match) -> bool:
    return not (match.term.name or match.term.date or match.term.number)


def _telling(match: Match) -> bool:
    return not match.term.frame and match.term.word not in _TELLING_LITTLE


def _shown(seen: Seen, match: Match) -> bool:
    """Tell whether a fact says what a word does without it."""
    place = match.term.place
    if place == seen.question.claims.verb and (implied(seen, place) or unsaid(seen, place)):
        return True
    sign = _SHOWN_BY.get(match.term.word)
    return sign is not None and bool(sign.search(seen.evidence.text))


def _of_name(seen: Seen, match: Match) -> bool:
    """Tell whether a word is the title of a name ("minister Gethin Roe"), or a part of it."""
    after = seen.matches.get(match.term.place + 1)
    title = match.term.word in LOWER_TITLES and after is not None and after.term.name
    return title or _in_name(seen, match)


def _in_name(seen: Seen, match: Match) -> bool:
    """Tell whether a fact holds a word but in somebody's name, or in that of its row."""
    names = [n for n in seen.candidate.names if n.kind is NameKind.PERSON]
    persons = (seen.evidence.within(Span(name.start, name.end)) for name in names)
    named = {at for held in persons for at in held}
    if seen.candidate.kind is FactKind.ROW:
        asked = (m for m in seen.matches.values() if m.term.name)
        named |= {at for m in asked for p in m.places for at in (p - 1, p + 1)}
    return bool(match.places) and named.issuperset(match.places)


def _verb_of(seen: Seen) -> int:
    verb = seen.question.claims.verb
    return -1 if verb is None else verb


@only_where(lambda q: q.claims.side is Side.DONE_TO)
def agents(seen: Seen) -> Iterator[Lacking]:
    """Tell "prosecutors" from being prosecuted: they do to others what is asked about."""
    match = seen.matches.get(_verb_of(seen))
    if match is None or not match.places:
        return
    if seen.question.kind not in {Kind.YES_NO, Kind.WHY} or is_person(match.term.word):
        return
    if all(is_person(seen.evidence.word_at(at)) for at in match.places):
        yield Lacking(Lack.VERB, seen.shown([match.term.place]))


@only_where(of={Kind.YES_NO})
def said_twice(seen: Seen) -> Iterator[Lacking]:
    """Tell "was the fire arson" from a fact whose one "fire" stands for both words."""
    own = {at for m in seen.matches.values() if m.origin not in OTHER_WORDS for at in m.places}
    for place, match in seen.matches.items():
        other = match.origin in OTHER_WORDS or match.kin
        if match.places and other and own.issuperset(match.places):
            yield Lacking(Lack.TOPIC, seen.shown([place]), open=True)


_ELSE = re.compile(
    r"\b(?:(?:no one|nobody|anyone|anybody|someone|somebody|everyone|everybody) else"
    r"|(?:no|all|any|many|some|several|two|three|four|five|six|\d+) others?)\b",
    re.IGNORECASE,
)
_OTHERS = word_set("else other others another anyone anybody someone somebody many everyone")


@only_where(of={Kind.YES_NO})
def no_one_else(seen: Seen) -> Iterator[Lacking]:
    """Tell "was the driver hurt" from "no one else was hurt": that is of all but the driver."""
    if not _ELSE.search(seen.evidence.text) or seen.question.holds(_OTHERS):
        return
    verb = _verb_of(seen)
    last = verb if verb > 0 else max(seen.matches, default=0)
    subject = [match for at, match in seen.matches.items() if at < last]
    if subject and not any(match.inside for match in subject):
        yield Lacking(Lack.ROLE, seen.shown(match.term.place for match in subject), open=True)


_OWN = word_set("own owns owned")
_OWNING = re.compile(
    r"\b(?:own(?:s|ed|ers?|ership|ing)|(?:ha[sd]|have)(?! (?:\w+ed|been)\b)|having|hold(?:s|ing"
    r"|ings)?|held|belong(?:s|ed)?"
    r"|possess\w*|with|fleet|bought|buys?|stakes?|propert\w+)\b|['’]s?\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.claims.verb is not None and q.holds(_OWN))
def owning(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many tugs does it own" that a fact tells of having; "own" alone is no verb."""
    typed = seen.question.lowered
    verb = _verb_of(seen)
    if verb < 0 or typed[verb] not in _OWN or seen.candidate.kind is FactKind.ROW:
        return
    if not _OWNING.search(seen.evidence.text):
        yield Lacking(Lack.VERB, seen.shown([verb]))


_PARTS = word_set(
    "upper lower north south east west northern southern eastern western central inner outer "
    "greater port fort saint st mount lake cape"
)


@only_where(lambda q: any(term.word in _PARTS for term in q.terms))
def parts_of_names(seen: Seen) -> Iterator[Lacking]:
    """Tell Upper Kessa from Kessa, and North Torvia from Torvia: the one is not the other."""
    for place, match in seen.matches.items():
        after = seen.matches.get(place + 1)
        word = match.term.word
        if word not in _PARTS or after is None or not after.term.name or bears(match):
            continue
        if after.factor:
            yield Lacking(Lack.NAME, seen.shown([place, place + 1]), open=True)
