"""The cell of a table's row that answers: the one in the column which the question names."""

from collections.abc import Iterator, Sequence

from facts.answering.kinds import Kind
from facts.answering.matching import Match
from facts.answering.question import Question
from facts.answering.types import Candidate
from facts.text import words
from facts.types import FactKind, Span

_BETWEEN = " | "
_COLUMNS = {  # a column named by none of the question's words is known by these
    Kind.WHEN: frozenset({"date", "year", "open", "found", "built", "since", "day", "when"}),
    Kind.WHERE: frozenset({"place", "citi", "countri", "locat", "venue", "region", "town"}),
    Kind.WHO: frozenset({"oper", "owner", "name", "leader", "minist", "winner", "presid"}),
}


def answering_cell(question: Question, candidate: Candidate, found: Sequence[Match]) -> Span | None:
    """Return the cell whose head the question's words name best; None when it is not clear."""
    if candidate.kind is not FactKind.ROW:
        return None
    cells = list(cells_of(candidate))
    heads = candidate.headings[-len(cells) :]
    if len(cells) < 2 or len(heads) != len(cells):
        return None
    scored = sorted((_named(question, found, head), -at) for at, head in enumerate(heads) if at > 0)
    best = scored[-1]
    clear = best[0] > 0 and (len(scored) == 1 or scored[-2][0] < best[0])
    return cells[-best[1]] if clear else None


def cells_of(candidate: Candidate) -> Iterator[Span]:
    """Return where each cell of a row stands in its text, in order."""
    start = 0
    for cell in candidate.text.split(_BETWEEN):
        yield Span(start, start + len(cell))
        start += len(cell) + len(_BETWEEN)


def _named(question: Question, found: Sequence[Match], head: str) -> float:
    """Return the weight of the question's words that a column's head holds."""
    held = {word.stem for word in words(head)}
    named = sum(
        match.term.weight
        * max((f.factor for f in match.term.forms if held.issuperset(f.stems)), default=0.0)
        for match in found
    )
    return named or (0.1 if held & _COLUMNS.get(question.kind, frozenset()) else 0.0)
