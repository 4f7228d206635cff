"""What is new to chats, and the digests made of it: read and written for many chats at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.orm import Session

from db.among import among, ids_of
from db.models import (
    DeliveryFactRow,
    DeliveryRow,
    DigestPartRow,
    DigestRow,
    DocumentRow,
    FactLinkRow,
    FactRow,
    PassageRow,
    SightingRow,
    SubscriptionRow,
    TopicFactRow,
)
from db.models.delivery import OPEN
from db.queries.candidates import load_candidates
from db.queries.deliveries import UNKNOWN, facts_of
from db.queries.terms import chunks
from db.queries.topics import on_topics, seen_by
from db.search.postings import stands
from db.viewer import Viewer
from facts.digests import MOST_CONSIDERED, Unseen
from facts.links import LinkKind
from facts.topics import Rule, Topic


@dataclass(frozen=True, slots=True)
class MissedPart:
    """A message of a digest as it was written down, and the passages that it quotes."""

    body: dict[str, Any]
    passage_ids: tuple[int, ...]


# Word for word the condition of the partial indexes: bound values would not be seen to match.
IS_OPEN = text(OPEN)


def new_facts(
    session: Session,
    topics: Sequence[Topic],
    *,
    mark: int | None,
    covered_at: datetime | None,
    viewer: Viewer,
    now: datetime,
    most: int = MOST_CONSIDERED,
    since: date | None = None,
) -> list[Unseen]:
    """Return standing facts on topics that went live after a mark, whoever has seen them.

    Without a mark all that stands is meant. A fact held back until later than `covered_at` is new
    although its number is old. With `since` only those of documents published since that day.
    """
    wanted = [*stands(now), *on_topics(topics), seen_by(viewer, since)]
    if mark is not None:
        wanted.append(_after(mark, covered_at))
    newest = select(FactRow.id).where(*wanted).order_by(FactRow.went_live.desc()).limit(most)
    ids = list(session.scalars(newest)) if topics else []
    topic_of = _topic_of(session, ids, topics)
    support = document_counts(session, ids, viewer)
    return [
        Unseen(
            fact_id=c.fact_id,
            passage_id=c.passage_id,
            document_id=c.document_id,
            topic_id=topic_of[c.fact_id],
            day=c.published,
            went_live=c.went_live,
            support=support.get(c.fact_id, 1),
        )
        for c in load_candidates(session, ids, viewer=viewer)
    ]


def document_counts(session: Session, fact_ids: Sequence[int], viewer: Viewer) -> dict[int, int]:
    """Return how many documents that this viewer may see state each fact."""
    counts: dict[int, int] = {}
    for chunk in chunks(fact_ids):
        rows = session.execute(
            select(PassageRow.fact_id, func.count(PassageRow.document_id.distinct()))
            .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
            .where(
                PassageRow.fact_id.in_(chunk),
                PassageRow.live_until.is_(None),
                DocumentRow.visibility.in_(viewer.labels),
            )
            .group_by(PassageRow.fact_id)
        )
        counts.update((fact_id, count) for fact_id, count in rows)
    return counts


def shown_facts(
    session: Session, chat_ids: Sequence[int], fact_ids: Sequence[int]
) -> dict[int, set[int]]:
    """Return which of the facts each chat was shown by any road, or is about to be."""
    seen: dict[int, set[int]] = defaultdict(set)
    sighted = select(SightingRow.chat_id, SightingRow.fact_id).where(
        among(SightingRow.chat_id, ids_of(chat_ids)), among(SightingRow.fact_id, ids_of(fact_ids))
    )
    for chat_id, fact_id in session.execute(sighted):
        seen[chat_id].add(fact_id)
    watched = set(fact_ids)
    for chat_id, fact_id in _about_to_be_shown(session, chat_ids):
        if fact_id in watched:
            seen[chat_id].add(fact_id)
    return seen


def _about_to_be_shown(session: Session, chat_ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give chat and fact of all that is owed to chats: by way of the little that is open."""
    owed = select(DeliveryRow.id, DeliveryRow.chat_id).where(
        among(DeliveryRow.chat_id, ids_of(chat_ids)), IS_OPEN
    )
    chat_of = {row.id: row.chat_id for row in session.execute(owed)}
    if not chat_of:
        return
    quoted = select(DeliveryFactRow.delivery_id, DeliveryFactRow.fact_id).where(
        among(DeliveryFactRow.delivery_id, ids_of(list(chat_of)))
    )
    for number, fact_id in session.execute(quoted):
        yield chat_of[number], fact_id


def like_each_other(session: Session, fact_ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of facts that are alike, one of each among these."""
    pairs: set[tuple[int, int]] = set()
    columns = select(FactLinkRow.earlier_id, FactLinkRow.later_id)
    for chunk in chunks(fact_ids):
        ends = or_(FactLinkRow.earlier_id.in_(chunk), FactLinkRow.later_id.in_(chunk))
        alike = columns.where(FactLinkRow.kind == LinkKind.SIMILAR.value, ends)
        pairs.update((earlier, later) for earlier, later in session.execute(alike))
    return sorted(pairs)


def prepared_slots(session: Session, subscription_id: int, since: date) -> set[date]:
    """Return the slots of a subscription, from a local date on, that have their digest."""
    rows = select(DigestRow.slot).where(
        DigestRow.subscription_id == subscription_id, DigestRow.slot >= since
    )
    return {slot for slot in session.scalars(rows) if slot is not None}


def last_of_unknown_fate(session: Session, subscription_ids: Sequence[int]) -> dict[int, int]:
    """Return, by subscription, its last digest where it is not known whether that arrived."""
    last = (
        select(func.max(DigestRow.id))
        .where(
            among(DigestRow.subscription_id, ids_of(subscription_ids)), DigestRow.state == "owed"
        )
        .group_by(DigestRow.subscription_id)
    )
    rows = session.execute(
        select(DigestRow.subscription_id, DigestRow.id)
        .join(DigestPartRow, DigestPartRow.digest_id == DigestRow.id)
        .join(DeliveryRow, DeliveryRow.id == DigestPartRow.delivery_id)
        .where(DigestRow.id.in_(last), DeliveryRow.state == UNKNOWN)
    )
    return {row.subscription_id: row.id for row in rows}


def digest_in_chat(session: Session, digest_id: int, chat_id: int) -> DigestRow | None:
    """Return a digest if it was made for this chat: a button of another chat finds nothing."""
    return session.scalar(
        select(DigestRow)
        .join(SubscriptionRow, SubscriptionRow.id == DigestRow.subscription_id)
        .where(DigestRow.id == digest_id, SubscriptionRow.chat_id == chat_id)
    )


def missed_parts(session: Session, digest_id: int) -> list[MissedPart]:
    """Return the parts of a digest of which nobody knows whether they arrived."""
    rows = session.execute(
        select(DeliveryRow.id, DeliveryRow.body)
        .join(DigestPartRow, DigestPartRow.delivery_id == DeliveryRow.id)
        .where(DigestPartRow.digest_id == digest_id, DeliveryRow.state == UNKNOWN)
        .order_by(DigestPartRow.part)
    )
    return [
        MissedPart(body, tuple(fact.passage_id for fact in facts_of(session, delivery_id)))
        for delivery_id, body in rows
    ]


def passage_shown(session: Session, chat_id: int, fact_id: int) -> int | None:
    """Return the passage with which a fact was last shown in a chat; None when it never was."""
    return session.scalar(
        select(DeliveryFactRow.passage_id)
        .join(DeliveryRow, DeliveryRow.id == DeliveryFactRow.delivery_id)
        .where(DeliveryRow.chat_id == chat_id, DeliveryFactRow.fact_id == fact_id)
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )


def standing(session: Session, fact_ids: Sequence[int], now: datetime) -> list[int]:
    """Return those of the facts that stand, in their order."""
    still = select(FactRow.id).where(FactRow.id.in_(fact_ids), *stands(now))
    kept = set(session.scalars(still))
    return [fact_id for fact_id in fact_ids if fact_id in kept]


def digest_states(session: Session, since: datetime) -> dict[str, int]:
    """Return how many digests made since a moment are owed, empty or skipped."""
    rows = session.execute(
        select(DigestRow.state, func.count())
        .where(DigestRow.created_at >= since)
        .group_by(DigestRow.state)
    )
    return dict(sorted((state, count) for state, count in rows))


def _after(mark: int, covered_at: datetime | None) -> ColumnElement[bool]:
    later = FactRow.went_live > mark
    return later if covered_at is None else or_(later, FactRow.live_from > covered_at)


def _topic_of(session: Session, fact_ids: Sequence[int], topics: Sequence[Topic]) -> dict[int, int]:
    """Return the topic that each fact is listed under: the first it is on, else everything."""
    everything = [topic.id for topic in topics if topic.rule is Rule.EVERYTHING]
    place = {topic.id: at for at, topic in enumerate(topics)}
    found = dict.fromkeys(fact_ids, everything[0]) if everything else {}
    for chunk in chunks(fact_ids):
        rows = session.execute(
            select(TopicFactRow.fact_id, TopicFactRow.topic_id).where(
                TopicFactRow.fact_id.in_(chunk), TopicFactRow.topic_id.in_(place)
            )
        )
        for fact_id, topic_id in rows:
            known = found.get(fact_id)
            if known is None or known in everything or place[topic_id] < place[known]:
                found[fact_id] = topic_id
    return found
