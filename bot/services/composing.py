"""From what is new to many chats at once to the messages of their digests.

Whoever follows the same topics from the same mark and has seen the same facts gets the same
words, so they are chosen, checked and worded once a batch.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.views.digests import DigestPage, ShownChange, ShownWithdrawal, digest
from bot.views.parts import Part
from db.address import Address, address
from db.models import SubscriptionRow
from db.queries.digests import like_each_other, new_facts, shown_facts
from db.queries.links import links_of
from db.queries.quotes import quotes
from db.viewer import Viewer
from facts.calendar import local_day
from facts.digests import (
    MOST_ITEMS,
    MOST_STANDING,
    Change,
    Composition,
    Unseen,
    Withdrawal,
    compose,
)
from facts.errors import EvidenceBroken
from facts.quote import Quote
from facts.topics import Topic

log = logging.getLogger(__name__)

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A subscription's digest: what it holds, and its messages without their last buttons."""

    composition: Composition
    parts: tuple[Part, ...]


@dataclass(slots=True)
class Batch:
    """What one transaction composes, and what it has already found out."""

    session: Session
    now: datetime
    viewer: Viewer
    new: dict[Key, list[Unseen]] = field(default_factory=dict)
    compositions: dict[Key, Composition] = field(default_factory=dict)
    worded: dict[Key, tuple[Part, ...]] = field(default_factory=dict)
    quoted: dict[int, Quote | None] = field(default_factory=dict)


def compose_all(
    batch: Batch,
    subscriptions: Sequence[SubscriptionRow],
    topics: Mapping[int, Sequence[Topic]],
    changes: Mapping[Address, Sequence[Change]],
    may_miss: frozenset[int] = frozenset(),
    withdrawn: Mapping[Address, Sequence[Withdrawal]] = MappingProxyType({}),
) -> dict[int, Composed]:
    """Return the digest of each subscription; `changes` and `withdrawn` are told where it goes.

    `may_miss` are subscriptions whose last digest may not have arrived.
    """
    news = {row.id: _new(batch, row, topics.get(row.id, ())) for row in subscriptions}
    ids = sorted({fact.fact_id for facts in news.values() for fact in facts})
    alike = like_each_other(batch.session, ids)
    watched = sorted({*ids, *(end for pair in alike for end in pair)})
    seen = shown_facts(batch.session, [row.chat_id for row in subscriptions], watched)
    composed = {}
    for row in subscriptions:
        at = address(row.chat_id, row.thread_id)
        told, gone = tuple(changes.get(at, ())), tuple(withdrawn.get(at, ()))
        known = frozenset(seen.get(row.chat_id, ()))
        key = (_key(row, topics.get(row.id, ())), known, told, gone, row.length)
        composition = batch.compositions.get(key)
        if composition is None:
            most = MOST_STANDING if row.mark is None else MOST_ITEMS[row.length]
            composition = compose(
                news[row.id], told, likenesses=alike, seen=known, withdrawn=gone, most=most
            )
            batch.compositions[key] = composition
        missed = row.id in may_miss
        worded = _worded(batch, row, key, composition, topics.get(row.id, ()), missed)
        composed[row.id] = Composed(composition, worded)
    return composed


def checked_quotes(session: Session, passage_ids: Sequence[int], viewer: Viewer) -> list[Quote]:
    """Return quotes, leaving out any whose document no longer matches its hash.

    One broken document must not keep everybody's digest back; it is logged, and `doctor` finds it.
    """
    try:
        return quotes(session, passage_ids, viewer=viewer)
    except EvidenceBroken:
        sound = []
        for passage_id in passage_ids:
            try:
                sound += quotes(session, [passage_id], viewer=viewer)
            except EvidenceBroken as broken:
                log.error("%s", broken)
        return sound


def shown_changes(
    session: Session, now: datetime, changes: Sequence[Change], zone: ZoneInfo, viewer: Viewer
) -> list[ShownChange]:
    """Return changes with both facts as they are quoted, leaving out what may not be seen."""
    if not changes:
        return []
    wanted = {(change.earlier_id, change.later_id): change for change in changes}
    ends = sorted({end for pair in wanted for end in pair})
    links = links_of(session, ends, viewer=viewer, now=now)
    drawn = {(link.earlier_id, link.later_id): link for link in links}
    passages = [p for link in links for p in (link.earlier_passage, link.later_passage)]
    by_passage = {
        q.passage_id: q for q in checked_quotes(session, list(dict.fromkeys(passages)), viewer)
    }
    shown = []
    for pair, change in wanted.items():
        link = drawn.get(pair)
        old = by_passage.get(link.earlier_passage) if link else None
        new = by_passage.get(link.later_passage) if link else None
        if old is not None and new is not None:
            day = local_day(change.shown_at, zone)
            shown.append(ShownChange(change.kind, old, new, change.reason, day))
    return shown


def shown_withdrawals(
    session: Session, withdrawn: Sequence[Withdrawal], zone: ZoneInfo, viewer: Viewer
) -> list[ShownWithdrawal]:
    """Return withdrawn facts as they were quoted, leaving out what may not be seen."""
    if not withdrawn:
        return []
    passages = [gone.passage_id for gone in withdrawn]
    quoted = {quote.passage_id: quote for quote in checked_quotes(session, passages, viewer)}
    return [
        ShownWithdrawal(quoted[gone.passage_id], gone.reason, local_day(gone.shown_at, zone))
        for gone in withdrawn
        if gone.passage_id in quoted
    ]


def _key(row: SubscriptionRow, topics: Sequence[Topic]) -> Key:
    return (tuple(topic.id for topic in topics), row.mark, row.covered_at)


def _new(batch: Batch, row: SubscriptionRow, topics: Sequence[Topic]) -> list[Unseen]:
    key = _key(row, topics)
    if key not in batch.new:
        batch.new[key] = new_facts(
            batch.session,
            topics,
            mark=row.mark,
            covered_at=row.covered_at,
            viewer=batch.viewer,
            now=batch.now,
        )
    return batch.new[key]


def _worded(
    batch: Batch,
    row: SubscriptionRow,
    key: Key,
    composition: Composition,
    topics: Sequence[Topic],
    may_miss: bool,
) -> tuple[Part, ...]:
    if composition.empty:
        return ()
    zone = ZoneInfo(row.zone)
    today = local_day(batch.now, zone)
    # The day that a fact was seen on depends on the zone, as today does.
    shown_at = [change.shown_at for change in composition.changes]
    shown_at += [gone.shown_at for gone in composition.withdrawn]
    days = tuple(local_day(moment, zone) for moment in shown_at)
    whole = (key, today, days, may_miss)
    if whole not in batch.worded:
        page = _page(batch, row, composition, topics, today, may_miss)
        batch.worded[whole] = tuple(digest(page)) if page.tells else ()
    return batch.worded[whole]


def _page(
    batch: Batch,
    row: SubscriptionRow,
    composition: Composition,
    topics: Sequence[Topic],
    today: date,
    may_miss: bool,
) -> DigestPage:
    names = {topic.id: topic.name for topic in topics}
    _quote(batch, [fact.passage_id for fact in composition.listed])
    groups = [
        (names[group.topic_id], [batch.quoted[fact.passage_id] for fact in group.facts])
        for group in composition.groups
    ]
    zone = ZoneInfo(row.zone)
    changes = shown_changes(batch.session, batch.now, composition.changes, zone, batch.viewer)
    return DigestPage(
        topics=tuple(names.values()),
        changes=tuple(changes),
        groups=tuple((name, tuple(q for q in held if q)) for name, held in groups if any(held)),
        today=today,
        length=row.length,
        standing=row.mark is None,
        withdrawn=tuple(
            shown_withdrawals(batch.session, composition.withdrawn, zone, batch.viewer)
        ),
        may_miss=may_miss,
    )


def _quote(batch: Batch, passage_ids: Sequence[int]) -> None:
    missing = [passage_id for passage_id in passage_ids if passage_id not in batch.quoted]
    if not missing:
        return
    batch.quoted.update(dict.fromkeys(missing))
    for quote in checked_quotes(batch.session, missing, batch.viewer):
        batch.quoted[quote.passage_id] = quote
