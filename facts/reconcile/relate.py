"""What one statement is to another: a later figure, another value, only alike, or nothing.

Wrong links are shown to readers, so whatever is in doubt is no link. Two statements are of the
same thing only when every gate says so: frame, names in their order, period, unit and "of",
surroundings, and for what happened rather than is, the nearness of the documents in time.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from facts.links import LinkKind
from facts.reconcile import agreement, values
from facts.reconcile.frame import Frame, Weighed
from facts.reconcile.likeness import alike
from facts.reconcile.statement import Statement
from facts.types import FactKind, Figure, NameKind

# What happened is told anew within a month; the same words later tell of another event.
_SAME_EVENT = timedelta(days=31)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|employs|costs|holds|stands|remains|owns|serves|uses?|runs?|needs?|counts?"
    r"|covers|includes?|contains|hosts?|earns?|pays?|lives?|works?|carries|carry|measures?|weighs?"
    r"|produces?|operates?|seats|houses)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{2,}ed|rose|fell|won|lost|made|said|took|gave|came|went|sold|bought"
    r"|ran|met|shot|hit|led|left|found|held|told|paid|spent|sent|kept|got|began|grew|saw|struck"
    r"|drew|flew|broke|beat|built|caught|fought|sank|swept|tore|won|wrote|died|slain|been)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _MANY_WORDS = 2, 5
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Relation:
    """What `later` is to `earlier`, with words for people: "286 → 297"."""

    kind: LinkKind
    earlier: Statement
    later: Statement
    reason: str | None = None


def relate(new: Weighed, standing: Weighed) -> Relation | None:
    """Return what two statements of different documents are to each other, if anything."""
    if new.statement.document == standing.statement.document:
        return None
    earlier, later = _in_order(new, standing)
    other = _other_value(earlier, later) if same_thing(earlier, later) else None
    if other:
        return other
    if alike(new, standing):
        return Relation(LinkKind.SIMILAR, earlier.statement, later.statement)
    return None


def replaces(new: Weighed, gone: Weighed) -> Relation | None:
    """Return the update that a new sentence of a document is to one that it no longer holds."""
    if not same_thing(gone, new):
        return None
    pairs = zip(gone.frame.figures, new.frame.figures, strict=True)
    told = [(f, g) for f, g in pairs if not values.told_alike(f, g)]
    return Relation(LinkKind.UPDATED, gone.statement, new.statement, _told(told)) if told else None


def same_thing(one: Weighed, other: Weighed) -> bool:
    """Say whether two statements give figures for one thing at one time, as far as can be told."""
    a, b = one.frame, other.frame
    return (
        bool(a.figures)
        and _same_frame(a, b)
        and [(f.unit, f.of) for f in a.figures] == [(f.unit, f.of) for f in b.figures]
        and agreement.same_names(a.names, b.names)
        and agreement.same_period(a.moments, a.text, b.moments, b.text)
        and _same_row(one.statement, other.statement)
        and _same_subject(one, other)
    )


def _same_frame(a: Frame, b: Frame) -> bool:
    if len(a.content) + len(a.names) < _FEWEST_WORDS or len(a.figures) != len(b.figures):
        return False
    # Out of order only with one name or none: "X beat Y" is not "Y beat X".
    return a.words == b.words or (
        len(a.names) < _SEVERAL and len(a.figures) == 1 and sorted(a.words) == sorted(b.words)
    )


def _same_row(one: Statement, other: Statement) -> bool:
    if FactKind.ROW not in (one.kind, other.kind):
        return True
    return (one.kind, one.heads, one.headings) == (other.kind, other.heads, other.headings)


def _same_subject(one: Weighed, other: Weighed) -> bool:
    """Say whether the words, or what stands around them, tie both to one subject and one event."""
    a, b = one.statement, other.statement
    if a.document == b.document:
        return True
    around = agreement.same_surroundings(a, b)
    if FactKind.ROW in (a.kind, b.kind):
        return around
    if a.dependent or b.dependent:
        return around and _same_event(one, other)
    lasting = _lasts(a.text) and _lasts(b.text)
    rich = len(one.frame.content) >= _MANY_WORDS
    if lasting:
        return around or bool(one.frame.names) or rich
    return _same_event(one, other) and (around or (rich and bool(one.frame.names)))


def _same_event(one: Weighed, other: Weighed) -> bool:
    first, second = one.statement.published, other.statement.published
    if first.day and second.day:
        return abs(first.day - second.day) <= _SAME_EVENT
    resolved = [moment for moment in one.frame.moments if moment.earliest]
    return bool(resolved) or (len(one.frame.content) >= _MANY_WORDS and bool(one.frame.names))


def _lasts(text: str) -> bool:
    return bool(_PRESENT.search(text)) and not _PAST.search(text)


def _in_order(new: Weighed, standing: Weighed) -> tuple[Weighed, Weighed]:
    return (new, standing) if _before(new, standing) else (standing, new)


def _before(one: Weighed, other: Weighed) -> bool:
    latest, earliest = one.statement.published.latest, other.statement.published.earliest
    return latest is not None and earliest is not None and latest < earliest


def _other_value(earlier: Weighed, later: Weighed) -> Relation | None:
    a, b = earlier.statement, later.statement
    pairs = list(zip(earlier.frame.figures, later.frame.figures, strict=True))
    new = [(f, g) for f, g in pairs if values.changed(f, g)]
    if len(new) >= _SEVERAL and any(f.unit is None for f, _ in new):
        return None  # two bare numbers at once are a score or a date, not a new figure
    clash = [(f, g) for f, g in pairs if not values.compatible(f, g)]
    if _before(earlier, later) and _carries_on(a, b, new):
        return Relation(LinkKind.UPDATED, a, b, _told(new)) if new else None
    return Relation(LinkKind.DIFFERS, a, b, _told(clash)) if clash else None


def _carries_on(earlier: Statement, later: Statement, new: list[tuple[Figure, Figure]]) -> bool:
    """Say whether a later statement brings an earlier one up to date, not contradicts it.

    Another person contradicts; so does another outlet that counts less.
    """
    if _another_person(earlier, later):
        return False
    outlets = {earlier.outlet, later.outlet}
    return len(outlets - {None}) < _SEVERAL or all(g.high >= f.high for f, g in new)


def _another_person(one: Statement, other: Statement) -> bool:
    if agreement.same_speaker(one.attribution, other.attribution):
        return False
    speakers = [one.attribution.speaker, other.attribution.speaker]
    people = {n.name for s in (one, other) for n in s.names if n.kind is NameKind.PERSON}
    return None not in speakers or any(speaker in people for speaker in speakers)


def _told(pairs: list[tuple[Figure, Figure]]) -> str:
    return "; ".join(f"{f.text} → {g.text}" for f, g in pairs)
