"""Looking further from a digest: the passage, the document, what did not fit, a whole topic."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.ports import Button, Message
from bot.services.delivering import Owed, owe
from bot.services.owing import Later, owe_later
from bot.services.shown import checked_quotes
from bot.services.subscribing import Place, SubscriptionRefused
from bot.services.topics import proposed
from bot.views import answers, documents
from bot.views.digests import quoted_pages
from bot.views.html import escape
from bot.views.parts import Part
from bot.views.texts import say
from db.queries.candidates import load_candidates
from db.queries.digests import digest_in_chat, missed_parts, new_facts, passage_shown, standing
from db.queries.documents import facts_in_document
from db.queries.quotes import quotes, reading_around
from db.queries.topics import count_standing, match_new_facts, topics_by_id, topics_seen
from db.viewer import Viewer
from facts.quote import Quote
from facts.types import Basis, NameKind

# A topic is shown up to so many facts; beyond that it is one to ask questions about.
MOST_STANDING = 600
MOST_NAMES = 8
NAMED = {NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE}


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of which list is asked for; `edits` is the message that it takes the place of."""

    place: Place
    number: int = 0
    edits: int | None = None


def show_context(
    session: Session, now: datetime, *, page: Page, fact_id: int, viewer: Viewer, worker: str
) -> int:
    """Owe the passage around a fact that this chat was shown; return the delivery.

    Raises SubscriptionRefused when it was not shown here, and EvidenceBroken.
    """
    quote = _shown(session, page.place, fact_id, viewer)
    message = answers.passage(*reading_around(session, quote.passage_id))
    return _owe(session, now, "context", page, Part(message, (quote,)), worker)


def show_document(
    session: Session, now: datetime, *, page: Page, fact_id: int, viewer: Viewer, worker: str
) -> int:
    """Owe the particulars of the document of a fact that this chat was shown."""
    quote = _shown(session, page.place, fact_id, viewer)
    count = facts_in_document(session, quote.document.id)
    message = documents.particulars_message(quote.document, count)
    return _owe(session, now, "document", page, Part(message, ()), worker)


def show_list(
    session: Session,
    now: datetime,
    *,
    page: Page,
    digest_id: int,
    which: str,
    viewer: Viewer,
    worker: str,
) -> int:
    """Owe a page of what did not fit into a digest (`more`), or of its `repeats`."""
    digest = digest_in_chat(session, digest_id, page.place.chat_id)
    if digest is None:
        raise SubscriptionRefused("This briefing is not one of this chat.")
    ids = standing(session, digest.more if which == "more" else digest.repeats, now)
    found = load_candidates(session, ids, viewer=viewer)
    shown = checked_quotes(session, [c.passage_id for c in found], viewer)
    if not shown:
        return _owe(session, now, "digest", page, Part(Message(say("digest-gone")), ()), worker)
    head = say("digest-more") if which == "more" else say("digest-repeats")
    pages = quoted_pages(head, shown, "short")
    return _owe_page(session, now, page, pages, f"digest:{which}at:{digest_id}", worker)


def show_again(
    session: Session, now: datetime, *, page: Page, digest_id: int, viewer: Viewer, worker: str
) -> list[int]:
    """Owe the parts of a digest once more of which nobody knows whether they arrived.

    A part with a fact that may no longer be seen here is left out.
    """
    if digest_in_chat(session, digest_id, page.place.chat_id) is None:
        raise SubscriptionRefused("This briefing is not one of this chat.")
    missed = missed_parts(session, digest_id)
    found = {p for part in missed for p in part.passage_ids}
    by_passage = {q.passage_id: q for q in checked_quotes(session, sorted(found), viewer)}
    messages = []
    for part in missed:
        if not by_passage.keys() >= set(part.passage_ids):
            continue
        rows = tuple(tuple(Button(**b) for b in row) for row in part.body["buttons"])
        held = tuple(by_passage[p] for p in part.passage_ids if p in by_passage)
        shown = Part(Message(part.body["html"], rows), held)
        place = page.place
        messages.append(Later("digest", place.chat_id, place.thread_id, shown, now))
    return owe_later(session, now, messages, worker=worker)


def show_topic(
    session: Session,
    now: datetime,
    *,
    page: Page,
    topic_id: int,
    since: date | None,
    viewer: Viewer,
    worker: str,
) -> int:
    """Owe a page of everything that stands on a topic, in the order of its documents."""
    match_new_facts(session)
    seen = {topic.id for topic in topics_seen(session, viewer)}
    topics = [topic for topic in topics_by_id(session, [topic_id]) if topic.id in seen]
    if not topics:
        raise SubscriptionRefused("This topic is no longer there: see /topics.")
    asked: dict[str, Any] = {"viewer": viewer, "now": now, "since": since}
    facts = new_facts(session, topics, mark=None, covered_at=None, most=MOST_STANDING, **asked)
    facts.sort(key=lambda f: (f.day or date.min, f.document_id, f.passage_id))
    shown = checked_quotes(session, [fact.passage_id for fact in facts], viewer)
    full = len(facts) == MOST_STANDING
    count = count_standing(session, topics, **asked) if full else len(shown)
    named = escape(topics[0].name)
    told = say("brief-since", day=documents.day(since)) if since else ""
    if not shown:
        nothing = Message(say("brief-nothing", topic=named, since=told))
        return _owe(session, now, "digest", page, Part(nothing, ()), worker)
    head = [say("brief-head", topic=named, count=count, since=told)]
    if count > len(shown):
        head.append(say("brief-newest", shown=str(len(shown))))
    pages = quoted_pages("\n".join([*head, _voices(shown)]), shown, "short")
    data = f"brief:{topic_id}:{since.isoformat() if since else '-'}"
    return _owe_page(session, now, page, pages, data, worker)


def show_proposed(
    session: Session, now: datetime, *, page: Page, proposal: int, viewer: Viewer, worker: str
) -> int:
    """Owe a page of what a proposed topic would hold, the newest first; raises TopicRefused."""
    topic, ids = proposed(session, now, proposal=proposal, viewer=viewer)
    found = load_candidates(session, ids[:MOST_STANDING], viewer=viewer)
    shown = checked_quotes(session, [c.passage_id for c in found], viewer)
    head = [say("topic-facts", name=escape(topic.name), count=len(ids))]
    if len(ids) > len(shown):
        head.append(say("brief-newest", shown=str(len(shown))))
    pages = quoted_pages("\n".join(head), shown, "short")
    return _owe_page(session, now, page, pages, f"topic:facts:{proposal}", worker)


def _voices(shown: Sequence[Quote]) -> str:
    """Return who is heard in these facts, and who is only spoken of."""
    said = [q.attribution for q in shown if q.attribution.sure]
    heard = Counter(a.speaker for a in said if a.speaker and a.basis is not Basis.DOCUMENT)
    named = Counter(n.name for q in shown for n in q.names if n.kind in NAMED)
    mentioned = Counter({name: count for name, count in named.items() if name not in heard})
    lines = [say("brief-heard", names=_names(heard) or say("brief-nobody"))]
    if mentioned:
        lines.append(say("brief-mentioned", names=_names(mentioned)))
    return "\n".join(lines)


def _names(counted: Counter[str]) -> str:
    ordered = sorted(counted, key=lambda name: (-counted[name], name))
    more = " …" if len(ordered) > MOST_NAMES else ""
    return escape(", ".join(ordered[:MOST_NAMES])) + more


def _shown(session: Session, place: Place, fact_id: int, viewer: Viewer) -> Quote:
    passage_id = passage_shown(session, place.chat_id, fact_id)
    shown = quotes(session, [passage_id], viewer=viewer) if passage_id else []
    if not shown:
        raise SubscriptionRefused("This button no longer leads anywhere.")
    return shown[0]


def _owe_page(
    session: Session, now: datetime, page: Page, pages: Sequence[Part], data: str, worker: str
) -> int:
    number = min(page.number, len(pages) - 1)
    part = pages[number]
    turning = []
    if number > 0:
        turning.append(Button(say("button-previous"), data=f"{data}:{number - 1}"))
    if number < len(pages) - 1:
        turning.append(Button(say("button-next"), data=f"{data}:{number + 1}"))
    message = part.message
    if turning:
        told = say("brief-page", page=str(number + 1), of=str(len(pages)))
        buttons = (*message.buttons, tuple(turning))
        message = Message(f"{message.html}\n{told}", buttons)
    return _owe(session, now, "digest", page, Part(message, part.quotes), worker)


def _owe(session: Session, now: datetime, kind: str, page: Page, part: Part, worker: str) -> int:
    owed = Owed(
        kind=kind,
        chat_id=page.place.chat_id,
        message=part.message,
        quotes=part.quotes,
        thread_id=page.place.thread_id,
        edits=page.edits,
    )
    return owe(session, now, owed, worker=worker)
