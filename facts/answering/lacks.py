"""What a fact does not bear out of a question: then it may be shown, but never as the answer.

Each rule says "lacks" only where the words show it. What stands beside a fact (title, headings,
the sentence it leans on, its speaker) counts for it, unless the fact itself says otherwise.
"""

import re
from collections.abc import Iterator, Sequence, Set

from facts.answering import (
    accounts,
    amounts,
    complements,
    counts,
    identity,
    language,
    leftout,
    misread,
    modifiers,
    nameless,
    offices,
    otherclause,
    partial,
    rowasked,
    sorts,
    stocks,
    tenses,
    timing,
    told,
    undone,
)
from facts.answering.answered import cell, unanswered, wordless
from facts.answering.considered import Home, SmallName
from facts.answering.converses import converses, directions, doers
from facts.answering.counting import counted
from facts.answering.dates import AskedDate, Fit, fit, fit_beside
from facts.answering.doing import behind, deeds, leant_on, phrasal, subjects, undergone, whether
from facts.answering.evidence import Evidence
from facts.answering.extremes import extremes, first_times, rates, wholes
from facts.answering.formerly import formerly, newly, of_then, one_before
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.leaning import leaning
from facts.answering.lexicon import EMPTY_VERBS, WISHES
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
from facts.answering.named import in_small_letters, names, of_a_part, places, strangers
from facts.answering.numbered import numbers, ordinals, others
from facts.answering.opposites import (
    against,
    apiece,
    carried,
    no_longer,
    opponents,
    opposites,
    sexes,
)
from facts.answering.predicates import (
    agents,
    named_alone,
    no_one_else,
    owning,
    parts_of_names,
    said_twice,
)
from facts.answering.purposes import purposes, what_for
from facts.answering.question import Origin, Question
from facts.answering.reasons import reasons
from facts.answering.seen import (
    Lack,
    Lacking,
    Rule,
    Seen,
    asked_by,
    asking,
    bears,
    only_sense,
    only_where,
)
from facts.answering.sides import denied, roles
from facts.answering.spoken import implied, officers, speaker, topic
from facts.answering.successors import successors
from facts.answering.sums import sums, tolls, units
from facts.answering.types import Candidate
from facts.answering.unsaid import unsaid
from facts.answering.values import priced, spoken_of, values
from facts.answering.votes import voted
from facts.types import FactKind

_FROM_THEN = re.compile(r"\b(?:from|since|until|till|as of)\s$", re.IGNORECASE)


def rules_for(question: Question) -> list[Rule]:
    """Return the rules that can tell of a fact that it lacks what is asked: one, of letters."""
    return [identity.letters] if question.letters else asked_by(question, _OF_KIND[question.kind])


def lacks(
    rules: Sequence[Rule],
    question: Question,
    candidate: Candidate,
    evidence: Evidence,
    found: Sequence[Match],
    before: Set[int],
    home: Set[Home],
    small_names: tuple[SmallName, ...],
) -> tuple[Lacking, ...]:
    """Return what the fact does not bear out of the question by its rules, each thing once.

    `before` are the places of the question's words that the facts just before it hold, `home`
    the places and bodies of the question that its document is about.
    """
    seen = Seen(
        question, candidate, evidence, {m.term.place: m for m in found}, before, home, small_names
    )
    return tuple(dict.fromkeys([lacking for rule in rules for lacking in rule(seen)]))


@only_where(lambda q: q.claims.dates)
def _dates(seen: Seen) -> Iterator[Lacking]:
    candidate, counts = seen.candidate, seen.question.kind in QUANTITIES
    for asked in seen.question.claims.dates:
        own = fit(asked, candidate.moments, candidate.text)
        found = own
        if own is Fit.ABSENT:
            beside = (candidate.title, *candidate.headings, *candidate.leant_on)
            found = fit_beside(asked, filter(None, beside))
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


@only_where(lambda q: q.claims.verb is not None)
def _verb(seen: Seen) -> Iterator[Lacking]:
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    if match is None or _empty(seen, match) or phrasal(seen) or implied(seen, match.term.place):
        return
    if _cast(seen, match) or unsaid(seen, match.term.place):
        return
    if seen.question.kind is Kind.WHEN and begins_or_ends(match.term.word, seen.evidence):
        return
    if match.places and all(seen.evidence.dated(at) for at in match.places):
        yield Lacking(Lack.VERB, seen.shown([match.term.place]))  # "by the end of May" ends nothing
        return
    own = match.inside or _leans(seen, match) or seen.candidate.kind is FactKind.ROW
    # What is asked is told of the fact's own event, not of its title's.
    named = own or seen.question.kind in {Kind.SAID, Kind.NAME}
    held = bears(match) and not only_sense(match)
    if held and named and not _another_past(match, seen.evidence):
        return
    yield Lacking(Lack.VERB, seen.shown([match.term.place]))


def _leans(seen: Seen, match: Match) -> bool:
    """Tell whether a fact may leave its verb to what it leans on: of a count not to the title."""
    if not seen.candidate.dependent or seen.question.kind is not Kind.HOW_MANY:
        return seen.candidate.dependent
    return not any(map(seen.inside, seen.question.claims.counted)) or leant_on(seen, match)


_ACTING = word_set("play plays played portray portrays portrayed")
_AS = re.compile(r"\bas (?:the )?[A-Z]|[A-Z][\w.'’-]+ \([A-Z]")


def _cast(seen: Seen, match: Match) -> bool:
    """Tell who plays whom in a list of the cast: "Edda Varn as the Miller"."""
    return match.term.word in _ACTING and bool(_AS.search(seen.evidence.text))


def _empty(seen: Seen, match: Match) -> bool:
    """Tell whether any event answers the verb: "do", but of "want" only "want to"; not "go up"."""
    if any(form.origin is Origin.PHRASE for form in match.term.forms):
        return False
    if match.term.word not in WISHES:
        return match.term.word in EMPTY_VERBS or match.term.shown in EMPTY_VERBS
    after = match.term.place + 1
    return seen.question.lowered[after : after + 1] == ("to",)


def _another_past(match: Match, evidence: Evidence) -> bool:
    """Tell "felled" from "fell": alike in their stems, but other verbs."""
    asked = match.term.word
    own = asked.endswith("ed") and match.term.forms[0].stems[0] in language.irregular_pasts()
    held = {evidence.word_at(at) for at in match.places}
    return own and bool(held) and asked not in held and held <= language.irregular_pasts()


_RULES = (
    names,
    strangers,
    in_small_letters,
    of_a_part,
    numbers,
    ordinals,
    _dates,
    _verb,
    counted,
    places,
    *offices.RULES,
    successors,
    leaning,
    roles,
    converses,
    directions,
    doers,
    deeds,
    behind,
    subjects,
    whether,
    undergone,
    others,
    speaker,
    officers,
    topic,
    reasons,
    opposites,
    against,
    opponents,
    sexes,
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
    what_for,
    values,
    priced,
    spoken_of,
    *modifiers.RULES,
    formerly,
    of_then,
    one_before,
    voted,
    newly,
    wordless,
    cell,
    denied,
    unanswered,
    named_alone,
    agents,
    said_twice,
    no_one_else,
    owning,
    parts_of_names,
    wholes,
    extremes,
    rates,
    first_times,
    sums,
    units,
    tolls,
    *tenses.RULES,
    *told.RULES,
    *nameless.RULES,
    *undone.RULES,
    *timing.RULES,
    *misread.RULES,
    *amounts.RULES,
    *identity.RULES,
    *otherclause.RULES,
    *leftout.RULES,
    *counts.RULES,
    *stocks.RULES,
    *sorts.RULES,
    *complements.RULES,
    *partial.RULES,
    *rowasked.RULES,
    *accounts.RULES,
)
_OF_KIND = {kind: asking(kind, _RULES) for kind in Kind}
