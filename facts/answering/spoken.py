"""Saying and what is said: whose words a fact holds, and on which of its dates they were said."""

import re
from collections.abc import Collection, Iterator, Sequence

from facts.answering.evidence import Evidence
from facts.answering.index import filed_stems
from facts.answering.language import stop_words, word_set
from facts.answering.lexicon import is_person
from facts.answering.seen import WEAK, Lack, Lacking, Seen, bears, only_where
from facts.anycase import AnyCase
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
_TELLS = AnyCase(
    r"[\"“”«»]|\b(?:according to|call(?:s|ed|ing)|described?|believes?|thinks?|thought|fear(?:s|ed)"
    r"|hop(?:es?|ed)|want(?:s|ed)|urg(?:es?|ed)|accus(?:es?|ed)|blam(?:es?|ed)|den(?:y|ies|ied)"
    r"|promis(?:es?|ed)|pledg(?:es?|ed)|vow(?:s|ed)|demand(?:s|ed)|ask(?:s|ed)|plead(?:s|ed)"
    r"|rul(?:es?|ed)|found|order(?:s|ed)|puts?|estimat(?:es?|ed)|expect(?:s|ed)|admit(?:s|ted)"
    r"|complain(?:s|ed)|criticis(?:es?|ed)|insist(?:s|ed)|repl(?:y|ies|ied)|agree(?:s|d)"
    rf"|point(?:s|ed)|suggest(?:s|ed)|predict(?:s|ed)|recall(?:s|ed)|comment(?:s|ed))\b|\b{_SAID}\b"
)
# What of somebody's words is a promise, an offer, a demand, though no such verb stands there.
_WILL = re.compile(r"\b(?:will|shall|would|going to)\b|['’]ll\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|should|have to|has to|needs? to|want)\b", re.IGNORECASE)
_READY = re.compile(r"\b(?:can|could|ready|prepared|willing)\b", re.IGNORECASE)
_PROMISES = word_set("promise promised promises pledge pledged pledges vow vowed vows")
_DEMANDS = word_set("demand demanded demands want wanted wants urge urged urges")
_OFFERS = word_set("offer offered offers propose proposed proposes")


def tells(text: str) -> bool:
    """Tell whether a text quotes somebody, or tells of saying, asking, promising and the like."""
    return bool(_TELLS.search(text))


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


@only_where(lambda q: q.claims.said)
def speaker(seen: Seen) -> Iterator[Lacking]:
    """Ask that "what did X say" is answered by X's words, or by what X is told to have promised."""
    asked_ = seen.question.claims.said
    if asked_ is None:
        return
    places = asked_.speakers
    asked = [seen.matches[p] for p in places if p in seen.matches]
    if not asked:
        if not _theirs(seen, asked_.sayers):
            told_of = seen.candidate.attribution
            another = bool(told_of.sure and told_of.role)
            yield Lacking(Lack.SPEAKER, seen.shown(asked_.sayers), open=not another)
        return
    speakers = _speakers(seen)
    named = any(not speakers.isdisjoint(match.term.stems) for match in asked)
    told = bool(seen.verbs) and all(map(seen.inside, places))
    if not told and not (named and seen.candidate.attribution.sure):
        yield Lacking(Lack.SPEAKER, seen.shown(places))


@only_where(lambda q: q.claims.said)
def officers(seen: Seen) -> Iterator[Lacking]:
    """Tell the words of a company from those of its director."""
    said, typed = seen.question.claims.said, seen.question.lowered
    told_of = seen.candidate.attribution
    theirs = {word.stem for word in words(f"{told_of.speaker or ''} {told_of.role or ''}")}
    for place in said.sayers if said else ():
        match = seen.matches.get(place)
        whose = typed[place - 1].endswith(("'s", "’s")) or typed[place + 1 : place + 2] == ("of",)
        if match is None or match.term.name or not whose or not is_person(typed[place]):
            continue
        inside = match.inside and match.factor >= WEAK and not match.kin
        if not inside and match.term.forms[0].stems[0] not in theirs:
            yield Lacking(Lack.SPEAKER, seen.shown([place]), open=True)


@only_where(lambda q: q.claims.said and q.claims.said.topic)
def topic(seen: Seen) -> Iterator[Lacking]:
    """Ask that "what did X say about the vaccine" is answered by words on the vaccine.

    A title that holds it is not enough: all that its document says would be on it.
    """
    asked = seen.question.claims.said
    places = [at for at in asked.topic if at in seen.matches] if asked else []
    leant_on = {s for text in seen.candidate.previous for s in filed_stems(text)}
    borne = any(seen.inside(at) or seen.matches[at].term.among(leant_on) for at in places)
    if places and not borne:
        yield Lacking(Lack.TOPIC, seen.shown(places), open=True)


def _theirs(seen: Seen, sayers: Sequence[int]) -> bool:
    """Tell whether "the head teacher" of a question says something in the fact.

    All words for them are its speaker's, or stand in a fact that tells of saying.
    """
    asked = [seen.matches[at] for at in sayers if at in seen.matches]
    said = seen.candidate.attribution
    named = f"{said.speaker or ''} {said.role or ''}" if said.sure else ""
    speaker = {word.stem for word in words(named)}
    told = tells(seen.evidence.text) or bool(seen.verbs)
    inside = told and all(bears(m) and m.inside and not m.kin for m in asked)
    # Of "the president of Torvia" the country may stand beside the fact.
    return inside or all(m.term.among(speaker) or (m.term.name and bears(m)) for m in asked)


def _speakers(seen: Seen) -> set[str]:
    return {word.stem for word in words(seen.candidate.attribution.speaker or "")}


def implied(seen: Seen, verb: int) -> bool:
    """Tell whether somebody's own words are what the verb calls them: "we will" is a promise."""
    asked = seen.question.lowered[verb]
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
