"""Whether a fact's day or time is the one asked: of the end and not the start, by the clock."""

import re
from collections.abc import Iterator
from itertools import pairwise

from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.spoken import days_of_saying
from facts.extraction.datelines import dateline
from facts.types import FactKind

_ENDING = word_set("end ends ended ending finish finished finishes over expire expires completed")
_ENDS = re.compile(
    r"\b(?:until|till|through|end(?:s|ed|ing)?|last(?:s|ed|ing)?|for (?!the)[\w ]{1,20}?(?:day|week"
    r"|month|year|hour|night)s?|expir\w+|complet\w+|finish\w*|(?:is|be|was|are|were) over|clos\w+"
    r"|conclu\w+|ready|done|by"
    r"|lift\w*|return\w*|resum\w+|reopen\w*|call\w* off|suspend\w*|halt\w*|take|takes"
    r"|[\w-]+-(?:minute|hour|day|week|month|year)s?)\b|\d ?[–-] ?\d",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)|\b\d{1,2} ?(?:[ap]\.?m|o['’]clock|h\b|hrs?\b|hours\b)|\b(?:noon"
    r"|midnight"
    r"|midday|dawn|dusk|sunrise|sunset|morning|evening|afternoon|night|lunch\w*|o['’]clock"
    r"|\d{4} ?(?:GMT"
    r"|hrs|hours|UTC))\b",
    re.IGNORECASE,
)
_WHAT_TIME = re.compile(r"\b(?:what|which) time\b(?! of (?:the )?year)")
_SO_FAR = re.compile(r"how long (?:has|have)\b")


def _asks_end(question: Question) -> bool:
    typed = question.lowered
    return question.kind is Kind.WHEN and typed[0] in {"when", "by"} and typed[-1] in _ENDING


@only_where(_asks_end)
def endings(seen: Seen) -> Iterator[Lacking]:
    """Ask of "when will it be finished" that the fact tells of an end, and not of the start."""
    if not _ENDS.search(seen.evidence.text) and seen.candidate.kind is not FactKind.ROW:
        yield Lacking(Lack.VERB, seen.question.lowered[-1], open=True)


@only_where(lambda q: _WHAT_TIME.search(q.small))
def clocks(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what time" a time of the day: a date alone is none."""
    if not _CLOCK.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "what time", open=True)


_SPAN = re.compile(
    r"\b(?:this|the) (?:season|campaign|term|series|tournament|year)\b|\bso far\b|\bin all\b"
)
_TOLD_SPAN = re.compile(
    r"\b(?:season|campaign|term|series|tournament|year|so far|in all|total|overall|since|now"
    r"|already"
    r"|tally|record|career|top\w*|\d+(?:st|nd|rd|th)|[a-z]+(?:th|rst|cond|hird)|all|altogether"
    r"|have|has"
    r"|\d{4})\b",
    re.IGNORECASE,
)
_GOALS = word_set("goals tries runs points wickets wins caps titles medals games matches times")


@only_where(lambda q: q.holds(_GOALS) and _SPAN.search(q.small), of={Kind.HOW_MANY})
def tallies(seen: Seen) -> Iterator[Lacking]:
    """Tell two tries of one match from those of a season."""
    if not _TOLD_SPAN.search(seen.evidence.text) and seen.candidate.kind is not FactKind.ROW:
        yield Lacking(Lack.DATE, "", open=True)


_BESIDE_THE_POINT = re.compile(
    r"\b(?:for|over|of|about|after|before|against|accus\w+ of|from|by)(?: \w+ly)? $", re.IGNORECASE
)


@only_where(lambda q: q.claims.verb is not None, of={Kind.WHEN})
def other_days(seen: Seen) -> Iterator[Lacking]:
    """Tell the day of a fine "for overcharging" from the day of the overcharging."""
    verb, held = seen.question.claims.verb, seen.verbs
    text, words = seen.evidence.text, seen.evidence.words
    if verb is None or not held or seen.question.lowered[verb].endswith("ing"):
        return
    if all(
        words[at].folded.endswith("ing")
        and _BESIDE_THE_POINT.search(text[: words[at].start])
        and not any(date.start > words[at].start for date in seen.evidence.dates)
        for at in held
    ):
        yield Lacking(Lack.DATE, seen.shown([verb]), open=True)


_JOINED = re.compile(r",? and |, ")
_EACH = re.compile(r"\b(?:each|apiece|respectively|both)\b")


@only_where(lambda q: any(t.name for t in q.terms), of={Kind.HOW_MANY, Kind.HOW_MUCH})
def shares_of_many(seen: Seen) -> Iterator[Lacking]:
    """Tell the towers in Osthavn, Lorn and Skarland together from those in Lorn."""
    evidence, text = seen.evidence, seen.evidence.text
    if seen.candidate.kind is FactKind.ROW or _EACH.search(text):
        return
    asked = seen.named
    for name, after in pairwise(evidence.names):
        joined = _JOINED.fullmatch(text, name.end, after.start)
        one, other = set(evidence.within(name)), set(evidence.within(after))
        counted = [n for n in evidence.undated if n.start < name.start]
        if len(counted) == 1 and joined and bool(one & asked) != bool(other & asked):
            known = one if one & asked else other
            yield Lacking(Lack.NUMBER, " ".join(evidence.word_at(at) for at in known), open=True)
            return


@only_where(lambda q: _SO_FAR.match(q.small), of={Kind.HOW_LONG})
def until_when(seen: Seen) -> Iterator[Lacking]:
    """Tell "until September" from how long something has gone on."""
    text = seen.evidence.text
    lasting = [*seen.evidence.durations, *seen.evidence.lengths]
    if lasting and all(_UNTIL.match(text, span.start) for span in lasting):
        yield Lacking(Lack.ANSWER, "how long", open=True)


_UNTIL = re.compile(r"(?:until|till|to|through)\b", re.IGNORECASE)
_BECOMES = word_set("become became join joined appointed")
_LEFT = re.compile(r"\b(?:left|resign\w*|stepped down|retir\w+|quit|sacked|ousted|died)\b")
_CAME = re.compile(
    r"\b(?:becom\w+|became|since|appoint\w*|join\w*|elect\w*|took|take\w*|named|succeed\w*"
    r"|replac\w*"
    r"|sworn|from|for)\b"
)


@only_where(lambda q: q.holds(_BECOMES), of={Kind.WHEN})
def leaving_days(seen: Seen) -> Iterator[Lacking]:
    """Tell the day on which somebody left from the day on which they came."""
    if _LEFT.search(seen.evidence.text) and not _CAME.search(seen.evidence.text):
        yield Lacking(Lack.VERB, "when", open=True)


@only_where(lambda q: not q.claims.dates, of={Kind.WHEN})
def datelines(seen: Seen) -> Iterator[Lacking]:
    """Tell the day of a report, and of somebody's saying so, from that of what it tells of."""
    evidence, line = seen.evidence, dateline(seen.evidence.text)
    if line is None:
        return
    said = days_of_saying(evidence, seen.taken)
    if not any(date.start >= line.end and date not in said for date in evidence.dates):
        yield Lacking(Lack.ANSWER, "when", open=True)


_MADE = (
    r"founded|opened|built|rebuilt|established|created|formed|launched|started|set up|began|begun"
    r"|introduced|incorporated|restored|renovated|completed|born|bought|acquired|sold|signed|moved"
)
_MADE_IN = re.compile(
    rf"\b(?:{_MADE})(?: there| here)?,? (?:(?:back|early|late) )?in (?:\w+ )?$", re.IGNORECASE
)
_MAKING = word_set(
    "found founded founding open opened opening build built rebuild establish established create "
    "created form formed launch launched start started set begin began introduce introduced first "
    "restore restored complete completed born buy bought acquire acquired sell sold sign signed"
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")


def _asks_of_year(question: Question) -> bool:
    counted = question.kind in {Kind.HOW_MANY, Kind.HOW_MUCH} and not question.holds(_MAKING)
    return counted and any(_YEAR.fullmatch(term.word) for term in question.terms)


@only_where(_asks_of_year)
def years_of_making(seen: Seen) -> Iterator[Lacking]:
    """Tell "founded in 1926, it has 6,100 workers" from how many there were in 1926."""
    text, words = seen.evidence.text, seen.evidence.words
    asked = {words[at].start for at in seen.taken}
    for place, match in seen.matches.items():
        if _YEAR.fullmatch(match.term.word) and match.places:
            made = [_MADE_IN.search(text[: words[at].start]) for at in match.places]
            if all(found and found.start() not in asked for found in made):
                yield Lacking(Lack.DATE, seen.shown([place]))


_AT_ONCE = word_set(
    "born founded established elected appointed arrested killed died die signed married discovered "
    "stolen invented launched struck sacked fired hired murdered shot attacked jailed convicted"
)
_UP_TO = re.compile(r"\b(?:until|till|up to|since)(?: \w+)? $", re.IGNORECASE)


@only_where(lambda q: (q.kind is Kind.WHEN or "year" in q.lowered[:2]) and q.holds(_AT_ONCE))
def ends_of_others(seen: Seen) -> Iterator[Lacking]:
    """Tell "born in Velden, she taught there until 2006" from when she was born."""
    text, dates = seen.evidence.text, seen.evidence.dates
    if dates and all(_UP_TO.search(text[: date.start]) for date in dates):
        yield Lacking(Lack.ANSWER, "when")


RULES: tuple[Rule, ...] = (
    ends_of_others,
    years_of_making,
    until_when,
    leaving_days,
    datelines,
    endings,
    clocks,
    tallies,
    other_days,
    shares_of_many,
)
