"""What a fact does not bear out of a question: then it may be shown, but never as the answer.

Each rule says "lacks" only where the words show it. What stands beside a fact (title, headings,
the sentence it leans on, its speaker) counts for it, unless the fact itself says otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from facts.answering import language
from facts.answering.answered import cell, unanswered, wordless
from facts.answering.counting import counted
from facts.answering.dates import AskedDate, Fit, fit, fit_beside
from facts.answering.doing import behind, deeds, phrasal, subjects, undergone, whether
from facts.answering.evidence import Evidence
from facts.answering.formerly import formerly, newly
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.leaning import leaning
from facts.answering.lexicon import EMPTY_VERBS, WISHES, geographic, peoples
from facts.answering.matching import Match
from facts.answering.measured import (
    ages,
    begins_or_ends,
    bounds,
    degrees,
    lastings,
    measures,
    origins,
    sizes,
)
from facts.answering.modifiers import modified
from facts.answering.offices import callings, offices
from facts.answering.opposites import against, apiece, carried, no_longer, opposites
from facts.answering.purposes import purposes
from facts.answering.question import Origin, Question
from facts.answering.reasons import reasons
from facts.answering.seen import Lack, Lacking, Seen, bears, only_sense
from facts.answering.sides import denied, doers, roles
from facts.answering.signs import NUMBER_WORDS
from facts.answering.spoken import implied, speaker, topic
from facts.answering.successors import successors
from facts.answering.tenses import capacities, coming, nowadays, overtaken
from facts.answering.told import another_one, causes, rumoured, timed_by, untold
from facts.answering.types import Candidate
from facts.answering.values import priced, spoken_of, values
from facts.answering.votes import voted
from facts.answering.wording import OTHER_WORDS
from facts.text import Word, words
from facts.types import FactKind, NameKind

_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)
_COUNTED_OFF = word_set(
    "stage phase round part chapter episode season group division line gate platform terminal unit "
    "reactor volume act scene level grade district zone ward room page article section game leg"
)
_FROM_THEN = re.compile(r"\b(?:from|since|until|till|as of)\s$", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:in|at|near|inside|outside|around|across|throughout|of|from|to|on)\s(?:the\s|central\s"
    r"|(?:north|south|east|west)(?:ern|-?(?:east|west)(?:ern)?)?\s)?$",
    re.IGNORECASE,
)


def lacks(
    question: Question, candidate: Candidate, evidence: Evidence, found: Sequence[Match]
) -> tuple[Lacking, ...]:
    """Return what the fact does not bear out of the question, each thing once."""
    seen = Seen(question, candidate, evidence, {m.term.place: m for m in found})
    return tuple(dict.fromkeys(lacking for rule in _RULES for lacking in rule(seen)))


def _names(seen: Seen) -> Iterator[Lacking]:
    dated = seen.question.claims.dated
    for place, match in seen.matches.items():
        if match.term.name and place not in dated and not match.term.frame:
            spelt = match.origin not in OTHER_WORDS and not match.kin
            if not (bears(match) and spelt):
                maybe = match.factor > 0 or _documents(seen, match)
                yield Lacking(Lack.NAME, seen.shown([place]), open=maybe)


def _documents(seen: Seen, match: Match) -> bool:
    """Tell whether a fact names nobody and no place, and its document holds the name elsewhere."""
    held = frozenset(seen.candidate.nearby)
    return not seen.evidence.names and match.term.among(held)


def _numbers(seen: Seen) -> Iterator[Lacking]:
    for place, match in seen.matches.items():
        if match.term.number and place not in seen.question.claims.dated and not match.factor:
            held = {figure.low for figure in seen.candidate.figures}
            if _value(match.term.word) not in held:
                yield Lacking(Lack.NUMBER, seen.shown([place]))


def _ordinals(seen: Seen) -> Iterator[Lacking]:
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
        held = [(at, seen.evidence.words[at].folded) for at in seen.inside(place)]
        # "The fourth stage", "stage four", "the second line of the metro", but not "four stages".
        heads = [m for p in (place + 1, place + 2) if (m := seen.matches.get(p)) and m.places]
        nouns = [n for m in heads for n in m.places]
        before = {n - at for n in nouns for at, word in held if _ORDINAL.fullmatch(word)}
        after = {at - n for n in noun.places for at, _ in held}
        if not before & {1, 2} and 1 not in after:
            yield Lacking(Lack.NUMBER, seen.shown([place]))


_OTHER = word_set("other another others else")
_NOT_THE_FIRST = _OTHER | word_set(
    "second third two three four both also besides too and younger elder older former latter more"
)


def _others(seen: Seen) -> Iterator[Lacking]:
    """Ask that "her other son" is not the only one a fact speaks of."""
    asked = seen.asked(_OTHER)
    if asked and not _NOT_THE_FIRST & seen.evidence.folded:
        yield Lacking(Lack.NUMBER, seen.shown([asked[0], asked[0] + 1]))


def _value(folded: str) -> float | None:
    try:
        return float(folded.replace(",", ""))
    except ValueError:
        return None


def _dates(seen: Seen) -> Iterator[Lacking]:
    candidate, counts = seen.candidate, seen.question.kind in QUANTITIES
    for asked in seen.question.claims.dates:
        own = fit(asked, candidate.moments, candidate.text)
        found = own
        if own is Fit.ABSENT:
            found = fit_beside(asked, _beside(candidate))
            day = candidate.published
            first, last = asked.moment.earliest, asked.moment.latest
            if asked.relative and day and first and last and first <= day <= last:
                found = Fit.GIVEN
        # A day's number is not the year's, but a day's meeting was held in the year; what holds
        # from a day of April holds from April.
        since = _FROM_THEN.search(seen.question.text[: asked.moment.start])
        good = {Fit.GIVEN} if counts and not since else {Fit.GIVEN, Fit.FINER}
        if found not in good:
            maybe = found in {Fit.OPEN, Fit.FINER, Fit.WIDER} or _same_words(asked, candidate)
            yield Lacking(Lack.DATE, asked.moment.text, open=maybe)


def _same_words(asked: AskedDate, candidate: Candidate) -> bool:
    """Tell whether "next year" is asked as the fact says it: then it may be the fact's next."""
    said = asked.moment.text.casefold()
    return asked.relative and any(moment.text.casefold() == said for moment in candidate.moments)


def _beside(candidate: Candidate) -> tuple[str, ...]:
    return tuple(t for t in (candidate.title, *candidate.headings, *candidate.leant_on) if t)


def _verb(seen: Seen) -> Iterator[Lacking]:
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    if match is None or _empty(seen, match) or phrasal(seen) or implied(seen, match.term.place):
        return
    if seen.question.kind is Kind.WHEN and begins_or_ends(match.term.word, seen.evidence):
        return
    if match.places and all(seen.evidence.dated(at) for at in match.places):
        yield Lacking(Lack.VERB, seen.shown([match.term.place]))  # "by the end of May" ends nothing
        return
    own = match.inside or seen.candidate.dependent or seen.candidate.kind is FactKind.ROW
    # What is asked is told of the fact's own event, not of its title's.
    named = own or seen.question.kind in {Kind.SAID, Kind.NAME}
    held = bears(match) and not only_sense(match)
    if held and named and not _another_past(match, seen.evidence):
        return
    yield Lacking(Lack.VERB, seen.shown([match.term.place]))


def _empty(seen: Seen, match: Match) -> bool:
    """Tell whether any event answers the verb: "do", but of "want" only "want to"; not "go up"."""
    if any(form.origin is Origin.PHRASE for form in match.term.forms):
        return False
    if match.term.word not in WISHES:
        return match.term.word in EMPTY_VERBS or match.term.shown in EMPTY_VERBS
    after = match.term.place + 1
    return seen.question.lowered[after : after + 1] == ("to",)


def _another_past(match: Match, evidence: Evidence) -> bool:
    """Tell "founded" from "found": alike in their stems, but other verbs."""
    asked = match.term.word
    own = asked.endswith("ed") and match.term.forms[0].stems[0] in language.irregular_pasts()
    held = {evidence.words[at].folded for at in match.places}
    return own and bool(held) and asked not in held and held <= language.irregular_pasts()


def _places(seen: Seen) -> Iterator[Lacking]:
    """Ask that what is asked of a place happened there: "in Armenia" is not "Armenian attacks"."""
    evidence = seen.evidence
    for place in seen.question.claims.located:
        at = seen.inside(place)
        if at:
            held = [evidence.words[i] for i in at]
            if all(_only_people(evidence.text, word) for word in held):
                yield Lacking(Lack.PLACE, seen.shown([place]))
        elif seen.borne(place) and _several_places(seen):
            yield Lacking(Lack.PLACE, seen.shown([place]))


def _only_people(text: str, word: Word) -> bool:
    """Tell a demonym from a place: "Armenian attacks", but not "in German"."""
    people = word.folded.removesuffix("'s") in peoples()
    return people and not _PLACED.search(text[: word.start])


def _several_places(seen: Seen) -> bool:
    """Tell whether the fact places itself elsewhere, or its title names several places."""
    own = any(
        n.kind is NameKind.PLACE and _PLACED.search(seen.candidate.text[: n.start])
        for n in seen.candidate.names
    )
    return own or _geographic_in(seen.candidate.title or "") > 1


@lru_cache(maxsize=4_000)
def _geographic_in(title: str) -> int:
    return len({w.folded for w in words(title)} & geographic())


_RULES = (
    _names,
    _numbers,
    _ordinals,
    _dates,
    _verb,
    counted,
    _places,
    offices,
    callings,
    successors,
    leaning,
    roles,
    doers,
    deeds,
    behind,
    subjects,
    whether,
    undergone,
    _others,
    speaker,
    topic,
    causes,
    reasons,
    untold,
    rumoured,
    another_one,
    timed_by,
    opposites,
    against,
    no_longer,
    apiece,
    carried,
    measures,
    ages,
    bounds,
    sizes,
    degrees,
    origins,
    lastings,
    purposes,
    values,
    priced,
    spoken_of,
    modified,
    formerly,
    capacities,
    nowadays,
    coming,
    overtaken,
    voted,
    newly,
    wordless,
    cell,
    denied,
    unanswered,
)
