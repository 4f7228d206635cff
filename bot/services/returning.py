"""Facts that stand again: told to everybody who was told that they did not, once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.marking import owe_marks
from bot.services.owing import Later, owe_later
from bot.services.reaching import Way, ways
from bot.services.shown import checked_quotes
from bot.views.digests import return_notice
from db.address import Address
from db.queries.clearances import viewers_of
from db.queries.corrections import (
    Told,
    add_withdrawals_told,
    not_begun,
    not_failed,
    take_off,
)
from db.queries.statements import newest_passage
from db.viewer import Viewer
from facts.quote import Quote

TAKEN_BACK = "taken back before it was sent"
Again = Mapping[Address, Sequence[tuple[int, int | None]]]


def owe_returns(
    session: Session,
    now: datetime,
    told: Sequence[Told],
    returned: Collection[int],
    withdrawn: Collection[int],
) -> int:
    """Owe word that facts stand again; return how many messages that are.

    `told` are those who were told otherwise. A correction that was not sent yet is taken off
    instead, and what else was not sent yet loses it as it is sent. What had stood in a fact's
    place is told gone in the same message.
    """
    again = _told_otherwise(session, now, told, set(returned), set(withdrawn))
    if not again:
        return 0
    how = ways(session, now, again, ZoneInfo("UTC"))
    messages = _messages(session, again, how)
    ids = owe_later(session, now, [message for _, message in messages])
    first = {at: i for (at, _), i in reversed(list(zip(messages, ids, strict=True)))}
    _tell_gone(session, now, again, first)
    facts = {at: [fact_id for fact_id, _ in pairs] for at, pairs in again.items()}
    owe_marks(session, now, facts, how, verdict="returned")
    later = {at: [gone for _, gone in pairs if gone] for at, pairs in again.items()}
    owe_marks(session, now, later, how, verdict="withdrawn")
    return len(messages)


def _told_otherwise(
    session: Session, now: datetime, told: Sequence[Told], back: set[int], withdrawn: set[int]
) -> Again:
    """Return who was told that facts stand no more, and what was told to stand in their place."""
    wrong = [one for one in told if one[1] in back and one[3] is not None]
    notices = {delivery_id for *_, delivery_id in wrong if delivery_id is not None}
    waiting = not_begun(session, notices)
    off = {at for _, _, later, at in wrong if later and at and waiting.get(at) == "correction"}
    take_off(session, now, off, TAKEN_BACK)
    arrived = not_failed(session, notices - waiting.keys())
    again: dict[Address, list[tuple[int, int | None]]] = defaultdict(list)
    for at, fact_id, later_id, delivery_id in wrong:
        gone = later_id if later_id in withdrawn else None
        # A digest that waits tells a correction by what still stands: nothing takes that out.
        kept = delivery_id in waiting.keys() - off and later_id is not None and gone is None
        if delivery_id in arrived or kept:
            again[at].append((fact_id, gone))
    return again


def _messages(
    session: Session, again: Again, how: Mapping[Address, Way]
) -> list[tuple[Address, Later]]:
    facts = sorted({fact for pairs in again.values() for pair in pairs for fact in pair if fact})
    passages = {fact_id: newest_passage(session, fact_id) for fact_id in facts}
    stated = [passage for passage in passages.values() if passage is not None]
    viewers = viewers_of(session, sorted({at.chat_id for at in again}))
    shown: dict[Viewer, dict[int, Quote]] = {
        viewer: {quote.fact_id: quote for quote in checked_quotes(session, stated, viewer)}
        for viewer in set(viewers.values())
    }
    messages = []
    for at, pairs in again.items():
        quoted = shown[viewers[at.chat_id]]
        known = [(quoted[fact], quoted.get(gone or 0)) for fact, gone in pairs if fact in quoted]
        messages += [(at, how[at].correction(part)) for part in return_notice(known)]
    return messages


def _tell_gone(
    session: Session, now: datetime, again: Again, deliveries: Mapping[Address, int]
) -> None:
    rows: list[dict[str, Any]] = [
        {
            "chat_id": at.chat_id,
            "thread_id": at.thread_id,
            "fact_id": gone,
            "ended_at": now,
            "delivery_id": deliveries.get(at),
            "told_at": now,
        }
        for at, pairs in again.items()
        for _, gone in pairs
        if gone is not None
    ]
    add_withdrawals_told(session, rows)
