"""Asking an editor to type something: kept as a row, so that a restart loses nothing.

One thing is asked of a person in a chat at a time; it is forgotten after half an hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.services.subscribing import Place, awaited
from db.queries.prompts import drop_prompt, prompt_of, put_prompt

KEPT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What was asked for (`purpose`), and what it is about."""

    purpose: str
    subject: Mapping[str, Any]


def ask_for(
    session: Session, now: datetime, *, place: Place, purpose: str, subject: Mapping[str, Any]
) -> None:
    """Remember what a person is asked to type, or to confirm."""
    put_prompt(
        session,
        chat_id=place.chat_id,
        person_id=place.person_id,
        purpose=purpose,
        subject=dict(subject),
        until=now + KEPT,
    )


def asked_for(session: Session, now: datetime, *, place: Place) -> Prompt | None:
    """Return what a person was asked for in a chat, None when nothing is open."""
    row = prompt_of(session, now, chat_id=place.chat_id, person_id=place.person_id)
    return Prompt(row.purpose, row.subject) if row is not None else None


def cancel(session: Session, now: datetime, *, place: Place) -> bool:
    """End what a person was asked to type in a chat; say whether there was anything."""
    open_one = prompt_of(session, now, chat_id=place.chat_id, person_id=place.person_id)
    briefing = awaited(session, now, place)
    if briefing is not None:
        briefing.awaits = None
    forget(session, now, place=place)
    return open_one is not None or briefing is not None


def forget(session: Session, now: datetime, *, place: Place) -> None:
    """Ask a person for nothing any more."""
    drop_prompt(session, chat_id=place.chat_id, person_id=place.person_id)
