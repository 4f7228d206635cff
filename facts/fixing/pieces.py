"""Facts cut apart and joined: always exact slices of their reading."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from facts.errors import BriefingError
from facts.extraction.context import is_dependent
from facts.extraction.sentences import sentences
from facts.types import Attribution, Basis, FactDraft, FactKind, Figure, Moment, Name, Span

_WORD = re.compile(r"\w")
_CLAUSE = re.compile(r";\s+|[,—–]\s+(?=(?:and|but|while|whereas|which|who)\b)|\s[—–]\s")
_HOLDS_ON = {"\u200d", "\ufe0f", "\u20e3"}  # signs that make one emoji of several code points
_ALONE = frozenset({FactKind.CAPTION, FactKind.ROW})
MOST_CUTS = 6
Mark = TypeVar("Mark", Moment, Figure, Name)


class FixRefused(BriefingError):
    """A fact cannot be put right in this way."""


def cut(draft: FactDraft, at: int) -> tuple[FactDraft, FactDraft]:
    """Return the two facts on either side of a character position of a fact's words.

    The second leans on the first where it begins so. Raises FixRefused when a part would hold no
    word, or a word would be cut.
    """
    text = draft.text
    if not 0 < at < len(text) or not _WORD.search(text[:at]) or not _WORD.search(text[at:]):
        raise FixRefused("One part would be empty: cut where both sides keep words.")
    if not _may_cut(text, at):
        raise FixRefused("That would cut a word apart: cut between two words.")
    first, second = _piece(draft, 0, at), _piece(draft, at, len(text))
    leans = draft.kind not in _ALONE and is_dependent(second.text)
    context = replace(
        draft.context, previous=(first.span,) if leans else (), dependent=leans, lead_in=None
    )
    kept = draft.context if draft.kind in _ALONE else context
    return first, replace(second, context=kept)


def joined(one: FactDraft, other: FactDraft, reading_text: str) -> FactDraft:
    """Return two neighbours of one passage as one fact.

    Said by two, it is nobody's for sure until a person says whose. Raises FixRefused when they
    stand in different passages.
    """
    if one.block != other.block:
        raise FixRefused("Only facts of one passage can be joined; these stand apart.")
    span = Span(one.span.start, other.span.end)
    by = other.span.start - one.span.start
    return replace(
        one,
        text=span.of(reading_text),
        span=span,
        attribution=_together(one.attribution, other.attribution),
        moments=(*one.moments, *_moved(other.moments, by)),
        figures=(*one.figures, *_moved(other.figures, by)),
        names=(*one.names, *_moved(other.names, by)),
        external_id=one.external_id or other.external_id,
        topic=one.topic or other.topic,
        url=one.url or other.url,
    )


def cuts(text: str) -> tuple[int, ...]:
    """Return where a fact may be cut: between its sentences first, then between its clauses."""
    ends = [span.start for span in sentences(text)][1:]
    clauses = [match.end() for match in _CLAUSE.finditer(text)]
    fit = [at for at in dict.fromkeys((*ends, *clauses)) if _is_cut(text, at)]
    return tuple(sorted(fit[:MOST_CUTS]))


def _is_cut(text: str, at: int) -> bool:
    both = _WORD.search(text[:at]) and _WORD.search(text[at:])
    return bool(both) and 0 < at < len(text) and _may_cut(text, at)


def _may_cut(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after) or after in _HOLDS_ON or before == "\u200d":
        return False
    return not (_WORD.match(before) and _WORD.match(after))


def _piece(draft: FactDraft, start: int, end: int) -> FactDraft:
    words = draft.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    span = Span(draft.span.start + start, draft.span.start + end)
    return replace(
        draft,
        text=draft.text[start:end],
        span=span,
        moments=_inside(draft.moments, start, end),
        figures=_inside(draft.figures, start, end),
        names=_inside(draft.names, start, end),
    )


def _inside(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    # A day of the whole fact, which no words of it tell, holds for each part.
    held = (m for m in marks if m.start == m.end == 0 or (start <= m.start and m.end <= end))
    return tuple(m if m.start == m.end == 0 else _moved((m,), -start)[0] for m in held)


def _moved(marks: Iterable[Mark], by: int) -> tuple[Mark, ...]:
    return tuple(replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks)


def _together(one: Attribution, other: Attribution) -> Attribution:
    if (one.speaker, one.sure) == (other.speaker, other.sure):
        return one
    basis = other.basis if one.basis is Basis.DOCUMENT else one.basis
    return Attribution(None, None, basis, sure=False)
