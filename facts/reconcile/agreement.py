"""Whether the names, periods, speakers and surroundings of two statements agree."""

import re
from collections.abc import Sequence

from facts.reading.wordlist import word_list
from facts.reconcile.statement import Statement
from facts.text import fold, words
from facts.types import Attribution, Direction, Moment, Name

_AS_OF = re.compile(r"\b(?:as of|as at|so far|by|since then)\s(?:the\s)?$", re.IGNORECASE)
_RIGHT_NOW = word_list("today, now, tonight, currently, at present, this morning, this evening")
_AHEAD = re.compile(r"\b(?:will|would|shall|must|should|may|due|to be|is to|are to|plans?)\b")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yesterday|today|tomorrow|tonight|last|next"
    r"|this|ago|earlier|later)\b",
    re.IGNORECASE,
)
_SMALL = word_list(
    "a an the of in on at to for from by with and or but as is are was were be it its after over"
)
_TITLES_AGREE = 0.34


def same_names(one: Sequence[Name], other: Sequence[Name]) -> bool:
    """Say whether two statements name the same, in the same order, short forms allowed."""
    return len(one) == len(other) and all(map(same_name, one, other))


def named_alike(one: Sequence[Name], other: Sequence[Name]) -> bool:
    """Say whether each name of either side is named on the other, in any order."""
    return all(any(same_name(a, b) for b in other) for a in one) and all(
        any(same_name(a, b) for a in one) for b in other
    )


def same_name(one: Name, other: Name) -> bool:
    """Say whether two names can name the same: equal, or one a shorter form of the other."""
    first, second = fold(one.name).split(), fold(other.name).split()
    if first == second:
        return True
    short, full = sorted((first, second), key=len)
    return len(short) < len(full) and (full[-len(short) :] == short or full[: len(short)] == short)


def same_speaker(one: Attribution, other: Attribution) -> bool:
    """Say whether two statements are told by the same: both by the document, or by one person."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker and one.sure == other.sure
    first, second = fold(one.speaker).split(), fold(other.speaker).split()
    short, full = sorted((first, second), key=len)
    return full[-len(short) :] == short


def same_period(one: Sequence[Moment], text: str, other: Sequence[Moment], against: str) -> bool:
    """Say whether two statements speak of the same time.

    "As of Monday" and "as of Wednesday" are both the state of things so far, which a later
    statement may carry on; any other date must be the same one. What stays as written is never
    known to be the same.
    """
    first = [moment for moment in one if not _state_of_things(moment, text)]
    second = [moment for moment in other if not _state_of_things(moment, against)]
    return len(first) == len(second) and all(map(_same_moment, first, second))


def dated_alike(one: Sequence[Moment], other: Sequence[Moment]) -> bool:
    """Say whether two statements hold the same dates, in any order."""
    return sorted(map(_meaning, one)) == sorted(map(_meaning, other))


def surroundings(statement: Statement) -> frozenset[str]:
    """Return the stems of the title, the headings and the sentences that a statement leans on."""
    told = " \n ".join((statement.title or "", *statement.headings, *statement.previous))
    return frozenset(word.stem for word in words(told) if word.folded not in _SMALL)


def same_surroundings(one: Statement, other: Statement) -> bool:
    """Say whether two statements stand in texts about the same thing."""
    first, second = surroundings(one), surroundings(other)
    shared = first & second
    names = {w.stem for s in (one, other) for n in s.names for w in words(n.name)}
    if not shared - names:
        return False
    return len(shared) / min(len(first), len(second)) >= _TITLES_AGREE


def _state_of_things(moment: Moment, text: str) -> bool:
    if _AHEAD.search(text):
        return False
    if moment.direction is Direction.BY or _AS_OF.search(text, 0, moment.start):
        return True
    return fold(moment.text) in _RIGHT_NOW and bool(re.search(r"\b(?:is|are|has|have)\b", text))


def _same_moment(one: Moment, other: Moment) -> bool:
    if one.earliest is None and one.latest is None:
        as_written = other.earliest is None and fold(one.text) == fold(other.text)
        return as_written and not _WEEKDAY.search(one.text)
    return _meaning(one) == _meaning(other)


def _meaning(moment: Moment) -> tuple[str, str, str]:
    if moment.earliest is None and moment.latest is None:
        return fold(moment.text), "", moment.direction.value
    return str(moment.earliest), str(moment.latest), moment.direction.value
