"""The desk's golden questions."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import GoldenQuestionRow

_KEPT = GoldenQuestionRow.removed_at.is_(None)


def golden_rows(session: Session, *, most: int | None = None) -> Sequence[GoldenQuestionRow]:
    """Return the golden questions that are kept, in the order they were added, up to `most`."""
    wanted = select(GoldenQuestionRow).where(_KEPT).order_by(GoldenQuestionRow.id)
    return session.scalars(wanted.limit(most)).all()
