"""From what is new to many chats at once to the messages of their digests.

Whoever follows the same topics from the same mark and has seen the same facts gets the same
words, so they are chosen, checked and worded once a batch.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Button
from bot.services.owing import OWN_DIGEST
from bot.services.shown import (
    checked_quotes,
    shown_changes,
    shown_mendings,
    shown_withdrawals,
)
from bot.views.digests import DigestPage, digest
from bot.views.parts import Part
from bot.views.texts import say
from db.address import Address, address
from db.queries.digests import like_each_other, new_facts, shown_facts
from db.queries.subscriptions import Subscription
from db.viewer import Viewer
from facts.calendar import local_day
from facts.digests import (
    MOST_ITEMS,
    MOST_STANDING,
    Became,
    Composition,
    Unseen,
    compose,
)
from facts.quote import Quote
from facts.topics import Topic

Key = tuple[object, ...]
NOTHING: frozenset[int] = frozenset()
NOTHING_BECAME = Became()
NOWHERE = Address(0)


@dataclass(frozen=True, slots=True)
class Composed:
    """What subscriptions alike are sent: what it holds, and its messages.

    In the buttons OWN_DIGEST stands for the number of each one's digest.
    """

    composition: Composition
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a digest's words depend on: subscriptions with equal ground are sent the same."""

    topics: tuple[Topic, ...]
    mark: int | None
    covered_at: datetime | None
    length: str
    zone: str
    seen: frozenset[int]
    became: Became
    missed: int | None


@dataclass(slots=True)
class Found:
    """What has been found out and worded for one viewer."""

    new: dict[Key, list[Unseen]] = field(default_factory=dict)
    composed: dict[Key, Composed] = field(default_factory=dict)
    worded: dict[Key, tuple[Part, ...]] = field(default_factory=dict)
    quoted: dict[int, Quote | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Digests composed in one transaction for one viewer, as of a moment."""

    session: Session
    now: datetime
    viewer: Viewer
    found: Found = field(default_factory=Found)


@dataclass(slots=True)
class Kept:
    """What one tick has composed, for as long as the store stays as it is.

    All of it is as of the moment it began: `covered_at` of its digests is no later, so that a fact
    whose embargo ends meanwhile is new next time.
    """

    now: datetime | None = None
    version: int = 0
    found: dict[Viewer, Found] = field(default_factory=dict)

    def for_store(self, now: datetime, version: int) -> "Kept":
        """Forget all when the store has another version than it was made from."""
        if self.now is None or self.version != version:
            self.now, self.version, self.found = now, version, {}
        return self

    def batch(self, session: Session, viewer: Viewer) -> Batch:
        """Return a batch that goes on from what is kept; raise ValueError before `for_store`."""
        if self.now is None:
            raise ValueError("nothing is known of the store yet")
        return Batch(session, self.now, viewer, self.found.setdefault(viewer, Found()))


def compose_all(
    batch: Batch,
    subscriptions: Sequence[Subscription],
    topics: Mapping[int, tuple[Topic, ...]],
    became: Mapping[Address, Became],
    missed: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, Composed]:
    """Return the digest of each subscription; what `became` of facts is told where it goes.

    `missed` holds, by subscription, its last digest if that may not have arrived.
    """
    news = {row.id: _find_new(batch, row, topics.get(row.id, ())) for row in subscriptions}
    ids = sorted({fact.fact_id for facts in batch.found.new.values() for fact in facts})
    alike = like_each_other(batch.session, ids)
    watched = sorted({*ids, *(end for pair in alike for end in pair)})
    seen = shown_facts(batch.session, [row.chat_id for row in subscriptions], watched)
    made = {}
    for row in subscriptions:
        at = address(row.chat_id, row.thread_id) if became else NOWHERE
        key = (
            news[row.id],
            row.length,
            row.zone,
            frozenset(seen.get(row.chat_id, NOTHING)),
            became.get(at, NOTHING_BECAME),
            missed.get(row.id),
        )
        if key not in batch.found.composed:
            ground = Ground(topics.get(row.id, ()), row.mark, row.covered_at, *key[1:])
            batch.found.composed[key] = _composed(batch, ground, alike)
        made[row.id] = batch.found.composed[key]
    return made


def _find_new(batch: Batch, row: Subscription, topics: Sequence[Topic]) -> Key:
    """See to it that what is new under a key was found; return the key."""
    key = (tuple([topic.id for topic in topics]), row.mark, row.covered_at)
    if key not in batch.found.new:
        batch.found.new[key] = new_facts(
            batch.session,
            topics,
            mark=row.mark,
            covered_at=row.covered_at,
            viewer=batch.viewer,
            now=batch.now,
        )
    return key


def _composed(batch: Batch, ground: Ground, alike: Sequence[tuple[int, int]]) -> Composed:
    news = batch.found.new[(tuple([t.id for t in ground.topics]), ground.mark, ground.covered_at)]
    most = MOST_STANDING if ground.mark is None else MOST_ITEMS[ground.length]
    composition = compose(news, ground.became, likenesses=alike, seen=ground.seen, most=most)
    return Composed(composition, _worded(batch, ground, composition))


def _worded(batch: Batch, ground: Ground, composition: Composition) -> tuple[Part, ...]:
    if composition.empty:
        return ()
    zone = ZoneInfo(ground.zone)
    # The day that a fact was seen on depends on the zone, as today does.
    moments = [batch.now, *(change.shown_at for change in composition.changes)]
    moments += [gone.shown_at for gone in composition.withdrawn]
    moments += [mended.shown_at for mended in composition.mended]
    days = tuple(local_day(moment, zone) for moment in moments)
    key = (replace(ground, zone="", seen=frozenset()), composition, days)
    if key not in batch.found.worded:
        page = _page(batch, ground, composition, days[0])
        parts = digest(page, _last(ground, composition)) if page.tells else []
        batch.found.worded[key] = tuple(parts)
    return batch.found.worded[key]


def _last(ground: Ground, composition: Composition) -> list[Button]:
    """Return the buttons under a digest's last message."""
    last = []
    if composition.more:
        told = "button-and-more-still" if composition.cut else "button-and-more"
        label = say(told, count=len(composition.more))
        last.append(Button(label, data=f"digest:more:{OWN_DIGEST}:0"))
    if composition.repeats:
        label = say("button-repeats", count=len(composition.repeats))
        last.append(Button(label, data=f"digest:repeats:{OWN_DIGEST}:0"))
    if ground.missed is not None:
        last.append(Button(say("button-again"), data=f"digest:again:{ground.missed}:0"))
    return last


def _page(batch: Batch, ground: Ground, composition: Composition, today: date) -> DigestPage:
    names = {topic.id: topic.name for topic in ground.topics}
    _quote(batch, [fact.passage_id for fact in composition.listed])
    groups = [
        (names[group.topic_id], [batch.found.quoted[fact.passage_id] for fact in group.facts])
        for group in composition.groups
    ]
    zone = ZoneInfo(ground.zone)
    changes = shown_changes(batch.session, batch.now, composition.changes, zone, batch.viewer)
    gone = shown_withdrawals(batch.session, composition.withdrawn, zone, batch.viewer)
    mended = shown_mendings(
        batch.session, {NOWHERE: composition.mended}, {NOWHERE: zone}, {NOWHERE: batch.viewer}
    )[NOWHERE]
    return DigestPage(
        topics=tuple(names.values()),
        changes=tuple(changes),
        groups=tuple((name, tuple(q for q in held if q)) for name, held in groups if any(held)),
        today=today,
        length=ground.length,
        standing=ground.mark is None,
        withdrawn=tuple(gone),
        mended=tuple(mended),
        may_miss=ground.missed is not None,
    )


def _quote(batch: Batch, passage_ids: Sequence[int]) -> None:
    missing = [passage_id for passage_id in passage_ids if passage_id not in batch.found.quoted]
    if not missing:
        return
    batch.found.quoted.update(dict.fromkeys(missing))
    for quote in checked_quotes(batch.session, missing, batch.viewer):
        batch.found.quoted[quote.passage_id] = quote
