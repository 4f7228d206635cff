"""Who is let in, and as what. Admins are numeric ids; usernames decide nothing."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.subscribing import revive, revive_if_open
from db.models import PersonRow
from db.queries.audit import record
from db.queries.chats import rest_chat
from db.queries.clearances import READER, REMOVED, viewer_of, viewer_of_person
from db.queries.doors import ADMITTED, BELIEVED_IN, BELIEVED_OUT, Doors, to_ask_about
from db.queries.people import (
    ADMIN,
    add_claim,
    any_admin,
    ensure_chat,
    ensure_person,
    gate_known,
    keep_gate,
    use_claim,
)
from db.viewer import Viewer

ASKED_AT_ONCE = 50
LEFT = "the person left the chat whose members may ask"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who wrote, and in which chat, as Telegram tells it.

    No `person_id`: somebody who writes in the chat's own name, whom nobody can tell apart.
    """

    person_id: int | None
    name: str
    chat_id: int
    chat_kind: str
    chat_title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether somebody may ask, as what, and what they may see.

    `ask_gate`: only whether they are in the chat whose members may ask could let them in.
    """

    allowed: bool
    role: str
    viewer: Viewer
    language: str | None
    ask_gate: bool = False


def admit(
    session: Session,
    now: datetime,
    *,
    visitor: Visitor,
    admin_ids: Collection[int],
    open_to_all: bool,
    gate_chat: int | None = None,
) -> Admission:
    """Register who wrote and where, and say what they may do.

    Who is in `gate_chat`, as far as that is known by `note_gate`, may ask too.
    """
    ensure_chat(
        session,
        now,
        chat_id=visitor.chat_id,
        kind=visitor.chat_kind,
        title=visitor.chat_title or visitor.name,
    )
    if visitor.person_id is None:
        allowed = open_to_all or visitor.chat_id == gate_chat
        return Admission(allowed, READER, viewer_of(session, visitor.chat_id), visitor.language)
    person = ensure_person(
        session, now, person_id=visitor.person_id, name=visitor.name, language=visitor.language
    )
    if visitor.person_id in admin_ids and person.role != ADMIN:
        _promote(session, now, person, "settings")
    let_in = open_to_all or person.role != READER or person.access == ADMITTED
    removed = person.access == REMOVED
    inside = None
    if gate_chat is not None and not (let_in or removed):
        inside = gate_known(session, now, person_id=person.id, chat_id=gate_chat)
    asking = gate_chat is not None and inside is None and not (let_in or removed)
    allowed = not removed and (let_in or bool(inside))
    if allowed:
        revive(session, now, visitor.chat_id)
    private = visitor.chat_kind == "private"
    viewer = viewer_of_person(person) if private else viewer_of(session, visitor.chat_id)
    return Admission(allowed, person.role, viewer, person.language, asking)


def note_gate(
    session: Session, now: datetime, *, person_id: int, chat_id: int, inside: bool
) -> None:
    """Keep whether a person is in the chat whose members may ask, for a while.

    The briefings of whoever has left rest, nothing that they are owed is sent, and all of it is
    taken up when they come back. Of people who never wrote to the bot nothing is kept.
    """
    person = session.get(PersonRow, person_id)
    if person is None:
        return
    until = now + (BELIEVED_IN if inside else BELIEVED_OUT)
    keep_gate(session, person_id=person_id, chat_id=chat_id, inside=inside, until=until)
    if person.role != READER or person.access in (ADMITTED, REMOVED):
        return
    if not inside:
        rest_chat(session, now, chat_id=person_id, reason=LEFT)
    else:
        revive_if_open(session, now, person_id)


def people_to_ask_about(session: Session, now: datetime, *, doors: Doors) -> list[int]:
    """Return some people of whom is to be known, before they are briefed, that they are inside."""
    return to_ask_about(session, now, doors, most=ASKED_AT_ONCE)


def new_claim(session: Session, now: datetime, admin_ids: Collection[int]) -> str | None:
    """Return a fresh one-time admin code, or None when there is an admin already."""
    if admin_ids or any_admin(session):
        return None
    code = secrets.token_urlsafe(9)
    add_claim(session, now, _hash(code))
    return code


def claim(session: Session, now: datetime, *, code: str, person_id: int) -> bool:
    """Make a person an admin who sends an unused code; say whether it was valid."""
    if not use_claim(session, now, code_sha256=_hash(code), person_id=person_id):
        return False
    person = session.get_one(PersonRow, person_id)
    _promote(session, now, person, "claim code")
    return True


def _promote(session: Session, now: datetime, person: PersonRow, by: str) -> None:
    before, person.role = person.role, ADMIN
    record(
        session,
        now,
        actor="system",
        verb="grant",
        subject=f"person {person.id}",
        particulars={"before": before, "after": ADMIN, "by": by},
    )


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
