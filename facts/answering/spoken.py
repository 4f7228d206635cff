"""Saying and what is said: whose words a fact holds, and on which of its dates they were said."""

import re
from collections.abc import Collection, Iterator

from facts.answering.evidence import Evidence
from facts.answering.language import stop_words, word_set
from facts.answering.seen import Lack, Lacking, Seen
from facts.text import words
from facts.types import Span

_SAID = (
    r"(?:said|says|told|added|stated|stressed|noted|claimed|argued|warned|explained|announced"
    r"|confirmed|reported|insisted|wrote|testified|declared)"
)
# Between the word of saying and its day: hearers and occasions, "told reporters in Oslo on".
_TO_DAY = re.compile(
    rf"\b{_SAID}(?: (?:on|late|early|earlier|in|to|at|the|a|his|her|its|their|reporters|journalists"
    r"|lawmakers|parliament|members|statement|interview|briefing|news|press|conference|speech"
    r"|[A-Z][\w.'’-]*),?)* $"
)
_FROM_DAY = re.compile(rf",?(?: (?!that\b)[\w.'’-]+){{0,6}} {_SAID}\b")
_SAYING = re.compile(_SAID)
_OPENS = re.compile(r"(?:^|[.;,”\"] )(?:(?:On|Late|Earlier|Early|on|late|earlier) )*$")
# What of somebody's words is a promise, an offer, a demand, though no such verb stands there.
_WILL = re.compile(r"\b(?:will|shall|would|going to)\b|['’]ll\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|should|have to|has to|needs? to|want)\b", re.IGNORECASE)
_READY = re.compile(r"\b(?:can|could|ready|prepared|willing)\b", re.IGNORECASE)
_PROMISES = word_set("promise promised promises pledge pledged pledges vow vowed vows")
_DEMANDS = word_set("demand demanded demands want wanted wants urge urged urges")
_OFFERS = word_set("offer offered offers propose proposed proposes")


def days_of_saying(evidence: Evidence, taken: Collection[int]) -> frozenset[Span]:
    """Return the dates on which somebody spoke, unless the speaking itself is asked about.

    `taken` are the places of the question's words in the fact: "when did X announce it".
    """
    return frozenset(span for span in evidence.dates if _of_saying(evidence, span, taken))


def _of_saying(evidence: Evidence, date: Span, taken: Collection[int]) -> bool:
    text = evidence.text
    before = _TO_DAY.search(text[: date.start])
    after = _OPENS.search(text[: date.start]) and _FROM_DAY.match(text, date.end)
    beside = _FROM_DAY.match(text, date.end) if not after and _subject_day(text, date) else None
    found = before or after or beside
    if not found:
        return False
    told = _SAYING.search(text, found.start(), max(found.end(), found.start() + 1))
    verbs = evidence.within(Span(*told.span())) if told else []
    return not any(place in taken for place in verbs)


def _subject_day(text: str, date: Span) -> bool:
    """Tell "Varn yesterday said": the word of saying follows the day at once."""
    return bool(re.match(rf" {_SAID}\b", text[date.end :]))


def speaker(seen: Seen) -> Iterator[Lacking]:
    """Ask that "what did X say" is answered by X's words, or by what X is told to have promised."""
    places = seen.question.claims.speakers
    asked = [seen.matches[p] for p in places if p in seen.matches]
    if not asked:
        return
    named = any(s in _speakers(seen) for m in asked for form in m.term.forms for s in form.stems)
    verb = seen.question.claims.verb
    told = verb is not None and bool(seen.inside(verb)) and all(map(seen.inside, places))
    if not told and not (named and seen.candidate.attribution.sure):
        yield Lacking(Lack.SPEAKER, seen.shown(places))


def _speakers(seen: Seen) -> set[str]:
    return {word.stem for word in words(seen.candidate.attribution.speaker or "")}


def implied(seen: Seen, verb: int) -> bool:
    """Tell whether somebody's own words are what the verb calls them: "we will" is a promise."""
    asked = seen.question.typed[verb].casefold()
    sign = _sign(asked)
    if sign is None or not seen.candidate.attribution.sure:
        return False
    doer = {
        word.stem
        for typed in seen.question.typed[1:verb]
        for word in words(typed)
        if word.folded not in stop_words()
    }
    return bool(doer & _speakers(seen)) and bool(sign.search(seen.evidence.text))


def _sign(asked: str) -> re.Pattern[str] | None:
    if asked in _PROMISES:
        return _WILL
    if asked in _DEMANDS:
        return _MUST
    return _READY if asked in _OFFERS else None
