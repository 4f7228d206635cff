"""What people were asked to type, one thing a person and chat."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.models import PromptRow


def put_prompt(
    session: Session,
    *,
    chat_id: int,
    person_id: int,
    purpose: str,
    subject: dict[str, Any],
    until: datetime,
) -> None:
    """Remember what a person was asked for in a chat, in place of what they were before."""
    session.merge(
        PromptRow(
            chat_id=chat_id, person_id=person_id, purpose=purpose, subject=subject, until=until
        )
    )
    session.flush()


def prompt_of(session: Session, now: datetime, *, chat_id: int, person_id: int) -> PromptRow | None:
    """Return what a person was asked for in a chat, locked; None when that is too long ago."""
    return session.scalar(
        select(PromptRow)
        .where(PromptRow.chat_id == chat_id, PromptRow.person_id == person_id)
        .where(PromptRow.until > now)
        .with_for_update()
    )


def drop_prompt(session: Session, *, chat_id: int, person_id: int) -> None:
    """Ask a person for nothing any more."""
    session.execute(
        delete(PromptRow).where(PromptRow.chat_id == chat_id, PromptRow.person_id == person_id)
    )
