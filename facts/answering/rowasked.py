"""Whether a table's row tells what is asked: of its own subject, by its own columns, that way."""

import re
from collections.abc import Iterator

from facts.answering.cells import answering_cell, cells_of
from facts.answering.kinds import EVERY, Kind
from facts.answering.lexicon import EMPTY_VERBS
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.values import by_column
from facts.text import words
from facts.types import Span

_BY = re.compile(r"\bby\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REMARK = 4  # words from which on a cell is a sentence and no name
_ALIKE = 4  # letters that a verb and a column's head share: "inspected", "Inspector"


@only_where(lambda q: q.claims.verb is not None, of={Kind.WHO})
def row_doers(seen: Seen) -> Iterator[Lacking]:
    """Tell the inspector of a row from who closed the place: no column, and no "by", says so."""
    verb = seen.question.claims.verb
    if verb is None or not by_column(seen) or _BY.search(seen.candidate.text):
        return
    asked = seen.question.lowered[verb]
    if asked in EMPTY_VERBS:
        return
    match = seen.matches.get(verb)
    forms = match.term.stems if match else set()
    heads = [w for head in seen.candidate.headings for w in words(head)]
    if not any(w.stem in forms or w.folded[:_ALIKE] == asked[:_ALIKE] for w in heads):
        yield Lacking(Lack.ROLE, seen.shown([verb]), open=True)


@only_where(of={Kind.YES_NO})
def row_statements(seen: Seen) -> Iterator[Lacking]:
    """Ask of "did the greens rule it out" that a row holds every word of it but its names."""
    if not by_column(seen):
        return
    plain = [m for m in seen.matches.values() if not (m.term.name or m.term.date)]
    missing = [m.term.place for m in plain if not seen.borne(m.term.place)]
    if missing:
        yield Lacking(Lack.VERB, seen.shown(missing), open=True)


@only_where(of=EVERY - {Kind.WHY, Kind.YES_NO, Kind.SAID})
def remarks(seen: Seen) -> Iterator[Lacking]:
    """Tell the score of a cafe from that of the firm which only its remarks name."""
    if not by_column(seen):
        return
    found = answering_cell(seen.question, seen.candidate, tuple(seen.matches.values()))
    if found is None:
        return
    for cell in cells_of(seen.candidate):
        remark = len(cell.of(seen.candidate.text).split()) >= _REMARK
        if remark and cell.start != found.start and _only_there(seen, cell):
            yield Lacking(Lack.NAME, seen.question.kind.in_words, open=True)


def _only_there(seen: Seen, cell: Span) -> bool:
    """Tell whether all that the row holds of the question is a name within a remark."""
    held = [seen.evidence.words[at] for at in seen.taken]
    text = seen.evidence.text
    return bool(held) and all(
        cell.start < word.start < cell.end and text[word.start].isupper() for word in held
    )


_WAY = re.compile(r"\bfrom (?:the )?(?P<one>\w+)(?: \w+)?? to (?:the )?(?P<other>\w+)")


@only_where(lambda q: _WAY.search(q.small))
def ways_back(seen: Seen) -> Iterator[Lacking]:
    """Tell the ferry from Sorn to Velden from the one back."""
    asked = _WAY.search(seen.question.small)
    if asked is None or not by_column(seen):
        return
    places = [seen.question.lowered.index(asked[side]) for side in ("one", "other")]
    one, other = (seen.inside(place) for place in places)
    if one and other and min(one) > max(other):
        yield Lacking(Lack.ROLE, seen.shown(places), open=True)


@only_where(lambda q: _YEAR.search(q.small))
def other_years(seen: Seen) -> Iterator[Lacking]:
    """Tell the asked year from those that stand above the cells of a row."""
    candidate, asked = seen.candidate, set(_YEAR.findall(seen.question.small))
    if not by_column(seen):
        return
    headed = {year for head in candidate.headings for year in _YEAR.findall(head)}
    told = headed.union(_YEAR.findall(candidate.text), _YEAR.findall(candidate.title or ""))
    if headed and asked.isdisjoint(told):
        yield Lacking(Lack.DATE, " ".join(sorted(asked)))


RULES: tuple[Rule, ...] = (row_doers, row_statements, remarks, ways_back, other_years)
