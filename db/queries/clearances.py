"""What may be seen in a chat: a person's own clearance in private, the chat's label in a group."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ChatRow, PersonRow
from db.queries.terms import chunks
from db.viewer import EVERYTHING, NOTHING, Viewer, cleared

READER, REMOVED = "reader", "removed"


def viewer_of_person(person: PersonRow) -> Viewer:
    """Return what a person may see in private: editors and admins everything."""
    if person.access == REMOVED:
        return NOTHING
    return cleared(person.clearance) if person.role == READER else EVERYTHING


def viewers_of(session: Session, chat_ids: Sequence[int]) -> dict[int, Viewer]:
    """Return what may be seen in each of the chats; in one that is not known, nothing.

    In a chat of several people it is the chat's own label, whoever asks.
    """
    found = dict.fromkeys(chat_ids, NOTHING)
    for chunk in chunks(sorted(found)):
        rows = session.execute(
            select(ChatRow.id, ChatRow.kind, ChatRow.clearance).where(ChatRow.id.in_(chunk))
        ).all()
        found.update((chat, cleared(label)) for chat, kind, label in rows if kind != "private")
        private = [chat for chat, kind, _ in rows if kind == "private"]
        people = session.scalars(select(PersonRow).where(PersonRow.id.in_(private))).all()
        known = {person.id: viewer_of_person(person) for person in people}
        found.update((chat, known.get(chat, Viewer())) for chat in private)
    return found


def viewer_of(session: Session, chat_id: int) -> Viewer:
    """Return what may be seen in a chat."""
    return viewers_of(session, [chat_id])[chat_id]
