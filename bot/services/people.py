"""Who may ask and see what: invited, let in on request, given a role or a clearance, removed."""

import hashlib
import logging
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.services.labelling import checked_label
from bot.services.recomposing import recompose_hidden
from bot.services.subscribing import revive_if_open
from db.models import ChatRow, InviteRow, PersonRow
from db.queries.audit import record
from db.queries.chats import forget_owed
from db.queries.clearances import EDITOR, READER, REMOVED, clearance_of
from db.queries.doors import ADMITTED
from db.queries.people import (
    ADMIN,
    admins,
    chat_locked,
    groups,
    open_invites,
    people_page,
    person_locked,
    take_invite,
    uses_of,
)
from db.viewer import PUBLIC, RESTRICTED
from facts.errors import BriefingError

log = logging.getLogger(__name__)
INVITED = "inv_"
ROLES = (READER, EDITOR, ADMIN)
# An admin is made by name, not by a link that can be passed on.
INVITED_ROLES = (READER, EDITOR)
NEW, ASKED, REFUSED = "new", "asked", "refused"
MOST_USES, MOST_DAYS = 500, 365


class AccessRefused(BriefingError):
    """Somebody cannot be let in, given a role or removed like that."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invite as it was made; the code is known only now."""

    number: int
    code: str
    role: str
    uses: int
    until: datetime


def invite(
    session: Session, now: datetime, *, role: str, uses: int, days: int, actor: str
) -> Invited:
    """Make an invite that lets so many people in until it expires; raises AccessRefused."""
    if role not in INVITED_ROLES:
        raise AccessRefused("An invite makes readers or editors: admins are named in /people.")
    if not (1 <= uses <= MOST_USES and 1 <= days <= MOST_DAYS):
        raise AccessRefused(f"Give 1 to {MOST_USES} uses and 1 to {MOST_DAYS} days.")
    code = secrets.token_urlsafe(12)
    until = now + timedelta(days=days)
    row = InviteRow(
        code_sha256=_hash(code),
        role=role,
        uses=uses,
        used=0,
        expires_at=until,
        made_by=actor,
        made_at=now,
        revoked_at=None,
    )
    session.add(row)
    session.flush()
    told = {"role": role, "uses": uses, "until": until.isoformat()}
    _record(session, now, actor, "invite", f"invite {row.id}", told)
    return Invited(row.id, INVITED + code, role, uses, until)


def list_invites(session: Session, now: datetime) -> Sequence[InviteRow]:
    """Return the invites that still let people in, the newest first."""
    return open_invites(session, now)


def revoke(session: Session, now: datetime, *, number: int, actor: str) -> None:
    """Let an invite let nobody in any more; raises AccessRefused when it does not anyway."""
    row = next((row for row in open_invites(session, now) if row.id == number), None)
    if row is None:
        raise AccessRefused(f"There is no open invite {number}.")
    row.revoked_at = now
    _record(session, now, actor, "revoke", f"invite {number}", {"used": uses_of(row)})


def accept_invite(session: Session, now: datetime, *, code: str, person_id: int) -> str | None:
    """Let in whoever brings a good code; return their role, None when it is not good.

    Each person uses an invite up once. Who was removed is let in by an admin only.
    """
    person = person_locked(session, person_id)
    if person is None or person.access == REMOVED:
        log.warning("person %d brought an invite and was removed before", person_id)
        return None
    row = take_invite(session, now, _hash(code.removeprefix(INVITED)))
    if row is None:
        log.warning("person %d brought an invite that is not valid", person_id)
        return None
    if person.access == ADMITTED and ROLES.index(person.role) >= ROLES.index(row.role):
        row.used -= 1  # they had it all already
        return person.role
    before = {"role": person.role, "access": person.access}
    _let_in(session, now, person)
    person.role = max(person.role, row.role, key=ROLES.index)
    after = {"role": person.role, "access": person.access}
    told = {"before": before, "after": after, "invite": row.id}
    _record(session, now, str(person_id), "join", f"person {person_id}", told)
    return person.role


def ask_to_be_let_in(session: Session, now: datetime, *, person_id: int) -> bool:
    """Note that a stranger wants to be let in; say whether that is new, so that it is told once."""
    person = person_locked(session, person_id)
    if person is None or person.access != NEW:
        return False
    person.access = ASKED
    return True


def set_access(
    session: Session, now: datetime, *, person_id: int, admit: bool, actor: str
) -> PersonRow:
    """Let a person in or refuse them; raises AccessRefused when that was decided already."""
    person = _person(session, person_id)
    after = ADMITTED if admit else REFUSED
    if person.access == after or (not admit and person.access != ASKED):
        raise AccessRefused("This was decided already.")
    told = {"before": person.access, "after": after}
    person.access = after
    if admit:
        _let_in(session, now, person)
    _record(session, now, actor, "access", f"person {person_id}", told)
    return person


def set_role(
    session: Session,
    now: datetime,
    *,
    person_id: int,
    role: str,
    actor: str,
    admin_ids: Collection[int],
) -> PersonRow:
    """Give a person a role; raises AccessRefused for the last admin and unknown roles."""
    person = _person(session, person_id)
    if role not in ROLES:
        raise AccessRefused(f"“{role[:20]}” is no role: give {', '.join(ROLES)}.")
    if person.role == ADMIN != role:
        _keep_an_admin(session, person, admin_ids)
    told = {"before": person.role, "after": role}
    person.role = role
    _let_in(session, now, person)
    session.flush()
    recompose_hidden(session, now)
    if told["before"] != role:
        _record(session, now, actor, "grant", f"person {person_id}", told)
    return person


def set_clearance(
    session: Session, now: datetime, *, person_id: int, label: str, actor: str
) -> PersonRow | ChatRow:
    """Say what a person in their role, or a group by its number, may see; raises AccessRefused.

    An admin sees everything.
    """
    found = chat_locked(session, person_id) if person_id < 0 else _person(session, person_id)
    if found is None:
        raise AccessRefused(f"No group {person_id} is known.")
    if isinstance(found, PersonRow) and found.role == ADMIN:
        raise AccessRefused("Admins see everything: make them an editor or a reader first.")
    told = _cleared(found, checked_label(label))
    session.flush()
    recompose_hidden(session, now)
    kind = "chat" if person_id < 0 else "person"
    if told["before"] != told["after"]:
        _record(session, now, actor, "clear", f"{kind} {person_id}", told)
    return found


def _cleared(found: PersonRow | ChatRow, label: str) -> dict[str, str]:
    """Set what may be seen by a person in their role, or in a group; return before and after."""
    if isinstance(found, PersonRow) and found.role == EDITOR:
        before, found.editor_clearance = found.editor_clearance, label
    else:
        before, found.clearance = found.clearance, label
    return {"before": before, "after": label}


def remove(
    session: Session, now: datetime, *, person_id: int, actor: str, admin_ids: Collection[int]
) -> PersonRow:
    """Put a person out at once: they see nothing, are owed nothing, are briefed no more.

    Raises AccessRefused for the last admin.
    """
    person = _person(session, person_id)
    if person.role == ADMIN:
        _keep_an_admin(session, person, admin_ids)
    held = clearance_of(person)
    before = {"role": person.role, "clearance": held, "access": person.access}
    person.role, person.clearance, person.access = READER, PUBLIC, REMOVED
    person.editor_clearance = RESTRICTED
    owed = forget_owed(session, now, chat_id=person_id, reason="the person was removed")
    told = {"before": before, "after": {"access": REMOVED}, "not_sent": owed}
    _record(session, now, actor, "remove", f"person {person_id}", told)
    return person


def list_people(
    session: Session, now: datetime, *, page: int, size: int
) -> tuple[Sequence[PersonRow], int]:
    """Return a page of people, those who ask to be let in first, and how many there are."""
    return people_page(session, page=page, size=size)


def all_admins(session: Session, now: datetime, *, admin_ids: Collection[int]) -> list[int]:
    """Return the admins who have written to the bot: only they can be told something."""
    named = {*admins(session), *admin_ids}
    return [admin for admin in sorted(named) if chat_locked(session, admin) is not None]


def list_groups(session: Session, now: datetime) -> Sequence[ChatRow]:
    """Return the groups that the bot knows."""
    return groups(session)


def person_card(session: Session, now: datetime, *, person_id: int) -> PersonRow:
    """Return a person; raises AccessRefused when nobody has this id."""
    return _person(session, person_id)


def _let_in(session: Session, now: datetime, person: PersonRow) -> None:
    """Let a person in; what they were briefed on before goes on."""
    person.access = ADMITTED
    revive_if_open(session, now, person.id)


def _keep_an_admin(session: Session, person: PersonRow, admin_ids: Collection[int]) -> None:
    if person.id in admin_ids:
        raise AccessRefused("This admin stands in ADMIN_IDS: take the id out of the settings.")
    if not {*admins(session), *admin_ids} - {person.id}:
        raise AccessRefused("This is the last admin: name another one first.")


def _person(session: Session, person_id: int) -> PersonRow:
    person = person_locked(session, person_id)
    if person is None:
        raise AccessRefused(f"No person {person_id} has written to the bot yet.")
    return person


def _record(
    session: Session, now: datetime, actor: str, verb: str, subject: str, told: Mapping[str, object]
) -> None:
    record(session, now, actor=actor, verb=verb, subject=subject, particulars=told)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
