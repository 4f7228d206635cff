"""What is told with an answer besides its facts: age, "as of", and what it has overtaken."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.finding import Reply
from bot.services.ruled import rulings_told
from bot.views.answers import Overtaken, Telling
from bot.views.rulings import Ruled
from db.queries.answers import document_count
from db.queries.documents import newest_document_day
from db.queries.links import links_of
from db.queries.quotes import quotes
from db.queries.rulings import rulings_around
from db.viewer import Viewer
from facts.answering.present import asks_of_now
from facts.answering.types import Bearing, Status
from facts.links import LinkKind
from facts.quote import Quote

_NEWER = {LinkKind.UPDATED, LinkKind.CORRECTED}


def telling_of(session: Session, now: datetime, reply: Reply, *, viewer: Viewer) -> Telling:
    """Return what is told with a reply; everything in it may be seen by the viewer."""
    found = reply.answer
    settled = found.status in {Status.FOUND, Status.CONFLICT}
    return Telling(
        documents=document_count(session, viewer),
        newest=newest_document_day(session, viewer),
        as_of=found.status is Status.FOUND and asks_of_now(reply.question.text),
        overtaken=_overtaken(session, now, reply, viewer) if settled else (),
        rulings=_rulings(session, now, reply, viewer) if settled else (),
        may_wait=found.status is Status.UNKNOWN and found.reason not in {"no_words", "no_more"},
    )


def telling_for(session: Session, now: datetime, fact_id: int, *, viewer: Viewer) -> Telling:
    """Return what is told with a fact that was chosen."""
    return Telling(
        newest=newest_document_day(session, viewer),
        overtaken=overtaken_by(session, now, fact_id, viewer=viewer),
        rulings=rulings_told(
            session, now, fact_id, rulings=rulings_around(session, [fact_id]), viewer=viewer
        ),
    )


def overtaken_by(
    session: Session, now: datetime, fact_id: int, *, viewer: Viewer
) -> tuple[Overtaken, ...]:
    """Return the earlier facts that a fact has corrected or brought up to date, newest last."""
    links = [
        link
        for link in links_of(session, [fact_id], viewer=viewer, now=now)
        if link.later_id == fact_id and link.kind in _NEWER
    ]
    earlier = quotes(session, [link.earlier_passage for link in links], viewer=viewer)
    by_passage = {quote.passage_id: quote for quote in earlier}
    return tuple(
        Overtaken(by_passage[link.earlier_passage], link.kind is LinkKind.CORRECTED, link.reason)
        for link in links
        if link.earlier_passage in by_passage
    )


def _overtaken(
    session: Session, now: datetime, reply: Reply, viewer: Viewer
) -> tuple[Overtaken, ...]:
    """Return what the first fact has overtaken, by links and by what the answer says."""
    linked = overtaken_by(session, now, reply.answer.facts[0].candidate.fact_id, viewer=viewer)
    known = {one.quote.fact_id for one in linked}
    ranked = (
        Overtaken(quote, corrected=False) for quote in _earlier(reply) if quote.fact_id not in known
    )
    return (*linked, *ranked)


def _rulings(session: Session, now: datetime, reply: Reply, viewer: Viewer) -> tuple[Ruled, ...]:
    first = reply.answer.facts[0].candidate.fact_id
    return rulings_told(session, now, first, rulings=reply.rulings, viewer=viewer)


def _earlier(reply: Reply) -> list[Quote]:
    pairs = zip(reply.answer.facts, reply.quotes, strict=True)
    return [quote for fact, quote in pairs if fact.bearing is Bearing.EARLIER]
