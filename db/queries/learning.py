"""What the desk has taught: phrasings, aliases, thresholds; as rows and as the search uses them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from db.models import (
    AliasRow,
    AnswerFactRow,
    AnswerRow,
    FactRow,
    FeedbackRow,
    PassageRow,
    PhrasingRow,
    ThresholdRow,
)
from db.queries.terms import chunks
from db.viewer import Viewer
from facts.answering.aliases import Alias, alias_of
from facts.answering.kinds import Kind
from facts.answering.likeness import Gist
from facts.answering.phrasing import Phrasing
from facts.answering.weights import Thresholds

PROPOSED, LIVE, REFUSED = "proposed", "live", "refused"


def gist_json(gist: Gist) -> list[Any]:
    """Return what a question comes to as JSON: its kind, then [stem, whether exact]."""
    return [gist.kind.value, *([stem, stem in gist.exact] for stem in gist.stems)]


def gist_of(value: Sequence[Any]) -> Gist:
    """Return the gist that `gist_json` made."""
    kind, *stems = value
    exact = frozenset(stem for stem, named in stems if named)
    return Gist(Kind(kind), tuple(stem for stem, _ in stems), exact)


def live_phrasings(session: Session) -> tuple[Phrasing, ...]:
    """Return the phrasings in use, in a fixed order; those refused more often than chosen rest."""
    rows = session.execute(
        select(PhrasingRow.fact_id, PhrasingRow.stems)
        .where(PhrasingRow.state == LIVE, PhrasingRow.against <= PhrasingRow.chosen)
        .order_by(PhrasingRow.id)
    )
    return tuple(Phrasing(fact_id, gist_of(stems)) for fact_id, stems in rows)


def phrasing_by(session: Session, fact_id: int, stem_key: str) -> PhrasingRow | None:
    """Return the phrasing of a fact with these stems, locked."""
    return session.scalar(
        select(PhrasingRow)
        .where(PhrasingRow.fact_id == fact_id, PhrasingRow.stem_key == stem_key)
        .with_for_update()
    )


def phrasings_of(session: Session, fact_ids: Sequence[int]) -> Sequence[PhrasingRow]:
    """Return the phrasings of facts, in the order they were proposed."""
    wanted = select(PhrasingRow).where(PhrasingRow.fact_id.in_(fact_ids))
    return session.scalars(wanted.order_by(PhrasingRow.id)).all() if fact_ids else []


def drop_carried(session: Session, fact_id: int, later_id: int) -> None:
    """Delete the phrasings that a corrected fact had handed on to the one in its place."""
    own = phrasings_of(session, [fact_id])
    carried = {(row.stem_key, row.proposed_at) for row in own}
    for row in phrasings_of(session, [later_id]):
        if (row.stem_key, row.proposed_at) in carried:
            session.delete(row)
    session.flush()


def phrasings_in(
    session: Session, states: Sequence[str], viewer: Viewer, *, most: int, after: int = 0
) -> Sequence[PhrasingRow]:
    """Return phrasings in these states: those to be decided first, then the most chosen.

    Those of facts that no longer stand rest, and are left out, as are those that the viewer may
    not see.
    """
    return session.scalars(
        select(PhrasingRow)
        .join(FactRow, FactRow.id == PhrasingRow.fact_id)
        .where(PhrasingRow.state.in_(states), *_shown(viewer))
        .order_by(PhrasingRow.state.desc(), PhrasingRow.chosen.desc(), PhrasingRow.id)
        .offset(after)
        .limit(most)
    ).all()


def count_phrasings(session: Session, states: Sequence[str], viewer: Viewer) -> int:
    """Return how many phrasings of standing facts that the viewer may see are in these states."""
    counted = (
        select(func.count())
        .select_from(PhrasingRow)
        .join(FactRow, FactRow.id == PhrasingRow.fact_id)
        .where(PhrasingRow.state.in_(states), *_shown(viewer))
    )
    return session.scalar(counted) or 0


def _shown(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    return FactRow.live_until.is_(None), FactRow.visibility.in_(viewer.labels)


def texts_of(session: Session, fact_ids: Sequence[int]) -> dict[int, str]:
    """Return the words of facts, for those who may see everything."""
    found: dict[int, str] = {}
    for chunk in chunks(fact_ids):
        rows = session.execute(select(FactRow.id, FactRow.text).where(FactRow.id.in_(chunk)))
        found.update((fact_id, text) for fact_id, text in rows)
    return found


def alias_rows(session: Session) -> Sequence[AliasRow]:
    """Return the aliases in use, in the order they were added."""
    return session.scalars(
        select(AliasRow).where(AliasRow.removed_at.is_(None)).order_by(AliasRow.id)
    ).all()


def aliases(session: Session) -> tuple[Alias, ...]:
    """Return the aliases in use as the search takes them."""
    made = (alias_of(row.words, row.meaning) for row in alias_rows(session))
    return tuple(alias for alias in made if alias is not None)


def threshold_row(session: Session) -> ThresholdRow | None:
    """Return the desk's own thresholds that hold now, if it has fitted any."""
    return session.scalar(
        select(ThresholdRow)
        .where(ThresholdRow.withdrawn_at.is_(None))
        .order_by(ThresholdRow.id.desc())
        .limit(1)
    )


def thresholds(session: Session) -> Thresholds | None:
    """Return the desk's own thresholds as the decision takes them."""
    row = threshold_row(session)
    if row is None:
        return None
    return Thresholds(row.answer_only_above, row.offer_above, f"desk-{row.id}")


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """An answer that readers judged: up and down votes summed, and the document of its best."""

    grounds: dict[str, Any] | None
    chosen_rank: int | None
    votes: int
    document_id: int


def judged_answers(session: Session) -> list[JudgedAnswer]:
    """Return answers that somebody chose from or judged, oldest first; a tie says nothing."""
    vote = case((FeedbackRow.verdict == "up", 1), else_=-1)
    votes = (
        select(FeedbackRow.answer_id, func.sum(vote).label("votes"))
        .group_by(FeedbackRow.answer_id)
        .subquery()
    )
    rows = session.execute(
        select(AnswerRow.grounds, AnswerRow.chosen_rank, votes.c.votes, PassageRow.document_id)
        .join(AnswerFactRow, AnswerFactRow.answer_id == AnswerRow.id)
        .join(PassageRow, PassageRow.id == AnswerFactRow.passage_id)
        .outerjoin(votes, votes.c.answer_id == AnswerRow.id)
        .where(AnswerFactRow.rank == 0, AnswerRow.reason.not_in(("more", "follow_up")))
        .order_by(AnswerRow.id)
    )
    judged = [JudgedAnswer(g, chosen, int(v or 0), document) for g, chosen, v, document in rows]
    return [one for one in judged if one.chosen_rank is not None or one.votes]
