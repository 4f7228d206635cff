"""Facts as candidates for a question, each with the passage that will be quoted."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import encoding
from db.models import DocumentRow, FactRow, PassageRow
from db.viewer import Viewer
from facts.answering.types import Candidate
from facts.types import Attribution, Basis, FactKind


def load_candidates(session: Session, ids: Sequence[int], *, viewer: Viewer) -> list[Candidate]:
    """Return the candidates for fact ids, in their order, leaving out what may not be seen.

    Of several passages the one in the newest document is taken; a document of unknown date is
    older than any other.
    """
    rows = session.execute(
        select(FactRow, PassageRow, DocumentRow)
        .join(PassageRow, PassageRow.fact_id == FactRow.id)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(FactRow.id.in_(ids), DocumentRow.visibility.in_(viewer.labels))
    )
    best: dict[int, tuple[FactRow, PassageRow, DocumentRow]] = {}
    for fact, passage, document in rows:
        known = best.get(fact.id)
        if known is None or _newness(passage, document) > _newness(known[1], known[2]):
            best[fact.id] = (fact, passage, document)
    return [_candidate(*best[fact_id]) for fact_id in ids if fact_id in best]


def _newness(passage: PassageRow, document: DocumentRow) -> tuple[str, int]:
    day = document.earliest if document.earliest == document.latest else None
    return (day.isoformat() if day else "", -passage.id)


def _candidate(fact: FactRow, passage: PassageRow, document: DocumentRow) -> Candidate:
    context = encoding.context(passage.context, document.title)
    return Candidate(
        fact_id=fact.id,
        text=fact.text,
        kind=FactKind(fact.kind),
        title=document.title,
        headings=context.headings,
        previous=tuple(passage.context["previous_words"]),
        dependent=context.dependent,
        attribution=Attribution(fact.speaker, fact.role, Basis(fact.basis), fact.speaker_sure),
        moments=tuple(encoding.moment(value) for value in passage.moments),
        figures=tuple(encoding.figure(value) for value in passage.figures),
        names=tuple(encoding.name(value) for value in passage.names),
        document_id=document.id,
        passage_id=passage.id,
        published=document.earliest if document.earliest == document.latest else None,
        went_live=fact.went_live,
    )
