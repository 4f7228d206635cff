"""Topics: defined and retired by admins, suggested from what the store speaks of, listed to all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.retiring import retire
from bot.views import topics as views
from db.queries.audit import record, record_of
from db.queries.candidates import load_candidates
from db.queries.quotes import quotes
from db.queries.topics import (
    count_standing,
    frequent_names,
    live_topics,
    match_new_facts,
    matching,
    save_topic,
    seen_by,
    topic_by_key,
    topics_seen,
)
from db.search.postings import stands
from db.viewer import Viewer
from facts.quote import Quote
from facts.text import fold
from facts.topics import Topic, TopicRefused, define, entry_stems, matcher

SUGGESTED = 8
PREVIEWED = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """A topic as defined, how many facts are on it, and the newest of them."""

    topic: Topic
    facts: int
    newest: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A topic with the number of facts that stand on it."""

    topic: Topic
    facts: int


def preview(session: Session, now: datetime, *, written: str, viewer: Viewer) -> Preview:
    """Return what a definition would hold, storing nothing; raises TopicRefused."""
    topic = define(written)
    if not topic.key:
        raise TopicRefused("Give the topic a name with some Latin letters or digits: it is linked.")
    ids = _would_hold(session, now, topic, viewer)
    newest = load_candidates(session, ids[:PREVIEWED], viewer=viewer)
    shown = quotes(session, [candidate.passage_id for candidate in newest], viewer=viewer)
    return Preview(topic, len(ids), tuple(shown))


def proposed(
    session: Session, now: datetime, *, proposal: int, viewer: Viewer
) -> tuple[Topic, list[int]]:
    """Return the topic proposed under a number, and the facts that it would hold, newest first.

    Raises TopicRefused.
    """
    topic = define(_written(session, proposal))
    return topic, _would_hold(session, now, topic, viewer)


def add_topic(session: Session, now: datetime, *, written: str, actor: str) -> Topic:
    """Define a topic, or define it anew, and match the facts against it; raises TopicRefused."""
    topic = define(written)
    known = topic_by_key(session, topic.key) if topic.key else None
    if not topic.key or (known is not None and known.rule == "everything"):
        raise TopicRefused("This name cannot be taken: choose another one with Latin letters.")
    row = save_topic(session, now, topic, actor=actor)
    match_new_facts(session)
    particulars = {
        "words": row.words,
        "names": row.names,
        "aliases": row.aliases,
        "rule": row.rule,
    }
    subject = f"topic {row.key}"
    record(session, now, actor=actor, verb="define", subject=subject, particulars=particulars)
    return next(topic for topic in live_topics(session) if topic.id == row.id)


def remove_topic(session: Session, now: datetime, *, key: str, actor: str) -> int:
    """Retire a topic and tell who follows it; return how many subscriptions did.

    Raises TopicRefused when there is none, or it is the one of everything.
    """
    row = topic_by_key(session, key)
    if row is None or row.state != "live" or row.rule == "everything":
        raise TopicRefused(f"There is no topic “{key}” that could be removed.")
    followers = retire(session, now, row)
    record(session, now, actor=actor, verb="retire", subject=f"topic {key}", particulars={})
    return followers


def list_topics(session: Session, now: datetime, *, viewer: Viewer) -> list[Listed]:
    """Return the topics with what stands on them, everything last."""
    return [
        Listed(topic, count_standing(session, [topic], viewer=viewer, now=now))
        for topic in topics_seen(session, viewer)
    ]


def list_matched(session: Session, now: datetime, *, viewer: Viewer) -> list[Listed]:
    """Return the topics as `list_topics` does, after facts that went live lately were matched."""
    match_new_facts(session)
    return list_topics(session, now, viewer=viewer)


def suggest_topics(session: Session, now: datetime, *, viewer: Viewer) -> Sequence[tuple[str, int]]:
    """Return names that many facts hold and that no topic follows yet."""
    known = {
        entry_stems(called)
        for topic in live_topics(session)
        for called in (topic.name, *topic.words, *topic.names, *topic.aliases)
    }
    frequent = frequent_names(session, viewer=viewer, now=now, most=SUGGESTED * 4)
    fresh = {}
    for name, count in frequent:
        if entry_stems(name) not in known and fold(name) not in fresh and count > 1:
            fresh[fold(name)] = (name, count)
    return list(fresh.values())[:SUGGESTED]


def propose(
    session: Session, now: datetime, *, written: str, actor: str, viewer: Viewer
) -> Message:
    """Return what a definition would hold, written down so that one press adds it."""
    shown = preview(session, now, written=written, viewer=viewer)
    subject = f"topic {shown.topic.key}"
    number = record(
        session, now, actor=actor, verb="propose", subject=subject, particulars={"written": written}
    )
    return views.preview(shown.topic, shown.facts, shown.newest, number)


def accept(session: Session, now: datetime, *, proposal: int, actor: str, viewer: Viewer) -> Listed:
    """Add the topic that was proposed under this number; raises TopicRefused."""
    topic = add_topic(session, now, written=_written(session, proposal), actor=actor)
    return Listed(topic, count_standing(session, [topic], viewer=viewer, now=now))


def _would_hold(session: Session, now: datetime, topic: Topic, viewer: Viewer) -> list[int]:
    pairs = matching(session, {0: matcher(topic)}, (*stands(now), seen_by(viewer)))
    return sorted((fact_id for _, fact_id in pairs), reverse=True)


def _written(session: Session, proposal: int) -> str:
    row = record_of(session, proposal)
    if row is None or row.verb != "propose":
        raise TopicRefused("This proposal is no longer there: write the topic again.")
    written: str = row.particulars["written"]
    return written
