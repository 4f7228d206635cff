"""All that a desk has decided and taught, in one list: for people to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    AliasRow,
    ContestedTermRow,
    CorrectionRow,
    GoldenQuestionRow,
    PhrasingRow,
    RulingRow,
    TopicRow,
)

HOLDS, GONE = "holds", "taken back"


@dataclass(frozen=True, slots=True)
class Listed:
    """Something decided or taught: of which kind, its words, on which facts, whether it holds."""

    kind: str
    words: str | None
    meaning: str | None
    facts: tuple[object, ...]
    state: str
    reason: str | None
    at: datetime


def decisions(session: Session) -> Iterator[Listed]:
    """Yield corrections, rulings and what was taught, each kind in the order it was made.

    Phrasings that only readers proposed are left out.
    """
    for each in (_corrections, _rulings, _ways_to_ask, _words, _topics, _golden):
        yield from each(session)


def _corrections(session: Session) -> Iterator[Listed]:
    for row in session.scalars(select(CorrectionRow).order_by(CorrectionRow.id)):
        ends = tuple(end for end in (row.fact_id, row.later_id) if end is not None)
        kind = "withdrawal" if row.later_id is None else "correction"
        yield Listed(kind, None, None, ends, _state(row.undone_at), row.reason, row.made_at)


def _rulings(session: Session) -> Iterator[Listed]:
    for row in session.scalars(select(RulingRow).order_by(RulingRow.id)):
        verdict = f"fact {row.chosen_id} holds" if row.chosen_id else "both stand"
        state = _state(row.revoked_at)
        ends = row.one_id, row.other_id
        yield Listed("ruling", None, verdict, ends, state, row.reason, row.made_at)


def _ways_to_ask(session: Session) -> Iterator[Listed]:
    decided = select(PhrasingRow).where(PhrasingRow.state != "proposed").order_by(PhrasingRow.id)
    for row in session.scalars(decided):
        yield Listed("phrasing", row.text, None, (row.fact_id,), row.state, None, row.proposed_at)


def _words(session: Session) -> Iterator[Listed]:
    for one in session.scalars(select(AliasRow).order_by(AliasRow.id)):
        state = _state(one.removed_at)
        yield Listed("alias", one.words, one.meaning, (), state, None, one.added_at)
    for term in session.scalars(select(ContestedTermRow).order_by(ContestedTermRow.id)):
        state = _state(term.removed_at)
        yield Listed("contested term", term.words, None, (), state, None, term.added_at)


def _topics(session: Session) -> Iterator[Listed]:
    for row in session.scalars(select(TopicRow).order_by(TopicRow.id)):
        words = ", ".join(map(str, (*row.names, *row.words, *row.aliases)))
        yield Listed("topic", row.name, words, (), row.state, None, row.created_at)


def _golden(session: Session) -> Iterator[Listed]:
    for row in session.scalars(select(GoldenQuestionRow).order_by(GoldenQuestionRow.id)):
        facts, state = tuple(row.facts), _state(row.removed_at)
        yield Listed("golden question", row.text, None, facts, state, None, row.added_at)


def _state(taken_back_at: datetime | None) -> str:
    return HOLDS if taken_back_at is None else GONE
