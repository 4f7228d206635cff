"""What may be seen in a chat: a person's own clearance in private, the chat's label in a group."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.among import among, ids_named
from db.models import ChatRow, PersonRow
from db.personal import FORGOTTEN
from db.viewer import EVERYTHING, NOTHING, RESTRICTED, Viewer, cleared

READER, EDITOR, REMOVED = "reader", "editor", "removed"
# Made once: every batch of digests asks for it.
_SHOWN_TO = (
    select(
        ChatRow.id,
        ChatRow.kind,
        ChatRow.clearance,
        PersonRow.access,
        PersonRow.role,
        PersonRow.clearance,
        PersonRow.editor_clearance,
    )
    .outerjoin(PersonRow, PersonRow.id == ChatRow.id)
    .where(among(ChatRow.id, ids_named("ids")))
)


def viewer_of_person(person: PersonRow) -> Viewer:
    """Return what a person may see in private: readers and editors what an admin said."""
    return _in_private(person.access, person.role, person.clearance, person.editor_clearance)


def clearance_of(person: PersonRow) -> str:
    """Return the label up to which a person may see documents in the role that they have."""
    return _clearance(person.role, person.clearance, person.editor_clearance)


def viewers_of(session: Session, chat_ids: Sequence[int]) -> dict[int, Viewer]:
    """Return what may be seen in each of the chats; in one that is not known, nothing.

    In a chat of several people it is the chat's own label, whoever asks.
    """
    found = dict.fromkeys(chat_ids, NOTHING)
    known: dict[tuple[str | None, ...], Viewer] = {}
    for chat_id, kind, label, *person in session.execute(_SHOWN_TO, {"ids": list(found)}):
        key = (kind, label, *person)
        if key not in known:
            known[key] = _in_private(*person) if kind == "private" else cleared(label)
        found[chat_id] = known[key]
    return found


def viewer_of(session: Session, chat_id: int) -> Viewer:
    """Return what may be seen in a chat."""
    return viewers_of(session, [chat_id])[chat_id]


def viewer_of_actor(session: Session, actor: str) -> Viewer:
    """Return what somebody sees who does something: at the terminal everything, else their own.

    Of whoever is no longer there, or is let in no more, it is what everybody may see.
    """
    if actor.isdecimal():
        seen = viewer_of(session, int(actor))
        return seen if seen.labels else Viewer()
    return Viewer() if actor.startswith(FORGOTTEN) else EVERYTHING


def _in_private(
    access: str | None, role: str | None, reading: str | None, editing: str | None
) -> Viewer:
    if reading is None or editing is None:  # nobody that we know of
        return Viewer()
    if access == REMOVED:
        return NOTHING
    return cleared(_clearance(role, reading, editing))


def _clearance(role: str | None, reading: str, editing: str) -> str:
    return {READER: reading, EDITOR: editing}.get(role or READER, RESTRICTED)
