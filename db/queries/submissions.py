"""Submissions: found, claimed by one worker at a time, and the messages that show them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.orm import Session, undefer

from db.inserting import insert_into
from db.models import (
    ChatRow,
    DocumentRow,
    LoadRow,
    PersonRow,
    SourceRow,
    SubmissionMessageRow,
    SubmissionRow,
)
from db.queries.loads import DESK_NOTE
from db.viewer import Viewer

RECEIVED, ASKED, WAITING = "received", "asked", "waiting"
REHEARSED, KNOWN, REFUSED, DROPPED = "rehearsed", "known", "refused", "dropped"


def add_submission(session: Session, values: dict[str, Any]) -> SubmissionRow | None:
    """Store a submission; None when this message is stored already: updates may come again."""
    added = insert_into(session, SubmissionRow).values(values).on_conflict_do_nothing()
    number = session.scalar(added.returning(SubmissionRow.id))
    return session.get(SubmissionRow, number) if number else None


def submission(session: Session, submission_id: int) -> SubmissionRow | None:
    """Return a submission with its content; on PostgreSQL its row is locked."""
    wanted = select(SubmissionRow).where(SubmissionRow.id == submission_id).with_for_update()
    fresh = {"populate_existing": True}
    return session.scalar(wanted.options(undefer(SubmissionRow.content)), execution_options=fresh)


def submission_by_load(session: Session, load_id: int) -> int | None:
    """Return the submission that a load was made of."""
    wanted = select(SubmissionRow.id).where(SubmissionRow.load_id == load_id)
    return session.scalar(wanted.order_by(SubmissionRow.id.desc()).limit(1))


def tell_again(session: Session, load_id: int) -> None:
    """Let the messages that show what a load was made of be brought up to date."""
    shown = update(SubmissionRow).where(SubmissionRow.load_id == load_id)
    session.execute(shown.values(told_at=None, worker=None, lease_until=None))


def growing_text(session: Session, chat_id: int, person_id: int) -> SubmissionRow | None:
    """Return the newest text of a person in a chat of which nothing was decided yet, locked."""
    wanted = (
        select(SubmissionRow)
        .where(SubmissionRow.chat_id == chat_id, SubmissionRow.person_id == person_id)
        .where(SubmissionRow.kind == "text", SubmissionRow.state.in_((RECEIVED, ASKED)))
        .order_by(SubmissionRow.id.desc())
        .limit(1)
        .with_for_update()
    )
    return session.scalar(wanted.options(undefer(SubmissionRow.content)))


def claim_submission(
    session: Session, submission_id: int, *, worker: str, now: datetime, until: datetime
) -> SubmissionRow | None:
    """Take a submission that waits to be read, or to be told of, unless another worker has it."""
    taken = (
        update(SubmissionRow)
        .where(SubmissionRow.id == submission_id, SubmissionRow.told_at.is_(None), _free(now))
        .values(worker=worker, lease_until=until)
        .returning(SubmissionRow.id)
    )
    return submission(session, submission_id) if session.scalar(taken) else None


def renew_claim(session: Session, submission_id: int, *, worker: str, until: datetime) -> bool:
    """Hold a claimed submission longer; say whether this worker still has it."""
    held = SubmissionRow.id == submission_id, SubmissionRow.worker == worker
    renewed = update(SubmissionRow).where(*held).values(lease_until=until)
    return session.scalar(renewed.returning(SubmissionRow.id)) is not None


def untold(session: Session, now: datetime) -> list[int]:
    """Return the submissions that wait for a worker, and that none holds."""
    wanted = select(SubmissionRow.id).where(SubmissionRow.told_at.is_(None), _free(now))
    return list(session.scalars(wanted.order_by(SubmissionRow.id)))


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(SubmissionRow.lease_until.is_(None), SubmissionRow.lease_until <= now)


def open_submissions(session: Session) -> Iterator[SubmissionRow]:
    """Yield the submissions that wait for a decision, the newest first."""
    wanted = (
        select(SubmissionRow)
        .join(LoadRow, LoadRow.id == SubmissionRow.load_id)
        .where(SubmissionRow.state == REHEARSED, LoadRow.state == "rehearsed")
        .order_by(SubmissionRow.id.desc())
    )
    yield from session.scalars(wanted)


def open_statements(session: Session) -> Iterator[LoadRow]:
    """Yield the loads of the desk's statements that wait to be added, the newest first."""
    wanted = select(LoadRow).where(LoadRow.file_name == DESK_NOTE, LoadRow.state == "rehearsed")
    yield from session.scalars(wanted.order_by(LoadRow.id.desc()))


def kept_apart(session: Session, row: SubmissionRow) -> list[SubmissionRow]:
    """Return the tables kept apart that somebody sent before one, with their contents."""
    wanted = (
        select(SubmissionRow)
        .where(SubmissionRow.state == REFUSED, SubmissionRow.content.is_not(None))
        .where(SubmissionRow.person_id == row.person_id, SubmissionRow.id < row.id)
        .with_for_update()
    )
    return list(session.scalars(wanted.options(undefer(SubmissionRow.content))))


def known_before(session: Session, moment: datetime) -> int:
    """Return of how many submissions the bytes are kept that came before a moment.

    Those are known, or refused for some wrong rows.
    """
    count = select(func.count()).select_from(SubmissionRow)
    return session.scalar(count.where(*_known_before(moment))) or 0


def drop_known_before(session: Session, moment: datetime) -> None:
    """Keep the bytes of those no longer."""
    session.execute(update(SubmissionRow).where(*_known_before(moment)).values(content=None))


def _known_before(moment: datetime) -> tuple[ColumnElement[bool], ...]:
    kept = SubmissionRow.content.is_not(None)
    return SubmissionRow.state.in_((KNOWN, REFUSED)), kept, SubmissionRow.created_at < moment


def messages_of(session: Session, submission_id: int) -> list[SubmissionMessageRow]:
    """Return the messages that show a submission, one a chat."""
    wanted = select(SubmissionMessageRow).where(SubmissionMessageRow.submission_id == submission_id)
    return list(session.scalars(wanted.order_by(SubmissionMessageRow.chat_id)))


def set_message(session: Session, submission_id: int, chat_id: int, message_id: int | None) -> None:
    """Remember which message of a chat shows a submission."""
    row = session.get(SubmissionMessageRow, (submission_id, chat_id))
    if row is None:
        row = SubmissionMessageRow(submission_id=submission_id, chat_id=chat_id)
        session.add(row)
    row.message_id = message_id or row.message_id
    session.flush()


def reviewers(session: Session, *, besides: int) -> list[int]:
    """Return the private chats of the editors and admins who can be written to, but one's own."""
    wanted = (
        select(PersonRow.id)
        .join(ChatRow, ChatRow.id == PersonRow.id)
        .where(PersonRow.role.in_(("editor", "admin")), ChatRow.state == "active")
        .where(PersonRow.id != besides)
    )
    return list(session.scalars(wanted.order_by(PersonRow.id)))


def frequent_sources(session: Session, viewer: Viewer, *, most: int) -> Sequence[tuple[int, str]]:
    """Return the sources with most standing documents that a viewer may see, in that order."""
    count = func.count(DocumentRow.id)
    rows = session.execute(
        select(SourceRow.id, SourceRow.name)
        .join(DocumentRow, DocumentRow.source_id == SourceRow.id)
        .where(DocumentRow.withdrawn_at.is_(None), DocumentRow.visibility.in_(viewer.labels))
        .group_by(SourceRow.id, SourceRow.name)
        .order_by(count.desc(), SourceRow.id)
        .limit(most)
    )
    return [(source_id, name) for source_id, name in rows]


def source_name(session: Session, source_id: int, viewer: Viewer) -> str | None:
    """Return the name of a source of which a viewer may see a document."""
    seen = exists().where(
        DocumentRow.source_id == SourceRow.id, DocumentRow.visibility.in_(viewer.labels)
    )
    return session.scalar(select(SourceRow.name).where(SourceRow.id == source_id, seen))


def person_name(session: Session, actor: str) -> str:
    """Return the name of who did something, or what else the record calls them."""
    if not actor.isdecimal():
        return actor
    return session.scalar(select(PersonRow.name).where(PersonRow.id == int(actor))) or actor
