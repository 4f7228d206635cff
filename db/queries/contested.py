"""The desk's contested terms."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ContestedTermRow
from db.often import Often

_IN_USE = (
    select(ContestedTermRow)
    .where(ContestedTermRow.removed_at.is_(None))
    .order_by(ContestedTermRow.id)
)

_CONTESTED = ContestedTermRow.__table__.c
_WORDS = Often(
    select(_CONTESTED.words).where(_CONTESTED.removed_at.is_(None)).order_by(_CONTESTED.id)
)


def contested_rows(session: Session) -> Sequence[ContestedTermRow]:
    """Return the contested terms in use, in the order they were added."""
    return session.scalars(_IN_USE).all()


def contested_terms(session: Session) -> tuple[str, ...]:
    """Return the words of the contested terms in use."""
    return tuple(words for (words,) in _WORDS.rows(session, {}))
