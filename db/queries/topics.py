"""Topics, and which facts are on them: matched once, when a fact has gone live."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.orm import Session

from db.inserting import insert_into
from db.models import DocumentRow, FactRow, PassageRow, TermRow, TopicFactRow, TopicRow
from db.queries.sequences import last_number
from db.queries.terms import chunks, encoded
from db.search.postings import stands
from db.viewer import LABELS, Viewer
from facts.text import fold
from facts.topics import Matcher, Rule, Topic, matcher

LIVE = "live"
WENT_LIVE = "went_live"
# As many as are looked through for the names that a desk writes about.
NEWEST = 2_000


def live_topics(session: Session) -> list[Topic]:
    """Return the topics that can be followed, in the order of their names, everything last."""
    rows = session.scalars(select(TopicRow).where(TopicRow.state == LIVE))
    topics = [_topic(row) for row in rows]
    return sorted(topics, key=lambda t: (t.rule is Rule.EVERYTHING, fold(t.name), t.id))


def topics_seen(session: Session, viewer: Viewer) -> list[Topic]:
    """Return the topics that can be followed, without those that speak of nothing visible.

    One on which nothing is filed yet is listed; one whose facts this viewer may not see is not:
    its name would tell of them.
    """
    on_topic = (TopicFactRow.topic_id == TopicRow.id, FactRow.id == TopicFactRow.fact_id)
    hidden = exists().where(*on_topic, FactRow.live_until.is_(None)) & ~exists().where(
        *on_topic, FactRow.visibility.in_(viewer.labels)
    )
    unseen = set(session.scalars(select(TopicRow.id).where(hidden)))
    return [topic for topic in live_topics(session) if topic.id not in unseen]


def topics_by_id(session: Session, ids: Sequence[int]) -> list[Topic]:
    """Return topics, retired ones too, in the order of their names."""
    rows = session.scalars(select(TopicRow).where(TopicRow.id.in_(ids)))
    return sorted((_topic(row) for row in rows), key=lambda t: (fold(t.name), t.id))


def topic_by_key(session: Session, key: str) -> TopicRow | None:
    """Return the row of a topic, retired or not."""
    return session.scalar(select(TopicRow).where(TopicRow.key == key))


def save_topic(session: Session, now: datetime, topic: Topic, *, actor: str) -> TopicRow:
    """Store a topic, in place of one with the same key; its facts are matched anew."""
    row = topic_by_key(session, topic.key)
    if row is None:
        row = TopicRow(key=topic.key, created_by=actor, created_at=now)
        session.add(row)
    row.name, row.rule, row.state, row.matched_to = topic.name, topic.rule.value, LIVE, 0
    row.words, row.names, row.aliases = list(topic.words), list(topic.names), list(topic.aliases)
    session.flush()
    session.execute(delete(TopicFactRow).where(TopicFactRow.topic_id == row.id))
    return row


def retire_topic(session: Session, topic_id: int) -> None:
    """Take a topic out of the lists; those who follow it have nothing new on it any more."""
    session.execute(update(TopicRow).where(TopicRow.id == topic_id).values(state="retired"))


def match_new_facts(session: Session) -> int:
    """Match facts that went live since the last time against every topic; return the newest.

    In a write transaction: topics are locked, so that each fact is matched by one process.
    """
    newest = last_number(session, WENT_LIVE)
    behind = [
        row
        for row in session.scalars(
            select(TopicRow)
            .where(TopicRow.state == LIVE, TopicRow.matched_to < newest)
            .order_by(TopicRow.id)
            .with_for_update()
        )
        if row.rule != Rule.EVERYTHING.value
    ]
    by_start: dict[int, list[TopicRow]] = defaultdict(list)
    for row in behind:
        by_start[row.matched_to].append(row)
    for start, rows in by_start.items():
        matchers = {row.id: matcher(_topic(row)) for row in rows}
        _add(session, matching(session, matchers, (FactRow.went_live > start,)))
        _add(session, _labelled(session, rows, start))
        for row in rows:
            row.matched_to = newest
    session.flush()
    return newest


def move_to_topic(session: Session, fact_id: int, before: str | None, after: str | None) -> None:
    """Put a fact on the live topic of a name, and take it off that of another."""
    for row in session.scalars(select(TopicRow).where(TopicRow.state == LIVE)):
        if before and fold(row.name) == fold(before):
            here = (TopicFactRow.topic_id == row.id, TopicFactRow.fact_id == fact_id)
            session.execute(delete(TopicFactRow).where(*here))
        if after and fold(row.name) == fold(after):
            _add(session, [(row.id, fact_id)])


def _labelled(session: Session, rows: Sequence[TopicRow], start: int) -> list[tuple[int, int]]:
    """Return (topic, fact) for facts that are labelled with a topic's name, whatever they hold."""
    named = {fold(row.name): row.id for row in rows}
    labels = session.execute(
        select(FactRow.id, FactRow.topic).where(
            FactRow.went_live > start, FactRow.topic.is_not(None)
        )
    )
    return [(named[fold(t)], fact_id) for fact_id, t in labels if t and fold(t) in named]


def matching(
    session: Session, matchers: Mapping[int, Matcher], where: Iterable[ColumnElement[bool]]
) -> list[tuple[int, int]]:
    """Return (topic, fact) for every fact of these that is on one of the topics."""
    stems = _stem_of_term(session, {stem for m in matchers.values() for stem in m.stems})
    facts = select(FactRow.id, FactRow.terms, FactRow.visibility).where(*where)
    possible = {}
    for fact_id, terms, label in session.execute(facts.order_by(FactRow.id)):
        # What only a more restricted document says around a fact puts it on no topic.
        seen = stems[LABELS.index(label)]
        held = {seen[term] for term in terms.split() if term in seen}
        if held:
            possible[fact_id] = held
    wanted = any(m.names for m in matchers.values())
    names = _names(session, list(possible)) if wanted else {}
    return [
        (topic_id, fact_id)
        for fact_id, held in possible.items()
        for topic_id, rule in matchers.items()
        if rule.holds(held, names.get(fact_id, frozenset()))
    ]


def on_topics(topics: Sequence[Topic]) -> list[ColumnElement[bool]]:
    """Return the condition that a fact is on one of these topics; none at all for everything."""
    if any(topic.rule is Rule.EVERYTHING for topic in topics):
        return []
    ids = [topic.id for topic in topics]
    return [
        exists().where(TopicFactRow.fact_id == FactRow.id, TopicFactRow.topic_id.in_(ids)),
    ]


def seen_by(viewer: Viewer, since: date | None = None) -> ColumnElement[bool]:
    """Return the condition that a fact may be seen: one of its standing passages may.

    With `since`, in a document of which is known that it was published on that day or later.
    """
    dated = []
    if since is not None:
        dated = [DocumentRow.earliest == DocumentRow.latest, DocumentRow.earliest >= since]
    return exists().where(
        PassageRow.fact_id == FactRow.id,
        PassageRow.document_id == DocumentRow.id,
        PassageRow.live_until.is_(None),
        DocumentRow.visibility.in_(viewer.labels),
        *dated,
    )


def count_standing(
    session: Session,
    topics: Sequence[Topic],
    *,
    viewer: Viewer,
    now: datetime,
    since: date | None = None,
) -> int:
    """Return how many facts this viewer may see that stand on topics; see `seen_by`."""
    if not topics:
        return 0
    wanted = [*stands(now), *on_topics(topics), seen_by(viewer, since)]
    return session.scalar(select(func.count()).select_from(FactRow).where(*wanted)) or 0


def frequent_names(
    session: Session, *, viewer: Viewer, now: datetime, most: int
) -> list[tuple[str, int]]:
    """Return the full names that most of the newest facts hold, with the number of facts."""
    newest = (
        select(FactRow.id, PassageRow.names)
        .join(PassageRow, PassageRow.fact_id == FactRow.id)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(*stands(now), DocumentRow.visibility.in_(viewer.labels))
        .order_by(FactRow.went_live.desc(), PassageRow.id)
        .limit(NEWEST)
    )
    held = {(fact_id, n["name"]) for fact_id, names in session.execute(newest) for n in names}
    counted = Counter(name for _, name in held)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _add(session: Session, pairs: Sequence[tuple[int, int]]) -> None:
    for chunk in chunks(pairs):
        rows = [{"topic_id": topic_id, "fact_id": fact_id} for topic_id, fact_id in chunk]
        session.execute(insert_into(session, TopicFactRow).on_conflict_do_nothing(), rows)


def _stem_of_term(session: Session, stems: set[str]) -> list[dict[str, str]]:
    """Return, for each level of visibility, the stems of terms as they are written at it."""
    known = select(TermRow.id, TermRow.stem).where(TermRow.stem.in_(sorted(stems)))
    rows = session.execute(known).all()
    return [
        {encoded(term_id, level): stem for term_id, stem in rows} for level in range(len(LABELS))
    ]


def _names(session: Session, fact_ids: Sequence[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for chunk in chunks(fact_ids):
        rows = session.execute(
            select(PassageRow.fact_id, PassageRow.names)
            .join(FactRow, FactRow.id == PassageRow.fact_id)
            .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
            .where(PassageRow.fact_id.in_(chunk), DocumentRow.visibility == FactRow.visibility)
        )
        for fact_id, names in rows:
            found[fact_id].update(fold(name["name"]) for name in names)
    return found


def _topic(row: TopicRow) -> Topic:
    return Topic(
        id=row.id,
        key=row.key,
        name=row.name,
        words=tuple(row.words),
        names=tuple(row.names),
        aliases=tuple(row.aliases),
        rule=Rule(row.rule),
    )
