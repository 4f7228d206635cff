"""Facts as candidates for a question, each with the passage that will be quoted."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db import encoding
from db.models import DocumentRow, FactRow, PassageRow
from db.viewer import Viewer
from facts.answering.types import Candidate
from facts.types import Attribution, Basis, FactKind

# Columns rather than rows of the models: a question loads up to 200 of these.
_COLUMNS = (
    select(
        FactRow.id.label("fact_id"),
        FactRow.text,
        FactRow.kind,
        FactRow.speaker,
        FactRow.role,
        FactRow.basis,
        FactRow.speaker_sure,
        FactRow.went_live,
        PassageRow.id.label("passage_id"),
        PassageRow.context,
        PassageRow.moments,
        PassageRow.figures,
        PassageRow.names,
        DocumentRow.id.label("document_id"),
        DocumentRow.title,
        DocumentRow.earliest,
        DocumentRow.latest,
    )
    .join(PassageRow, PassageRow.fact_id == FactRow.id)
    .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
)


def load_candidates(session: Session, ids: Sequence[int], *, viewer: Viewer) -> list[Candidate]:
    """Return the candidates for fact ids, in their order, leaving out what may not be seen.

    Of several passages the one in the newest document is taken; a document of unknown date is
    older than any other. An ended passage is never quoted anew.
    """
    rows = session.execute(
        _COLUMNS.where(
            FactRow.id.in_(ids),
            DocumentRow.visibility.in_(viewer.labels),
            PassageRow.live_until.is_(None),
        )
    )
    best: dict[int, Row[*tuple[Any, ...]]] = {}
    for row in rows:
        known = best.get(row.fact_id)
        if known is None or _newness(row) > _newness(known):
            best[row.fact_id] = row
    return [_candidate(best[fact_id]) for fact_id in ids if fact_id in best]


def _newness(row: Row[*tuple[Any, ...]]) -> tuple[str, int]:
    day = row.earliest if row.earliest == row.latest else None
    return (day.isoformat() if day else "", -row.passage_id)


def _candidate(row: Row[*tuple[Any, ...]]) -> Candidate:
    return Candidate(
        fact_id=row.fact_id,
        text=row.text,
        kind=FactKind(row.kind),
        title=row.title,
        headings=(*row.context["headings"], *row.context["heads"]),
        previous=tuple(row.context["previous_words"]),
        dependent=row.context["dependent"],
        attribution=Attribution(row.speaker, row.role, Basis(row.basis), row.speaker_sure),
        moments=tuple(encoding.moment(value) for value in row.moments),
        figures=tuple(encoding.figure(value) for value in row.figures),
        names=tuple(encoding.name(value) for value in row.names),
        document_id=row.document_id,
        passage_id=row.passage_id,
        published=row.earliest if row.earliest == row.latest else None,
        went_live=row.went_live,
    )
