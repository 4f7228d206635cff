"""What goes into a digest: unseen facts ordered and capped, repeats counted, changes kept apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from facts.links import LinkKind
from facts.quote import Quote
from facts.types import Figure, Moment

MOST_ITEMS = {"short": 5, "full": 12}
MOST_STANDING = 7
MOST_CHANGES = 8
# A digest is made of the newest of what is new; whatever is older is only known to be there.
MOST_CONSIDERED = 300
# So many facts of one document before the next document has its turn.
AT_A_TIME = 3
CHANGES = (LinkKind.CORRECTED, LinkKind.UPDATED, LinkKind.DIFFERS)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A standing fact that a chat was not shown, with what its place in a digest depends on.

    `support` counts the documents that state it, `went_live` is its place in the sequence of
    going live, and `day` when its document was published, if that is known.
    """

    fact_id: int
    passage_id: int
    document_id: int
    topic_id: int
    day: date | None
    went_live: int
    support: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a fact that a chat was shown at `shown_at`."""

    kind: LinkKind
    earlier_id: int
    later_id: int
    reason: str | None
    shown_at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A fact that a chat was shown at `shown_at` with a passage, and that stands no more."""

    fact_id: int
    passage_id: int
    reason: str | None
    ended_at: datetime
    shown_at: datetime


@dataclass(frozen=True, slots=True)
class Mending:
    """A fact whose speaker or date a person put right, last at `changed_at`.

    A chat was shown it at `shown_at` in a message written down at `known_from`, as it was then.
    """

    fact_id: int
    known_from: datetime
    changed_at: datetime
    shown_at: datetime


@dataclass(frozen=True, slots=True)
class Became:
    """What became of facts that were shown in one place, and is to be told there."""

    changes: tuple[Change, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    mended: tuple[Mending, ...] = ()


NOTHING = Became()


@dataclass(frozen=True, slots=True)
class Group:
    """The listed facts of one topic, those of a document together."""

    topic_id: int
    facts: tuple[Unseen, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A digest before it is worded. `more` did not fit; `repeats` are like what was seen.

    `cut`: there is more that is new than was looked at.
    """

    changes: tuple[Change, ...] = ()
    groups: tuple[Group, ...] = ()
    more: tuple[int, ...] = ()
    repeats: tuple[int, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    mended: tuple[Mending, ...] = ()
    cut: bool = False

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to tell."""
        return not (self.changes or self.groups or self.withdrawn or self.mended)

    @property
    def listed(self) -> tuple[Unseen, ...]:
        """The facts that are listed, in their order."""
        return tuple(fact for group in self.groups for fact in group.facts)


def compose(
    unseen: Sequence[Unseen],
    became: Became = NOTHING,
    *,
    likenesses: Iterable[tuple[int, int]] = (),
    seen: Collection[int] = (),
    most: int,
) -> Composition:
    """Return the digest of these facts and of what became of others: at most `most` are listed.

    A fact told as a change is not listed again. One that is like a fact already seen, told or
    listed is a repeat.
    """
    told = told_first(became.changes)
    alike = _both_ways(likenesses)
    shown = {*seen, *(change.later_id for change in told)}
    listed: list[Unseen] = []
    more: list[int] = []
    repeats: list[int] = []
    for fact in _ranked([fact for fact in unseen if fact.fact_id not in shown]):
        if alike[fact.fact_id] & shown:
            repeats.append(fact.fact_id)
        elif len(listed) < most:
            listed.append(fact)
            shown.add(fact.fact_id)
        else:
            more.append(fact.fact_id)
    return Composition(
        changes=told,
        groups=_grouped(listed),
        more=tuple(more),
        repeats=tuple(repeats),
        withdrawn=became.withdrawn,
        mended=became.mended,
        cut=len(unseen) >= MOST_CONSIDERED,
    )


def told_first(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that one digest has room for, corrections first."""
    wanted = [change for change in changes if change.kind in CHANGES]
    ordered = sorted(wanted, key=lambda c: (CHANGES.index(c.kind), c.earlier_id, c.later_id))
    return tuple(ordered[:MOST_CHANGES])


def changed_words(old: Quote, new: Quote) -> tuple[str, str] | None:
    """Return the words that changed, old and new, when one figure or date tells it; else None."""
    return _changed_figure(old.figures, new.figures) or _changed_moment(old.moments, new.moments)


def _both_ways(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    alike: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        alike[one].add(other)
        alike[other].add(one)
    return alike


def _ranked(unseen: Sequence[Unseen]) -> list[Unseen]:
    """Order facts for choosing: newest documents in turn, the best supported of each first."""
    by_document: dict[int, list[Unseen]] = defaultdict(list)
    for fact in unseen:
        by_document[fact.document_id].append(fact)
    documents = sorted(by_document.values(), key=_newest, reverse=True)
    turns = []
    for place, facts in enumerate(documents):
        best = sorted(facts, key=lambda fact: (-fact.support, fact.went_live))
        turns += [(rank // AT_A_TIME, place, rank, fact) for rank, fact in enumerate(best)]
    return [fact for *_, fact in sorted(turns, key=lambda turn: turn[:3])]


def _newest(facts: Sequence[Unseen]) -> tuple[str, int]:
    day = facts[0].day
    return (day.isoformat() if day else "", max(fact.went_live for fact in facts))


def _grouped(listed: Sequence[Unseen]) -> tuple[Group, ...]:
    """Put the facts of a topic together, and within it those of a document, in their order."""
    topics = list(dict.fromkeys(fact.topic_id for fact in listed))
    documents = list(dict.fromkeys(fact.document_id for fact in listed))
    groups = []
    for topic in topics:
        facts = [fact for fact in listed if fact.topic_id == topic]
        ordered = sorted(facts, key=lambda fact: documents.index(fact.document_id))
        groups.append(Group(topic, tuple(ordered)))
    return tuple(groups)


def _changed_figure(old: Sequence[Figure], new: Sequence[Figure]) -> tuple[str, str] | None:
    before, after = {_value(figure) for figure in old}, {_value(figure) for figure in new}
    gone = [figure for figure in old if _value(figure) not in after]
    come = [figure for figure in new if _value(figure) not in before]
    pairs = [(o.text, n.text) for o in gone for n in come if o.unit == n.unit]
    return pairs[0] if len(pairs) == 1 else None


def _changed_moment(old: Sequence[Moment], new: Sequence[Moment]) -> tuple[str, str] | None:
    gone = [m for m in old if all(_day(m) != _day(other) for other in new)]
    come = [m for m in new if all(_day(m) != _day(other) for other in old)]
    if len(gone) == len(come) == 1 and gone[0].earliest and come[0].earliest:
        return gone[0].text, come[0].text
    return None


def _value(figure: Figure) -> tuple[str | None, float, float, str]:
    return figure.unit, figure.low, figure.high, figure.qualifier


def _day(moment: Moment) -> tuple[date | None, date | None, str]:
    unresolved = "" if moment.earliest or moment.latest else moment.text
    return moment.earliest, moment.latest, unresolved
