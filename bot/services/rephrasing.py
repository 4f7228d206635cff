"""Ways to ask for facts that were cut otherwise: each goes to the part that holds its answer.

The words that ended keep theirs, so that they are there again when the cut is put back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.vocabularies import Vocabularies
from db.models import PhrasingRow
from db.queries.digests import standing
from db.queries.learning import LIVE, PROPOSED, phrasing_by, phrasings_of
from db.search.candidates import known_candidates
from db.viewer import EVERYTHING
from facts.answering.considered import consider
from facts.answering.question import Question, parse
from facts.answering.span import answer_spans
from facts.answering.types import Candidate


@dataclass(frozen=True, slots=True)
class Carried:
    """Ways to ask that lead to what stands now, and those that no part answers: they rest."""

    moved: tuple[str, ...] = ()
    resting: tuple[str, ...] = ()

    def and_(self, other: "Carried") -> "Carried":
        """Return both together."""
        return Carried((*self.moved, *other.moved), (*self.resting, *other.resting))


NOTHING = Carried()


def carry_phrasings(
    session: Session, now: datetime, *, gone: Sequence[int], made: Sequence[int]
) -> Carried:
    """Let the ways to ask for facts that ended by a cut lead to what was made of them.

    A fact that another document still states keeps its own.
    """
    session.flush()
    ended = sorted(set(gone) - set(made) - set(standing(session, gone, now)))
    rows = [row for row in phrasings_of(session, ended) if row.state in {LIVE, PROPOSED}]
    if not rows or not made:
        return NOTHING
    parts = known_candidates(session, made, viewer=EVERYTHING, now=now)
    words = Vocabularies().learned(session, EVERYTHING).vocabulary if len(parts) > 1 else None
    moved: list[str] = []
    resting: list[str] = []
    for row in rows:
        question = parse(row.text, words, now.date()) if words else None
        part = _answering(question, parts) if question else next(iter(parts), None)
        (moved if part else resting).append(row.text)
        if part is not None:
            _copy(session, row, part.fact_id)
    return Carried(tuple(moved), tuple(resting))


def _answering(question: Question, parts: Sequence[Candidate]) -> Candidate | None:
    """Return the part that holds the words that answer, else most of the question's words.

    None when nothing tells the parts apart.
    """
    held = [part for part in parts if answer_spans(question, part)]
    if len(held) == 1:
        return held[0]
    told = {one.candidate.fact_id: one.told for one in consider(question, held or parts)}
    most = max(told.values())
    best = [part for part in held or parts if told[part.fact_id] == most]
    return best[0] if most > 0 and len(best) == 1 else None


def _copy(session: Session, row: PhrasingRow, fact_id: int) -> None:
    if phrasing_by(session, fact_id, row.stem_key) is not None:
        return
    session.add(
        PhrasingRow(
            fact_id=fact_id,
            text=row.text,
            stem_key=row.stem_key,
            stems=row.stems,
            state=row.state,
            chosen=row.chosen,
            against=row.against,
            proposed_by=row.proposed_by,
            proposed_at=row.proposed_at,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
        )
    )
    session.flush()
