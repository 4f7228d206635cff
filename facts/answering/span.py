"""The shortest run of a fact's words that answers: never words that are not in the fact."""

import re
from collections.abc import Sequence

from facts.answering.cells import answering_cell
from facts.answering.evidence import Evidence, prepare
from facts.answering.identity import asks_identity, is_about_name, told_of
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import is_english, word_set
from facts.answering.matching import Match, matches, sought
from facts.answering.money import SIGNED
from facts.answering.nearest import nearest, of_its_clause, of_its_time
from facts.answering.objects import doer_of, figure_of, object_of
from facts.answering.offers import answering_spans, fresh, settings
from facts.answering.owndates import of_asked_date
from facts.answering.question import Question
from facts.answering.spoken import days_of_saying
from facts.answering.successors import without_leaving
from facts.answering.types import Candidate
from facts.types import FactKind, Span

_QUALIFIER = re.compile(
    r"(?:at least|at most|more than|less than|fewer than|up to|about|around|approximately|nearly|"
    r"almost|over|under|some|roughly|an estimated|estimated|only|between|just over|just under|"
    r"as many as|no more than|no fewer than|well over|close to)\s+$",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?:[ -](?:hundred|thousand|million|billion|trillion|bn|m|per ?cent|percent)\b|%"
    r"|[ –-](?:(?:and|to|or) )?[$€£]?\d+(?:[.,]\d+)*\b)+",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|to|from|outside|across|around|into|on|of)(?: the)? $", re.IGNORECASE
)
_OWNED_BY = re.compile(r"[a-z] (?:of|for) (?:the )?$")
_UNIT = re.compile(r"[ -][^\W\d_]+")
_QUOTE = re.compile(r"[\"“«][^\"“”«»]{3,}[\"”»]")
_REASON = re.compile(
    r"\b(?:because|due to|owing to|in order to|so that|as a result of|to avoid|to prevent|"
    r"to ensure|thanks to)\b[^.;]*",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r",[\"”]?\s(?:(?:[\w’'().-]+\s){1,8}?(?:said|says|announced|added|told|warned|explained|stated)\b"
    r"|according\sto\b)[^,;]*[.]?$"
)
_SAYING = word_set("say said says tell told speak spoke talk talked state stated claim claimed")
_SAID = r"(?:said|says|told|added|stated|stressed|noted|claimed|argued|warned|explained|announced)"
_REPORTED = re.compile(
    rf"\b(?:{_SAID}|denie[sd]|insisted)"
    r"(?: (?:reporters|[A-Z]\w+|(?:the|a) \w+|parliament|members))?"
    r"(?: on [A-Z]\w+day)?(?: that)? (?P<words>[^.]*[^.\s]+(?:\.\w[^.]*)*)"
)
_SAID_BEFORE = re.compile(rf"\b{_SAID}(?: (?:the )?[\w' ]{{0,40}})?$")
_SAID_AFTER = re.compile(rf",?(?: \w+){{0,2}} {_SAID}\b")
_AND = re.compile(r",? and |, | & | or ")
_NOT_A_UNIT = word_set(
    "in of on at by for from to and or but with the a an was were is are had has have as than "
    "after before since when who which that it he she they while during into over under between"
)


def answer_spans(
    question: Question, candidate: Candidate, known: Sequence[Match] | None = None
) -> tuple[Span, ...]:
    """Return the words that answer, the best first, then what is listed together with them.

    `known` tells how the candidate holds the question's terms, where that was found before.
    """
    evidence, text = prepare(candidate), candidate.text
    found = matches(sought(question.terms), evidence) if known is None else known
    cell = answering_cell(question, candidate, found)
    if cell is not None:
        return (cell,)
    who = told_of(question, evidence, found) if asks_identity(question) else None
    if who or is_about_name(question, evidence, found):
        return (who,) if who else ()
    if question.kind is Kind.WHAT:
        figure = figure_of(question, candidate, evidence, found)
        done = object_of(question, evidence, found)
        done = done or (_whole_figure(candidate, figure) if figure else None)
        return (done,) if done else ()
    if question.kind in _PATTERNS:
        first = _PATTERNS[question.kind].search(_without_teller(text))
        if first is None and question.kind is Kind.SAID:
            reported = _REPORTED.search(text)
            return (Span(*reported.span("words")),) if reported else ()
        return (Span(first.start(), len(text[: first.end()].rstrip())),) if first else ()
    taken = sorted({p for m in found for p in m.places})
    offered = _offered(question, candidate, evidence, taken)
    if question.kind in QUANTITIES:
        offered = list(of_its_clause(offered, question, evidence, found))
    best = doer_of(question, evidence, found) or _best(
        question, candidate, evidence, offered, taken
    )
    if best is None and question.kind is Kind.WHO and not question.claims.doer_asked:
        # "Who is the daughter of Roke" is answered by "Maren Roke".
        where = settings(candidate)
        named = (span for span in evidence.names if span not in where)
        partly = [span for span in named if fresh(span, evidence, taken)]
        partly = without_leaving(question, text, partly)
        best = _best(question, candidate, evidence, partly, taken)
    if best is None or (question.kind is Kind.WHO and _accuses(text, best, evidence, taken)):
        return ()
    if question.kind in QUANTITIES:
        return (_whole_figure(candidate, best),)
    return (best, *_listed_with(text, best, _of_one_kind(candidate, best, offered)))


def _without_teller(text: str) -> str:
    """Leave out who tells a reason behind it: "because it rains, the mayor said on Monday"."""
    told = _TOLD_BY.search(text)
    return text[: told.start()] if told else text


def _accuses(text: str, who: Span, evidence: Evidence, taken: Sequence[int]) -> bool:
    """Tell that somebody only charges another with what is asked: "Roe accused them of lying"."""
    charge = _CHARGE.match(text, who.end)
    if charge is None:
        return False
    charged = set(evidence.within(Span(charge.end(), len(text))))
    return bool(charged) and charged.issuperset(taken)


def _offered(
    question: Question, candidate: Candidate, evidence: Evidence, taken: Sequence[int]
) -> list[Span]:
    """Return the runs of the kind asked for that say more than the question, and can be meant."""
    # "About 300 fishing boats" answers "how many fishing boats": its unit may be asked with.
    asked = all if question.kind in QUANTITIES else any
    offered = [
        span
        for span in answering_spans(question.kind, evidence)
        if not asked(place in taken for place in evidence.within(span))
    ]
    if question.kind is Kind.WHO:
        placing = settings(candidate)
        offered = [span for span in offered if span not in placing]
        offered = without_leaving(question, candidate.text, offered)
    if question.kind is Kind.WHEN:
        spoken = days_of_saying(evidence, taken)
        offered = [span for span in offered if span not in spoken] or offered
        offered = list(of_its_time(offered, question, candidate))
    if question.kind in QUANTITIES:
        offered = [span for span in offered if not _in_a_date(span, evidence)]
        offered = _amounts(question, candidate, evidence, offered, taken)
        if question.claims.dates:
            return of_asked_date(question.claims.dates, candidate, offered)
        offered = _not_former(question, candidate.text, offered)
    return offered


def _whole_figure(candidate: Candidate, span: Span) -> Span:
    """Return a figure with its qualifier and unit, as extraction found it or as it is written."""
    figure = any((f.start, f.end) == (span.start, span.end) for f in candidate.figures)
    return span if figure else _widened(candidate.text, span)


def _of_one_kind(candidate: Candidate, best: Span, offered: Sequence[Span]) -> list[Span]:
    """Return the runs that name the same sort of thing: a person is not listed with a country."""
    kinds = {(name.start, name.end): name.kind for name in candidate.names}
    own = kinds.get((best.start, best.end))
    return [s for s in offered if s == best or kinds.get((s.start, s.end)) is own]


_CHARGE = re.compile(
    r"[^.;]{0,30}?\b(?:accus|blam|suspect|charg|convict|acquit|clear|warn|prevent|stop)\w*\s"
    r"[^.;,]{1,80}?\s(?:of|for|with|over|from|against)\s"
)
_COSTING = word_set("cost costs costing price prices pay paid spend spent worth fined budget")
_MONEY = re.compile(
    rf"{SIGNED}|[$€£¥₹₽₴]|\b(?:dollars?|euros?|pounds?|crowns?|yen|yuan|rupees?|roubles?|rubles?|francs?|"
    r"pesos?|lira|shekels?|dirhams?|USD|EUR|GBP|CHF)\b",
    re.IGNORECASE,
)
_PATTERNS = {Kind.SAID: _QUOTE, Kind.WHY: _REASON}


def _amounts(
    question: Question,
    candidate: Candidate,
    evidence: Evidence,
    offered: list[Span],
    taken: Sequence[int],
) -> list[Span]:
    """Return the quantities that can be meant: money for a cost, a time only when asked for one.

    Of a table's row with several numbers none is marked: its columns are not told apart here.
    """
    if candidate.kind is FactKind.ROW and len(offered) > 1:
        return []
    if question.kind is Kind.HOW_LONG:
        return offered
    lasting = [
        span
        for span in evidence.durations
        if not any(place in taken for place in evidence.within(span))
    ]
    offered = [s for s in offered if not any(d.start <= s.start < d.end for d in lasting)]
    if _COSTING.intersection(term.word for term in question.terms):
        return [s for s in offered if _MONEY.search(_around(candidate.text, s))] or offered
    return offered


_FORMER = re.compile(
    r"\b(?:from|against|versus|compared (?:with|to))\s(?:(?:a|an|the|its|about|around|nearly|over"
    r"|some|just|previous|earlier|record)\s){0,2}[$€£]?$"
)
_ASKS_FORMER = word_set("before previous previously earlier former formerly was were used from")


def _not_former(question: Question, text: str, offered: list[Span]) -> list[Span]:
    """Leave out what was overtaken, "from 120 to 150", unless the question looks back."""
    if not _ASKS_FORMER.isdisjoint(question.lowered):
        return offered
    return [s for s in offered if not _FORMER.search(text[: s.start])] or offered


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 2) : _widened(text, span).end]


def _in_a_date(span: Span, evidence: Evidence) -> bool:
    """Tell whether a number belongs to a date: "28 October" is not how long or how many."""
    return any(date.start < span.end and span.start < date.end for date in evidence.dates)


def _best(
    question: Question,
    candidate: Candidate,
    evidence: Evidence,
    offered: Sequence[Span],
    taken: Sequence[int],
) -> Span | None:
    text = candidate.text
    if question.kind is Kind.WHERE:
        offered = [span for span in offered if _BEFORE_PLACE.search(text[: span.start])]
        # Of "the ministers of Velden signed it in Sorn" Sorn is where.
        offered = [s for s in offered if not text[: s.start].endswith("of ")] or offered
    if question.kind is Kind.WHO:
        if _SAYING.intersection(term.word for term in question.terms):
            return _speaker(candidate, offered)
        persons = [span for span in offered if not _describes(text, span)]
        offered = persons or offered
        # Of "Ilse Brandt, head of the Velden Bank" the bank is nobody.
        offered = [s for s in offered if not _OWNED_BY.search(text[: s.start])] or offered
    return nearest(offered, evidence, taken)


def _speaker(candidate: Candidate, offered: Sequence[Span]) -> Span | None:
    """Return the speaker's name in the fact: as attributed, else beside a word of saying."""
    said = candidate.attribution
    at = candidate.text.find(said.speaker) if said.speaker and said.sure else -1
    if said.speaker and at >= 0:
        return Span(at, at + len(said.speaker))
    text = candidate.text
    beside = (
        span
        for span in offered
        if _SAID_AFTER.match(text, span.end) or _SAID_BEFORE.search(text[: span.start])
    )
    return next(beside, None)


def _describes(text: str, span: Span) -> bool:
    """Tell whether a name only describes what follows ("Armenian leaders") or is an initial."""
    following = re.match(r" ([^\W\d_]+)", text[span.end :])
    adjective = re.search(r"(?:[aei]an|ese|ish|[rnlqt]i)$", span.of(text))
    lower = following and following[1].islower() and is_english(following[1])
    plain = bool(adjective and lower and following and following[1] not in _NOT_A_UNIT)
    return span.end - span.start == 1 or plain


def _listed_with(text: str, best: Span, offered: Sequence[Span]) -> list[Span]:
    """Return the runs that stand in one list with `best`, in the order of the text."""
    ordered = sorted(offered, key=lambda span: span.start)
    if best not in ordered:
        return []
    first = last = ordered.index(best)
    while first > 0 and _AND.fullmatch(text[ordered[first - 1].end : ordered[first].start]):
        first -= 1
    while last + 1 < len(ordered) and _AND.fullmatch(
        text[ordered[last].end : ordered[last + 1].start]
    ):
        last += 1
    return [span for span in ordered[first : last + 1] if span != best]


def _widened(text: str, span: Span) -> Span:
    """Take in the qualifier before a number, and its scale and unit after it."""
    qualifier = _QUALIFIER.search(text[: span.start])
    start = qualifier.start() if qualifier else span.start
    scale = _SCALE.match(text, span.end)
    end = scale.end() if scale else span.end
    unit = _UNIT.match(text, end)
    if unit and unit.group()[1:].casefold() not in _NOT_A_UNIT:
        end = unit.end()
    return Span(start, end)
