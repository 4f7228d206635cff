"""The desk's contested terms: narration that uses one is marked, and nothing else changes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.views.texts import say
from db.models import ContestedTermRow
from db.queries.audit import record
from db.queries.contested import contested_rows
from db.queries.sequences import STORE_VERSION, take_one
from facts.errors import BriefingError
from facts.text import fold

LONGEST_TERM = 80


class TermRefused(BriefingError):
    """Words that cannot be a contested term, or are none."""


def list_terms(session: Session, now: datetime) -> Sequence[ContestedTermRow]:
    """Return the contested terms in use."""
    return contested_rows(session)


def add_term(session: Session, now: datetime, *, words: str, actor: str) -> ContestedTermRow:
    """Take words as contested; raise TermRefused for none, too many, or known ones."""
    take_one(session, STORE_VERSION)
    kept = " ".join(words.split())
    if not any(letter.isalnum() for letter in kept) or len(kept) > LONGEST_TERM:
        raise TermRefused(say("term-bad", most=str(LONGEST_TERM)))
    if any(fold(row.words) == fold(kept) for row in contested_rows(session)):
        raise TermRefused(say("term-known", words=kept))
    row = ContestedTermRow(
        words=kept, added_by=actor, added_at=now, removed_by=None, removed_at=None
    )
    session.add(row)
    session.flush()
    _record(session, now, row, "add", actor)
    return row


def remove_term(session: Session, now: datetime, *, term_id: int, actor: str) -> ContestedTermRow:
    """Take a term off the list; raise TermRefused when none has this number."""
    take_one(session, STORE_VERSION)
    row = session.get(ContestedTermRow, term_id, with_for_update=True)
    if row is None or row.removed_at is not None:
        raise TermRefused(say("term-unknown", id=str(term_id)))
    row.removed_at, row.removed_by = now, actor
    _record(session, now, row, "remove", actor)
    return row


def _record(session: Session, now: datetime, row: ContestedTermRow, verb: str, actor: str) -> None:
    subject = f"contested term {row.id}"
    words = {"words": row.words}
    record(session, now, actor=actor, verb=verb, subject=subject, particulars=words)
