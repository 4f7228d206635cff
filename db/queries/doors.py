"""Whose private chats may be written to, where not everybody may ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from db.among import among, ids_of
from db.models import ChatRow, DeliveryRow, GateRow, PersonRow, SubscriptionRow
from db.queries.clearances import READER, REMOVED
from db.queries.deliveries import IS_OPEN

ADMITTED = "admitted"
BELIEVED_IN = timedelta(hours=1)
# Who has just joined the chat is not kept waiting.
BELIEVED_OUT = timedelta(minutes=1)
# Before somebody is briefed, what is known of them is at most so old.
FRESH = timedelta(minutes=5)
# Who has left is asked about once more after so long: they may have come back.
ASKED_AGAIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Doors:
    """Who may ask besides those who were let in: everybody, or the members of `gate_chat`."""

    open_to_all: bool = True
    gate_chat: int | None = None


EVERYBODY = Doors()


@dataclass(frozen=True, slots=True)
class Shut:
    """Private chats of people who may not ask, and of those of whom that is not known just now."""

    out: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()


def shut(session: Session, now: datetime, chat_ids: Sequence[int], doors: Doors) -> Shut:
    """Return which of these chats may not be written to."""
    if doors.open_to_all:
        return Shut()
    rows = session.execute(
        select(PersonRow.id, PersonRow.access, GateRow.inside, GateRow.until)
        .outerjoin(GateRow, _gate(doors))
        .where(among(PersonRow.id, ids_of(chat_ids)), *_not_let_in())
    ).all()
    out = {
        person
        for person, access, inside, _ in rows
        if doors.gate_chat is None or access == REMOVED or inside is False
    }
    unsure = {person for person, _, _, until in rows if until is None or until <= now} - out
    return Shut(frozenset(out), frozenset(unsure))


def to_ask_about(session: Session, now: datetime, doors: Doors, *, most: int) -> list[int]:
    """Return people who are to be written to now, and of whom it was asked too long ago.

    Besides them those who had left long ago and whose briefings rest.
    """
    if doors.open_to_all or doors.gate_chat is None:
        return []
    due = SubscriptionRow.next_due_at <= now
    owed = IS_OPEN, DeliveryRow.chat_id == PersonRow.id, DeliveryRow.due_at <= now
    written_to = or_(_follows("active", due), exists().where(*owed))
    old = or_(GateRow.until.is_(None), GateRow.until <= now + BELIEVED_IN - FRESH)
    left = GateRow.inside.is_(False), GateRow.until <= now + BELIEVED_OUT - ASKED_AGAIN
    people = (
        select(PersonRow.id)
        .join(ChatRow, and_(ChatRow.id == PersonRow.id, ChatRow.state == "active"))
        .outerjoin(GateRow, _gate(doors))
        .where(*_not_let_in(), PersonRow.access != REMOVED)
        .where(or_(and_(written_to, old), and_(_follows("blocked"), *left)))
    )
    return list(session.scalars(people.order_by(PersonRow.id).limit(most)))


def _not_let_in() -> tuple[ColumnElement[bool], ...]:
    return PersonRow.role == READER, PersonRow.access != ADMITTED


def _gate(doors: Doors) -> ColumnElement[bool]:
    return and_(GateRow.person_id == PersonRow.id, GateRow.chat_id == (doors.gate_chat or 0))


def _follows(state: str, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    own = SubscriptionRow.chat_id == PersonRow.id, SubscriptionRow.state == state
    return exists().where(*own, *more)
