"""Who is briefed when, what became of the last digests, what a chat would be sent now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.services.became import waiting_with_digests
from bot.services.composing import Batch, compose_all
from bot.services.recovering import go_back
from bot.services.subscribing import HELD, card_of
from bot.views.subscriptions import Card
from db.address import address
from db.queries.clearances import viewer_of
from db.queries.digests import digest_states, last_of_unknown_fate
from db.queries.subscriptions import (
    as_read,
    count_by_state,
    due_next,
    subscriptions_of_chat,
    topics_followed,
)
from db.queries.topics import match_new_facts
from facts.errors import BriefingError

LOOKED_BACK = timedelta(days=1)


class NotSubscribed(BriefingError):
    """A chat that is not briefed on anything."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Subscriptions by state, the last day's digests by state, and who is due next."""

    subscriptions: Mapping[str, int]
    digests: Mapping[str, int]
    next: Sequence[tuple[int, Card]]


@dataclass(frozen=True, slots=True)
class WouldSend:
    """What a subscription would be sent now: the messages as HTML, and what is left out."""

    card: Card
    messages: tuple[str, ...]
    more: int
    repeats: int


def forecast(session: Session, now: datetime, *, most: int) -> Forecast:
    """Return who is due next, up to `most`, with the counts."""
    rows = due_next(session, most=most)
    return Forecast(
        subscriptions=count_by_state(session),
        digests=digest_states(session, now - LOOKED_BACK),
        next=[(row.chat_id, card_of(session, now, row)) for row in rows],
    )


def would_send(session: Session, now: datetime, *, chat_id: int) -> list[WouldSend]:
    """Return what each subscription of a chat would be sent now; the caller rolls back.

    Raises NotSubscribed.
    """
    rows = subscriptions_of_chat(session, chat_id, HELD)
    if not rows:
        raise NotSubscribed(f"Chat {chat_id} is not briefed on anything.")
    match_new_facts(session)
    numbers = [row.id for row in rows]
    topics = topics_followed(session, numbers)
    addresses = [address(row.chat_id, row.thread_id) for row in rows]
    became = waiting_with_digests(session, now, addresses)
    missed = last_of_unknown_fate(session, numbers)
    viewer = viewer_of(session, chat_id)
    shown = []
    for row in rows:
        go_back(session, row)
        batch = Batch(session, now, viewer)
        made = compose_all(batch, [as_read(row)], topics, became, missed)[row.id]
        messages = tuple(part.message.html for part in made.parts)
        composition = made.composition
        more, repeats = len(composition.more), len(composition.repeats)
        shown.append(WouldSend(card_of(session, now, row), messages, more, repeats))
    return shown
